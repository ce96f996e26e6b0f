"""Both courses side by side: every offset is the one that geo measures."""

import pytest
from shapely.geometry import Point

from geo.dataset import load_dataset
from geo.rules.corridor import ORIGINAL, SHIFTED, route_line, shift_measure
from geo.sentences.along import along
from geo.sentences.compare import comparison_row, course_rows
from geo.sentences.course_words import offset_text
from layers.payload.whole import payload

WHOLE = load_dataset()


def test_every_pair_of_waypoints_is_measured() -> None:
    row = comparison_row(WHOLE)
    assert row is not None
    original, shifted = row["original"], row["shifted"]
    assert (original["route"], shifted["route"]) == (ORIGINAL, SHIFTED)
    for places, offsets in zip(original["places"], row["offsets"], strict=True):
        for target, (south_km, straight_km) in zip(shifted["places"], offsets, strict=True):
            measure = shift_measure(WHOLE, places, target)
            assert (south_km, straight_km) == (
                pytest.approx(measure.offset_km, abs=0.06),
                pytest.approx(measure.geodesic_km, abs=0.06),
            )
            assert abs(south_km) <= straight_km + 0.1
    at = (original["places"].index("qamishli"), shifted["places"].index("mayadin"))
    assert row["offsets"][at[0]][at[1]] == [225.5, 236.2]


@pytest.mark.parametrize("south_km, known", [(0, False), (80, False), (81, True), (-81, True)])
def test_which_lies_farther_north_is_said_where_both_together_are_sure(
    south_km: float, known: bool
) -> None:
    start, end = (
        WHOLE.gazetteer[place_id].model_copy(update={"uncertainty_km": km, "radius_km": None})
        for place_id, km in (("qamishli", 30), ("mayadin", 50))
    )
    said = offset_text((south_km, 400), start, end)
    assert ("about as far north" in said) is not known
    assert ("farther south than" in said) is (known and south_km > 0)
    assert ("farther north than" in said) is (known and south_km < 0)


@pytest.mark.parametrize("course", ["original", "shifted"])
def test_the_parts_of_a_course_make_up_its_length(course: str) -> None:
    row = (comparison_row(WHOLE) or {})[course]
    assert sum(row["basis_km"].values()) == pytest.approx(row["length_km"])
    assert 0 <= row["stated"] < row["legs"]


def test_a_course_has_one_length_wherever_it_stands() -> None:
    made = payload(WHOLE)
    frame = WHOLE.routes.set_index("route_id").length_km
    for course in ("original", "shifted"):
        row = made["comparison"][course]
        [route] = [one for one in made["routes"] if one["id"] == row["route"]]
        assert row["length_km"] == route["length_km"] == frame[row["route"]]


def test_an_event_at_a_waypoint_lies_on_its_course() -> None:
    rows = course_rows(WHOLE, "push-to-mayadin-2017-05")
    assert rows[SHIFTED][0] < 5
    assert rows[ORIGINAL][0] > 100
    placeless = next(e for e in WHOLE.event_rows if not WHOLE.places_of(e))
    assert course_rows(WHOLE, placeless) == {}


@pytest.mark.parametrize("course", ["original", "shifted"])
def test_the_waypoints_of_a_course_lie_along_it(course: str) -> None:
    row = (comparison_row(WHOLE) or {})[course]
    route = WHOLE.route_rows[row["route"]]
    kms = [km for _, km in row["waypoints"]]
    assert [place for place, _ in row["waypoints"]] == [one.place_id for one in route.waypoints]
    assert kms[0] == 0 and kms == sorted(kms)
    assert kms[-1] == pytest.approx(row["length_km"], abs=0.6)
    for (_, km), at in zip(row["waypoints"], route.coordinates, strict=True):
        far_m, along_m = along(route_line(route), Point(at))
        assert far_m < 1
        assert along_m / 1000 == pytest.approx(km, abs=0.1)


def test_under_the_articles_alone_another_mark_is_measured() -> None:
    strike = "strike-2017-05-18"
    assert course_rows(WHOLE, strike) != course_rows(WHOLE, strike, stated_only=True)
    named = "hashd-march-2017-05"
    assert course_rows(WHOLE, named) == course_rows(WHOLE, named, stated_only=True) != {}
