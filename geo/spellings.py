"""How the articles spell actors, and in which passages each spelling stands."""

from collections.abc import Iterator

from geo.cells import Id, NeededText
from geo.models import Actor
from geo.places import Mentions
from geo.problems import Problem
from geo.row import Fault, Row
from geo.tables import Table


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
