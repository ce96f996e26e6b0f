"""Write imported sets of events as files, and read them against the small fixture."""

import csv
import io
from collections.abc import Mapping

from geo.dataset import Dataset
from geo.eventset.event_set import EventSet
from geo.eventset.reading import read_event_set
from geo.model.problems import DataError


def content(*rows: Mapping[str, str]) -> bytes:
    """A CSV file of these rows; each is given an id and a title where it has none."""
    full = [
        {"event_id": f"e-{number}", "title": f"Event {number}"} | dict(row)
        for number, row in enumerate(rows, start=1)
    ]
    columns = list(dict.fromkeys(name for row in full for name in row))
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(full)
    return stream.getvalue().encode()


def event_set(dataset: Dataset, *rows: Mapping[str, str]) -> EventSet:
    return read_event_set(content(*rows), "set.csv", dataset)


def problems_of(data: bytes, dataset: Dataset, name: str = "set.csv") -> list[str]:
    """The lines of the error that a file makes; none for a file that is read."""
    try:
        read_event_set(data, name, dataset)
    except DataError as error:
        return str(error).split("\n")
    return []
