"""Read a table strictly: every cell as text, every row understood or reported."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from geo.model.models import Row
from geo.model.problems import Problem, nearest
from geo.reading.records import records, text_fault

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Located(Generic[R]):
    """A row and the line of the file on which it starts, counted from 1."""

    line: int
    row: R


@dataclass(frozen=True)
class Table(Generic[R]):
    """
    The rows of one file that could be read, with what was wrong with the others.

    Attributes
    ----------
    file
        The file as a person would name it.
    rows
        Rows that could be read.
    problems
        What is wrong with the file itself.
    ids
        Line by id, also of rows that could not be read, so that one bad cell does not make
        every reference to its row look wrong; ``None`` when the file could not be read at all.
    complete
        Whether every row could be read.
    """

    file: str
    rows: tuple[Located[R], ...]
    problems: tuple[Problem, ...]
    ids: dict[str, int] | None
    complete: bool


def read_table(path: Path, model: type[R], key: tuple[str, ...] = ()) -> Table[R]:
    """
    Read a CSV file into checked rows.

    Parameters
    ----------
    path
        The file: UTF-8, comma-separated, with a header that names every column of the model.
    model
        The row model.
    key
        Columns that together may occur only once.

    Returns
    -------
    table
        Rows and problems; never raises for what is in the file.
    """
    file = f"{path.parent.name}/{path.name}"
    problems: list[Problem] = []
    rows: list[Located[R]] = []
    first_line: dict[tuple[str, ...], int] = {}
    ids: dict[str, int] = {}
    read = 0
    for line, cells in _records(path, file, list(model.model_fields), problems):
        read += 1
        if key:
            ids.setdefault(cells[key[0]], line)
        bad_text = [
            Problem(file, line, column, fault)
            for column, text in cells.items()
            if (fault := text_fault(text))
        ]
        problems += bad_text
        if bad_text:
            continue
        row = read_row(file, line, model, cells, problems)
        if row is None:
            continue
        rows.append(Located(line, row))
        values = tuple(cells[column] for column in key)
        if key and first_line.setdefault(values, line) != line:
            what = " ".join(f"'{value}'" for value in values)
            message = f"{what} is already on line {first_line[values]}; each may occur once"
            problems.append(Problem(file, line, " ".join(key), message))
    complete = not problems or (bool(rows) and len(rows) == read)
    usable = read > 0 or not problems
    return Table(file, tuple(rows), tuple(problems), ids if usable else None, complete)


def empty_problems(table: Table[R], what: str) -> Iterator[Problem]:
    """
    Find a table without a row that needs one.

    Parameters
    ----------
    table
        The table.
    what
        Of what it has rows.

    Yields
    ------
    problem
        At most one; none while rows cannot be read, which is reported itself.
    """
    if table.complete and not table.rows:
        yield Problem(table.file, 0, "", f"no {what}; the atlas needs at least one")


def read_row(
    file: str, line: int, model: type[R], cells: dict[str, Any], problems: list[Problem]
) -> R | None:
    """
    Turn the cells of one row into its model.

    Parameters
    ----------
    file, line
        Where the row is.
    model
        The row model.
    cells
        Cell by column.
    problems
        Receives what is wrong.

    Returns
    -------
    row
        The row, or ``None`` when a cell could not be read. A row whose cells contradict
        each other is returned and reported.
    """
    try:
        row = model.model_validate(cells)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            column = ".".join(str(part) for part in detail["loc"])
            unknown = detail["type"] == "extra_forbidden"
            hint = nearest(column, model.model_fields) or "; delete it"
            message = f"is not a column of this table{hint}" if unknown else detail["msg"]
            problems.append(Problem(file, line, column, message))
        return None
    problems += [Problem(file, line, column, message) for column, message in row.faults()]
    return row


def _records(
    path: Path, file: str, columns: list[str], problems: list[Problem]
) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        content = path.read_bytes()
    except OSError:
        problems.append(Problem(file, 0, "", "cannot be read; the file is needed"))
        return
    yield from records(content, file, (columns, ()), problems)
