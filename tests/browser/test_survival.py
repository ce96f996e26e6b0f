"""The map outlives what pages go through: reruns, themes, hidden tabs, other pages, a restart."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from geo.dataset import load_dataset
from tests.browser.actions import (
    ask,
    is_same_map,
    lane,
    pins,
    remember_map,
    runs_asked,
    settle,
    state,
    view_of,
)
from tests.browser.conftest import DESKTOP, READY_MS, Watched, open_atlas, wait_for_map
from tests.browser.server import Server, free_port

NewContext = Callable[..., tuple[BrowserContext, Watched]]
ARTICLES = list(load_dataset().articles)
SWITCHES = 6
# What a browser does to a tab that is not seen, and a page to a part that is not shown.
HIDE = """() => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: HIDDEN });
  Object.defineProperty(document, 'visibilityState',
    { configurable: true, value: HIDDEN ? 'hidden' : 'visible' });
  document.dispatchEvent(new Event('visibilitychange'));
  document.querySelector('.atlas').parentElement.style.display = HIDDEN ? 'none' : '';
}"""
Moved = tuple[object, set[str], tuple[float, float, float]]


def moved(page: Page) -> Moved:
    """Bring the map into a state of its own; return what must still hold later."""
    ask(page, "view.map.setView([34.9, 40.6], 7.25, { animate: false })")
    lane(page, ARTICLES[0]).press("ArrowLeft")
    lane(page, ARTICLES[0]).press("ArrowLeft")
    page.keyboard.press("Escape")
    settle(page)
    return state(page)["cursors"], pins(page), view_of(page)


def assert_as_before(page: Page, before: Moved) -> None:
    assert (state(page)["cursors"], pins(page)) == before[:2]
    latitude, longitude, zoom = view_of(page)
    assert zoom == before[2][2]
    assert abs(latitude - before[2][0]) < 0.05 and abs(longitude - before[2][1]) < 0.05


def assert_answers(page: Page) -> None:
    """Listeners are in order: one key is one step, one click one card."""
    before = state(page)["cursors"][ARTICLES[0]]
    lane(page, ARTICLES[0]).press("ArrowLeft")
    assert state(page)["cursors"][ARTICLES[0]] == before - 1
    expect(page.locator(".atlas-card")).to_be_visible()
    page.keyboard.press("Escape")
    lane(page, ARTICLES[0]).press("ArrowRight")
    page.keyboard.press("Escape")
    assert state(page)["cursors"][ARTICLES[0]] == before


def listeners(page: Page) -> int:
    """Count the event listeners of the page after what is unused was thrown away."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
    metrics = session.send("Performance.getMetrics")["metrics"]
    session.detach()
    return int(next(one["value"] for one in metrics if one["name"] == "JSEventListeners"))


def test_reruns_leave_the_map_alone(page: Page) -> None:
    before = moved(page)
    remember_map(page)
    fold = page.get_by_text("Add events of your own")
    for _ in range(2):
        fold.click()
        expect(page.get_by_test_id("stFileUploader")).to_be_visible()
        fold.click()
        expect(page.get_by_test_id("stFileUploader")).to_be_hidden()
    # Streamlit's own key for a rerun of the whole page, pressed outside the map.
    settle(page)
    before_rerun = runs_asked(page)
    page.locator("body").press("r")
    settle(page)
    assert runs_asked(page) == before_rerun + 1
    assert is_same_map(page)
    assert_as_before(page, before)
    assert_answers(page)


def test_the_table_in_its_place_leaves_the_map_alone(page: Page) -> None:
    before = moved(page)
    remember_map(page)
    table = page.locator(".atlas-tool-table")
    for _ in range(2):
        table.click()
        expect(page.locator(".atlas-table")).to_be_visible()
        expect(page.locator(".atlas-map")).to_be_hidden()
        table.click()
        expect(page.locator(".atlas-map")).to_be_visible()
    settle(page)
    assert is_same_map(page)
    assert_as_before(page, before)
    assert_answers(page)


