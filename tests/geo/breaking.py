"""Break one cell of a copied dataset and look for the message that names it."""

from collections.abc import Callable
from pathlib import Path


def assert_named(
    folder: Path,
    problems_of: Callable[[Path], list[str]],
    change: tuple[str, str, str],
    expected: str,
) -> None:
    """Replace the first ``old`` by ``new`` in a file; one problem must start as expected."""
    file, old, new = change
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, "the fixture no longer holds what this test breaks"
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    found = problems_of(folder)
    assert any(problem.startswith(expected) for problem in found), "\n".join(found)
