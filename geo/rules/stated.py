"""The days of an event as the tables have them or, alone, the articles."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geo.model.vocabulary import DateBasis, DatePrecision, SpanKind

if TYPE_CHECKING:
    from geo.dataset import Dataset

DAYS_OF_A_WEEK = 7
NOT_IN_THE_ARTICLES = (DateBasis.EXTERNAL, DateBasis.INFERRED)


@dataclass(frozen=True)
class Reading:
    """
    The days of an event as they are to be shown.

    Attributes
    ----------
    first_day, last_day
        ``None`` where open or undated.
    kind
        How they are meant; ``None`` for undated.
    precision
        How finely they tell the day.
    """

    first_day: date | None
    last_day: date | None
    kind: SpanKind | None
    precision: DatePrecision


def claimed_days(
    days: Iterable[tuple[date | None, date | None]],
) -> tuple[date | None, date | None]:
    """
    Join the days that claims about one event give.

    Parameters
    ----------
    days
        First and last day of each claim; both ``None`` is silent, one ``None`` is open.

    Returns
    -------
    first_day, last_day
        The days that lie in every range, for the event is one and each range says where it
        may lie. Where claims have no day in common, from the earliest to the latest of all;
        an end that one of them leaves open then stays open.
    """
    spoken = [pair for pair in days if pair != (None, None)]
    firsts = [first for first, _ in spoken]
    lasts = [last for _, last in spoken]
    first_day = max((day for day in firsts if day), default=None)
    last_day = min((day for day in lasts if day), default=None)
    if first_day is None or last_day is None or first_day <= last_day:
        return first_day, last_day
    first_day = None if None in firsts else min(day for day in firsts if day)
    last_day = None if None in lasts else max(day for day in lasts if day)
    return first_day, last_day


def precision_of(first_day: date | None, last_day: date | None) -> DatePrecision:
    """
    Say how finely a range of days tells the day.

    Parameters
    ----------
    first_day, last_day
        Both ends in it; ``None`` is open.

    Returns
    -------
    precision
        A day, a whole week from Monday, up to a week of days, a whole month, else approximate.
    """
    if first_day is None and last_day is None:
        return DatePrecision.UNDATED
    if first_day is None or last_day is None:
        return DatePrecision.APPROXIMATE
    if first_day == last_day:
        return DatePrecision.DAY
    length = (last_day - first_day).days + 1
    if length == DAYS_OF_A_WEEK and first_day.weekday() == 0:
        return DatePrecision.WEEK
    if length <= DAYS_OF_A_WEEK:
        return DatePrecision.DAYS
    month = (first_day.year, first_day.month) == (last_day.year, last_day.month)
    whole = month and length == monthrange(first_day.year, first_day.month)[1]
    return DatePrecision.MONTH if whole else DatePrecision.APPROXIMATE


def reading(dataset: "Dataset", event_id: str, stated_only: bool = False) -> Reading:
    """
    Give the days of an event as the tables or, alone, the articles have them.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.
    stated_only
        Replace a day that is external or inferred by the days its claims give. These say
        between which days it lies, so they are read as ``within``, however long it lasted.

    Returns
    -------
    reading
        Days, how they are meant and how fine they are.
    """
    event = dataset.event_rows[event_id]
    if stated_only and event.date_basis in NOT_IN_THE_ARTICLES:
        days = claimed_days((c.first_day, c.last_day) for c in dataset.claims_of(event_id))
        kind = None if days == (None, None) else SpanKind.WITHIN
        return Reading(*days, kind, precision_of(*days))
    return Reading(event.first_day, event.last_day, event.span, event.date_precision)
