"""An imported set to be searched: odd letters, many spellings, and what people may look for."""

import random

from geo.dataset import Dataset
from geo.eventset.event_set import EventSet
from tests.geo.importing import event_set

ODD = [
    "Deir ez-Zor", "Dayr az-Zawr", "دير الزور", "أَلْبُو كَمَال", "Kataʾib Ḥizb Allāh", "l’article",
    "ÀÉÎÕÜ straße İstanbul ǅ", "a\u200fb\u200dc", "tab\tnul\u0000end", "  spaces  ", "١٢٣ 123 Ⅷ ²",
    "ـــ", "عـــراق", "🙂 emoji 👩‍🚀", "x" * 200, "al", "ez", "'", "-", "", "q & <b>{{7*7}}</b>",
    "Qassem Kassem", "ΣΊΣΥΦΟΣ", "ﷺ ﻻ", "کرمانشاه ی", "𝒜 𐤀𐤁 𠀋 𝟟", "\ufffd \uffff", "ﷺ" * 30, "a",
    "no such word zzq", "constructor __proto__ toString", "0", "event 1", "_ ^ ~", "É é e\u0301",
    "\ufa0e \ufa0f",
]  # fmt: skip
"""What may be typed, or stand in a file as far as it takes it."""


def written(text: str) -> str:
    """Return a text as a cell may hold it."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def searched_set(dataset: Dataset, count: int = 600) -> EventSet:
    """Make a set whose texts come from the tables and from what is odd."""
    chance = random.Random(5)
    places = [row.name for row in dataset.gazetteer.values()]
    places += [alias for row in dataset.gazetteer.values() for alias in row.aliases]
    told = [row.title for row in dataset.event_rows.values()]
    odd = [cell for cell in map(written, ODD) if cell]
    rows = []
    for _ in range(count):
        actors = chance.sample(sorted(dataset.actors), chance.choice((0, 0, 1, 2)))
        words = chance.sample(chance.choice(told).split(), 3)
        rows.append(
            {
                "title": chance.choice((" ".join(words), chance.choice(odd))),
                "place": chance.choice(("", chance.choice(places), chance.choice(odd))),
                "source": chance.choice(("", "Reuters", chance.choice(odd))),
                "note": chance.choice(("", chance.choice(told), chance.choice(odd))),
                "actor_ids": "|".join(actors),
                "first_day": "2017-05-18",
                "last_day": "2017-05-18",
                "lat": "34",
                "lon": "40",
            }
        )
    return event_set(dataset, *rows)


def asked(dataset: Dataset, count: int) -> list[str]:
    """Return what to look for: the odd, and beginnings of what the tables hold."""
    chance = random.Random(11)
    known = [row.name for row in dataset.gazetteer.values()]
    known += [alias for row in dataset.actors.values() for alias in row.aliases]
    known += [event.title for event in dataset.event_rows.values()]
    made = list(ODD)
    for _ in range(count):
        picked = " ".join(chance.choice(known).split()[:2])
        made.append(picked[: chance.randrange(1, 14)] if chance.random() < 0.6 else picked)
    return made
