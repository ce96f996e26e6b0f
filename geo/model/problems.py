"""Say what is wrong with the data, where, and what would be right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """
    One thing wrong with one file.

    Attributes
    ----------
    file
        The file as a person would name it, e.g. ``data/events.csv``.
    line
        Line in the file, counted from 1; 0 when the whole file is meant.
    column
        The column, or the path inside a GeoJSON feature; empty when the whole line is meant.
    message
        What is wrong and what would be right, starting with the value in quotes.
    """

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        """Return ``file line n: column what; what would be right``."""
        where = f"{self.file} line {self.line}:" if self.line else f"{self.file}:"
        return " ".join(part for part in (where, self.column, self.message) if part)


class DataError(Exception):
    """
    All problems found in a folder of data or in one file, raised at once.

    Parameters
    ----------
    problems
        At least one problem; kept in order of file and line without repeats.
    unlisted
        How many more there are.
    """

    def __init__(self, problems: Iterable[Problem], unlisted: int = 0) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        lines = [str(problem) for problem in self.problems]
        super().__init__("\n".join(lines + ([f"and {unlisted:,} more"] if unlisted else [])))


def nearest(word: str, known: Iterable[str]) -> str:
    """
    Suggest the known word that a mistyped one most resembles.

    Parameters
    ----------
    word
        What was written.
    known
        What could have been written.

    Returns
    -------
    suggestion
        ``; nearest is 'x'``, or an empty string when nothing is alike.
    """
    found = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; nearest is '{found[0]}'" if found else ""


def one_of(known: Sequence[str]) -> str:
    """
    List the words allowed, as the end of a message.

    Parameters
    ----------
    known
        The words, in the order to show them.

    Returns
    -------
    text
        ``a, b or c``.
    """
    if len(known) < 2:
        return "".join(known)
    return f"{', '.join(known[:-1])} or {known[-1]}"
