"""The layers and tables of the GeoPackage: their columns, rows and geometries."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geo import corridor, placement
from geo.dataset import Dataset
from geo.export.overview import overview
from geo.export.tables import Table, tables
from geo.models import Place
from geo.place_shape import place_geometry
from geo.routes import layer_of
from geo.vocabulary import Extent


@dataclass(frozen=True)
class Layer:
    """
    A layer, or a table where it has no geometry type.

    Attributes
    ----------
    table
        Name, columns and rows.
    about
        What it holds, in a line.
    geometry_type
        As OGC names it; ``None`` for a table.
    geometries
        One for each row, lon/lat degrees; ``None`` where there is no place.
    """

    table: Table
    about: str
    geometry_type: str | None = None
    geometries: tuple[BaseGeometry | None, ...] = ()


_Drawn = tuple[dict[str, Any], BaseGeometry | None]
_TABLES = {
    "claims": "What one voice says of one event in one passage",
    "participants": "What an actor is to an event, and the claim that says so",
    "relations": "How one event bears on another",
    "event_places": "What a place is to an event",
    "waypoints": "The places that a route passes, in order, and how that is known",
    "gazetteer": "Every place, shown or not",
    "actors": "Everyone who acts or speaks",
    "articles": "The articles",
    "coverage": "Every passage, with its claims or why it has none",
}


def layers(dataset: Dataset) -> Iterator[Layer]:
    """
    Make every layer and table.

    Parameters
    ----------
    dataset
        Whole or selected.

    Yields
    ------
    layer
        What is shown as layers, the tables of the data behind it.
    """
    made = {table.name: table for table in tables(dataset)}
    yield _events(dataset)
    yield _movements(dataset)
    yield from _places(dataset)
    yield _routes(dataset, made["routes"])
    yield _legs(dataset)
    for name, about in _TABLES.items():
        yield Layer(made[name], about)


def _layer(
    name: str, columns: tuple[str, ...], about: str, geometry_type: str, rows: list[_Drawn]
) -> Layer:
    table = Table(name, columns, tuple(row for row, _ in rows))
    return Layer(table, about, geometry_type, tuple(geometry for _, geometry in rows))


def _events(dataset: Dataset) -> Layer:
    flat = overview(dataset)
    points = tuple(
        None if row["lon"] is None else Point(row["lon"], row["lat"]) for row in flat.rows
    )
    columns = tuple(name for name in flat.columns if name not in ("lon", "lat"))
    about = "Events; those without a place have no geometry"
    return Layer(Table("events", columns, flat.rows), about, "Point", points)


def _movements(dataset: Dataset) -> Layer:
    stated_only = dataset.selection is not None and dataset.selection.stated_only
    rows: list[_Drawn] = []
    for row in overview(dataset).rows:
        line = placement.path_coordinates(dataset, row["event_id"], stated_only)
        if line:
            place_ids = placement.path(dataset, row["event_id"], stated_only)
            rows.append((row | {"place_ids": place_ids}, LineString(line)))
    columns = ("event_id", "title", "type", "status", "first_day", "last_day", "side", "place_ids")
    about = "The paths of events: lines that join reported places"
    return _layer("movements", columns, about, "LineString", rows)


def _places(dataset: Dataset) -> Iterator[Layer]:
    places: list[_Drawn] = []
    areas: list[_Drawn] = []
    zones: list[_Drawn] = []
    for place_id in dataset.place_ids:
        place = dataset.gazetteer[place_id]
        row = {name: getattr(place, name) for name in Place.model_fields}
        geometry = place_geometry(dataset, place)
        if place.extent is Extent.CIRCLE:
            zones.append((row, geometry))
            continue
        places.append((row, geometry if isinstance(geometry, Point) else None))
        if isinstance(geometry, Polygon):
            areas.append((row, geometry))
    columns = tuple(Place.model_fields)
    about = "Places; only a known point is a point, the others are in areas or routes"
    yield _layer("places", columns, about, "Point", places)
    about = "Where a place that is an area, or that is inferred, may lie"
    yield _layer("areas", columns, about, "MultiPolygon", areas)
    about = "Zones, clipped to their countries"
    yield _layer("zones", columns, about, "MultiPolygon", zones)


def _routes(dataset: Dataset, table: Table) -> Layer:
    rows = [row | {"course": layer_of(row["route_id"])} for row in table.rows]
    lines = tuple(corridor.route_line(route) for route in dataset.route_rows.values())
    columns = (*table.columns, "course")
    about = "Routes: lines that join reported places, no surveyed roads"
    return Layer(Table("routes", columns, tuple(rows)), about, "LineString", lines)


def _legs(dataset: Dataset) -> Layer:
    rows: list[_Drawn] = []
    for route in dataset.route_rows.values():
        points = route.coordinates
        for order, leg in enumerate(corridor.legs(route), start=1):
            row = {
                "route_id": route.route_id,
                "order": order,
                "from_id": leg.from_id,
                "to_id": leg.to_id,
                "basis": leg.basis,
                "source": leg.source,
                "course": layer_of(route.route_id),
            }
            rows.append((row, LineString(points[order - 1 : order + 1])))
    columns = ("route_id", "order", "from_id", "to_id", "basis", "source", "course")
    about = "The parts of routes between two waypoints, and how each is known"
    return _layer("legs", columns, about, "LineString", rows)
