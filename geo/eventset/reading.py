"""Read an imported set of events strictly: everything understood, or every problem named."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError

from geo.eventset.cells import NEEDED, columns, row_faults
from geo.eventset.columns import Columns
from geo.eventset.event_set import EventSet
from geo.model.problems import DataError, Problem
from geo.model.row import Fault
from geo.reading.records import records
from geo.selection.facets import listed_columns

if TYPE_CHECKING:
    from geo.dataset import Dataset

MOST_BYTES = 64_000_000
MOST_ROWS = 200_000
MOST_COMBINATIONS = 2**16
MOST_LISTED = 200
LONGEST_LABEL = 80
LONGEST_MESSAGE = 300

_OTHER_UNICODE = (b"\xff\xfe", b"\xfe\xff")


class _Findings:
    """Problems as they are found: the first ones kept, the others only counted."""

    def __init__(self) -> None:
        self.kept: list[Problem] = []
        self.unlisted = 0

    @property
    def full(self) -> bool:
        return len(self.kept) >= MOST_LISTED

    def append(self, problem: Problem) -> None:
        if self.full:
            self.unlisted += 1
        else:
            self.kept.append(problem)

    def stop_on_any(self) -> None:
        if self.kept:
            raise DataError(self.kept, self.unlisted)


def read_event_set(
    content: bytes, name: str, dataset: "Dataset", most_bytes: int = MOST_BYTES
) -> EventSet:
    """
    Read a set of events from a CSV file.

    Parameters
    ----------
    content
        The file, UTF-8; nothing about it is trusted. ``data/README.md`` lists its columns.
    name
        Its name without a folder: what problems and the label of the set call it.
    dataset
        Says which actors there are.
    most_bytes
        Size at most.

    Returns
    -------
    event_set
        Every row of the file.

    Raises
    ------
    DataError
        With all problems; a long list is cut, and says how many more there are.
    """
    label = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)
    label = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    findings = _Findings()
    if len(content) > most_bytes:
        size = f"{len(content) / 1e6:,.1f} MB"
        message = f"has {size}; {most_bytes / 1e6:.0f} MB at most, so split the file"
        findings.append(Problem(label, 0, "", message))
    elif content.startswith(_OTHER_UNICODE):
        findings.append(Problem(label, 0, "", "is UTF-16; save the file as CSV in UTF-8"))
    findings.stop_on_any()
    gathered = Columns({actor.actor_id: actor.name for actor in dataset.actors.values()})
    for row in _rows(content, label, gathered.actor_names, findings):
        gathered.add(row)
    if not len(gathered) and not findings.kept:
        message = "holds no event; every line below the header holds one"
        findings.append(Problem(label, 1, "", message))
    if len(gathered.combinations) > MOST_COMBINATIONS:
        asked = ", ".join(column.name for column in listed_columns())
        message = (
            f"has {len(gathered.combinations):,} combinations of {asked} and actors; "
            f"{MOST_COMBINATIONS:,} at most, so split the file"
        )
        findings.append(Problem(label, 0, "", message))
    findings.stop_on_any()
    version = sha256(f"{dataset.version} {label}\n".encode() + content).hexdigest()[:16]
    return gathered.in_order(label, version)


def _rows(
    content: bytes, file: str, actors: Mapping[str, str], findings: _Findings
) -> Iterator[dict[str, Any]]:
    told, counted = columns(actors), columns(actors, hints=False)
    optional = [name for name in told if name not in NEEDED]
    unstated = {name: told[name].value("") for name in optional}
    # Cells repeat: a word, a day or a place is read once, however many rows hold it.
    memory: dict[str, dict[str, Any]] = {name: {} for name in told}
    lines: dict[str, int] = {}
    for line, cells in records(content, file, (NEEDED, optional), findings, MOST_ROWS):
        row = dict(unstated)
        faults: list[Fault] = []
        for name, text in cells.items():
            known = memory[name]
            if text not in known:
                try:
                    known[text] = (counted if findings.full else told)[name].value(text)
                except PydanticCustomError as error:
                    faults.append((name, error.message()))
                    continue
            row[name] = known[text]
        first_line = lines.setdefault(cells["event_id"], line)
        if first_line != line and "event_id" in row:
            message = f"'{row['event_id']}' is already on line {first_line}; each may occur once"
            faults.append(("event_id", message))
        if not faults:
            faults += row_faults(row)
        for column, message in faults:
            findings.append(Problem(file, line, column, _brief(message)))
        if not faults:
            yield row


def _brief(message: str) -> str:
    """Leave the middle out of a message that quotes a long cell: its end says what to do."""
    return message if len(message) <= LONGEST_MESSAGE else f"{message[:160]} … {message[-120:]}"
