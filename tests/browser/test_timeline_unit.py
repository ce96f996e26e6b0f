"""The timeline alone, on a page without the app: scale, lanes, counts, typed days."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.parts import blank_page, content, mount

SCALE = """
const A = globalThis.CorridorAtlas;
const d = A.dayNumber;
const spans = [["2011-03-15", "2017-05-18"], ["2017-05-01", "2017-05-31"],
  ["2017-06-15", "2017-06-15"], ["2021-02-15", "2021-02-26"]]
  .map(([first, last]) => ({ first: d(first), last: d(last) }));
const crowd = new Map([[d("2017-05-18"), 18]]);
const clusters = A.timeClusters(spans, [d("2017-05-18"), d("2021-02-26")], crowd);
const scale = A.timeScale(clusters, WIDTH, 4);
"""


@pytest.fixture
def blank(new_context: Callable[..., Any]) -> Page:
    """A page with our scripts and nothing drawn."""
    return blank_page(new_context()[0])


@pytest.fixture
def mounted(blank: Page) -> Page:
    """Timeline and card of the committed data."""
    return mount(blank, content())


@pytest.fixture
def on_a_phone(blank: Page) -> Page:
    """The same at a phone's width."""
    blank.set_viewport_size({"width": 390, "height": 844})
    return mount(blank, content())


def on_scale(page: Page, script: str, width_px: int = 1100) -> Any:
    return page.evaluate(f"() => {{ {SCALE.replace('WIDTH', str(width_px))} {script} }}")


@pytest.mark.parametrize("width_px", [340, 1100])
def test_the_empty_years_fold_into_one_break(blank: Page, width_px: int) -> None:
    kinds = on_scale(blank, "return scale.parts.map((part) => part.kind)", width_px)
    assert kinds == ["earlier", "days", "gap", "days"]


@pytest.mark.parametrize("width_px", [340, 1100])
def test_every_day_comes_back_from_its_pixel(blank: Page, width_px: int) -> None:
    script = """return scale.parts.filter(({ kind }) => kind === "days").flatMap((part) =>
      part.edges.slice(0, -1).map((_, index) => part.from + index))
      .filter((day) => scale.day(scale.mid(day), "first") !== day)"""
    assert on_scale(blank, script, width_px) == []


def test_a_day_with_many_stops_has_room_for_them(blank: Page) -> None:
    width_px = on_scale(blank, 'const x = d("2017-05-18"); return scale.x(x + 1) - scale.x(x)')
    assert width_px >= 18 * 4


def test_one_step_leads_over_a_break(blank: Page) -> None:
    script = """const last = scale.parts[1].to - 1;
      const over = scale.stepped(last, 1);
      return [A.isoDay(over), A.isoDay(scale.stepped(over, -1)) === A.isoDay(last)]"""
    assert on_scale(blank, script) == ["2021-02-14", True]


def test_stops_of_one_day_stand_apart_in_their_order(blank: Page) -> None:
    placed = blank.evaluate("CorridorAtlas.spreadStops([50, 50, 50, 52, 90], 4, 0, 100)")
    assert placed == pytest.approx([44.5, 48.5, 52.5, 56.5, 90])


@pytest.mark.parametrize(
    ("days", "text"), [(30, "4 weeks"), (200, "7 months"), (730, "2 years"), (1335, "3½ years")]
)
def test_a_break_says_how_long_it_is(blank: Page, days: int, text: str) -> None:
    assert blank.evaluate("(days) => CorridorAtlas.durationText(days)", days) == text


def test_moving_one_article_leaves_the_others_alone(mounted: Page) -> None:
    lanes = mounted.locator(".atlas-lane-track")
    before = [lane.get_attribute("aria-valuenow") for lane in lanes.all()]
    lanes.nth(1).focus()
    for key in ("Home", "ArrowRight", "ArrowRight"):
        mounted.keyboard.press(key)
    after = [lane.get_attribute("aria-valuenow") for lane in lanes.all()]
    assert after == [before[0], "2", *before[2:]]
    expect(lanes.nth(1)).to_be_focused()


