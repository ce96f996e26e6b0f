"""Save page: the file that the app hands over shows, from disk, what the app showed."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import load_dataset
from geo.selection.selection import Selection
from layers.page.saved_page import saved_page
from tests.browser import imported
from tests.browser.actions import ask, settle, shown, state, told, view_of
from tests.browser.conftest import READY_MS, open_atlas
from tests.browser.saved import NewContext, assert_closed, open_saved
from tests.browser.server import Server
from tests.browser.test_links import SEEN
from tests.browser.test_map import under_policy

WHOLE = load_dataset()
START = re.compile(r'(<script type="application/json" id="atlas-start">)(.*?)(</script>)')
ELSEWHERE = {"zoom", "marks", "badges"}
"""What depends on the room the map has, which a page of its own gives it more of."""


def save(page: Page, folder: Path) -> Path:
    """Save the page as a reader does."""
    with told(page, "Page saved"), page.expect_download(timeout=READY_MS) as waiting:
        page.get_by_role("button", name="Save page").click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def start(file: Path) -> dict[str, Any]:
    found = START.search(file.read_text(encoding="utf-8"))
    assert found
    return json.loads(found[2])  # type: ignore[no-any-return]


def same(saved: dict[str, Any], seen: dict[str, Any]) -> None:
    for what in seen.keys() - ELSEWHERE:
        assert saved[what] == seen[what], what


def test_the_app_and_the_command_line_write_the_same_file(page: Page, tmp_path: Path) -> None:
    ask(page, "view.store.set({ types: ['airstrike'], find: 'tanf' })")
    file = save(page, tmp_path)
    told = start(file)
    assert told["query"].startswith("types=airstrike&find=tanf&view=")
    selection = Selection(types=frozenset({"airstrike"}), find="tanf")
    expected = saved_page(WHOLE, selection, date.fromisoformat(told["saved_on"]))
    text = file.read_text(encoding="utf-8")
    assert START.sub(r"\1\3", text) == START.sub(r"\1\3", expected)
    given = json.loads(START.search(expected)[2])  # type: ignore[index]
    assert told | {"query": ""} == given | {"query": ""}
    assert list(told) == list(given)


def test_it_opens_as_it_was_seen(new_context: NewContext, page: Page, tmp_path: Path) -> None:
    ask(page, "view.store.set({ sides: ['iran-aligned', 'us-coalition'], names: 'both' })")
    ask(page, "CorridorAtlas.tellStory(view, 'guardian-2017-05-18.told', 'strike-2017-05-18')")
    settle(page)
    ask(page, "view.map.setView([34.2, 39.5], 7.5, { animate: false })")
    file = save(page, tmp_path)
    assert file.name == "corridor-atlas-2017-05-18.html"
    saved, watched = open_saved(new_context, file)
    same(ask(saved, SEEN), ask(page, SEEN))
    for name in ("sides", "story", "event", "names"):
        assert state(saved)[name] == state(page)[name], name
    assert view_of(saved) == pytest.approx(view_of(page), abs=0.01)
    expect(saved.locator(".atlas-card")).to_be_visible()
    assert_closed(watched, file)


def test_the_first_load_asks_for_nothing_of_it(new_context: NewContext, server: Server) -> None:
    context, watched = new_context()
    page = context.new_page()
    open_atlas(page, server)
    settle(page)
    assert not [url for url in watched.requests if "/page-" in url]
    before = len(watched.requests)
    with page.expect_download():
        page.get_by_role("button", name="Save page").click()
    asked = [url for url in watched.requests[before:] if url.startswith("http")]
    assert asked and all(url.startswith(f"{server.url}app/static/") for url in asked)


def test_it_is_made_under_the_content_policy(
    new_context: NewContext, server: Server, tmp_path: Path
) -> None:
    with under_policy(new_context, server) as (page, refused):
        assert save(page, tmp_path).stat().st_size > 400_000
        assert len(refused) == 1


def load_imported(page: Page) -> None:
    ask(page, "(globalThis.view = view, 0)")
    imported.load(page, imported.event_set(WHOLE))


def test_imported_events_go_along(new_context: NewContext, page: Page, tmp_path: Path) -> None:
    load_imported(page)
    expect(page.locator(".atlas-time-count")).to_contain_text("Imported: 900")
    file = save(page, tmp_path)
    ask(page, "view.points.load(null)")
    assert start(file)["points"]["label"] == "test.csv"
    saved, watched = open_saved(new_context, file)
    count = saved.locator(".atlas-time-count")
    expect(count).to_contain_text("Imported: 900 of 900")
    assert len(shown(saved)) == len(WHOLE.event_rows)
    # The lone mark is the southernmost.
    row = "view.points.set.y.indexOf(view.points.set.y.reduce((a, b) => (b > a ? b : a), 0))"
    ask(saved, f"(view.points.open({row}, []), 0)")
    expect(saved.locator(".atlas-card")).to_contain_text(imported.HOSTILE)
    saved.get_by_role("searchbox").fill("imported event 77")
    expect(count).not_to_contain_text("Imported: 900 of 900")
    assert saved.locator("img[src='x']").count() == 0
    assert_closed(watched, file)


def test_what_is_too_large_is_left_out_and_named(
    new_context: NewContext, page: Page, tmp_path: Path
) -> None:
    load_imported(page)
    ask(page, "(view.points.given = { ...view.points.given, texts_inline: 'A'.repeat(4e7) }, 0)")
    file = save(page, tmp_path)
    ask(page, "view.points.load(null)")
    assert file.stat().st_size < 1_000_000
    saved, _ = open_saved(new_context, file)
    saved.get_by_text("About this copy").click()
    expect(saved.locator(".atlas-saved")).to_contain_text(
        "Left out for its size: test.csv, 900 imported events."
    )


def test_a_failure_is_said_in_a_sentence(new_context: NewContext, server: Server) -> None:
    context, watched = new_context()
    watched.expected = ("ERR_FAILED",)
    page = context.new_page()
    open_atlas(page, server)
    page.route("**/page-*", lambda route: route.abort())
    page.get_by_role("button", name="Save page").click()
    expect(page.get_by_text("The page could not be saved.")).to_be_visible()
    button = page.get_by_role("button", name="Save page")
    expect(button).not_to_have_attribute("aria-disabled", "true")
