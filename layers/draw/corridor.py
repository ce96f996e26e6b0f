"""The corridor's two courses: a broad ribbon each, with its line of waypoints on it."""

from collections.abc import Callable, Iterator

import folium
import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from geo.dataset import Dataset
from geo.model.models import Route
from geo.rules.corridor import ORIGINAL, SHIFTED, courses
from layers.base import latlon
from layers.base.legs import DrawnLeg, drawn_legs, variants
from layers.base.style import CORRIDOR_ORIGINAL, CORRIDOR_SHIFTED, DASHES, LAND, ROUTE_WEIGHT_PX
from layers.draw.shapes import bound, group, path_options, polyline

COLORS = {ORIGINAL: CORRIDOR_ORIGINAL, SHIFTED: CORRIDOR_SHIFTED}

RIBBON_HALF_WIDTH_KM = 20
"""Broad enough to be read as an area: no source gives the corridor a width."""

_MERCATOR_AT_35_NORTH = 1.221
"""Web Mercator metres to a metre on the ground at latitude 35 (1 / cos 35 degrees)."""

Positions = npt.NDArray[np.float64]

_TO_MERCATOR = Transformer.from_crs(4326, 3857, always_xy=True)
_TO_DEGREES = Transformer.from_crs(3857, 4326, always_xy=True)


def _by(transformer: Transformer) -> Callable[[Positions], Positions]:
    """Return the transformer as shapely calls it: positions in and out, one to a row."""
    return lambda rows: np.column_stack(transformer.transform(rows[:, 0], rows[:, 1]))


def ribbon(line: LineString) -> Polygon:
    """
    Widen a course to a ribbon.

    Parameters
    ----------
    line
        Lon/lat degrees.

    Returns
    -------
    Polygon
        Lon/lat degrees, about :data:`RIBBON_HALF_WIDTH_KM` to either side. Buffered in Web
        Mercator, where the drawn legs are straight, so that they run along its middle.
    """
    half_width_m = RIBBON_HALF_WIDTH_KM * 1000 * _MERCATOR_AT_35_NORTH
    wide = shapely.transform(line, _by(_TO_MERCATOR)).buffer(half_width_m, quad_segs=6)
    drawn = shapely.transform(wide.simplify(500), _by(_TO_DEGREES))
    if not isinstance(drawn, Polygon):
        message = f"a ribbon is one Polygon, not a {drawn.geom_type}"
        raise TypeError(message)
    return drawn


def draw_original(dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the groups of the course reported first."""
    return _draw(dataset, ORIGINAL)


def draw_shifted(dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the groups of the course reported as moved southward."""
    return _draw(dataset, SHIFTED)


def _draw(dataset: Dataset, layer_id: str) -> Iterator[folium.FeatureGroup]:
    covered: dict[str, BaseGeometry] = {}
    for route in courses(dataset, layer_id):
        for when in variants(route):
            made, wide = _course(dataset, layer_id, route, when, covered.get(when, Polygon()))
            covered[when] = wide
            yield made


def _course(
    dataset: Dataset, layer_id: str, route: Route, when: str, covered: BaseGeometry
) -> tuple[folium.FeatureGroup, BaseGeometry]:
    drawn = drawn_legs(route, stated_only=when == "stated")
    made = group(layer_id, when, route.route_id)
    wide = ribbon(LineString([drawn[0][1][0], *(end for _, (_, end) in drawn)]))
    # A branch leaves out what its course already covers, so that no overlap looks stronger.
    for rings in latlon.of_area(wide.difference(covered)):
        options = path_options(
            color=COLORS[layer_id],
            weight=0.8,
            opacity=0.45,
            fill=True,
            fill_opacity=0.26,
            class_name="atlas-ribbon",
        )
        bound(folium.Polygon(rings, **options), made, f"atlas-{layer_id}", "route", route.route_id)
    for leg in drawn:
        _leg(leg, layer_id, route, made)
    _waypoints(dataset, drawn, layer_id, route, made)
    return made, covered.union(wide)


def _leg(drawn: DrawnLeg, layer_id: str, route: Route, made: folium.FeatureGroup) -> None:
    leg, line = drawn
    options = path_options(
        color=COLORS[layer_id],
        weight=ROUTE_WEIGHT_PX[route.kind],
        opacity=0.95,
        dash_array=DASHES[leg.basis],
        class_name=f"atlas-track atlas-track-{leg.basis}",
    )
    drawn_line = polyline(latlon.of_pairs(line), options)
    bound(drawn_line, made, f"atlas-{layer_id}", "route", route.route_id)


def _waypoints(
    dataset: Dataset,
    drawn: tuple[DrawnLeg, ...],
    layer_id: str,
    route: Route,
    made: folium.FeatureGroup,
) -> None:
    first, (start, _) = drawn[0]
    at = {first.from_id: start} | {leg.to_id: end for leg, (_, end) in drawn}
    for place_id, position in at.items():
        options = path_options(
            radius=3,
            color=COLORS[layer_id],
            weight=1.5,
            fill_color=LAND,
            fill=True,
            fill_opacity=1,
            class_name="atlas-waypoint",
        )
        # A waypoint that no article names leads to the route, whose claims name articles.
        is_named = bool(dataset.gazetteer[place_id].mentions)
        target = ("place", place_id) if is_named else ("route", route.route_id)
        dot = folium.CircleMarker(latlon.lat_lon(*position), **options)
        bound(dot, made, f"atlas-{layer_id}", *target)
