"""The layers and tables of the GeoPackage, made of the frames of what is shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
from shapely.geometry import LineString

from geo.dataset import Dataset
from geo.export.columns import DAYS, arrow_type, data_frame, flat, listed
from geo.export.frames import frame
from geo.export.overview import COLUMNS as EVENT_COLUMNS
from geo.export.overview import NAMED
from geo.export.tables import tables
from geo.model.courses import layer_of
from geo.model.models import Place
from geo.rules import corridor
from geo.rules.event_rows import Drawn

_MOVEMENT_COLUMNS = (
    *("event_id", "title", "type", "status", "first_day", "last_day", "side", "place_ids"),
)
_LEG_COLUMNS = ("route_id", "order", "from_id", "to_id", "basis", "source", "course")
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


@dataclass(frozen=True)
class Layer:
    """
    A layer, or a table where it has no geometry type.

    Attributes
    ----------
    name
        Of the layer.
    frame
        Typed columns, lists as text; a GeoDataFrame where it has a geometry.
    about
        What it holds, in a line.
    geometry_type
        As OGC names it; ``None`` for a table.
    """

    name: str
    frame: pd.DataFrame
    about: str
    geometry_type: str | None = None

    def write(self, path: Path, fid: str = "fid") -> None:
        """
        Write the layer into a GeoPackage, which is made where there is none.

        Parameters
        ----------
        path
            The file.
        fid
            Name of the column of row numbers.
        """
        how: dict[str, Any] = {
            "layer": self.name,
            "driver": "GPKG",
            # By Arrow, so that a column has its type where it is empty, and a day is a date.
            "use_arrow": True,
            # Readers of some years ago say a warning of anything later.
            "dataset_options": None if path.exists() else {"VERSION": "1.2"},
            "layer_options": {"DESCRIPTION": self.about, "FID": fid},
        }
        stored = _stored(self.frame)
        if self.geometry_type is None:
            pyogrio.write_dataframe(stored, path, **how)
            return
        gpd.GeoDataFrame(stored).rename_geometry("geom").to_file(
            path,
            engine="pyogrio",
            geometry_type=self.geometry_type,
            promote_to_multi=self.geometry_type == "MultiPolygon",
            **how,
        )


def _stored(made: pd.DataFrame) -> pd.DataFrame:
    stored = made.copy()
    for name, dtype in made.dtypes.items():
        if name in DAYS:
            stored[name] = made[name].astype(pd.ArrowDtype(arrow_type(str(name))))
        elif dtype == "str":
            # GDAL takes the zero byte for the end of a text.
            stored[name] = made[name].str.replace("\x00", "", regex=False)
    return stored


def table_layer(
    name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]], about: str
) -> Layer:
    """
    Make a table without a geometry.

    Parameters
    ----------
    name, about
        Of the table.
    columns
        Their names, which say their types.
    rows
        Values by column.

    Returns
    -------
    layer
    """
    return Layer(name, flat(data_frame(columns, rows)), about)


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
    yield _layer(
        "movements",
        dataset.movements,
        _MOVEMENT_COLUMNS,
        "The paths of events: lines that join reported places",
        "LineString",
    )
    yield from _places(dataset)
    yield _layer(
        "routes",
        dataset.routes,
        (*made["routes"].columns, "course"),
        "Routes: lines that join reported places, no surveyed roads",
        "LineString",
    )
    yield _legs(dataset)
    for name, about in _TABLES.items():
        yield table_layer(name, made[name].columns, made[name].rows, about)


def _layer(
    name: str, shown: gpd.GeoDataFrame, columns: Sequence[str], about: str, geometry_type: str
) -> Layer:
    return Layer(name, flat(shown[[*columns, "geometry"]]), about, geometry_type)


def _events(dataset: Dataset) -> Layer:
    named = {
        name: pd.Series(["; ".join(names) for names in listed(dataset.events[held])], dtype="str")
        for name, held in NAMED.items()
    }
    shown = flat(dataset.events).assign(**named)
    columns = [name for name in EVENT_COLUMNS if name not in ("lon", "lat")]
    about = "Events; those without a place have no geometry"
    return Layer("events", shown[[*columns, "geometry"]], about, "Point")


def _places(dataset: Dataset) -> Iterator[Layer]:
    columns = tuple(Place.model_fields)
    places = dataset.places.copy()
    kinds = places.geom_type
    areas = places[kinds == "Polygon"]
    places.loc[kinds != "Point", "geometry"] = None
    about = "Places; only a known point is a point, the others are in areas or routes"
    yield _layer("places", places, columns, about, "Point")
    about = "Where a place that is an area, or that is inferred, may lie"
    yield _layer("areas", areas, columns, about, "MultiPolygon")
    about = "Zones, clipped to their countries"
    yield _layer("zones", dataset.zones, columns, about, "MultiPolygon")


def _legs(dataset: Dataset) -> Layer:
    drawn: list[Drawn] = []
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
            drawn.append((row, LineString(points[order - 1 : order + 1])))
    about = "The parts of routes between two waypoints, and how each is known"
    return Layer("legs", frame(_LEG_COLUMNS, drawn), about, "LineString")
