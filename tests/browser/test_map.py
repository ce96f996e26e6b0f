"""The map in a browser: drawn without a network, moved by its sliders, never made anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from geo.dataset import load_dataset
from tests.browser.actions import (
    ask,
    count_bytes,
    is_same_map,
    lane,
    pins,
    remember_map,
    settle,
    shown,
    state,
    view_of,
)
from tests.browser.conftest import Watched, open_atlas, wait_for_map
from tests.browser.proxy import PolicyProxy
from tests.browser.server import ROOT, Server

NewContext = Callable[..., tuple[BrowserContext, Watched]]
WHOLE = load_dataset()
ARTICLES = list(WHOLE.articles)
STEP_BYTES = 5_000
README = ROOT / "README.md"
POLICY = (
    "default-src 'self'; script-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: data:; "
    "worker-src blob:"
)


@contextmanager
def under_policy(new_context: NewContext, server: Server) -> Iterator[tuple[Page, list[str]]]:
    """Open the map behind a proxy with the README's policy, and gather what is refused."""
    context, watched = new_context()
    # Streamlit's own page sets one unused flag inline; nothing else may be refused.
    watched.expected = ("Executing inline script violates",)
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    with PolicyProxy(server.port, POLICY) as proxy:
        page.goto(proxy.url)
        wait_for_map(page)
        yield page, refused
        page.close()


def paths(page: Page, css: str) -> int:
    return page.locator(f".atlas-map path{css}").count()


def assert_drawn(page: Page) -> None:
    """Everything that the map promises is there, counted as drawn."""
    disputed = paths(page, ".atlas-border-disputed")
    assert paths(page, ".atlas-border") > disputed > 0
    assert paths(page, ".atlas-ground") > 5
    assert paths(page, ".atlas-river") >= 2
    assert paths(page, ".atlas-lake") >= 1
    assert paths(page, ".atlas-ribbon") >= 2
    assert page.locator(".atlas-map .leaflet-image-layer").count() == 1
    labels = page.locator(".atlas-label:visible").all_inner_texts()
    for site in ("al-Tanf", "Albu Kamal", "Deir ez-Zor", "Mayadeen (al-Mayadin)"):
        assert site in labels
    drawn = {event["id"] for event in ask(page, "view.atlas.events") if event["mark"]}
    assert pins(page) <= drawn
    assert "strike-2017-05-18" in pins(page)
    assert len(pins(page)) >= 20


def test_the_map_stands_with_no_network_but_the_app(
    new_context: NewContext, server: Server
) -> None:
    context, watched = new_context()
    context.route(
        lambda url: not url.startswith(server.url),
        lambda route: route.abort("internetdisconnected"),
    )
    page = context.new_page()
    open_atlas(page, server)
    assert_drawn(page)
    settle(page)
    own = (server.url, server.url.replace("http", "ws"), "data:", "blob:")
    assert any(url.startswith("ws:") for url in watched.requests)
    assert not [url for url in watched.requests if not url.startswith(own)]


def test_the_page_runs_under_the_content_policy_of_the_readme(
    new_context: NewContext, server: Server
) -> None:
    assert POLICY in " ".join(README.read_text(encoding="utf-8").split())
    with under_policy(new_context, server) as (page, refused):
        assert_drawn(page)
        lane(page, ARTICLES[0]).press("ArrowLeft")
        expect(page.locator(".atlas-card h2")).to_be_visible()
        assert len(refused) == 1


