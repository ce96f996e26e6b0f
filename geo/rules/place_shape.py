"""The geometry of a place: only a known point is a point."""

from typing import TYPE_CHECKING

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.model.models import Place
from geo.model.places import position
from geo.model.vocabulary import Extent, PlaceBasis
from geo.rules import corridor
from geo.rules.zones import soft_area, zone_polygon

if TYPE_CHECKING:
    from geo.dataset import Dataset


def place_geometry(dataset: "Dataset", place: Place) -> BaseGeometry | None:
    """
    Draw a place: only a known point is a point.

    Parameters
    ----------
    dataset
        The data.
    place
        A place.

    Returns
    -------
    geometry
        A point; the circle in which an inferred place or an area may lie; the line of its
        route, while that is shown; the clipped circle of a zone; ``None`` otherwise.
        Lon/lat degrees.
    """
    if place.extent is Extent.LINE:
        route = dataset.route_rows.get(place.route_id or "")
        return corridor.route_line(route) if route else None
    if place.extent is Extent.CIRCLE:
        return zone_polygon(place, dataset.folder)
    if place.extent is Extent.AREA or place.basis is PlaceBasis.INFERRED:
        return soft_area(place)
    return Point(position(place)) if place.extent is Extent.POINT else None
