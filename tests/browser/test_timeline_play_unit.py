"""Time as an instrument: steps, play and its speeds, the day that counts, a finger on the lanes."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import load_dataset
from geo.model.time_order import in_time_order
from tests.browser.parts import blank_page, content, mount

WHOLE = load_dataset()
ORDER = [
    event_id
    for event_id in in_time_order(WHOLE.event_rows.values())
    if any(event_id in stops for stops in WHOLE.stops_by_article.values())
]
CURRENT = "view.store.state.current"
# Clicks until the button says that it leads no further; gives back where each click led. What a
# step of the imported set changes is written in the frame after the map's.
ALL_THE_WAY = """async (name) => {
  const button = document.querySelector(name);
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const seen = [];
  let before = view.store.state.imported_until;
  while (button.getAttribute("aria-disabled") === "false" && seen.length < 500) {
    button.click();
    const { current, imported_until: until } = view.store.state;
    seen.push([current, until]);
    for (let frames = 0; until !== before && frames < 3; frames += 1) await frame();
    before = until;
  }
  return seen;
}"""
# A finger on the first lane at shares of its width; each phase is one pointer event.
FINGER = """(phases) => {
  const track = document.querySelector(".atlas-lane[data-article] .atlas-lane-track");
  const box = track.getBoundingClientRect();
  for (const [type, share] of phases) {
    track.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0,
      pointerType: "touch", clientX: box.left + share * box.width, clientY: box.top + 14 }));
  }
  return Number(track.getAttribute("aria-valuenow"));
}"""
SET = """(days) => {
  const A = CorridorAtlas;
  view.points.set = { count: 0, days: () => days.map(A.dayNumber), dayColumn: () => [],
    combinations: [], dated: null, lacks: () => [], allowed: () => [], dayOf: () => null };
  globalThis.standIns = { importedSteps: () => days.map((day, index) =>
    ({ day: A.dayNumber(day), imported_until: index + 1 < days.length ? day : null })) };
  const cursors = Object.fromEntries(view.atlas.articles.map(({ id }) => [id, 0]));
  view.store.set({ imported_until: "2000-01-01", cursors });
}"""
# Up to which days imported events show at those steps of a target that are no event's.
OWN_DAYS = """([target, patch]) => {
  const store = { ...view.store, state: { ...view.store.state, ...patch } };
  return CorridorAtlas.timeSteps({ ...view, store }).of(target)
    .filter(({ event }) => event === null).map(({ until }) => until);
}"""
# Of each lane: how far the middle of its marks is from its day, and the first and the last mark.
MIDDLES = """(all) => all.map((svg) => {
  const marks = [...svg.querySelectorAll(".atlas-mark circle:first-of-type")];
  const xs = marks.map((circle) => circle.cx.baseVal.value);
  const day = svg.querySelector(".atlas-lane-published").x1.baseVal.value;
  const middle = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  return [middle - day, Math.min(...xs), Math.max(...xs)];
})"""


@pytest.fixture
def mounted(new_context: Callable[..., Any]) -> Page:
    """Timeline and card of the committed data, at a desktop's width."""
    return mount(blank_page(new_context()[0]), content())


def lanes(page: Page) -> Any:
    return page.locator(".atlas-lane[data-article] .atlas-lane-track")


def test_steps_lead_through_all_events_in_the_order_of_time(mounted: Page) -> None:
    back, on = mounted.locator(".atlas-time-back"), mounted.locator(".atlas-time-on")
    expect(on).to_have_attribute("aria-disabled", "true")
    seen = [event for event, _ in mounted.evaluate(ALL_THE_WAY, ".atlas-time-back")]
    assert seen == ORDER[-2::-1]
    expect(back).to_have_attribute("aria-disabled", "true")
    assert back.evaluate("(button) => !button.disabled")
    assert mounted.evaluate("view.store.shown.has(view.store.state.current)")
    lanes(mounted).first.press(".")
    assert mounted.evaluate(CURRENT) == ORDER[1]
    mounted.keyboard.press(",")
    assert mounted.evaluate(CURRENT) == ORDER[0]
    seen = [event for event, _ in mounted.evaluate(ALL_THE_WAY, ".atlas-time-on")]
    assert seen == ORDER[1:]
    assert mounted.evaluate("view.store.state.cursors") == {}


def test_steps_pass_over_what_the_filters_leave_out_and_go_on_from_a_lane(mounted: Page) -> None:
    mounted.evaluate("view.store.set({ types: ['airstrike'] })")
    seen = [event for event, _ in mounted.evaluate(ALL_THE_WAY, ".atlas-time-back")]
    strikes = [one for one in ORDER if WHOLE.event_rows[one].type == "airstrike"]
    assert seen == strikes[-2::-1]
    mounted.evaluate("view.store.set({ types: null, cursors: {} })")
    lane = lanes(mounted).nth(1)
    lane.press("Home")
    lane.press("ArrowRight")
    moved_to = mounted.evaluate(CURRENT)
    lane.press(".")
    assert mounted.evaluate(CURRENT) == ORDER[ORDER.index(moved_to) + 1]


