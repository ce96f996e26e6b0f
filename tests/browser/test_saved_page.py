"""A saved page in a browser from disk: the marks of the app, every control at work, no request."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from geo.dataset import load_dataset
from geo.selection.select import select
from geo.selection.selection import Selection
from layers.page.saved_page import saved_page
from panels.address import query_string
from tests.browser.actions import ask, lane, pins, shown, state
from tests.browser.conftest import SAVED_ON as DAY
from tests.browser.conftest import wait_for_map
from tests.browser.saved import NewContext, assert_closed, open_saved
from tests.browser.server import Server
from tests.browser.test_axe import assert_accessible
from tests.browser.test_hostile import HOSTILE, assert_only_text, hostile_copy
from tests.browser.test_links import SEEN, STILL
from tests.browser.test_selection import random_selection

WHOLE = load_dataset()
PHONE = {"width": 390, "height": 844}
STATES = 24
A_BATCH = 6


@pytest.fixture
def opened(new_context: NewContext, whole: Path) -> Iterator[Page]:
    """The whole atlas from disk; what it did is judged when the test is through."""
    page, watched = open_saved(new_context, whole)
    yield page
    assert_closed(watched, whole)


@pytest.mark.parametrize("batch", range(STATES // A_BATCH))
def test_it_shows_what_the_app_shows_of_the_same_selection(
    new_context: NewContext, server: Server, tmp_path: Path, batch: int
) -> None:
    app, _ = new_context(**STILL)
    context, watched = new_context(**STILL, offline=True)
    # Pages are kept: opening one costs a third of what it costs to load it.
    there = app.new_page()
    saved = {only_selected: context.new_page() for only_selected in (False, True)}
    marks: set[str] = set()
    for seed in range(batch * A_BATCH, (batch + 1) * A_BATCH):
        selection = random_selection(random.Random(1000 + seed))
        there.goto(f"{server.url}?{query_string(selection, WHOLE)}", wait_until="commit")
        # Meanwhile the page comes.
        asked = (False, True)[: 1 + seed % 2]
        for only_selected in asked:
            file = tmp_path / f"{seed}-{only_selected}.html"
            text = saved_page(WHOLE, selection, DAY, only_selected)
            file.write_text(text, encoding="utf-8")
            saved[only_selected].goto(file.as_uri(), wait_until="commit")
        there.bring_to_front()
        wait_for_map(there)
        expected = ask(there, SEEN)
        chosen = select(WHOLE, selection)
        for only_selected in asked:
            page = saved[only_selected]
            page.bring_to_front()
            wait_for_map(page)
            assert shown(page) == {one: str(match) for one, match in chosen.matches.items()}
            found = ask(page, SEEN)
            assert set(found["routes"]) == set(chosen.route_rows)
            assert_same_drawing(page, found, expected, f"seed {seed}", only_selected)
        marks.add(str(expected["marks"]))
    assert len(marks) > 1, "the selections hardly differ"
    assert all(url.startswith(("file:", "data:", "blob:")) for url in watched.requests)


def assert_same_drawing(
    page: Page, found: dict[str, object], expected: dict[str, object], name: str, is_part: bool
) -> None:
    """Same marks, signs and shapes; where the map fits its room, the room is the file's own."""
    apart = {"zoom", "marks", "badges"}
    if is_part:
        # Lanes and counts tell of the events that are there.
        apart |= {"lanes", "count"}
    for what in expected.keys() - apart:
        assert found[what] == expected[what], f"{name}: {what}"
    assert pins(page) == {str(mark).split("|")[0] for mark in expected["marks"]}, name  # type: ignore[attr-defined]


def test_every_slider_and_toggle_works(opened: Page) -> None:
    everything = shown(opened)
    handle = lane(opened, "guardian-2017-05-18")
    handle.press("Home")
    assert state(opened)["cursors"] == {"guardian-2017-05-18": 0}
    assert len(shown(opened)) < len(everything)
    handle.press("End")
    assert shown(opened) == everything
    side = opened.get_by_label("Iran and aligned forces", exact=True).first
    side.uncheck()
    without = pins(opened)
    side.check()
    assert without < pins(opened)
    opened.get_by_label("Only what the five articles say").check()
    expect(opened.locator(".atlas-map path.atlas-track-external:visible")).to_have_count(0)


def test_it_plays(opened: Page) -> None:
    opened.locator(".atlas-time-select").select_option("fast")
    opened.locator(".atlas-time-play").click()
    opened.wait_for_function(
        "() => document.querySelectorAll('.atlas-lane [role=slider]')[0]"
        ".getAttribute('aria-valuenow') > 2"
    )
    opened.locator(".atlas-time-play").click()
    assert state(opened)["playing"] is False


