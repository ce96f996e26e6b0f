"""An event as the payload carries it: what, when, where, who, how it stands and who says so."""

from datetime import date
from typing import Any

from geo.acting import acting_actors
from geo.dataset import Dataset
from geo.models import Event
from geo.placement import Mark, mark, path, path_coordinates
from geo.select import event_facts
from geo.spans import Span
from geo.wording import when_text, where_text
from layers import latlon
from layers.passages import casualty_rows, claim_row
from layers.style import glyph_of, is_planned


def event_row(dataset: Dataset, event: Event) -> dict[str, Any]:
    """
    Write an event for the payload.

    Parameters
    ----------
    dataset
        What was reported.
    event
        One of its events.

    Returns
    -------
    dict
        Plain text, ISO days, positions as ``[lat, lon]``. Names that begin with ``stated_``
        hold what remains when only the articles count.
    """
    key = event.event_id
    facts = event_facts(dataset.whole or dataset)[key]
    found, stated = mark(dataset, key), mark(dataset, key, stated_only=True)
    return {
        "id": key,
        "type": str(event.type),
        "glyph": glyph_of(event.type, event.status),
        "title": event.title,
        "summary": event.summary,
        "when": _when(dataset, event),
        "date_precision": str(event.date_precision),
        "date_note": event.date_note,
        "date_basis": str(event.date_basis) if event.date_basis else None,
        "first_day": _iso(event.first_day),
        "last_day": _iso(event.last_day),
        "span": _span(facts.span),
        "stated_span": _span(facts.stated_span),
        "status": str(event.status),
        "standing": str(facts.standing),
        "side": str(facts.side),
        "acting": list(acting_actors(dataset, key)),
        "articles": list(facts.articles),
        "count": event.count,
        "where": where_text(dataset, key),
        "place": found.place_id if found else None,
        "stated_place": stated.place_id if stated else None,
        "places": list(dict.fromkeys(row.place_id for row in dataset.places_of(key))),
        "mark": _at(found),
        "stated_mark": _at(stated),
        "uncertainty_km": found.uncertainty_km if found else None,
        "precision": _precision(found),
        "path": latlon.of_pairs(path_coordinates(dataset, key)) or None,
        "stated_path": latlon.of_pairs(path_coordinates(dataset, key, stated_only=True)) or None,
        "path_places": list(path(dataset, key)),
        "routes": list(event.route_ids),
        "roles": _roles(dataset, key),
        "relations": [
            {"relation": str(row.relation), "event": row.other_id}
            for row in dataset.relations
            if row.event_id == key
        ],
        "casualties": casualty_rows(dataset, key),
        "claims": [claim_row(dataset, claim) for claim in dataset.claims_of(key)],
    }


def _when(dataset: Dataset, event: Event) -> str:
    """Write when; a plan is dated by its report and says so."""
    text = when_text(dataset, event.event_id)
    is_dated = event.first_day is not None or event.last_day is not None
    return f"as reported on {text}" if is_planned(event.status) and is_dated else text


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(span: Span) -> dict[str, Any]:
    return {
        "lasted": span.lasted,
        "core": [_iso(span.core_first), _iso(span.core_last)],
        "hull": [_iso(span.hull_first), _iso(span.hull_last)],
        "dated": span.dated,
    }


def _at(found: Mark | None) -> latlon.LatLon | None:
    return latlon.lat_lon(found.lon, found.lat) if found else None


def _precision(found: Mark | None) -> str | None:
    return str(found.location_precision) if found and found.location_precision else None


def _roles(dataset: Dataset, event_id: str) -> list[dict[str, str]]:
    rows = []
    for participant in dataset.participants_of(event_id):
        actor = dataset.actors[participant.actor_id]
        row = {
            "actor": actor.actor_id,
            "name": actor.name,
            "role": str(participant.role),
            "side": str(participant.side or actor.side),
        }
        if row not in rows:
            rows.append(row)
    return rows
