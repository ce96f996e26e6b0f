"""What the page gives away is what it shows, in every format."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pandas
import pyogrio
import pytest
from playwright.sync_api import Page, Route, expect

from geo.dataset import load_dataset
from geo.export import EXPORTERS
from panels.download_button import HELD
from panels.downloads import OPENED_WITH
from tests.browser.actions import settle, shown, wait_until
from tests.browser.conftest import Shared
from tests.browser.readers import other_readers
from tests.browser.server import Server

WHOLE = load_dataset()
READERS = 8
DOWNLOADS = 24


@pytest.fixture(autouse=True)
def folded(page: Page) -> Iterator[None]:
    """Fold the downloads away again: other tests go on with the same page."""
    yield
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Everything (")).to_be_hidden()


def open_downloads(page: Page) -> None:
    page.get_by_role("button", name="Download", exact=True).click()
    expect(page.get_by_role("button", name="Everything (")).to_be_visible()


def test_what_is_downloaded_is_what_is_shown(page: Page) -> None:
    page.get_by_role("button", name="No actors").click()
    page.get_by_label("US and coalition", exact=True).first.check()
    settle(page)
    expected = shown(page)
    assert 0 < len(expected) < len(WHOLE.event_rows)
    open_downloads(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"What is shown ({len(expected)} event").click()
    collection = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    events = [f["properties"] for f in collection["features"] if f["properties"]["kind"] == "event"]
    assert {event["event_id"] for event in events} == set(expected)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Everything (").click()
    collection = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    kinds = [feature["properties"]["kind"] for feature in collection["features"]]
    assert kinds.count("event") == len(WHOLE.event_rows)


def count_read(path: Path) -> int:
    """Count what others read in a file: GDAL the formats it knows, pandas and Python the rest."""
    if path.suffix == ".parquet":
        return len(pandas.read_parquet(path))
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as packed:
            assert packed.testzip() is None
            return len(packed.read("events.csv").splitlines())
    layers = [str(layer) for layer, _ in pyogrio.list_layers(path)]
    return sum(int(pyogrio.read_info(path, layer=layer)["features"]) for layer in layers)


@pytest.mark.parametrize("name", list(EXPORTERS))
def test_every_format_is_chosen_by_its_name(page: Page, name: str, tmp_path: Path) -> None:
    exporter = EXPORTERS[name]
    open_downloads(page)
    page.get_by_role("combobox", name="Format").click()
    page.get_by_role("option", name=exporter.label, exact=True).click()
    expect(page.get_by_text(OPENED_WITH[name])).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Everything (").click()
    assert waiting.value.suggested_filename == f"corridor-atlas-{WHOLE.version}{exporter.suffix}"
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert count_read(path) >= len(WHOLE.event_rows)


def test_a_second_click_gives_the_same_file_from_the_same_address(page: Page) -> None:
    open_downloads(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    taken = []
    for _ in range(2):
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Everything (").click()
        taken.append((waiting.value.url, Path(waiting.value.path()).read_bytes()))
        expect(page.get_by_text("The file is in your browser's downloads.")).to_be_visible()
        settle(page)
    assert taken[0] == taken[1]
    assert re.search(r"/app/static/download-[0-9a-f]{32}\.geojson$", taken[0][0])
    assert not any("_stcore" in url for url in asked), "Streamlit keeps none of it"


def test_the_button_says_that_the_file_is_being_made(page: Page) -> None:
    open_downloads(page)
    held: list[Route] = []
    page.route("**/app/static/download-*", lambda route: held.append(route))
    page.get_by_role("button", name="Everything (").click()
    making = page.get_by_role("button", name="Making the file …")
    expect(making).to_have_attribute("aria-disabled", "true")
    wait_until(page, lambda: bool(held))
    making.click(force=True)
    assert len(held) == 1, "a click while it is made asks for nothing more"
    with page.expect_download():
        held[0].continue_()
        page.unroute("**/app/static/download-*")
    expect(page.get_by_role("button", name="Everything (")).to_be_enabled()
    settle(page)


def test_what_was_cleared_away_meanwhile_is_made_again(page: Page, shared: Shared) -> None:
    open_downloads(page)
    shared.watched.expected = ("404",)
    answers = iter([404])
    page.route(
        "**/app/static/download-*",
        lambda route: route.fulfill(status=404) if next(answers, None) else route.continue_(),
    )
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Everything (").click()
    assert json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))["features"]
    page.unroute("**/app/static/download-*")
    settle(page)
    shared.watched.expected = ()


def test_where_files_are_not_found_the_server_holds_one_in_memory(
    page: Page, shared: Shared
) -> None:
    open_downloads(page)
    shared.watched.expected = ("404",)
    page.route("**/app/static/download-*", lambda route: route.fulfill(status=404))
    page.get_by_role("button", name="Everything (").click()
    expect(page.get_by_text(HELD)).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Save corridor-atlas-{WHOLE.version}.geojson").click()
    assert json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))["features"]
    page.unroute("**/app/static/download-*")
    settle(page)
    shared.watched.expected = ()


def test_no_download_fails_beside_other_readers(page: Page, server: Server) -> None:
    box = page.get_by_role("combobox", name="Format")
    open_downloads(page)
    with other_readers(server.url, READERS) as runs:
        for number in range(DOWNLOADS):
            if number % len(EXPORTERS) == 0:
                settle(page)
            exporter = list(EXPORTERS.values())[number % len(EXPORTERS)]
            box.click()
            page.get_by_role("option", name=exporter.label, exact=True).click()
            expect(page.get_by_text(OPENED_WITH[exporter.name])).to_be_visible()
            what = ("What is shown (", "Everything (")[number % 2]
            before = sum(runs)
            with page.expect_download() as waiting:
                page.get_by_role("button", name=what).click()
            assert waiting.value.failure() is None
            assert Path(waiting.value.path()).stat().st_size > 1000
            wait_until(page, lambda enough=before + 2 * READERS: sum(runs) >= enough)
        assert min(runs) > DOWNLOADS
