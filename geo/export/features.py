"""Events and movements as GeoJSON features, with every claim and role behind them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from shapely.geometry import LineString, Point

from geo import placement
from geo.acting import acting_actors, acting_side
from geo.backing import backing
from geo.dataset import Dataset
from geo.export.ground_features import places, routes
from geo.export.writer import feature
from geo.models import Claim, Event, Participant
from geo.standing import standing
from geo.stated import reading

Feature = dict[str, Any]


def features(dataset: Dataset) -> Iterator[Feature]:
    """
    Make a feature of everything that a dataset shows.

    Parameters
    ----------
    dataset
        Whole or selected.

    Yields
    ------
    feature
        Events, with or without a place; movements; places and zones; routes. The property
        ``kind`` says which.
    """
    stated_only = dataset.selection is not None and dataset.selection.stated_only
    relations: dict[str, list[Feature]] = {}
    for row in dataset.relations:
        relations.setdefault(row.event_id, []).append(row.model_dump(exclude={"event_id"}))
    for event in dataset.event_rows.values():
        yield _event(dataset, event, relations.get(event.event_id, []), stated_only)
    for event in dataset.event_rows.values():
        line = placement.path_coordinates(dataset, event.event_id, stated_only)
        if line:
            yield _movement(dataset, event, line, stated_only)
    yield from places(dataset)
    yield from routes(dataset)


def _event(
    dataset: Dataset, event: Event, relations: list[dict[str, Any]], stated_only: bool
) -> Feature:
    event_id = event.event_id
    claims = dataset.claims_of(event_id)
    participants = dataset.participants_of(event_id)
    mark = placement.mark(dataset, event_id, stated_only)
    read = reading(dataset, event_id, stated_only)
    properties = {
        "event_id": event_id,
        "kind": "event",
        "type": event.type,
        "title": event.title,
        "summary": event.summary,
        "first_day": _iso(read.first_day),
        "last_day": _iso(read.last_day),
        "span": read.kind,
        "date_precision": read.precision,
        "status": event.status,
        "standing": standing(claims, participants, event.type),
        "backing": backing(dataset, event_id),
        "place_id": mark.place_id if mark else None,
        "place": dataset.gazetteer[mark.place_id].name if mark else None,
        "location_precision": mark.location_precision if mark else None,
        "uncertainty_km": mark.uncertainty_km if mark else None,
        "actor_ids": list(acting_actors(dataset, event_id)),
        "article_ids": list(dataset.articles_of(event_id)),
        "actors": [_actor(dataset, participant) for participant in participants],
        "fatalities": _fatalities(dataset, claims),
        "sources": [_source(dataset, claim) for claim in claims],
        "side": acting_side(dataset, event_id),
        "match": dataset.matches.get(event_id),
        "date_basis": event.date_basis,
        "date_note": event.date_note,
        "count": event.count,
        "route_ids": list(event.route_ids),
        "note": event.note,
        "places": [row.model_dump(exclude={"event_id"}) for row in dataset.places_of(event_id)],
        "relations": relations,
    }
    return feature(f"event:{event_id}", Point(mark.lon, mark.lat) if mark else None, properties)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _actor(dataset: Dataset, participant: Participant) -> dict[str, Any]:
    actor = dataset.actors[participant.actor_id]
    return {
        "actor_id": participant.actor_id,
        "name": actor.name,
        "side": participant.side or actor.side,
        "role": participant.role,
        "side_here": participant.side,
        "claim_id": participant.claim_id,
    }


def _fatalities(dataset: Dataset, claims: tuple[Claim, ...]) -> dict[str, Any] | None:
    counted = [c for c in claims if c.fatalities_low is not None or c.fatalities_high is not None]
    if not counted:
        return None
    # A number belongs to whoever gave it: a named voice before an article that repeats it.
    first = min(counted, key=lambda claim: claim.voice is None)
    return {
        "low": first.fatalities_low,
        "high": first.fatalities_high,
        "source": _name(dataset, first.voice or first.via)
        or dataset.articles[first.article_id].publisher,
    }


def _name(dataset: Dataset, actor_id: str | None) -> str | None:
    return dataset.actors[actor_id].name if actor_id else None


def _source(dataset: Dataset, claim: Claim) -> dict[str, Any]:
    article = dataset.articles[claim.article_id]
    return {
        "article_id": claim.article_id,
        "publisher": article.publisher,
        "published_on": article.published_on.isoformat(),
        "locus": claim.locus,
        "voice": _name(dataset, claim.voice),
        "via": _name(dataset, claim.via),
        "stance": claim.stance,
        "account": claim.account,
        "url": article.url,
        "claim_id": claim.claim_id,
        "voice_id": claim.voice,
        "via_id": claim.via,
        "says_when": claim.says_when,
        "first_day": _iso(claim.first_day),
        "last_day": _iso(claim.last_day),
        "place_id": claim.place_id,
        "fatalities_low": claim.fatalities_low,
        "fatalities_high": claim.fatalities_high,
        "wounded_low": claim.wounded_low,
        "wounded_high": claim.wounded_high,
    }


def _movement(
    dataset: Dataset, event: Event, line: tuple[tuple[float, float], ...], stated_only: bool
) -> Feature:
    properties = {
        "event_id": event.event_id,
        "kind": "movement",
        "type": event.type,
        "title": event.title,
        "status": event.status,
        "place_ids": list(placement.path(dataset, event.event_id, stated_only)),
    }
    return feature(f"movement:{event.event_id}", LineString(line), properties)
