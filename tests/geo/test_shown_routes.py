"""A route is there with the events that name it, and the articles leave of it what they state."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from geo.dataset import Dataset
from geo.models import RouteLeg, Waypoint
from geo.select import select
from geo.selection import Selection
from geo.shown_routes import stated_route, stays
from geo.vocabulary import DayOf, RouteKind, RouteStatus, WaypointBasis
from tests.route_cases import CASES, EVENTS, ROUTE, STATED, Case

BASES = {basis[0]: basis for basis in WaypointBasis}


def with_route(dataset: Dataset, case: Case) -> Dataset:
    """Give the route the status, actors and events of a case."""
    changes: dict[str, Any] = {
        "kind": RouteKind.ROAD if case.status == "existing" else RouteKind.AXIS,
        "status": RouteStatus(case.status),
        "actor_ids": case.actor_ids,
    }
    route = dataset.route_rows[ROUTE].model_copy(update=changes)
    naming = {EVENTS[number] for number in case.named_by}
    events = {
        event_id: event.model_copy(
            update={
                "route_ids": (
                    *(one for one in event.route_ids if one != ROUTE),
                    *((ROUTE,) if event_id in naming else ()),
                )
            }
        )
        for event_id, event in dataset.event_rows.items()
    }
    return replace(dataset, route_rows=dataset.route_rows | {ROUTE: route}, event_rows=events)


def with_bases(dataset: Dataset, waypoints: str, legs: str) -> Dataset:
    """Give waypoints and legs of the route other bases, each by its first letter."""
    route = dataset.route_rows[ROUTE]
    changes = {
        "waypoints": tuple(
            Waypoint(place_id=one.place_id, basis=BASES[letter], source=f"of {one.place_id}")
            for one, letter in zip(route.waypoints, waypoints, strict=True)
        ),
        "legs": tuple(RouteLeg(basis=BASES[letter], source="of a leg") for letter in legs),
    }
    changed = route.model_copy(update=changes)
    assert list(changed.faults()) == []
    return replace(dataset, route_rows=dataset.route_rows | {ROUTE: changed})


def selection_of(chosen: dict[str, Any]) -> Selection:
    """Read a selection from the browser's state."""
    read = {
        **{name: frozenset for name in ("types", "articles", "sides", "actors", "layers")},
        **{name: date.fromisoformat for name in ("first_day", "last_day")},
        "day_of": DayOf,
    }
    return Selection(**{name: read.get(name, lambda it: it)(of) for name, of in chosen.items()})


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_route_is_there_as_the_table_says(small: Dataset, case: Case) -> None:
    shown = select(with_route(small, case), selection_of(dict(case.chosen)))
    assert (ROUTE in shown.route_rows) == case.is_shown


@pytest.mark.parametrize(("waypoints", "legs", "left"), STATED.values(), ids=STATED)
def test_the_articles_leave_what_they_state(
    small: Dataset, waypoints: str, legs: str, left: tuple[str, ...]
) -> None:
    changed = with_bases(small, waypoints, legs)
    kept = stated_route(changed.route_rows[ROUTE])
    assert (tuple(one.place_id for one in kept.waypoints) if kept else ()) == left
    shown = select(changed, Selection(stated_only=True)).route_rows
    assert (ROUTE in shown) == bool(left)
    if kept:
        assert {leg.basis for leg in kept.legs} == {WaypointBasis.STATED}
        assert len(kept.legs) == len(kept.coordinates) - 1
        assert list(kept.faults()) == []


def test_waypoints_joined_over_others_name_the_sources_of_both(small: Dataset) -> None:
    kept = stated_route(with_bases(small, "sis", "ii").route_rows[ROUTE])
    assert kept is not None
    assert [leg.source for leg in kept.legs] == ["of damascus; of baghdad"]


def test_the_longest_stated_piece_is_left(small: Dataset) -> None:
    route = small.route_rows["corridor-shifted"]
    stated, inferred = (
        RouteLeg(basis=basis, source="") for basis in (WaypointBasis.STATED, WaypointBasis.INFERRED)
    )
    kept = stated_route(route.model_copy(update={"legs": (stated, inferred, stated, stated)}))
    assert kept is not None
    assert [one.place_id for one in kept.waypoints] == [
        "deir-ez-zor",
        "damascus",
        "southern-lebanon",
    ]


def test_courses_and_roads_that_exist_stay(small: Dataset) -> None:
    assert {route_id for route_id, route in small.route_rows.items() if stays(route)} == {
        "corridor-original",
        "corridor-shifted",
        "corridor-shifted-branch",
        ROUTE,
    }
