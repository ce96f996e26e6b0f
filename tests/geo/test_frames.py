"""The frames hold what is shown, with one schema for every selection, and draw and write it."""

import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import folium
import geopandas as gpd
import pyarrow.parquet as pq
import pyogrio
import pytest
from geopandas.testing import assert_geodataframe_equal

from geo.dataset import Dataset
from geo.export import EXPORTERS
from geo.export.atlas_frame import AtlasFrame
from geo.export.columns import listed
from geo.model.vocabulary import DatePrecision
from geo.rules import event_rows, ground_rows
from geo.selection.select import select
from geo.selection.selection import Selection
from tests.geo.exporting import written

FRAMES = {
    "events": "event",
    "movements": "movement",
    "places": "place",
    "routes": "route",
    "zones": "zone",
}
each_frame = pytest.mark.parametrize("name", FRAMES)


def undated(committed: Dataset) -> Dataset:
    """One event, of which no day is known."""
    event = next(
        one for one in committed.event_rows.values() if one.date_precision is DatePrecision.UNDATED
    )
    found = select(committed, Selection(find=event.title))
    assert list(found.event_rows) == [event.event_id]
    return found


def drawn(shown: folium.Map) -> int:
    """How many features a map of ``explore`` holds."""
    return sum(
        len(child.data["features"])
        for child in shown._children.values()
        if isinstance(child, folium.GeoJson)
    )


@each_frame
def test_a_selection_does_not_change_the_schema(
    name: str, taken: Dataset, committed: Dataset
) -> None:
    known = getattr(committed, name)
    for dataset in (taken, undated(committed)):
        frame = getattr(dataset, name)
        assert frame.dtypes.to_dict() == known.dtypes.to_dict()
        assert frame.crs == "EPSG:4326"


@pytest.mark.parametrize("name", ["gpkg", "geoparquet"])
def test_a_selection_does_not_change_the_schema_of_a_file(
    name: str, taken: Dataset, committed: Dataset, tmp_path: Path
) -> None:
    found = []
    for number, dataset in enumerate((committed, taken, undated(committed))):
        path = tmp_path / f"{number}{EXPORTERS[name].suffix}"
        EXPORTERS[name].write_file(dataset, path)
        found.append(schema(path))
    assert found[0] == found[1] == found[2]


def schema(path: Path) -> Any:
    if path.suffix == ".parquet":
        return [(field.name, field.type) for field in pq.read_schema(path)]
    layers = [layer for layer, _ in pyogrio.list_layers(path)]
    told = {layer: pyogrio.read_info(path, layer=layer) for layer in layers}
    return {
        layer: (list(one["fields"]), list(one["ogr_types"]), one["geometry_type"])
        for layer, one in told.items()
    }


@each_frame
def test_a_frame_has_each_column_once_and_its_points_in_its_geometry_alone(
    name: str, committed: Dataset
) -> None:
    columns = {
        "events": event_rows.EVENT_COLUMNS,
        "movements": event_rows.MOVEMENT_COLUMNS,
        "routes": ground_rows.ROUTE_COLUMNS,
    }.get(name, ground_rows.PLACE_COLUMNS)
    assert list(getattr(committed, name).columns) == [*columns, "geometry"]
    assert "coordinates" not in columns


@each_frame
def test_a_frame_has_the_rows_and_geometries_of_the_geojson(name: str, taken: Dataset) -> None:
    features = json.loads(written("geojson", taken))["features"]
    known = [one for one in features if one["properties"]["kind"] == FRAMES[name]]
    frame = getattr(taken, name)
    ids = [one["id"].split(":")[1] for one in known]
    assert list(frame[frame.columns[0]]) == ids
    assert list(frame.geometry.isna()) == [one["geometry"] is None for one in known]


def test_the_roles_claims_and_voices_are_those_of_the_dataset(committed: Dataset) -> None:
    frame = committed.events.set_index("event_id")
    for event_id in committed.event_rows:
        row = frame.loc[event_id]
        participants = committed.participants_of(event_id)
        for role in {one.role for one in participants}:
            known = dict.fromkeys(one.actor_id for one in participants if one.role is role)
            assert list(row[f"{role}_ids"]) == list(known)
        assert list(row["claim_ids"]) == [one.claim_id for one in committed.claims_of(event_id)]
        assert row["claim_count"] == len(committed.claims_of(event_id))
        assert 1 <= len(row["voices"]) <= row["voice_count"] <= row["claim_count"]


def test_a_movement_is_the_path_of_its_event(committed: Dataset) -> None:
    paths = committed.events.set_index("event_id")["path"]
    assert len(committed.movements) == sum(bool(len(path)) for path in listed(paths))
    for _, row in committed.movements.iterrows():
        assert list(row["place_ids"]) == list(paths[row["event_id"]])
        points = [committed.gazetteer[place_id] for place_id in row["place_ids"]]
        assert list(row.geometry.coords) == [(one.lon, one.lat) for one in points]
        assert row["length_km"] > 0


@each_frame
def test_explore_draws_every_row_that_has_a_place(name: str, taken: Dataset) -> None:
    frame = getattr(taken, name)
    placed = int(frame.geometry.notna().sum())
    if not placed:
        return  # geopandas draws no map of nothing.
    shown = frame.explore(tiles=None)
    assert drawn(shown) == placed
    assert "</html>" in shown.get_root().render()


def test_explore_shows_hostile_text_as_text(committed: Dataset) -> None:
    event = next(iter(committed.event_rows.values()))
    title = "{{ 7 * 7 }}{% raw %}{# <img src=x onerror=alert(1)>"
    rows = {event.event_id: event.model_copy(update={"title": title})}
    page = replace(committed, event_rows=rows).events.explore(tiles=None).get_root().render()
    assert "<img src=x" not in page and "\\u003cimg src=x" not in page
    assert "49{" not in page and "\\u0026#123;\\u0026#123; 7 * 7 }}" in page


def test_what_is_made_of_a_frame_is_one_again(committed: Dataset) -> None:
    events = committed.events
    for made in (events.head(3), events[events["side"] == "other"], events.to_crs(32637)):
        assert isinstance(made, AtlasFrame)
    assert not isinstance(events.drop(columns="geometry"), gpd.GeoDataFrame)


@each_frame
def test_a_frame_comes_back_from_parquet_and_from_a_geopackage(
    name: str, committed: Dataset, tmp_path: Path
) -> None:
    frame = getattr(committed, name)
    stream = io.BytesIO()
    frame.to_parquet(stream)
    back = gpd.read_parquet(stream)
    assert list(back.columns) == list(frame.columns)
    assert back.crs == frame.crs
    for column in frame.select_dtypes("str"):
        assert back[column].equals(frame[column])
    path = tmp_path / "frame.gpkg"
    frame.to_file(path)
    flat = gpd.read_file(path)
    for column in frame.flat().select_dtypes("str"):
        assert list(flat[column].fillna("")) == list(frame.flat()[column].fillna(""))
    assert_geodataframe_equal(flat[["geometry"]], gpd.GeoDataFrame(frame)[["geometry"]])


def test_importing_geo_leaves_what_is_slow_for_later() -> None:
    code = (
        "import sys, geo; geo.load_dataset(); "
        "print({'geopandas', 'pandas', 'pyarrow', 'pyogrio'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
