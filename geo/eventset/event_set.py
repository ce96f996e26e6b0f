"""An imported set of events: columns of one length, in the order in which they are drawn."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.rules.spans import Span
from geo.selection.facets import WORD_COLUMNS

FIRST_OPEN = -(2**31)
"""Day number of an open or unknown beginning, and of a report that is not stated."""

LAST_OPEN = 2**31 - 1
"""Day number of an open or unknown end."""

DAY_ZERO = date(1970, 1, 1).toordinal()

COLUMN_NAMES = tuple(column.name for _, column in WORD_COLUMNS)

Days = NDArray[np.int32]


def day_number(day: date | None, unknown: int) -> int:
    """
    Write a day as the columns hold it.

    Parameters
    ----------
    day
        The day; ``None`` is open or not stated.
    unknown
        What stands for ``None``: ``FIRST_OPEN`` or ``LAST_OPEN``.

    Returns
    -------
    number
        Days since 1 January 1970.
    """
    return unknown if day is None else day.toordinal() - DAY_ZERO


def day_of_number(number: int) -> date | None:
    """
    Read a day back from a column.

    Parameters
    ----------
    number
        Days since 1 January 1970.

    Returns
    -------
    day
        ``None`` for ``FIRST_OPEN`` and ``LAST_OPEN``.
    """
    if number in (FIRST_OPEN, LAST_OPEN):
        return None
    return date.fromordinal(number + DAY_ZERO)


@dataclass(frozen=True)
class Combination:
    """
    What filters ask of an event, time apart; many events share one.

    Attributes
    ----------
    words
        As the file gives them, one for each of ``geo.selection.facets.WORD_COLUMNS``, in that
        order.
    actors
        Ids in order of the alphabet; the reserved ``unnamed`` alone where none is given.
    """

    words: tuple[StrEnum, ...]
    actors: tuple[str, ...]

    def by_column(self) -> dict[str, StrEnum]:
        """
        Name the words.

        Returns
        -------
        words
            By column of the file.
        """
        return dict(zip(COLUMN_NAMES, self.words, strict=True))

    def labels(self) -> dict[str, str]:
        """
        Say what the words are called.

        Returns
        -------
        labels
            By column of the file.
        """
        pairs = zip(WORD_COLUMNS, self.words, strict=True)
        return {column.name: column.labels[word] for (_, column), word in pairs}


@dataclass(frozen=True)
class EventTexts:
    """
    What is told of each event, one text a row; an empty text is not stated.

    Attributes
    ----------
    event_id, title, place, source, url, note
        As the file gives them.
    actors
        Names, in the order of the file.
    """

    event_id: tuple[str, ...]
    title: tuple[str, ...]
    place: tuple[str, ...]
    source: tuple[str, ...]
    url: tuple[str, ...]
    note: tuple[str, ...]
    actors: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)
class EventSet:
    """
    Events of one file in order of time (``geo/model/time_order.py``), then of lines; undated last.

    Attributes
    ----------
    label
        What a reader knows the set by.
    version
        First 16 hexadecimal digits of a SHA-256 over file, label and version of the dataset.
    lat, lon
        WGS 84 degrees; NaN for an event without a place.
    uncertainty_km
        Radius in which it may lie; NaN where not stated.
    hull_first, hull_last, core_first, core_last
        Day numbers, as in ``geo.rules.spans.Span``; ``FIRST_OPEN`` and ``LAST_OPEN`` are open ends,
        and both together stand for undated.
    reported
        Day number of the report; ``FIRST_OPEN`` where not stated.
    lasted
        Whether it went on over its core, or was on one unknown day of it.
    combination
        Position in ``combinations``.
    combinations
        The distinct combinations of what filters ask.
    texts
        What is told of each.
    """

    label: str
    version: str
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    uncertainty_km: NDArray[np.float64]
    hull_first: Days
    hull_last: Days
    core_first: Days
    core_last: Days
    reported: Days
    lasted: NDArray[np.bool_]
    combination: NDArray[np.uint16]
    combinations: tuple[Combination, ...]
    texts: EventTexts

    def __post_init__(self) -> None:
        """Lock the columns: sessions share them."""
        for value in vars(self).values():
            if isinstance(value, np.ndarray):
                value.flags.writeable = False

    def __len__(self) -> int:
        """Count the events."""
        return len(self.combination)

    def span(self, row: int) -> Span:
        """
        Give the days of one event.

        Parameters
        ----------
        row
            Its position.

        Returns
        -------
        span
            As the tables' events have it.
        """
        days: dict[str, Any] = {
            name: day_of_number(int(getattr(self, name)[row]))
            for name in ("core_first", "core_last", "hull_first", "hull_last")
        }
        return Span(lasted=bool(self.lasted[row]), **days)

    def known_day(self) -> Days:
        """
        Give the day from which each event is known.

        Returns
        -------
        days
            The first day, or the last where the first is open; ``FIRST_OPEN`` for undated.
        """
        last = np.where(self.hull_last == LAST_OPEN, FIRST_OPEN, self.hull_last)
        return np.where(self.hull_first == FIRST_OPEN, last, self.hull_first).astype(np.int32)
