"""An event as the payload carries it: what, when, where, who, how it stands and who says so."""

from datetime import date

from geo.dataset import Dataset
from geo.model.models import Event
from geo.model.vocabulary import EventType, Status
from geo.rules.backing import voice_name, voices_text
from geo.rules.event_facts import event_facts
from geo.rules.parts import narrowest_roles
from geo.rules.placement import PATH_ROLES, Mark
from geo.rules.planned import event_when, is_planned
from geo.rules.spans import Span
from geo.selection.select import asked_of
from geo.sentences.backing_words import backing_said
from geo.sentences.compare import course_rows
from geo.sentences.event_sentences import kind_text
from geo.sentences.passages import casualty_rows, claim_row, difference_rows
from geo.sentences.place_sources import whence
from geo.sentences.roles import event_parts, relation_source
from geo.sentences.source import source_text
from geo.sentences.where import where_text
from layers.base import latlon
from layers.base.style import glyph_of
from layers.contract import EventRow, LatLon, Placed, RoleRow, SpanRow, TurnRow
from layers.payload.facet_rows import values_row
from layers.payload.traced import event_trace

STRIKES = (EventType.AIRSTRIKE, EventType.ROCKET_ATTACK, EventType.DRONE_ATTACK)


def event_row(dataset: Dataset, event: Event) -> EventRow:
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
    EventRow
    """
    key = event.event_id
    facts = event_facts(dataset)[key]
    every, only = facts.all_sources, facts.articles_only
    stated = _placed(dataset, only.mark)
    return {
        "id": key,
        "type": event.type,
        "kind_text": kind_text(dataset, event),
        "glyph": glyph_of(event.type, event.status),
        "title": event.title,
        "summary": event.summary,
        "when": event_when(dataset, event),
        "stated_when": event_when(dataset, event, stated_only=True),
        "date_precision": event.date_precision,
        "date_note": event.date_note,
        "date_basis": event.date_basis,
        "first_day": _iso(event.first_day),
        "last_day": _iso(event.last_day),
        "span": _span(every.span),
        "stated_span": _span(only.span),
        "status": event.status,
        "standing": facts.standing,
        "backing": facts.backing,
        "side": facts.side,
        "parts": [
            {"actor": actor_id, "side": side, "role": role}
            for (side, actor_id), role in narrowest_roles(dataset, key).items()
        ],
        "articles": list(facts.articles),
        "facets": values_row(asked_of(dataset.whole or dataset)[key]),
        "count": event.count,
        "note": event.note or None,
        "planned": is_planned(event.status),
        "strike": _is_strike(event),
        "where": where_text(dataset, key),
        "stated_where": where_text(dataset, key, stated_only=True),
        **_placed(dataset, every.mark),
        "stated_place": stated["place"],
        "stated_mark": stated["mark"],
        "stated_uncertainty_km": stated["uncertainty_km"],
        "stated_place_basis": stated["place_basis"],
        "stated_place_source": stated["place_source"],
        "stated_place_note": stated["place_note"],
        "places": list(dict.fromkeys(row.place_id for row in dataset.places_of(key))),
        "precision": every.mark.location_precision if every.mark else None,
        "path": latlon.of_pairs(every.line) or None,
        "stated_path": latlon.of_pairs(only.line) or None,
        "path_places": list(every.path),
        "stated_path_places": list(only.path),
        "routes": list(event.route_ids),
        "courses": course_rows(dataset, key),
        "stated_courses": course_rows(dataset, key, stated_only=True),
        "roles": _roles(dataset, event),
        "relations": [
            {
                "relation": row.relation,
                "event": row.other_id,
                "trace": source_text(relation_source(row)),
            }
            for row in dataset.relations
            if row.event_id == key
        ],
        "casualties": casualty_rows(dataset, key),
        "voices": [
            {"name": voice_name(dataset, one), "took_part": one.took_part} for one in facts.voices
        ],
        "voices_text": voices_text(facts.voices),
        "backing_said": list(backing_said(dataset, key)),
        "differences": difference_rows(dataset, key),
        "claims": [claim_row(dataset, claim) for claim in dataset.claims_of(key)],
        **event_trace(dataset, event),
    }


def _is_strike(event: Event) -> bool:
    """Tell a single strike that happened from plans and from attacks reported together."""
    return event.type in STRIKES and event.status is Status.HAPPENED and not event.count


def _placed(dataset: Dataset, found: Mark | None) -> Placed:
    """Write where the mark is, how far off it may be, and where its position comes from."""
    place = dataset.gazetteer[found.place_id] if found else None
    # The end of a path is no place of the event, so it has no radius of its own.
    is_end = found is not None and found.role in PATH_ROLES
    return {
        "place": place.place_id if place else None,
        "mark": _at(found),
        "uncertainty_km": None if found is None or is_end else found.uncertainty_km,
        "place_basis": place.basis if place else None,
        "place_source": place.source if place and place.stated else None,
        "place_note": whence(place) if place else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def turn_rows(dataset: Dataset) -> list[TurnRow]:
    """
    Write when the corridor was told to have moved, which decides the course that stands out.

    Parameters
    ----------
    dataset
        What was reported. Where it is a selection that leaves the change out, the courses stand out
        as in the whole.

    Returns
    -------
    list of TurnRow
        Where the event is left out it is no stop of a slider, so of the articles only those stay
        that had reached it.
    """
    whole = dataset.whole or dataset
    facts = event_facts(dataset)
    return [
        {
            "id": event_id,
            "articles": [
                article_id
                for article_id in facts[event_id].articles
                if event_id in dataset.event_rows or _is_reached(dataset, article_id, event_id)
            ],
            "span": _span(facts[event_id].all_sources.span),
            "stated_span": _span(facts[event_id].articles_only.span),
        }
        for event_id, event in whole.event_rows.items()
        if event.type is EventType.ROUTE_CHANGE
    ]


def _is_reached(selected: Dataset, article_id: str, event_id: str) -> bool:
    whole, selection = selected.whole, selected.selection
    reached = selection.cursors.get(article_id) if selection else None
    if whole is None or reached is None:
        return True
    return event_id in whole.stops_of(article_id)[:reached]


def _span(span: Span) -> SpanRow:
    return {
        "lasted": span.lasted,
        "core": [_iso(span.core_first), _iso(span.core_last)],
        "hull": [_iso(span.hull_first), _iso(span.hull_last)],
        "dated": span.dated,
    }


def _at(found: Mark | None) -> LatLon | None:
    return latlon.lat_lon(found.lon, found.lat) if found else None


def _roles(dataset: Dataset, event: Event) -> list[RoleRow]:
    return [
        {
            "actor": part.actor_id,
            "name": part.name,
            "role": part.role,
            "label": part.label,
            "side": part.side,
            "trace": source_text(part.source),
        }
        for part in event_parts(dataset, event)
    ]
