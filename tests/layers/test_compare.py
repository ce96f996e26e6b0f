"""Both courses side by side: every offset is the one that geo measures."""

import pytest

from geo.corridor import ORIGINAL, SHIFTED, shift_measure
from geo.dataset import load_dataset
from layers.compare import comparison_row, course_rows

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


@pytest.mark.parametrize("course", ["original", "shifted"])
def test_the_parts_of_a_course_make_up_its_length(course: str) -> None:
    row = (comparison_row(WHOLE) or {})[course]
    assert sum(row["basis_km"].values()) == pytest.approx(row["length_km"], abs=2)
    assert 0 <= row["stated"] < row["legs"]


def test_an_event_at_a_waypoint_lies_on_its_course() -> None:
    rows = course_rows(WHOLE, "push-to-mayadin-2017-05")
    assert rows[SHIFTED][0] < 5
    assert rows[ORIGINAL][0] > 100
    placeless = next(e for e in WHOLE.event_rows if not WHOLE.places_of(e))
    assert course_rows(WHOLE, placeless) == {}
