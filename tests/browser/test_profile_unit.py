"""The profile of a course in its card: where marks stand, its names, keys, both together."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import load_dataset
from geo.sentences.compare import comparison_row, course_rows
from geo.sentences.distance import distance_text
from geo.sentences.event_sentences import marked_place
from tests.browser.parts import blank_page, content, mount

WHOLE = load_dataset()
COURSES = comparison_row(WHOLE) or {}
MARK = ".atlas-profile-mark"
PLACES = """(all) => all.map((one) => ({ event: one.dataset.event, words: one.ariaLabel,
  x: parseFloat(one.style.left) + 8, y: parseFloat(one.style.top) + 8 }))"""
STOPS = "(all) => all.map((one) => one.cx.baseVal.value)"
NAMES = """(all) => all.filter((one) => one.getBBox().y > 60).map((one) => [one.textContent,
  one.getBBox().x, one.getBBox().x + one.getBBox().width, one.getBBox().y])"""


@pytest.fixture(params=[1440, 390], ids=["desktop", "phone"])
def mounted(new_context: Callable[..., Any], request: pytest.FixtureRequest) -> Page:
    """Timeline and card of the committed data."""
    context = new_context(viewport={"width": request.param, "height": 844})[0]
    return mount(blank_page(context), content())


def show(page: Page, kind: str, thing: str, near_km: int) -> Page:
    about = {"kind": kind, "id": thing}
    page.evaluate("(about) => view.store.set({ about, event: null })", about)
    page.get_by_label("Within km").fill(str(near_km))
    return page


@pytest.mark.parametrize("stated_only", [False, True])
@pytest.mark.parametrize("near_km", [60, 120, 500])
@pytest.mark.parametrize("course", ["original", "shifted"])
def test_marks_stand_where_the_course_was_measured(
    mounted: Page, course: str, near_km: int, stated_only: bool
) -> None:
    row = COURSES[course]
    mounted.evaluate("(stated_only) => view.store.set({ stated_only })", stated_only)
    show(mounted, "route", row["route"], near_km)
    rows = {e: course_rows(WHOLE, e, stated_only).get(row["route"]) for e in WHOLE.event_rows}
    near = {event: at for event, at in rows.items() if at and at[0] <= near_km}
    marks = mounted.eval_on_selector_all(MARK, PLACES)
    assert sorted(one["event"] for one in marks) == sorted(near)
    stops = mounted.eval_on_selector_all(".atlas-profile-stop", STOPS)
    kms = [km for _, km in row["waypoints"]]
    px_per_km = (stops[-1] - stops[0]) / kms[-1]
    assert stops == pytest.approx([stops[0] + km * px_per_km for km in kms], abs=0.1)
    for one in marks:
        far_km, along_km = near[one["event"]]
        assert one["x"] == pytest.approx(stops[0] + along_km * px_per_km, abs=0.1)
        event = WHOLE.event_rows[one["event"]]
        assert event.title in one["words"]
        place = marked_place(WHOLE, event, stated_only)
        assert place
        for km, where in ((far_km, "away"), (along_km, "along")):
            assert f"{distance_text(km, place.area_km)} {where}" in one["words"]
    days = [WHOLE.event_rows[one["event"]].first_day for one in sorted(marks, key=lambda m: m["y"])]
    if not stated_only:
        dated = [day for day in days if day]
        assert dated == sorted(dated)
    for one, other in pairwise(sorted(marks, key=lambda mark: (mark["x"], mark["y"]))):
        apart = max(abs(one["x"] - other["x"]), abs(one["y"] - other["y"]))
        assert apart > 4, (one, other)


def test_names_of_waypoints_do_not_meet_and_the_ends_and_sites_are_there(mounted: Page) -> None:
    show(mounted, "route", "corridor-shifted", 50)
    names = mounted.eval_on_selector_all(".atlas-profile-text", NAMES)
    assert {"Tehran", "Southern Lebanon", "Mayadeen", "Deir ez-Zor"} <= {name for name, *_ in names}
    for number, (_, left, right, y) in enumerate(names):
        for _, other_left, other_right, other_y in names[:number]:
            assert abs(y - other_y) > 8 or right <= other_left or other_right <= left
    width = "(one) => one.scrollWidth <= one.clientWidth"
    assert mounted.locator(".atlas-card-body").evaluate(width)


def test_the_profile_follows_a_filter_at_once_and_tells_what_is_only_possible(
    mounted: Page,
) -> None:
    show(mounted, "route", "corridor-shifted", 120)
    before = mounted.locator(MARK).count()
    now = mounted.evaluate("""() => {
      view.store.set({ sides: ["us-coalition"] });
      return document.querySelectorAll(".atlas-profile-mark").length;
    }""")
    assert 0 < now < before
    mounted.evaluate("view.store.set({ sides: null, last_day: '2017-05-20' })")
    hollow = mounted.locator(f"{MARK}:has(.atlas-profile-plate.atlas-profile-hollow)")
    expect(hollow.first).to_have_attribute(
        "aria-label", re.compile("possibly outside the days chosen")
    )
    possible = mounted.evaluate("""[...document.querySelectorAll(".atlas-profile-mark")]
      .filter((one) => view.store.shown.get(one.dataset.event) === "possible").length""")
    expect(hollow).to_have_count(possible)


def test_the_way_is_drawn_from_its_first_waypoint_to_its_last(mounted: Page) -> None:
    mounted.evaluate("view.store.set({ about: { kind: 'shift', id: 'corridor-shift' } })")
    ways = mounted.locator(".atlas-profile-way").evaluate_all(
        "(all) => all.map((one) => [one.getBBox().x, one.getBBox().x + one.getBBox().width])"
    )
    stops = mounted.locator(".atlas-profiles > *").evaluate_all(
        "(all) => all.map((one) => [...one.querySelectorAll('.atlas-profile-stop')]"
        ".map((stop) => stop.cx.baseVal.value)).filter((found) => found.length)"
    )
    assert len(stops) == 2
    for way, places in zip(ways, stops, strict=True):
        assert way == pytest.approx([min(places), max(places)], abs=0.1)


def test_the_focus_stays_on_its_event_when_the_profile_is_drawn_anew(mounted: Page) -> None:
    show(mounted, "route", "corridor-shifted", 120)
    marks = mounted.locator(MARK)
    count = marks.count()
    event = marks.nth(1).get_attribute("data-event")
    mark = mounted.locator(f'{MARK}[data-event="{event}"]').first
    mark.focus()
    mounted.evaluate("(id) => view.store.set({ types: [view.atlas.event[id].type] })", event)
    expect(mark).to_be_focused()
    assert 0 < marks.count() < count


def test_marks_are_one_stop_and_enter_opens_the_event(mounted: Page) -> None:
    show(mounted, "route", "corridor-shifted", 50)
    marks = mounted.locator(MARK)
    expect(mounted.locator(f'{MARK}[tabindex="0"]')).to_have_count(1)
    marks.first.focus()
    mounted.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    words = marks.nth(1).get_attribute("aria-label") or ""
    expect(mounted.locator(".atlas-profile-tip")).to_have_text(words)
    expect(mounted.locator(f'{MARK}[tabindex="0"]')).to_have_count(1)
    mounted.keyboard.press("End")
    expect(marks.last).to_be_focused()
    event = marks.last.get_attribute("data-event")
    mounted.keyboard.press("Enter")
    assert mounted.evaluate("view.store.state.event") == event
    expect(mounted.locator(".atlas-card-title")).to_be_focused()


def test_both_courses_stand_under_each_other_on_the_same_days_and_kilometres(
    mounted: Page,
) -> None:
    show(mounted, "shift", "corridor-shift", 120)
    profiles = mounted.locator(".atlas-profile")
    expect(profiles).to_have_count(2)
    years = [one.locator(".atlas-profile-year") for one in profiles.all()]
    texts = [year.all_text_contents() for year in years]
    assert texts[0] == texts[1] == ["2017", "2021"]
    height = "(all) => all.map((one) => one.getAttribute('y'))"
    assert years[0].evaluate_all(height) == years[1].evaluate_all(height)
    places = [one.locator(MARK).evaluate_all(PLACES) for one in profiles.all()]
    both = {one["event"] for one in places[0]} & {one["event"] for one in places[1]}
    assert "hashd-march-2017-05" in both
    px_per_km = []
    for name, one in zip(("original", "shifted"), profiles.all(), strict=True):
        stops = one.locator(".atlas-profile-stop").evaluate_all(STOPS)
        px_per_km.append((stops[-1] - stops[0]) / COURSES[name]["waypoints"][-1][1])
    assert px_per_km[0] == pytest.approx(px_per_km[1], rel=1e-3)
    expect(mounted.locator(f'{MARK}[tabindex="0"]')).to_have_count(2)
