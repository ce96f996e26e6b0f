"""
Some rows of the payload in full, of the small data: what each field says, and that none is lost.

``WRITE_ROWS=1`` writes ``rows.json`` anew, where words or rules have changed on purpose; read the
difference before it is committed.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from geo.dataset import load_dataset
from layers.payload.whole import payload

FILE = Path(__file__).with_name("rows.json")
SMALL = Path(__file__).parents[1] / "fixtures" / "small"
ROWS = {
    # Placed by an article at a base, and by others some way off it.
    "events": [
        "strike-2017-05-18",
        "corridor-shift-2017-05",
        "erbil-attack-2021-02-15",
        # With a way; with casualties.
        "shipment-2021-02-22",
        "strike-2021-02-25",
    ],
    # Cut where only articles count, not drawn then, and stated as a whole.
    "routes": ["corridor-original", "corridor-shifted-branch", "damascus-baghdad-highway"],
    "places": ["al-tanf", "strike-site-2017-05-18", "deconfliction-zone", "iraq"],
    "articles": ["mediaexpress-2017-06-02", "almashareq-2021-02-26"],
    "actors": ["iran", "kataib-hizballah", "unnamed"],
    "zones": ["deconfliction-zone"],
    "turns": ["corridor-shift-2017-05"],
}
"""By id, of each list."""


@pytest.fixture(scope="module")
def packed() -> dict[str, Any]:
    found: dict[str, Any] = rounded(json.dumps(payload(load_dataset(SMALL))))
    return found


def rounded(text: str) -> Any:
    """Numbers to six places: what comes after them is the machine's."""
    return json.loads(text, parse_float=lambda number: round(float(number), 6))


def test_a_row_says_all_of_this(packed: dict[str, Any]) -> None:
    found = {
        name: {row["id"]: row for row in packed[name] if row["id"] in ids}
        for name, ids in ROWS.items()
    }
    found["shift"] = packed["shift"]
    found["labels"] = {
        row["text"]: row for row in packed["labels"] if row["place"] or row["kind"] == "course"
    }
    assert {name: sorted(found[name]) for name in ROWS} == {
        name: sorted(ids) for name, ids in ROWS.items()
    }
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("WRITE_ROWS"):
        FILE.write_text(text, encoding="utf-8")
    expected = json.loads(FILE.read_text(encoding="utf-8"))
    for name, rows in expected.items():
        for row_id, row in rows.items():
            assert found[name][row_id] == row, f"{name}: {row_id}"
    assert found == expected
    # The wider an area, the earlier its name looks for room.
    assert list(found["labels"]) == list(expected["labels"])


def test_only_areas_with_a_circle_are_zones_and_articles_stand_by_day(
    packed: dict[str, Any],
) -> None:
    assert [zone["id"] for zone in packed["zones"]] == ROWS["zones"]
    days = [article["published_on"] for article in packed["articles"]]
    assert len(days) == 4 and days == sorted(days)
