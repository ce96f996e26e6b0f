"""Imported events leave as GeoJSON too: those a selection shows, all that is told of each."""

import io
import json
from datetime import date
from typing import Any

from geojson_pydantic import FeatureCollection

from geo.dataset import Dataset
from geo.export.imported import write_imported
from geo.selection.selection import Selection
from tests.geo.importing import event_set
from tests.geo.odd_strings import ODD_STRINGS
from tests.geo.test_export_checkers import assert_sound

FULL = {
    "event_id": "full",
    "title": "A strike",
    "type": "airstrike",
    "side": "us-coalition",
    "status": "happened",
    "standing": "claimed",
    "first_day": "2017-05-18",
    "last_day": "2017-05-20",
    "span": "throughout",
    "reported_on": "2017-05-21",
    "lat": "33.5",
    "lon": "-38.123456",
    "uncertainty_km": "4.5",
    "place": "al-Tanf",
    "actor_ids": "us-military|iran",
    "source": "A report",
    "url": "https://example.org/1",
    "note": "A note",
}
BARE = {"event_id": "bare", "title": "Something"}


def taken(dataset: Dataset, selection: Selection, *rows: dict[str, str]) -> dict[str, Any]:
    stream = io.BytesIO()
    write_imported(event_set(dataset, *rows), selection, dataset, stream)
    text = stream.getvalue().decode()
    FeatureCollection.model_validate_json(text)
    assert_sound(text)
    found: dict[str, Any] = json.loads(text)
    return found


def test_all_that_is_told_of_an_event_leaves(small: Dataset) -> None:
    full, bare = taken(small, Selection(), FULL, BARE)["features"]
    told = {"lat", "lon", "uncertainty_km", "actor_ids"}
    for name in FULL.keys() - told:
        assert full["properties"][name] == FULL[name]
    assert full["properties"]["uncertainty_km"] == 4.5
    assert full["properties"]["actor_ids"] == ["iran", "us-military"]
    assert full["geometry"]["coordinates"] == [-38.123456, 33.5]
    assert bare["geometry"] is None
    assert bare["properties"]["actor_ids"] == []
    for name in ("first_day", "last_day", "span", "reported_on", "place", "source", "url", "note"):
        assert bare["properties"][name] is None


def test_open_ends_come_back_as_they_were_written(small: Dataset) -> None:
    rows = (
        {"event_id": "a", "first_day": "2017-05-18", "span": "since"},
        {"event_id": "b", "last_day": "2017-05-18", "span": "until"},
        {"event_id": "c", "first_day": "2017-05-18", "last_day": "2017-05-19"},
    )
    found = {x["properties"]["event_id"]: x for x in taken(small, Selection(), *rows)["features"]}
    names = ("first_day", "last_day", "span")
    days = {key: [x["properties"][name] for name in names] for key, x in found.items()}
    assert days == {
        "a": ["2017-05-18", None, "since"],
        "b": [None, "2017-05-18", "until"],
        "c": ["2017-05-18", "2017-05-19", "within"],
    }


def test_only_what_is_shown_leaves_and_the_file_says_so(small: Dataset) -> None:
    chosen = Selection(types=frozenset({"airstrike"}), last_day=date(2017, 5, 19))
    found = taken(small, chosen, FULL, BARE)
    assert [each["properties"]["match"] for each in found["features"]] == ["certain"]
    atlas = found["atlas"]
    assert atlas["counts"] == {"imported": 1}
    assert atlas["selection"] == {"types": "airstrike", "last_day": "2017-05-19"}
    # What a reader brings is under no licence that we could name.
    assert atlas["licence"] is None and atlas["imported_from"] == "set.csv"
    assert not taken(small, Selection(stated_only=True), FULL)["features"]


def test_odd_texts_that_a_set_may_hold_survive(small: Dataset) -> None:
    fit = [text for text in ODD_STRINGS if text.isprintable() and text.strip() == text]
    rows = [{"title": text, "event_id": f"e-{n}"} for n, text in enumerate(fit) if len(text) < 200]
    found = taken(small, Selection(), *rows)["features"]
    assert [each["properties"]["title"] for each in found] == [row["title"] for row in rows]
