"""What is only planned or foreseen: never to be drawn, or dated, as done."""

from typing import TYPE_CHECKING

from geo.vocabulary import RouteStatus, Status
from geo.wording import UNDATED_TEXT, when_text

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.models import Event

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
        As ``when_text``; a plan is dated by its report and says so.
    """
    text = when_text(dataset, event.event_id, stated_only)
    if not is_planned(event.status) or text == UNDATED_TEXT:
        return text
    return f"as reported {'from' if ' to ' in text else 'on'} {text}"
