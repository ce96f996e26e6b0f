"""One flat row for each event shown: what is read off the map, for a spreadsheet or a layer."""

from typing import Any

from geo.dataset import Dataset
from geo.export.tables import Table
from geo.rules import event_rows

COLUMNS = (
    *("event_id", "title", "type", "status", "first_day", "last_day", "span", "date_precision"),
    *("standing", "backing", "side", "match", "place_id", "place", "lon", "lat"),
    *("location_precision", "uncertainty_km", "actor_ids", "actors", "article_ids", "articles"),
    *("claim_count", "summary", "date_basis", "date_note", "count", "route_ids", "note"),
)
NAMED = {"actors": "actor_names", "articles": "article_names"}
"""Columns that are lists of names for a person to read, and where the names are."""


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
    return Table("overview", COLUMNS, tuple(_flat(row) for row, _ in event_rows.events(dataset)))


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    names = {name: "; ".join(row[held]) for name, held in NAMED.items()}
    return {name: (row | names)[name] for name in COLUMNS}
