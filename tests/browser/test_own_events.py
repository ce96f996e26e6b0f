"""Events of a reader's own in the running app: added, looked at, removed, refused; the policy."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from panels.imported import EVENTS_VARIABLE
from tests.browser.actions import ask, is_same_map, lane, remember_map, settle, state, view_of
from tests.browser.conftest import READY_MS, Shared
from tests.browser.drawing import HOSTILE
from tests.browser.imported import COUNT, LONE, csv_text
from tests.browser.server import Server
from tests.browser.test_map import ARTICLES, under_policy

FILE_NAME = "mine <b>zq{{7*7}}</b>.csv"
IMPORTED = ".atlas-lane-imported"
# At zoom 6.25 a pixel is 0.018 degrees of longitude.
PIXEL_DEG = 0.02


def file(text: str, name: str = FILE_NAME) -> FilePayload:
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode()}


def open_form(page: Page) -> None:
    # A run that is on its way would draw the form shut again.
    settle(page)
    page.get_by_text("Add events of your own").click()
    expect(page.locator("input[type=file]")).to_be_attached(timeout=READY_MS)


def hands_over(page: Page, text: str) -> None:
    page.set_input_files("input[type=file]", files=[file(text)])


def click_on_lone(page: Page) -> None:
    """Go near to the mark that stands alone, and press it once it is drawn there."""
    ask(page, "view.map.setView(given, 9, { animate: false })", LONE)
    settle(page)
    assert 0 < ask(page, "view.points.drawn") < COUNT // 10
    at = ask(page, "(({ x, y }) => [x, y])(view.map.latLngToContainerPoint(given))", LONE)
    box = page.locator(".atlas-map").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + at[0], box["y"] + at[1])


@pytest.fixture
def own(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A session of its own: what is added stays until it ends."""
    held = Shared(browser, server)
    yield held.fresh()
    if getattr(request.node, "failed", False):
        held.drop(request.node.name)
    held.context.close()
    assert not held.watched.faults, "\n".join(held.watched.faults)


