"""What the page gives away: every format, of what is shown and of everything, made by a click."""

import io
import json
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from streamlit.testing.v1 import AppTest

from geo.export import EXPORTERS
from panels import made_files, static_files
from panels.download_button import FAILED, HELD, MOST_TRIES
from panels.downloads import OPENED_WITH, offer
from tests.app import test_imported
from tests.app.test_imported import FILE, added
from tests.app.test_imported import folder as folder
from tests.app.test_page import WHOLE, download_buttons, download_labels, opened, reported


def click(page: AppTest, key: str, which: str = "first", tries: int = 1) -> dict[str, Any]:
    """Ask for a file as the browser does, and return what the button is told."""
    page.session_state[key] = {"asked": {"token": which, "tries": tries}}
    page.run()
    assert not page.exception
    (told,) = [one["answer"] for one in download_buttons(page) if "answer" in one]
    assert told["token"] == which
    return told


def collection(folder: Path, address: str) -> Any:
    assert address.startswith("/app/static/download-")
    return json.loads((folder / Path(address).name).read_text(encoding="utf-8"))


def events(found: Any) -> int:
    kinds = [feature["properties"]["kind"] for feature in found["features"]]
    return kinds.count("event")


def failing(*_: object, **__: object) -> None:
    raise OSError(28, "no space left on device")


def write_counted(counts: list[int]) -> Callable[[BinaryIO], object]:
    def write(stream: BinaryIO) -> None:
        counts.append(1)
        stream.write(b"content")

    return write


def test_every_format_can_be_chosen() -> None:
    page = opened()
    box = page.selectbox(key="download_format")
    assert list(OPENED_WITH) == list(EXPORTERS)
    assert box.options == [exporter.label for exporter in EXPORTERS.values()]
    for name, exporter in EXPORTERS.items():
        box.set_value(name).run()
        assert not page.exception
        assert len(download_labels(page)) == 2
        assert any(said.value == OPENED_WITH[name] for said in page.caption)
        names = [button["file_name"] for button in download_buttons(page)]
        stem = f"corridor-atlas-{WHOLE.version}"
        assert names == [f"{stem}-shown{exporter.suffix}", f"{stem}{exporter.suffix}"]


@pytest.mark.parametrize("name", list(EXPORTERS))
def test_a_click_makes_what_the_command_line_makes(name: str, folder: Path) -> None:
    stream = io.BytesIO()
    EXPORTERS[name].write(WHOLE, stream)
    offered = offer(EXPORTERS[name], WHOLE)
    address = made_files.address(("test", name), EXPORTERS[name].suffix, offered.write)
    made = (folder / Path(address).name).read_bytes()
    # GeoPackage holds the moment at which it was made.
    assert made == stream.getvalue() or name == "gpkg"


def test_nothing_is_made_until_it_is_asked_for_and_then_once(folder: Path) -> None:
    page = opened()
    assert not list(folder.glob("download-*"))
    first = click(page, "download_all")
    assert events(collection(folder, first["address"])) == len(WHOLE.event_rows)
    written = (folder / Path(first["address"]).name).stat().st_ino
    page.run()
    assert click(page, "download_all", "second")["address"] == first["address"]
    assert click(opened(), "download_all", "third")["address"] == first["address"]
    assert [path.stat().st_ino for path in folder.glob("download-*")] == [written]


def test_what_is_made_is_what_is_shown_when_it_is_made(folder: Path) -> None:
    page = reported(opened(), "types=airstrike")
    strikes = events(collection(folder, click(page, "download_shown")["address"]))
    assert 0 < strikes < len(WHOLE.event_rows)
    reported(page, "actors=none")
    told = click(page, "download_shown", "second")
    assert events(collection(folder, told["address"])) == 0


@pytest.mark.parametrize(
    "asked",
    [None, [], {}, {"token": 1, "tries": 1}, {"token": "x" * 65, "tries": 1}, {"token": "x"}],
)
def test_what_no_browser_of_ours_asks_is_not_answered(asked: object, folder: Path) -> None:
    page = opened()
    page.session_state["download_all"] = {"asked": asked}
    page.run()
    assert not page.exception
    assert not [one for one in download_buttons(page) if "answer" in one]
    assert not list(folder.glob("download-*"))


def test_a_file_goes_a_day_after_it_was_last_asked_for(folder: Path) -> None:
    counts: list[int] = []
    write = write_counted(counts)

    def age(address: str, hours: float) -> Path:
        path = folder / Path(address).name
        os.utime(path, (time.time() - hours * 3600,) * 2)
        return path

    address = made_files.address("kept", ".txt", write)
    path = age(address, 23)
    assert made_files.address("kept", ".txt", write) == address
    assert time.time() - path.stat().st_mtime < 3600, "asked for again, it stays a day more"
    killed = folder / f"{made_files.STEM}-killed.part"
    killed.write_bytes(b"half")
    for one in (path, killed):
        age(one.name, 24.1)
    made_files.address("other", ".csv", write)
    assert not path.exists() and not killed.exists()
    assert made_files.address("kept", ".txt", write) == address
    assert len(counts) == 3 and path.read_bytes() == b"content"


