"""Nothing is lost on the way out and back: rows, days, precisions, roles, claims and sources."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest

from geo.dataset import Dataset
from geo.export import EXPORTERS
from geo.export.inert import as_it_was
from geo.export.tables import tables
from geo.model.models import (
    Actor,
    Article,
    Claim,
    Coverage,
    Event,
    EventPlace,
    Participant,
    Place,
    Relation,
    Route,
    RouteLeg,
    Row,
    Waypoint,
)
from geo.model.problems import Problem
from geo.model.vocabulary import Extent
from geo.reading.tables import read_row
from tests.geo.exporting import written

MODELS: Mapping[str, type[Row]] = {
    "events": Event,
    "event_places": EventPlace,
    "claims": Claim,
    "participants": Participant,
    "relations": Relation,
    "gazetteer": Place,
    "actors": Actor,
    "articles": Article,
    "coverage": Coverage,
}
Rows = Callable[[str], list[dict[str, str]]]


@pytest.fixture
def attributed(small: Dataset) -> Dataset:
    """The small fixture, with something said of an actor, a place and a route themselves."""
    things = ("actor:fars", "place:al-tanf", "route:corridor-shifted")
    said = small.claims[0].model_dump(mode="json", exclude_none=True)
    extra = tuple(
        Claim.model_validate(
            dict.fromkeys(Claim.model_fields, "")
            | said
            | {"claim_id": f"x{number}", "event_id": "", "about": thing, "hedge": "it seems"}
        )
        for number, thing in enumerate(things)
    )
    return replace(small, claims=small.claims + extra)


@pytest.fixture(params=["small", "committed", "attributed"])
def whole(request: pytest.FixtureRequest) -> Dataset:
    found: Dataset = request.getfixturevalue(request.param)
    return found


def rows_of(dataset: Dataset, name: str) -> list[Row]:
    """The rows of a table, as the dataset holds them."""
    held = {"events": "event_rows"}.get(name, name)
    found = getattr(dataset, held)
    return list(found.values() if isinstance(found, dict) else found)


def assert_same(dataset: Dataset, read: Rows) -> None:
    """Read every table by the model that reads the data, and compare."""
    problems: list[Problem] = []
    for name, model in MODELS.items():
        rows = [
            read_row(
                name,
                line,
                model,
                {column: cells[column] for column in model.model_fields},
                problems,
            )
            for line, cells in enumerate(read(name), start=2)
        ]
        assert rows == rows_of(dataset, name), name
    routes = []
    for cells in read("routes"):
        points = [one for one in read("waypoints") if one["route_id"] == cells["route_id"]]
        assert [int(one["order"]) for one in points] == list(range(1, len(points) + 1))
        columns = {name: cells[name] for name in Route.model_fields if name in cells}
        miles = cells["reported_offset_miles"]
        columns["reported_offset_miles"] = float(miles) if miles else None
        known = [one for one in read("legs") if one["route_id"] == cells["route_id"]]
        assert [int(one["order"]) for one in known] == list(range(1, len(points)))
        made = {
            "waypoints": [{name: one[name] for name in Waypoint.model_fields} for one in points],
            "legs": [{name: one[name] for name in RouteLeg.model_fields} for one in known],
            "coordinates": [(one["lon"], one["lat"]) for one in points],
        }
        routes.append(read_row("routes", 0, Route, columns | made, problems))
    assert routes == list(dataset.route_rows.values())
    assert not problems


def test_csv_brings_every_cell_back(whole: Dataset) -> None:
    archive = zipfile.ZipFile(io.BytesIO(written("csv", whole)))
    assert archive.testzip() is None

    def read(name: str) -> list[dict[str, str]]:
        text = archive.read(f"{name}.csv").decode("utf-8-sig")
        rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        return [{key: as_it_was(cell) for key, cell in row.items()} for row in rows]

    assert_same(whole, read)
    names = {f"{table.name}.csv" for table in tables(whole)}
    assert set(archive.namelist()) == names | {"overview.csv", "README.txt", "metadata.json"}


def text_of(value: object) -> str:
    """A value of a frame as the tables write it."""
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, pd.Timestamp | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def test_geopackage_brings_every_cell_back(whole: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "atlas.gpkg"
    EXPORTERS["gpkg"].write_file(whole, path)

    def read(name: str) -> list[dict[str, str]]:
        frame = pyogrio.read_dataframe(path, layer=name, read_geometry=False)
        return [{key: text_of(v) for key, v in row.items()} for row in frame.to_dict("records")]

    assert_same(whole, read)
    legs = gpd.read_file(path, layer="legs", engine="pyogrio").set_index(["route_id", "order"])
    for route_id, route in whole.route_rows.items():
        joined = pairwise(route.coordinates)
        for order, ends in enumerate(joined, start=1):
            assert list(legs.geometry[route_id, order].coords) == list(ends)


def test_geojson_brings_back_events_claims_roles_places_relations_and_routes(
    whole: Dataset,
) -> None:
    collection = json.loads(written("geojson", whole))
    features = collection["features"]
    kinds: dict[str, list[dict[str, Any]]] = {}
    for each in features:
        kinds.setdefault(each["properties"]["kind"], []).append(each["properties"])
    back = geojson_tables(kinds, collection["atlas"]["said"])

    def read(name: str) -> list[dict[str, str]]:
        return back[name]

    known = {
        "events": list(whole.event_rows.values()),
        # Within an event the order of the tables holds; the events stand in theirs.
        "claims": [c for e in whole.event_rows for c in whole.claims_of(e)]
        + [c for c in whole.claims if c.about],
        "participants": [p for e in whole.event_rows for p in whole.participants_of(e)],
        "event_places": [p for e in whole.event_rows for p in whole.places_of(e)],
        "relations": [r for e in whole.event_rows for r in whole.relations if r.event_id == e],
        "gazetteer": [whole.gazetteer[place_id] for place_id in whole.place_ids],
    }
    problems: list[Problem] = []
    for name, rows in known.items():
        model = MODELS[name]
        found = [read_row(name, 0, model, row, problems) for row in read(name)]
        # Places and zones come apart, so the order of the gazetteer is not asked for.
        assert sorted(found, key=repr) == sorted(rows, key=repr), name
    assert not problems
    assert len(kinds["route"]) == len(whole.route_rows)
    for made in kinds["route"]:
        route = whole.route_rows[made["route_id"]]
        for name in ("waypoints", "legs"):
            held = [json.loads(one.model_dump_json()) for one in getattr(route, name)]
            assert made[name] == held
        for name in ("name", "status", "note", "reported_offset_miles"):
            assert made[name] == getattr(route, name)
        assert (made["route_kind"], made["claim_ids"]) == (route.kind, list(route.claim_ids))
    lines = {
        f["id"]: f["geometry"]["coordinates"] for f in features if f["id"].startswith("route:")
    }
    for route_id, route in whole.route_rows.items():
        exact = [[round(degrees, 6) for degrees in pair] for pair in route.coordinates]
        assert lines[f"route:{route_id}"] == exact


def geojson_tables(
    kinds: Mapping[str, list[dict[str, Any]]], said: list[dict[str, Any]]
) -> dict[str, list[dict[str, str]]]:
    """Undo the nesting of the GeoJSON: the tables that it carries."""
    back: dict[str, list[dict[str, str]]] = {name: [] for name in MODELS}
    for event in kinds["event"]:
        event_id = {"event_id": event["event_id"]}
        back["events"].append(cells(Event, event))
        for one in event["sources"]:
            back["claims"].append(claim_cells(event_id | {"about": None} | one))
        for one in event["actors"]:
            back["participants"].append(
                cells(Participant, event_id | one | {"side": one["side_here"]})
            )
        back["event_places"] += [cells(EventPlace, event_id | one) for one in event["places"]]
        back["relations"] += [cells(Relation, event_id | one) for one in event["relations"]]
    back["claims"] += [claim_cells({"event_id": None} | one) for one in said]
    for place in (*kinds["place"], *kinds["zone"]):
        back["gazetteer"].append(cells(Place, place | {"kind": place["place_kind"]}))
    return back


def claim_cells(one: Mapping[str, Any]) -> dict[str, str]:
    return cells(Claim, {**one, "voice": one["voice_id"], "via": one["via_id"]})


def cells(model: type[Row], values: Mapping[str, Any]) -> dict[str, str]:
    def text(value: object) -> str:
        if isinstance(value, list):
            return "|".join(
                f"{x['article_id']}:{x['locus']}" if isinstance(x, dict) else x for x in value
            )
        return "" if value is None else str(value)

    return {name: text(values[name]) for name in model.model_fields}


def test_geojson_leaves_out_what_its_page_says(whole: Dataset) -> None:
    text = written("geojson", whole).decode()
    hidden = [p for p in whole.gazetteer.values() if p.extent is Extent.NONE]
    ids = {each["id"] for each in json.loads(text)["features"]}
    assert not {f"place:{place.place_id}" for place in hidden} & ids
    assert all(name not in text for name in ('"publisher_note"', '"parent_id"', '"reason"'))


def test_geoparquet_holds_what_the_geojson_holds(whole: Dataset) -> None:
    frame = gpd.read_parquet(io.BytesIO(written("geoparquet", whole)))
    features = json.loads(written("geojson", whole))["features"]
    for (_, row), each in zip(frame.iterrows(), features, strict=True):
        for name, value in each["properties"].items():
            assert plain(row[name]) == value, (each["id"], name)


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if hasattr(value, "tolist") and not isinstance(value, float):
        value = value.tolist()
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return None if isinstance(value, float) and value != value else value
