"""The order of time, in which events stand as stops of a slider."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.model.models import Event


def in_time_order(events: Iterable["Event"]) -> tuple[str, ...]:
    """
    Order the dated ones among events.

    Parameters
    ----------
    events
        Events, dated or not.

    Returns
    -------
    event_ids
        By first day (or last, where the first is open), last day (or first) and id.
    """
    dated = [event for event in events if event.first_day or event.last_day]
    return tuple(event.event_id for event in sorted(dated, key=_time_key))


def _time_key(event: "Event") -> tuple[date, date, str]:
    first = event.first_day or event.last_day or date.max
    last = event.last_day or event.first_day or date.max
    return first, last, event.event_id