@pytest.mark.parametrize("article_id", ARTICLES)
def test_a_slider_changes_the_map_and_nothing_else(page: Page, article_id: str) -> None:
    remember_map(page)
    page.evaluate("window.neverReloaded = true")
    ask(page, "view.map.setView([34.6, 41.2], 6.25, { animate: false })")
    before, others = view_of(page), [one for one in ARTICLES if one != article_id]
    values = {one: lane(page, one).get_attribute("aria-valuenow") for one in others}
    lane(page, article_id).press("Home")
    none_reached = shown(page)
    lane(page, article_id).press("End")
    assert set(none_reached) < set(shown(page))
    for _ in range(3):
        lane(page, article_id).press("ArrowLeft")
    assert state(page)["cursors"][article_id] == len(WHOLE.stops_by_article[article_id]) - 3
    assert state(page)["current"] == WHOLE.stops_by_article[article_id][-4]
    assert {one: lane(page, one).get_attribute("aria-valuenow") for one in others} == values
    settle(page)
    assert view_of(page) == before
    assert is_same_map(page)
    assert page.evaluate("window.neverReloaded")
    assert page.locator("iframe").count() == 0


def test_a_step_costs_less_than_five_kilobytes(new_context: NewContext, server: Server) -> None:
    context, _ = new_context()
    page = context.new_page()
    sent = count_bytes(page)
    open_atlas(page, server)
    settle(page)
    steps = 6
    for _ in range(steps):
        before = sent()
        lane(page, ARTICLES[0]).press("ArrowLeft")
        settle(page)
        assert 0 < sent() - before < STEP_BYTES


def test_while_it_plays_nothing_is_sent(new_context: NewContext, server: Server) -> None:
    context, _ = new_context()
    page = context.new_page()
    sent = count_bytes(page)
    open_atlas(page, server)
    settle(page)
    lane(page, ARTICLES[0]).press("Home")
    settle(page)
    before = sent()
    lane(page, ARTICLES[0]).press("Space")
    page.wait_for_function(
        "document.querySelector('.atlas-lane [role=slider]').getAttribute('aria-valuenow') >= 2"
    )
    assert sent() == before
    # Not by the key: on a slow machine it may have played to its end, and would begin anew.
    ask(page, "view.store.set({ playing: false })")
    settle(page)
    assert sent() > before


def test_the_window_narrows_what_is_shown(page: Page) -> None:
    thumbs = page.locator(".atlas-time-axis [role=slider]")
    assert thumbs.count() == 2
    whole = shown(page)
    thumbs.nth(0).press("End")
    thumbs.nth(0).press("PageDown")
    assert state(page)["first_day"] is not None
    narrowed = shown(page)
    assert 0 < len(narrowed) < len(whole)
    assert pins(page) < {event["id"] for event in ask(page, "view.atlas.events")}
    page.get_by_role("button", name="Reset time").click()
    assert shown(page) == whole


def test_an_event_outside_the_view_is_pointed_at(page: Page) -> None:
    ask(page, "view.map.setView([34.6, 41.2], 7, { animate: false })")
    before = view_of(page)
    ask(page, "view.store.set({ event: 'trump-riyadh-visit-2017' })")
    pointer = page.locator(".atlas-away")
    expect(pointer).to_contain_text("Riyadh")
    assert view_of(page) == before
    pointer.click()
    expect(pointer).to_be_hidden()
    assert "trump-riyadh-visit-2017" in pins(page)
    assert view_of(page)[2] == before[2]


def test_one_strike_is_one_mark_with_claims_of_three_articles(page: Page) -> None:
    pin = page.locator('.atlas-pin[data-event="strike-2017-05-18"]')
    expect(pin).to_have_count(1)
    pin.press("Enter")
    claims = ask(page, "view.atlas.event['strike-2017-05-18'].claims")
    assert len({claim["article"] for claim in claims}) == 3
    expect(page.locator(".atlas-card .atlas-claim")).to_have_count(len(claims))


def test_a_closed_card_gives_the_map_back(page: Page) -> None:
    page.locator('.atlas-pin[data-event="strike-2021-02-25"]').press("Enter")
    expect(page.locator(".atlas-card")).to_contain_text("22")
    page.keyboard.press("Escape")
    expect(page.locator(".atlas-card")).to_be_hidden()
    assert state(page)["event"] is None
