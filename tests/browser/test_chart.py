"""Chart, tray and profile on the real page: they filter the map, and account for what it lacks."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import ask, pins, settle, shown, state
from tests.browser.parts import content
from tests.browser.states import random_states

GIVEN = content()


def test_a_day_of_the_chart_filters_the_map_and_the_link(page: Page) -> None:
    head = page.locator(".atlas-time-head")
    before = head.bounding_box()
    everything = pins(page)
    page.get_by_role("button", name="Chart", exact=True).click()
    after = head.bounding_box()
    assert before and after
    assert before["height"] == after["height"]
    day = page.get_by_role("button", name="18 May 2017: ")
    day.click()
    assert state(page)["first_day"] == state(page)["last_day"] == "2017-05-18"
    left = pins(page)
    assert left < everything
    assert left <= set(shown(page))
    settle(page)
    assert "first_day=2017-05-18&last_day=2017-05-18" in page.url
    day.press("Enter")
    assert pins(page) == everything


@pytest.mark.parametrize("given", random_states(GIVEN, 3, 5))
def test_the_tray_lists_what_has_no_mark_on_the_map(page: Page, given: dict[str, Any]) -> None:
    ask(page, "view.store.set(given)", given)
    lists = ask(
        page,
        "Object.values(CorridorAtlas.trayLists(view.atlas, view.store.state, view.store.shown))"
        ".map((rows) => rows.map(({ event }) => event.id))",
    )
    undated, placeless, held = map(set, lists)
    assert undated | placeless | held | pins(page) == set(shown(page))
    assert not placeless & pins(page)
    assert held & pins(page) <= {given["event"]}


def test_a_row_of_the_tray_opens_the_card_beside_it(page: Page) -> None:
    page.get_by_role("button", name="54 without a place").click()
    tray, card = page.locator(".atlas-tray"), page.locator(".atlas-card")
    tray.locator(".atlas-tray-open:visible").nth(3).click()
    expect(card).to_be_visible()
    boxes = [one.bounding_box() for one in (tray, card, page.locator(".atlas-timeline"))]
    assert boxes[0] and boxes[1] and boxes[2]
    assert boxes[0]["x"] + boxes[0]["width"] < boxes[1]["x"]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[2]["y"]