@pytest.mark.parametrize("name", ["atlas-paper", "atlas-fonts"])
def test_on_paper_and_in_another_typeface_all_is_drawn_at_once(mounted: Page, name: str) -> None:
    widths = mounted.evaluate(
        """(name) => {
          const time = document.querySelector('.atlas-time');
          const drawn = () => Number(time.querySelector('.atlas-window svg').getAttribute('width'));
          const before = drawn();
          time.style.width = '700px';
          const still = drawn();
          view.root.dispatchEvent(new CustomEvent(name));
          return [before, still, drawn()];
        }""",
        name,
    )
    assert widths[0] == widths[1] > 700 > widths[2] > 300


def test_stops_stand_where_the_articles_have_them_while_they_alone_count(mounted: Page) -> None:
    stops = """[...document.querySelectorAll('.atlas-lane[data-article] svg')].map((one) =>
      one.outerHTML)"""
    before = mounted.evaluate(stops)
    after, anew = mounted.evaluate(f"""() => {{
      view.store.set({{ stated_only: true }});
      const after = {stops};
      view.root.dispatchEvent(new CustomEvent("atlas-fonts"));
      return [after, {stops}];
    }}""")
    assert after == anew
    assert len(before) == len(after) == 5
    spots = re.compile(r' (?:cx|x|x1|x2|d|width)="[^"]*"')
    assert [spots.findall(one) for one in before] != [spots.findall(one) for one in after]


DAYS_SHOWN = {"first_day": "2017-05-20", "last_day": "2017-05-24"}


@pytest.mark.parametrize(
    ("end", "key", "other"), [("first", "End", "last"), ("last", "Home", "first")]
)
@pytest.mark.parametrize("is_dragged", [False, True], ids=["by key", "by pointer"])
def test_one_end_of_the_window_stops_at_the_other(
    mounted: Page, end: str, key: str, other: str, *, is_dragged: bool
) -> None:
    mounted.evaluate("(days) => view.store.set(days)", DAYS_SHOWN)
    handle, stop = (mounted.locator(f".atlas-window-thumb.atlas-window-{x}") for x in (end, other))
    stands_at = str(stop.get_attribute("aria-valuenow"))
    assert handle.get_attribute("aria-valuenow") != stands_at
    if is_dragged:
        axis, held = mounted.locator(".atlas-window").bounding_box(), handle.bounding_box()
        assert axis and held
        # From the handle's outer half, for the two lie close together.
        x = held["x"] + held["width"] / 2 + (-3 if end == "first" else 3)
        y = held["y"] + held["height"] / 2
        mounted.mouse.move(x, y)
        mounted.mouse.down()
        far = axis["x"] + axis["width"] - 20 if end == "first" else axis["x"] + 20
        mounted.mouse.move(far, y, steps=4)
        mounted.mouse.up()
    else:
        handle.press(key)
    expect(handle).to_have_attribute("aria-valuenow", stands_at)
    expect(stop).to_have_attribute("aria-valuenow", stands_at)
    day = DAYS_SHOWN[f"{other}_day"]
    shown = mounted.evaluate("[view.store.state.first_day, view.store.state.last_day]")
    assert shown == [day, day]


def test_on_a_phone_a_step_names_its_event_and_leaves_the_lanes_free(on_a_phone: Page) -> None:
    lane = on_a_phone.locator(".atlas-lane-track").first
    top = lane.evaluate("(lane) => lane.getBoundingClientRect().top")
    lane.press("ArrowLeft")
    title = on_a_phone.evaluate("view.atlas.event[view.store.state.current].title")
    expect(on_a_phone.locator(".atlas-strip-title")).to_have_text(title)
    expect(on_a_phone.locator(".atlas-card")).to_be_hidden()
    assert lane.evaluate("(lane) => lane.getBoundingClientRect().top") == top
    on_a_phone.get_by_role("button", name=f"Open {title}").click()
    expect(on_a_phone.locator(".atlas-card-title")).to_have_text(title)
    on_a_phone.get_by_role("button", name="Previous").click()
    expect(on_a_phone.locator(".atlas-card-title")).not_to_have_text(title)


