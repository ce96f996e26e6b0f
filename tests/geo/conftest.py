"""Datasets for the tests of geo: a small fixture, copies of it to break, and the real one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.dataset import Dataset, load_dataset
from geo.model.problems import DataError
from geo.selection.select import select
from geo.selection.selection import Selection

SMALL = Path(__file__).resolve().parent.parent / "fixtures" / "small"


@pytest.fixture(scope="session")
def small() -> Dataset:
    """Ten events of four articles."""
    return load_dataset(SMALL)


@pytest.fixture(scope="session")
def committed() -> Dataset:
    """The tables of the five articles."""
    return load_dataset()


@pytest.fixture(params=["small", "whole", "everything on", "stated only", "nothing"])
def taken(request: pytest.FixtureRequest, small: Dataset, committed: Dataset) -> Dataset:
    """What a reader may take away."""
    chosen = {
        "everything on": Selection(),
        "stated only": Selection(stated_only=True),
        "nothing": Selection(actors=frozenset(), layers=frozenset()),
    }
    if request.param in chosen:
        return select(committed, chosen[request.param])
    return small if request.param == "small" else committed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small fixture that a test may break."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.fixture
def problems_of() -> Callable[[Path], list[str]]:
    """Load a folder and give the problems found, as text."""

    def load(folder: Path) -> list[str]:
        try:
            load_dataset(folder)
        except DataError as error:
            return [str(problem) for problem in error.problems]
        return []

    return load
