"""A session costs what it needs: what is drawn is read back, and what is heavy is not imported."""

import gzip
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from geo.dataset import load_dataset
from layers.base.assets import Asset
from panels import map_host, static_files

ROOT = Path(__file__).parent.parent.parent
WHOLE = load_dataset()
HEAVY = ("folium", "geopandas", "pandas", "pyarrow")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A static folder of the test's own."""
    st.cache_resource.clear()
    monkeypatch.setattr(static_files, "STATIC_FOLDER", tmp_path / "static")
    return tmp_path / "static"


def test_nothing_heavy_is_imported_until_it_is_asked_for() -> None:
    code = f"import panels.atlas, panels.about, sys; print(*set({HEAVY}) & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_what_one_server_drew_the_next_one_finds(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = map_host._drawn(WHOLE, "code")
    assert isinstance(first, str)
    written = json.loads(gzip.decompress((folder / Path(first).name).read_bytes()))
    assert "L.map(" in written["script"]
    assert {event["id"] for event in written["payload"]["events"]} == set(WHOLE.event_rows)

    def never(*_: object) -> dict[str, Any]:
        raise AssertionError("drawn a second time")

    monkeypatch.setattr(map_host, "drawing", never)
    assert map_host._drawn(WHOLE, "code") == first
    with pytest.raises(AssertionError, match="a second time"):
        map_host._drawn(WHOLE, "other code")


def test_where_nothing_can_be_written_everything_comes_with_the_message(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_asset: Asset) -> str:
        raise OSError("read-only file system")

    monkeypatch.setattr(static_files, "place", full)
    code = static_files.code()
    assert "address" not in code and "CorridorAtlas" in code["text"]
    drawn = map_host._drawn(WHOLE, "code")
    assert isinstance(drawn, dict) and drawn["payload"]["events"]
    assert static_files.map_assets()["basemap"]["land"]


def test_a_number_that_json_has_not_is_told_here_and_never_sent(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Else no browser could read the file, which all who come later would be handed too.
    monkeypatch.setattr(
        map_host, "drawing", lambda *_: {"script": "", "payload": {"lat": float("nan")}}
    )
    with pytest.raises(ValueError, match="JSON"):
        map_host._drawn(WHOLE, "code")
    assert not folder.exists() or not list(folder.iterdir())


def test_what_other_versions_drew_goes_after_a_week(folder: Path) -> None:
    folder.mkdir()
    now = time.time()
    for name, days in {
        "drawing-old.json.gz": 8,
        "atlas-old.js.gz": 8,
        "drawing-new.json.gz": 6,
    }.items():
        (folder / name).write_text("{}")
        os.utime(folder / name, (now - days * 86400, now - days * 86400))
    made = map_host._drawn(WHOLE, "code")
    assert isinstance(made, str)
    assert {path.name for path in folder.iterdir()} == {"drawing-new.json.gz", Path(made).name}
