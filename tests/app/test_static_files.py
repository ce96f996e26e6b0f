"""A file for the browser is there whole or not at all."""

import base64
import gzip
import json
import os
import time
from pathlib import Path

import pytest
import streamlit as st

from layers.base import assets
from layers.base.assets import Asset
from layers.page import page_shell
from panels import static_files

ASSET = Asset("map-0123456789abcdef.json", b"{}")


def test_a_file_is_written_once_and_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(static_files, "STATIC_FOLDER", tmp_path / "static")
    address = static_files.place(ASSET)
    assert address.endswith(f"app/static/{ASSET.name}")
    assert [path.name for path in (tmp_path / "static").iterdir()] == [ASSET.name]
    assert (tmp_path / "static" / ASSET.name).read_bytes() == b"{}"


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_nothing_is_left_behind_where_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(static_files, "STATIC_FOLDER", tmp_path)
    if fails == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space left"):
        static_files.place(ASSET)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(static_files, "STATIC_FOLDER", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("base", "begins"),
    [("", "/app/static/"), ("atlas", "/atlas/app/static/"), ("/a/b/", "/a/b/app/static/")],
)
def test_an_address_begins_where_the_server_does(
    monkeypatch: pytest.MonkeyPatch, base: str, begins: str
) -> None:
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": base}.get)
    assert static_files.address("map.json") == f"{begins}map.json"


def test_whoever_serves_the_folder_may_read_what_is_in_it(folder: Path) -> None:
    static_files.place(ASSET)
    assert (folder / ASSET.name).stat().st_mode & 0o777 == 0o644


def test_a_file_is_packed_once_and_the_same_at_every_time(folder: Path) -> None:
    found = static_files.place_packed(ASSET)
    assert found == static_files.address(f"{ASSET.name}.gz")
    path = folder / f"{ASSET.name}.gz"
    content = path.read_bytes()
    assert gzip.decompress(content) == ASSET.content
    assert content[4:8] == bytes(4), "no time in it"
    path.write_bytes(b"left as it is")
    assert static_files.place_packed(ASSET) == found
    assert path.read_bytes() == b"left as it is"


def test_what_the_map_fetches_lies_in_the_folder_under_its_name(folder: Path) -> None:
    code, page, found = static_files.code(), static_files.page(), static_files.map_assets()
    assert code == {
        "name": assets.code().name,
        "address": static_files.address(f"{assets.code().name}.gz"),
    }
    wanted = {
        code["address"]: assets.code(),
        page["address"]: page_shell.shell(),
        found["basemap"]: assets.basemap(),
    }
    for address, asset in wanted.items():
        assert gzip.decompress((folder / Path(str(address)).name).read_bytes()) == asset.content
    relief = assets.relief()
    assert found["relief"] == static_files.address(relief.name)
    assert (folder / relief.name).read_bytes() == relief.content
    assert len(list(folder.iterdir())) == 4


def test_where_nothing_can_be_written_all_of_it_comes_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("read-only file system")

    monkeypatch.setattr(os, "fsync", full)
    code = assets.code()
    assert static_files.code() == {"name": code.name, "text": code.content.decode()}
    assert static_files.page() == {"text": page_shell.shell().content.decode()}
    found = static_files.map_assets()
    assert found["basemap"] == json.loads(assets.basemap().content)
    kind, _, content = found["relief"].partition(",")
    assert kind == "data:image/webp;base64"
    assert base64.b64decode(content) == assets.relief().content
    assert list(folder.iterdir()) == []


def aged(folder: Path, name: str, hours: float) -> Path:
    path = folder / name
    path.write_bytes(b"0123456789")
    os.utime(path, (time.time() - hours * 3600,) * 2)
    return path


def test_other_versions_go_after_a_week_and_nothing_else(folder: Path) -> None:
    week = 7 * 24
    old, young = aged(folder, "code-1.js.gz", week + 1), aged(folder, "code-2.js.gz", week - 1)
    other, alike = aged(folder, "page-1.html", week + 1), aged(folder, "codes.js", week + 1)
    static_files.clear_older("code")
    assert [one.exists() for one in (old, young, other, alike)] == [False, True, True, True]


def test_what_is_needed_stays_and_of_the_rest_the_newest_that_there_is_room_for(
    folder: Path,
) -> None:
    newest, middle, oldest = (aged(folder, f"set-{age}.bin", age) for age in (1, 2, 3))
    needed = aged(folder, "set-needed.bin", 99)
    # Ten bytes each: the room is just that of the two newest.
    static_files.clear_unused("set", 50 * 3600, 20, {needed.name})
    assert [one.exists() for one in (newest, middle, oldest, needed)] == [True, True, False, True]
    static_files.clear_unused("set", 1.5 * 3600, 10**9, {needed.name})
    assert [one.exists() for one in (newest, middle, needed)] == [True, False, True]
