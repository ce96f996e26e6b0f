"""Events and movements as GeoJSON features, with every claim and role behind them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from geo.dataset import Dataset
from geo.export.ground_features import places, routes
from geo.export.writer import feature
from geo.rules import event_rows

Feature = dict[str, Any]

EVENT_PROPERTIES = (
    *("event_id", "kind", "type", "title", "summary", "first_day", "last_day", "span"),
    *("date_precision", "status", "standing", "backing", "place_id", "place"),
    *("location_precision", "uncertainty_km", "actor_ids", "article_ids", "actors", "fatalities"),
    *("sources", "side", "match", "date_basis", "date_note", "count", "route_ids", "note"),
    *("places", "relations"),
)
MOVEMENT_PROPERTIES = ("event_id", "kind", "type", "title", "status", "place_ids")


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
    for row, mark in event_rows.events(dataset):
        made = _properties(row | {"kind": "event"}, EVENT_PROPERTIES)
        yield feature(f"event:{row['event_id']}", mark, made)
    for row, line in event_rows.movements(dataset):
        made = _properties(row | {"kind": "movement"}, MOVEMENT_PROPERTIES)
        yield feature(f"movement:{row['event_id']}", line, made)
    yield from places(dataset)
    yield from routes(dataset)


def _properties(row: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _json(row[name]) for name in names}


def _json(value: Any) -> Any:  # noqa: ANN401 - whatever a row holds
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _json(one) for key, one in value.items()}
    return [_json(one) for one in value] if isinstance(value, list | tuple) else value
