"""The corridor is measured, and the figures of the report are the report's."""

import pytest
from shapely.geometry import LineString, Point

from geo.dataset import Dataset
from geo.model.places import position
from geo.model.vocabulary import WaypointBasis
from geo.reading.land import countries
from geo.rules.corridor import legs, shift_measure
from geo.rules.geodesic import bearing_deg, geodesic_length_m, length_km, southward_offset
from geo.rules.zones import circle, zone_polygon
from tests.geo.conftest import SMALL


def at(dataset: Dataset, place_id: str) -> Point:
    return Point(position(dataset.gazetteer[place_id]))


def test_the_shift_fits_qamishli_to_mayadin(small: Dataset) -> None:
    measure = shift_measure(small)
    assert measure.offset_km == pytest.approx(225.5, abs=0.05)
    assert measure.geodesic_km == pytest.approx(236.2, abs=0.05)
    assert round(measure.bearing_deg) == 198


def test_the_figure_reported_comes_from_a_claim(small: Dataset) -> None:
    measure = shift_measure(small)
    assert (measure.reported_miles, measure.claim_id) == (140, "g4")
    assert measure.reported_km == pytest.approx(225.3, abs=0.05)


def test_the_shift_does_not_lead_to_al_tanf(small: Dataset) -> None:
    offset_m = southward_offset(at(small, "qamishli"), at(small, "al-tanf"))
    assert offset_m / 1000 == pytest.approx(393, abs=0.5)


@pytest.mark.parametrize(("place_id", "expected"), [("mayadin", 45), ("deir-ez-zor", 34)])
def test_the_river_lies_north_east_of_al_tanf(small: Dataset, place_id: str, expected: int) -> None:
    assert round(bearing_deg(at(small, "al-tanf"), at(small, place_id))) == expected


def test_north_is_a_negative_offset() -> None:
    south, north = Point(40, 30), Point(41, 31)
    assert southward_offset(south, north) == pytest.approx(-southward_offset(north, Point(41, 30)))
    assert southward_offset(south, south) == 0


def test_a_degree_of_the_equator_is_111_km() -> None:
    assert geodesic_length_m(LineString([(0, 0), (1, 0)])) == pytest.approx(111_319.49, abs=0.01)


def test_a_leg_is_as_sure_as_its_table_says(small: Dataset) -> None:
    found = [
        (leg.from_id, leg.to_id, leg.basis) for leg in legs(small.route_rows["corridor-original"])
    ]
    assert found == [
        ("tehran", "kurdish-north-east", "stated"),
        ("kurdish-north-east", "qamishli", "inferred"),
        ("qamishli", "southern-lebanon", "inferred"),
    ]


def test_a_leg_may_be_less_sure_than_both_its_ends(small: Dataset) -> None:
    route = small.route_rows["corridor-original"]
    weak = route.legs[0].model_copy(update={"basis": WaypointBasis.INFERRED})
    changed = route.model_copy(update={"legs": (weak, *route.legs[1:])})
    assert [leg.basis for leg in legs(changed)] == ["inferred"] * 3
    assert list(changed.faults()) == []


def test_a_length_is_in_kilometres() -> None:
    line = LineString([(0, 0), (1, 0), (1, 1)])
    assert length_km(line) == geodesic_length_m(line) / 1000


def test_a_circle_is_round_on_the_ellipsoid() -> None:
    ring = circle(38.6178, 33.5058, 55).exterior
    for point in list(ring.coords)[::16]:
        radius_m = geodesic_length_m(LineString([(38.6178, 33.5058), point]))
        assert radius_m == pytest.approx(55_000, abs=0.01)
    assert ring.is_ccw


def test_the_zone_is_clipped_to_its_country(small: Dataset) -> None:
    zone = zone_polygon(small.gazetteer["deconfliction-zone"], SMALL)
    whole = circle(38.6178, 33.5058, 55)
    assert zone.area / whole.area == pytest.approx(0.73, abs=0.02)
    assert zone.difference(countries(SMALL / "basemap/land.geojson")["SY"]).area < 1e-9


def test_only_a_circle_is_a_zone(small: Dataset) -> None:
    with pytest.raises(ValueError, match="al-tanf has extent point; only a circle is a zone"):
        zone_polygon(small.gazetteer["al-tanf"], SMALL)


def test_a_place_without_position_says_so(small: Dataset) -> None:
    with pytest.raises(ValueError, match="damascus-baghdad-road has no position"):
        position(small.gazetteer["damascus-baghdad-road"])
