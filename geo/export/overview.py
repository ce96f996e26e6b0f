"""One flat row for each event shown: what is read off the map, for a spreadsheet or a layer."""

from typing import Any

from geo import placement
from geo.acting import acting_actors, acting_side
from geo.backing import backing
from geo.dataset import Dataset
from geo.export.tables import Table
from geo.standing import standing
from geo.stated import reading

COLUMNS = (
    *("event_id", "title", "type", "status", "first_day", "last_day", "span", "date_precision"),
    *("standing", "backing", "side", "match", "place_id", "place", "lon", "lat"),
    *("location_precision", "uncertainty_km", "actor_ids", "actors", "article_ids", "articles"),
    *("claim_count", "summary", "date_basis", "date_note", "count", "route_ids", "note"),
)


def overview(dataset: Dataset) -> Table:
    """
    Put into one row what the map tells of an event.

    Parameters
    ----------
    dataset
        Whole or selected.

    Returns
    -------
    table
        Days and places are those of the articles alone where the selection asks for that.
    """
    return Table(
        "overview", COLUMNS, tuple(_row(dataset, event_id) for event_id in dataset.event_rows)
    )


def _row(dataset: Dataset, event_id: str) -> dict[str, Any]:
    stated_only = dataset.selection is not None and dataset.selection.stated_only
    event = dataset.event_rows[event_id]
    claims = dataset.claims_of(event_id)
    participants = dataset.participants_of(event_id)
    read = reading(dataset, event_id, stated_only)
    mark = placement.mark(dataset, event_id, stated_only)
    actor_ids = acting_actors(dataset, event_id)
    article_ids = dataset.articles_of(event_id)
    return {
        "event_id": event_id,
        "title": event.title,
        "type": event.type,
        "status": event.status,
        "first_day": read.first_day,
        "last_day": read.last_day,
        "span": read.kind,
        "date_precision": read.precision,
        "standing": standing(claims, participants, event.type),
        "backing": backing(dataset, event_id),
        "side": acting_side(dataset, event_id),
        "match": dataset.matches.get(event_id),
        "place_id": mark.place_id if mark else None,
        "place": dataset.gazetteer[mark.place_id].name if mark else None,
        "lon": mark.lon if mark else None,
        "lat": mark.lat if mark else None,
        "location_precision": mark.location_precision if mark else None,
        "uncertainty_km": mark.uncertainty_km if mark else None,
        "actor_ids": tuple(actor_ids),
        "actors": "; ".join(dataset.actors[one].name for one in actor_ids if one in dataset.actors),
        "article_ids": article_ids,
        "articles": "; ".join(
            f"{dataset.articles[one].publisher}, {dataset.articles[one].published_on}"
            for one in article_ids
        ),
        "claim_count": len(claims),
        "summary": event.summary,
        "date_basis": event.date_basis,
        "date_note": event.date_note,
        "count": event.count,
        "route_ids": event.route_ids,
        "note": event.note,
    }
