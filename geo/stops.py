"""The stops of an article's slider: its dated events in time order."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.models import Event


def stops(dataset: "Dataset", article_id: str) -> tuple[str, ...]:
    """
    List the stops of an article's slider.

    Parameters
    ----------
    dataset
        The data.
    article_id
        The article.

    Returns
    -------
    event_ids
        Dated events that it reports, by first day, last day and id. An undated event has no
        stop and is always reached.
    """
    return dataset.stops_by_article.get(article_id, ())


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
