"""Circles and soft areas about places, measured on the ellipsoid and clipped to countries."""

from pathlib import Path

from pyproj import Geod
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geo.model.models import Place
from geo.model.places import position
from geo.model.vocabulary import Extent
from geo.reading.land import LAND_FILE, countries

CIRCLE_POINTS = 128
_WGS84 = Geod(ellps="WGS84")


def circle(lon: float, lat: float, radius_km: float) -> Polygon:
    """
    Draw a geodesic circle.

    Parameters
    ----------
    lon, lat
        Centre, degrees WGS 84.
    radius_km
        Radius along the ellipsoid.

    Returns
    -------
    polygon
        128 points, lon/lat degrees, counter-clockwise. Not for circles that reach a pole or
        the antimeridian.
    """
    # Azimuths run clockwise, so they are taken downwards for a counter-clockwise ring.
    azimuths = [360 - 360 * step / CIRCLE_POINTS for step in range(CIRCLE_POINTS)]
    lons, lats, _ = _WGS84.fwd(
        [lon] * CIRCLE_POINTS, [lat] * CIRCLE_POINTS, azimuths, [radius_km * 1000] * CIRCLE_POINTS
    )
    return Polygon(list(zip(lons, lats, strict=True)))


def zone_polygon(place: Place, folder: Path) -> BaseGeometry:
    """
    Draw a zone: its circle, less what lies outside its countries.

    Parameters
    ----------
    place
        A place of extent ``circle``.
    folder
        The data folder, with ``basemap/land.geojson``.

    Returns
    -------
    polygon
        Lon/lat degrees. Unclipped when the place names no country.

    Raises
    ------
    ValueError
        When the place is no circle.
    """
    if place.extent is not Extent.CIRCLE or place.radius_km is None:
        message = f"{place.place_id} has extent {place.extent}; only a circle is a zone"
        raise ValueError(message)
    drawn = circle(*position(place), place.radius_km)
    if not place.country:
        return drawn
    land = countries(folder / LAND_FILE)
    return drawn.intersection(unary_union([land[code] for code in place.country]))


def soft_area(place: Place) -> Polygon | None:
    """
    Draw the area in which a place may lie.

    Parameters
    ----------
    place
        Any place.

    Returns
    -------
    polygon
        The circle of its uncertainty, lon/lat degrees; ``None`` without position or uncertainty.
    """
    if place.lat is None or place.lon is None or not place.uncertainty_km:
        return None
    return circle(place.lon, place.lat, place.uncertainty_km)
