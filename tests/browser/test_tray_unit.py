"""The tray of what is shown but not drawn, alone: nothing is dropped, focus, rows, cards."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched_context
from tests.browser.parts import HOSTILE, blank_page, content, mount
from tests.browser.states import random_states

GIVEN = content()
LISTS = """(patch) => {
  view.store.set(patch);
  const A = CorridorAtlas;
  const { atlas, store: { state, shown } } = view;
  const lists = A.trayLists(atlas, state, shown);
  const ids = (rows) => rows.map(({ event }) => event.id);
  return { shown: [...shown.keys()], tally: A.tallyShown(atlas, state, shown),
    undated: ids(lists.undated), placeless: ids(lists.placeless), held: ids(lists.held),
    open: ids(lists.held.filter(({ isDrawn }) => isDrawn)),
    drawn: [...shown.keys()].filter((id) => A.markState(atlas, atlas.event[id], state) === "drawn"),
    order: [...atlas.events].sort(A.inTime).map(({ id }) => id) };
}"""


@pytest.fixture
def mounted(new_context: Callable[..., Any]) -> Page:
    """Timeline and card of the committed data."""
    return mount(blank_page(new_context()[0]), content())


@pytest.fixture(scope="module")
def shared_page(browser: Browser) -> Iterator[Page]:
    """One page for all random states, its tray open."""
    with watched_context(browser) as context:
        page = mount(blank_page(context), content())
        page.locator(".atlas-count-open").first.click()
        page.evaluate(
            "document.querySelectorAll('.atlas-tray-list').forEach((o) => { o.open = true; })"
        )
        yield page


@pytest.mark.parametrize("state", random_states(GIVEN, 17, 20))
def test_the_lists_and_what_is_drawn_make_up_all_that_is_shown(
    shared_page: Page, state: dict[str, Any]
) -> None:
    found = shared_page.evaluate(LISTS, state)
    named = [*found["undated"], *found["placeless"], *found["held"], *found["drawn"]]
    assert set(named) == set(found["shown"])
    assert len(found["undated"]) == found["tally"]["undated"]
    assert len(found["placeless"]) == found["tally"]["placeless"]
    assert len(found["held"]) - len(found["open"]) == found["tally"]["held"]
    assert set(found["open"]) <= {state["event"]}
    for name in ("undated", "placeless", "held"):
        assert found[name] == sorted(found[name], key=found["order"].index)
        rows = shared_page.locator(f'.atlas-tray-list[data-list="{name}"] .atlas-tray-open')
        expect(rows).to_have_count(len(found[name]))
        ids = rows.evaluate_all("(all) => all.map((one) => one.dataset.event)")
        assert ids == found[name]


def test_a_part_of_the_count_opens_its_list_and_escape_gives_the_focus_back(mounted: Page) -> None:
    part, tray = (
        mounted.get_by_role("button", name="54 without a place"),
        mounted.locator(".atlas-tray"),
    )
    expect(tray).to_be_hidden()
    part.press("Enter")
    expect(part).to_have_attribute("aria-expanded", "true")
    summary = mounted.locator('.atlas-tray-list[data-list="placeless"] summary')
    expect(summary).to_be_focused()
    expect(summary).to_have_text("Without a place54")
    expect(mounted.locator(".atlas-tray-open:visible")).to_have_count(54)
    mounted.get_by_role("button", name="2 undated").click()
    expect(mounted.locator(".atlas-tray-open:visible")).to_have_count(56)
    mounted.keyboard.press("Escape")
    expect(tray).to_be_hidden()
    expect(mounted.get_by_role("button", name="2 undated")).to_be_focused()
    expect(part).to_have_attribute("aria-expanded", "false")


def test_a_row_opens_its_card_and_escape_leads_back_to_it(mounted: Page) -> None:
    mounted.get_by_role("button", name="2 undated").click()
    row = mounted.locator('.atlas-tray-open[data-event="obama-turn-to-iran"]')
    row.press("Enter")
    card = mounted.locator(".atlas-card")
    expect(card).to_be_visible()
    assert mounted.evaluate("view.store.state.event") == "obama-turn-to-iran"
    expect(row).to_have_attribute("aria-current", "true")
    mounted.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(row).to_be_focused()
    mounted.keyboard.press("Escape")
    expect(mounted.locator(".atlas-tray")).to_be_hidden()


def test_what_is_held_back_keeps_its_row_while_it_is_open(mounted: Page) -> None:
    held = mounted.get_by_role("button", name="10 not drawn")
    held.click()
    rows = mounted.locator('.atlas-tray-list[data-list="held"] .atlas-tray-open')
    expect(rows).to_have_count(10)
    rows.nth(2).click()
    expect(mounted.locator(".atlas-time-count")).to_contain_text("9 not drawn")
    expect(rows).to_have_count(10)
    expect(rows.nth(2)).to_have_attribute("aria-current", "true")
    mounted.evaluate("view.store.set({ layers: ['statements'] })")
    expect(rows).to_have_count(0)
    expect(mounted.locator(".atlas-tray-list[data-list=held]")).to_be_hidden()


def test_rows_follow_a_filter_at_once_and_a_row_that_stays_keeps_its_node(mounted: Page) -> None:
    mounted.get_by_role("button", name="54 without a place").click()
    expect(mounted.locator(".atlas-tray-open:visible")).to_have_count(54)
    kept = mounted.evaluate("""() => {
      const row = document.querySelector('[data-event="iran-support-iraqi-militias"]');
      row.focus();
      view.store.set({ sides: ["iran-aligned"] });
      const again = document.querySelector('[data-event="iran-support-iraqi-militias"]');
      return [row === again, document.activeElement === row,
        document.querySelectorAll("[data-list=placeless] .atlas-tray-open").length ===
          CorridorAtlas.tallyShown(view.atlas, view.store.state, view.store.shown).placeless];
    }""")
    assert kept == [True, True, True]


def test_the_tray_is_not_drawn_while_it_is_shut(mounted: Page) -> None:
    mounted.evaluate("""() => {
      globalThis.standIns = { trayLists: () => { throw new Error("drawn while shut"); } };
      view.store.set({ sides: ["iran-aligned"] });
      view.store.set({ sides: null });
    }""")
    expect(mounted.locator(".atlas-tray-open")).to_have_count(0)


def test_hostile_text_in_a_row_is_text(new_context: Callable[..., Any]) -> None:
    given = content()
    event = next(event for event in given["events"] if event["id"] == "obama-turn-to-iran")
    event.update(title=HOSTILE, when=HOSTILE)
    page = mount(blank_page(new_context()[0]), given)
    page.get_by_role("button", name="2 undated").click()
    expect(page.locator(".atlas-tray-title").filter(has_text="onerror")).to_have_text(HOSTILE)
    expect(page.locator(".atlas-tray img")).to_have_count(0)