def test_on_a_phone_enter_in_a_lane_opens_its_card(on_a_phone: Page) -> None:
    on_a_phone.locator(".atlas-lane-track").first.press("Enter")
    expect(on_a_phone.locator(".atlas-card-title")).to_be_focused()


def test_reset_closes_what_a_slider_opened_and_keeps_what_a_reader_opened(mounted: Page) -> None:
    lane, card = mounted.locator(".atlas-lane-track").first, mounted.locator(".atlas-card")
    reset = mounted.get_by_role("button", name="Reset time")
    lane.press("ArrowLeft")
    expect(card).to_be_visible()
    reset.click()
    expect(card).to_be_hidden()
    lane.press("ArrowLeft")
    mounted.evaluate("view.store.set({ event: view.atlas.articles[0].stops[0] })")
    reset.click()
    expect(card).to_be_visible()


def test_a_day_typed_before_the_first_is_kept_and_refused(mounted: Page) -> None:
    lane = mounted.locator(".atlas-lane-track").first
    top = lane.evaluate("(lane) => lane.getBoundingClientRect().top")
    mounted.get_by_role("button", name="Dates", exact=True).click()
    assert lane.evaluate("(lane) => lane.getBoundingClientRect().top") == top
    mounted.get_by_label("From").fill("2017-05-18")
    last = mounted.get_by_label("to", exact=True)
    last.fill("2017-05-01")
    last.blur()
    problem = mounted.locator(".atlas-time-problem")
    expect(problem).to_have_text("The last day lies before the first")
    expect(last).to_have_value("2017-05-01")
    expect(last).to_have_attribute("aria-invalid", "true")
    days = "[view.store.state.first_day, view.store.state.last_day]"
    assert mounted.evaluate(days) == ["2017-05-18", None]
    last.fill("2017-05-31")
    last.blur()
    expect(problem).to_be_empty()
    assert mounted.evaluate(days) == ["2017-05-18", "2017-05-31"]
    last.press("Escape")
    expect(mounted.locator(".atlas-time-typed")).to_be_hidden()
    expect(mounted.get_by_role("button", name="Dates", exact=True)).to_be_focused()


@pytest.mark.parametrize("stated_only", [False, True])
@pytest.mark.parametrize("last_day", [None, "2017-05-20"])
@pytest.mark.parametrize("layers", [None, ["statements"]])
def test_the_counts_add_up(
    mounted: Page, stated_only: bool, last_day: str | None, layers: list[str] | None
) -> None:
    patch = {"stated_only": stated_only, "last_day": last_day, "layers": layers}
    mounted.evaluate("(patch) => view.store.set(patch)", patch)
    tally = mounted.evaluate(
        "CorridorAtlas.tallyShown(view.atlas, view.store.state, view.store.shown)"
    )
    size = mounted.evaluate("view.store.shown.size")
    assert tally["certain"] + tally["possible"] + tally["undated"] == size
    assert tally["drawn"] + tally["held"] + tally["placeless"] == size
    assert (tally["held"] > 0) == (layers is None)
    assert (tally["possible"] > 0) == (last_day is not None)
    dated = f"{tally['certain']} dated"
    if last_day:
        dated = f"{tally['certain']} certainly and {tally['possible']} possibly in these days"
    said = mounted.locator(".atlas-time-count").inner_text()
    assert said.startswith(f"Showing {size} of 94 events: {dated}, {tally['undated']} undated · ")
    assert ("(Statements and policies is off)" in said) == (layers is None)


def test_a_lane_without_anything_shown_says_so(mounted: Page) -> None:
    mounted.evaluate("view.store.set({ actors: [] })")
    counts = mounted.locator(".atlas-lane-count").all_inner_texts()
    stops = [len(article["stops"]) for article in content()["articles"]]
    assert sorted(counts) == sorted(f"0 of {count}" for count in stops)
    expect(mounted.locator(".atlas-lane.atlas-is-none")).to_have_count(len(counts))
    expect(mounted.locator(".atlas-time-count")).to_contain_text("every actor is switched off")


