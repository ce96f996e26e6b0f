"""What the page gives away is what it shows, in every format."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import load_dataset
from geo.export import EXPORTERS
from panels.downloads import OPENED_WITH
from tests.browser.actions import settle, shown

WHOLE = load_dataset()


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
    page.get_by_label("US-led coalition", exact=True).first.check()
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


@pytest.mark.parametrize("name", list(EXPORTERS))
def test_every_format_is_chosen_by_its_name(page: Page, name: str) -> None:
    exporter = EXPORTERS[name]
    open_downloads(page)
    page.get_by_role("combobox", name="Format").click()
    page.get_by_role("option", name=exporter.label, exact=True).click()
    expect(page.get_by_text(OPENED_WITH[name])).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Everything (").click()
    assert waiting.value.suggested_filename == f"corridor-atlas-{WHOLE.version}{exporter.suffix}"
    assert Path(waiting.value.path()).stat().st_size > 1000
