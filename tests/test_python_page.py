"""What docs/python.md shows is what happens: every example runs and prints what stands below it."""

import contextlib
import io
import os
import re
from pathlib import Path
from typing import Any

import pytest

import geo

PAGE = Path(__file__).parent.parent / "docs" / "python.md"
BLOCK = re.compile(r"```python\n(.*?)```\n(?:\n```text\n(.*?)```\n)?", re.DOTALL)
FRAMES = ("events", "movements", "places", "routes", "zones")


def columns_table() -> str:
    """The page's last table: the columns of every frame."""
    data = geo.load_dataset()
    rows = [
        f"| `{name}` | {', '.join(f'`{column}`' for column in getattr(data, name).columns)} |"
        for name in FRAMES
    ]
    return "\n".join(rows) + "\n"


def test_every_example_prints_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text(encoding="utf-8")
    shared: dict[str, Any] = {}

    def run(found: re.Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(found[1], "docs/python.md", "exec"), shared)  # noqa: S102 - our own page
        return f"```python\n{found[1]}```\n\n```text\n{printed.getvalue()}```\n"

    made = BLOCK.sub(run, text)
    head = "| frame | columns |\n|---|---|\n"
    made = made[: made.index(head)] + head + columns_table()
    if os.environ.get("WRITE_DOCS"):
        PAGE.write_text(made, encoding="utf-8")
    is_meant = "WRITE_DOCS" in os.environ
    assert is_meant or made == text, (
        "docs/python.md is not what its examples print: if that is meant, WRITE_DOCS=1 "
        ".venv/bin/python -m pytest tests/test_python_page.py"
    )
    assert len(BLOCK.findall(text)) >= 10
    assert all(said for _, said in BLOCK.findall(made))


@pytest.mark.parametrize("name", geo.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    assert hasattr(geo, name)
    assert re.search(rf"\b{name}\b", PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FRAMES)
def test_every_frame_is_documented(name: str) -> None:
    assert f"| `{name}` |" in PAGE.read_text(encoding="utf-8")
