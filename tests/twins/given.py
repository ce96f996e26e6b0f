"""What a case is asked of: the small fixture or the five articles, changed as the case says."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from geo.dataset import Dataset, load_dataset
from geo.eventset.event_set import EventSet
from geo.model.models import Participant, RouteLeg, Waypoint
from geo.model.renamed import Renamed
from geo.model.vocabulary import (
    DateBasis,
    DatePrecision,
    EventType,
    RouteKind,
    RouteStatus,
    SpanKind,
    Status,
    WaypointBasis,
)
from geo.selection.selection import DAY_FIELDS, SET_FIELDS, Selection
from tests.geo.conftest import SMALL
from tests.geo.importing import event_set

EVENT = "strike-2017-05-18"
"""The event whose participants cases change."""

ROUTE = "damascus-baghdad-highway"
"""The route that cases change: from Damascus by al-Tanf to Baghdad."""

_FOLDERS = {"small": (SMALL,), "five articles": ()}
_BASES = {basis[0]: basis for basis in WaypointBasis}
_READ: Mapping[str, Callable[[Any], Any]] = {
    "type": EventType,
    "status": Status,
    "span": SpanKind,
    "date_precision": DatePrecision,
    "date_basis": DateBasis,
    "first_day": date.fromisoformat,
    "last_day": date.fromisoformat,
}


def dataset_of(data: Mapping[str, Any] | None = None) -> Dataset:
    """Return the dataset of a case; the small fixture as it is where the case says nothing."""
    return _dataset_of(json.dumps(data or {}, sort_keys=True))


@cache
def _dataset_of(text: str) -> Dataset:
    data: dict[str, Any] = json.loads(text)
    dataset = _loaded(data.pop("collection", "small"))
    for name, value in data.items():
        dataset = _CHANGES[name](dataset, value)
    return dataset


@cache
def _loaded(name: str) -> Dataset:
    return load_dataset(*_FOLDERS[name])


def _with_participants(dataset: Dataset, taking_part: str) -> Dataset:
    """Give the event others who take part: ``ACTOR:ROLE`` or ``ACTOR:ROLE:SIDE`` of each."""
    rows = []
    for word in taking_part.split():
        actor_id, role, side = [*word.split(":"), ""][:3]
        row = {"event_id": EVENT, "actor_id": actor_id, "role": role, "side": side}
        rows.append(Participant.model_validate(row | {"claim_id": "g1"}))
    others = [row for row in dataset.participants if row.event_id != EVENT]
    return replace(dataset, participants=(*others, *rows))


def _with_parents(dataset: Dataset, parents: Mapping[str, str]) -> Dataset:
    """Put actors below others."""
    rows = {
        actor_id: dataset.actors[actor_id].model_copy(update={"parent_id": parent_id})
        for actor_id, parent_id in parents.items()
    }
    return replace(dataset, actors={**dataset.actors, **rows})


def _with_events(dataset: Dataset, changes: Mapping[str, Mapping[str, Any]]) -> Dataset:
    """Give events other fields, as their table has them."""
    rows = {}
    for event_id, fields in changes.items():
        read = {name: value and _READ[name](value) for name, value in fields.items()}
        rows[event_id] = dataset.event_rows[event_id].model_copy(update=read)
    return replace(dataset, event_rows={**dataset.event_rows, **rows})


def _with_route(dataset: Dataset, given: Mapping[str, Any]) -> Dataset:
    """Give the route a status, actors and events that name it."""
    status = RouteStatus(given["status"])
    changes = {
        "kind": RouteKind.ROAD if status is RouteStatus.EXISTING else RouteKind.AXIS,
        "status": status,
        "actor_ids": tuple(given["actors"]),
    }
    route = dataset.route_rows[ROUTE].model_copy(update=changes)
    events = {}
    for event_id, event in dataset.event_rows.items():
        others = tuple(one for one in event.route_ids if one != ROUTE)
        named = (ROUTE,) if event_id in given["named_by"] else ()
        events[event_id] = event.model_copy(update={"route_ids": (*others, *named)})
    return replace(dataset, route_rows={**dataset.route_rows, ROUTE: route}, event_rows=events)


def _with_bases(dataset: Dataset, given: Mapping[str, str]) -> Dataset:
    """Give waypoints and legs of the route other bases, each by its first letter."""
    route = dataset.route_rows[ROUTE]
    changes = {
        "waypoints": tuple(
            Waypoint(place_id=one.place_id, basis=_BASES[letter], source=f"of {one.place_id}")
            for one, letter in zip(route.waypoints, given["waypoints"], strict=True)
        ),
        "legs": tuple(
            RouteLeg(basis=_BASES[letter], source=given.get("source", "of a leg"))
            for letter in given["legs"]
        ),
    }
    changed = route.model_copy(update=changes)
    assert list(changed.faults()) == []
    return replace(dataset, route_rows={**dataset.route_rows, ROUTE: changed})


def _with_renamed(dataset: Dataset, given: Mapping[str, Mapping[str, list[str]]]) -> Dataset:
    """Say what became of ids, by kind and old id: what opens instead, and the sentence."""
    rows = [
        Renamed.model_validate({"old_id": old_id, "kind": kind, "new_id": new_id, "became": became})
        for kind, ids in given.items()
        for old_id, (new_id, became) in ids.items()
    ]
    return replace(dataset, renamed={row.old: row for row in rows})


_CHANGES: Mapping[str, Callable[[Dataset, Any], Dataset]] = {
    "participants": _with_participants,
    "parents": _with_parents,
    "events": _with_events,
    "route": _with_route,
    "bases": _with_bases,
    "renamed": _with_renamed,
}


def selection_of(chosen: Mapping[str, Any]) -> Selection:
    """Read a selection from what a case has of the browser's state."""
    read: dict[str, Callable[[Any], Any]] = {
        **dict.fromkeys(SET_FIELDS, frozenset),
        **dict.fromkeys(DAY_FIELDS, date.fromisoformat),
    }
    return Selection(
        **{
            name: value if value is None or name not in read else read[name](value)
            for name, value in chosen.items()
        }
    )


def imported_span(written: list[str | None]) -> EventSet:
    """Return an imported set of one event: kind, first day, last day, day of the report."""
    kind, first_day, last_day, reported_on = (cell or "" for cell in written)
    row = {"span": kind, "first_day": first_day, "last_day": last_day, "reported_on": reported_on}
    return event_set(dataset_of(), row)
