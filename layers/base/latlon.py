"""The one place where lon/lat geometry becomes Leaflet's lat/lon lists."""

from collections.abc import Iterable, Sequence

from shapely.geometry import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geo.model.contract import LatLon

DECIMALS = 5
"""About one metre."""


def lat_lon(lon: float, lat: float) -> LatLon:
    """
    Swap one position.

    Parameters
    ----------
    lon, lat
        WGS 84 degrees.

    Returns
    -------
    list of float
        ``[lat, lon]``, rounded to :data:`DECIMALS`.
    """
    return [round(float(lat), DECIMALS), round(float(lon), DECIMALS)]


def of_pairs(pairs: Iterable[Sequence[float]]) -> list[LatLon]:
    """
    Swap a run of lon/lat pairs.

    Parameters
    ----------
    pairs
        Lon/lat degrees; anything after the second number is dropped.

    Returns
    -------
    list of [lat, lon]
    """
    return [lat_lon(pair[0], pair[1]) for pair in pairs]


def of_point(point: Point) -> LatLon:
    """Return ``[lat, lon]`` of a lon/lat point."""
    return lat_lon(point.x, point.y)


def of_line(line: LineString) -> list[LatLon]:
    """Return the ``[lat, lon]`` run of a lon/lat line."""
    return of_pairs(line.coords)


def of_area(area: BaseGeometry) -> list[list[list[LatLon]]]:
    """
    Return a lon/lat area as Leaflet nests it.

    Parameters
    ----------
    area
        Polygon or MultiPolygon.

    Returns
    -------
    list of polygons, each a list of rings, each a list of [lat, lon]

    Raises
    ------
    TypeError
        For any other geometry.
    """
    if isinstance(area, Polygon):
        return [[of_pairs(ring.coords[:-1]) for ring in (area.exterior, *area.interiors)]]
    if isinstance(area, MultiPolygon):
        return [rings for part in area.geoms for rings in of_area(part)]
    message = f"an area is a Polygon or a MultiPolygon, not a {area.geom_type}"
    raise TypeError(message)
