"""The base map's paths lie where its tables say."""

import json
import math
import re

import pytest

from layers.base.ground import BASEMAP_FILE, ZOOM, ground, ground_extent, path_text

WORLD_PX = 256 * 2**ZOOM
DRAWN = ground()
LEFT, TOP, WIDTH, HEIGHT = DRAWN["box"]


def positions(text: str) -> list[tuple[float, float]]:
    """Read a path back to lon/lat degrees, every point of every line of it."""
    found = []
    for line in text.split("M")[1:]:
        numbers = [int(number) for number in re.findall(r"-?\d+", line)]
        x, y = LEFT, TOP
        for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + step_x, y + step_y
            north = math.pi * (1 - 2 * y / WORLD_PX)
            found.append((x / WORLD_PX * 360 - 180, math.degrees(math.atan(math.sinh(north)))))
    return found


def flat(nested: list) -> list[tuple[float, float]]:  # type: ignore[type-arg]
    if isinstance(nested[0], float | int):
        return [(nested[0], nested[1])]
    return [one for inner in nested for one in flat(inner)]


@pytest.mark.parametrize("part", ["land", "borders", "coast", "rivers", "lakes"])
def test_every_point_of_the_tables_is_on_its_path(part: str) -> None:
    features = json.loads((BASEMAP_FILE.parent / f"{part}.geojson").read_text("utf-8"))["features"]
    pixel = 360 / WORLD_PX
    for feature, drawn in zip(features, DRAWN[part], strict=True):
        on_path = {(round(lon / pixel), round(lat / pixel)) for lon, lat in positions(drawn["d"])}
        for lon, lat in flat(feature["geometry"]["coordinates"]):
            x, y = round(lon / pixel), round(lat / pixel)
            assert any((x + i, y + j) in on_path for i in (0, -1, 1) for j in (0, -1, 1))
        is_area = feature["geometry"]["type"].endswith("Polygon")
        assert drawn["d"].endswith("z") == is_area
        assert drawn.get("disputed", False) == bool(feature["properties"].get("disputed"))


def test_the_picture_reaches_as_far_as_the_base_map() -> None:
    south, west, north, east = ground_extent()
    corners = positions(f"M0,0l{WIDTH},{HEIGHT}")
    assert corners[0] == pytest.approx((west, north), abs=1e-4)
    assert corners[1] == pytest.approx((east, south), abs=1e-4)


def test_a_point_is_no_line() -> None:
    with pytest.raises(ValueError, match="a Point is no line"):
        path_text({"type": "Point", "coordinates": [40, 35]}, (0, 0))
