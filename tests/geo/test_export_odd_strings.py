"""A few hundred odd strings come back unchanged, or as the page of the format says."""

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pytest
from fastkml import KML, Placemark
from fastkml.utils import find_all
from lxml import etree

from geo.dataset import Dataset
from geo.export import EXPORTERS
from geo.export.inert import as_it_was, inert
from tests.geo.exporting import in_qgis, written
from tests.geo.odd_strings import ODD_STRINGS

KML_SPACE = "{http://www.opengis.net/kml/2.2}"
EVENT = "strike-2017-05-18"
ODD = list(ODD_STRINGS)


@pytest.fixture(scope="module")
def odd(small: Dataset) -> Dataset:
    """One event for each string, which is its title and its summary; each with a claim."""
    ids = [f"odd-{number}" for number in range(len(ODD))]
    events = {
        event_id: small.event_rows[EVENT].model_copy(
            update={"event_id": event_id, "title": text, "summary": text, "note": text}
        )
        for event_id, text in zip(ids, ODD, strict=True)
    }
    copied = {
        name: tuple(
            row.model_copy(update={"event_id": event_id})
            for event_id in ids
            for row in getattr(small, name)
            if row.event_id == EVENT
        )
        for name in ("event_places", "claims", "participants")
    }
    return replace(small, event_rows=events, relations=(), **copied)


def without(pattern: str) -> list[str]:
    return [re.sub(pattern, "", text) for text in ODD]


def in_xml() -> list[str]:
    """What the page of the KML says: control characters go, a return is a line feed."""
    lines = [re.sub("\r\n?", "\n", text) for text in ODD]
    return [re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", text) for text in lines]


def test_there_are_a_few_hundred() -> None:
    assert len(ODD) > 300


def test_geojson_keeps_every_string(odd: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "odd.geojson"
    EXPORTERS["geojson"].write_file(odd, path)
    features = json.loads(path.read_text(encoding="utf-8"))["features"][: len(ODD)]
    for name in ("title", "summary", "note"):
        assert [each["properties"][name] for each in features] == ODD
    # GDAL ends a text at a zero byte; the file holds it.
    frame = gpd.read_file(path)
    found = list(frame.loc[frame["kind"] == "event", "title"])
    assert [x for x, text in zip(found, ODD, strict=True) if "\x00" not in text] == [
        text for text in ODD if "\x00" not in text
    ]


def test_geopackage_keeps_every_string_but_zero_bytes(odd: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "odd.gpkg"
    EXPORTERS["gpkg"].write_file(odd, path)
    assert list(gpd.read_file(path, layer="events")["title"]) == without("\x00")
    with sqlite3.connect(path) as file:
        assert [row[0] for row in file.execute("SELECT note FROM events")] == without("\x00")


def test_qgis_shows_every_string_of_the_geopackage(odd: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "odd.gpkg"
    EXPORTERS["gpkg"].write_file(odd, path)
    # A byte order mark at the front of a text is in the file, but QGIS does not show it.
    shown = [text.removeprefix("\ufeff") for text in without("\x00")]
    assert in_qgis(path, "events")["events"]["titles"] == shown


def test_csv_keeps_every_string_and_no_cell_is_a_formula(odd: Dataset) -> None:
    archive = zipfile.ZipFile(io.BytesIO(written("csv", odd)))
    for table in ("events", "overview"):
        text = archive.read(f"{table}.csv").decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        assert [as_it_was(row["title"]) for row in rows] == ODD
        for row in rows:
            assert not row["title"].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_geoparquet_keeps_every_string(odd: Dataset) -> None:
    frame = gpd.read_parquet(io.BytesIO(written("geoparquet", odd)))
    assert list(frame.loc[frame["kind"] == "event", "summary"]) == ODD


def test_kml_keeps_what_xml_can_hold(odd: Dataset) -> None:
    content = written("kml", odd)
    expected = in_xml()
    (folder, *others) = [
        each
        for each in etree.fromstring(content).iter(f"{KML_SPACE}Folder")
        if (each.findtext(f"{KML_SPACE}name") or "").startswith("The Guardian")
    ]
    assert not others
    marks = [mark for mark in folder if mark.get("id")]
    assert [mark.findtext(f"{KML_SPACE}name") for mark in marks] == expected
    values = [
        {
            one.get("name"): one.findtext(f"{KML_SPACE}value")
            for one in mark.iter(f"{KML_SPACE}Data")
        }
        for mark in marks
    ]
    assert [each["summary"] for each in values] == expected


def test_fastkml_reads_every_title_of_the_kml(odd: Dataset) -> None:
    document = KML.parse(io.BytesIO(written("kml", odd))).features[0]
    folder = next(one for one in document.features if one.name.startswith("The Guardian"))
    titles = [(one.name or "").strip() for one in find_all(folder, of_type=Placemark) if one.id]
    assert titles == [text.strip() for text in in_xml()]


def test_no_text_of_the_data_is_markup_in_a_balloon(odd: Dataset) -> None:
    root = etree.fromstring(written("kml", odd))
    for element in root.iter(f"{KML_SPACE}description"):
        tags = set(re.findall("<[^>]*>", element.text or ""))
        assert tags <= {"<b>", "</b>", "<br>"}
    balloons = {element.text for element in root.iter(f"{KML_SPACE}text")}
    assert balloons == {"$[description]"}


@pytest.mark.parametrize("turn", [inert, lambda text: inert(inert(text))])
def test_an_apostrophe_that_is_added_can_be_told(turn: Callable[[str], str]) -> None:
    made = [turn(text) for text in ODD]
    assert len(set(made)) == len(ODD)
    assert [as_it_was(inert(text)) for text in made] == made
