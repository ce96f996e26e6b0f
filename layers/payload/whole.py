"""All text of the map, as one JSON object that travels beside Folium's script."""

from collections.abc import Iterable

from geo.dataset import Dataset
from geo.model.courses import layer_of
from geo.model.models import Route
from geo.model.places import SITES
from geo.model.vocabulary import Extent, Side
from geo.rules.acting import UNNAMED, route_side
from geo.rules.corridor import legs, route_line
from geo.rules.geodesic import length_km
from geo.rules.told import told_order
from geo.rules.wording import day_text
from geo.selection.shown_routes import stated_route, stays
from geo.sentences.actor_sources import actor_source
from geo.sentences.compare import comparison_row
from geo.sentences.leg_sources import leg_source, leg_text, length_text
from geo.sentences.passages import attribute_rows, claim_row, mention_rows
from geo.sentences.place_sources import published_source
from geo.sentences.route_sources import claims_title, route_claims, route_when, who_sources
from geo.sentences.source import source_text
from layers.base.style import GLYPHS, SIDES, TYPES
from layers.contract import (
    ActorRow,
    ArticleRow,
    Payload,
    PlaceRow,
    RouteLine,
    RouteRow,
    ZoneRow,
)
from layers.payload.event_rows import event_row, turn_rows
from layers.payload.facet_rows import credit_row, facet_rows, layer_rows, role_rows
from layers.payload.label_rows import label_rows
from layers.payload.renamed_rows import renamed_rows
from layers.payload.shift_row import shift_row
from layers.payload.traced import place_trace, route_trace, spelled_rows


def payload(dataset: Dataset) -> Payload:
    """
    Gather what the browser shows of a dataset.

    Parameters
    ----------
    dataset
        What is to be drawn.

    Returns
    -------
    Payload
        JSON-serialisable, without NaN; every text plain.
    """
    return {
        "version": dataset.version,
        "sides": [
            {
                "id": side,
                "label": look.label,
                "actors_label": look.actors_label,
                "color": look.color,
                "ink": look.ink,
                "plate": look.plate,
            }
            for side, look in SIDES.items()
        ],
        "types": [
            {"id": kind, "label": label, "glyph": glyph} for kind, (label, glyph) in TYPES.items()
        ],
        "glyphs": [{"id": glyph, "label": label} for glyph, label in GLYPHS.items()],
        "layers": layer_rows(),
        "facets": facet_rows(dataset),
        "roles": role_rows(),
        "credits": credit_row(),
        "articles": _articles(dataset),
        "actors": _actors(dataset),
        "places": _places(dataset),
        "routes": [_route(dataset, route) for route in dataset.route_rows.values()],
        "zones": _zones(dataset),
        "shift": shift_row(dataset),
        "comparison": comparison_row(dataset),
        "events": [event_row(dataset, event) for event in dataset.event_rows.values()],
        "turns": turn_rows(dataset),
        "labels": label_rows(dataset),
        "renamed": renamed_rows(dataset),
    }


def _articles(dataset: Dataset) -> list[ArticleRow]:
    ordered = sorted(dataset.articles.values(), key=lambda row: (row.published_on, row.article_id))
    return [
        {
            "id": row.article_id,
            "title": row.title,
            "publisher": row.publisher,
            "published_on": row.published_on.isoformat(),
            "published_text": day_text(row.published_on),
            "published_note": row.published_note,
            "published_trace": source_text(published_source(row)),
            "url": row.url,
            "stops": _inside(dataset, dataset.stops_of(row.article_id)),
            "told": _inside(dataset, told_order(dataset, row.article_id)),
        }
        for row in ordered
    ]


def _inside(dataset: Dataset, event_ids: Iterable[str]) -> list[str]:
    """Leave out the events that a selected dataset does not hold; an article keeps its order."""
    return [event_id for event_id in event_ids if event_id in dataset.event_rows]


