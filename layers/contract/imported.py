"""The shape of the JSON in the packed files of an imported set of events."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from geo.model.contract import Id, Km
from layers.contract.facets import ColumnLabels, ColumnWords


class CombinationRow(ColumnWords):
    """What filters ask of an event; many events share one."""

    actors: list[Id]  # The reserved "unnamed" alone where none is given.


ColumnKind = Literal["f4", "i4", "u2", "u1"]
"""Kind and bytes of a number, little endian."""


class PackedColumn(TypedDict):
    """Where a column lies in the file."""

    type: ColumnKind
    offset: int  # Bytes from the start of the file.


class PackedColumns(TypedDict):
    """The columns; days are numbers from 1970-01-01, whose least and greatest are open ends."""

    x: PackedColumn  # Fraction of the world from the west, Web Mercator; NaN without a place.
    y: PackedColumn  # Fraction of the world from the north.
    hull_first: PackedColumn
    hull_last: PackedColumn
    core_first: PackedColumn
    core_last: PackedColumn
    reported: PackedColumn
    combination: PackedColumn  # Index into combinations.
    flags: PackedColumn  # Bit 0: it lasted.


class PackedHeader(TypedDict):
    """The head of the file of columns."""

    count: int  # How many events there are.
    label: str
    columns: PackedColumns
    combinations: list[CombinationRow]


class ImportedTexts(ColumnLabels):
    """What is told of an imported event; what is not stated is left out."""

    id: NotRequired[str]
    title: NotRequired[str]
    when: NotRequired[str]
    where: NotRequired[str]
    uncertainty_km: NotRequired[Km]
    actors: NotRequired[list[str]]  # Names, in the order of the file.
    source: NotRequired[str]
    url: NotRequired[str]
    note: NotRequired[str]
