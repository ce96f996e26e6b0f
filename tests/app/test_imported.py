"""Imported events on the page: the operator's file, a file of one's own, and their table."""

import base64
import os
import re
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo.dataset import load_dataset
from geo.eventset.cells import columns
from geo.eventset.reading import read_event_set
from geo.eventset.select import MATCHES
from geo.model.vocabulary import Match
from layers.base.assets import Asset
from layers.packed.event_set import packed
from panels import imported_files, map_host, static_files
from panels.imported import EVENTS_VARIABLE, EXAMPLE_FILE
from panels.imported_table import MOST_ROWS, rows
from panels.map_host import MAP_KEY
from tests.geo.importing import content

ROOT = Path(__file__).parent.parent.parent
WHOLE = load_dataset()
TIMEOUT_S = 30
DAY = {"first_day": "2017-05-18", "last_day": "2017-05-18"}
FILE = ("mine.csv", content({"type": "airstrike"} | DAY, {"type": "visit"}), "text/csv")
BROKEN = ("broken.csv", content({"type": "air-strike"}), "text/csv")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A static folder and caches of the test's own."""
    st.cache_resource.clear()
    monkeypatch.setattr(static_files, "STATIC_FOLDER", tmp_path / "static")
    return tmp_path / "static"


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the map's component is given, run by run."""
    given: list[dict[str, Any]] = []

    def component(**arguments: Any) -> dict[str, Any]:
        given.append(arguments)
        return {"query": ""}

    monkeypatch.setattr(map_host, "_component", lambda _version: component)
    return given


def opened() -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=TIMEOUT_S)
    page.session_state["imported_open"] = True
    page.session_state[MAP_KEY] = {"query": ""}
    page.run()
    assert not page.exception
    return page


def added(page: AppTest, file: tuple[str, bytes, str]) -> AppTest:
    page.file_uploader(key="events_upload").set_value(file).run()
    assert not page.exception
    return page


def files_in(folder: Path) -> list[str]:
    return sorted(re.sub(r"-[0-9a-f]{16}", "", one.name) for one in folder.glob("imported*"))


def test_the_form_says_what_a_file_may_hold(sent: list[dict[str, Any]]) -> None:
    said = " ".join(one.value for one in opened().markdown)
    for name in columns({}):
        assert f"`{name}`" in said
    for needed in ("10 MB", "200,000 rows", "UTF-8", "they are not added to the atlas"):
        assert needed in said


def test_without_a_set_there_is_none(sent: list[dict[str, Any]], folder: Path) -> None:
    opened()
    assert sent[-1]["data"]["points"] is None
    assert files_in(folder) == []


