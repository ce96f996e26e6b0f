"""What became of ids that links made earlier still hold."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from geo.model.cells import ID_PATTERN, Id, Text, maybe, word_of, wrong
from geo.model.row import Fault, Row


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
