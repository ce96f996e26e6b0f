"""What the map's component is mounted with keeps the contract."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from pydantic import ValidationError
from streamlit.testing.v1 import AppTest

from geo.selection.selection import DAY_FIELDS, SET_FIELDS, Selection
from layers.base.assets import Asset
from layers.contract import MountData, MountText, SelectionState
from panels import map_host, static_files
from panels.address import state_of
from panels.imported import EVENTS_VARIABLE
from panels.map_host import MAP_KEY
from tests.contract import adapter, assert_kept
from tests.geo.importing import content

ROOT = Path(__file__).parent.parent.parent
TIMEOUT_S = 30
ADDRESS = {
    "types": "airstrike.policy",
    "actors": "iran",
    "role": "any",
    "first_day": "2017-05-01",
    "day_of": "reported",
    "cursors": "guardian-2017-05-18.none",
    "find": "al-Tanf",
    "stated_only": "1",
    "event": "strike-2017-05-18",
    "current": "strike-2017-06-08",
    "about": "place.al-tanf",
    "story": "all.told",
    "names": "both",
    "show": "table",
    "view": "34.1,40.2,6.5",
}


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A static folder and caches of the test's own."""
    st.cache_resource.clear()
    monkeypatch.setattr(static_files, "STATIC_FOLDER", tmp_path / "static")


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What Streamlit's component is handed, run by run."""
    given: list[dict[str, Any]] = []

    def component(*, data: dict[str, Any], **_more: Any) -> dict[str, Any]:
        given.append(data)
        return {"query": ""}

    map_host._component.clear()  # type: ignore[attr-defined]
    monkeypatch.setattr(st.components.v2, "component", lambda *_, **__: component)
    return given


def mounted(handed: list[dict[str, Any]], **address: str) -> dict[str, Any]:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=TIMEOUT_S)
    page.session_state[MAP_KEY] = {"query": ""}
    for name, value in address.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    [text] = [each for each in handed if each.keys() == {"text"}]
    assert_kept(MountText, text)
    assert_kept(MountData, text["text"])
    data: dict[str, Any] = json.loads(text["text"])
    return data


def test_addresses_are_handed_over(handed: list[dict[str, Any]]) -> None:
    data = mounted(handed)
    assert data["drawing"].endswith(".json.gz")
    assert (data["points"], data["initial"]["view"]) == (None, None)


def test_all_that_an_address_can_hold_is_handed_over(handed: list[dict[str, Any]]) -> None:
    initial = mounted(handed, **ADDRESS)["initial"]
    assert initial["view"] == {"center": [34.1, 40.2], "zoom": 6.5}
    opened = ("event", "current", "story", "names", "show")
    assert {name: initial["state"][name] for name in opened} == {
        name: ADDRESS[name] for name in opened
    }
    assert initial["state"]["about"] == {"kind": "place", "id": "al-tanf"}


@pytest.mark.parametrize("is_full", [False, True])
def test_imported_events_and_a_full_disk_keep_the_contract(
    handed: list[dict[str, Any]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_full: bool,
) -> None:
    file = tmp_path / "events.csv"
    file.write_bytes(content({"type": "visit"}))
    monkeypatch.setenv(EVENTS_VARIABLE, str(file))

    def full(_asset: Asset) -> str:
        raise OSError("read-only file system")

    if is_full:
        monkeypatch.setattr(static_files, "place", full)
    data = mounted(handed)
    assert data["points"]["label"] == "events.csv"
    if is_full:
        assert data["drawing"]["payload"]["events"]
        assert base64.b64decode(data["points"]["events_inline"]).startswith(b"CAEV")
        assert data["assets"]["basemap"]["land"]
        assert data["code"]["text"] and data["page"]["text"]


def test_a_selection_is_handed_over_by_the_names_it_has() -> None:
    handed = state_of(Selection(types=frozenset({"visit"}), cursors={"guardian-2017-05-18": 1}))
    assert_kept(SelectionState, handed)
    names = {*SET_FIELDS, *DAY_FIELDS, "role", "day_of", "cursors", "find", "stated_only"}
    assert handed.keys() == names
    with pytest.raises(ValidationError):
        adapter(SelectionState).validate_python(handed | {"types": "visit"})