def test_the_file_of_the_operator_is_sent_by_address(
    sent: list[dict[str, Any]], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "events.csv"
    file.write_bytes(FILE[1])
    monkeypatch.setenv(EVENTS_VARIABLE, str(file))
    page = opened()
    points = sent[-1]["data"]["points"]
    events, texts, _ = packed(read_event_set(FILE[1], "events.csv", WHOLE))
    assert points["label"] == "events.csv"
    assert points["events"].endswith(f"/app/static/{events.name}")
    assert (folder / texts.name).read_bytes() == texts.content
    for one in folder.glob("imported*"):
        one.unlink()
    page.run()
    assert sent[-1]["data"]["points"] == points
    assert files_in(folder) == ["imported-search.bin", "imported-texts.bin", "imported.bin"]
    file.write_bytes(content({}))
    page.run()
    assert sent[-1]["data"]["points"]["id"] != points["id"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (BROKEN[1], "events.csv line 2: type 'air-strike' is not one of the words allowed here"),
        (None, "events.csv: cannot be read; CORRIDOR_ATLAS_EVENTS names it"),
    ],
)
def test_a_broken_file_of_the_operator_is_listed_and_the_map_stays(
    sent: list[dict[str, Any]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    given: bytes | None,
    expected: str,
) -> None:
    file = tmp_path / "events.csv"
    if given is not None:
        file.write_bytes(given)
    monkeypatch.setenv(EVENTS_VARIABLE, str(file))
    page = opened()
    assert sent[-1]["data"]["points"] is None
    assert sent[-1]["data"]["drawing"]
    assert page.code[0].value.startswith(expected)
    assert str(tmp_path) not in page.code[0].value


def test_a_file_of_ones_own_reaches_the_same_map_and_goes_again(
    sent: list[dict[str, Any]], folder: Path
) -> None:
    page = opened()
    before = sent[-1]
    added(page, FILE)
    after = sent[-1]
    assert after["data"]["points"]["label"] == "mine.csv"
    assert after["key"] == before["key"]
    assert {name: part for name, part in after["data"].items() if name != "points"} == {
        name: part for name, part in before["data"].items() if name != "points"
    }
    assert files_in(folder) == ["imported-search.bin", "imported-texts.bin", "imported.bin"]
    assert any("mine.csv, 2 events" in text.value for text in page.text)
    opened()
    assert sent[-1]["data"]["points"] is None, "a set belongs to one session"
    page.button(key="events_remove").click().run()
    assert sent[-1]["data"]["points"] is None
    assert page.file_uploader(key="events_upload").value is None


def test_a_broken_file_of_ones_own_is_listed_once_read_and_can_be_mended(
    sent: list[dict[str, Any]],
) -> None:
    page = added(opened(), BROKEN)
    assert sent[-1]["data"]["points"] is None
    assert page.code[0].value.startswith("broken.csv line 2: type 'air-strike'")
    page.run()
    assert page.code[0].value.startswith("broken.csv line 2: type 'air-strike'")
    added(page, FILE)
    assert sent[-1]["data"]["points"]["label"] == "mine.csv"
    assert not page.code


def test_the_example_of_the_page_can_be_added(sent: list[dict[str, Any]]) -> None:
    added(opened(), (EXAMPLE_FILE.name, EXAMPLE_FILE.read_bytes(), "text/csv"))
    assert sent[-1]["data"]["points"]["label"] == EXAMPLE_FILE.name


def test_where_nothing_can_be_written_the_files_themselves_are_sent(
    sent: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_asset: Asset) -> str:
        raise OSError("read-only file system")

    monkeypatch.setattr(static_files, "place", full)
    added(opened(), FILE)
    points = sent[-1]["data"]["points"]
    made = packed(read_event_set(FILE[1], "mine.csv", WHOLE))
    for name, asset in zip(imported_files.FILES, made, strict=True):
        assert base64.b64decode(points[f"{name}_inline"]) == asset.content
    assert not set(imported_files.FILES) & set(points)


def test_files_go_after_a_day_or_when_they_take_much_room(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    now = time.time()
    for name, age_s in {
        "imported-old.bin": 90_000,
        "imported-new.bin": 10,
        "map.json": 90_000,
    }.items():
        (folder / name).write_bytes(b"x" * 100)
        os.utime(folder / name, (now - age_s, now - age_s))
    first = read_event_set(FILE[1], "mine.csv", WHOLE)
    found = imported_files.points(first)
    assert not (folder / "imported-old.bin").exists()
    assert (folder / "imported-new.bin").exists() and (folder / "map.json").exists()
    for path in folder.glob("imported*"):
        os.utime(path, (now - 80_000, now - 80_000))
    assert imported_files.still_there(found)
    monkeypatch.setattr(imported_files, "MOST_BYTES", 20_000)
    imported_files.points(read_event_set(content({}), "mine.csv", WHOLE))
    assert imported_files.still_there(found), "what is in use stays before what is not"
    monkeypatch.setattr(imported_files, "MOST_BYTES", 10)
    imported_files.points(read_event_set(content({}), "mine.csv", WHOLE))
    assert not imported_files.still_there(found)


def test_a_file_in_use_is_never_taken_away_from_under_a_reader(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = read_event_set(FILE[1], "mine.csv", WHOLE)
    imported_files.points(found)
    # A second name keeps the file's number from being given to one written anew.
    held = {path: tmp_path / f"held-{path.name}" for path in folder.iterdir()}
    assert len(held) == len(imported_files.FILES)
    for path, second in held.items():
        os.link(path, second)
        os.utime(path, (time.time() - 90_000,) * 2)
    imported_files.points(found)
    assert all(path.samefile(second) for path, second in held.items()), "old, but asked for"
    monkeypatch.setattr(imported_files, "MOST_BYTES", 10)
    imported_files.points(found)
    assert all(path.samefile(second) for path, second in held.items()), "large, but asked for"


def test_the_table_lists_what_is_shown_and_only_while_it_is_open() -> None:
    assert not opened().toggle, "without a set there is nothing to list"
    page = added(opened(), FILE)
    assert not page.dataframe
    page.toggle(key="table_open").set_value(True).run()
    assert [len(one.value) for one in page.dataframe] == [2]
    assert any(text.value == "Imported events: 2 of 2 shown." for text in page.text)
    page.session_state[MAP_KEY] = {"query": "types=airstrike"}
    page.run()
    assert any(text.value == "Imported events: 1 of 2 shown." for text in page.text)
    assert list(page.dataframe[0].value["Kind"]) == ["Air strike"]
    page.session_state[MAP_KEY] = {"query": "find=event+2"}
    page.run()
    assert any(text.value == "Imported events: 1 of 2 shown." for text in page.text)
    assert list(page.dataframe[-1].value["What"]) == ["Event 2"]
    page.session_state[MAP_KEY] = {"query": "layers=places"}
    page.run()
    assert not page.dataframe
    page.session_state[MAP_KEY] = {"query": ""}
    page.run()
    assert page.dataframe
    page.toggle(key="table_open").set_value(False).run()
    assert not page.dataframe


def test_a_long_table_says_how_much_of_it_is_there_and_holds_no_formula() -> None:
    lines = [{"note": "=1+1"}] * (MOST_ROWS + 1)
    page = added(opened(), ("long.csv", content(*lines), "text/csv"))
    page.toggle(key="table_open").set_value(True).run()
    assert any(
        text.value
        == "Imported events: 1,001 of 1,001 shown; the first 1,000 of them are listed here."
        for text in page.text
    )
    table = page.dataframe[0].value
    assert len(table) == MOST_ROWS
    assert set(table["Note"]) == {"'=1+1"}
    assert set(table["When"]) == {"undated"}


def test_no_match_makes_an_empty_table() -> None:
    found = read_event_set(FILE[1], "mine.csv", WHOLE)
    assert rows(found, found.combination.astype("u1") * 0).empty


FULL = {
    "type": "airstrike",
    "side": "us-coalition",
    "status": "planned",
    "standing": "disputed",
    "first_day": "2017-05-18",
    "last_day": "2017-05-20",
    "reported_on": "2017-05-21",
    "place": "A place",
    "actor_ids": "us-military|iran",
    "source": "A source",
    "url": "https://example.org/1",
    "note": "A note",
}


def test_a_row_of_the_table_says_all_that_its_event_does() -> None:
    found = read_event_set(content(FULL, FULL, {}), "mine.csv", WHOLE)
    none, certain, possible = (
        MATCHES.index(one) for one in (Match.NO, Match.CERTAIN, Match.POSSIBLE)
    )
    table = rows(found, np.array([possible, certain, none], dtype=np.uint8))
    first, second = table.to_dict("records")
    assert first == {
        "When": "some day between 18 and 20 May 2017",
        "What": "Event 1",
        "Kind": "Air strike",
        "Where": "A place",
        "Side that acted": "US and coalition",
        "Actors": "US military; Iran",
        "Happened or planned": "Planned",
        "How it stands": "Disputed or denied",
        "Reported": "21 May 2017",
        "Source": "A source",
        "Address": "https://example.org/1",
        "Note": "A note",
        "In the window": "possibly",
    }
    assert second == first | {"What": "Event 2", "In the window": "for certain"}
    bare = rows(found, np.array([none, none, certain], dtype=np.uint8)).to_dict("records")[0]
    assert [bare[name] for name in ("When", "Reported", "Actors", "Where")] == [
        "undated",
        "",
        "",
        "",
    ]


def test_one_event_is_said_to_be_one() -> None:
    page = added(opened(), ("one.csv", content({}), "text/csv"))
    assert "On the map: one.csv, 1 event." in [text.value for text in page.text]
    page = added(opened(), FILE)
    assert "On the map: mine.csv, 2 events." in [text.value for text in page.text]


def test_a_set_that_is_looked_at_is_kept_for_another_day(folder: Path) -> None:
    found = imported_files.points(read_event_set(FILE[1], "mine.csv", WHOLE))
    paths = list(folder.iterdir())
    now = time.time()
    for age_s, is_renewed in ((3500, False), (3700, True)):
        for path in paths:
            os.utime(path, (now - age_s,) * 2)
        assert imported_files.still_there(found)
        assert {path.stat().st_mtime > now - 60 for path in paths} == {is_renewed}
    paths[0].unlink()
    assert not imported_files.still_there(found)
    inline = {"id": "1", "label": "one", "events_inline": "", "texts_inline": ""}
    assert imported_files.still_there(inline), "what came itself needs no file"
