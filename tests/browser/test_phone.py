"""At 390 px, by touch alone: every function of the page is there and answers."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.actions import ask, lane, shown, state, told
from tests.browser.conftest import READY_MS, open_atlas
from tests.browser.server import Server

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "permissions": ["clipboard-read", "clipboard-write"],
}
NewContext = Callable[..., tuple[BrowserContext, Any]]


@pytest.fixture
def phone(new_context: NewContext, server: Server) -> Iterator[Page]:
    context, _ = new_context(**PHONE)
    page = context.new_page()
    open_atlas(page, server)
    yield page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, "the page scrolls sideways"


def tap(page: Page, name: str, *, exact: bool = True) -> Locator:
    """Tap a button that has a name, after checking that a finger can hit it."""
    button = page.get_by_role("button", name=name, exact=exact).first
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390, f"{name} lies off the screen"
    assert box["height"] >= 24, f"{name} is {box['height']} px high"
    button.tap()
    return button


def filters(page: Page) -> None:
    tap(page, "Show or hide the filters")
    expect(page.locator(".atlas-filters")).to_be_visible()


def test_filters_and_search(phone: Page) -> None:
    filters(phone)
    phone.get_by_role("searchbox", name="Find").fill("tanf")
    expect(phone.locator(".atlas-find-said")).to_contain_text("found")
    found = len(shown(phone))
    assert 0 < found < 94
    phone.locator(".atlas-found-open").last.tap()
    expect(phone.locator(".atlas-card")).to_be_visible()
    phone.locator(".atlas-card-close").tap()
    phone.get_by_role("searchbox", name="Find").fill("")
    tap(phone, "No actors")
    assert shown(phone) == {}
    tap(phone, "All actors")
    phone.get_by_text("Kinds of event").tap()
    phone.get_by_label("Air strike", exact=True).tap()
    assert "airstrike" not in state(phone)["types"]
    phone.get_by_text("Map layers").tap()
    phone.get_by_label("Both", exact=True).tap()
    assert state(phone)["names"] == "both"
    tap(phone, "Done")
    expect(phone.locator(".atlas-filters")).to_be_hidden()


def test_the_key_filters(phone: Page) -> None:
    phone.locator(".atlas-key-summary").tap()
    phone.locator(".atlas-key-switch", has_text="US and coalition").tap()
    assert "us-coalition" not in state(phone)["sides"]
    phone.locator(".atlas-key-summary").tap()
    expect(phone.locator(".atlas-key-body")).to_be_hidden()


def test_time(phone: Page) -> None:
    tap(phone, "Play all")
    phone.wait_for_function("document.querySelector('.atlas-time-play.atlas-is-playing')")
    phone.locator(".atlas-time-play").tap()
    before = shown(phone)
    tap(phone, "One event on")
    assert shown(phone) != before
    track = lane(phone, "guardian-2017-05-18")
    box = track.bounding_box()
    assert box
    track.tap(position={"x": box["width"] * 0.3, "y": box["height"] / 2})
    assert "guardian-2017-05-18" in state(phone)["cursors"]
    phone.locator(".atlas-day-of-text").last.tap()
    assert state(phone)["day_of"] == "reported"
    tap(phone, "Dates")
    phone.locator("input[type=date]").first.fill("2017-05-20")
    assert state(phone)["first_day"] == "2017-05-20"
    tap(phone, "Reset time")
    assert state(phone)["first_day"] is None


def test_card_story_and_courses(phone: Page) -> None:
    tap(phone, "Read event by event as a story")
    card = phone.locator(".atlas-card")
    expect(card).to_be_visible()
    first = card.locator("h2").inner_text()
    card.get_by_role("button", name="Next").tap()
    expect(card.locator("h2")).not_to_have_text(first)
    card.get_by_label("Order").select_option("guardian-2017-05-18.told")
    expect(card).to_contain_text(re.compile(r"\d+ of \d+ as told"))
    card.locator(".atlas-card-close").tap()
    ask(phone, "view.store.set({ about: { kind: 'shift', id: 'corridor-shift' } })")
    card.get_by_role("combobox", name="Original course").select_option(label="Kobani")
    expect(card).to_contain_text("Kobani")
    card.get_by_label("Within km").fill("120")
    card.locator(".atlas-profile-mark").first.tap()
    expect(card.locator(".atlas-claims")).to_be_visible()


def test_chart_and_tray(phone: Page) -> None:
    tap(phone, "Chart")
    expect(phone.locator(".atlas-chart")).to_be_visible()
    phone.locator(".atlas-chart-side").first.tap()
    assert state(phone)["sides"] is not None
    tap(phone, "Chart")
    ask(phone, "view.store.set({ sides: null })")
    phone.get_by_role("button", name="undated").tap()
    tray = phone.locator(".atlas-tray")
    expect(tray).to_be_visible()
    tray.locator(".atlas-tray-open").first.tap()
    expect(phone.locator(".atlas-card")).to_be_visible()


def test_table(phone: Page) -> None:
    tap(phone, "Show a table in place of the map")
    table = phone.locator(".atlas-table")
    expect(table).to_be_visible()
    table.get_by_role(
        "button", name="US aircraft strike Iran-aligned militias near Albu Kamal"
    ).first.tap()
    expect(phone.locator(".atlas-card")).to_be_visible()


def test_link_picture_downloads_and_uploads(phone: Page) -> None:
    with told(phone, "Copied"):
        tap(phone, "Copy link")
    with phone.expect_download(timeout=READY_MS) as saved:
        tap(phone, "Save picture")
    assert saved.value.suggested_filename.endswith(".png")
    phone.get_by_role("button", name="Download", exact=True).tap()
    with phone.expect_download(timeout=READY_MS) as data:
        phone.get_by_role("button", name="Everything (").tap()
    assert data.value.suggested_filename.endswith(".geojson")
    phone.keyboard.press("Escape")
    phone.get_by_text("Add events of your own").tap()
    expect(phone.locator("input[type=file]")).to_be_attached(timeout=READY_MS)
    phone.get_by_role("link", name="About this map").tap()
    expect(phone.get_by_role("heading", name="About this map")).to_be_visible(timeout=READY_MS)
