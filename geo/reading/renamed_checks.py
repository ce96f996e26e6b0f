"""Check that ids that were given up are gone, and that what they lead to is there."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from geo.model.problems import Problem, nearest
from geo.model.renamed import Renamed, RenamedKind
from geo.reading.tables import Table


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
