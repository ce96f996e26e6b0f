"""A print of the page: no controls, light colours, the map whole, the screen left as it was."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from geo.dataset import load_dataset
from layers.base.theme import LIGHT
from tests.browser.actions import ask, settle, shown
from tests.browser.conftest import READY_MS, open_atlas
from tests.browser.server import Server

NewContext = Callable[..., tuple[BrowserContext, Any]]
WHOLE = load_dataset()
PHONE = {"width": 390, "height": 844}
SHEETS = [(size, across) for size in ("A4", "Letter") for across in (False, True)]
OPEN = "event=strike-2017-05-18&show=table&first_day=2017-05-01&types=airstrike.rocket-attack"
# What a print must leave as it was.
SCREEN = """[view.map.getCenter().lat, view.map.getCenter().lng, view.map.getZoom(),
  view.map.getSize().x, view.map.getSize().y, JSON.stringify(view.kept.view ?? null),
  view.home.isHere, view.kept.follow, view.root.dataset.theme, view.root.className,
  view.root.childElementCount,
  [...document.querySelectorAll('.atlas-pin, .atlas-badge, .atlas-label')].map((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return [left, top, width, height].map(Math.round).join(' ');
  }).sort()]"""

FITS = "view.map._size.x === view.panes.map.clientWidth"


def on_paper(page: Page, width: int = 1000) -> None:
    """Lay the page out as for a sheet of this width."""
    page.set_viewport_size({"width": width, "height": 1400})
    page.emulate_media(media="print")
    page.wait_for_function("document.querySelector('.atlas-on-paper')")


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def color(page: Page, selector: str, name: str) -> str:
    found = page.locator(selector).first.evaluate(
        "(one, name) => getComputedStyle(one)[name]", name
    )
    return str(found)


def rgb(value: str) -> str:
    return f"rgb({', '.join(str(int(value[at : at + 2], 16)) for at in (1, 3, 5))})"


@pytest.fixture
def dark(new_context: NewContext, server: Server) -> Page:
    """The page on a dark screen, with a card, a table and a window of days open."""
    context, _ = new_context(color_scheme="dark")
    page = context.new_page()
    open_atlas(page, server, OPEN)
    settle(page)
    return page


def test_nothing_to_press_is_printed(dark: Page) -> None:
    on_paper(dark)
    for control in ("input", "select", "[role=slider].atlas-window-thumb", ".atlas-filters"):
        expect(dark.locator(f"{control}:visible")).to_have_count(0)
    buttons = dark.locator("button:visible")
    assert set(buttons.evaluate_all("(all) => all.map((one) => one.className)")) <= {
        "atlas-card-open"
    }, "only words that lead on stay, as words"
    for said in ("Download", "About this map", "Add events of your own"):
        expect(dark.get_by_text(said).first).to_be_hidden()


def test_paper_is_light_and_the_screen_dark_again(dark: Page) -> None:
    ink = color(dark, ".atlas", "color")
    on_paper(dark)
    assert color(dark, ".atlas", "color") == rgb(LIGHT["ink"]) != ink
    assert color(dark, ".atlas-ground", "fill") == rgb(LIGHT["land"])
    assert color(dark, ".atlas-card", "backgroundColor") == "rgb(255, 255, 255)"
    assert color(dark, ".stApp", "backgroundColor") == "rgba(0, 0, 0, 0)"
    assert color(dark, ".atlas-pin-plate", "print-color-adjust") == "exact"
    dark.emulate_media(media="screen")
    expect(dark.locator(".atlas-on-paper")).to_have_count(0)
    assert color(dark, ".atlas", "color") == ink


def test_the_sheet_holds_all_in_order_and_cuts_nothing(dark: Page) -> None:
    seen = ask(dark, "(({ _southWest: a, _northEast: b }) => [a, b])(view.map.getBounds())")
    on_paper(dark)
    parts = [
        ".atlas-headline", ".atlas-standfirst", ".atlas-map", ".atlas-paper-key", ".atlas-card",
        ".atlas-paper-words", ".atlas-timeline", ".atlas-table", ".atlas-paper-foot",
    ]  # fmt: skip
    boxes = [dark.locator(one).bounding_box() for one in parts]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == len(parts) and tops == sorted(tops)
    for box in boxes:
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 1000.5
    assert boxes[2] and abs(boxes[2]["width"] - 1000) < 3, "the map is as wide as the sheet"
    whole = """(one) => one.scrollHeight <= one.clientHeight + 1 &&
      one.scrollWidth <= one.clientWidth + 1"""
    for part in (".atlas-card-body", ".atlas-table", ".atlas-paper-key .atlas-key-body"):
        assert dark.locator(part).evaluate(whole), part
    assert dark.locator(".atlas-timeline").evaluate(
        "(one) => one.querySelector('.atlas-time').scrollHeight <= one.clientHeight + 1"
    )
    assert all(ask(dark, "given.map((at) => view.map.getBounds().pad(0.001).contains(at))", seen))


def test_the_sheet_says_what_is_shown_and_where_it_is_from(dark: Page) -> None:
    link_on_screen = ask(dark, "CorridorAtlas.shareLink(view)")
    on_paper(dark)
    words = dark.locator(".atlas-paper-words")
    expect(words).to_contain_text(f"Showing {len(shown(dark))} of {len(WHOLE.event_rows)} events")
    expect(words).to_contain_text("from 1 May 2017")
    expect(words).to_contain_text("only Air strike and Rocket attack")
    foot = dark.locator(".atlas-paper-foot")
    expect(foot).to_contain_text(f"data version {WHOLE.version}")
    expect(foot).to_contain_text(link_on_screen)
    key = dark.locator(".atlas-paper-key")
    expect(key).to_contain_text("Natural Earth")
    expect(key).to_contain_text("Air strike")
    expect(key).not_to_contain_text("Shipment or supply")
    expect(key).not_to_contain_text("Click")
    link = dark.locator(".atlas-card a[href^=http]").first
    after = link.evaluate("(one) => getComputedStyle(one, '::after').content")
    assert link.get_attribute("href") in after or "attr(href)" in after
    lines = dark.locator(".atlas-grid-events tbody tr")
    expect(lines).to_have_count(len(shown(dark)))
    assert color(dark, ".atlas-grid-events thead", "display") == "table-header-group"
    assert color(dark, ".atlas-grid-events tbody tr", "breakInside") == "avoid"


@pytest.mark.parametrize("query", ["", "view=34.9,40.5,7.25", OPEN])
@pytest.mark.parametrize("size", [None, PHONE], ids=["desktop", "phone"])
def test_a_print_leaves_the_screen_as_it_was(
    new_context: NewContext, server: Server, query: str, size: dict[str, int] | None
) -> None:
    context, _ = new_context(**({"viewport": size} if size else {}))
    page = context.new_page()
    open_atlas(page, server, query)
    settle(page)
    before, address = ask(page, SCREEN), page.url
    page.pdf(format="A4")
    settle(page)
    assert ask(page, SCREEN) == before
    page.emulate_media(media="print")
    page.wait_for_function("document.querySelector('.atlas-on-paper')")
    settle(page)
    page.emulate_media(media="screen")
    expect(page.locator(".atlas-on-paper")).to_have_count(0)
    settle(page)
    assert ask(page, SCREEN) == before
    assert page.url == address
    # And it goes on taking the size of its window.
    page.set_viewport_size({**page.viewport_size, "width": 700})  # type: ignore[dict-item]
    settle(page)
    assert ask(page, FITS)


@pytest.mark.parametrize(("size", "across"), SHEETS)
def test_the_first_view_takes_two_sheets(page: Page, size: str, across: bool) -> None:
    settle(page)
    assert pages(page.pdf(format=size, landscape=across)) == 2


def test_a_page_that_goes_while_it_is_printed_leaves_no_trace(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".atlas-on-paper")).to_have_count(1)
    ask(page, "view.lease.end()")
    expect(page.locator(".atlas-paper, .atlas-on-paper")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.goto("about:blank")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_about_the_map_is_printed_light_with_its_addresses(
    new_context: NewContext, server: Server, scheme: str
) -> None:
    context, _ = new_context(color_scheme=scheme)
    page = context.new_page()
    open_atlas(page, server)
    page.get_by_role("link", name="About this map").click()
    expect(page.get_by_role("heading", name="Licences")).to_be_visible(timeout=READY_MS)
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Back to the map")).to_be_hidden()
    assert color(page, ".stApp h1", "color") == "rgb(0, 0, 0)"
    assert color(page, ".stApp", "backgroundColor") == "rgba(0, 0, 0, 0)"
    urls = [article.url for article in WHOLE.articles.values() if article.url]
    content = "(one) => getComputedStyle(one, '::after').content"
    for url in urls:
        assert url in page.locator(f'a[href="{url}"]').first.evaluate(content)
