"""Days of imported events in plain English."""

from collections.abc import Iterable

from geo.eventset.event_set import EventSet
from geo.rules.wording import STATES, span_text


def when_texts(event_set: EventSet, rows: Iterable[int]) -> list[str]:
    """
    Write when events were.

    Parameters
    ----------
    event_set
        The set.
    rows
        Their positions.

    Returns
    -------
    texts
        As ``geo.rules.wording.span_text``, one for each.
    """
    columns = ("lasted", "hull_first", "hull_last", "combination")
    lasted, first, last, combination = (getattr(event_set, name).tolist() for name in columns)
    once = [combination.by_column()["type"] not in STATES for combination in event_set.combinations]
    # Days repeat: each wording is made once.
    known: dict[tuple[bool, int, int, bool], str] = {}
    texts = []
    for row in rows:
        written = (lasted[row], first[row], last[row], once[combination[row]])
        if written not in known:
            known[written] = span_text(event_set.span(row), once=written[3])
        texts.append(known[written])
    return texts
