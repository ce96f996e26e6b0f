"""The browser reads old links as geo does."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, Page

from geo.dataset import load_dataset
from geo.selection.renewed import renewed
from layers.payload.whole import payload
from tests.browser.parts import blank_page
from tests.twins import cases, subject
from tests.twins.given import dataset_of

REAL = load_dataset()
RENEWED = """([text, query]) => {
  const atlas = CorridorAtlas.prepare(JSON.parse(text));
  const { asked, notices } = CorridorAtlas.renewed(atlas, query);
  return [Object.fromEntries(asked), notices];
}"""
OPENED = """([text, query]) => {
  const atlas = CorridorAtlas.prepare(JSON.parse(text));
  const { state: { event, about }, notices } = CorridorAtlas.fromAddress(atlas, query);
  return { event, about: about && `${about.kind}.${about.id}`, notices };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page with our scripts and nothing drawn, which no test changes."""
    context = browser.new_context()
    yield blank_page(context)
    context.close()


@pytest.fixture(scope="module")
def given() -> str:
    """The payload of the fixture in which the ids of the cases were given up."""
    return json.dumps(payload(dataset_of(subject("renamed")["data"])))


@pytest.mark.parametrize("case", cases("renamed"))
def test_a_link_from_before_has_the_ids_of_today(
    page: Page, given: str, case: dict[str, Any]
) -> None:
    found = page.evaluate(RENEWED, [given, case["query"]])
    assert found == [dict(parse_qsl(case["expected"], keep_blank_values=True)), case["said"]]


@pytest.fixture(scope="module")
def whole() -> str:
    """The payload of the five articles."""
    return json.dumps(payload(REAL))


@pytest.mark.parametrize(
    "old_id", [row.old_id for row in REAL.renamed.values() if row.kind == "event"]
)
def test_a_saved_page_opens_what_became_of_an_event(page: Page, whole: str, old_id: str) -> None:
    opened: dict[str, Any] = page.evaluate(OPENED, [whole, f"event={old_id}"])
    expected, notices = renewed({"event": old_id}, REAL)
    assert (opened["event"], opened["about"]) == (expected.get("event"), expected.get("about"))
    assert opened["notices"] == notices
