"""What every export format offers."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import ClassVar, TextIO

from geo.dataset import Dataset
from geo.export.writer import replace_file


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
    """

    name: ClassVar[str]
    label: ClassVar[str]
    suffix: ClassVar[str]
    media_type: ClassVar[str]

    @abstractmethod
    def write(self, dataset: Dataset, stream: TextIO) -> None:
        """
        Write what a dataset shows.

        Parameters
        ----------
        dataset
            Whole or selected.
        stream
            Receives text.
        """

    def write_file(self, dataset: Dataset, path: Path) -> None:
        """
        Write a whole file or leave what is there.

        Parameters
        ----------
        dataset
            Whole or selected.
        path
            The file, replaced only when the new one is complete and on disk.
        """
        replace_file(path, lambda stream: self.write(dataset, stream))
