"""Days, places and figures in plain English."""

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from geo.placement import PATH_ROLES, SPOT_ROLES
from geo.spans import Span, event_span
from geo.vocabulary import DatePrecision, PlaceRole

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.models import Claim

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
NOWHERE_TEXT = "no place given"


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


def span_text(span: Span, precision: DatePrecision | None = None) -> str:
    """
    Write when something was.

    Parameters
    ----------
    span
        Its days.
    precision
        How finely the day is known, so that a month is not written as its first day.

    Returns
    -------
    text
        ``18 May 2017``; ``some day in 22-28 May 2017``; ``some day between about 18 April
        and 17 May 2017``; ``since May 2017``; ``until 18 May 2017``; ``undated``.
    """
    about = "about " if precision is DatePrecision.APPROXIMATE else ""
    coarse = precision is DatePrecision.MONTH
    first, last = span.hull_first, span.hull_last
    if first and last:
        text = period_text(first, last)
        if span.lasted or first == last:
            return about + text
        if " to " in text:
            return f"some day between {about}{text.replace(' to ', ' and ', 1)}"
        return f"some day in {about}{text}"
    if first:
        start = month_text(first) if coarse and first.day == 1 else day_text(first)
        if about and (first.month, first.day) == (1, 1):
            return f"{'since' if span.lasted else 'not before'} about {first.year}"
        return f"{'since' if span.lasted else 'not before'} {about}{start}"
    if last:
        at_end = last.day == monthrange(last.year, last.month)[1]
        end = month_text(last) if coarse and at_end else day_text(last)
        return f"{'until' if span.lasted else 'not after'} {about}{end}"
    return UNDATED_TEXT


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
    precision = dataset.event_rows[event_id].date_precision
    return span_text(event_span(dataset, event_id, stated_only), precision)


def where_text(dataset: "Dataset", event_id: str) -> str:
    """
    Write where an event was.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.

    Returns
    -------
    text
        ``near al-Tanf``; ``from A via B to C``; ``about al-Tanf`` for what is only its subject;
        ``no place given``.
    """
    rows = dataset.places_of(event_id)
    spots = [row for row in rows if row.role in SPOT_ROLES]
    # In words, a place that an article names comes before one that we worked out.
    spots.sort(key=lambda row: not dataset.gazetteer[row.place_id].stated)
    chosen = spots[:1] or [row for row in rows if row.role in PATH_ROLES]
    if not chosen:
        chosen = [row for row in rows if row.role is PlaceRole.ABOUT]
        names = ", ".join(_name(dataset, row.place_id) for row in chosen)
        return f"about {names}" if names else NOWHERE_TEXT
    return " ".join(f"{row.role} {_name(dataset, row.place_id)}" for row in chosen)


def _name(dataset: "Dataset", place_id: str) -> str:
    name = dataset.gazetteer[place_id].name
    return f"the {name[4:]}" if name.startswith("The ") else name


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
        ``1 killed``; ``None`` when nothing was stated.
    """
    if low is None and high is None:
        return None
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
        Killed, then wounded; ``None`` when the claim is silent.
    """
    killed = figure_text(claim.fatalities_low, claim.fatalities_high, "killed")
    wounded = figure_text(claim.wounded_low, claim.wounded_high, "wounded")
    return ", ".join(text for text in (killed, wounded) if text) or None
