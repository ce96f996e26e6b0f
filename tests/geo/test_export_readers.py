"""Programs that none of us wrote read what leaves, in every format, of the real atlas too."""

import io
import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyarrow.parquet as pq
import pytest
from fastkml import KML, Folder, Placemark
from fastkml.utils import find_all
from geojson_pydantic import FeatureCollection

from geo.dataset import Dataset
from geo.export import EXPORTERS
from geo.export.styles import SIDES
from tests.geo.exporting import gdal, in_qgis, written

LAYERS = ("events", "movements", "places", "areas", "zones", "routes", "legs")


def made(name: str, dataset: Dataset, folder: Path) -> Path:
    path = folder / f"atlas{EXPORTERS[name].suffix}"
    EXPORTERS[name].write_file(dataset, path)
    return path


def atlas_of(dataset: Dataset) -> dict[str, Any]:
    """The foreign member of the GeoJSON; other formats carry the same, with their own counts."""
    found: dict[str, Any] = json.loads(written("geojson", dataset))["atlas"]
    return found


def assert_carries(said: dict[str, Any], dataset: Dataset) -> None:
    known = atlas_of(dataset)
    assert {name: said[name] for name in known if name != "counts"} == {
        name: value for name, value in known.items() if name != "counts"
    }
    assert said["counts"]


def features_of(dataset: Dataset) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written("geojson", dataset))["features"]
    return found


def test_geojson_pydantic_accepts_it(taken: Dataset) -> None:
    text = written("geojson", taken)
    parsed = FeatureCollection.model_validate_json(text)
    assert len(parsed.features) == sum(json.loads(text)["atlas"]["counts"].values())


def test_gdal_reads_every_feature_of_the_geojson(taken: Dataset, tmp_path: Path) -> None:
    path = made("geojson", taken, tmp_path)
    count = len(features_of(taken))
    said = gdal("ogrinfo", "-al", "-so", path)
    assert f"Feature Count: {count}" in said
    assert ("event_id: String" in said) == bool(count)
    gdal("ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=YES", tmp_path / "again.geojson", path)
    again = json.loads((tmp_path / "again.geojson").read_text(encoding="utf-8"))
    assert len(again["features"]) == count


def test_gdal_reads_every_layer_and_table_of_the_geopackage(taken: Dataset, tmp_path: Path) -> None:
    path = made("gpkg", taken, tmp_path)
    said = gdal("ogrinfo", "-al", "-so", path)
    counts = json.loads(gpd.read_file(path, layer="atlas").set_index("name")["value"]["counts"])
    for name, count in counts.items():
        block = said.split(f"Layer name: {name}\n")[1].split("Layer name:")[0]
        assert f"Feature Count: {count}" in block, name
    assert {*LAYERS, "claims", "participants", "relations"} <= set(counts)
    gdal("ogr2ogr", "-f", "GPKG", tmp_path / "again.gpkg", path)
    assert len(gpd.read_file(tmp_path / "again.gpkg", layer="claims")) == len(taken.claims)


def test_gdal_reads_every_placemark_of_the_kml(taken: Dataset, tmp_path: Path) -> None:
    path = made("kml", taken, tmp_path)
    if not features_of(taken):
        return  # A KML without a placemark has no layer that GDAL could open.
    said = gdal("ogrinfo", "-al", "-so", path)
    counts = [int(line.split(":")[1]) for line in said.splitlines() if "Feature Count" in line]
    assert sum(counts) == path.read_text(encoding="utf-8").count("<Placemark")
    gdal("ogr2ogr", "-f", "GPKG", tmp_path / "again.gpkg", path)


def test_fastkml_reads_folders_spans_and_data(taken: Dataset, tmp_path: Path) -> None:
    document = KML.parse(made("kml", taken, tmp_path)).features[0]
    data = {one.name: one.value for one in document.extended_data.elements}
    assert_carries(json.loads(data["atlas"]), taken)
    folders = {one.name: one for one in document.features}
    articles = {a for event in taken.event_rows for a in taken.articles_of(event)}
    names = {f"{taken.articles[a].publisher}, {taken.articles[a].published_on}" for a in articles}
    assert {":".join(name.split(":")[:1]) for name in folders if ", 20" in name} == names
    marks = [one for one in find_all(document, of_type=Placemark) if "event." in (one.id or "")]
    pairs = {(e, a) for e in taken.event_rows for a in taken.articles_of(e)}
    assert {tuple(one.id.split(".")[1:]) for one in marks} == pairs
    for one in marks:
        values = {each.name: each.value for each in one.extended_data.elements}
        span = one.times
        first, last = values.get("first_day"), values.get("last_day")
        assert (str(span.begin) if span and span.begin else None) == first
        assert (str(span.end) if span and span.end else None) == last
    assert all(isinstance(one, Folder) for one in document.features)


def test_geopandas_reads_geojson_and_geopackage(taken: Dataset, tmp_path: Path) -> None:
    frame = gpd.read_file(made("geojson", taken, tmp_path))
    assert len(frame) == len(features_of(taken))
    path = made("gpkg", taken, tmp_path)
    events = gpd.read_file(path, layer="events")
    assert list(events["event_id"]) == list(taken.event_rows)
    assert events.crs == "EPSG:4326"
    said = dict(gpd.read_file(path, layer="atlas").itertuples(index=False))
    known = atlas_of(taken)
    assert json.loads(said["selection"]) == known["selection"]
    for name in ("version", "licence", "attribution", "cite"):
        assert said[name] == known[name]


def test_geopandas_reads_the_geoparquet(taken: Dataset) -> None:
    content = written("geoparquet", taken)
    frame = gpd.read_parquet(io.BytesIO(content))
    features = features_of(taken)
    assert list(frame["id"]) == [each["id"] for each in features]
    assert frame.crs == "OGC:CRS84"
    assert list(frame.geometry.isna()) == [each["geometry"] is None for each in features]
    metadata = pq.read_schema(io.BytesIO(content)).metadata
    assert json.loads(metadata[b"atlas"]) == atlas_of(taken)


def test_qgis_opens_every_layer_with_its_style(taken: Dataset, tmp_path: Path) -> None:
    path = made("gpkg", taken, tmp_path)
    found = in_qgis(path, *LAYERS, "claims")
    frames = {name: gpd.read_file(path, layer=name) for name in LAYERS}
    for name in LAYERS:
        assert found[name]["valid"] and found[name]["styled"], name
        assert found[name]["crs"] == "EPSG:4326"
        assert found[name]["count"] == len(frames[name])
    assert found["claims"]["count"] == len(taken.claims)
    assert found["events"]["attribute"] == "side"
    assert found["events"]["colors"] == {str(side): style[1] for side, style in SIDES.items()}
    assert found["events"]["fields"]["first_day"] == "Date"


@pytest.mark.parametrize("name", ["geojson", "kml"])
def test_qgis_opens_the_files_of_one_layer(name: str, committed: Dataset, tmp_path: Path) -> None:
    path = made(name, committed, tmp_path)
    found = in_qgis(path, "Places" if name == "kml" else "")
    (layer,) = found.values()
    assert layer["valid"] and layer["count"]
