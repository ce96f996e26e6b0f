"""The tables of the data as a selection leaves them, for the formats that hold tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from geo.dataset import Dataset
from geo.model.models import (
    Actor,
    Article,
    Claim,
    Coverage,
    Event,
    EventPlace,
    Mention,
    Participant,
    Place,
    Relation,
    Route,
    RouteLeg,
    Row,
    Waypoint,
)


@dataclass(frozen=True)
class Table:
    """
    A table as it leaves.

    Attributes
    ----------
    name
        As in ``data/``, without the ending.
    columns
        Their names, in the order of the row model.
    rows
        Values by column: text, numbers, days, words of a closed list, tuples, ``None``.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]


_ROUTE_COLUMNS = tuple(
    name for name in Route.model_fields if name not in ("waypoints", "legs", "coordinates")
)
_WAYPOINT_COLUMNS = ("route_id", "order", *Waypoint.model_fields, "lon", "lat")
_LEG_COLUMNS = ("route_id", "order", *RouteLeg.model_fields)


def tables(dataset: Dataset) -> tuple[Table, ...]:
    """
    Give every table of the data.

    Parameters
    ----------
    dataset
        Whole or selected.

    Returns
    -------
    tables
        Events, what belongs to them and routes are those shown; articles, actors, gazetteer and
        coverage stay whole, for names. Routes come in three: ``routes``, and ``waypoints`` and
        ``legs`` with a row for each, counted from 1.
    """
    return (
        _table("events", Event, dataset.event_rows.values()),
        _table("event_places", EventPlace, dataset.event_places),
        _table("claims", Claim, dataset.claims),
        _table("participants", Participant, dataset.participants),
        _table("relations", Relation, dataset.relations),
        Table("routes", _ROUTE_COLUMNS, tuple(_routes(dataset))),
        Table("waypoints", _WAYPOINT_COLUMNS, tuple(_waypoints(dataset))),
        Table("legs", _LEG_COLUMNS, tuple(_legs(dataset))),
        _table("gazetteer", Place, dataset.gazetteer.values()),
        _table("actors", Actor, dataset.actors.values()),
        _table("articles", Article, dataset.articles.values()),
        _table("coverage", Coverage, dataset.coverage),
    )


def _table(name: str, model: type[Row], rows: Iterable[Row]) -> Table:
    columns = tuple(model.model_fields)
    return Table(name, columns, tuple({c: getattr(row, c) for c in columns} for row in rows))


def _routes(dataset: Dataset) -> Iterator[dict[str, Any]]:
    for route in dataset.route_rows.values():
        yield {name: getattr(route, name) for name in _ROUTE_COLUMNS}


def _waypoints(dataset: Dataset) -> Iterator[dict[str, Any]]:
    for route in dataset.route_rows.values():
        pairs = zip(route.waypoints, route.coordinates, strict=True)
        for order, (waypoint, (lon, lat)) in enumerate(pairs, start=1):
            yield {
                "route_id": route.route_id,
                "order": order,
                **waypoint.model_dump(),
                "lon": lon,
                "lat": lat,
            }


def _legs(dataset: Dataset) -> Iterator[dict[str, Any]]:
    for route in dataset.route_rows.values():
        for order, leg in enumerate(route.legs, start=1):
            yield {"route_id": route.route_id, "order": order, **leg.model_dump()}


def joined(value: object) -> object:
    """
    Write a list as one text, as the tables do.

    Parameters
    ----------
    value
        Of a cell.

    Returns
    -------
    value
        A tuple or list is joined by ``|``, a mention is ``article_id:locus``; all else is left.
    """
    if isinstance(value, tuple | list):
        return "|".join(
            f"{one.article_id}:{one.locus}" if isinstance(one, Mention) else str(one)
            for one in value
        )
    return value