def test_play_keeps_its_beat_its_place_and_its_speed(mounted: Page) -> None:
    # What the page has put off by the true clock, the other could not call off.
    mounted.locator(".atlas[data-settled=yes]").wait_for()
    mounted.clock.install(time=0)
    mounted.clock.pause_at(1000)
    for number in range(lanes(mounted).count()):
        lanes(mounted).nth(number).press("Home")
    play, speed = mounted.locator(".atlas-time-play"), mounted.get_by_label("Speed")
    play.click()

    def stands_after(milliseconds: int) -> int:
        mounted.clock.run_for(milliseconds)
        return ORDER.index(mounted.evaluate(CURRENT))

    assert stands_after(0) == 0
    assert stands_after(1150) == 0
    assert stands_after(100) == 1
    speed.select_option("Fast")
    assert stands_after(1200) == 4
    # A timer that comes late, as in a hidden tab, costs its own step and no other.
    mounted.clock.fast_forward(60_000)
    assert stands_after(0) == 5
    assert stands_after(400) == 6
    speed.select_option("Slow")
    assert stands_after(2000) == 6
    assert stands_after(400) == 7
    # A filter changed while playing leaves the place and what is left to play.
    mounted.evaluate("view.store.set({ sides: ['us-coalition'] })")
    assert stands_after(2400) > 7
    assert mounted.evaluate("view.atlas.event[view.store.state.current].side") == "us-coalition"
    lanes(mounted).first.press("End")
    expect(play).to_have_text("Play all")
    mounted.evaluate("endAll(); CorridorAtlas.timeline(view, CorridorAtlas.timelineChart); 0")
    expect(mounted.get_by_label("Speed")).to_have_value("slow")


def test_days_of_an_imported_set_come_among_the_events(mounted: Page) -> None:
    days = ["2017-05-18", "2017-06-05", "2021-03-01"]
    mounted.evaluate(SET, days)
    assert mounted.evaluate(OWN_DAYS, ["imported", {}]) == [days[0], days[1], None]
    assert len(mounted.evaluate(OWN_DAYS, ["all", {}])) == len(days)
    assert mounted.evaluate(OWN_DAYS, [next(iter(WHOLE.articles)), {}]) == []
    for without in ({"stated_only": True}, {"layers": []}):
        assert mounted.evaluate(OWN_DAYS, ["all", without]) == []
    seen = mounted.evaluate(ALL_THE_WAY, ".atlas-time-on")
    assert len(seen) == len(ORDER) + len(days)
    assert seen[0][1] == "2017-05-17"
    assert seen[-1] == [ORDER[-1], None]
    assert list(dict.fromkeys(event for event, _ in seen)) == ORDER
    # The set's day comes first, then what happened on it.
    until_at = dict(reversed([(event, until) for event, until in seen]))
    for event, until in until_at.items():
        row = WHOLE.event_rows[event]
        come = [day for day in days if day <= str(row.first_day or row.last_day)]
        assert until == ["2017-05-17", *days[:-1], None][len(come)], event
    mounted.evaluate("view.store.set({ imported_until: '2017-06-05' })")
    mounted.get_by_role("button", name="Reset time").click()
    assert mounted.evaluate("view.store.state.imported_until") is None
    for status, said in {
        "idle": "50,123 of 100,000",
        "found": "50,123 of 100,000",
        "searching": "searching …",
        "failed": "could not be searched",
    }.items():
        text = mounted.evaluate(
            "(status) => CorridorAtlas.countText({ ...view, points: { set: {}, "
            "search: { status }, tally: { shown: 50123, total: 100000 } } })",
            status,
        )
        assert text.endswith(f" · Imported: {said}")


