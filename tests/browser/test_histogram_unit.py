"""Bars where events are too many for dots: their bins, their words, a crowded article."""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched_context
from tests.browser.parts import blank_page, content, mount

MADE = 700


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
    with watched_context(browser) as context:
        yield mount(blank_page(context), given)


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
