"""Measure along the ellipsoid: how long, how far south, in which direction."""

from pyproj import Geod
from shapely.geometry import LineString, Point

_WGS84 = Geod(ellps="WGS84")


def southward_offset(origin: Point, target: Point) -> float:
    """
    Measure how far south one place lies of another.

    Parameters
    ----------
    origin, target
        Lon/lat degrees, WGS 84.

    Returns
    -------
    offset_m
        Metres along the meridian of ``origin``, positive southward. Geodesic
        (pyproj ``Geod``, WGS 84), not degrees times a constant.
    """
    _, _, along_m = _WGS84.inv(origin.x, origin.y, origin.x, target.y)
    return float(along_m) if target.y <= origin.y else -float(along_m)


def geodesic_length_m(line: LineString) -> float:
    """
    Measure a line.

    Parameters
    ----------
    line
        Lon/lat degrees, WGS 84.

    Returns
    -------
    length_m
        Metres, each segment along the ellipsoid.
    """
    lons, lats = zip(*line.coords, strict=True)
    return float(_WGS84.line_length(lons, lats))


def length_km(line: LineString) -> float:
    """
    Say how long a line is, in the one figure that every card, table and file has.

    Parameters
    ----------
    line
        Lon/lat degrees, WGS 84.

    Returns
    -------
    length_km
        Unrounded: whoever writes it for a reader rounds it once, so that one course has one length.
    """
    return geodesic_length_m(line) / 1000


def bearing_deg(origin: Point, target: Point) -> float:
    """
    Find the direction of one place from another.

    Parameters
    ----------
    origin, target
        Lon/lat degrees, WGS 84.

    Returns
    -------
    bearing_deg
        Degrees clockwise from north at ``origin``, from 0 up to 360.
    """
    azimuth, _, _ = _WGS84.inv(origin.x, origin.y, target.x, target.y)
    return float(azimuth) % 360
