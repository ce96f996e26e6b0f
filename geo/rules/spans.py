"""Days of an event: what is uncertain, what lasted, and whether it lies in a window."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geo.model.vocabulary import DatePrecision, Match, SpanKind
from geo.rules.stated import reading

if TYPE_CHECKING:
    from geo.dataset import Dataset


@dataclass(frozen=True)
class Span:
    """
    When an event was, as far as it is known.

    Attributes
    ----------
    lasted
        Whether it went on over its core, or was on one unknown day of it.
    core_first, core_last
        Days over which something that lasted is known to have lasted.
    hull_first, hull_last
        Days outside which it was not; ``None`` is open.
    """

    lasted: bool
    core_first: date | None
    core_last: date | None
    hull_first: date | None
    hull_last: date | None

    @property
    def dated(self) -> bool:
        """Whether anything at all is known of its days."""
        return self.hull_first is not None or self.hull_last is not None


UNDATED = Span(lasted=False, core_first=None, core_last=None, hull_first=None, hull_last=None)


def span_of(
    kind: SpanKind | None,
    first_day: date | None,
    last_day: date | None,
    reported_until: date | None = None,
) -> Span:
    """
    Work out a span from how it is written in the tables.

    Parameters
    ----------
    kind
        How the days are meant; ``None`` for undated.
    first_day, last_day
        As in the table.
    reported_until
        Latest day of publication, up to which something that goes on is known to.

    Returns
    -------
    span
        Undated when both days are empty.
    """
    if first_day is None and last_day is None:
        return UNDATED
    if kind is None or kind is SpanKind.WITHIN:
        return Span(False, first_day, last_day, first_day, last_day)
    if kind is SpanKind.SINCE:
        start = first_day or last_day
        known = max((day for day in (start, reported_until) if day), default=None)
        return Span(True, start, known, first_day, None)
    if kind is SpanKind.UNTIL:
        end = last_day or first_day
        return Span(True, end, end, None, last_day)
    return Span(True, first_day or last_day, last_day or first_day, first_day, last_day)


def _overlaps(
    first: date | None, last: date | None, first_day: date | None, last_day: date | None
) -> bool:
    starts_in_time = first is None or last_day is None or first <= last_day
    ends_in_time = last is None or first_day is None or last >= first_day
    return starts_in_time and ends_in_time


def match(span: Span, first_day: date | None, last_day: date | None) -> Match:
    """
    Say whether an event lies in a window of days.

    Parameters
    ----------
    span
        Days of the event.
    first_day, last_day
        The window, both ends in it; ``None`` is open.

    Returns
    -------
    match
        Certain when it lies inside, or lasted and is known to overlap; possible when it may.
        Undated is possible in every window that has an end.
    """
    if first_day is None and last_day is None:
        return Match.CERTAIN
    if not _overlaps(span.hull_first, span.hull_last, first_day, last_day):
        return Match.NO
    if span.lasted:
        sure = _overlaps(span.core_first, span.core_last, first_day, last_day)
    else:
        after = first_day is None or (span.hull_first is not None and span.hull_first >= first_day)
        before = last_day is None or (span.hull_last is not None and span.hull_last <= last_day)
        sure = after and before
    return Match.CERTAIN if sure else Match.POSSIBLE


def event_span(dataset: "Dataset", event_id: str, stated_only: bool = False) -> Span:
    """
    Work out the span of an event.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.
    stated_only
        Keep to the days that the articles themselves give.

    Returns
    -------
    span
        Undated when no day is known.
    """
    read = reading(dataset, event_id, stated_only)
    if read.precision is DatePrecision.UNDATED:
        return UNDATED
    published = [dataset.articles[a].published_on for a in dataset.articles_of(event_id)]
    return span_of(read.kind, read.first_day, read.last_day, max(published, default=None))
