"""What every export format offers."""

import shutil
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, ClassVar, Protocol, TypeVar

from geo.dataset import Dataset
from geo.export.writer import replace_file, replace_with

T = TypeVar("T")


class Follow(Protocol):
    """Passes items on one by one, and may tell somebody how far the work has come."""

    def __call__(self, items: Iterable[T], what: str, total: int | None = None) -> Iterable[T]:
        """Give the same items in the same order."""


def quietly(items: Iterable[T], what: str, total: int | None = None) -> Iterable[T]:
    """
    Tell nobody.

    Parameters
    ----------
    items
        Anything.
    what, total
        Not told.

    Returns
    -------
    items
        The same.
    """
    return items


class Exporter(ABC):
    """
    One format.

    Attributes
    ----------
    name
        Its word on the command line.
    label
        Its name for readers.
    suffix
        Its file ending, with the dot.
    media_type
        Its media type.
    is_text
        Whether a terminal can show it.
    """

    name: ClassVar[str]
    label: ClassVar[str]
    suffix: ClassVar[str]
    media_type: ClassVar[str]
    is_text: ClassVar[bool] = False

    @abstractmethod
    def write(self, dataset: Dataset, stream: BinaryIO, follow: Follow = quietly) -> None:
        """
        Write what a dataset shows.

        Parameters
        ----------
        dataset
            Whole or selected.
        stream
            Receives bytes; text is UTF-8.
        follow
            Told of what is being written.
        """

    def write_file(self, dataset: Dataset, path: Path, follow: Follow = quietly) -> None:
        """
        Write a whole file or leave what is there.

        Parameters
        ----------
        dataset
            Whole or selected.
        path
            The file, replaced only when the new one is complete and on disk.
        follow
            Told of what is being written.
        """
        replace_file(path, lambda stream: self.write(dataset, stream, follow))


class PathExporter(Exporter):
    """A format whose library writes to a path and to nothing else."""

    @abstractmethod
    def write_path(self, dataset: Dataset, path: Path, follow: Follow) -> None:
        """
        Write to a path where there is nothing yet.

        Parameters
        ----------
        dataset
            Whole or selected.
        path
            In a folder of its own.
        follow
            Told of what is being written.
        """

    def write(self, dataset: Dataset, stream: BinaryIO, follow: Follow = quietly) -> None:
        """Write a file beside, and copy it when it is complete."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"atlas{self.suffix}"
            self.write_path(dataset, path, follow)
            with path.open("rb") as made:
                shutil.copyfileobj(made, stream)

    def write_file(self, dataset: Dataset, path: Path, follow: Follow = quietly) -> None:
        """Write in a folder of its own beside the file, sync, then rename."""
        replace_with(path, lambda part: self.write_path(dataset, part, follow), self.suffix)
