"""Read the outlines of countries, and check that places and zones lie in theirs."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pyproj import Geod
from shapely import make_valid
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points, unary_union

from geo.model.models import Place
from geo.model.problems import Problem
from geo.model.vocabulary import Extent
from geo.reading.tables import Table

LAND_FILE = "basemap/land.geojson"
_WGS84 = Geod(ellps="WGS84")


def countries(path: Path) -> dict[str, BaseGeometry]:
    """
    Read the outlines of countries, again only when the file has changed.

    Parameters
    ----------
    path
        A FeatureCollection of polygons with the property ``country``.

    Returns
    -------
    outlines
        By ISO alpha-2 code.
    """
    return _countries(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _countries(path: Path, _changed_ns: int) -> dict[str, BaseGeometry]:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    parts: dict[str, list[BaseGeometry]] = {}
    for feature in features:
        code = feature["properties"].get("country")
        if code:
            parts.setdefault(code, []).append(make_valid(shape(feature["geometry"])))
    return {code: unary_union(outlines) for code, outlines in parts.items()}


def land_problems(folder: Path, gazetteer: Table[Place]) -> list[Problem]:
    """
    Check that every zone can be clipped to its countries, and that places lie in theirs.

    Parameters
    ----------
    folder
        The data folder.
    gazetteer
        The places.

    Returns
    -------
    problems
        A missing or broken land file, where a zone or a place needs it; countries of a zone that
        it does not have; points outside their countries by more than their uncertainty. Of a
        country that lies beyond the base map nothing is known.
    """
    circles = [x for x in gazetteer.rows if x.row.extent is Extent.CIRCLE and x.row.country]
    placed = [x for x in gazetteer.rows if x.row.lat is not None and x.row.country]
    if not circles and not placed:
        return []
    file = f"{folder.name}/{LAND_FILE}"
    try:
        known = countries(folder / LAND_FILE)
    except OSError:
        return [Problem(file, 0, "", "cannot be read; zones and places lie in its countries")]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return [Problem(file, 0, "", f"is not a collection of country polygons ({error})")]
    found = [
        Problem(gazetteer.file, x.line, "country", f"'{code}' is not a country of {LAND_FILE}")
        for x in circles
        for code in x.row.country
        if code not in known
    ]
    for x in placed:
        outside_km = _outside_km(x.row, known)
        if outside_km > (x.row.uncertainty_km or 0):
            codes = "|".join(x.row.country)
            message = (
                f"'{codes}' is {outside_km:.0f} km from [{x.row.lon}, {x.row.lat}]; "
                "give the country in which the point lies, or another point"
            )
            found.append(Problem(gazetteer.file, x.line, "country", message))
    return found


def _outside_km(place: Place, known: Mapping[str, BaseGeometry]) -> float:
    """Measure from a place to the nearest of its countries; 0 inside, and beyond the base map."""
    if place.lon is None or place.lat is None or not set(place.country) <= known.keys():
        return 0
    here = Point(place.lon, place.lat)
    land = unary_union([known[code] for code in place.country])
    if land.covers(here):
        return 0
    _, there = nearest_points(here, land)
    return float(_WGS84.inv(here.x, here.y, there.x, there.y)[2]) / 1000
