"""The browser reads old links as geo does."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geo.dataset import load_dataset
from geo.selection.renewed import renewed
from layers.payload.whole import payload
from tests.browser.parts import blank_page

REAL = load_dataset()
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
