"""The chart of events by day and side, alone: its figures, its columns as a filter, its key."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.dataset import load_dataset
from geo.rules.event_facts import event_facts
from geo.rules.spans import match
from tests.browser.conftest import watched_context
from tests.browser.parts import blank_page, content, mount
from tests.browser.states import random_states

WHOLE = load_dataset()
FACTS = event_facts(WHOLE)
GIVEN = content()
SIDES = {row["id"]: row["label"] for row in GIVEN["sides"]}
COLUMN = ".atlas-chart-column"
# Of each column its days and its words; the bins are those the chart itself asks for.
COLUMNS = """(patch) => {
  view.store.set(patch);
  const A = CorridorAtlas;
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const { state } = view.store;
      const open = A.select(view.atlas, { ...state, first_day: null, last_day: null });
      const paths = (match) => Object.fromEntries([...document.querySelectorAll(
        `.atlas-chart-drawing g[clip-path*="-in-"] .atlas-chart-${match}`)]
        .map((path) => [path.dataset.side, (path.getAttribute("d").match(/M/g) || []).length]));
      done({ shown: [...open.keys()], certain: paths("certain"), possible: paths("possible"),
        words: [...document.querySelectorAll(".atlas-chart-column")].map((one) => one.ariaLabel),
        bins: view.chartBins().map(({ from, to }) => [A.isoDay(from), A.isoDay(to - 1)]) });
    }))));
}"""
WINDOW = "[view.store.state.first_day, view.store.state.last_day]"
# The chart makes its bins from the scale that it is laid out with.
KEEP_BINS = """() => {
  globalThis.standIns = { chartBins: (own, scale) => (globalThis.madeBins = own(scale)) };
}"""


def opened(page: Page) -> Page:
    """The timeline of the committed data with the chart unfolded."""
    page.evaluate(KEEP_BINS)
    mount(page, content())
    page.evaluate("view.chartBins = () => globalThis.madeBins")
    page.get_by_role("button", name="Chart", exact=True).click()
    return page


@pytest.fixture
def chart(new_context: Callable[..., Any]) -> Page:
    return opened(blank_page(new_context()[0]))


@pytest.fixture(scope="module")
def shared_chart(browser: Browser) -> Iterator[Page]:
    """One chart for all random states."""
    with watched_context(browser) as context:
        yield opened(blank_page(context))


def telling(state: dict[str, Any], event: str) -> list[date]:
    """Days on which an article that is on and has reached an event appeared."""
    found = []
    for article in GIVEN["articles"]:
        cursor = state["cursors"].get(article["id"], len(GIVEN["events"]))
        is_on = state["articles"] is None or article["id"] in state["articles"]
        reached = event not in article["stops"] or article["stops"].index(event) < cursor
        if is_on and reached and article["id"] in FACTS[event].articles:
            found.append(date.fromisoformat(article["published_on"]))
    return found


def counted(state: dict[str, Any], shown: list[str], first: date, last: date) -> dict[str, Any]:
    """Count the events of some days by side, from the tables, as ``geo.rules.spans`` has it."""
    counts: dict[str, dict[str, int]] = {"certain": {}, "possible": {}}
    for event in shown:
        facts = FACTS[event]
        span = facts.of(state["stated_only"]).span
        if state["day_of"] == "reported":
            how = "certain" if any(first <= day <= last for day in telling(state, event)) else "no"
        else:
            how = str(match(span, first, last)) if span.dated else "no"
        if how in counts:
            side = str(facts.side)
            counts[how][side] = counts[how].get(side, 0) + 1
    return counts


def words(counts: dict[str, Any], is_day: bool, is_reported: bool) -> str:
    """Say such counts as a column does, without its days."""
    sure, perhaps = (sum(counts[how].values()) for how in ("certain", "possible"))
    events = f"{sure or 'no'} event{'' if sure == 1 else 's'}{' reported' if is_reported else ''}"
    parts = [
        f"{counts['certain'][s]} {label}" for s, label in SIDES.items() if s in counts["certain"]
    ]
    said = ", ".join([events, *parts])
    where = "on this day" if is_day else "in these days"
    return said + (f"; {perhaps}{' more' if sure else ''} may lie {where}" if perhaps else "")


@pytest.mark.parametrize("state", random_states(GIVEN, 41, 14))
def test_a_column_counts_what_its_day_alone_would_show(
    shared_chart: Page, state: dict[str, Any]
) -> None:
    drawn = shared_chart.evaluate(COLUMNS, state)
    assert len(drawn["words"]) == len(drawn["bins"]) > 20
    seen: dict[str, dict[str, int]] = {"certain": {}, "possible": {}}
    for said, (first_day, last_day) in zip(drawn["words"], drawn["bins"], strict=True):
        first, last = date.fromisoformat(first_day), date.fromisoformat(last_day)
        counts = counted(state, drawn["shown"], first, last)
        _, _, told = said.partition(": ")
        assert told == words(counts, first == last, state["day_of"] == "reported"), said
        for how, sides in counts.items():
            for side in sides:
                seen[how][side] = seen[how].get(side, 0) + 1
    for how, sides in seen.items():
        assert {side: count for side, count in drawn[how].items() if count} == sides


def test_the_columns_are_the_days_of_the_axis(chart: Page) -> None:
    bins = [tuple(map(date.fromisoformat, row)) for row in chart.evaluate(COLUMNS, {})["bins"]]
    assert all(first <= last for first, last in bins)
    assert all(a[1] < b[0] for a, b in pairwise(bins))
    single = {first for first, last in bins if first == last}
    spring = {date(2017, 5, 1) + timedelta(days=number) for number in range(46)}
    assert spring <= single
    boxes = chart.eval_on_selector_all(COLUMN, "(all) => all.map((one) => one.offsetLeft)")
    assert boxes == sorted(boxes)


def column(page: Page, day: str) -> Any:
    return page.locator(f'{COLUMN}[aria-label^="{day}:"]')


def test_a_click_on_a_day_sets_the_window_and_another_takes_it_back(chart: Page) -> None:
    day = column(chart, "18 May 2017")
    day.click()
    assert chart.evaluate(WINDOW) == ["2017-05-18", "2017-05-18"]
    expect(day).to_have_attribute("aria-pressed", "true")
    inside = chart.locator('.atlas-chart-drawing clipPath[id*="-in-"] rect')
    box = day.evaluate("(one) => [parseFloat(one.style.left), parseFloat(one.style.width)]")
    cut = inside.evaluate("(rect) => [rect.x.baseVal.value, rect.width.baseVal.value]")
    assert cut == pytest.approx(box, abs=0.01)
    day.click()
    assert chart.evaluate(WINDOW) == [None, None]
    expect(day).to_have_attribute("aria-pressed", "false")


def test_a_drag_over_columns_sets_a_span_either_way(chart: Page) -> None:
    first, last = (
        column(chart, "23 May 2017").bounding_box(),
        column(chart, "31 May 2017").bounding_box(),
    )
    assert first and last
    ends = [(box["x"] + box["width"] / 2, box["y"] + 30) for box in (first, last)]
    for start, end in (ends, ends[::-1]):
        chart.evaluate("view.store.set({ first_day: null, last_day: null })")
        chart.mouse.move(*start)
        chart.mouse.down()
        chart.mouse.move(*end, steps=4)
        chart.mouse.up()
        assert chart.evaluate(WINDOW) == ["2017-05-23", "2017-05-31"]


def test_columns_are_one_stop_and_arrows_lead_along_them(chart: Page) -> None:
    expect(chart.locator(f'{COLUMN}[tabindex="0"]')).to_have_count(1)
    column(chart, "18 May 2017").focus()
    for key, day in (("ArrowRight", 19), ("ArrowLeft", 18), ("PageDown", 25), ("PageUp", 18)):
        chart.keyboard.press(key)
        expect(column(chart, f"{day} May 2017")).to_be_focused()
    expect(chart.locator(f'{COLUMN}[tabindex="0"]')).to_have_count(1)
    expect(chart.locator(".atlas-time-tip")).to_contain_text("18 May 2017: ")
    for window in (["2017-05-18", "2017-05-18"], [None, None]):
        chart.keyboard.press("Enter")
        assert chart.evaluate(WINDOW) == window
    chart.keyboard.press("End")
    expect(chart.locator(COLUMN).last).to_be_focused()
    chart.keyboard.press("Escape")
    expect(chart.get_by_role("button", name="Chart", exact=True)).to_be_focused()
    expect(chart.locator(".atlas-chart")).to_be_hidden()
    expect(chart.locator(COLUMN)).to_have_count(0)


def test_the_key_switches_a_side_and_shows_it_as_off(chart: Page) -> None:
    side = chart.locator(".atlas-chart-side", has_text="US and coalition")
    expect(side).to_have_attribute("aria-pressed", "true")
    side.click()
    expect(side).to_have_attribute("aria-pressed", "false")
    assert "us-coalition" not in chart.evaluate("view.store.state.sides")
    expect(column(chart, "18 May 2017")).not_to_have_attribute("aria-label", re.compile("US-led"))
    side.click()
    assert chart.evaluate("view.store.state.sides") is None


# What stands in the key: its words, the sign before them and in which colour.
KEY = """() => [...document.querySelectorAll(
    ".atlas-chart-key :is(.atlas-chart-side, .atlas-chart-sample)")]
  .filter((one) => one.checkVisibility())
  .map((one) => { const svg = one.querySelector("svg");
    return [one.textContent, svg.innerHTML, svg.style.getPropertyValue("--atlas-side")]; })"""


def test_the_key_says_how_each_side_and_several_together_are_drawn(shared_chart: Page) -> None:
    whole = "(patch) => view.store.set({ ...CorridorAtlas.emptyState(view.atlas), ...patch })"
    shared_chart.evaluate(whole, {})
    key = shared_chart.evaluate(KEY)
    *sides, several, certain, possible = key
    assert [said for said, *_ in sides] == [row["actors_label"] for row in GIVEN["sides"]]
    assert [color for *_, color in sides] == [row["color"] for row in GIVEN["sides"]]
    assert len({sign for _, sign, _ in sides}) == len(sides)
    # They go with the others, as columns do.
    assert several == ["several sides together", *sides[-1][1:]]
    assert [certain[0], possible[0]] == ["on that day", "may lie on it"]
    assert "atlas-chart-certain" in certain[1] and "atlas-chart-possible" in possible[1]
    shared_chart.evaluate(whole, {"day_of": "reported"})
    assert shared_chart.evaluate(KEY) == key[:-2], "the day of a report is always known"


def test_the_number_over_the_tallest_column_is_its_own(chart: Page) -> None:
    said = chart.locator(".atlas-chart-most").text_content() or ""
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    named = column(chart, "18 May 2017").get_attribute("aria-label") or ""
    sure, perhaps = re.search(r": (\d+) events.*; (\d+) more", named).groups()  # type: ignore[union-attr]
    assert numbers == [int(sure), int(perhaps)]
    ticks = chart.locator(".atlas-chart-tick").all_text_contents()
    assert ticks == ["10", "20", "30"]


def test_a_finger_drags_a_span(new_context: Callable[..., Any]) -> None:
    page = opened(blank_page(new_context(viewport={"width": 390, "height": 844})[0]))
    page.evaluate("""() => {
      const columns = document.querySelector(".atlas-chart-columns");
      columns.setPointerCapture = () => {};
      const all = [...columns.children];
      const at = (one) => one.getBoundingClientRect();
      for (const [type, one] of [["pointerdown", all[30]], ["pointermove", all[34]],
        ["pointerup", all[34]]]) {
        const { left, width, top } = at(one);
        one.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0,
          pointerType: "touch", clientX: left + width / 2, clientY: top + 40 }));
      }
    }""")
    first, last = page.evaluate(WINDOW)
    bins = page.evaluate(COLUMNS, {})["bins"]
    assert [first, last] == [bins[30][0], bins[34][1]]
    wide = "(one) => one.scrollWidth <= one.clientWidth"
    assert page.locator(".atlas-time").evaluate(wide)
    tops = [
        page.locator(name).bounding_box() for name in (".atlas-time-count", ".atlas-chart-toggle")
    ]
    assert tops[0] and tops[1]
    assert abs(tops[0]["y"] - tops[1]["y"]) < 6


def test_a_step_of_time_reaches_the_chart_and_nothing_is_drawn_while_it_is_folded(
    chart: Page,
) -> None:
    day = column(chart, "18 May 2017")
    before = day.get_attribute("aria-label") or ""
    chart.evaluate("""view.store.set({ cursors: Object.fromEntries(
      view.atlas.articles.map(({ id }) => [id, 0])) })""")
    expect(day).not_to_have_attribute("aria-label", before)
    chart.get_by_role("button", name="Chart", exact=True).click()
    chart.evaluate("""() => {
      globalThis.standIns = { chartCounts: () => { throw new Error("counted while folded"); } };
      view.store.set({ cursors: {}, sides: ["us-coalition"] });
    }""")
    expect(chart.locator(COLUMN)).to_have_count(0)


def test_no_listener_outlives_chart_tray_and_profile(chart: Page) -> None:
    chart.locator(".atlas-count-open").first.click()
    for about in ({"kind": "route", "id": "corridor-shifted"}, {"kind": "shift", "id": "x"}):
        chart.evaluate("(about) => view.store.set({ about, event: null })", about)
        expect(chart.locator(".atlas-profile-mark").first).to_be_attached()
    chart.evaluate("endAll()")
    assert chart.evaluate("held") == 0
    expect(chart.locator(".atlas-chart, .atlas-tray, .atlas-profile")).to_have_count(0)
