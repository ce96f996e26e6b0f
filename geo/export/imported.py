"""GeoJSON of an imported set of events: a feature for each event that a selection shows."""

from collections.abc import Iterator
from functools import lru_cache
from math import isnan
from typing import Any, BinaryIO

import numpy as np

from geo.dataset import Dataset
from geo.eventset.event_set import (
    FIRST_OPEN,
    LAST_OPEN,
    Combination,
    EventSet,
    EventTexts,
    day_of_number,
)
from geo.eventset.select import MATCHES, Matches, select_events
from geo.export.about import about
from geo.export.base import Follow, quietly
from geo.export.writer import point, write_collection
from geo.model.vocabulary import SpanKind
from geo.rules.acting import UNNAMED
from geo.selection.link import to_query
from geo.selection.selection import Selection

BLOCK = 4096
"""Rows taken from the columns at once."""

_COLUMNS = (
    *("lat", "lon", "uncertainty_km", "combination", "reported"),
    *("lasted", "hull_first", "hull_last"),
)


def write_imported(
    event_set: EventSet,
    selection: Selection,
    dataset: Dataset,
    stream: BinaryIO,
    follow: Follow = quietly,
) -> None:
    """
    Write the imported events that a selection shows.

    Parameters
    ----------
    event_set
        The set.
    selection
        What the reader has chosen.
    dataset
        What the set was read against.
    stream
        Receives one FeatureCollection, UTF-8. Memory does not grow with the events.
    follow
        Told of what is being written.
    """
    matches = select_events(event_set, selection, dataset)
    count = int(np.count_nonzero(matches))
    atlas = about(dataset, {"imported": count}) | {
        "selection": to_query(selection, dataset),
        "imported_from": event_set.label,
        # Whoever made the set says under what licence it is; we do not know.
        "licence": None,
        "attribution": None,
        "cite": "As the source of each event asks. The events are a reader's own, drawn beside "
        f"Corridor Atlas, data version {dataset.version}.",
    }
    made = _features(event_set, matches)
    write_collection(stream, follow(made, "GeoJSON", count), {"atlas": atlas})


def _features(event_set: EventSet, matches: Matches) -> Iterator[dict[str, Any]]:
    combinations = [_combination(one) for one in event_set.combinations]
    shown = np.flatnonzero(matches)
    for start in range(0, len(shown), BLOCK):
        rows = shown[start : start + BLOCK]
        # Lists, block by block: a loop takes single numbers from them far faster than from arrays.
        columns = [getattr(event_set, name)[rows].tolist() for name in _COLUMNS]
        told = (rows.tolist(), matches[rows].tolist(), *columns)
        for row, match, lat, lon, uncertainty_km, combination, reported, *days in zip(
            *told, strict=True
        ):
            yield _feature(
                event_set.texts,
                row,
                None if isnan(lat) else point(lon, lat),
                {
                    **combinations[combination],
                    **_span(*days),
                    "reported_on": _iso(reported),
                    "uncertainty_km": None if isnan(uncertainty_km) else uncertainty_km,
                    "match": MATCHES[match],
                },
            )


def _feature(
    texts: EventTexts, row: int, geometry: dict[str, Any] | None, properties: dict[str, Any]
) -> dict[str, Any]:
    named = {"event_id": texts.event_id[row], "kind": "imported", "title": texts.title[row]}
    told = {
        "place": texts.place[row] or None,
        "actors": texts.actors[row],
        "source": texts.source[row] or None,
        "url": texts.url[row] or None,
        "note": texts.note[row] or None,
    }
    return {
        "type": "Feature",
        "id": f"imported:{texts.event_id[row]}",
        "geometry": geometry,
        "properties": named | properties | told,
    }


def _combination(combination: Combination) -> dict[str, Any]:
    actor_ids = [actor_id for actor_id in combination.actors if actor_id != UNNAMED]
    return {**combination.by_column(), "actor_ids": actor_ids}


@lru_cache(maxsize=4096)
def _span(lasted: bool, first: int, last: int) -> dict[str, Any]:
    ends = {(True, False): SpanKind.UNTIL, (False, True): SpanKind.SINCE}
    kind: SpanKind | None = SpanKind.THROUGHOUT if lasted else SpanKind.WITHIN
    if lasted:
        kind = ends.get((first == FIRST_OPEN, last == LAST_OPEN), kind)
    elif first == FIRST_OPEN and last == LAST_OPEN:
        kind = None
    return {"first_day": _iso(first), "last_day": _iso(last), "span": kind}


@lru_cache(maxsize=4096)
def _iso(number: int) -> str | None:
    day = day_of_number(number)
    return day.isoformat() if day else None
