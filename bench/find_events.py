"""Give the synthetic events what people search: titles, places, notes and actors of the tables."""

import csv
from functools import cache
from pathlib import Path

import numpy as np

from bench.events import SEED, SIDES, TYPES, Events
from geo.dataset import load_dataset
from geo.selection.folding import spellings, tidy

TITLE_WORDS = 6
NOTE_WORDS = 12
SOURCES = 400
COLUMNS = (
    *("event_id", "title", "type", "side", "first_day", "last_day", "lat", "lon"),
    *("place", "source", "note", "actor_ids"),
)
WORDS = (
    "airstrike on convoy",
    "deir ez-zor",
    "kataib hizballah",
    "دير الزور",
    "tanf 2017 reuters",
    "no such thing at all",
)
"""What is typed, letter by letter."""


@cache
def _vocabulary() -> list[str]:
    rows = load_dataset().event_rows.values()
    return [word for row in rows for word in f"{row.title} {row.summary or ''}".split()]


def write_searched_csv(events: Events, path: Path) -> None:
    """
    Write what a reader would import, with about 25 words a row to be found by.

    Parameters
    ----------
    events
        Where and when; the texts are the same for the same events.
    path
        The file, CSV.
    """
    chance = np.random.default_rng([SEED, len(events), 1])
    dataset = load_dataset()
    words = _vocabulary()
    places = [name for row in dataset.gazetteer.values() for name in spellings([row])]
    actors = ["", *dataset.actors]
    picked = chance.integers(0, len(words), (len(events), TITLE_WORDS + NOTE_WORDS))
    place, source = (
        chance.integers(0, len(places), len(events)),
        chance.integers(0, SOURCES, len(events)),
    )
    actor = chance.integers(0, len(actors), len(events))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for i, row in enumerate(picked.tolist()):
            told = [words[word] for word in row]
            title = f"{events.title(i)}, {' '.join(told[:TITLE_WORDS])}"
            day = events.iso_day(i)
            kinds = [TYPES[events.type[i]], SIDES[events.side[i]]]
            where = [f"{events.lat[i]:.5f}", f"{events.lon[i]:.5f}", places[place[i]]]
            said = [f"Reuters report {source[i]}", " ".join(told[TITLE_WORDS:]), actors[actor[i]]]
            writer.writerow([f"e{i + 1}", title, *kinds, day, day, *where, *said])


def keystrokes() -> list[str]:
    """List what the box holds after each letter that changes what is looked for; ends empty."""
    typed: list[str] = []
    for words in WORDS:
        held = [words[:end] for end in range(1, len(words) + 1)]
        typed += [one for one in held if tidy(one) == one]
        typed.append("")
    return typed
