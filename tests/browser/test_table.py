"""The table in the map's place as a reader meets it: by slider, key, link and finger."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from geo.dataset import load_dataset
from geo.model.vocabulary import EventType
from geo.selection.select import select
from geo.selection.selection import Selection
from tests.browser.actions import ask, lane, settle, shown, state, view_of
from tests.browser.conftest import open_atlas
from tests.browser.server import Server

NewContext = Callable[..., tuple[BrowserContext, Any]]
WHOLE = load_dataset()
PHONE = {"width": 390, "height": 844}


def test_a_slider_moves_it_and_a_filter_too(page: Page) -> None:
    page.locator(".atlas-tool-table").click()
    lines = page.locator(".atlas-grid-events tbody tr")
    expect(lines).to_have_count(len(WHOLE.event_rows))
    lane(page, next(iter(WHOLE.articles))).press("Home")
    expect(lines).to_have_count(len(shown(page)))
    assert len(shown(page)) < len(WHOLE.event_rows)
    caption = page.locator(".atlas-grid-events caption")
    expect(caption).to_contain_text(f"Showing {len(shown(page))} of {len(WHOLE.event_rows)} events")
    ask(page, "view.store.set({ first_day: '2017-05-18', last_day: '2017-06-06' })")
    expect(caption).to_contain_text("Days: 18 May 2017 to 6 June 2017, each event")
    expect(lines).to_have_count(len(shown(page)))
    page.get_by_role("button", name="No actors").click()
    expect(lines).to_have_count(0)
    expect(page.locator(".atlas-table-note:visible").first).to_contain_text("No events shown")


def test_the_keyboard_leads_into_it_through_a_card_and_back(page: Page) -> None:
    button = page.locator(".atlas-tool-table")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    page.keyboard.press("Tab")
    region = page.get_by_role("region", name="What is shown, as a table")
    expect(region).to_be_focused()
    page.keyboard.press("PageDown")
    page.wait_for_function("document.querySelector('.atlas-table').scrollTop > 50")
    page.keyboard.press("Home")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Save as CSV")).to_be_focused()
    page.keyboard.press("Tab")
    head = page.get_by_role("columnheader", name="When")
    expect(head.get_by_role("button")).to_be_focused()
    page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "descending")
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    opener = page.locator(".atlas-grid-events .atlas-card-open").first
    for _ in range(11):
        page.keyboard.press("Tab")
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    heading = page.locator(".atlas-card h2")
    expect(heading).to_be_focused()
    expect(heading).to_have_text(opener.inner_text())
    page.keyboard.press("Escape")
    expect(page.locator(".atlas-card")).to_be_hidden()
    expect(opener).to_be_focused()
    expect(region).to_be_visible()
    page.keyboard.press("Escape")
    expect(region).to_be_hidden()
    expect(page.locator(".atlas-map")).to_be_visible()
    expect(button).to_be_focused()
    assert button.get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize(
    ("grid", "number", "kind"), [("routes", 1, "route"), ("places", 2, "place")]
)
def test_every_row_opens_its_card(page: Page, grid: str, number: int, kind: str) -> None:
    page.locator(".atlas-tool-table").click()
    line = page.locator(f".atlas-grid-{grid} tbody tr").nth(number)
    line.locator(".atlas-card-open").click()
    assert state(page)["about"] == {"kind": kind, "id": line.get_attribute("data-id")}
    expect(page.locator(".atlas-card h2")).to_have_text(line.locator("th").inner_text())
    table, card = page.locator(".atlas-table").bounding_box(), None
    card = page.locator(".atlas-card").bounding_box()
    assert table and card
    assert table["x"] + table["width"] <= card["x"], "the card lies beside it"


def test_the_shift_and_the_zone_are_told_with_their_figures(page: Page) -> None:
    page.locator(".atlas-tool-table").click()
    shift, zone = page.locator(".atlas-table-words").all_inner_texts()
    for said in ("About 140 miles south, as reported", "226 km (140 miles) southward", "inference"):
        assert said in shift
    assert "55 km" in zone
    page.get_by_label("Only what the five articles say").check()
    shift, zone = page.locator(".atlas-table-words").all_inner_texts()
    assert "about 140 miles" in shift and "226" not in shift
    assert zone == ""


def test_the_link_holds_whether_it_is_open(page: Page, server: Server) -> None:
    open_atlas(page, server, "types=airstrike&show=table&view=34.9,40.5,7")
    kinds = page.locator(".atlas-grid-events td.atlas-cell-kind")
    strikes = select(WHOLE, Selection(types=frozenset({EventType.AIRSTRIKE}))).event_rows
    expect(kinds).to_have_text(["Air strike"] * len(strikes))
    expect(page.locator(".atlas-tool-table")).to_have_attribute("aria-pressed", "true")
    settle(page)
    assert "show=table" in page.url
    assert "show=table" in ask(page, "CorridorAtlas.shareLink(view)")
    page.locator(".atlas-tool-table").click()
    expect(page.locator(".atlas-map")).to_be_visible()
    settle(page)
    assert "show=" not in page.url
    latitude, longitude, zoom = view_of(page)
    assert (round(latitude, 1), round(longitude, 1), zoom) == (34.9, 40.5, 7)


def test_the_table_stays_open_over_the_page_about_the_map(page: Page) -> None:
    page.locator(".atlas-tool-table").click()
    page.get_by_role("link", name="About this map").click()
    page.get_by_role("link", name="Back to the map").click()
    expect(page.locator(".atlas-grid-events tbody tr").first).to_be_visible()
    page.locator(".atlas-tool-table").click()
    expect(page.locator(".atlas-map")).to_be_visible()


def test_the_whole_corridor_leads_back_to_the_map(page: Page) -> None:
    page.locator(".atlas-tool-table").click()
    page.get_by_role("button", name="Show the whole corridor").click()
    expect(page.locator(".atlas-map")).to_be_visible()
    expect(page.locator(".atlas-table")).to_be_hidden()


def test_on_a_phone_every_row_is_a_block_and_nothing_goes_sideways(
    new_context: NewContext, server: Server
) -> None:
    context, _ = new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    open_atlas(page, server)
    before = view_of(page)
    page.locator(".atlas-tool-table").tap()
    first = page.locator(".atlas-grid-events tbody tr").first
    expect(first).to_be_visible()
    boxes = page.eval_on_selector_all(
        ".atlas-grid-events tbody tr:first-child > *",
        "(all) => all.map((cell) => cell.getBoundingClientRect().toJSON())",
    )
    assert all(one["left"] >= 0 and one["right"] <= PHONE["width"] for one in boxes)
    inner = "[view.panes.table.scrollWidth, view.panes.table.clientWidth]"
    wide, room = ask(page, inner)
    assert wide <= room
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert ask(page, "view.panes.table.clientHeight") > 300
    roles = first.locator("td, th").evaluate_all("(all) => all.map((one) => one.role)")
    assert set(roles) == {"cell", "rowheader"}
    page.locator(".atlas-tool-table").tap()
    expect(page.locator(".atlas-map")).to_be_visible()
    settle(page)
    assert view_of(page) == before
