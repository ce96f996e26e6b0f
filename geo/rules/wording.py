"""Days and figures in plain English."""

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from geo.model.vocabulary import DatePrecision, EventType
from geo.rules.event_facts import event_facts
from geo.rules.spans import Span

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Claim

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
UNDATED_TEXT = "undated"
UNHURT_TEXT = "no casualties reported"
STATES = (EventType.CONTROL, EventType.POLICY, EventType.BACKGROUND)
"""What goes on for a while; everything else happened once."""


def day_text(day: date) -> str:
    """
    Write a day.

    Parameters
    ----------
    day
        The day.

    Returns
    -------
    text
        As in ``18 May 2017``, whatever the locale.
    """
    return f"{day.day} {month_text(day)}"


def month_text(day: date) -> str:
    """
    Write the month of a day.

    Parameters
    ----------
    day
        Any day of it.

    Returns
    -------
    text
        As in ``May 2017``.
    """
    return f"{MONTHS[day.month - 1]} {day.year}"


def period_text(first_day: date, last_day: date) -> str:
    """
    Write a run of days as shortly as can be.

    Parameters
    ----------
    first_day, last_day
        Both ends in it.

    Returns
    -------
    text
        ``18 May 2017``, ``22-28 May 2017`` with an en dash, ``29 May to 2 June 2017``;
        whole months as ``May 2017`` or ``April to May 2017``, whole years as ``2015``.
    """
    if first_day == last_day:
        return day_text(first_day)
    if (first_day.month, first_day.day, last_day.month, last_day.day) == (1, 1, 12, 31):
        years = (str(first_day.year), str(last_day.year))
        return years[0] if years[0] == years[1] else " to ".join(years)
    whole = first_day.day == 1 and last_day.day == monthrange(last_day.year, last_day.month)[1]
    if (first_day.year, first_day.month) == (last_day.year, last_day.month):
        month = month_text(last_day)
        return month if whole else f"{first_day.day}\N{EN DASH}{last_day.day} {month}"
    start = month_text(first_day) if whole else day_text(first_day)
    end = month_text(last_day) if whole else day_text(last_day)
    if first_day.year == last_day.year:
        start = start.removesuffix(f" {first_day.year}")
    return f"{start} to {end}"


def span_text(span: Span, precision: DatePrecision | None = None, once: bool = False) -> str:
    """
    Write when something was.

    Parameters
    ----------
    span
        Its days.
    precision
        How finely the day is known, so that a month is not written as its first day.
    once
        Whether it happened once, so that an open beginning is no duration.

    Returns
    -------
    text
        ``18 May 2017``; ``in May 2017``; ``some day between about 18 April and 17 May 2017``;
        ``since 2011``; ``until 18 May 2017`` of a state, ``by 18 May 2017`` of what happened
        once; ``undated``.
    """
    about = "about " if precision is DatePrecision.APPROXIMATE else ""
    coarse = precision is DatePrecision.MONTH
    first, last = span.hull_first, span.hull_last
    if first and last:
        lasted = span.lasted or first == last
        return _lasting(first, last, about) if lasted else _some_day(first, last, about)
    if first:
        word = "since" if span.lasted else "not before"
        if about and _opens_year(first):
            return f"{word} {first.year}"
        return (
            f"{word} {about}{month_text(first) if coarse and first.day == 1 else day_text(first)}"
        )
    if last:
        if once or not span.lasted:
            return f"by {day_text(last)}"
        at_end = last.day == monthrange(last.year, last.month)[1]
        return f"until {about}{month_text(last) if coarse and at_end else day_text(last)}"
    return UNDATED_TEXT


def _opens_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _lasting(first: date, last: date, about: str) -> str:
    text = period_text(first, last)
    return text if text == str(first.year) else about + text


def _some_day(first: date, last: date, about: str) -> str:
    """Write a day that is one of several; a whole year or month needs no more than its name."""
    text = period_text(first, last)
    if text == str(first.year):
        return f"in {text}"
    if text == month_text(first):
        return f"in {about}{text}"
    if about and _opens_year(first) and first.year != last.year:
        return f"some day between {first.year} and {day_text(last)}"
    start, _, end = text.replace("\N{EN DASH}", " to ").partition(" to ")
    if (last - first).days == 1:
        return f"{about}{start} or {end}"
    return f"some day between {about}{start} and {end}"


def when_text(dataset: "Dataset", event_id: str, stated_only: bool = False) -> str:
    """
    Write when an event was.

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
    text
        As ``span_text``.
    """
    stated = event_facts(dataset)[event_id].of(stated_only)
    once = dataset.event_rows[event_id].type not in STATES
    return span_text(stated.span, stated.reading.precision, once)


def figure_text(low: int | None, high: int | None, what: str) -> str | None:
    """
    Write a figure as it was given.

    Parameters
    ----------
    low, high
        Bounds, both in; ``None`` is not stated.
    what
        Follows the number, e.g. ``killed``.

    Returns
    -------
    text
        ``at least 22 killed``, ``up to 5 killed``, ``2-5 killed`` with an en dash,
        ``1 killed``, ``none reported killed`` for zero; ``None`` when nothing was stated.
    """
    if low is None and high is None:
        return None
    if high == 0:
        return f"none reported {what}"
    if high is None:
        return f"at least {low:,} {what}"
    if low is None:
        return f"up to {high:,} {what}"
    return f"{low:,} {what}" if low == high else f"{low:,}\N{EN DASH}{high:,} {what}"


def casualties_text(claim: "Claim") -> str | None:
    """
    Write the casualties that a claim gives.

    Parameters
    ----------
    claim
        The claim.

    Returns
    -------
    text
        Killed, then wounded; ``no casualties reported`` where both are zero; ``None`` when the
        claim is silent.
    """
    if claim.fatalities_high == claim.wounded_high == 0:
        return UNHURT_TEXT
    killed = figure_text(claim.fatalities_low, claim.fatalities_high, "killed")
    wounded = figure_text(claim.wounded_low, claim.wounded_high, "wounded")
    return ", ".join(text for text in (killed, wounded) if text) or None
