"""Check that what a claim is about is there."""

from collections.abc import Iterator, Mapping
from typing import Any

from geo.model.models import Claim
from geo.model.problems import Problem, nearest
from geo.model.things import about_parts
from geo.reading.tables import Table


def about_problems(claims: Table[Claim], things: Mapping[str, Table[Any]]) -> Iterator[Problem]:
    """
    Find claims about things that are in no table.

    Parameters
    ----------
    claims
        The table.
    things
        The table of each kind.

    Yields
    ------
    problem
        One for each claim; none while the table of its kind cannot be read.
    """
    for located in claims.rows:
        if not located.row.about:
            continue
        kind, thing_id = about_parts(located.row.about)
        target = things[kind]
        if target.ids is not None and thing_id not in target.ids:
            name = target.file.rpartition("/")[2]
            message = f"'{thing_id}' is not in {name}{nearest(thing_id, target.ids)}"
            yield Problem(claims.file, located.line, "about", message)
