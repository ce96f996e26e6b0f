"""Nothing moves of itself once the marks are drawn, and the keyboard reaches all there is."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from geo.dataset import load_dataset
from tests.browser.actions import ask, lane, settle
from tests.browser.conftest import DESKTOP, open_atlas
from tests.browser.server import Server

PHONE = {"width": 390, "height": 844}
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
MOST_SHIFT = 0.02
LONGEST_WALK = 400
NewContext = Callable[..., tuple[BrowserContext, Any]]

# Every entry the browser makes, from the frame after the one in which all marks were drawn. What
# comes within half a second of a press or a key is what was asked for; the browser says so itself.
OBSERVE = """
globalThis.shifts = [];
globalThis.afterTwo = (act) => requestAnimationFrame(() => requestAnimationFrame(act));
document.addEventListener('atlas-ready', () => afterTwo(() => {
  const drawn = performance.now();
  globalThis.take = (entries) => {
    for (const entry of entries) {
      if (entry.startTime < drawn || entry.hadRecentInput) continue;
      const moved = entry.sources.map(({ node }) => node?.className?.baseVal ?? node?.className);
      shifts.push([entry.value, moved.map(String)]);
    }
  };
  globalThis.watch = new PerformanceObserver((list) => take(list.getEntries()));
  watch.observe({ type: 'layout-shift', buffered: true });
}), true);
"""
# Steps that time takes by itself; the first comes with the press that starts it.
COUNT_STEPS = """(globalThis.played = 0, view.store.subscribe((state, changed) => {
  if (state.playing && changed.has("cursors")) played += 1;
}), 0)"""
STEPS_PLAYED = 6
LINKS = [
    "",
    "event=strike-2021-02-25&find=tanf&names=both",
    "about=shift.corridor-shift&stated_only=1",
]


def shifted(page: Page) -> list[tuple[float, list[str]]]:
    # What a frame shifts is known once it has been drawn.
    return page.evaluate(  # type: ignore[no-any-return]
        "new Promise((done) => afterTwo(() => done((take(watch.takeRecords()), shifts))))"
    )


@SIZES
@pytest.mark.parametrize("link", LINKS, ids=["plain", "event", "shift"])
def test_nothing_shifts_after_the_marks_are_drawn(
    new_context: NewContext, server: Server, size: dict[str, int], link: str
) -> None:
    context, _ = new_context(viewport=size)
    page = context.new_page()
    page.add_init_script(OBSERVE)
    open_atlas(page, server, link)
    settle(page)
    found = shifted(page)
    assert sum(value for value, _ in found) < MOST_SHIFT, found


@SIZES
def test_nothing_shifts_while_time_moves(
    new_context: NewContext, server: Server, size: dict[str, int]
) -> None:
    context, _ = new_context(viewport=size)
    page = context.new_page()
    page.add_init_script(OBSERVE)
    open_atlas(page, server)
    settle(page)
    ask(page, COUNT_STEPS)
    page.locator(".atlas-time-select").select_option("fast")
    page.locator(".atlas-time-play").click()
    page.wait_for_function("played >= 1")
    # What the press itself brings was asked for, also where a busy machine brings it after more
    # than the half second in which the browser says so.
    pressed = len(shifted(page))
    page.wait_for_function("(count) => played >= count", arg=STEPS_PLAYED)
    found = shifted(page)[pressed:]
    # From here on by the store, so that the browser takes none of it for asked for. From a few
    # events to all of them at once is no step of time: names find other places.
    ask(page, "view.store.set({ playing: false, cursors: {} })")
    settle(page)
    whole = len(shifted(page))
    for article in load_dataset().articles:
        ask(page, "view.store.set({ cursors: { [given]: 3 } })", article)
        settle(page)
        ask(page, "view.store.set({ cursors: {}, first_day: '2017-05-20' })")
        settle(page)
    found += shifted(page)[whole:]
    assert sum(value for value, _ in found) < MOST_SHIFT, found


# Of each stop of the Tab key: what it is, and whether it can be seen that the focus is there.
STOP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const known = one.dataset.walked !== undefined;
  one.dataset.walked = '';
  const drawn = [one, one.nextElementSibling, one.parentElement, one.closest('label')]
    .concat([...one.querySelectorAll('*')].slice(0, 6));
  const PARTS = [null, '::before', '::after'];
  const isMarked = drawn.filter(Boolean).some((each) => PARTS.some((part) => {
    const style = getComputedStyle(each, part);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
      style.boxShadow !== 'none';
  }));
  const { left, top, right, bottom } = one.getBoundingClientRect();
  const name = `${one.tagName}.${one.className?.baseVal ?? one.className} ${
    one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 40)}`;
  return { known, isMarked, name, isSeen: right - left > 0 && bottom - top > 0 };
}"""
# What can be used by a pointer and was no stop: but for what arrow keys go to from a stop.
MISSED = """() => {
  const USED = 'button, a[href], input, select, summary, [role=slider], [role=button], ' +
    '[tabindex="0"]';
  const isInGroup = (one) => one.matches('.atlas-pin, .atlas-badge, [role=radio], ' +
    'input[type=radio], [data-roving], [data-roving] *');
  const nameOf = (one) =>
    `${one.tagName}.${one.className?.baseVal ?? one.className} ${one.textContent.slice(0, 40)}`;
  return [...document.querySelectorAll(USED)].filter((one) => one.dataset.walked === undefined &&
    !one.disabled && !isInGroup(one) && one.getClientRects().length > 0 && one.tabIndex >= 0 &&
    one.checkVisibility({ visibilityProperty: true }) &&
    !one.closest('[aria-hidden=true], [inert]')).map(nameOf);
}"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the top of the page to its end; tell every stop."""
    page.evaluate(
        "document.querySelectorAll('[data-walked]').forEach((one) => delete one.dataset.walked)"
    )
    page.evaluate("document.activeElement?.blur()")
    stops = []
    for _ in range(LONGEST_WALK):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["known"]:
            break
        stops.append(stop)
    return stops


@SIZES
@pytest.mark.parametrize("opened", ["", "event=strike-2021-02-25", "about=shift.corridor-shift"])
def test_the_tab_key_reaches_everything_and_shows_where_it_is(
    new_context: NewContext, server: Server, size: dict[str, int], opened: str
) -> None:
    context, _ = new_context(viewport=size)
    page = context.new_page()
    open_atlas(page, server, opened)
    settle(page)
    if size is DESKTOP:
        ask(page, "view.foldFilters(true)")
        page.evaluate(
            "document.querySelectorAll('.atlas details').forEach((one) => { one.open = true; })"
        )
    stops = walk(page)
    assert len(stops) > 25
    assert [one["name"] for one in stops if not one["isMarked"]] == []
    assert [one["name"] for one in stops if not one["isSeen"]] == []
    assert page.evaluate(MISSED) == []


def test_the_first_stop_of_the_lanes_moves_time(page: Page) -> None:
    track = lane(page, "guardian-2017-05-18")
    track.focus()
    before = track.get_attribute("aria-valuenow")
    page.keyboard.press("ArrowLeft")
    assert track.get_attribute("aria-valuenow") != before
