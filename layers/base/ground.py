"""The base map's lines as paths of a picture: the browser has nothing to project or to clip."""

import json
import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from layers.contract import Ground, GroundPath

BASEMAP_FILE = Path(__file__).parents[2] / "data" / "basemap" / "basemap.json"
ZOOM = 13
"""One unit of the picture is a pixel of this zoom, 19 m at the equator: finer than the lines."""
_WORLD_PX = 256 * 2**ZOOM

Pixel = tuple[int, int]


def ground_extent() -> tuple[float, float, float, float]:
    """
    Read how far the base map and its relief reach.

    Returns
    -------
    south, west, north, east
        Degrees, from ``data/basemap/basemap.json``.
    """
    extent = json.loads(BASEMAP_FILE.read_text(encoding="utf-8"))["extent"]
    south, west, north, east = (float(extent[edge]) for edge in ("south", "west", "north", "east"))
    return south, west, north, east


def _pixel(lon: float, lat: float) -> Pixel:
    """Project to Web Mercator, as Leaflet does (EPSG:3857, y downward)."""
    sine = math.sin(math.radians(lat))
    y = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return round((lon / 360 + 0.5) * _WORLD_PX), round(y * _WORLD_PX)


def _line(positions: Iterable[Sequence[float]], origin: Pixel, end: str) -> str:
    """Write a line as a move to its start and steps from there; a step of nothing is left out."""
    points = [_pixel(*position[:2]) for position in positions]
    steps = [
        f"{x - before_x},{y - before_y}"
        for (before_x, before_y), (x, y) in pairwise(points)
        if (x, y) != (before_x, before_y)
    ]
    start = f"M{points[0][0] - origin[0]},{points[0][1] - origin[1]}"
    return start + "l" + " ".join(steps or ["0,0"]) + end


def path_text(geometry: dict[str, Any], origin: Pixel) -> str:
    """
    Write a geometry as the ``d`` of an SVG path.

    Parameters
    ----------
    geometry
        A GeoJSON LineString, MultiLineString, Polygon or MultiPolygon, lon/lat degrees.
    origin
        Pixel of the world at :data:`ZOOM` to count from.

    Returns
    -------
    str
        In whole pixels of that zoom; polygons are closed.
    """
    found = geometry["coordinates"]
    match geometry["type"]:
        case "LineString":
            lines, end = [found], ""
        case "MultiLineString":
            lines, end = found, ""
        case "Polygon":
            lines, end = found, "z"
        case "MultiPolygon":
            lines, end = [ring for polygon in found for ring in polygon], "z"
        case other:
            message = f"a {other} is no line of the base map"
            raise ValueError(message)
    text = "".join(_line(line, origin, end) for line in lines)
    return text.replace(",-", "-").replace(" -", "-")


def ground() -> Ground:
    """
    Draw the base map's vectors.

    Returns
    -------
    Ground
    """
    south, west, north, east = ground_extent()
    left, top = _pixel(west, north)
    right, bottom = _pixel(east, south)
    return {
        "zoom": ZOOM,
        "box": [left, top, right - left, bottom - top],
        "land": _paths("land", (left, top)),
        "borders": _paths("borders", (left, top)),
        "coast": _paths("coast", (left, top)),
        "rivers": _paths("rivers", (left, top)),
        "lakes": _paths("lakes", (left, top)),
    }


def _paths(part: str, origin: Pixel) -> list[GroundPath]:
    text = (BASEMAP_FILE.parent / f"{part}.geojson").read_text(encoding="utf-8")
    found: list[GroundPath] = []
    for feature in json.loads(text)["features"]:
        path: GroundPath = {"d": path_text(feature["geometry"], origin)}
        if feature["properties"].get("disputed"):
            path["disputed"] = True
        found.append(path)
    return found
