"""What is only planned, foreseen or dated by its report: never to be dated as if it happened so."""

from typing import TYPE_CHECKING

from geo.model.vocabulary import DateBasis, RouteStatus, SpanKind, Status
from geo.rules.wording import UNDATED_TEXT, day_text, when_text

if TYPE_CHECKING:
    from datetime import date

    from geo.dataset import Dataset
    from geo.model.models import Event

_NOT_DONE = frozenset({Status.PLANNED, Status.FORECAST, RouteStatus.PROPOSED})


def is_planned(status: Status | RouteStatus) -> bool:
    """
    Tell whether something is a plan, a proposal or a forecast, never to be drawn as done.

    Parameters
    ----------
    status
        Status of an event or a route.

    Returns
    -------
    bool
        True for planned, proposed and forecast.
    """
    return str(status) in _NOT_DONE


def report_days(dataset: "Dataset", event: "Event") -> "tuple[date, date] | None":
    """
    Find the reports by which alone an event is dated.

    Parameters
    ----------
    dataset
        What was reported; the articles are looked up in all of it.
    event
        One of its events.

    Returns
    -------
    first_day, last_day
        On which the first and the last article that tells of it was published, where these are
        its days: how long it lasted, nobody says. ``None`` where it has days of its own, also where
        a claim gives the very days of the reports.
    """
    spans = (SpanKind.THROUGHOUT, SpanKind.WITHIN)
    if event.date_basis is not DateBasis.RESOLVED or event.span not in spans:
        return None
    whole = dataset.whole or dataset
    claims = whole.claims_of(event.event_id)
    if (event.first_day, event.last_day) in {(one.first_day, one.last_day) for one in claims}:
        return None
    days = [whole.articles[one].published_on for one in whole.articles_of(event.event_id)]
    if not days or (event.first_day, event.last_day) != (min(days), max(days)):
        return None
    return min(days), max(days)


def between_text(first_day: "date", last_day: "date") -> str:
    """
    Write the first and the last of several days, never as a run that lasted.

    Parameters
    ----------
    first_day, last_day
        Both ends.

    Returns
    -------
    text
        ``on 18 May 2017``, ``from 18 to 31 May 2017`` or ``from 31 May to 2 June 2017``.
    """
    if first_day == last_day:
        return f"on {day_text(first_day)}"
    start = day_text(first_day)
    if first_day.year == last_day.year:
        start = start.removesuffix(f" {first_day.year}")
        if first_day.month == last_day.month:
            start = str(first_day.day)
    return f"from {start} to {day_text(last_day)}"


def event_when(dataset: "Dataset", event: "Event", *, stated_only: bool = False) -> str:
    """
    Write when an event was.

    Parameters
    ----------
    dataset
        What was reported.
    event
        One of its events.
    stated_only
        Keep to the days that the articles themselves give.

    Returns
    -------
    str
        As ``when_text``; what is dated by its reports, as every plan is, says so.
    """
    days = report_days(dataset, event)
    if days:
        return f"as reported {between_text(*days)}"
    text = when_text(dataset, event.event_id, stated_only)
    if not is_planned(event.status) or text == UNDATED_TEXT:
        return text
    return f"as reported {'from' if ' to ' in text else 'on'} {text}"
