"""One set of cases for the rules that Python and the browser both hold: a JSON file a subject."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent
SUBJECTS = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


def subject(name: str) -> dict[str, Any]:
    """Read a file of cases: lists of them by what they ask, beside what the cases share."""
    text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def lists(name: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the lists of cases of a subject, each with what it asks."""
    for asked, cases in subject(name).items():
        if isinstance(cases, list):
            yield asked, cases


def cases(name: str, asked: str = "cases") -> list[Any]:
    """Return one list as parameters of a test, each named by why it is there."""
    return [pytest.param(case, id=case["why"]) for case in subject(name)[asked]]
