"""What the lines of the key are switches of, and which lines there are."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geo.dataset import load_dataset
from geo.model.vocabulary import EventType, Side, Status
from geo.rules.planned import is_planned
from tests.browser.actions import settle
from tests.browser.conftest import watched_context
from tests.browser.drawing import mount

ASK = """(wanted) => {
  const switches = [];
  const row = (picture, text, which) => {
    switches.push({ text, ...which });
    return document.createElement('li');
  };
  const parts = CorridorAtlas.keyParts(view.atlas, (key) => !wanted || wanted.includes(key), row);
  return { switches, titles: parts.map((one) => one.querySelector('.atlas-key-title').textContent),
    lines: parts.map((one) => one.querySelectorAll('li').length),
    plain: parts.flatMap((one) => [...one.querySelectorAll('.atlas-key-row')]
      .map((line) => line.textContent)) };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with watched_context(browser) as context:
        yield mount(context, load_dataset())


def ask(page: Page, *wanted: str) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(ASK, list(wanted) or None)
    return found


def test_every_kind_and_side_and_all_that_is_planned_is_switched_by_one_line(page: Page) -> None:
    switches = ask(page)["switches"]
    ids: dict[str, list[list[str]]] = {}
    for one in switches:
        ids.setdefault(one["name"], []).append(one["ids"])
    types = [each for line in ids["types"] for each in line]
    assert sorted(types) == sorted(set(types))
    # What is planned is switched by how it stands, whatever its kind.
    assert set(EventType) - set(types) == {EventType.PLANNED_OPERATION}
    assert [each for [each] in ids["sides"]] == list(Side)
    planned = sorted(one for one in Status if is_planned(one))
    assert [sorted(line) for line in ids["statuses"]] == [planned, planned]
    assert sorted(each for [each] in ids["standings"]) == ["claimed", "disputed"]
    assert sorted(each for [each] in ids["backings"]) == ["parties-only", "several-voices"]
    layers = page.evaluate("() => view.atlas.layers.map(({ id }) => id)")
    assert {each for line in ids["layers"] for each in line} <= set(layers)
    assert all(one["ids"] for one in switches)


def test_what_has_no_switch_is_a_line_of_words(page: Page) -> None:
    found = ask(page)
    twice = {text for text, count in Counter(found["plain"]).items() if count > 1}
    assert twice == {"may lie outside the days chosen"}
    assert "several sides together" in found["plain"]
    assert sum(found["lines"]) == len(found["plain"]) + len(found["switches"])


def test_a_part_that_nothing_is_asked_of_is_not_there(page: Page) -> None:
    assert ask(page, "nothing")["titles"] == []
    found = ask(page, "glyph:airstrike", "dot")
    assert found["titles"] == ["What happened", "On the map"]
    assert found["lines"] == [1, 1]
    assert found["plain"] == ["other place"]
    assert [one["name"] for one in found["switches"]] == ["types"]


@pytest.mark.parametrize("width", [390, 640, 1440])
def test_open_it_leaves_the_map_above_it_in_sight_on_a_narrow_one_as_a_sheet(
    page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    settle(page)
    page.evaluate("() => { view.root.querySelector('.atlas-key').open = true; }")
    settle(page)
    sheet, (left, top, right, bottom), (map_left, map_top, map_right, map_bottom) = page.evaluate(
        """() => {
          const box = (one) => {
            const { left, top, right, bottom } = one.getBoundingClientRect();
            return [left, top, right, bottom];
          };
          const key = view.root.querySelector('.atlas-key');
          return [key.classList.contains('atlas-key-sheet'), box(key), box(view.panes.map)];
        }"""
    )
    page.evaluate("() => { view.root.querySelector('.atlas-key').open = false; }")
    assert sheet == (width <= 640)
    assert left >= map_left
    assert right <= map_right
    assert bottom <= map_bottom
    if sheet:
        assert [left, right] == [map_left, map_right]
        # A quarter of the map and more is seen above it.
        assert top - map_top >= (map_bottom - map_top) / 4
    else:
        assert right - left < (map_right - map_left) * 0.6
        assert top - map_top >= 50
