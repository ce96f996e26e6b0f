"""The real data, the same data with every text turned hostile, and a walk over what is drawn."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from branca.element import Element
from pydantic import BaseModel

from geo.dataset import Dataset, load_dataset

TEXT_FIELDS = {
    "title",
    "publisher",
    "publisher_note",
    "author",
    "published_note",
    "name",
    "name_ar",
    "aliases",
    "spelling",
    "note",
    "source",
    "summary",
    "date_note",
    "account",
    "hedge",
    "became",
    "says_when",
    "reason",
}
HOSTILE = "zq<img src=x onerror=alert(1)></script>\"'`${7*7}{{7*7}}zq{% x %}{# x #}\\u003c\u2028zq"


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return load_dataset()


@pytest.fixture(scope="session")
def hostile(dataset: Dataset) -> Dataset:
    tables: dict[str, Any] = {}
    for name in ("articles", "actors", "gazetteer", "event_rows", "route_rows", "renamed"):
        tables[name] = {key: poisoned(row) for key, row in getattr(dataset, name).items()}
    for name in ("event_places", "claims", "participants", "relations", "coverage", "spellings"):
        tables[name] = tuple(poisoned(row) for row in getattr(dataset, name))
    return replace(dataset, **tables)


def poisoned(row: BaseModel) -> BaseModel:
    """The same row with hostile text in every field that holds text."""
    changes: dict[str, Any] = {}
    for field in type(row).model_fields:
        value = getattr(row, field)
        if field in TEXT_FIELDS:
            changes[field] = (HOSTILE,) if isinstance(value, tuple) else HOSTILE
        elif field in ("waypoints", "legs"):
            changes[field] = tuple(poisoned(waypoint) for waypoint in value)
    return row.model_copy(update=changes)


def drawn(element: Element) -> Iterator[Element]:
    """Everything below an element, in the order it is rendered."""
    for child in element._children.values():
        yield child
        yield from drawn(child)
