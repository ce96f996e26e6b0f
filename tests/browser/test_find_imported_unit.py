"""Find among imported events, alone on a page: the rows that Python finds, whatever happens."""

import base64
import json
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from geo.dataset import Dataset, load_dataset
from geo.eventset.event_set import EventSet
from geo.eventset.select import select_events
from geo.selection.folding import tidy
from geo.selection.selection import Selection
from tests.browser.conftest import watched_context
from tests.browser.imported import event_set, given, load
from tests.browser.parts import blank_page, content, mount
from tests.browser.searched import asked, searched_set

# The index is held back until the test lets it go, or sends another one or none.
HOLD = """() => {
  globalThis.bytesOf = CorridorAtlas.pointBytes;
  globalThis.held = [];
  globalThis.standIns = { pointBytes: (own, address, inline) => (address === "search"
    ? new Promise((done, refuse) => held.push({ done, refuse })) : own(address, inline)) };
}"""
STATE = """() => ({ status: view.points.search.status, shown: view.points.tally.shown,
  count: document.querySelector(".atlas-time-count").textContent })"""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load_dataset()


@pytest.fixture(scope="module")
def odd(dataset: Dataset) -> EventSet:
    return searched_set(dataset)


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Page]:
    with watched_context(browser) as context:
        yield mount(blank_page(context), content())


@pytest.fixture
def page(opened: Page) -> Iterator[Page]:
    opened.evaluate("view.store.set(CorridorAtlas.emptyState(view.atlas))")
    yield opened
    opened.evaluate("() => { view.points.load(null); globalThis.standIns = {}; }")


def hand_over(page: Page, made: EventSet) -> None:
    """Load a set whose index comes from an address that :data:`HOLD` answers for."""
    files: dict[str, Any] = given(made) | {"search": "search"}
    del files["search_inline"]
    page.evaluate("(text) => view.points.load(JSON.parse(text))", json.dumps(files))


def let_go(page: Page, made: EventSet, number: int = 0) -> None:
    index = given(made)["search_inline"]
    page.evaluate(
        "async ([number, text]) => { held[number].done(await bytesOf(null, text)); "
        "await new Promise((done) => setTimeout(done)); }",
        [number, index],
    )


def test_browser_and_python_find_the_same_imported_events(
    page: Page, dataset: Dataset, odd: EventSet
) -> None:
    load(page, odd)
    page.evaluate("view.store.set({ find: 'a' })")
    page.wait_for_function("view.points.search.status === 'found'")
    some = 0
    for text in asked(dataset, 300):
        found = page.evaluate(
            "(text) => { view.store.set({ find: CorridorAtlas.tidy(text) }); "
            "return btoa(String.fromCharCode(...view.points.match)); }",
            text,
        )
        expected = select_events(odd, Selection(find=tidy(text)), dataset)
        assert np.array_equal(np.frombuffer(base64.b64decode(found), np.uint8), expected), text
        some += 0 < np.count_nonzero(expected) < len(odd)
    assert some > 100


@pytest.mark.parametrize("fixed", [{}, {"first_day": "2017-05-09"}, {"sides": ["iran-aligned"]}])
def test_a_moved_handle_keeps_to_what_is_found(
    page: Page, dataset: Dataset, fixed: dict[str, Any]
) -> None:
    made = event_set(dataset)
    load(page, made)
    page.evaluate("(patch) => view.store.set({ ...patch, find: 'imported 1' })", fixed)
    page.wait_for_function("view.points.search.status === 'found'")
    for until in ("2017-05-10", "2017-06-20", "2017-05-25", None):
        page.evaluate("(until) => view.store.set({ imported_until: until })", until)
        stepped, tally = page.evaluate("[[...view.points.match], view.points.tally]")
        page.evaluate("view.store.set({ find: '' }); view.store.set({ find: 'imported 1' })")
        assert [stepped, tally] == page.evaluate("[[...view.points.match], view.points.tally]")
        assert tally["shown"] == np.count_nonzero(stepped)
        assert stepped.count(0) > len(made) / 3


