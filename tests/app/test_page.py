"""The page without a browser: every Streamlit control, the link, and tables that do not check."""

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo.dataset import load_dataset
from geo.model.vocabulary import EventType
from geo.selection.select import select
from geo.selection.selection import Selection
from panels import map_host
from panels.dataset import FOLDER_VARIABLE
from panels.download_button import COMPONENT
from panels.map_host import MAP_KEY

ROOT = Path(__file__).parent.parent.parent
WHOLE = load_dataset()
TIMEOUT_S = 30


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_resource.clear()


def opened(**query: str) -> AppTest:
    """Run the page as after the map's first report: it says what the link asked for."""
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=TIMEOUT_S)
    for name, value in query.items():
        page.query_params[name] = value
    page.session_state[MAP_KEY] = {"query": urlencode(query)}
    page.session_state["download_open"] = True
    page.run()
    assert not page.exception
    return page


def reported(page: AppTest, query: str) -> AppTest:
    """Rerun the page as after a report of the browser."""
    page.session_state[MAP_KEY] = {"query": query}
    page.run()
    assert not page.exception
    return page


def download_buttons(page: AppTest) -> list[dict[str, Any]]:
    """Return what our buttons for files are given, in the order of the page."""
    parts = [one.proto for one in page.get("bidi_component")]
    found = [json.loads(part.json) for part in parts if part.component_name == COMPONENT]
    return [json.loads(given["text"]) for given in found]


def download_labels(page: AppTest) -> list[str]:
    labels = [button["label"] for button in download_buttons(page)]
    return [label for label in labels if label.startswith(("What is shown", "Everything"))]


def shown_count(page: AppTest) -> int:
    """Say how many events the page takes for shown."""
    found = re.search(r"What is shown \((\d+) event", download_labels(page)[0])
    assert found
    return int(found[1])


def test_downloads_come_when_the_map_has_reported() -> None:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=TIMEOUT_S)
    page.session_state["download_open"] = True
    page.run()
    assert not page.exception
    assert not download_labels(page)
    assert download_labels(reported(page, ""))


def test_the_table_of_events_lies_with_the_map_and_nothing_of_it_below() -> None:
    page = opened()
    assert not page.toggle and not page.dataframe


def test_the_page_follows_what_the_browser_reports() -> None:
    page = reported(opened(), "types=airstrike&first_day=2017-05-18&last_day=2017-05-18")
    day = date(2017, 5, 18)
    chosen = Selection(types=frozenset({EventType.AIRSTRIKE}), first_day=day, last_day=day)
    assert 0 < shown_count(page) == len(select(WHOLE, chosen).event_rows) < len(WHOLE.event_rows)


def test_the_downloads_say_how_many_events_they_hold() -> None:
    everything = len(WHOLE.event_rows)
    page = opened()
    assert [f"({everything} events" in label for label in download_labels(page)] == [True, True]
    page = reported(page, "actors=none")
    assert ["(0 events" in label for label in download_labels(page)] == [True, False]


def test_the_link_is_read_once_when_the_session_begins() -> None:
    page = opened(types="airstrike")
    strikes = [row for row in WHOLE.event_rows.values() if row.type is EventType.AIRSTRIKE]
    assert shown_count(page) == len(strikes)
    assert not page.warning
    page.run()
    assert shown_count(page) == len(strikes)


@pytest.mark.parametrize(("value", "shown"), [("table", "table"), ("", None), (None, None)])
def test_the_link_says_whether_the_table_is_open(
    monkeypatch: pytest.MonkeyPatch, value: str | None, shown: str | None
) -> None:
    given: list[dict[str, Any]] = []

    def component(**arguments: Any) -> dict[str, Any]:
        given.append(arguments)
        return {"query": ""}

    monkeypatch.setattr(map_host, "_component", lambda _version: component)
    page = opened(**({} if value is None else {"show": value}))
    assert given[-1]["data"]["initial"]["state"].get("show") == shown
    assert not page.warning


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("first_day", "yesterday"),
        ("types", "picnic"),
        ("cursors", "guardian-2017-05-18.no-such-event"),
        ("event", "no-such-event"),
        ("show", "chart-of-nothing"),
        ("view", "89,40,7"),
        ("stated_only", "perhaps"),
        ("first_day", "![x](http://198.51.100.7/x.png)"),
    ],
)
def test_a_bad_value_in_the_link_is_named_and_left_out(name: str, value: str) -> None:
    page = opened(**{name: value})
    assert len(page.warning) == 1
    assert name in page.code[-1].value
    assert shown_count(page) == len(WHOLE.event_rows)


