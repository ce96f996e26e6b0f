"""Marks, words and lines of the drawing: where they stand, what gathers them, who reaches them."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import Dataset, load_dataset
from geo.model.time_order import in_time_order
from tests.browser.drawing import BOXES, mount, pins, state

STRIKES = ("strike-2017-05-18", "strike-2021-02-25", "erbil-attack-2021-02-15")
REACH_PX = 44
FIRST = "void view.map.fitBounds([[32.3, 34.6], [37.2, 51.9]], { animate: false })"
SITES = ("al-tanf", "albu-kamal", "deir-ez-zor", "mayadin")
SHIFT = ".atlas-shift-label"
SLOTS = """(all) => Object.fromEntries(all.map((one) =>
  [one.dataset.event || one.dataset.place, one.style.transform]))"""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load_dataset()


@pytest.fixture
def mounted(new_context: Callable[..., Any], dataset: Dataset) -> Page:
    """The first view at 1440."""
    context, _ = new_context()
    page = mount(context, dataset)
    page.evaluate(FIRST)
    return page


def layers_without(page: Page, layer_id: str) -> list[str]:
    on = page.evaluate("() => view.atlas.layers.filter((x) => x.on).map((x) => x.id)")
    return [one for one in on if one != layer_id]


@pytest.mark.parametrize(
    ("look", "signs"),
    [
        ({}, []),
        ({"standing": "reported", "backing": "one-voice", "voices": 1}, []),
        ({"standing": "claimed"}, ["?"]),
        ({"standing": "disputed"}, ["\N{NOT EQUAL TO}"]),
        ({"planned": True}, [""]),
        ({"backing": "several-voices", "voices": 3}, ["3"]),
        ({"backing": "several-voices", "voices": 12}, ["12"]),
        ({"backing": "parties-only", "voices": 2}, [""]),
        (
            {"standing": "disputed", "planned": True, "backing": "parties-only"},
            ["\N{NOT EQUAL TO}", "", ""],
        ),
    ],
    ids=str,
)
def test_a_corner_has_a_badge_where_there_is_something_to_say(
    mounted: Page, look: dict[str, Any], signs: list[str]
) -> None:
    found = mounted.evaluate(
        """(look) => {
        const icon = CorridorAtlas.pinIcon({ side: view.atlas.sides[0], ...look }, 24);
        return [...icon.querySelectorAll(".atlas-pin-badge")]
          .map((one) => [one.textContent, one.querySelectorAll("path").length]); }""",
        look,
    )
    assert [text for text, _ in found] == signs
    assert all(bool(text) is not bool(paths) for text, paths in found)


def test_a_hollow_pin_is_paper_within_the_colour_of_its_side(mounted: Page) -> None:
    full, hollow = mounted.evaluate(
        """() => [false, true].map((hollow) => { const side = view.atlas.sides[0];
        const plate = CorridorAtlas.pinIcon({ side, hollow }, 24).querySelector(".atlas-pin-plate");
        return ["fill", "stroke"].map((name) => plate.getAttribute(name) === side.color); })"""
    )
    assert (full, hollow) == ([True, False], [False, True])


def test_the_ring_is_as_wide_as_what_is_stated(mounted: Page) -> None:
    ask = "([event, stated]) => CorridorAtlas.ringRadius_km(event, { stated_only: stated })"
    both = {"uncertainty_km": 5, "stated_uncertainty_km": 40}
    assert mounted.evaluate(ask, [both, False]) == 5
    assert mounted.evaluate(ask, [both, True]) == 40
    assert mounted.evaluate(ask, [{"uncertainty_km": 5}, True]) == 5
    assert mounted.evaluate(ask, [both | {"stated_uncertainty_km": None}, True]) is None


def test_whoever_points_at_a_mark_sees_how_unsure_it_is(mounted: Page) -> None:
    ring = mounted.locator(".atlas-ring")
    pin = mounted.locator(".atlas-pin[data-event=strike-2021-02-25]")
    expect(ring).to_have_count(0)
    pin.hover()
    expect(ring).to_have_count(1)
    mounted.mouse.move(2, 2)
    expect(ring).to_have_count(0)
    pin.focus()
    expect(ring).to_have_count(1)
    pin.blur()
    expect(ring).to_have_count(0)


def test_whatever_the_tab_key_stops_at_has_a_name(mounted: Page) -> None:
    stops = mounted.eval_on_selector_all(
        ".atlas-map [tabindex='0']:not(.leaflet-control *)",
        "(all) => all.filter((one) => one.checkVisibility()).map((one) => ({"
        "role: one.getAttribute('role'), name: one.getAttribute('aria-label'),"
        "kind: one.getAttribute('class') }))",
    )
    assert [one for one in stops if not one["name"] or one["role"] != "button"] == []
    kinds = " ".join(one["kind"] for one in stops)
    for absent in ("atlas-area", "atlas-waypoint", "atlas-dot", "atlas-strike-site"):
        assert absent not in kinds
    assert sum("atlas-site" in one["kind"] for one in stops) == len(SITES)
    assert sum("atlas-ribbon" in one["kind"] for one in stops) >= 2
    assert sum("atlas-pin" in one["kind"] or "atlas-badge" in one["kind"] for one in stops) == 1
    assert len(stops) < 25


def test_a_course_keeps_its_stop_when_only_the_articles_count(mounted: Page) -> None:
    for stated in (True, False):
        state(mounted, {"stated_only": stated})
        course = mounted.locator("path.atlas-ribbon[aria-label^='Corridor, shifted course']")
        expect(course.first).to_have_attribute("tabindex", "0")
    course.first.press("Enter")
    assert mounted.evaluate("() => view.store.state.about.kind") == "route"


def test_arrow_keys_go_from_mark_to_mark_in_time(mounted: Page, dataset: Dataset) -> None:
    focused = "document.activeElement.dataset.event || document.activeElement.dataset.place"
    mounted.locator(".atlas-pin[tabindex='0'], .atlas-badge[tabindex='0']").focus()
    mounted.keyboard.press("Home")
    seen = []
    while (stop := mounted.evaluate(focused)) not in seen:
        seen.append(stop)
        mounted.keyboard.press("ArrowRight")
    walked = [one for one in seen if one in dataset.event_rows]
    dated = in_time_order(dataset.event_rows[one] for one in walked)
    assert walked[: len(dated)] == list(dated)
    assert len(dated) > 10
    mounted.keyboard.press("ArrowLeft")
    assert mounted.evaluate(focused) == seen[-2 if stop == seen[-1] else -1]


def test_marks_stay_close_and_the_strikes_keep_a_pin(mounted: Page) -> None:
    shifts = mounted.eval_on_selector_all(
        ".atlas-pin, .atlas-badge",
        "(all) => all.map((one) => new DOMMatrix(one.style.transform))"
        ".map((by) => Math.hypot(by.e, by.f))",
    )
    assert len(shifts) > 25
    assert max(shifts) <= REACH_PX
    for event in STRIKES:
        pin = mounted.locator(f".atlas-pin[data-event={event}]")
        assert "atlas-gathered" not in str(pin.get_attribute("class"))


def test_nothing_jumps_as_time_moves(mounted: Page) -> None:
    before = mounted.eval_on_selector_all(".atlas-pin", SLOTS)
    state(mounted, {"last_day": "2017-05-31"})
    after = mounted.eval_on_selector_all(".atlas-pin", SLOTS)
    assert 5 < len(after) < len(before)
    assert {key: before[key] for key in after} == after


def test_a_badge_names_its_place_and_lists_its_events(mounted: Page) -> None:
    badge = mounted.locator(".atlas-badge[data-place=al-tanf]")
    count = int(badge.inner_text())
    expect(badge).to_have_attribute("aria-label", f"al-Tanf: {count} events")
    drawn = pins(mounted)
    badge.press("Enter")
    rows = mounted.locator(".atlas-gather button")
    expect(rows).to_have_count(count)
    expect(rows.first).to_be_focused()
    mounted.keyboard.press("Escape")
    expect(rows).to_have_count(0)
    expect(badge).to_be_focused()
    badge.click()
    chosen = str(rows.first.get_attribute("data-opens"))
    rows.first.click()
    assert mounted.evaluate("() => view.store.state.event") == chosen
    expect(rows).to_have_count(0)
    pin = mounted.locator(f".atlas-pin[data-event={chosen}]")
    assert "atlas-gathered" not in str(pin.get_attribute("class"))
    assert int(badge.inner_text()) == count - 1
    assert pins(mounted) == drawn


def test_a_mark_in_a_badge_still_opens(mounted: Page) -> None:
    pin = mounted.locator(".atlas-pin.atlas-gathered").first
    event = pin.get_attribute("data-event")
    pin.press("Enter")
    assert mounted.evaluate("() => view.store.state.event") == event
    expect(mounted.locator(f".atlas-pin[data-event={event}].atlas-open")).to_have_count(1)


def test_one_hover_text_at_a_time_and_none_when_a_card_opens(mounted: Page) -> None:
    tips = mounted.locator(".atlas-tip")
    first, second = (mounted.locator(f".atlas-pin[data-event={event}]") for event in STRIKES[:2])
    first.hover()
    second.hover()
    expect(tips).to_have_count(1)
    mounted.keyboard.press("Escape")
    expect(tips).to_have_count(0)
    first.hover()
    expect(tips).to_have_count(1)
    first.click()
    expect(tips).to_have_count(0)


def test_what_is_planned_is_thin_pale_and_open(mounted: Page) -> None:
    words = mounted.locator(".atlas-label-note:visible").all_inner_texts()
    assert {"planned", "forecast"} >= set(words) and "forecast" in words
    planned = mounted.eval_on_selector_all(
        ".atlas-head-open", "(all) => all.map((one) => one.getAttribute('fill'))"
    )
    assert planned and set(planned) == {"none"}
    state(mounted, {"layers": layers_without(mounted, "routes")})
    ask = """(all) => all.map((one) =>
      [one.getAttribute('stroke-opacity'), one.getAttribute('stroke-width')])"""
    trails = mounted.eval_on_selector_all(".atlas-trail:not(.atlas-trail-planned)", ask)
    pale = mounted.eval_on_selector_all(".atlas-trail-planned", ask)
    assert trails and pale
    assert max(float(width) for _, width in pale) < min(float(width) for _, width in trails)
    assert max(float(opacity) for opacity, _ in pale) < min(float(each) for each, _ in trails)


def test_the_words_of_the_shift_stay_without_what_we_measured(mounted: Page) -> None:
    label, more = mounted.locator(SHIFT), mounted.locator(".atlas-shift-more")
    expect(more).to_be_visible()
    state(mounted, {"stated_only": True})
    expect(label).to_be_visible()
    expect(label).to_contain_text("140 miles south, as reported")
    expect(more).to_be_hidden()
    expect(mounted.locator(".atlas-shift-arrow")).to_have_count(0)


@pytest.mark.parametrize("layer_id", ["corridor-original", "corridor-shifted", "corridor-shift"])
def test_the_shift_needs_both_courses(mounted: Page, layer_id: str) -> None:
    expect(mounted.locator(".atlas-shift-arrow")).to_have_count(1)
    state(mounted, {"layers": layers_without(mounted, layer_id)})
    expect(mounted.locator(".atlas-shift-arrow")).to_have_count(0)
    expect(mounted.locator(SHIFT)).to_be_hidden()
    # Nobody has done it: it stays, as both courses do, whoever is switched off.
    state(mounted, {"layers": None, "actors": []})
    expect(mounted.locator(".atlas-shift-arrow")).to_have_count(1)


@pytest.mark.parametrize("center", [[34.2, 39.6], [33.5, 36.2], [36.6, 43.0]])
@pytest.mark.parametrize("width", [1440, 390])
def test_no_name_is_cut_or_covered(mounted: Page, center: list[float], width: int) -> None:
    mounted.set_viewport_size({"width": width, "height": 844})
    mounted.evaluate("(at) => { view.map.invalidateSize(); view.map.setView(at, 6.5) }", center)
    left, top, right, bottom = mounted.locator(".atlas-map").evaluate_all(BOXES)[0]
    over = mounted.eval_on_selector_all(".leaflet-control", BOXES)
    names = mounted.eval_on_selector_all(f".atlas-label, {SHIFT}", BOXES)
    assert names
    for box in names:
        assert box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom
        for other in over:
            apart = box[2] <= other[0] or other[2] <= box[0]
            assert apart or box[3] <= other[1] or other[3] <= box[1]
    texts = mounted.locator(".atlas-label-country:visible").all_inner_texts()
    lower = {text.lower() for text in texts}
    assert ("israel" in lower) == ("palestine" in lower)


def test_a_name_of_a_site_or_course_opens_its_card(mounted: Page) -> None:
    mounted.locator(".atlas-label-site:visible", has_text="Deir ez-Zor").click()
    about = mounted.evaluate("() => view.store.state.about")
    assert about == {"kind": "place", "id": "deir-ez-zor"}
    mounted.locator(".atlas-label-course:visible").first.click()
    assert mounted.evaluate("() => view.store.state.about.kind") == "route"


@pytest.mark.parametrize("width", [1440, 390])
def test_the_key_lies_on_the_map_and_closes(mounted: Page, width: int) -> None:
    mounted.set_viewport_size({"width": width, "height": 844})
    mounted.add_style_tag(content=".atlas { height: 420px !important }")
    mounted.evaluate("() => void view.map.invalidateSize()")
    summary = mounted.locator(".atlas-key-summary")
    summary.click()
    for part in (summary, mounted.locator(".atlas-key-body")):
        box, around = part.bounding_box(), mounted.locator(".atlas-map").bounding_box()
        assert box and around
        assert box["y"] >= around["y"] and box["x"] >= around["x"]
        assert box["y"] + box["height"] <= around["y"] + around["height"]
        assert box["x"] + box["width"] <= around["x"] + around["width"]
    titles = mounted.locator(".atlas-key-title").all_inner_texts()
    assert {"On the map", "Timeline"} <= set(titles)
    mounted.keyboard.press("Escape")
    assert mounted.locator(".atlas-key").get_attribute("open") is None
    expect(summary).to_be_focused()
