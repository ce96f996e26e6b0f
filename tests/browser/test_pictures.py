"""The page at a desktop's and a phone's width: nothing cut off; the README's picture."""

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.actions import ask, lane, settle, state
from tests.browser.conftest import DESKTOP, OUTPUT, Watched, open_atlas
from tests.browser.server import ROOT, Server

NewContext = Callable[..., tuple[BrowserContext, Watched]]
PHONE = {"width": 390, "height": 844}
SITES = ("al-tanf", "albu-kamal", "deir-ez-zor", "mayadin")
PICTURE = ROOT / "docs" / "atlas.png"
WRITE = "WRITE_PICTURE"


def test_the_picture_of_the_readme_shows_the_first_view(
    new_context: NewContext, server: Server
) -> None:
    context, _ = new_context(viewport=DESKTOP)
    # Not the word of the first visit.
    context.add_init_script(
        "try { localStorage.setItem('corridor-atlas-slider-used', '1'); } catch { /* blank */ }"
    )
    page = context.new_page()
    open_atlas(page, server)
    settle(page)
    OUTPUT.mkdir(exist_ok=True)
    target = PICTURE if os.environ.get(WRITE) else OUTPUT / "atlas.png"
    taken = page.screenshot(path=target)
    assert taken.startswith(b"\x89PNG")
    assert PICTURE.exists()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_first_view_holds_the_story(
    new_context: NewContext, server: Server, viewport: dict[str, int]
) -> None:
    context, _ = new_context(viewport=viewport)
    page = context.new_page()
    open_atlas(page, server)
    settle(page)
    found = "view.atlas.place[given]"
    inside = f"view.map.getBounds().contains([{found}.lat, {found}.lon])"
    for site in SITES:
        assert ask(page, inside, site)
    if viewport is DESKTOP:
        for end in ("tehran", "southern-lebanon"):
            assert ask(page, inside, end)
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    labels = page.locator(".atlas-label:visible")
    boxes = [labels.nth(number).bounding_box() for number in range(labels.count())]
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            assert one and other
            apart = (
                one["x"] + one["width"] <= other["x"] + 1
                or other["x"] + other["width"] <= one["x"] + 1
                or one["y"] + one["height"] <= other["y"] + 1
                or other["y"] + other["height"] <= one["y"] + 1
            )
            assert apart, (one, other)


def test_on_a_phone_filters_and_card_are_sheets(new_context: NewContext, server: Server) -> None:
    context, _ = new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    open_atlas(page, server)
    page.get_by_role("button", name="Show or hide the filters").tap()
    filters = page.locator(".atlas-filters")
    expect(filters).to_be_visible()
    page.get_by_label("Only what the five articles say").check()
    assert state(page)["stated_only"]
    page.get_by_role("button", name="Done").tap()
    expect(filters).to_be_hidden()
    lane(page, "guardian-2017-05-18").press("ArrowLeft")
    card = page.locator(".atlas-card")
    expect(card).to_be_hidden()
    page.locator(".atlas-timeline").get_by_role("button", name="Open").tap()
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box and box["width"] == PHONE["width"] - 2
    assert box["height"] < 0.7 * PHONE["height"]
    card.get_by_role("button", name="Close").tap()
    expect(card).to_be_hidden()
    page.locator(".atlas-tool-table").tap()
    expect(page.locator(".atlas-grid-events tbody tr").first).to_be_visible()


def test_letters_stop_at_the_map_and_arrows_move_it(
    new_context: NewContext, server: Server
) -> None:
    context, _ = new_context()
    page = context.new_page()
    open_atlas(page, server)
    page.evaluate(
        "window.heard = []; document.addEventListener('keydown', (e) => window.heard.push(e.key))"
    )
    page.locator(".atlas-map").focus()
    before = ask(page, "view.map.getCenter().lng")
    zoom = ask(page, "view.map.getZoom()")
    for key in ("c", "r", "ArrowRight", "+"):
        page.keyboard.press(key)
    settle(page)
    assert not {"c", "r"} & set(page.evaluate("window.heard"))
    assert {"ArrowRight", "+"} <= set(page.evaluate("window.heard"))
    assert ask(page, "view.map.getCenter().lng") > before
    assert ask(page, "view.map.getZoom()") > zoom
