"""The shape of the code: who may import whom, and how long a file may be."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ("bench", "app", "panels", "layers", "geo")
LONGEST = 250
CODE = sorted(
    path
    for pattern in (
        *("app.py", "geo/**/*.py", "layers/**/*.py", "layers/web/*/*", "panels/**/*.py"),
        *("bench/*.py", "bench/apps/*.py", "bench/subjects/*.py", "bench/pages/*"),
    )
    for path in ROOT.glob(pattern)
    if path.is_file() and "__pycache__" not in path.parts
)
PYTHON = [path for path in CODE if path.suffix == ".py"]
NAMES = {path: path.relative_to(ROOT).as_posix() for path in CODE}


def imported(path: Path) -> set[str]:
    """Return the top-level packages that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", PYTHON, ids=NAMES.__getitem__)
def test_imports_run_one_way(path: Path) -> None:
    own = NAMES[path].split("/")[0].removesuffix(".py")
    above = set(ORDER[: ORDER.index(own)])
    assert not imported(path) & (above | {"tests"})


@pytest.mark.parametrize("path", PYTHON, ids=NAMES.__getitem__)
def test_a_module_opens_with_what_it_is_for(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert said and said.splitlines()[0].endswith(".")


@pytest.mark.parametrize("path", CODE, ids=NAMES.__getitem__)
def test_no_file_is_too_long(path: Path) -> None:
    if path.suffix in {".py", ".js", ".css"}:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
