"""Hold what is handed to the browser to the contract: no field more or less, each as it says."""

import json
from functools import cache
from typing import Any

from pydantic import ConfigDict, TypeAdapter, with_config

STRICT = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)


@cache
def adapter(shape: Any) -> TypeAdapter[Any]:
    # What is within a shape is held to the same.
    return TypeAdapter(with_config(STRICT)(shape))


def assert_kept(shape: Any, handed: Any) -> None:
    """Hold it to a shape as Python has it and, where the text of JSON is not given, as that too."""
    if isinstance(handed, str | bytes):
        adapter(shape).validate_json(handed)
        return
    adapter(shape).validate_python(handed)
    text = json.dumps(handed, ensure_ascii=False, allow_nan=False)
    assert adapter(shape).validate_json(text) == handed
