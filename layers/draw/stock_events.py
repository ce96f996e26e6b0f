"""Events as stock Folium markers and lines, for a map that has to stand without our script."""

import math
from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from geo.model.models import Event
from geo.model.vocabulary import Match, Side
from geo.rules.event_facts import event_facts
from geo.rules.planned import is_planned
from layers.base import latlon
from layers.base.style import HALO, LAND, PLANNED_OPACITY, PLANNED_WEIGHT_PX, SIDES, glyph_of
from layers.contract import LatLon
from layers.draw.elements import Arrow, Bind
from layers.draw.shapes import bound, path_options, polyline, put

MARK_PX = 22
HEAD_PX = 12
MOVEMENT_WEIGHT_PX = 3
PANE = "atlas-paths"
STATEMENT_GLYPH = "statement"

_FIRST_RING = 6
"""Marks that fit around one of the same size; every further ring holds as many more."""


def is_statement(event: Event) -> bool:
    """Tell whether an event is only something said, whose mark has a switch of its own."""
    return glyph_of(event.type, event.status) == STATEMENT_GLYPH


def is_hollow(dataset: Dataset, event: Event) -> bool:
    """Tell whether a mark is hollow: not done, or possibly outside the days selected."""
    is_possible = dataset.matches.get(event.event_id) is Match.POSSIBLE
    return is_possible or is_planned(event.status)


def put_marks(dataset: Dataset, into: folium.FeatureGroup, *, side: Side, statements: bool) -> None:
    """
    Draw the marks of a side's events.

    Parameters
    ----------
    dataset
        What was reported.
    into
        The group.
    side
        The side that acted.
    statements
        Whether to draw what was only said, or all the rest.
    """
    facts = event_facts(dataset)
    for event, at, aside_px in placed(dataset):
        if facts[event.event_id].side is side and is_statement(event) is statements:
            made = folium.Marker(at, icon=_icon(dataset, event, side, aside_px))
            made.add_child(Bind("event", event.event_id))  # type: ignore[no-untyped-call]
            made.add_to(into)


def placed(dataset: Dataset) -> Iterator[tuple[Event, LatLon, tuple[int, int]]]:
    """
    Yield the events that have a mark.

    Parameters
    ----------
    dataset
        What was reported.

    Yields
    ------
    event, [lat, lon], (right, down)
        Degrees of its place, and how far in px the mark stands aside: those of one place lie
        around it in rings, so that none covers another at any zoom.
    """
    taken: dict[tuple[float, ...], int] = {}
    for event in dataset.event_rows.values():
        found = event_facts(dataset)[event.event_id].all_sources.mark
        if found is None:
            continue
        at = latlon.lat_lon(found.lon, found.lat)
        rank = taken.get(tuple(at), 0)
        taken[tuple(at)] = rank + 1
        yield event, at, aside(rank)


def aside(rank: int) -> tuple[int, int]:
    """
    Find the spot of a mark among those of one place.

    Parameters
    ----------
    rank
        From 0, which stands on the place itself.

    Returns
    -------
    right, down
        px.
    """
    ring, before = 0, 0
    while rank > before:
        ring += 1
        if rank <= before + _FIRST_RING * ring:
            turn = 2 * math.pi * (rank - before - 1) / (_FIRST_RING * ring)
            return (
                round(MARK_PX * ring * math.sin(turn)),
                round(-MARK_PX * ring * math.cos(turn)),
            )
        before += _FIRST_RING * ring
    return 0, 0


def put_movements(dataset: Dataset, side: Side, into: folium.FeatureGroup) -> None:
    """
    Draw the movements of a side's events that no drawn route shows already.

    Parameters
    ----------
    dataset
        What was reported.
    side
        The side that acted.
    into
        The group.
    """
    facts = event_facts(dataset)
    for event in dataset.event_rows.values():
        line = latlon.of_pairs(facts[event.event_id].all_sources.line)
        is_routed = any(route_id in dataset.route_rows for route_id in event.route_ids)
        if not line or is_routed or facts[event.event_id].side is not side:
            continue
        planned = is_planned(event.status)
        weight = PLANNED_WEIGHT_PX if planned else MOVEMENT_WEIGHT_PX
        opacity = PLANNED_OPACITY if planned else 0.95
        casing = path_options(
            color=HALO, weight=weight + (2 if planned else 3), opacity=opacity * 0.7
        )
        put(polyline(line, casing), into, PANE, interactive=False)
        options = path_options(
            color=SIDES[side].color, weight=weight, opacity=opacity, class_name="atlas-trail"
        )
        shaft = polyline(line, options)
        shaft.add_child(Arrow(HEAD_PX, planned))
        bound(shaft, into, PANE, "event", event.event_id)


def _icon(dataset: Dataset, event: Event, side: Side, aside_px: tuple[int, int]) -> folium.DivIcon:
    """Make a disc in the side's colour, hollow where need be; our script sets the sign on it."""
    colour = path_options(color=SIDES[side].color)["color"]
    hollow = is_hollow(dataset, event)
    half = MARK_PX // 2
    return folium.DivIcon(
        html=(
            f'<span class="atlas-disc" style="background: {LAND if hollow else colour}; '
            f'border: 2px {"dashed" if hollow else "solid"} {colour}"></span>'
        ),
        icon_size=(MARK_PX, MARK_PX),
        icon_anchor=(half - aside_px[0], half - aside_px[1]),
        class_name="atlas-stock atlas-stock-hollow" if hollow else "atlas-stock",
    )
