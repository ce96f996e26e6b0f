"""Which imported events a selection shows: the rules of the browser over columns, in one pass."""

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from geo.eventset.event_set import FIRST_OPEN, LAST_OPEN, Combination, Days, EventSet, day_number
from geo.eventset.find import found_rows
from geo.model.vocabulary import DayOf, Match
from geo.rules.parts import switches
from geo.selection.facet import Ids
from geo.selection.facets import WORD_COLUMNS

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.selection.selection import Selection

LAYER = "imported"
MATCHES = (Match.NO, Match.CERTAIN, Match.POSSIBLE)
"""What the numbers of a match array stand for, by position."""

_NO, _CERTAIN, _POSSIBLE = range(3)

Matches = NDArray[np.uint8]


def select_events(event_set: EventSet, selection: "Selection", dataset: "Dataset") -> Matches:
    """
    Say which events of a set a selection shows, and how surely.

    Parameters
    ----------
    event_set
        The set.
    selection
        What the reader has chosen. Articles and their sliders do not touch imported events, and
        what only the five articles say leaves them all out. Whoever their files name
        did it, so the selection's role changes nothing.
    dataset
        Says who stands above an actor, and how actors are called.

    Returns
    -------
    matches
        One number for each event, a position in ``MATCHES``.
    """
    if selection.stated_only or not selection.layer_on(LAYER):
        return np.zeros(len(event_set), dtype=np.uint8)
    first_day, last_day = selection.first_day, selection.last_day
    by_report = selection.day_of is DayOf.REPORTED
    if by_report:
        found = _reported(event_set.reported, first_day, last_day)
    else:
        found = _happened(event_set, first_day, last_day)
    if selection.imported_until is not None:
        # An undated event has the least number there is, so no day hides it.
        known = event_set.reported if by_report else event_set.known_day()
        found[known > day_number(selection.imported_until, LAST_OPEN)] = _NO
    found[~_allowed(event_set, selection, dataset)[event_set.combination]] = _NO
    sought = found_rows(event_set, selection.find, dataset)
    if sought is not None:
        found[~sought] = _NO
    return found


def _allowed(event_set: EventSet, selection: "Selection", dataset: "Dataset") -> NDArray[np.bool_]:
    """Ask of each combination whether it passes the filters, time apart."""
    chosen: list[Ids] = [getattr(selection, facet.name) for facet, _ in WORD_COLUMNS]
    actors = selection.actors

    def is_on(combination: Combination) -> bool:
        pairs = zip(chosen, combination.words, strict=True)
        return all(on is None or word in on for on, word in pairs)

    def is_named(combination: Combination) -> bool:
        return actors is None or any(
            not actors.isdisjoint(switches(dataset, one)) for one in combination.actors
        )

    return np.array(
        [is_on(one) and is_named(one) for one in event_set.combinations], dtype=np.bool_
    )


def _happened(event_set: EventSet, first_day: date | None, last_day: date | None) -> Matches:
    """Apply the rules of ``geo.rules.spans.match`` to every span at once."""
    if first_day is None and last_day is None:
        return np.full(len(event_set), _CERTAIN, dtype=np.uint8)
    first, last = day_number(first_day, FIRST_OPEN), day_number(last_day, LAST_OPEN)
    hull_first, hull_last = event_set.hull_first, event_set.hull_last
    overlaps = (hull_first <= last) & (hull_last >= first)
    known_to_overlap = (event_set.core_first <= last) & (event_set.core_last >= first)
    inside = (hull_first >= first) & (hull_last <= last)
    return _graded(overlaps, np.where(event_set.lasted, known_to_overlap, inside))


def _reported(reported: Days, first_day: date | None, last_day: date | None) -> Matches:
    """Ask whether each event was reported in the window; without a report it may have been."""
    first, last = day_number(first_day, FIRST_OPEN), day_number(last_day, LAST_OPEN)
    unknown = reported == FIRST_OPEN
    inside = (reported >= first) & (reported <= last)
    is_open = first_day is None and last_day is None
    return _graded(inside | unknown, inside & (~unknown | is_open))


def _graded(overlaps: NDArray[np.bool_], sure: NDArray[np.bool_]) -> Matches:
    found = np.where(sure, _CERTAIN, _POSSIBLE).astype(np.uint8)
    found[~overlaps] = _NO
    return found