def test_a_change_of_theme_leaves_the_map_alone(page: Page) -> None:
    before = moved(page)
    remember_map(page)
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        expect(page.locator(f'.atlas[data-theme="{scheme}"]')).to_be_visible()
        settle(page)
    assert is_same_map(page)
    assert_as_before(page, before)
    assert_answers(page)


def test_a_hidden_tab_leaves_the_map_alone(page: Page) -> None:
    before = moved(page)
    remember_map(page)
    for hidden in ("true", "false"):
        page.evaluate(HIDE.replace("HIDDEN", hidden))
        settle(page)
        size = 0 if hidden == "true" else DESKTOP["width"]
        assert (ask(page, "view.panes.map.clientWidth") > 0) == (size > 0)
    settle(page)
    assert is_same_map(page)
    assert_as_before(page, before)
    assert_answers(page)


def switch(page: Page) -> None:
    page.get_by_role("link", name="About this map").click()
    expect(page.get_by_role("heading", name="About this map")).to_be_visible()
    expect(page.locator(".atlas")).to_have_count(0)
    page.get_by_role("link", name="Back to the map").click()
    wait_for_map(page)


def test_page_switches_keep_the_state_and_gather_no_listeners(page: Page) -> None:
    before = moved(page)
    switch(page)
    settle(page)
    assert_as_before(page, before)
    assert f"cursors={ARTICLES[0]}." in page.url
    switch(page)
    settle(page)
    at_first = listeners(page)
    for _ in range(SWITCHES):
        switch(page)
    settle(page)
    assert listeners(page) <= at_first + SWITCHES
    assert_as_before(page, before)
    assert_answers(page)


def test_a_restarted_server_finds_the_map_as_it_was(new_context: NewContext) -> None:
    context, watched = new_context()
    watched.expected = (
        "ERR_CONNECTION_REFUSED",
        "WebSocket",
        "ERR_",
        "Failed to load resource",
        "Client Error",
        # A part of Streamlit's own page that is asked for while no server is there.
        "Failed to fetch dynamically imported module",
        # Said where the new server takes a little longer, as on a busy machine.
        "Streamlit server is not responding",
    )
    port = free_port()
    page = context.new_page()
    with Server(port=port) as first:
        open_atlas(page, first)
        before = moved(page)
    connected = page.locator('.stApp[data-test-connection-state="CONNECTED"]')
    expect(connected).to_have_count(0)
    settle(page)
    assert_as_before(page, before)
    with Server(port=port):
        expect(connected).to_have_count(1, timeout=READY_MS)
        expect(page.get_by_text("About this map")).to_be_visible(timeout=READY_MS)
        wait_for_map(page)
        settle(page)
        assert_as_before(page, before)
        assert_answers(page)
        lane(page, ARTICLES[0]).press("Home")
        reached = len(ask(page, "[...view.store.shown.keys()]"))
        page.get_by_role("button", name="Download", exact=True).click()
        expect(page.get_by_role("button", name=f"({reached} events")).to_be_visible(
            timeout=READY_MS
        )


def test_two_tabs_do_not_disturb_each_other(page: Page, server: Server) -> None:
    before = moved(page)
    other = page.context.new_page()
    open_atlas(other, server)
    lane(other, ARTICLES[1]).press("Home")
    settle(other)
    assert ARTICLES[1] not in state(page)["cursors"]
    assert ARTICLES[0] not in state(other)["cursors"]
    page.bring_to_front()
    assert_as_before(page, before)


def test_the_map_stands_behind_a_base_path(new_context: NewContext) -> None:
    context, _ = new_context()
    page = context.new_page()
    with Server(base="maps/atlas") as started:
        open_atlas(page, started)
        assert "strike-2017-05-18" in pins(page)
        page.get_by_role("button", name="Download", exact=True).click()
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Everything (").click()
        assert waiting.value.url.startswith(f"{started.url}app/static/download-")
        assert waiting.value.failure() is None
        page.close()
