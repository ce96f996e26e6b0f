"""The lane of an imported set: a slider over its days, alone on a page without the app."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.dataset import load_dataset
from geo.eventset.event_set import EventSet
from geo.eventset.reading import read_event_set
from tests.browser.conftest import DESKTOP, watched_context
from tests.browser.imported import event_set, load
from tests.browser.parts import blank_page, content, mount

PHONE = {"width": 390, "height": 844}
# A finger chooses where it lets go; a mouse would need a pointer that the browser knows.
TAP = """([track, x]) => {
  for (const type of ["pointerdown", "pointerup"]) {
    track.dispatchEvent(new PointerEvent(type, { clientX: x, pointerType: "touch", button: 0 }));
  }
}"""
LANE = "CorridorAtlas.importedLane(view)"
UNTIL = "view.store.state.imported_until"


@pytest.fixture(scope="module")
def imported() -> EventSet:
    return event_set(load_dataset())


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Page]:
    with watched_context(browser) as context:
        yield mount(blank_page(context), content())


@pytest.fixture
def page(opened: Page, imported: EventSet) -> Page:
    """One page for all these tests, with a set and everything shown."""
    opened.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    opened.evaluate("view.store.set(CorridorAtlas.emptyState(view.atlas))")
    load(opened, imported)
    opened.mouse.move(1, 1)
    return opened


def track(page: Page) -> Any:
    return page.locator(".atlas-lane-imported [role=slider]")


def days_of(imported: EventSet) -> list[date]:
    """Return the days that events of a set are known from, those of undated ones left out."""
    columns = zip(imported.hull_first.tolist(), imported.hull_last.tolist(), strict=True)
    known = [first if first > -(2**31) else last for first, last in columns]
    return [date(1970, 1, 1) + timedelta(days=day) for day in known if day < 2**31 - 1]


def test_the_slider_says_how_many_have_come_by_its_day(page: Page, imported: EventSet) -> None:
    known = sorted(days_of(imported))
    days = sorted(set(known))
    undated = len(imported) - len(known)
    slider = track(page)
    slider.press("Home")
    text = f"{undated} of {len(imported)} events before {days[0].day} May 2017, {undated} of them"
    expect(slider).to_have_attribute("aria-valuetext", f"{text} undated")
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    assert page.evaluate(UNTIL) == days[1].isoformat()
    come = undated + sum(day <= days[1] for day in known)
    said = f"{come} of {len(imported)} events up to {days[1].day} May 2017, {undated} of them"
    expect(slider).to_have_attribute("aria-valuetext", f"{said} undated")
    expect(slider).to_have_attribute("aria-valuenow", "2")
    label = page.locator(".atlas-lane-imported .atlas-lane-label")
    expect(label).to_contain_text(f"{come} of {len(imported)} up to {days[1].day} May 2017")
    expect(label).to_contain_text(f"{undated} undated")
    handle = page.locator(".atlas-lane-imported .atlas-lane-handle-day")
    expect(handle).to_have_text(f"{days[1].day} May 2017")
    slider.press("End")
    expect(handle).to_have_text(re.compile(r" 20\d\d, all$"))
    assert page.evaluate(UNTIL) is None
    slider.press("ArrowLeft")
    assert page.evaluate(UNTIL) == days[-2].isoformat()


def test_by_day_of_report_the_slider_stops_at_days_of_report(
    page: Page, imported: EventSet
) -> None:
    known = sorted({day for day in imported.reported.tolist() if day > -(2**31)})
    undated = imported.reported.tolist().count(-(2**31))
    slider = track(page)
    page.evaluate("view.store.set({ day_of: 'reported' })")
    expect(slider).to_have_attribute("aria-valuemax", str(len(known)))
    expect(page.locator(".atlas-lane-undated")).to_have_text(f"{undated} undated")
    slider.press("Home")
    slider.press("ArrowRight")
    assert page.evaluate(UNTIL) == str(date(1970, 1, 1) + timedelta(days=known[0]))


def test_a_page_is_a_bar_and_play_takes_every_bar(page: Page, imported: EventSet) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    expect(page.locator(".atlas-time.atlas-is-narrow")).to_be_visible()
    steps = page.evaluate("CorridorAtlas.importedSteps(view)")
    assert 2 < len(steps) < len(set(days_of(imported)))
    assert steps[-1]["imported_until"] is None
    slider = track(page)
    slider.press("Home")
    stood = []
    for _ in steps:
        slider.press("PageUp")
        stood.append(page.evaluate(UNTIL))
    assert stood == [step["imported_until"] for step in steps]
    slider.press("PageDown")
    assert page.evaluate(UNTIL) == stood[-2]


def test_a_finger_on_a_day_brings_that_day(page: Page, imported: EventSet) -> None:
    days = [day.isoformat() for day in sorted(set(days_of(imported)))]
    tap = f"(day) => ({TAP})([track, {LANE}.clientX(CorridorAtlas.dayNumber(day))])"
    script = f"const tap = {tap}; tap(day); return {UNTIL};"
    asked = f"(track, days) => days.map((day) => {{ {script} }})"
    assert track(page).evaluate(asked, days) == [*days[:-1], None]


def test_a_step_moves_the_veil_and_a_filter_the_bars(page: Page) -> None:
    sides = page.locator(".atlas-lane-imported .atlas-bars-side")
    expect(sides).to_have_count(6)
    page.evaluate("""() => {
      globalThis.redrawn = 0;
      new MutationObserver((all) => { redrawn += all.length; }).observe(
        document.querySelector(".atlas-lane-imported svg"),
        { subtree: true, childList: true, attributeFilter: ["d"] });
    }""")
    veil = page.locator(".atlas-lane-imported .atlas-bars-veil").last
    width = "(veil) => veil.width.baseVal.value"
    assert veil.evaluate(width) == 0
    track(page).press("PageDown")
    # The map goes first; the lane follows in the frame after.
    veiled = "() => document.querySelectorAll('.atlas-bars-veil')[1].width.baseVal.value > 0"
    page.wait_for_function(veiled)
    by_handle = veil.evaluate(width)
    page.evaluate("view.store.set({ first_day: '2017-05-10', last_day: '2017-05-20' })")
    assert veil.evaluate(width) > by_handle > 0
    assert page.evaluate("redrawn") == 0
    page.evaluate("view.store.set({ sides: ['iran-aligned'] })")
    assert page.evaluate("redrawn") > 0
    drawn = sides.evaluate_all(
        "(all) => all.filter((one) => one.getAttribute('d')).map((one) => one.dataset.side)"
    )
    assert drawn == ["iran-aligned"]


def test_a_step_of_the_lane_waits_for_the_map_and_with_more_than_a_step_all_is_drawn(
    page: Page,
) -> None:
    seen = """[document.querySelectorAll(".atlas-bars-veil")[1].width.baseVal.value,
      document.querySelector(".atlas-window-thumb.atlas-window-first").getAttribute("aria-valuenow")]"""
    stepped, moved = page.evaluate(f"""() => {{
      const before = {seen};
      view.store.set({{ imported_until: "2017-05-25" }});
      const stepped = {seen};
      view.store.set({{ imported_until: "2017-05-12", first_day: "2017-05-10" }});
      return [stepped.map((one, at) => one === before[at]),
        {seen}.map((one, at) => one === before[at])];
    }}""")
    assert stepped == [True, True]
    assert moved == [False, False]


def test_the_bars_count_every_dated_event_once(page: Page, imported: EventSet) -> None:
    slider = track(page)
    bounds = slider.bounding_box()
    texts = set()
    for x in page.evaluate(
        f"CorridorAtlas.importedSteps(view).map(({{ day }}) => {LANE}.clientX(day))"
    ):
        page.mouse.move(x, bounds["y"] + 5)
        texts.add(page.locator(".atlas-time-tip").inner_text())
    numbers = [re.match(r".* \d{4}: (\d+) events?\. ", text) for text in texts]
    counts = [int(found[1]) for found in numbers if found]
    assert sum(counts) == len(days_of(imported))
    assert all(text.endswith(f"Tallest bar: {max(counts)}.") for text in texts)
    expect(page.locator(".atlas-lane-imported .atlas-bars-tick")).to_have_text(str(max(counts)))


def test_the_lane_comes_and_goes_and_leaves_the_others_alone(
    page: Page, imported: EventSet
) -> None:
    other = page.locator(".atlas-lane[data-article] [role=slider]").nth(1)
    other.press("Home")
    other.press("ArrowRight")
    page.evaluate("view.points.load(null)")
    expect(page.locator(".atlas-lane-imported")).to_have_count(0)
    assert page.evaluate(f"[{LANE}, CorridorAtlas.importedSteps(view)]") == [None, []]
    load(page, imported)
    expect(page.locator(".atlas-lane-imported bdi")).to_have_text(imported.label)
    expect(other).to_be_focused()
    expect(other).to_have_attribute("aria-valuenow", "1")


def test_space_plays_the_lane_and_a_switch_dims_it(page: Page) -> None:
    slider = track(page)
    slider.press("Home")
    slider.press(" ")
    assert page.evaluate("view.store.state.playing") == "imported"
    first = page.evaluate("CorridorAtlas.importedSteps(view)[0].imported_until")
    assert page.evaluate(UNTIL) == first
    page.get_by_role("button", name="Pause imported events").click()
    assert page.evaluate("view.store.state.playing") is False
    page.evaluate("view.store.set({ layers: [] })")
    expect(page.locator(".atlas-lane-imported.atlas-is-off")).to_have_count(1)
    expect(slider).to_have_attribute("aria-valuetext", re.compile("^0 of 900 .*switched off"))


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_beside_a_set_the_articles_keep_their_dots(page: Page, size: Any) -> None:
    page.set_viewport_size(size)
    stops = page.evaluate("view.atlas.articles.reduce((sum, { stops }) => sum + stops.length, 0)")
    expect(page.locator(".atlas-lane[data-article] .atlas-mark")).to_have_count(stops)
    expect(page.locator(".atlas-lane[data-article] .atlas-bars")).to_have_count(0)


def test_a_set_without_days_is_counted_and_stands_still(page: Page) -> None:
    undated = read_event_set(b"event_id,title\na,A\nb,B\n", "undated.csv", load_dataset())
    load(page, undated)
    slider = track(page)
    for key in ("ArrowLeft", "Home", "PageUp", " "):
        slider.press(key)
    assert page.evaluate(UNTIL) is None
    expect(slider).to_have_attribute("aria-valuetext", "2 of 2 events, 2 of them undated")
    expect(slider).to_have_attribute("aria-valuemax", "0")