def test_an_article_without_stops_stands_at_the_left(blank: Page) -> None:
    given = content()
    given["articles"] = [given["articles"][0] | {"stops": []}]
    mount(blank, given)
    expect(blank.locator(".atlas-lane-count")).to_have_text("no dated event")
    moved = blank.locator(".atlas-lane-handle").get_attribute("transform") or ""
    assert float(moved.removeprefix("translate(").split()[0]) < 20
    blank.evaluate("view.store.set({ types: ['visit'], sides: ['islamic-state'] })")
    expect(blank.locator(".atlas-time-count")).to_contain_text("nothing meets all filters")


def test_a_visit_of_some_days_is_a_bar_in_every_view(mounted: Page) -> None:
    bar = mounted.locator('.atlas-mark[data-event="trump-riyadh-visit-2017"] path.atlas-mark-body')
    reports = mounted.evaluate("view.atlas.event['trump-riyadh-visit-2017'].articles.length")
    expect(bar).to_have_count(reports)
    mounted.evaluate("view.store.set({ stated_only: true })")
    expect(bar).to_have_count(reports)


def test_an_end_that_nobody_states_is_drawn_open(blank: Page) -> None:
    given = content()
    given["articles"] = given["articles"][:1]
    event = next(one for one in given["events"] if one["id"] == given["articles"][0]["stops"][0])
    days = {"lasted": False, "dated": True}
    event["span"] = days | {"core": [None, "2017-05-18"], "hull": [None, "2017-05-18"]}
    mount(blank, given)
    tail = blank.locator(f'.atlas-mark[data-event="{event["id"]}"] .atlas-mark-tail')
    expect(tail).to_have_count(1)
    ends = tail.evaluate("(line) => [line.x1.baseVal.value, line.x2.baseVal.value]")
    assert ends[1] - ends[0] == 14


def test_escape_closes_the_tip(mounted: Page) -> None:
    track = mounted.locator(".atlas-lane-track").first
    tip = mounted.locator(".atlas-time-tip")
    body = track.locator(".atlas-mark-body").last.bounding_box()
    assert body
    mounted.mouse.move(body["x"] + body["width"] / 2, body["y"] + body["height"] / 2)
    expect(tip).to_be_visible()
    track.press("Escape")
    expect(tip).to_be_hidden()


def test_the_button_of_a_lane_says_what_it_would_do(mounted: Page) -> None:
    names = [row["publisher"] for row in content()["articles"]]
    labels = "(all) => all.map((one) => one.getAttribute('aria-label'))"
    plays = mounted.locator(".atlas-lane[data-article] .atlas-lane-play")
    assert plays.evaluate_all(labels) == [f"Play {name}" for name in names]
    playing = content()["articles"][1]["id"]
    mounted.evaluate("(id) => view.store.set({ playing: id })", playing)
    said = plays.evaluate_all(labels)
    mounted.evaluate("view.store.set({ playing: false })")
    assert said == [f"{'Pause' if name == names[1] else 'Play'} {name}" for name in names]


def test_focus_goes_from_play_to_slider_lane_by_lane(mounted: Page) -> None:
    plays = mounted.locator(".atlas-lane-play")
    plays.first.focus()
    for number in range(plays.count()):
        expect(plays.nth(number)).to_be_focused()
        mounted.keyboard.press("Tab")
        expect(mounted.locator(".atlas-lane-track").nth(number)).to_be_focused()
        mounted.keyboard.press("Tab")


def test_no_node_and_no_listener_outlives_the_cleanup(mounted: Page) -> None:
    mounted.locator(".atlas-lane-track").first.press("End")
    mounted.evaluate("endAll()")
    left = "[view.panes.card, view.panes.timeline].map((pane) => pane.childElementCount)"
    assert mounted.evaluate(left) == [0, 0]
    assert mounted.evaluate("held") == 0
