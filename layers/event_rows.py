"""An event as the payload carries it: what, when, where, who, how it stands and who says so."""

from datetime import date
from typing import Any

from geo.backing import voice_name, voices, voices_text
from geo.backing_words import backing_said
from geo.compare import course_rows
from geo.dataset import Dataset
from geo.event_sentences import kind_text
from geo.models import Event
from geo.parts import narrowest_roles
from geo.passages import casualty_rows, claim_row, difference_rows
from geo.place_sources import whence
from geo.placement import PATH_ROLES, Mark, mark, path, path_coordinates
from geo.planned import event_when, is_planned
from geo.roles import event_parts, relation_source
from geo.select import event_facts
from geo.source import source_text
from geo.spans import Span
from geo.stops import stops
from geo.vocabulary import EventType, Status
from geo.where import where_text
from layers import latlon
from layers.facet_rows import values_row
from layers.style import glyph_of
from layers.traced import event_trace

STRIKES = (EventType.AIRSTRIKE, EventType.ROCKET_ATTACK, EventType.DRONE_ATTACK)


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
        "kind_text": kind_text(dataset, event),
        "glyph": glyph_of(event.type, event.status),
        "title": event.title,
        "summary": event.summary,
        "when": event_when(dataset, event),
        "stated_when": event_when(dataset, event, stated_only=True),
        "date_precision": str(event.date_precision),
        "date_note": event.date_note,
        "date_basis": str(event.date_basis) if event.date_basis else None,
        "first_day": _iso(event.first_day),
        "last_day": _iso(event.last_day),
        "span": _span(facts.span),
        "stated_span": _span(facts.stated_span),
        "status": str(event.status),
        "standing": str(facts.standing),
        "backing": str(facts.backing),
        "side": str(facts.side),
        "parts": [
            {"actor": actor_id, "side": str(side), "role": str(role)}
            for (side, actor_id), role in narrowest_roles(dataset, key).items()
        ],
        "articles": list(facts.articles),
        "facets": values_row(facts),
        "count": event.count,
        "note": event.note or None,
        "planned": is_planned(event.status),
        "strike": _is_strike(event),
        "where": where_text(dataset, key),
        "stated_where": where_text(dataset, key, stated_only=True),
        **_placed(dataset, found, ""),
        **_placed(dataset, stated, "stated_"),
        "places": list(dict.fromkeys(row.place_id for row in dataset.places_of(key))),
        "precision": _precision(found),
        "path": latlon.of_pairs(path_coordinates(dataset, key)) or None,
        "stated_path": latlon.of_pairs(path_coordinates(dataset, key, stated_only=True)) or None,
        "path_places": list(path(dataset, key)),
        "stated_path_places": list(path(dataset, key, stated_only=True)),
        "routes": list(event.route_ids),
        "courses": course_rows(dataset, key),
        "stated_courses": course_rows(dataset, key, stated_only=True),
        "roles": _roles(dataset, event),
        "relations": [
            {
                "relation": str(row.relation),
                "event": row.other_id,
                "trace": source_text(relation_source(row)),
            }
            for row in dataset.relations
            if row.event_id == key
        ],
        "casualties": casualty_rows(dataset, key),
        "voices": [
            {"name": voice_name(dataset, one), "took_part": one.took_part}
            for one in voices(dataset, key)
        ],
        "voices_text": voices_text(voices(dataset, key)),
        "backing_said": list(backing_said(dataset, key)),
        "differences": difference_rows(dataset, key),
        "claims": [claim_row(dataset, claim) for claim in dataset.claims_of(key)],
        **event_trace(dataset, event),
    }


def _is_strike(event: Event) -> bool:
    """Tell a single strike that happened from plans and from attacks reported together."""
    return event.type in STRIKES and event.status is Status.HAPPENED and not event.count


def _placed(dataset: Dataset, found: Mark | None, prefix: str) -> dict[str, Any]:
    """Write where the mark is, how far off it may be, and where its position comes from."""
    place = dataset.gazetteer[found.place_id] if found else None
    # The end of a path is no place of the event, so it has no radius of its own.
    is_end = found is not None and found.role in PATH_ROLES
    row = {
        "place": place.place_id if place else None,
        "mark": _at(found),
        "uncertainty_km": None if found is None or is_end else found.uncertainty_km,
        "place_basis": str(place.basis) if place else None,
        "place_source": place.source if place and place.stated else None,
        "place_note": whence(place) if place else None,
    }
    return {f"{prefix}{name}": value for name, value in row.items()}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def turn_rows(dataset: Dataset) -> list[dict[str, Any]]:
    """
    Write when the corridor was told to have moved, which decides the course that stands out.

    Parameters
    ----------
    dataset
        What was reported. Where it is a selection that leaves the change out, the courses stand out
        as in the whole.

    Returns
    -------
    list of dict
        ``id`` of the event, ``articles`` and days, as :func:`event_row` writes them. Where the
        event is left out it is no stop of a slider, so of the articles only those stay that had
        reached it.
    """
    whole = dataset.whole or dataset
    facts = event_facts(whole)
    return [
        {
            "id": event_id,
            "articles": [
                article_id
                for article_id in facts[event_id].articles
                if event_id in dataset.event_rows or _is_reached(dataset, article_id, event_id)
            ],
            "span": _span(facts[event_id].span),
            "stated_span": _span(facts[event_id].stated_span),
        }
        for event_id, event in whole.event_rows.items()
        if event.type is EventType.ROUTE_CHANGE
    ]


def _is_reached(selected: Dataset, article_id: str, event_id: str) -> bool:
    whole, selection = selected.whole, selected.selection
    reached = selection.cursors.get(article_id) if selection else None
    if whole is None or reached is None:
        return True
    return event_id in stops(whole, article_id)[:reached]


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


def _roles(dataset: Dataset, event: Event) -> list[dict[str, str]]:
    return [
        {
            "actor": part.actor_id,
            "name": part.name,
            "role": str(part.role),
            "label": part.label,
            "side": str(part.side),
            "trace": source_text(part.source),
        }
        for part in event_parts(dataset, event)
    ]
