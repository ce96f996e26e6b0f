"""The browser draws the routes that the cases say, and what the articles leave of them."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geo.dataset import load_dataset
from layers.payload.whole import payload
from tests.browser.parts import blank_page
from tests.twins import cases
from tests.twins.given import ROUTE, dataset_of

IS_ON = """([text, id, chosen]) => {
  const A = CorridorAtlas;
  const atlas = A.prepare(JSON.parse(text));
  const state = Object.assign(A.emptyState(atlas), chosen);
  return A.routeOn(atlas, state, atlas.route[id], A.select(atlas, state));
}"""
LENGTHS = """(text) => {
  const A = CorridorAtlas;
  const atlas = A.prepare(JSON.parse(text));
  return Object.values(atlas.comparison).filter(({ route }) => route).map((one) => [
    A.routeLength(atlas.route[one.route], A.emptyState(atlas)),
    one.said[0].replace(" from waypoint to waypoint", "")]);
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page with our scripts and nothing drawn, which no test changes."""
    context = browser.new_context()
    yield blank_page(context)
    context.close()


@pytest.mark.parametrize("case", cases("routes"))
def test_a_route_is_there_as_the_table_says(page: Page, case: dict[str, Any]) -> None:
    text = json.dumps(payload(dataset_of(case["data"])))
    assert page.evaluate(IS_ON, [text, ROUTE, case["given"]]) == case["expected"]


@pytest.mark.parametrize("case", cases("routes", "stated"))
def test_the_articles_leave_what_they_state(page: Page, case: dict[str, Any]) -> None:
    made = payload(dataset_of(case["data"]))
    [row] = [one for one in made["routes"] if one["id"] == ROUTE]
    assert row["stated_places"] == case["expected"]
    found = page.evaluate(IS_ON, [json.dumps(made), ROUTE, {"stated_only": True}])
    assert found == bool(case["expected"])


def test_the_cards_of_a_course_and_of_both_give_one_length(page: Page) -> None:
    lengths = page.evaluate(LENGTHS, json.dumps(payload(load_dataset())))
    assert len(lengths) == 2
    for of_route, compared in lengths:
        assert of_route == compared
    assert any("about 1,600 km" in of_route for of_route, _ in lengths)
