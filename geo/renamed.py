"""What became of ids that links made earlier still hold."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator

from geo.cells import ID_PATTERN, Id, Text, maybe, word_of, wrong
from geo.problems import Problem, nearest
from geo.row import Fault, Row
from geo.tables import Table
from geo.vocabulary import Extent

if TYPE_CHECKING:
    from geo.dataset import Dataset


class RenamedKind(StrEnum):
    """What an id that was given up stood for."""

    EVENT = "event"
    CLAIM = "claim"
    PLACE = "place"
    ACTOR = "actor"
    ROUTE = "route"


Thing = tuple[RenamedKind, str]
"""A kind and an id."""


def _leads_to(value: object) -> str:
    text = str(value)
    kind, colon, thing_id = text.rpartition(":")
    if not ID_PATTERN.fullmatch(thing_id) or (colon and kind not in frozenset(RenamedKind)):
        raise wrong(f"{text!r} is no id; write one, or KIND:ID where it is now of another kind")
    return text


class Renamed(Row):
    """An id that was given up, and what it leads to now."""

    old_id: Id
    kind: Annotated[RenamedKind, BeforeValidator(word_of(RenamedKind))]
    new_id: Annotated[str | None, BeforeValidator(maybe(_leads_to))]
    became: Text

    @property
    def old(self) -> Thing:
        """What a link may hold."""
        return self.kind, self.old_id

    @property
    def new(self) -> Thing | None:
        """What opens instead; ``None`` where nothing does."""
        if not self.new_id:
            return None
        kind, colon, thing_id = self.new_id.rpartition(":")
        return (RenamedKind(kind) if colon else self.kind), thing_id

    def faults(self) -> Iterator[Fault]:
        """Yield a fault where nothing says what became of it."""
        if not self.became and (not self.new or self.new[0] is not self.kind):
            yield "became", "is empty; say in a sentence what became of it"


def renamed_problems(
    renamed: Table[Renamed], things: Mapping[RenamedKind, Table[Any]]
) -> Iterator[Problem]:
    """
    Find ids that were given up and are there, or lead nowhere.

    Parameters
    ----------
    renamed
        The table.
    things
        The table of each kind.

    Yields
    ------
    problem
        One for each cell; none about a kind whose table cannot be read.
    """
    line_of = {x.row.old: x.line for x in renamed.rows}
    for located in renamed.rows:
        row = located.row
        if row.old_id in (things[row.kind].ids or {}):
            message = f"'{row.old_id}' is there as {row.kind}; delete this row or rename that one"
            yield Problem(renamed.file, located.line, "old_id", message)
        if row.new is None:
            continue
        kind, new_id = row.new
        known: Collection[str] | None = things[kind].ids
        if row.new in line_of:
            message = f"'{row.new_id}' was given up itself on line {line_of[row.new]}; lead past it"
            yield Problem(renamed.file, located.line, "new_id", message)
        elif known is not None and new_id not in known:
            name = things[kind].file.rpartition("/")[2]
            message = f"'{new_id}' is not in {name}{nearest(new_id, known)}"
            yield Problem(renamed.file, located.line, "new_id", message)


def renewed(query: Mapping[str, str], dataset: "Dataset") -> tuple[dict[str, str], list[str]]:
    """
    Put the ids of today into the query of a link, for those it holds from before.

    Parameters
    ----------
    query
        Any text.
    dataset
        Knows what became of ids.

    Returns
    -------
    query
        With today's ids; an id that leads nowhere is left out. An event that is now told on the
        card of another thing opens that card, unless the link opens one already.
    notices
        What became of them, one sentence each.
    """
    found = dict(query)
    rows: list[Renamed] = []

    def met(kind: RenamedKind, old_id: str) -> Renamed | None:
        row = dataset.renamed.get((kind, old_id))
        if row and row not in rows:
            rows.append(row)
        return row

    for name in ("event", "current"):
        row = met(RenamedKind.EVENT, found.get(name, ""))
        if not row:
            continue
        del found[name]
        if row.new and row.new[0] is RenamedKind.EVENT:
            found[name] = row.new[1]
        elif row.new and name == "event":
            found.setdefault("about", _card(row.new, dataset))
    kind, _, thing_id = found.get("about", "").partition(".")
    if kind in _ABOUT and (row := met(_ABOUT[kind], thing_id)):
        del found["about"]
        if row.new and row.new[0] is RenamedKind.EVENT:
            found.setdefault("event", row.new[1])
        elif row.new:
            found["about"] = _card(row.new, dataset)
    if found.get("cursors"):
        pairs = [pair.partition(".") for pair in found["cursors"].split("_")]
        found["cursors"] = "_".join(
            f"{article_id}{dot}{now}"
            for article_id, dot, event_id in pairs
            if (now := _same_kind(event_id, met(RenamedKind.EVENT, event_id))) is not None
        )
    if found.get("actors"):
        words = [word.partition("_") for word in found["actors"].split(".")]
        found["actors"] = ".".join(
            f"{now}{low}{itself}"
            for actor_id, low, itself in words
            if (now := _same_kind(actor_id, met(RenamedKind.ACTOR, actor_id))) is not None
        )
    return found, [row.became for row in rows if row.became]


_ABOUT = {
    "place": RenamedKind.PLACE,
    "zone": RenamedKind.PLACE,
    "route": RenamedKind.ROUTE,
    "actor": RenamedKind.ACTOR,
}


def _same_kind(thing_id: str, row: Renamed | None) -> str | None:
    if row is None:
        return thing_id
    return row.new[1] if row.new and row.new[0] is row.kind else None


def _card(thing: Thing, dataset: "Dataset") -> str:
    kind, thing_id = thing
    is_zone = kind is RenamedKind.PLACE and dataset.gazetteer[thing_id].extent is Extent.CIRCLE
    return f"{'zone' if is_zone else kind}.{thing_id}"
