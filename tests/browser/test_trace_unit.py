"""What cards say is what `python -m geo trace` lists: every word with its kind and its claims."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from geo.dataset import load_dataset
from geo.trace import trace
from tests.browser.parts import blank_page, content, mount

LINES = trace(load_dataset())
LISTED = {(line.text, line.kind, frozenset(line.claim_ids)) for line in LINES}

# [text, kind, claims] of every element of a node with text of its own; what is nested in it with a
# kind of its own is left out. Controls, samples of a sign and the axes of a drawing say nothing.
SAID = """
const apart = ".atlas-card-close, .atlas-card-steps, .atlas-key-badge";
globalThis.said = (node) => {
  const found = new Map();
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (!text.data.trim() || text.parentElement.closest(apart)) continue;
    const element = text.parentElement.closest("[data-kind]");
    if (!element) {
      found.set(text, [text.data, null, ""]);
      continue;
    }
    const { kind, claims } = element.dataset;
    if (kind === "ours" && element.closest("svg")) continue;
    const before = found.get(element);
    found.set(element, [(before ? before[0] : "") + text.data, kind, claims || ""]);
  }
  return [...found.values()];
};
"""
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
    page.add_script_tag(content=SAID)
    return page


def _patches() -> list[dict[str, Any]]:
    given = content()
    about = [
        {"kind": kind, "id": row["id"]}
        for kind, rows in (("place", "places"), ("route", "routes"), ("zone", "zones"))
        for row in given[rows]
    ]
    about.append({"kind": "shift", "id": given["shift"]["id"]})
    events = [{"event": row["id"], "about": None} for row in given["events"]]
    return [*events, *({"event": None, "about": one} for one in about)]


def _unlisted(said: list[list[str | None]]) -> list[tuple[str, str | None, str]]:
    found = {(str(text).strip(" ;\n"), kind, str(claims)) for text, kind, claims in said}
    return sorted(
        (text, kind or "nobody", claims)
        for text, kind, claims in found
        if (text, kind, frozenset(claims.split())) not in LISTED
    )


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
    assert _unlisted(said) == []