def test_the_oldest_go_where_files_take_much_room(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made_files, "MOST_BYTES", 100)
    for number in range(5):
        content = bytes([number]) * 60
        name = made_files.address(("room", number), ".bin", lambda to, it=content: to.write(it))
        os.utime(folder / Path(name).name, (time.time() - 100 + number,) * 2)
    # What there was had to be within the room before the last was written.
    assert len(list(folder.glob("download-*"))) == 2


def test_many_at_once_get_one_whole_file(folder: Path) -> None:
    found: list[str] = []
    start = threading.Barrier(8)

    def take(number: int) -> None:
        start.wait()
        # Half of them as another server on the same folder, which knows nothing of the first.
        what = ("at once", number % 2)
        found.append(made_files.address(what, ".bin", lambda stream: stream.write(b"x" * 10**6)))

    threads = [threading.Thread(target=take, args=(number,)) for number in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(found) == 8 and len(set(found)) == 1
    assert [path.stat().st_size for path in folder.iterdir()] == [10**6]


@pytest.mark.parametrize("fails", ["mkdir", "fsync", "replace", "size"])
def test_where_nothing_can_be_written_the_file_is_held_in_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    page = opened()
    if fails == "fsync":
        monkeypatch.setattr(os, "fsync", failing)
    elif fails == "size":
        monkeypatch.setattr(static_files, "MOST_SERVED_BYTES", 1000)
    else:
        monkeypatch.setattr(Path, fails, failing)
    told = click(page, "download_all")
    assert told["address"] is None and told["said"] == HELD
    (button,) = page.get("download_button")
    assert button.proto.label == f"Save corridor-atlas-{WHOLE.version}.geojson"
    assert not list(folder.glob("download-*"))
    page.run()
    assert page.get("download_button"), "it stays while the same is offered"
    page.selectbox(key="download_format").set_value("csv").run()
    assert not page.get("download_button"), "another format is another file"
    page.run()
    assert not page.get("download_button"), "and the click is answered"


def test_a_file_that_no_browser_finds_is_held_in_memory() -> None:
    page = opened()
    assert click(page, "download_all")["address"]
    assert click(page, "download_all", "again", MOST_TRIES - 1)["address"]
    assert click(page, "download_all", "at last", MOST_TRIES)["said"] == HELD
    assert page.get("download_button")


def test_a_file_that_cannot_be_made_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(EXPORTERS["geojson"]), "write", failing)
    told = click(opened(), "download_all")
    assert told == {"token": "first", "address": None, "said": FAILED}


def test_what_is_folded_is_not_sent() -> None:
    page = opened()
    page.session_state["download_open"] = False
    page.run()
    assert not download_labels(page) and not page.selectbox


def test_what_is_shown_of_a_file_can_be_taken_away(folder: Path) -> None:
    page = added(test_imported.opened(), FILE)
    assert not labels(page, "Download these")
    page.toggle(key="table_open").set_value(True).run()
    assert labels(page, "Download these") == ["Download these 2 events (GeoJSON)"]
    found = collection(folder, click(page, "download_imported")["address"])
    assert len(found["features"]) == 2


def test_the_example_can_be_taken_away(folder: Path) -> None:
    page = test_imported.opened()
    assert labels(page, "Download a small example") == ["Download a small example (CSV)"]
    address = click(page, "events_example")["address"]
    example = test_imported.EXAMPLE_FILE
    assert (folder / Path(address).name).read_bytes() == example.read_bytes()


def labels(page: AppTest, start: str) -> list[str]:
    found = [button["label"] for button in download_buttons(page)]
    return [label for label in found if label.startswith(start)]


def test_only_so_many_files_are_remembered_and_the_one_asked_for_last_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made_files, "_names", OrderedDict())
    monkeypatch.setattr(made_files, "MOST_REMEMBERED", 2)
    counts: list[int] = []
    for what in ("first", "second", "third"):
        made_files.address(what, ".txt", write_counted(counts))
    made_files.address("third", ".txt", write_counted(counts))
    made_files.address("second", ".txt", write_counted(counts))
    assert len(counts) == 3, "what is remembered is not written again"
    made_files.address("first", ".txt", write_counted(counts))
    assert len(counts) == 4
    assert list(made_files._names) == ["third", "first"]
