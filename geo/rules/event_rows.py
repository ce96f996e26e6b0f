"""The row of an event, a movement: what frames and all formats of the exports hold."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from shapely.geometry import LineString, Point

from geo.model.vocabulary import ParticipantRole
from geo.rules.backing import voice_name
from geo.rules.event_facts import EventFacts, Stated, event_facts
from geo.rules.fact_parts import actor_part, fatalities_part, source_part
from geo.rules.geodesic import length_km

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.dataset import Dataset
    from geo.model.models import Event

Drawn = tuple[dict[str, Any], "BaseGeometry | None"]
"""The values of a row by column, and its geometry, lon/lat degrees."""

ROLE_COLUMNS: Mapping[ParticipantRole, str] = {role: f"{role}_ids" for role in ParticipantRole}

EVENT_COLUMNS = (
    *("event_id", "title", "type", "status", "summary", "first_day", "last_day", "span"),
    *("date_precision", "date_basis", "date_note", "lasted", "core_first", "core_last"),
    *("hull_first", "hull_last", "standing", "backing", "voices", "voice_count"),
    *("voices_taking_part", "side", "match", "place_id", "place", "lon", "lat"),
    *("location_precision", "uncertainty_km", "path"),
    *("actor_ids", "actor_names", *ROLE_COLUMNS.values(), "article_ids", "article_names"),
    *("claim_ids", "claim_count", "fatalities", "count", "route_ids", "note"),
    *("actors", "sources", "places", "relations"),
)
"""What a row of an event holds."""

MOVEMENT_COLUMNS = (
    *("event_id", "title", "type", "status", "first_day", "last_day", "span", "date_precision"),
    *("standing", "backing", "side", "match", "actor_ids", "actor_names", "article_ids"),
    *("claim_ids", "place_ids", "length_km"),
)
"""What a row of a movement holds."""


def stated_only(dataset: "Dataset") -> bool:
    """
    Say whether a dataset was cut down to what the articles themselves say.

    Parameters
    ----------
    dataset
        Whole or selected.

    Returns
    -------
    bool
    """
    return dataset.selection is not None and dataset.selection.stated_only


def events(dataset: "Dataset") -> Iterator[Drawn]:
    """
    Work out every value of every event shown.

    Parameters
    ----------
    dataset
        Whole or selected.

    Yields
    ------
    row, mark
        ``EVENT_COLUMNS``; days and places are those of the articles alone where the selection asks
        for that. The mark is a point, or ``None``.
    """
    relations: dict[str, list[dict[str, Any]]] = {}
    for row in dataset.relations:
        relations.setdefault(row.event_id, []).append(row.model_dump(exclude={"event_id"}))
    for event in dataset.event_rows.values():
        yield _event(dataset, event, relations.get(event.event_id, []))


def movements(dataset: "Dataset") -> Iterator[Drawn]:
    """
    Work out the path of every event shown that has one.

    Parameters
    ----------
    dataset
        Whole or selected.

    Yields
    ------
    row, path
        ``MOVEMENT_COLUMNS``, with ``length_km`` along the ellipsoid; the path is a line that joins
        reported places.
    """
    facts, only = event_facts(dataset), stated_only(dataset)
    for row, _ in events(dataset):
        coordinates = facts[row["event_id"]].of(only).line
        if coordinates:
            line = LineString(coordinates)
            further = {"place_ids": row["path"], "length_km": length_km(line)}
            yield {name: (row | further)[name] for name in MOVEMENT_COLUMNS}, line


def _event(dataset: "Dataset", event: "Event", relations: list[dict[str, Any]]) -> Drawn:
    event_id = event.event_id
    claims = dataset.claims_of(event_id)
    participants = dataset.participants_of(event_id)
    facts = event_facts(dataset)[event_id]
    stated = facts.of(stated_only(dataset))
    row = (
        event.model_dump()
        | _days(stated)
        | _place(dataset, stated)
        | _who(dataset, event_id, facts)
        | {
            "standing": facts.standing,
            "backing": facts.backing,
            "match": dataset.matches.get(event_id),
            "claim_ids": tuple(claim.claim_id for claim in claims),
            "claim_count": len(claims),
            "fatalities": fatalities_part(dataset, claims),
            "actors": [actor_part(dataset, one) for one in participants],
            "sources": [source_part(dataset, claim) for claim in claims],
            "places": [one.model_dump(exclude={"event_id"}) for one in dataset.places_of(event_id)],
            "relations": relations,
        }
    )
    mark = None if row["lon"] is None else Point(row["lon"], row["lat"])
    return {name: row[name] for name in EVENT_COLUMNS}, mark


def _days(stated: Stated) -> dict[str, Any]:
    read, span = stated.reading, stated.span
    return {
        "first_day": read.first_day,
        "last_day": read.last_day,
        "span": read.kind,
        "date_precision": read.precision,
        "lasted": span.lasted,
        "core_first": span.core_first,
        "core_last": span.core_last,
        "hull_first": span.hull_first,
        "hull_last": span.hull_last,
    }


def _place(dataset: "Dataset", stated: Stated) -> dict[str, Any]:
    mark = stated.mark
    return {
        "place_id": mark.place_id if mark else None,
        "place": dataset.gazetteer[mark.place_id].name if mark else None,
        "lon": mark.lon if mark else None,
        "lat": mark.lat if mark else None,
        "location_precision": mark.location_precision if mark else None,
        "uncertainty_km": mark.uncertainty_km if mark else None,
        "path": stated.path,
    }


def _who(dataset: "Dataset", event_id: str, facts: EventFacts) -> dict[str, Any]:
    articles = [dataset.articles[one] for one in facts.articles]
    return {
        "side": facts.side,
        "actor_ids": facts.actor_ids,
        "actor_names": _names(dataset, facts.actor_ids),
        **{
            column: tuple(
                dict.fromkeys(
                    one.actor_id for one in dataset.participants_of(event_id) if one.role is role
                )
            )
            for role, column in ROLE_COLUMNS.items()
        },
        "article_ids": tuple(one.article_id for one in articles),
        "article_names": tuple(f"{one.publisher}, {one.published_on}" for one in articles),
        "voices": tuple(voice_name(dataset, one) for one in facts.voices),
        "voice_count": len(facts.voices),
        "voices_taking_part": sum(one.took_part for one in facts.voices),
    }


def _names(dataset: "Dataset", actor_ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(dataset.actors[one].name for one in actor_ids if one in dataset.actors)
