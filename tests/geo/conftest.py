"""Datasets for the tests of geo: a small fixture, copies of it to break, and the real one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.dataset import Dataset, load_dataset
from geo.problems import DataError

SMALL = Path(__file__).resolve().parent.parent / "fixtures" / "small"


@pytest.fixture(scope="session")
def small() -> Dataset:
    """Ten events of four articles."""
    return load_dataset(SMALL)


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
