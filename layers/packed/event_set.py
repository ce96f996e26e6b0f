"""
Pack an imported set of events for the browser: columns, what is told, what it is searched by.

All are little endian and begin with 16 bytes: a magic word of four letters, the version, a length
and zero, each of the latter a u4. How the third is packed stands in ``layers/packed/search.py``.

The columns (``CAEV``): the length is that of a header in JSON, UTF-8, which follows and says where
each column begins, counted from the start of the file; every column begins at a multiple of 8.
The texts (``CATX``): the length is the number of events; then as many offsets and one more (u4),
counted from the end of the last one, and an object in JSON, UTF-8, for each event, in the order of
the columns.
"""

import json
from collections.abc import Iterator
from typing import cast

import numpy as np
from numpy.typing import NDArray

from geo.eventset.event_set import EventSet
from geo.eventset.find import search_index
from geo.eventset.wording import when_texts
from layers.base.assets import Asset, hashed
from layers.contract import (
    ColumnKind,
    CombinationRow,
    ImportedTexts,
    PackedColumn,
    PackedColumns,
    PackedHeader,
)
from layers.packed.search import SEARCH_STEM, VERSION, search_file

EVENTS_STEM, TEXTS_STEM = "imported", "imported-texts"
EVENTS_MAGIC, TEXTS_MAGIC = b"CAEV", b"CATX"
ALIGNMENT = 8
LASTED_BIT = 1
MOST_LATITUDE = 85.0511287798
"""Where the square of Web Mercator ends, degrees; Leaflet's own limit."""

_LEAD_BYTES = 16
_TYPES = {"f4": "<f4", "i4": "<i4", "u2": "<u2", "u1": "u1"}
_WIDEST_OFFSET = 2**32 - 1
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def packed(event_set: EventSet) -> tuple[Asset, Asset, Asset]:
    """
    Pack a set into the files that the browser fetches.

    Parameters
    ----------
    event_set
        The set.

    Returns
    -------
    events, texts, search
        Columns, which are fetched at once; what is told of each event, and what events are found
        by, which are fetched when somebody asks.
    """
    return (
        hashed(EVENTS_STEM, ".bin", _events(event_set)),
        hashed(TEXTS_STEM, ".bin", _texts(event_set)),
        hashed(SEARCH_STEM, ".bin", search_file(search_index(event_set), len(event_set))),
    )


def world_fractions(
    lat: NDArray[np.float64], lon: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """
    Project positions to Web Mercator (EPSG:3857 on the unit square).

    Parameters
    ----------
    lat, lon
        WGS 84 degrees, or NaN. Latitudes beyond the square are drawn at its edge.

    Returns
    -------
    x, y
        Fractions of the world from the west and from the north.
    """
    up = np.arcsinh(np.tan(np.radians(np.clip(lat, -MOST_LATITUDE, MOST_LATITUDE))))
    return (lon + 180) / 360, (1 - up / np.pi) / 2


def _columns(event_set: EventSet) -> dict[str, tuple[ColumnKind, NDArray[np.generic]]]:
    x, y = world_fractions(event_set.lat, event_set.lon)
    return {
        "x": ("f4", x),
        "y": ("f4", y),
        "hull_first": ("i4", event_set.hull_first),
        "hull_last": ("i4", event_set.hull_last),
        "core_first": ("i4", event_set.core_first),
        "core_last": ("i4", event_set.core_last),
        "reported": ("i4", event_set.reported),
        "combination": ("u2", event_set.combination),
        "flags": ("u1", event_set.lasted * LASTED_BIT),
    }


def _events(event_set: EventSet) -> bytes:
    columns = {
        name: (kind, column.astype(_TYPES[kind]).tobytes())
        for name, (kind, column) in _columns(event_set).items()
    }
    combinations: list[dict[str, object]] = [
        {**{name: str(word) for name, word in one.by_column().items()}, "actors": list(one.actors)}
        for one in event_set.combinations
    ]

    def header(offsets: dict[str, int]) -> bytes:
        placed: dict[str, PackedColumn] = {
            name: {"type": kind, "offset": offsets[name]} for name, (kind, _) in columns.items()
        }
        said: PackedHeader = {
            "count": len(event_set),
            "label": event_set.label,
            # tests/layers/test_contract.py holds the names to the contract.
            "columns": cast(PackedColumns, placed),
            "combinations": cast(list[CombinationRow], combinations),
        }
        return _json(said)

    # The header names offsets that depend on its length, so it is as long as it could ever get.
    widest = header(dict.fromkeys(columns, _WIDEST_OFFSET))
    length = _aligned(_LEAD_BYTES + len(widest)) - _LEAD_BYTES
    offsets: dict[str, int] = {}
    end = _LEAD_BYTES + length
    for name, (_, content) in columns.items():
        offsets[name] = end
        end = _aligned(end + len(content))
    parts = [_lead(EVENTS_MAGIC, length), header(offsets).ljust(length, b" ")]
    parts += [content.ljust(_aligned(len(content)), b"\0") for _, content in columns.values()]
    return b"".join(parts)


def _texts(event_set: EventSet) -> bytes:
    rows = [_json(row) for row in _told(event_set)]
    ends = np.cumsum([0, *map(len, rows)])
    return b"".join([_lead(TEXTS_MAGIC, len(rows)), ends.astype("<u4").tobytes(), *rows])


def _told(event_set: EventSet) -> Iterator[ImportedTexts]:
    """Say what is known of each event; what is not stated is left out."""
    texts = event_set.texts
    labels = [one.labels() for one in event_set.combinations]
    columns = {
        "id": texts.event_id,
        "title": texts.title,
        "when": when_texts(event_set, range(len(event_set))),
        "where": texts.place,
        "uncertainty_km": [None if km != km else km for km in event_set.uncertainty_km.tolist()],
        "actors": texts.actors,
        "source": texts.source,
        "url": texts.url,
        "note": texts.note,
    }
    for combination, *values in zip(event_set.combination.tolist(), *columns.values(), strict=True):
        stated = {
            name: value
            for name, value in zip(columns, values, strict=True)
            if value not in ("", (), None)
        }
        # tests/layers/test_contract.py holds the names to the contract.
        yield cast(ImportedTexts, stated | labels[combination])


def _json(value: object) -> bytes:
    return _ENCODER.encode(value).encode()


def _lead(magic: bytes, length: int) -> bytes:
    return magic + np.array([VERSION, length, 0], dtype="<u4").tobytes()


def _aligned(length: int) -> int:
    return -(-length // ALIGNMENT) * ALIGNMENT