def test_a_bad_report_changes_nothing() -> None:
    page = reported(opened(), "types=%00%ff&first_day=&cursors=..__..&x=1&&&=")
    assert shown_count(page) == len(WHOLE.event_rows)


def broken_copy(folder: Path) -> Path:
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("__pycache__"))
    events = folder / "events.csv"
    lines = events.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1] = lines[1].replace("airstrike", "airstrik", 1)
    events.write_text("".join(lines), encoding="utf-8")
    return folder


def test_tables_that_do_not_check_are_listed_on_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(broken_copy(tmp_path / "data")))
    page = opened()
    assert page.error[0].value.startswith("The data does not check: 1 problem. ")
    problem = page.code[0].value
    assert "events.csv line 2" in problem
    assert "nearest is 'airstrike'" in problem
    assert "Traceback" not in problem
    assert not download_labels(page)


def test_mended_tables_are_read_at_the_next_rerun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = broken_copy(tmp_path / "data")
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    page = opened()
    assert page.error
    shutil.copy(ROOT / "data" / "events.csv", folder / "events.csv")
    page.run()
    assert not page.exception
    assert not page.error
    assert shown_count(page) == len(WHOLE.event_rows)
    broken_again = (folder / "events.csv").read_text(encoding="utf-8").replace("airstrike", "x", 1)
    (folder / "events.csv").write_text(broken_again, encoding="utf-8")
    page.run()
    assert page.error


def test_the_page_about_the_map_says_how_far_off_the_rivers_are() -> None:
    page = AppTest.from_function(_about, default_timeout=TIMEOUT_S).run()
    said = "\n".join(block.value for block in page.markdown)
    measured = json.loads((ROOT / "data/basemap/basemap.json").read_text(encoding="utf-8"))
    furthest = max(measured["measured"]["euphrates_to_town_centre_km"].values())
    found = re.search(r"Rivers may lie up to about (\d+) km", said)
    assert found
    assert furthest <= int(found[1]) < furthest + 1


def test_the_page_about_the_map_lists_every_article_under_a_heading_of_their_own() -> None:
    page = AppTest.from_function(_about, default_timeout=TIMEOUT_S).run()
    assert not page.exception
    assert [title.value for title in page.title] == ["About this map"]
    said = "\n".join(block.value.strip() for block in page.markdown)
    parts = dict(part.split("\n", 1) for part in said.split("## ")[1:])
    assert list(parts) == [
        "What this map shows",
        "What it does not show",
        "The five articles",
        "Take the data",
        "How to read it",
        "Borders",
        "Licences",
        "How to cite it",
    ]
    # The address of the data is no markdown.
    assert [name for name, text in parts.items() if not text.strip()] == ["Take the data"]
    listed = parts["The five articles"].splitlines()
    assert len(listed) >= len(WHOLE.articles)
    for article in WHOLE.articles.values():
        [line] = [one for one in listed if article.title in one.replace("\\", "")]
        assert line.replace("\\", "").startswith(article.publisher)
        assert (article.url or "(no address known)") in line
    assert WHOLE.version in parts["How to cite it"]


def test_the_page_about_the_map_holds_the_licence_of_the_typeface() -> None:
    page = AppTest.from_function(_about, default_timeout=TIMEOUT_S).run()
    assert page.text[0].value == (ROOT / "data/fonts/OFL.txt").read_text(encoding="utf-8").strip()


def _about() -> None:
    from panels import about

    about.page()
