"""Roads, axes, supply lines and redeployments: drawn by kind and status, dashed by basis only."""

from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from geo.model.courses import layer_of
from geo.model.models import Route
from geo.model.vocabulary import RouteKind
from geo.rules.acting import route_side
from geo.rules.planned import is_planned
from layers.base import latlon
from layers.base.legs import DrawnLeg, drawn_legs, variants
from layers.base.style import (
    DASHES,
    HALO,
    PLANNED_OPACITY,
    PLANNED_WEIGHT_PX,
    ROUTE,
    ROUTE_WEIGHT_PX,
    SIDES,
)
from layers.draw.elements import Arrow
from layers.draw.shapes import bound, group, path_options, polyline, put

LAYER_ID = "routes"
PANE = "atlas-routes"
HEAD_PX = 11


def color_of(dataset: Dataset, route: Route) -> str:
    """
    Return a route's colour: a road has none of a side, a movement has that of its actors.

    Parameters
    ----------
    dataset
        What was reported; its actors give the sides.
    route
        A row of ``routes.geojson``.

    Returns
    -------
    str
        Six-digit hex.
    """
    if route.kind is RouteKind.ROAD or not route.actor_ids:
        return ROUTE
    return SIDES[route_side(dataset, route)].color


def draw(dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield one group for each route that is no course of the corridor."""
    for route in dataset.route_rows.values():
        if layer_of(route.route_id) == LAYER_ID:
            for when in variants(route):
                yield _group(dataset, route, when)


def _group(dataset: Dataset, route: Route, when: str) -> folium.FeatureGroup:
    made = group(LAYER_ID, when, route.route_id)
    legs = drawn_legs(route, stated_only=when == "stated")
    for leg in legs:
        _leg(dataset, route, leg, made, is_last=leg is legs[-1])
    return made


def _leg(
    dataset: Dataset, route: Route, drawn: DrawnLeg, made: folium.FeatureGroup, *, is_last: bool
) -> None:
    leg, ends = drawn
    line = latlon.of_pairs(ends)
    planned = is_planned(route.status)
    weight_px = PLANNED_WEIGHT_PX if planned else ROUTE_WEIGHT_PX[route.kind]
    opacity = PLANNED_OPACITY if planned else 0.95
    casing = path_options(
        color=HALO, weight=weight_px + (2 if planned else 3), opacity=opacity * 0.7
    )
    put(polyline(line, casing), made, PANE, interactive=False)
    options = path_options(
        color=color_of(dataset, route),
        weight=weight_px,
        opacity=opacity,
        dash_array=DASHES[leg.basis],
        class_name=f"atlas-track atlas-track-{leg.basis} atlas-route-{route.kind}",
    )
    shape = polyline(line, options)
    if is_last and route.kind is not RouteKind.ROAD:
        shape.add_child(Arrow(HEAD_PX, planned, str(route.status) if planned else ""))
    bound(shape, made, PANE, "route", route.route_id)
