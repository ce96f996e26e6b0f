"""Random states of the browser's store, over the payload they are for."""

import random
from datetime import date, timedelta
from typing import Any

SETS = ("articles", "actors", "types", "standings", "sides")
FIRST, LAST = date(2017, 4, 20), date(2017, 6, 20)


def random_states(given: dict[str, Any], seed: int, count: int) -> list[dict[str, Any]]:
    """Return patches that each set everything that decides what is shown."""
    chance = random.Random(seed)
    return [_state(given, chance) for _ in range(count)]


def _state(given: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    state: dict[str, Any] = {}
    values = {facet["name"]: facet["values"] for facet in given["facets"]}
    for name in SETS:
        ids = [row["id"] for row in values[name] or given[name]]
        some = sorted(chance.sample(ids, max(1, round(len(ids) * chance.uniform(0.6, 1)))))
        state[name] = some if chance.random() < 0.4 else None
    state["role"] = chance.choice(["did", "did", "target", "any"])
    days = sorted(FIRST + timedelta(days=chance.randrange((LAST - FIRST).days)) for _ in range(2))
    limits = chance.choice([(None, None), (days[0], None), (None, days[1]), tuple(days)])
    state["first_day"], state["last_day"] = (str(day) if day else None for day in limits)
    state["cursors"] = {
        row["id"]: chance.randrange(len(row["stops"]))
        for row in given["articles"]
        if chance.random() < 0.3
    }
    state["day_of"] = chance.choice(["happened", "happened", "reported"])
    state["stated_only"] = chance.random() < 0.3
    state["find"] = chance.choice(["", "", "", "tanf"])
    state["layers"] = chance.choice([None, ["statements"]])
    event = chance.choice(given["events"])["id"]
    state["event"] = event if chance.random() < 0.3 else None
    return state