def test_by_reports_lanes_stand_at_their_day_and_play_follows_the_reports(mounted: Page) -> None:
    lanes(mounted).first.press("ArrowLeft")
    cursors = mounted.evaluate("view.store.state.cursors")
    meaning = mounted.get_by_text("An article's events stand at its day of publication.")
    expect(meaning).to_be_hidden()
    before = mounted.evaluate("view.panes.timeline.offsetHeight")
    mounted.locator(".atlas-day-of-choice").nth(1).click()
    expect(meaning).to_be_visible()
    assert mounted.evaluate("view.panes.timeline.offsetHeight") == before
    assert mounted.evaluate("view.store.state.day_of") == "reported"
    assert mounted.evaluate("view.store.state.cursors") == cursors
    drawn = mounted.locator(".atlas-lane[data-article] .atlas-lane-drawing")
    middles = drawn.evaluate_all(MIDDLES)
    assert len(middles) == len(WHOLE.articles)
    assert all(abs(off) < 30 for off, _, _ in middles)
    assert all(one[2] < other[1] for one, other in pairwise(middles))
    assert mounted.locator(".atlas-mark path, .atlas-mark-tail").count() == 0
    expect(mounted.locator(".atlas-time-count")).to_contain_text("of 94 events by day of report")
    expect(mounted.get_by_role("slider", name="First day of reports shown")).to_have_count(1)
    said = lanes(mounted).first.get_attribute("aria-valuetext")
    assert "reported 18 May 2017" in said
    mounted.evaluate("view.store.set({ cursors: {}, current: null })")
    seen = [event for event, _ in mounted.evaluate(ALL_THE_WAY, ".atlas-time-back")]
    told = sorted(WHOLE.articles.values(), key=lambda row: row.published_on)
    whole = [event for row in told for event in WHOLE.stops_by_article[row.article_id]]
    assert seen == whole[-2::-1]
    mounted.evaluate("view.store.set({ first_day: '2017-05-31', last_day: '2017-05-31' })")
    assert mounted.evaluate("[...new Set(view.store.shown.values())]") == []
    mounted.evaluate("view.store.set({ cursors: {} })")
    assert mounted.evaluate("[...new Set(view.store.shown.values())]") == ["certain"]
    expect(mounted.locator(".atlas-time-count")).to_contain_text("events reported in these days")


def test_a_finger_that_scrolls_moves_nothing_and_one_that_taps_or_slides_does(
    mounted: Page,
) -> None:
    whole = mounted.evaluate(FINGER, [])
    down, up = ["pointerdown", 0.3], ["pointerup", 0.3]
    assert mounted.evaluate(FINGER, [down, ["pointercancel", 0.3]]) == whole
    tapped = mounted.evaluate(FINGER, [down, up])
    assert 0 < tapped < whole
    slid = mounted.evaluate(FINGER, [down, ["pointermove", 0.4]])
    assert tapped < slid
    assert mounted.evaluate(FINGER, [["pointerup", 0.4]]) == slid


def test_on_a_phone_every_control_has_a_name_and_room_for_a_finger(
    new_context: Callable[..., Any],
) -> None:
    page = blank_page(new_context(viewport={"width": 390, "height": 844})[0])
    mount(page, content())
    page.locator(".atlas-time-back").click()
    controls = page.locator(".atlas-time :is(button, select, [role=slider], .atlas-day-of-text)")
    boxes = [one.bounding_box() for one in controls.filter(visible=True).all()]
    assert len(boxes) > 18
    assert all(box and box["width"] >= 24 and box["height"] >= 24 for box in boxes)
    nameless = """(all) => all.filter((one) => !one.getAttribute("aria-label") &&
      !one.textContent.trim() && !one.closest("label")).length"""
    asked = page.locator(".atlas-time :is(button, select, input, [role=slider])")
    assert asked.evaluate_all(nameless) == 0
    page.evaluate("view.store.set({ first_day: '2017-05-20', last_day: '2017-06-05' })")
    count = page.locator(".atlas-time-count").bounding_box()
    assert count and count["height"] <= 33
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_step_adds_no_element_to_the_timeline(mounted: Page) -> None:
    elements, changes = mounted.evaluate(
        """() => {
          const watch = new MutationObserver(() => {});
          watch.observe(view.panes.timeline, { childList: true, subtree: true, attributes: true });
          const back = document.querySelector(".atlas-time-back");
          for (let step = 0; step < 2; step += 1) back.click();
          const records = watch.takeRecords();
          const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
          return [added.filter(({ nodeType }) => nodeType === 1).length, records.length];
        }"""
    )
    assert elements == 0
    assert 0 < changes < 60


@pytest.mark.parametrize(("reached", "opened"), [(2, 5), (3, 3), (6, 2)])
def test_the_slider_comes_along_when_the_card_steps_ahead_and_stays_otherwise(
    mounted: Page, reached: int, opened: int
) -> None:
    lane = mounted.evaluate(
        """([reached, opened]) => {
          const { atlas, store } = view;
          const article = atlas.articles.find(({ id, stops }) => stops.length > 7 &&
            [opened, opened + 1].every((stop) => atlas.event[stops[stop - 1]].articles[0] === id));
          const event = article.stops[opened - 1];
          store.set({ cursors: { [article.id]: reached }, current: event, event });
          return article.id;
        }""",
        [reached, opened],
    )
    slider = mounted.locator(f".atlas-lane[data-article='{lane}'] [role=slider]")
    expect(slider).to_have_attribute("aria-valuenow", str(reached))
    mounted.get_by_role("button", name="Next ›").click()
    expect(mounted.locator(".atlas-card-at")).to_contain_text(f"{opened + 1} of ")
    expect(slider).to_have_attribute("aria-valuenow", str(max(reached, opened + 1)))
