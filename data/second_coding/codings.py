"""Read the two codings and the table that says which event of one is which of the other."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent
DATA = FOLDER.parent


class Role(NamedTuple):
    """What an actor is to an event; a name may stand for more than one actor."""

    actors: frozenset[str]
    role: str


Locus = tuple[str, str]
Voice = tuple[frozenset[str], frozenset[str]]


class Match(NamedTuple):
    """A row of matches.csv; one of the two events may be missing."""

    event_id: str
    second_id: str
    settled: str
    how: str


@dataclass(frozen=True)
class Coding:
    """Events of one coding with their places in order and their roles; who says each passage."""

    events: dict[str, dict[str, str]]
    places: dict[str, list[frozenset[str]]]
    roles: dict[str, list[Role]]
    voices: dict[Locus, set[Voice]]


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table, every cell as text."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def plain(name: str) -> str:
    """Fold case, apostrophes and a leading article, which the codings spell differently."""
    return re.sub(r"^(the|an?) ", "", name.replace("\u2019", "'").casefold())


def spellings(table: str, key: str) -> dict[str, frozenset[str]]:
    """Map every name and alias of a table, in plain form, to the ids that bear it."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(DATA / table):
        for name in (row["name"], *row["aliases"].split("|")):
            found[plain(name)].add(row[key])
    return {name: frozenset(ids) for name, ids in found.items()}


def first_coding() -> Coding:
    """Read the first coding, without the outside places that no article names."""
    named = {row["place_id"] for row in rows(DATA / "gazetteer.csv") if row["mentions"]}
    return _coding(
        FOLDER / "first",
        lambda row: frozenset({row["place_id"]} & named),
        lambda name: frozenset({name}),
    )


def second_coding() -> Coding:
    """
    Read the second coding, its names resolved.

    Raises
    ------
    KeyError
        A name is neither an alias in the gazetteer or the actors nor in names.csv.
    """
    places = spellings("gazetteer.csv", "place_id")
    actors = spellings("actors.csv", "actor_id")
    for row in rows(FOLDER / "names.csv"):
        actors[plain(row["name"])] = frozenset({row["actor_id"]})
    return _coding(
        FOLDER, lambda row: places[plain(row["place"])], lambda name: actors[plain(name)]
    )


def _coding(
    folder: Path,
    place_of: Callable[[dict[str, str]], frozenset[str]],
    actor_of: Callable[[str], frozenset[str]],
) -> Coding:
    places: dict[str, list[frozenset[str]]] = defaultdict(list)
    for row in sorted(rows(folder / "event_places.csv"), key=lambda row: int(row["order"])):
        if found := place_of(row):
            places[row["event_id"]].append(found)
    roles: dict[str, list[Role]] = defaultdict(list)
    for row in rows(folder / "participants.csv"):
        name = row.get("actor_id") or row["actor"]
        roles[row["event_id"]].append(Role(actor_of(name), row["role"]))
    voices: dict[Locus, set[Voice]] = defaultdict(set)
    for row in rows(folder / "claims.csv"):
        voice, via = (actor_of(row[key]) if row[key] else frozenset() for key in ("voice", "via"))
        voices[row["article_id"], row["locus"]].add((voice, via))
    events = {row["event_id"]: row for row in rows(folder / "events.csv")}
    return Coding(events, places, roles, voices)


def matches() -> list[Match]:
    """Read matches.csv."""
    return [Match(**row) for row in rows(FOLDER / "matches.csv")]


def pairs(found: Iterable[Match]) -> list[Match]:
    """Keep the rows that have an event on both sides."""
    return [match for match in found if match.event_id and match.second_id]


def one_to_one(found: Sequence[Match]) -> list[Match]:
    """Keep the pairs in which neither event has another counterpart."""
    seen = Counter(match.event_id for match in found) + Counter(m.second_id for m in found)
    return [m for m in found if seen[m.event_id] == 1 and seen[m.second_id] == 1]
