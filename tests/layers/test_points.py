"""The packed files hold exactly the set, byte by byte as the browser reads them."""

import json
import math
import struct
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from pyproj import Transformer

from geo.dataset import Dataset
from geo.eventset.event_set import FIRST_OPEN, LAST_OPEN, EventSet
from geo.eventset.reading import read_event_set
from layers.packed.event_set import packed, world_fractions
from tests.geo.importing import content
from tests.layers.conftest import HOSTILE

WEB_MERCATOR_RADIUS_M = 6378137
TYPES = {"f4": "<f4", "i4": "<i4", "u2": "<u2", "u1": "u1"}
COLUMNS = {
    "x": "f4",
    "y": "f4",
    "hull_first": "i4",
    "hull_last": "i4",
    "core_first": "i4",
    "core_last": "i4",
    "reported": "i4",
    "combination": "u2",
    "flags": "u1",
}
ROWS = (
    {
        "type": "airstrike",
        "side": "us-coalition",
        "first_day": "2017-05-18",
        "last_day": "2017-05-18",
        "reported_on": "2017-05-19",
        "lat": "33.5",
        "lon": "38.25",
        "uncertainty_km": "2",
        "place": "A place",
        "actor_ids": "us-military|iran",
        "source": "A source",
        "url": "https://example.org/1",
        "note": "A note",
    },
    {"first_day": "2017-05-22", "span": "since", "reported_on": "2017-06-02"},
    {"last_day": "2017-05-21", "span": "until", "lat": "0", "lon": "-180"},
    {},
)


@pytest.fixture(scope="module")
def events(dataset: Dataset) -> EventSet:
    return read_event_set(content(*ROWS), "set.csv", dataset)


def columns_of(data: bytes) -> tuple[dict[str, Any], dict[str, np.ndarray[Any, Any]]]:
    """Read a file of columns as the browser does."""
    length = struct.unpack("<4s3I", data[:16])[2]
    header = json.loads(data[16 : 16 + length])
    found = {
        name: np.frombuffer(data, TYPES[one["type"]], header["count"], one["offset"])
        for name, one in header["columns"].items()
    }
    return header, found


def texts_of(data: bytes) -> list[dict[str, Any]]:
    """Read a file of texts as the browser does."""
    magic, version, count, zero = struct.unpack("<4s3I", data[:16])
    assert (magic, version, zero) == (b"CATX", 2, 0)
    offsets = np.frombuffer(data, "<u4", count + 1, 16)
    block = data[16 + offsets.nbytes :]
    assert offsets[0] == 0 and offsets[-1] == len(block)
    return [json.loads(block[start:end]) for start, end in pairwise(offsets)]


def test_the_columns_begin_as_agreed(events: EventSet) -> None:
    data = packed(events)[0].content
    magic, version, length, zero = struct.unpack("<4s3I", data[:16])
    assert (magic, version, zero) == (b"CAEV", 2, 0)
    assert (16 + length) % 8 == 0
    header, _ = columns_of(data)
    assert {name: one["type"] for name, one in header["columns"].items()} == COLUMNS
    assert (header["count"], header["label"]) == (4, "set.csv")
    assert header["combinations"][0] == {
        "type": "airstrike",
        "status": "happened",
        "standing": "reported",
        "side": "us-coalition",
        "actors": ["iran", "us-military"],
    }
    assert header["combinations"][1]["actors"] == ["unnamed"]


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 9, 1000])
def test_every_column_is_aligned_and_none_overlaps_another(dataset: Dataset, count: int) -> None:
    found = read_event_set(content(*({} for _ in range(count))), "set.csv", dataset)
    data = packed(found)[0].content
    header, columns = columns_of(data)
    length = struct.unpack("<I", data[8:12])[0]
    end = 16 + length
    for name, one in header["columns"].items():
        assert one["offset"] % 8 == 0
        assert end <= one["offset"] < end + 8
        end = one["offset"] + columns[name].nbytes
    assert end <= len(data) < end + 8


