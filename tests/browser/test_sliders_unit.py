"""A slider looks like one: track, handle, day; and the word on the first visit."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from geo.dataset import load_dataset
from tests.browser.conftest import DESKTOP
from tests.browser.parts import blank_page, content, mount

WHOLE = load_dataset()
SIZES = [DESKTOP, {"width": 1024, "height": 768}, {"width": 390, "height": 844}]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
HINT = ".atlas-slider-hint"
# For each lane and each of its stops: what is written, and how far each box lies within the lane's.
ALL_STOPS = """() => [...document.querySelectorAll(".atlas-lane[data-article]")].map((lane) => {
  const article = view.atlas.article[lane.dataset.article];
  const track = lane.querySelector(".atlas-lane-track").getBoundingClientRect();
  const [day, knob, paper] = ["handle-day", "knob", "handle-paper"]
    .map((name) => lane.querySelector(`.atlas-lane-${name}`));
  return [article.id, Array.from({ length: article.stops.length + 1 }, (_, stop) => {
    view.store.set({ cursors: { [article.id]: stop } });
    const [words, round, ground] = [day, knob, paper].map((one) => one.getBoundingClientRect());
    return { text: day.textContent, shift: round.left + round.width / 2 - track.left,
      inside: Math.min(words.left - track.left, track.right - words.right,
        words.top - track.top, track.bottom - words.bottom),
      level: Math.abs(words.top + words.bottom - round.top - round.bottom) / 2,
      apart: Math.max(words.left - round.right, round.left - words.right),
      papered: Math.min(words.left - ground.left, ground.right - words.right) };
  })];
})"""
# The window's two days at pairs of days all along the axis: gap between them, and room at the ends.
ALL_WINDOWS = """() => {
  const axis = document.querySelector(".atlas-window");
  const [first, last] = axis.querySelectorAll(".atlas-window-day");
  const [low, high] = [...axis.querySelectorAll("[role=slider]")]
    .map((one) => Number(one.getAttribute("aria-valuenow")));
  const days = [];
  for (const span of [[low, low + 40], [17250, 17340], [18630, high]]) {
    for (let day = span[0]; day <= span[1]; day += 5) days.push(day);
  }
  const box = axis.getBoundingClientRect();
  return days.flatMap((from, index) => days.slice(index).map((to) => {
    view.store.set({ first_day: CorridorAtlas.isoDay(from), last_day: CorridorAtlas.isoDay(to) });
    const [a, b] = [first, last].map((one) => one.getBoundingClientRect());
    const shown = last.textContent ? [a, b] : [a];
    return { from, to, texts: [first.textContent, last.textContent],
      gap: last.textContent ? b.left - a.right : null,
      inside: Math.min(...shown.flatMap((one) =>
        [one.left - box.left, box.right - one.right, box.bottom - one.bottom])) };
  }));
}"""
# The word of the first visit at each stop of its lane: how far it is from handle and day, and on
# which side of them it stands.
WORD_AT_STOPS = """(hint) => {
  const lane = hint.closest(".atlas-lane");
  const { id, stops } = view.atlas.article[lane.dataset.article];
  return Array.from({ length: stops.length + 1 }, (_, stop) => {
    view.store.set({ cursors: { [id]: stop } });
    const box = hint.getBoundingClientRect();
    const held = [...lane.querySelectorAll(".atlas-lane-handle-day, .atlas-lane-knob")]
      .map((one) => one.getBoundingClientRect());
    const [left, right] = [box.left - Math.max(...held.map((one) => one.right)),
      Math.min(...held.map((one) => one.left)) - box.right];
    return [Math.max(left, right), left > right ? "right" : "left"];
  });
}"""
TOPS = """() => [...document.querySelectorAll(".atlas-lane, .atlas-window")]
  .map((one) => one.getBoundingClientRect().top)"""


@pytest.fixture
def open_at(new_context: Callable[..., Any]) -> Callable[..., Page]:
    """Timeline and card of the committed data, at a size."""

    def opened(size: dict[str, int], **options: Any) -> Page:
        return mount(blank_page(new_context(viewport=size, **options)[0]), content())

    return opened


def written(day: date, *, is_short: bool) -> str:
    year = str(day.year)[-2:] if is_short else str(day.year)
    return f"{day.day} {MONTHS[day.month - 1]} {year}"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_the_handle_carries_its_day_at_every_stop(
    open_at: Callable[..., Page], size: dict[str, int]
) -> None:
    lanes = open_at(size).evaluate(ALL_STOPS)
    assert len(lanes) == len(WHOLE.articles)
    for article_id, stops in lanes:
        assert all(one["inside"] >= 0 for one in stops), article_id
        assert all(one["apart"] >= 2 for one in stops), article_id
        assert all(one["level"] <= 2 for one in stops), article_id
        assert all(one["papered"] >= 0 for one in stops), article_id
        assert stops[0]["text"].startswith("before ")
        assert stops[-1]["text"].endswith(", all")
        for event_id, stop in zip(WHOLE.stops_by_article[article_id], stops[1:], strict=True):
            days = WHOLE.event_rows[event_id]
            if days.first_day and days.first_day == days.last_day:
                said = written(
                    date.fromisoformat(str(days.first_day)), is_short=size["width"] < 640
                )
                assert stop["text"].removesuffix(", all") == said


@pytest.mark.parametrize("size", [SIZES[0], SIZES[2]], ids=lambda size: str(size["width"]))
def test_the_days_of_the_window_never_touch_and_stay_inside(
    open_at: Callable[..., Page], size: dict[str, int]
) -> None:
    windows = open_at(size).evaluate(ALL_WINDOWS)
    assert len(windows) > 300
    assert all(one["inside"] >= -0.5 for one in windows)
    assert all(one["gap"] is None or one["gap"] >= 6 for one in windows)
    assert {one["gap"] is None for one in windows} == {True, False}
    for one in windows:
        from_day, to_day = (
            written(date.fromordinal(date(1970, 1, 1).toordinal() + one[end]), is_short=short)
            for end, short in (("from", size["width"] < 640), ("to", size["width"] < 640))
        )
        joined = from_day if one["from"] == one["to"] else f"{from_day} – {to_day}"
        assert one["texts"] in ([from_day, to_day], [joined, ""])


def test_who_takes_the_handle_by_its_rim_moves_nothing_yet(open_at: Callable[..., Page]) -> None:
    page = open_at(DESKTOP)
    lane = page.locator(".atlas-lane[data-article]").first
    slider = lane.locator("[role=slider]")
    for _ in range(6):
        slider.press("ArrowLeft")
    reached = slider.get_attribute("aria-valuenow")
    knob = lane.locator(".atlas-lane-knob").bounding_box()
    assert knob and knob["width"] >= 16 and knob["height"] >= 16
    x, y = knob["x"] + knob["width"] / 2, knob["y"] + knob["height"] / 2
    for rim in (-7, 7):
        page.mouse.move(x + rim, y)
        page.mouse.down()
        assert slider.get_attribute("aria-valuenow") == reached
        page.mouse.up()
    page.mouse.move(x + 7, y)
    page.mouse.down()
    page.mouse.move(x - 193, y, steps=4)
    page.mouse.up()
    moved = lane.locator(".atlas-lane-knob").bounding_box()
    assert moved and moved["x"] < knob["x"] - 100


def test_a_finger_has_44_px_of_every_slider(open_at: Callable[..., Page]) -> None:
    page = open_at(SIZES[2], has_touch=True, is_mobile=True)
    asked = """(all) => all.map((one) => {
      const own = one.getBoundingClientRect();
      const more = parseFloat(getComputedStyle(one, "::before").top) || 0;
      return [own.width, own.height - Math.min(0, more)];
    })"""
    boxes = page.locator(".atlas-time [role=slider]").evaluate_all(asked)
    assert len(boxes) == 2 + len(WHOLE.articles)
    assert all(width >= 44 and height >= 44 for width, height in boxes)


def test_in_forced_colours_track_and_handle_are_the_systems(open_at: Callable[..., Page]) -> None:
    page = open_at(DESKTOP, forced_colors="active")
    lane = page.locator(".atlas-lane[data-article]").first
    look = "(one) => [getComputedStyle(one).fill, getComputedStyle(one).stroke]"
    background = "(one) => getComputedStyle(one).backgroundColor"
    paper = page.locator(".atlas-time").evaluate(background)
    fill, stroke = lane.locator(".atlas-lane-knob").evaluate(look)
    assert fill == paper != stroke
    assert lane.locator(".atlas-lane-rail").evaluate(look)[1] != paper
    assert page.locator(".atlas-window-bar").evaluate(background) != paper


def hint(page: Page) -> Locator:
    return page.locator(HINT)


def test_the_word_goes_with_the_first_use_and_moves_nothing(open_at: Callable[..., Page]) -> None:
    page = open_at(DESKTOP)
    expect(hint(page)).to_be_visible()
    expect(hint(page)).to_contain_text("Drag to move through this article’s events")
    free = """(hint) => {
      const box = hint.querySelector("span").getBoundingClientRect();
      const lane = hint.closest(".atlas-lane");
      return [...lane.querySelectorAll(".atlas-mark, .atlas-lane-handle-day, .atlas-lane-knob")]
        .map((one) => one.getBoundingClientRect())
        .every((one) => one.right <= box.left || one.left >= box.right ||
          one.bottom <= box.top + 2);
    }"""
    assert hint(page).evaluate(free)
    tops = page.evaluate(TOPS)
    # A story moves sliders as well; nobody has used one yet.
    page.evaluate("view.store.set({ first_day: '2017-05-18' })")
    page.evaluate("view.store.set({ first_day: null })")
    expect(hint(page)).to_be_visible()
    page.locator(".atlas-lane-track").nth(2).press("ArrowLeft")
    expect(hint(page)).to_have_count(0)
    assert page.evaluate(TOPS) == tops


def test_the_word_keeps_off_the_handle_and_its_day_on_either_side(
    new_context: Callable[..., Any],
) -> None:
    given = content()
    # The last article's handle ends at the lane's right edge, its day to the left of it.
    given["articles"].reverse()
    page = mount(blank_page(new_context(viewport=DESKTOP)[0]), given)
    found = hint(page).evaluate(WORD_AT_STOPS)
    assert all(apart_px >= 2 for apart_px, _ in found)
    assert {side for _, side in found} == {"left", "right"}


@pytest.mark.parametrize("key", ["Enter", "Escape"])
def test_the_word_is_closed_by_keyboard(open_at: Callable[..., Page], key: str) -> None:
    page = open_at(DESKTOP)
    close = page.get_by_role("button", name="Close this hint")
    box = close.bounding_box()
    assert box and box["width"] >= 24 and box["height"] >= 24
    close.press(key)
    expect(hint(page)).to_have_count(0)
    expect(page.locator(".atlas-lane-track").first).to_be_focused()


def test_the_word_is_neither_printed_nor_said_twice_on_a_phone(
    open_at: Callable[..., Page],
) -> None:
    page = open_at(DESKTOP)
    page.emulate_media(media="print")
    expect(hint(page)).to_be_hidden()
    page.emulate_media(media="screen")
    expect(hint(page)).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(hint(page)).to_be_hidden()
    expect(page.locator(".atlas-strip")).to_contain_text("Tap or drag a lane")


def test_on_paper_a_lane_has_its_marks_and_no_slider(open_at: Callable[..., Page]) -> None:
    page = open_at(DESKTOP)
    page.evaluate("view.root.classList.add('atlas-on-paper')")
    for part in ("knob", "rail", "filled", "handle-day"):
        expect(page.locator(f".atlas-lane-{part}").first).to_be_hidden()
    expect(page.locator(".atlas-mark-body").first).to_be_visible()
    track = page.locator(".atlas-lane-track").first.bounding_box()
    assert track and track["height"] == 25


def test_a_saved_page_remembers_that_a_slider_was_used(
    new_context: Callable[..., Any], whole: Path
) -> None:
    context, _ = new_context()
    page = context.new_page()
    page.goto(whole.as_uri())
    expect(hint(page)).to_be_visible()
    page.reload()
    expect(hint(page)).to_be_visible()
    page.locator(".atlas-lane-track").first.press("ArrowLeft")
    expect(hint(page)).to_have_count(0)
    page.reload()
    expect(page.locator(".atlas-lane-knob").first).to_be_visible()
    expect(hint(page)).to_have_count(0)


def test_within_another_page_there_is_no_word(new_context: Callable[..., Any], whole: Path) -> None:
    context, _ = new_context()
    page = context.new_page()
    page.goto(f"{whole.as_uri()}?embed=true")
    expect(page.locator(".atlas-lane-knob").first).to_be_visible()
    expect(hint(page)).to_have_count(0)


# Pressed at an end of five days: the two days that are shown then, whether the browser is kept from
# doing its own, and whether the rest of the map hears of the key.
PRESSED = """([end, key, modifier]) => {
  view.store.set({ first_day: "2017-05-20", last_day: "2017-05-24" });
  let isHeard = false;
  view.root.addEventListener("keydown", () => { isHeard = true; }, { once: true });
  const given = { key, bubbles: true, cancelable: true, [modifier]: true };
  const isLeft = document.querySelector(`.atlas-window-thumb.atlas-window-${end}`)
    .dispatchEvent(new KeyboardEvent("keydown", given));
  const { first_day: first, last_day: last } = view.store.state;
  return [[first, last].map((day) => day && day.slice(8)), !isLeft, isHeard];
}"""


def test_the_ends_of_the_window_take_their_keys_and_no_others(open_at: Callable[..., Page]) -> None:
    page = open_at(DESKTOP)
    for end, key, days in (
        *(("first", key, ["21", "24"]) for key in ("ArrowRight", "ArrowUp")),
        *(("first", key, ["19", "24"]) for key in ("ArrowLeft", "ArrowDown")),
        *(("last", key, ["20", "25"]) for key in ("ArrowRight", "ArrowUp")),
        *(("last", key, ["20", "23"]) for key in ("ArrowLeft", "ArrowDown")),
        *(("first", key, ["24", "24"]) for key in ("PageUp", "End")),
        ("first", "PageDown", ["13", "24"]),
        ("first", "Home", [None, "24"]),
        *(("last", key, ["20", "20"]) for key in ("PageDown", "Home")),
        ("last", "PageUp", ["20", "31"]),
        ("last", "End", ["20", None]),
    ):
        assert page.evaluate(PRESSED, [end, key, ""]) == [days, True, False], (end, key)
    for end in ("first", "last"):
        for key in ("Tab", "Enter", "Escape", " ", "e"):
            assert page.evaluate(PRESSED, [end, key, ""]) == [["20", "24"], False, True], key
        for modifier in ("altKey", "ctrlKey", "metaKey"):
            for key in ("ArrowLeft", "Home", "End"):
                found = page.evaluate(PRESSED, [end, key, modifier])
                assert found == [["20", "24"], False, True], (key, modifier)
