"""What every row of every table is: frozen, typed, and able to check itself."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel, ConfigDict

from geo.model.vocabulary import SpanKind

Fault = tuple[str, str]
"""A column and what is wrong with it, given the other cells of its row."""


class Row(BaseModel):
    """A row of a table: frozen, every column known, every cell read from text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def faults(self) -> Iterator[Fault]:
        """
        Yield what does not hold between the cells of the row.

        Yields
        ------
        fault
            Column and message.
        """
        yield from ()


def days_in_order(first_day: date | None, last_day: date | None) -> Iterator[Fault]:
    """
    Check that the last day is not before the first.

    Parameters
    ----------
    first_day, last_day
        ``None`` is not stated.

    Yields
    ------
    fault
        At most one.
    """
    if first_day and last_day and last_day < first_day:
        yield (
            "last_day",
            f"'{last_day}' is before first_day '{first_day}'; the last day is the later one",
        )


def days_fit_span(span: SpanKind, first_day: date | None, last_day: date | None) -> Iterator[Fault]:
    """
    Check that a span has the days it needs, and no other.

    Parameters
    ----------
    span
        How the days are meant.
    first_day, last_day
        ``None`` is not stated.

    Yields
    ------
    fault
        One for each day.
    """
    empty = {SpanKind.SINCE: "last_day", SpanKind.UNTIL: "first_day"}.get(span)
    for column, day in (("first_day", first_day), ("last_day", last_day)):
        if column == empty and day:
            yield column, f"'{day}' is given; span '{span}' leaves it empty"
        if column != empty and not day:
            yield column, f"is empty; span '{span}' needs it"


def words_within(column: str, text: str, limit: int) -> Iterator[Fault]:
    """
    Check that a text is short.

    Parameters
    ----------
    column
        Where it stands.
    text
        The text.
    limit
        Words at most.

    Yields
    ------
    fault
        At most one.
    """
    count = len(text.split())
    if count > limit:
        yield column, f"has {count} words; {limit} at most"
