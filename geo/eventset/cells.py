"""The columns of an imported set of events, each with how its cells are read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, get_args

from geo.model import cells
from geo.model import vocabulary as v
from geo.model.problems import nearest
from geo.model.row import Fault, days_fit_span, days_in_order
from geo.reading.records import text_fault
from geo.selection.facets import listed_columns

NEEDED = ("event_id", "title")
SHORT = 200
"""Characters at most in a cell that holds an id, a word, a day, a number or a name."""

LONG = 2000
"""Characters at most in any other cell."""

EARLIEST_DAY, LATEST_DAY = date(1900, 1, 1), date(2100, 12, 31)

E = TypeVar("E", bound=StrEnum)
Read = Callable[[object], Any]


@dataclass(frozen=True)
class Column:
    """
    How the cells of a column are read.

    Attributes
    ----------
    read
        From text to value; raises what ``geo.model.cells.wrong`` makes.
    longest
        Characters at most.
    """

    read: Read
    longest: int = SHORT

    def value(self, text: str) -> Any:  # noqa: ANN401 - each column has a type of its own
        """
        Read one cell.

        Parameters
        ----------
        text
            Text of the cell.

        Returns
        -------
        value
            What it stands for.

        Raises
        ------
        PydanticCustomError
            What is wrong, and what would be right.
        """
        if len(text) > self.longest:
            raise cells.wrong(f"has {len(text):,} characters; {self.longest:,} at most")
        fault = text_fault(text)
        if fault:
            raise cells.wrong(fault)
        return self.read(text)


def columns(actors: Mapping[str, str], hints: bool = True) -> dict[str, Column]:
    """
    List the columns that a set may have.

    Parameters
    ----------
    actors
        Name by id of every actor there is.
    hints
        Whether an error names the nearest word. That takes its time, and a file may hold any
        number of wrong words.

    Returns
    -------
    columns
        By name, in the order to show them.
    """
    day = Column(cells.maybe(_day))
    text = Column(_reader(cells.Text))
    return {
        "event_id": Column(cells.read_id),
        "title": Column(_reader(cells.NeededText), LONG),
        **{
            column.name: Column(_word(column.words, column.empty, hints))
            for column in listed_columns()
        },
        "first_day": day,
        "last_day": day,
        "span": Column(_word(v.SpanKind, None, hints)),
        "reported_on": day,
        "lat": Column(_reader(cells.Latitude)),
        "lon": Column(_reader(cells.Longitude)),
        "uncertainty_km": Column(_reader(cells.Kilometres)),
        "place": text,
        "actor_ids": Column(cells.each(_known_actor(actors, hints)), LONG),
        "source": Column(_reader(cells.Text), LONG),
        "url": Column(_reader(cells.Address), LONG),
        "note": Column(_reader(cells.Text), LONG),
    }


def _reader(kind: Any) -> Read:  # noqa: ANN401 - a kind of cell is an Annotated type
    """Take the reader from a kind of cell: called by itself it costs a fraction of a model."""
    read: Read = get_args(kind)[1].func
    return read


def _day(value: object) -> date:
    day: date = _reader(cells.Day)(value)
    if not EARLIEST_DAY <= day <= LATEST_DAY:
        raise cells.wrong(f"'{day}' is out of range; days lie from {EARLIEST_DAY} to {LATEST_DAY}")
    return day


def _word(vocabulary: type[E], empty: E | None, hints: bool) -> Read:
    known: dict[object, E | None] = {str(word): word for word in vocabulary} | {"": empty}
    in_full = cells.word_of(vocabulary)

    def read(value: object) -> E | None:
        if value in known:
            return known[value]
        if not hints:
            raise cells.wrong(f"{value!r} is not one of the words allowed here")
        return in_full(value)

    return read


def _known_actor(actors: Mapping[str, str], hints: bool) -> Read:
    def read(value: object) -> str:
        actor_id = str(value)
        if actor_id not in actors:
            suggestion = nearest(actor_id, actors) if hints else ""
            raise cells.wrong(f"{actor_id!r} is not in actors.csv{suggestion}")
        return actor_id

    return read


def row_faults(row: Mapping[str, Any]) -> Iterator[Fault]:
    """
    Yield what does not hold between the cells of a row.

    Parameters
    ----------
    row
        Value by column.

    Yields
    ------
    fault
        Column and message.
    """
    first_day, last_day, span = row["first_day"], row["last_day"], row["span"]
    if first_day != last_day:
        yield from days_in_order(first_day, last_day)
    if span is not None:
        yield from days_fit_span(span, first_day, last_day)
    elif (first_day is None) != (last_day is None):
        column = "first_day" if first_day is None else "last_day"
        yield column, "is empty; one day stands in both, and an open end has span since or until"
    if (row["lat"] is None) != (row["lon"] is None):
        column = "lat" if row["lat"] is None else "lon"
        yield column, "is empty; lat and lon are given both or not at all"
