"""Distances from a course and along it, against figures worked out another way."""

import pytest
from pyproj import Geod
from shapely.geometry import LineString, Point

from geo.rules.geodesic import geodesic_length_m
from geo.sentences.along import along, reached_m

GEOD = Geod(ellps="WGS84")
LINE = LineString([(36.3, 33.5), (40.45, 35.0), (51.4, 35.7)])


@pytest.mark.parametrize("share", [0.0, 0.1, 0.37, 0.5, 0.9, 1.0])
def test_a_place_on_a_leg_lies_on_it(share: float) -> None:
    (lon, lat), (to_lon, to_lat) = LINE.coords[1:]
    azimuth, _, length_m = GEOD.inv(lon, lat, to_lon, to_lat)
    on_lon, on_lat, _ = GEOD.fwd(lon, lat, azimuth, share * length_m)
    distance_m, along_m = along(LINE, Point(on_lon, on_lat))
    before_m = geodesic_length_m(LineString(LINE.coords[:2]))
    assert distance_m < 20
    assert along_m == pytest.approx(before_m + share * length_m, abs=50)


@pytest.mark.parametrize("aside_km", [1, 30, 150, 400])
def test_a_place_aside_of_a_leg_lies_as_far_as_it_was_put(aside_km: float) -> None:
    (lon, lat), (to_lon, to_lat) = LINE.coords[1:]
    azimuth, _, length_m = GEOD.inv(lon, lat, to_lon, to_lat)
    foot_lon, foot_lat, back = GEOD.fwd(lon, lat, azimuth, length_m / 2)
    off_lon, off_lat, _ = GEOD.fwd(foot_lon, foot_lat, back + 90, aside_km * 1000)
    distance_m, along_m = along(LINE, Point(off_lon, off_lat))
    before_m = geodesic_length_m(LineString(LINE.coords[:2]))
    assert distance_m == pytest.approx(aside_km * 1000, rel=0.002, abs=20)
    assert along_m == pytest.approx(before_m + length_m / 2, rel=0.01)


def test_beyond_its_ends_the_end_is_nearest() -> None:
    beyond = Point(35.5, 33.9)
    _, _, straight_m = GEOD.inv(36.3, 33.5, beyond.x, beyond.y)
    assert along(LINE, beyond) == (pytest.approx(straight_m, rel=1e-3), pytest.approx(0, abs=1))
    past = Point(53, 35.7)
    assert along(LINE, past)[1] == pytest.approx(geodesic_length_m(LINE), rel=1e-6)


def test_each_vertex_lies_as_far_along_as_the_line_up_to_it_is_long() -> None:
    reached = reached_m(LINE)
    assert reached[0] == 0
    for number in range(1, len(LINE.coords)):
        up_to = geodesic_length_m(LineString(LINE.coords[: number + 1]))
        assert reached[number] == pytest.approx(up_to, rel=1e-9)