def _actors(dataset: Dataset) -> list[ActorRow]:
    rows: list[ActorRow] = [
        {
            "id": row.actor_id,
            "name": row.name,
            "name_ar": row.name_ar,
            "aliases": list(row.aliases),
            "spelled": spelled_rows(dataset, row, named),
            "side": row.side,
            "parent": row.parent_id,
            "kind": row.kind,
            "note": row.note,
            "said": attribute_rows(dataset, "actor", row.actor_id),
            "trace": {"name": source_text(named)},
        }
        for row in dataset.actors.values()
        for named in (actor_source(dataset, row.actor_id),)
    ]
    unnamed: ActorRow = {
        "id": UNNAMED,
        "name": "No actor named",
        "name_ar": None,
        "aliases": [],
        "spelled": [],
        "side": Side.OTHER,
        "kind": "",
        "note": "",
        "said": [],
        "parent": None,
    }
    return [*rows, unnamed]


def _places(dataset: Dataset) -> list[PlaceRow]:
    return [
        {
            "id": row.place_id,
            "name": row.name,
            "name_ar": row.name_ar,
            "aliases": list(row.aliases),
            "kind": row.kind,
            "lat": row.lat,
            "lon": row.lon,
            "uncertainty_km": row.uncertainty_km,
            "area_km": row.area_km,
            "extent": row.extent,
            "site": row.place_id in SITES,
            "basis": row.basis,
            "named": row.named,
            "source": row.source,
            "note": row.note,
            "mentions": mention_rows(row),
            "said": attribute_rows(dataset, "place", row.place_id),
            **place_trace(dataset, row),
        }
        for row in dataset.gazetteer.values()
    ]


def _route(dataset: Dataset, route: Route) -> RouteRow:
    stated = _line(dataset, route, stated_route(route))
    return {
        "id": route.route_id,
        "name": route.name,
        "kind": route.kind,
        "status": route.status,
        "layer": layer_of(route.route_id),
        "actors": list(route.actor_ids),
        "actor_traces": [source_text(who, route.claim_ids) for who in who_sources(dataset, route)],
        "side": route_side(dataset, route),
        "note": route.note,
        "when": route_when(dataset, route),
        "first_day": route.first_day.isoformat() if route.first_day else None,
        "last_day": route.last_day.isoformat() if route.last_day else None,
        "claims": [claim_row(dataset, claim) for claim in route_claims(dataset, route)],
        "claims_title": claims_title(dataset, route),
        "trace": route_trace(dataset, route),
        "stays": stays(route),
        "said": attribute_rows(dataset, "route", route.route_id),
        **_line(dataset, route, route),
        "stated_length_km": stated["length_km"],
        "stated_length": stated["length"],
        "stated_legs": stated["legs"],
        "stated_places": stated["places"],
    }


def _line(dataset: Dataset, route: Route, kept: Route | None) -> RouteLine:
    """Write what is kept of a route joins, and its length; nothing where no line is left of it."""
    row: RouteLine = {"length_km": None, "length": None, "legs": [], "places": []}
    if kept is not None:
        row["length_km"] = length_km(route_line(kept))
        row["length"] = length_text(dataset, kept)
        row["places"] = [waypoint.place_id for waypoint in kept.waypoints]
        row["legs"] = [
            {
                "from": leg.from_id,
                "to": leg.to_id,
                "basis": leg.basis,
                "source": leg.source,
                "said": leg_text(route, leg),
                "trace": source_text(leg_source(route, leg), route.claim_ids),
            }
            for leg in legs(kept)
        ]
    return row


def _zones(dataset: Dataset) -> list[ZoneRow]:
    return [
        {
            "id": row.place_id,
            "name": row.name,
            "source": row.source,
            "note": row.note,
            "mentions": mention_rows(row),
        }
        for row in dataset.gazetteer.values()
        if row.extent is Extent.CIRCLE
    ]
