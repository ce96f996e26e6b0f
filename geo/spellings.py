"""How the articles spell actors, and in which passages each spelling stands."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.actor_sources import actor_source
from geo.cells import Id, NeededText
from geo.models import Actor
from geo.places import Mentions
from geo.problems import Problem
from geo.row import Fault, Row
from geo.source import Kind, Source
from geo.tables import Table

if TYPE_CHECKING:
    from geo.dataset import Dataset


class Spelling(Row):
    """A spelling of an actor, with every passage that has it letter by letter."""

    actor_id: Id
    spelling: NeededText
    mentions: Mentions

    def faults(self) -> Iterator[Fault]:
        """Yield a fault where no passage has it."""
        if not self.mentions:
            yield "mentions", "is empty; a spelling that no passage has stands in aliases only"


def spelling_problems(spellings: Table[Spelling], actors: Table[Actor]) -> Iterator[Problem]:
    """
    Find spellings that their actor does not have.

    Parameters
    ----------
    spellings, actors
        The tables.

    Yields
    ------
    problem
        One for each spelling of a known actor that is not among its aliases.
    """
    aliases = {x.row.actor_id: x.row.aliases for x in actors.rows}
    for located in spellings.rows:
        row = located.row
        if row.actor_id in aliases and row.spelling not in aliases[row.actor_id]:
            message = f"'{row.spelling}' is no alias of '{row.actor_id}'; add it in actors.csv"
            yield Problem(spellings.file, located.line, "spelling", message)


def spelling_sources(dataset: "Dataset", actor_id: str) -> dict[str, Source]:
    """
    Say where each spelling of an actor stands.

    Parameters
    ----------
    dataset
        What was reported; looked up in all of it.
    actor_id
        An actor of the table.

    Returns
    -------
    sources
        By spelling, in the order of the actor's aliases; an alias that no article spells is left
        out. Claims are those on the actor that stand in one of the passages.
    """
    whole = dataset.whole or dataset
    claims = {claim.claim_id: claim for claim in whole.claims}
    at = {
        claim_id: f"{claims[claim_id].article_id}:{claims[claim_id].locus}"
        for claim_id in actor_source(whole, actor_id).claim_ids
    }
    found = {}
    for row in whole.spellings:
        if row.actor_id == actor_id:
            passages = tuple(f"{one.article_id}:{one.locus}" for one in row.mentions)
            ids = tuple(claim_id for claim_id, passage in at.items() if passage in passages)
            found[row.spelling] = Source(Kind.ARTICLE, ids, passages)
    actor = whole.actors[actor_id]
    return {alias: found[alias] for alias in actor.aliases if alias in found}
