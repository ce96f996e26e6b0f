"""Bars where events are too many for dots: their bins, their words, a crowded article."""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, Watched
from tests.browser.parts import blank_page, content, mount

MADE = 700
BINS = """([first, count, every, hole, width]) => {
  const A = globalThis.CorridorAtlas;
  const days = Array.from({ length: count }, (_, index) =>
    A.dayNumber(first) + index * every + (index > count / 2 ? hole : 0));
  const reported = ["2017-05-18", "2021-02-26"].map(A.dayNumber);
  const scale = A.timeScale(A.timeClusters([], reported, new Map(), days), width, 4);
  const bins = A.timeBins(scale, days);
  const isIn = ({ from, to }) => (day) => day >= from && day < to;
  return { count: bins.length, folds: scale.parts.filter(({ kind }) => kind === "gap").length,
    held: days.map((day) => bins.filter((bin) => isIn(bin)(day)).length),
    empty: bins.filter((bin) => !days.some(isIn(bin))).length,
    folded: bins.filter(({ from, to }) => scale.parts.some((part) =>
      part.kind === "gap" && from < part.to && to > part.from)).length };
}"""


@pytest.fixture(scope="module")
def crowded(browser: Browser) -> Iterator[Page]:
    """The second article reports more events than its lane has room for dots."""
    given = content()
    article, chance = given["articles"][1], random.Random(5)
    model = next(row for row in given["events"] if row["id"] == article["stops"][-1])
    days = sorted(date(2017, 3, 1) + timedelta(days=chance.randrange(90)) for _ in range(MADE))
    for number, day in enumerate(days):
        span = {"lasted": False, "dated": True, "core": [None, None], "hull": [str(day)] * 2}
        made = model | {"id": f"made-{number}", "title": f"Made {number}", "when": str(day)}
        given["events"].append(made | {"span": span, "stated_span": span, "mark": None})
    article["stops"] = [f"made-{number}" for number in range(MADE)]
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    watched = Watched(context)
    yield mount(blank_page(context), given)
    context.close()
    assert not watched.faults, "\n".join(watched.faults)


@pytest.mark.parametrize("width_px", [250, 1150])
@pytest.mark.parametrize(
    ("first", "count", "every", "hole"),
    [
        ("2017-05-18", 1, 1, 0),
        ("2017-01-01", 200, 1, 0),
        ("2014-02-10", 1000, 1, 100),
        ("2011-03-15", 3650, 1, 0),
        ("1990-01-01", 900, 45, 0),
    ],
)
def test_bins_hold_every_day_once_and_span_no_fold(
    crowded: Page, first: str, count: int, every: int, hole: int, width_px: int
) -> None:
    made = crowded.evaluate(BINS, [first, count, every, hole, width_px])
    assert set(made["held"]) == {1}
    assert made["empty"] == made["folded"] == 0
    assert made["count"] <= 120
    assert made["folds"] <= 8
    assert made["count"] >= 20 or count == 1


@pytest.mark.parametrize(
    ("first", "after", "text"),
    [
        ("2017-05-18", "2017-05-19", "18 May 2017"),
        ("2017-05-12", "2017-05-19", "12–18 May 2017"),
        ("2017-05-29", "2017-06-05", "29 May to 4 June 2017"),
        ("2016-12-26", "2017-01-02", "26 December 2016 to 1 January 2017"),
        ("2017-05-01", "2017-06-01", "May 2017"),
        ("2017-04-01", "2017-07-01", "April to June 2017"),
        ("2017-01-01", "2018-01-01", "2017"),
    ],
)
def test_a_bin_says_its_days(crowded: Page, first: str, after: str, text: str) -> None:
    asked = "([from, to]) => CorridorAtlas.binText({ from: CorridorAtlas.dayNumber(from), "
    assert crowded.evaluate(f"{asked} to: CorridorAtlas.dayNumber(to) }})", [first, after]) == text


def test_a_crowded_article_is_drawn_as_bars_with_the_same_stops(crowded: Page) -> None:
    lane = crowded.locator(".atlas-lane[data-article]").nth(1)
    expect(lane.locator(".atlas-bars")).to_have_count(1)
    expect(lane.locator(".atlas-mark")).to_have_count(0)
    expect(crowded.locator(".atlas-bars")).to_have_count(1)
    slider = lane.locator("[role=slider]")
    for key in ("Home", "ArrowRight", "ArrowRight", "ArrowRight"):
        slider.press(key)
    expect(slider).to_have_attribute("aria-valuenow", "3")
    box = slider.bounding_box()
    assert box
    reached = []
    for share in (0.5, 0.55, 0.6):
        x, y = box["x"] + share * box["width"], box["y"] + 5
        crowded.mouse.move(x, y)
        tip = crowded.locator(".atlas-time-tip").inner_text()
        crowded.mouse.click(x, y)
        stop = int(slider.get_attribute("aria-valuenow") or 0)
        assert f"Made {stop - 1} " in tip
        assert re.search(r"One of \d+ events of .* 2017$", tip)
        handle = lane.locator(".atlas-lane-knob").bounding_box()
        assert handle
        assert handle["x"] + handle["width"] / 2 <= x + 1
        reached.append(stop)
    assert reached == sorted(set(reached))
    expect(lane.locator(".atlas-lane-handle-day")).to_have_text(re.compile(r"^\d+ \w+ 2017$"))
    filled = "document.querySelectorAll('.atlas-bars-side[d^=M]').length"
    drawn = crowded.evaluate(filled)
    crowded.evaluate("view.store.set({ sides: [] })")
    assert crowded.evaluate(filled) < drawn
    slider.press("Home")
    expect(slider).to_have_attribute("aria-valuenow", "0")
