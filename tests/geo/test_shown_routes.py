"""A route is there with the events that name it, and the articles leave of it what they state."""

from typing import Any

import pytest

from geo.dataset import Dataset
from geo.model.models import RouteLeg
from geo.model.vocabulary import WaypointBasis
from geo.selection.shown_routes import stated_route, stays
from tests.twins import cases
from tests.twins.given import ROUTE, dataset_of


@pytest.mark.parametrize("case", cases("routes", "stated"))
def test_what_the_articles_leave_is_a_whole_route(case: dict[str, Any]) -> None:
    kept = stated_route(dataset_of(case["data"]).route_rows[ROUTE])
    if kept:
        assert {leg.basis for leg in kept.legs} == {WaypointBasis.STATED}
        assert len(kept.legs) == len(kept.coordinates) - 1
        assert list(kept.faults()) == []


def test_waypoints_joined_over_others_name_the_sources_of_both() -> None:
    changed = dataset_of({"bases": {"waypoints": "sis", "legs": "ii"}})
    kept = stated_route(changed.route_rows[ROUTE])
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
