"""The shape of the code: who may import whom, and how long a file may be."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ("bench", "app", "panels", "layers", "geo")
LONGEST = 300
FLOORS = {
    "geo": "model reading rules selection eventset sentences tracing export",
    "layers": "contract base payload packed draw page",
}
PATTERNS = (
    *(f"{of}/{floor}/*.py" for of, floors in FLOORS.items() for floor in floors.split()),
    *("app.py", "geo/**/*.py", "layers/**/*.py", "layers/web/*/*.js", "layers/web/*/*.css"),
    *("panels/**/*.py", "bench/*.py", "bench/apps/*.py", "bench/subjects/*.py", "bench/pages/*"),
)
FOUND = {
    pattern: [
        path for path in ROOT.glob(pattern) if path.is_file() and "__pycache__" not in path.parts
    ]
    for pattern in PATTERNS
}
CODE = sorted({path for paths in FOUND.values() for path in paths})
LATE = {
    ("geo.dataset", "geo.export.frames"): "a dataset's frames are made when one asks for them",
    ("geo.dataset", "geo.selection.selection"): "the type of what a dataset was cut down to",
}
"""The imports that run upward, and why; ``pyproject.toml`` names them too."""

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


def dotted(path: Path) -> str:
    """Return the name under which a module is imported."""
    return NAMES[path].removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def asked_for(path: Path) -> set[str]:
    """Return the modules of ours that a module imports, also late, and for types alone."""
    ours = {dotted(path) for path in PYTHON}
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            within = {f"{node.module}.{name.name}" for name in node.names}
            found |= within & ours or {node.module}
    return {name for name in found & ours if (dotted(path), name) not in LATE}


def test_no_import_leads_back() -> None:
    asked = {dotted(path): asked_for(path) - {dotted(path)} for path in PYTHON}
    list(TopologicalSorter(asked).static_order())


@pytest.mark.parametrize("start, end", LATE)
def test_an_import_that_runs_upward_is_there(start: str, end: str) -> None:
    text = next(path for path in PYTHON if dotted(path) == start).read_text(encoding="utf-8")
    package, _, name = end.rpartition(".")
    assert f"from {end} import" in text or f"from {package} import {name}" in text


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_folder_that_is_looked_into_holds_files(pattern: str) -> None:
    assert FOUND[pattern]


@pytest.mark.parametrize("path", PYTHON, ids=NAMES.__getitem__)
def test_a_module_opens_with_what_it_is_for(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert said and said.splitlines()[0].endswith(".")


@pytest.mark.parametrize("path", CODE, ids=NAMES.__getitem__)
def test_no_file_is_too_long(path: Path) -> None:
    if path.suffix in {".py", ".js", ".css"}:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