def test_every_column_is_that_of_the_set(events: EventSet) -> None:
    _, found = columns_of(packed(events)[0].content)
    for name in ("hull_first", "hull_last", "core_first", "core_last", "reported", "combination"):
        assert (found[name] == getattr(events, name)).all(), name
    assert (found["flags"] == events.lasted).all()
    x, y = world_fractions(events.lat, events.lon)
    for name, wanted in (("x", x), ("y", y)):
        np.testing.assert_array_equal(found[name], wanted.astype("f4"))


def test_open_days_and_missing_places_are_written_as_agreed(events: EventSet) -> None:
    _, found = columns_of(packed(events)[0].content)
    strike, until, since, undated = 0, 1, 2, 3
    day = (np.datetime64("2017-05-18") - np.datetime64("1970-01-01")).astype(int)
    assert found["hull_first"].tolist() == [day, FIRST_OPEN, day + 4, FIRST_OPEN]
    assert found["hull_last"].tolist() == [day, day + 3, LAST_OPEN, LAST_OPEN]
    assert found["core_last"].tolist() == [day, day + 3, day + 15, LAST_OPEN]
    assert found["reported"].tolist() == [day + 1, FIRST_OPEN, day + 15, FIRST_OPEN]
    assert found["flags"][[strike, until, since, undated]].tolist() == [0, 1, 1, 0]
    assert np.isnan(found["x"]).tolist() == np.isnan(found["y"]).tolist()
    assert np.isnan(found["x"]).tolist() == [False, False, True, True]


def test_positions_are_fractions_of_the_world_in_web_mercator() -> None:
    lat = np.array([0, 34.8021, -60, 85, 85.0511287798, -85.0511287798])
    lon = np.array([0, 38.9968, -179.5, 90, -180, 180])
    x, y = world_fractions(lat, lon)
    east_m, north_m = Transformer.from_crs(4326, 3857, always_xy=True).transform(lon, lat)
    around_m = 2 * math.pi * WEB_MERCATOR_RADIUS_M
    np.testing.assert_allclose(x, 0.5 + east_m / around_m, atol=1e-9)
    np.testing.assert_allclose(y, 0.5 - north_m / around_m, atol=1e-9)
    np.testing.assert_allclose(world_fractions(np.array([90]), np.array([0]))[1], 0, atol=1e-9)


def test_the_texts_say_what_is_known_and_leave_out_the_rest(events: EventSet) -> None:
    told = texts_of(packed(events)[1].content)
    assert told[0] == {
        "id": "e-1",
        "title": "Event 1",
        "when": "18 May 2017",
        "where": "A place",
        "uncertainty_km": 2,
        "actors": ["US military", "Iran"],
        "source": "A source",
        "url": "https://example.org/1",
        "note": "A note",
        "type": "Air strike",
        "side": "US and coalition",
        "status": "Happened",
        "standing": "Reported",
    }
    assert set(told[3]) == {"id", "title", "when", "type", "side", "status", "standing"}
    assert [one["id"] for one in told] == list(events.texts.event_id)


def test_text_from_a_file_leaves_unchanged(events: EventSet) -> None:
    names = {one.name for one in fields(events.texts)} - {"event_id", "actors"}
    count = len(events)
    hostile = replace(
        events,
        texts=replace(events.texts, **dict.fromkeys(names, (HOSTILE,) * count)),
        label=HOSTILE,
    )
    columns, texts, _ = packed(hostile)
    assert columns_of(columns.content)[0]["label"] == HOSTILE
    for told in texts_of(texts.content):
        assert {told[name] for name in ("title", "where", "source", "url", "note")} == {HOSTILE}


def test_files_are_named_by_what_they_hold(events: EventSet, dataset: Dataset) -> None:
    columns, texts, search = packed(events)
    assert [columns.name[:9], texts.name[:15]] == ["imported-", "imported-texts-"]
    again = packed(read_event_set(content(*ROWS), "set.csv", dataset))
    assert again == (columns, texts, search)
    renamed = packed(replace(events, texts=replace(events.texts, note=("x",) * 4)))
    assert renamed[0] == columns
    assert renamed[1].name != texts.name
