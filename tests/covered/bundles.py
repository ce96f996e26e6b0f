"""The scripts that were built of the browser's modules, each with the map back to its sources."""

import base64
import json
from collections.abc import Iterator
from typing import Any

from tests.web.bundle import OUTPUTS, ROOT, WEB, built, everything, whole, with_stand_ins

FOLDER = f"{WEB.relative_to(ROOT).as_posix()}/"
MAPPED = "--sourcemap=inline"
BEFORE_MAP = "//# sourceMappingURL=data:application/json;base64,"


def bundles() -> Iterator[dict[str, Any]]:
    """
    Build anew, with a source map, what the tests ran.

    Yields
    ------
    dict
        ``text``, of which a script that ran holds all, and ``map``, in which the sources have
        their paths in the checkout.

    Raises
    ------
    ValueError
        If what is committed is not what its sources give.
    """
    for name, source in OUTPUTS.items():
        if name.endswith(".js"):
            text, its_map = with_map(built(source, "--minify", MAPPED), FOLDER)
            if (ROOT / "layers" / name).read_text(encoding="utf-8") != text:
                message = f"layers/{name} is not what its sources give: make web"
                raise ValueError(message)
            yield {"text": text, "map": its_map}
    text, its_map = with_map(built("whole", MAPPED, text=everything()), FOLDER)
    changed = with_stand_ins(text)
    if changed != whole():
        message = "with a source map, the script of the unit pages comes out another"
        raise ValueError(message)
    its_map["mappings"] = _moved(its_map["mappings"], text.split("\n"), changed.split("\n"))
    yield {"text": changed, "map": its_map}


def with_map(script: str, folder: str) -> tuple[str, dict[str, Any]]:
    """Part a script from the map at its end; the map's sources lie in a folder."""
    text, _, packed = script.rpartition(BEFORE_MAP)
    its_map = json.loads(base64.b64decode(packed))
    its_map["sources"] = [f"{folder}{name}" for name in its_map["sources"]]
    return text, its_map


def _moved(mappings: str, lines: list[str], changed: list[str]) -> str:
    """Give the lines that were put in no mappings; what is longer within a line stays as it is."""
    old = iter(zip(lines, mappings.split(";"), strict=False))
    found = []
    for line, following in zip(changed, [*changed[1:], ""], strict=True):
        is_put_in = "_own(" in line and "_own(" in following
        found.append("" if is_put_in else next(old, ("", ""))[1])
    return ";".join(found)
