"""How far a place lies from a course, and how far along it."""

from itertools import pairwise

import numpy as np
from pyproj import Geod
from shapely.geometry import LineString, Point

_WGS84 = Geod(ellps="WGS84")
_STEP_M = 10_000
"""Legs are cut this finely, so that a straight piece in the plane is one on the ellipsoid."""


def along(line: LineString, point: Point) -> tuple[float, float]:
    """
    Measure a place against a course.

    Parameters
    ----------
    line
        Lon/lat degrees, WGS 84; each leg is the geodesic between its ends.
    point
        Lon/lat degrees, WGS 84.

    Returns
    -------
    distance_m, along_m
        Metres from the place to the nearest point of the course, in an azimuthal equidistant
        projection about the place (so true in every direction from it), and metres from the
        course's beginning to there, along the ellipsoid.
    """
    lons, lats, reached_m = _cut(line)
    here_lons, here_lats = np.full(len(lons), point.x), np.full(len(lats), point.y)
    azimuths, _, far_m = _WGS84.inv(here_lons, here_lats, lons, lats)
    xs, ys = far_m * np.sin(np.radians(azimuths)), far_m * np.cos(np.radians(azimuths))
    flat = LineString(np.column_stack([xs, ys]))
    here = Point(0, 0)
    lengths = np.hypot(np.diff(xs), np.diff(ys))
    flat_m = np.concatenate([[0.0], np.cumsum(lengths)])
    return flat.distance(here), float(np.interp(flat.project(here), flat_m, reached_m))


def reached_m(line: LineString) -> list[float]:
    """
    Measure how far along a course each of its vertices lies.

    Parameters
    ----------
    line
        Lon/lat degrees, WGS 84; each leg is the geodesic between its ends.

    Returns
    -------
    list of float
        Metres from the course's beginning along the ellipsoid, 0 first.
    """
    lons, lats = zip(*((lon, lat) for lon, lat, *_ in line.coords), strict=True)
    return [0.0, *np.cumsum(_WGS84.line_lengths(lons, lats)).tolist()]


def _cut(line: LineString) -> tuple[list[float], list[float], list[float]]:
    """Cut a line into short pieces: positions, and the metres reached at each."""
    first_lon, first_lat = line.coords[0][:2]
    lons, lats, reached_m = [first_lon], [first_lat], [0.0]
    for (lon, lat, *_), (to_lon, to_lat, *_) in pairwise(line.coords):
        _, _, length_m = _WGS84.inv(lon, lat, to_lon, to_lat)
        pieces = max(1, round(length_m / _STEP_M))
        between = _WGS84.npts(lon, lat, to_lon, to_lat, pieces - 1) if pieces > 1 else []
        for number, (at_lon, at_lat) in enumerate([*between, (to_lon, to_lat)], start=1):
            lons.append(at_lon)
            lats.append(at_lat)
            reached_m.append(reached_m[-number] + length_m * number / pieces)
    return lons, lats, reached_m
