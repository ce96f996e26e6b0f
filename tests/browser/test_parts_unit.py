"""The counts beside the browser's filters agree with the tables."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geo.dataset import load_dataset
from geo.model.vocabulary import Role, Side
from geo.selection.select import select
from geo.selection.selection import Selection
from panels.address import state_of
from tests.browser.parts import blank_page, content

WHOLE = load_dataset()
ROLES = {
    Role.DID: {"initiator"},
    Role.TARGET: {"initiator", "target"},
    Role.ANY: {row.role for row in WHOLE.participants},
}
COUNTS = """([text, states]) => {
  const A = CorridorAtlas;
  const atlas = A.prepare(JSON.parse(text));
  const plain = (counts) => Object.fromEntries(Object.entries(counts)
    .map(([name, of]) => [name, Object.fromEntries(of)]));
  return states.map((one) => {
    const state = Object.assign(A.emptyState(atlas), one);
    const store = { state, shown: A.select(atlas, state) };
    const { shown, all } = A.filterCounts({ atlas, store });
    return [plain(shown), plain(all)];
  });
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page with our scripts and nothing drawn, which no test changes."""
    context = browser.new_context()
    yield blank_page(context)
    context.close()


def random_selection(chance: random.Random) -> Selection:
    """Limit sides, actors and kinds, each or none, for some role."""
    sets = {
        "sides": list(Side),
        "actors": [*WHOLE.actors, "unnamed"],
        "types": sorted({row.type for row in WHOLE.event_rows.values()}),
        "articles": list(WHOLE.articles),
    }
    chosen: dict[str, Any] = {
        name: frozenset(one for one in ids if chance.random() < 0.7)
        for name, ids in sets.items()
        if chance.random() < 0.5
    }
    return Selection(role=chance.choice(list(Role)), **chosen)


def lineage(actor_id: str | None) -> list[str]:
    above = []
    while actor_id:
        above.append(actor_id)
        actor_id = WHOLE.actors[actor_id].parent_id if actor_id in WHOLE.actors else None
    return above


def counted(selection: Selection, event_ids: list[str]) -> tuple[Counter[str], Counter[str]]:
    """Count from the tables how many events each side and each actor of a side has a part in."""
    sides: Counter[str] = Counter()
    actors: Counter[str] = Counter()
    for event_id in event_ids:
        rows = [
            (row.side or WHOLE.actors[row.actor_id].side, row.actor_id)
            for row in WHOLE.participants
            if row.event_id == event_id and row.role in ROLES[selection.role]
        ] or [(Side.OTHER, "unnamed")]
        on = [
            (side, actor_id)
            for side, actor_id in rows
            if (selection.sides is None or side in selection.sides)
            and (selection.actors is None or selection.actors & set(lineage(actor_id)))
        ]
        sides.update({str(side) for side, _ in on})
        actors.update({f"{side} {up}" for side, actor_id in on for up in lineage(actor_id)})
    return sides, actors


def without_itself(counts: dict[str, int]) -> dict[str, int]:
    return {key: count for key, count in counts.items() if not key.endswith("_itself")}


def test_counts_are_those_of_the_tables_whatever_is_chosen(page: Page) -> None:
    chance = random.Random(28)
    selections = [random_selection(chance) for _ in range(150)]
    text = json.dumps(content())
    found = page.evaluate(COUNTS, [text, [state_of(one) for one in selections]])
    for selection, (shown, every) in zip(selections, found, strict=True):
        left = select(WHOLE, selection)
        sides, actors = counted(selection, list(left.event_rows))
        assert shown["sides"] == sides
        assert without_itself(shown["parts"]) == actors
        rows = left.event_rows.values()
        assert shown["types"] == Counter(str(row.type) for row in rows)
        assert shown["statuses"] == Counter(str(row.status) for row in rows)
        articles = [one for event_id in left.event_rows for one in WHOLE.articles_of(event_id)]
        on = selection.articles
        assert shown["articles"] == Counter(one for one in articles if on is None or one in on)
        routes = [one for one in left.route_rows if not one.startswith("corridor-")]
        assert shown["layers"].get("routes", 0) == len(routes)
        sides, actors = counted(Selection(role=selection.role), list(WHOLE.event_rows))
        assert every["sides"] == sides
        assert without_itself(every["parts"]) == actors
        for side in set(Side) - set(selection.sides or Side):
            assert side not in shown["sides"]