def test_until_the_index_is_there_none_counts_as_found(page: Page, odd: EventSet) -> None:
    page.evaluate(HOLD)
    hand_over(page, odd)
    assert page.evaluate("held.length") == 0, "nothing is fetched before somebody searches"
    page.evaluate("view.store.set({ find: '--' })")
    assert page.evaluate(STATE)["shown"] == len(odd), "signs alone look for nothing"
    page.evaluate("view.store.set({ find: 'strike' })")
    page.evaluate("view.store.set({ find: 'strikes' })")
    seen = page.evaluate(STATE)
    assert (seen["status"], seen["shown"]) == ("searching", 0)
    assert "Imported: searching …" in seen["count"]
    expect(page.locator(".atlas-lane-imported.atlas-is-off")).to_have_count(1)
    assert page.evaluate("held.length") == 1
    let_go(page, odd)
    seen = page.evaluate(STATE)
    assert seen["status"] == "found" and 0 < seen["shown"] < len(odd)
    said = f"{seen['shown']} of {len(odd)}"
    expect(page.locator(".atlas-time-count")).to_contain_text(f"Imported: {said}")
    expect(page.locator(".atlas-lane-imported .atlas-lane-label")).to_contain_text(said)
    steps = page.evaluate("CorridorAtlas.importedSteps(view).length")
    page.evaluate("view.store.set({ find: 'qqqq' })")
    assert steps == 1 and page.evaluate("CorridorAtlas.importedSteps(view)") == []
    page.evaluate("view.store.set({ find: '' })")
    assert page.evaluate(STATE)["shown"] == len(odd)
    assert page.evaluate("[view.points.search.status, view.points.search.found]") == ["idle", None]


def test_a_search_of_a_set_that_is_gone_changes_nothing(
    page: Page, dataset: Dataset, odd: EventSet
) -> None:
    page.evaluate(HOLD)
    other = event_set(dataset)
    hand_over(page, odd)
    page.evaluate("view.store.set({ find: 'imported' })")
    hand_over(page, other)
    assert page.evaluate("held.length") == 2
    let_go(page, odd, 0)
    assert page.evaluate(STATE)["status"] == "searching"
    let_go(page, other, 1)
    expected = np.count_nonzero(select_events(other, Selection(find="imported"), dataset))
    assert page.evaluate(STATE)["shown"] == expected > 0
    page.evaluate("view.points.load(null)")
    assert page.evaluate("[view.points.search.status, view.points.tally.shown]") == ["idle", 0]
    expect(page.locator(".atlas-time-count")).not_to_contain_text("Imported")
    hand_over(page, odd)
    page.evaluate("view.points.load(null)")
    let_go(page, odd, 2)
    assert page.evaluate("view.points.set") is None


def test_what_came_before_anything_was_typed_is_searched_at_once(page: Page, odd: EventSet) -> None:
    page.evaluate(HOLD)
    hand_over(page, odd)
    page.evaluate("view.points.search.prepare()")
    page.evaluate("async () => { held[0].refuse(new Error('answered 404')); await 0; }")
    assert page.evaluate(STATE)["shown"] == len(odd), "nobody looked for anything yet"
    page.evaluate("view.points.search.prepare()")
    let_go(page, odd, 1)
    assert page.evaluate(STATE)["shown"] == len(odd)
    page.evaluate("view.store.set({ find: 'strike' })")
    assert page.evaluate(STATE)["status"] == "found"
    assert page.evaluate("held.length") == 2


@pytest.mark.parametrize("broken", ["refused", "another file", "of another set", "cut short"])
def test_an_index_that_cannot_be_had_is_said_and_asked_for_again(
    page: Page, dataset: Dataset, odd: EventSet, broken: str
) -> None:
    page.evaluate(HOLD)
    hand_over(page, odd)
    page.evaluate("view.store.set({ find: 'strike' })")
    if broken == "refused":
        page.evaluate("held[0].refuse(new Error('answered 404'))")
    elif broken == "of another set":
        let_go(page, event_set(dataset))
    else:
        text = given(odd)["events_inline" if broken == "another file" else "search_inline"]
        page.evaluate(
            "async (text) => held[0].done((await bytesOf(null, text)).slice(0, 1000))",
            text,
        )
    page.wait_for_function("view.points.search.status === 'failed'")
    assert page.evaluate(STATE)["shown"] == 0
    slider = page.locator(".atlas-lane-imported [role=slider]")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("could not be searched"))
    expect(page.locator(".atlas-time-count")).to_contain_text("Imported: could not be searched")
    page.evaluate("view.store.set({ find: 'strik' })")
    assert page.evaluate("held.length") == 2
    let_go(page, odd, 1)
    assert page.evaluate(STATE)["status"] == "found"
    assert page.evaluate(STATE)["shown"] > 0
