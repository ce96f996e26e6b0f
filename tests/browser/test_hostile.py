"""Text from data is only ever text: a dataset whose every name and title tries to be more."""

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from panels.dataset import FOLDER_VARIABLE
from tests.browser.actions import ask, settle
from tests.browser.conftest import Shared
from tests.browser.server import ROOT, Server

HOSTILE = (
    'zq<img src=x onerror=alert(1)>zq </script> "quo\'tes" `back` zq${7*7}zq zq{{7*7}}zq {% x {# x'
)
SHORT = "zq{{7*7}}zq ${7*7} </script>"
COLUMNS = {
    "articles.csv": ("title", "publisher", "author", "publisher_note", "published_note"),
    "actors.csv": ("name", "note"),
    "gazetteer.csv": ("name", "aliases", "source", "note"),
    "events.csv": ("title", "date_note", "note"),
    "claims.csv": ("account",),
}


def hostile_copy(folder: Path) -> None:
    """Copy the tables; every text for readers ends in what must not run."""
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name, columns in COLUMNS.items():
        with (folder / name).open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        for row in rows:
            for column in columns:
                row[column] = f"{row[column]} {HOSTILE}".strip()
            if name == "events.csv":
                row["summary"] = HOSTILE
            if name == "claims.csv":
                row["says_when"] = row["hedge"] = SHORT
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    routes = json.loads((folder / "routes.geojson").read_text(encoding="utf-8"))
    for feature in routes["features"]:
        feature["properties"]["name"] += f" {HOSTILE}"
        for waypoint in feature["properties"]["waypoints"]:
            waypoint["source"] = HOSTILE
    (folder / "routes.geojson").write_text(json.dumps(routes), encoding="utf-8")


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("hostile") / "data"
    hostile_copy(folder)
    with Server({FOLDER_VARIABLE: str(folder)}) as started:
        yield started


@pytest.fixture(scope="module")
def hostile(browser: Browser, hostile_server: Server) -> Iterator[Shared]:
    held = Shared(browser, hostile_server)
    yield held
    held.context.close()


@pytest.fixture
def hostile_page(hostile: Shared) -> Iterator[Page]:
    yield hostile.fresh()
    assert not hostile.watched.faults, "\n".join(hostile.watched.faults)


def assert_only_text(page: Page) -> None:
    """Nothing became an element, and no template ran, in the browser or on the server."""
    assert page.locator("img[src='x']").count() == 0
    said = page.evaluate("document.body.innerText")
    assert "zq49zq" not in said
    assert HOSTILE.split(" ")[1] in said


def test_map_labels_and_filters_show_it_as_it_is(hostile_page: Page) -> None:
    labels = hostile_page.locator(".atlas-label").all_text_contents()
    assert f"al-Tanf {HOSTILE}" in labels
    names = hostile_page.locator(".atlas-filters .atlas-name").all_text_contents()
    assert f"US military {HOSTILE}" in names
    assert_only_text(hostile_page)


def test_hover_texts_show_it_as_it_is(hostile_page: Page) -> None:
    pin = hostile_page.locator('.atlas-pin[data-event="erbil-attack-2021-02-15"]')
    pin.hover()
    tip = hostile_page.locator(".atlas-tip")
    expect(tip).to_contain_text(HOSTILE)
    assert_only_text(hostile_page)


@pytest.mark.parametrize("kind", ["event", "place", "route", "zone", "shift"])
def test_every_card_shows_it_as_it_is(hostile_page: Page, kind: str) -> None:
    if kind == "event":
        ask(hostile_page, "view.store.set({ event: 'strike-2017-05-18' })")
    else:
        ids = {"place": "al-tanf", "route": "corridor-shifted", "zone": "deconfliction-zone"}
        about = {"kind": kind, "id": ids.get(kind, "corridor-shift")}
        ask(hostile_page, "view.store.set({ event: null, about: given })", about)
    card = hostile_page.locator(".atlas-card")
    expect(card).to_be_visible()
    expect(card).to_contain_text(HOSTILE)
    if kind != "shift":
        assert card.locator("h2").text_content().endswith(HOSTILE)
    assert_only_text(hostile_page)


def test_lanes_and_their_words_show_it_as_it_is(hostile_page: Page) -> None:
    slider = hostile_page.locator(".atlas-lane [role=slider]").first
    assert HOSTILE in (slider.get_attribute("aria-valuetext") or "")
    assert f"The Guardian {HOSTILE}" in hostile_page.locator(".atlas-lane").first.inner_text()
    assert_only_text(hostile_page)


def test_table_page_and_file_show_it_as_it_is(hostile_page: Page) -> None:
    hostile_page.locator(".atlas-tool-table").click()
    for part in ("events", "routes", "places"):
        opener = hostile_page.locator(f".atlas-grid-{part} .atlas-card-open").first
        expect(opener).to_contain_text(HOSTILE)
    assert_only_text(hostile_page)
    hostile_page.locator(".atlas-tool-table").click()
    hostile_page.get_by_role("button", name="Download", exact=True).click()
    with hostile_page.expect_download() as waiting:
        hostile_page.get_by_role("button", name="Everything (").click()
    collection = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    titles = [f["properties"].get("title", HOSTILE) for f in collection["features"]]
    assert all(title.endswith(HOSTILE) for title in titles)
    hostile_page.keyboard.press("Escape")
    hostile_page.get_by_role("link", name="About this map").click()
    expect(hostile_page.get_by_text(HOSTILE).first).to_be_visible()
    settle(hostile_page)
    assert_only_text(hostile_page)
