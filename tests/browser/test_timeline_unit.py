"""The timeline and the card alone, on a page without the app: scale, lanes, wording."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import load_dataset
from layers.assets import SCRIPT_FOLDER
from layers.payload import payload

PARTS = (
    "core", "select", "store",
    "timeline-scale", "timeline-axis", "timeline-stops", "timeline-marks", "timeline-lane",
    "timeline-player", "timeline-window", "timeline-head", "timeline",
    "card-parts", "card-claims", "card-event", "card-about", "card",
)  # fmt: skip
STYLES = ("host.css", "timeline.css", "card.css")
HOSTILE = "<img src=x onerror=alert(1)> {{7*7}}"
MOUNT = """(payload) => {
  const A = globalThis.CorridorAtlas;
  const root = A.el("div", "atlas");
  const panes = { map: A.el("div"), card: A.el("aside", "atlas-card"), timeline: A.el("section") };
  root.append(panes.map, panes.card, panes.timeline);
  document.body.append(root);
  const atlas = A.prepare(payload);
  const view = { root, panes, atlas, store: A.openStore(atlas, {}), reducedMotion: true };
  globalThis.view = view;
  const ends = [A.timeline(view), A.card(view)];
  globalThis.endAll = () => ends.forEach((end) => end());
}"""
COUNT_LISTENERS = """
globalThis.held = 0;
for (const [name, step] of [["addEventListener", 1], ["removeEventListener", -1]]) {
  const own = EventTarget.prototype[name];
  EventTarget.prototype[name] = function (...rest) { held += step; return own.apply(this, rest); };
}"""
SCALE = """
const A = globalThis.CorridorAtlas;
const d = A.day;
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
    context, _ = new_context()
    page: Page = context.new_page()
    page.set_content("<!doctype html><title>parts</title><body style='margin:0'></body>")
    for name in STYLES:
        page.add_style_tag(content=(SCRIPT_FOLDER / name).read_text(encoding="utf-8"))
    page.add_script_tag(content=COUNT_LISTENERS)
    for name in PARTS:
        page.add_script_tag(content=(SCRIPT_FOLDER / f"{name}.js").read_text(encoding="utf-8"))
    return page


@pytest.fixture
def mounted(blank: Page) -> Page:
    """Timeline and card of the committed data, one title of it hostile."""
    content = json.loads(json.dumps(payload(load_dataset())))
    last = content["articles"][0]["stops"][-1]
    next(event for event in content["events"] if event["id"] == last)["title"] = HOSTILE
    blank.evaluate(MOUNT, content)
    return blank


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
    placed = blank.evaluate("CorridorAtlas.spread([50, 50, 50, 52, 90], 4, 0, 100)")
    assert placed == pytest.approx([44.5, 48.5, 52.5, 56.5, 90])


@pytest.mark.parametrize(
    ("days", "text"), [(30, "4 weeks"), (200, "7 months"), (730, "2 years"), (1335, "3½ years")]
)
def test_a_break_says_how_long_it_is(blank: Page, days: int, text: str) -> None:
    assert blank.evaluate("(days) => CorridorAtlas.durationText(days)", days) == text


@pytest.mark.parametrize(
    ("locus", "text"),
    [
        ("p7", "paragraph 7"),
        ("standfirst", "standfirst"),
        ("caption1", "picture caption"),
        ("caption2", "picture caption 2"),
    ],
)
def test_a_passage_is_named_in_plain_words(blank: Page, locus: str, text: str) -> None:
    assert blank.evaluate("(x) => CorridorAtlas.cardParts.passageText(x)", locus) == text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", "//x", None])
def test_only_web_addresses_become_links(blank: Page, url: str | None) -> None:
    assert blank.evaluate("(url) => CorridorAtlas.cardParts.httpUrl(url)", url) is None


def test_moving_one_article_leaves_the_others_alone(mounted: Page) -> None:
    lanes = mounted.locator(".atlas-lane-track")
    before = [lane.get_attribute("aria-valuenow") for lane in lanes.all()]
    lanes.nth(1).focus()
    for key in ("Home", "ArrowRight", "ArrowRight"):
        mounted.keyboard.press(key)
    after = [lane.get_attribute("aria-valuenow") for lane in lanes.all()]
    assert after == [before[0], "2", *before[2:]]
    expect(lanes.nth(1)).to_be_focused()


def test_enter_leads_into_the_card_and_escape_back_to_the_lane(mounted: Page) -> None:
    lane = mounted.locator(".atlas-lane-track").first
    lane.focus()
    mounted.keyboard.press("Enter")
    expect(mounted.locator(".atlas-card-title")).to_be_focused()
    mounted.keyboard.press("Escape")
    expect(lane).to_be_focused()
    expect(mounted.locator(".atlas-card")).to_be_hidden()


def test_hostile_text_is_shown_as_text(mounted: Page) -> None:
    mounted.locator(".atlas-lane-track").first.press("End")
    expect(mounted.locator(".atlas-card-title")).to_have_text(HOSTILE)
    expect(mounted.locator(".atlas img")).to_have_count(0)


def test_every_card_is_free_of_gaps(mounted: Page) -> None:
    odd = mounted.evaluate("""() => {
      const { atlas, store, panes } = view;
      const about = [["place", "places"], ["route", "routes"], ["zone", "zones"]]
        .flatMap(([kind, rows]) => atlas[rows].map(({ id }) => ({ kind, id })));
      const patches = [...atlas.events.map(({ id }) => ({ event: id, about: null })),
        ...[...about, { kind: "shift", id: "shift" }].map((one) => ({ event: null, about: one }))];
      return [false, true].flatMap((stated_only) => patches.filter((patch) => {
        store.set({ ...patch, stated_only });
        return panes.card.hidden || /undefined|null|NaN|\\[object/.test(panes.card.innerText);
      })).map((patch) => JSON.stringify(patch));
    }""")
    assert odd == []


def test_no_node_and_no_listener_outlives_the_cleanup(mounted: Page) -> None:
    mounted.locator(".atlas-lane-track").first.press("End")
    mounted.evaluate("endAll()")
    left = "[view.panes.card, view.panes.timeline].map((pane) => pane.childElementCount)"
    assert mounted.evaluate(left) == [0, 0]
    assert mounted.evaluate("held") == 0
