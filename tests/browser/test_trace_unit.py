"""What cards say is what `python -m geo trace` lists: every word with its kind and its claims."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.parts import blank_page, content, mount
from tests.browser.traced import SAID, unlisted

ABOUT = {"place": "places", "actor": "actors", "route": "routes", "zone": "zones"}
OPEN = """([patches, state]) => {
  const { store, panes } = view;
  store.set(state);
  const all = [];
  for (const patch of patches) {
    store.set(patch);
    const card = panes.card;
    all.push(...said(card));
  }
  return all;
}"""


@pytest.fixture
def mounted(new_context: Callable[..., Any]) -> Page:
    """Timeline and card of the committed data."""
    page = mount(blank_page(new_context()[0]), content())
    page.evaluate(f"() => {{{SAID}}}")
    return page


def _patches() -> list[dict[str, Any]]:
    given = content()
    about = [{"kind": kind, "id": row["id"]} for kind, rows in ABOUT.items() for row in given[rows]]
    about.append({"kind": "shift", "id": given["shift"]["id"]})
    events = [{"event": row["id"], "about": None} for row in given["events"]]
    return [*events, *({"event": None, "about": one} for one in about)]


@pytest.mark.parametrize(
    "state",
    [
        {"stated_only": False},
        {"stated_only": True},
        {"day_of": "reported"},
        {"articles": ["breitbart-2017-06-15"], "day_of": "reported"},
    ],
)
def test_every_word_of_every_card_is_listed(mounted: Page, state: dict[str, Any]) -> None:
    said = mounted.evaluate(OPEN, [_patches(), state])
    assert len(said) > 4_000
    assert unlisted(said) == []
