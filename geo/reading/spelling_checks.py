"""Check that the spellings of an actor are among its aliases."""

from collections.abc import Iterator

from geo.model.models import Actor
from geo.model.problems import Problem
from geo.model.spellings import Spelling
from geo.reading.tables import Table


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
