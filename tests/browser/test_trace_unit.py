"""What cards say is what `python -m geo trace` lists, every word with its kind and its claims."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from geo.dataset import load_dataset
from geo.tracing.trace import trace
from tests.browser.conftest import watched_context
from tests.browser.parts import blank_page, content, mount
from tests.browser.traced import SAID, unlisted

Said = dict[str, list[list[str | None]]]
"""By card, as the trace calls it: text, kind and claims of each of its elements."""

ABOUT = {"place": "places", "actor": "actors", "route": "routes", "zone": "zones"}
STATES: dict[str, dict[str, Any]] = {
    "everything": {},
    "stated only": {"stated_only": True},
    "by report": {"day_of": "reported"},
    "by one report": {"articles": ["breitbart-2017-06-15"], "day_of": "reported"},
}
ELSEWHERE = ("sign of the side", "when, by report of ", "label", "label more")
"""What the trace lists with a thing, and its mark, its line in a list or the map shows."""

CHOSEN = ("measured", "near a course")
"""Of which the card of the shift shows what a reader chooses there."""

OPEN = """([cards, state]) => {
  const { atlas, store, panes } = view;
  store.set({ ...CorridorAtlas.emptyState(atlas), ...state });
  return cards.map(([name, patch]) => {
    store.set(patch);
    return [name, said(panes.card)];
  });
}"""


def _cards() -> list[tuple[str, dict[str, Any]]]:
    """Name every card that there is, and say what opens it."""
    given = content()
    events = [
        (f"event {row['id']}", {"event": row["id"], "about": None}) for row in given["events"]
    ]
    about = [(kind, row["id"]) for kind, rows in ABOUT.items() for row in given[rows]]
    # A zone is a place of the tables with a card of its own.
    things = [
        (
            f"{kind.replace('zone', 'place')} {one}",
            {"event": None, "about": {"kind": kind, "id": one}},
        )
        for kind, one in about
    ]
    shift = {"kind": "shift", "id": given["shift"]["id"]}
    return [*events, *things, ("shift", {"event": None, "about": shift})]


@pytest.fixture(scope="module")
def said(browser: Browser) -> Iterator[dict[str, Said]]:
    """What every card says in each state; one page opens them all."""
    with watched_context(browser) as context:
        page = mount(blank_page(context), content())
        page.evaluate(f"() => {{{SAID}}}")
        found: dict[str, Said] = {}
        for name, state in STATES.items():
            found[name] = {}
            for card, rows in page.evaluate(OPEN, [_cards(), state]):
                found[name].setdefault(card, []).extend(rows)
        yield found


@pytest.mark.parametrize("state", STATES)
def test_every_word_of_every_card_is_listed(said: dict[str, Said], state: str) -> None:
    rows = [row for card in said[state].values() for row in card]
    assert len(rows) > 4_000
    assert unlisted(rows) == []


def test_every_word_that_is_listed_of_a_card_stands_on_it(said: dict[str, Said]) -> None:
    shown = {
        (card, str(text).strip(" ;\n"), kind, frozenset(str(claims).split()))
        for cards in said.values()
        for card, rows in cards.items()
        for text, kind, claims in rows
    }
    cards = {card for card, _ in _cards()}
    missing = []
    for line in trace(load_dataset()):
        card, _, field = line.place.partition(": ")
        if card not in cards or field.startswith(ELSEWHERE) or field in CHOSEN:
            continue
        if (card, line.text, line.kind, frozenset(line.claim_ids)) not in shown:
            missing.append((line.place, line.text, line.kind, " ".join(line.claim_ids)))
    assert missing == []
