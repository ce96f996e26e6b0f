"""A small imported set for browser tests: spans, a crowd, undated and placeless events."""

import base64
import json
import random
from datetime import date, timedelta
from typing import Any

from playwright.sync_api import Page

from geo.dataset import Dataset
from geo.eventset.event_set import EventSet
from geo.eventset.reading import read_event_set
from layers.packed.event_set import packed
from panels.imported_files import FILES
from tests.browser.actions import settle
from tests.browser.drawing import HOSTILE

FIRST_DAY = date(2017, 5, 1)
COUNT = 900
CROWD = (31.6, 41.9)
LONE = (31.4, 36.9)
SIDES = ("us-coalition", "iran-aligned", "syrian-government", "islamic-state")
TYPES = ("airstrike", "troop-movement", "arms-shipment", "statement")
COLUMNS = "event_id,title,type,side,first_day,last_day,span,reported_on,lat,lon,actor_ids"
LOAD = "(text) => view.points.load(JSON.parse(text))"


def rows() -> list[list[str]]:
    """Make the rows, the same at every call; the first is alone in the south and hostile."""
    chance = random.Random(7)
    made = []
    for number in range(COUNT):
        first = FIRST_DAY + timedelta(days=chance.randrange(60))
        last = first + timedelta(days=chance.choice((0, 0, 0, 6)))
        span = chance.choice(("within", "throughout", "since", "until"))
        days = {"since": (first, ""), "until": ("", last)}.get(span, (first, last))
        if chance.random() < 0.05:
            span, days = "", ("", "")
        reported = first + timedelta(days=9) if chance.random() < 0.8 else ""
        place: tuple[Any, Any] = (chance.uniform(32.5, 37), chance.uniform(36, 48))
        if number % 9 == 0:
            place = CROWD
        if number % 31 == 5:
            place = ("", "")
        title = f"Imported event {number}"
        if number == 1:
            title, span, days, place = HOSTILE, "within", (FIRST_DAY, FIRST_DAY), LONE
        actor = chance.choice(("us-military", "iran", ""))
        kind, side = chance.choice(TYPES), chance.choice(SIDES)
        cells = [f"imported-{number}", title, kind, side, *days, span, reported, *place, actor]
        made.append([str(cell) for cell in cells])
    return made


def csv_text() -> str:
    """Write the rows as CSV."""
    lines = [",".join(f'"{cell}"' for cell in row) for row in rows()]
    return "\n".join([COLUMNS, *lines]) + "\n"


def event_set(dataset: Dataset) -> EventSet:
    """Read the rows."""
    return read_event_set(csv_text().encode(), "test.csv", dataset)


def load(page: Page, made: EventSet) -> None:
    """Hand the set to the map of a page that has no server."""
    page.evaluate(LOAD, json.dumps(given(made)))
    settle(page)


def given(made: EventSet) -> dict[str, str]:
    """Return what a server that can write no file sends of a set."""
    files = dict(zip(FILES, packed(made), strict=True))
    inline = {f"{name}_inline": base64.b64encode(one.content) for name, one in files.items()}
    named = {"id": made.version, "label": made.label}
    return named | {name: content.decode() for name, content in inline.items()}