@pytest.fixture(scope="module")
def with_set(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path = tmp_path_factory.mktemp("events") / "operator.csv"
    path.write_text(csv_text(), encoding="utf-8")
    with Server({EVENTS_VARIABLE: str(path)}) as started:
        yield started


def test_events_come_and_go_and_nothing_else_moves(own: Page) -> None:
    remember_map(own)
    ask(own, "view.map.setView([34.2, 40.5], 6.25, { animate: false })")
    lane(own, ARTICLES[1]).press("ArrowLeft")
    before, cursors = view_of(own), state(own)["cursors"]
    open_form(own)
    hands_over(own, csv_text())
    expect(own.locator(f"{IMPORTED} .atlas-lane-name")).to_have_text(FILE_NAME, timeout=READY_MS)
    expect(own.locator(".atlas-time-count")).to_contain_text(f"Imported: {COUNT} of {COUNT}")
    expect(own.get_by_text(f"On the map: {FILE_NAME}, {COUNT} events.")).to_be_visible()
    track = own.locator(f"{IMPORTED} [role=slider]")
    track.press("PageDown")
    expect(own.locator(".atlas-time-count")).not_to_contain_text(f"Imported: {COUNT} of")
    settle(own)
    # The map gave the lane its room and kept its middle, to the pixel.
    assert view_of(own) == pytest.approx(before, abs=PIXEL_DEG)
    assert state(own)["cursors"] == cursors
    assert state(own)["imported_until"]
    own.get_by_role("button", name="Remove these events").click()
    expect(own.locator(IMPORTED)).to_have_count(0, timeout=READY_MS)
    expect(own.locator(".atlas-time-count")).not_to_contain_text("Imported")
    assert view_of(own) == pytest.approx(before, abs=PIXEL_DEG)
    assert is_same_map(own)


def test_what_is_looked_for_is_looked_for_in_imported_events_too(own: Page) -> None:
    box = own.get_by_role("searchbox", name="Find")
    said = own.locator(".atlas-find-said")
    box.fill("imported event 89")
    expect(said).to_have_text("0 events found. Map and table show only these.")
    open_form(own)
    hands_over(own, csv_text())
    found = sum("Imported event 89" in line for line in csv_text().splitlines())
    expect(said).to_contain_text(f"; {found} imported events.", timeout=READY_MS)
    expect(own.locator(".atlas-time-count")).to_contain_text(f"Imported: {found} of {COUNT}")
    expect(own.locator(".atlas-empty")).to_be_hidden()
    opener = own.locator(".atlas-found-open", has_text="Imported event 89").first
    opener.click()
    expect(own.locator(".atlas-card h2")).to_contain_text("Imported event 89")
    own.get_by_text("Table of imported events").click()
    expect(own.get_by_text(f"Imported events: {found} of {COUNT} shown.")).to_be_visible(
        timeout=READY_MS
    )
    box.press("Escape")
    expect(own.locator(".atlas-time-count")).to_contain_text(f"Imported: {COUNT} of {COUNT}")
    expect(opener).to_be_hidden()


@pytest.mark.parametrize("is_lost", [False, True], ids=["there", "lost"])
def test_a_link_that_looks_for_something_finds_imported_events(
    new_context: Callable[..., tuple[Any, Any]], with_set: Server, is_lost: bool
) -> None:
    context, watched = new_context()
    page = context.new_page()
    if is_lost:
        watched.expected = ("404",)
        page.route("**/imported-search-*", lambda route: route.fulfill(status=404))
    page.goto(f"{with_set.url}?find=imported+event+89")
    found = sum("Imported event 89" in line for line in csv_text().splitlines())
    said = page.locator(".atlas-find-said")
    count = page.locator(".atlas-time-count")
    if is_lost:
        expect(said).to_contain_text("could not be searched", timeout=READY_MS)
        expect(count).to_contain_text("Imported: could not be searched")
        page.unroute("**/imported-search-*")
        page.get_by_role("searchbox", name="Find").fill("imported event 890")
        found = 1
    expect(said).to_contain_text(f"; {found} imported event", timeout=READY_MS)
    expect(count).to_contain_text(f"Imported: {found} of {COUNT}")
    expect(page.locator(".atlas-found-open")).to_have_count(min(found, 4))


def test_what_a_file_says_is_only_text(own: Page) -> None:
    open_form(own)
    hands_over(own, csv_text())
    expect(own.locator(IMPORTED)).to_be_visible(timeout=READY_MS)
    click_on_lone(own)
    expect(own.locator(".atlas-card h2")).to_have_text(HOSTILE)
    expect(own.locator(".atlas-card")).to_contain_text(FILE_NAME)
    own.get_by_text("Table of imported events").click()
    expect(own.get_by_test_id("stDataFrame").first).to_be_visible(timeout=READY_MS)
    settle(own)
    assert own.locator("img[src='x'], .atlas b, [data-testid=stMain] b").count() == 0
    assert "zq49zq" not in own.evaluate("document.body.innerText")


def test_a_refused_file_says_where_and_why_and_changes_nothing(own: Page) -> None:
    remember_map(own)
    open_form(own)
    hands_over(own, "event_id,title,type,first_day\ne-1,Title,air-strike,2017-05-18\n")
    said = own.get_by_text("This file does not check, so none of its events is shown.")
    expect(said).to_be_visible(timeout=READY_MS)
    problem = own.get_by_test_id("stCode")
    expect(problem).to_contain_text(f"{FILE_NAME} line 2")
    expect(problem).to_contain_text("air-strike")
    expect(own.locator(IMPORTED)).to_have_count(0)
    assert is_same_map(own)


def test_an_imported_set_works_under_the_content_policy(
    new_context: Callable[..., tuple[Any, Any]], with_set: Server
) -> None:
    with under_policy(new_context, with_set) as (page, refused):
        name = page.locator(f"{IMPORTED} .atlas-lane-name")
        expect(name).to_have_text(Path("operator.csv").name, timeout=READY_MS)
        # The proxy knows no parts of files, so the texts come whole.
        click_on_lone(page)
        expect(page.locator(".atlas-card h2")).to_have_text(HOSTILE)
        assert len(refused) == 1