def test_card_key_find_and_story_work(opened: Page) -> None:
    opened.locator('.atlas-pin[data-event="strike-2021-02-25"]').press("Enter")
    card = opened.locator(".atlas-card")
    expect(card.locator("h2")).to_have_text(WHOLE.event_rows["strike-2021-02-25"].title)
    expect(card.get_by_role("link").first).to_have_attribute("href", article_url())
    opened.locator(".atlas-key summary").first.click()
    expect(opened.locator(".atlas-key")).to_contain_text("Air strike")
    opened.get_by_role("searchbox").fill("دير الزور")
    expect(opened.locator(".atlas-found-open").first).to_be_visible()
    assert 0 < len(shown(opened)) < len(WHOLE.event_rows)
    opened.get_by_role("searchbox").fill("")
    opened.get_by_role("button", name="Read event by event as a story").click()
    assert state(opened)["story"] == "all.happened"


def article_url() -> str:
    """Return the address of the article that reports the strike of 2021."""
    url = WHOLE.articles["almashareq-2021-02-26"].url
    assert url
    return url


def test_it_says_what_copy_it_is(new_context: NewContext, tmp_path: Path) -> None:
    selection = Selection(types=frozenset({"airstrike"}), first_day=date(2017, 5, 1))
    count = len(select(WHOLE, selection).event_rows)
    file = tmp_path / "part.html"
    file.write_text(saved_page(WHOLE, selection, DAY, only_selected=True), encoding="utf-8")
    page, _ = open_saved(new_context, file)
    note = page.locator(".atlas-saved")
    expect(note.locator(".atlas-saved-title")).to_contain_text("Saved copy, 1 March 2026")
    expect(note.locator(".atlas-saved-title")).to_contain_text(WHOLE.version)
    expect(note.locator(".atlas-saved-title")).to_contain_text("only Air strike")
    page.get_by_text("About this copy").click()
    expect(note).to_contain_text(f"Only {count} events")
    expect(note).to_contain_text("CC BY 4.0")
    expect(note).to_contain_text("Cite as")
    assert note.get_by_role("link").count() == 0
    page.keyboard.press("Escape")
    expect(note.get_by_text("Cite as")).to_be_hidden()
    assert page.locator(".atlas-page").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [None, PHONE], ids=["wide", "phone"])
def test_it_fills_the_window_in_either_theme(
    new_context: NewContext, whole: Path, scheme: str, size: dict[str, int] | None
) -> None:
    options = {"viewport": size} if size else {}
    page, watched = open_saved(new_context, whole, color_scheme=scheme, **options)
    assert page.locator(".atlas").get_attribute("data-theme") == scheme
    sizes = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    assert page.evaluate(f"{sizes}.join() === [innerWidth, innerHeight].join()")
    assert ask(page, "view.panes.map.clientHeight") > 250
    page.emulate_media(color_scheme="dark" if scheme == "light" else "light")
    expect(page.locator(f'.atlas[data-theme="{scheme}"]')).to_have_count(0)
    page.locator(".atlas-saved-more").click()
    box = page.locator(".atlas-saved-body").bounding_box()
    assert box and box["x"] >= 0
    assert box["x"] + box["width"] <= page.viewport_size["width"]  # type: ignore[index]
    if scheme == "dark":
        # For both: it asks in light and in dark.
        assert_accessible(page, "saved page")
    assert_closed(watched, whole)


def test_a_picture_of_it_is_saved(opened: Page) -> None:
    with opened.expect_download() as waiting:
        opened.get_by_role("button", name="Save picture").click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"\x89PNG")
    assert waiting.value.suggested_filename == "corridor-atlas.png"


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "data"
    hostile_copy(folder)
    file = folder.parent / "hostile.html"
    selection = Selection(find="zq</script><!--\u2028<script>alert(1)")
    file.write_text(saved_page(load_dataset(folder), selection, DAY), encoding="utf-8")
    return file


def test_hostile_text_stays_text(new_context: NewContext, hostile_file: Path) -> None:
    page, watched = open_saved(new_context, hostile_file)
    note = page.locator(".atlas-saved")
    expect(note).to_contain_text("zq</script><!--")
    ask(page, "view.store.set({ find: '', event: 'strike-2017-05-18' })")
    expect(page.locator(".atlas-card")).to_contain_text(HOSTILE)
    assert f"al-Tanf {HOSTILE}" in page.locator(".atlas-label").all_text_contents()
    assert_only_text(page)
    assert page.evaluate("document.scripts.length") == 7
    assert_closed(watched, hostile_file)


def test_a_file_that_was_cut_off_says_so(browser: Browser, whole: Path, tmp_path: Path) -> None:
    text = whole.read_text(encoding="utf-8")
    file = tmp_path / "broken.html"
    at = text.index('id="atlas-drawing">') + 2000
    file.write_text(text[:at] + text[at + 400 :], encoding="utf-8")
    context: BrowserContext = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.get_by_text("The map could not be opened")).to_be_visible()
    context.close()
