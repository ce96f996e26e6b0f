"""GeoJSON of an imported set of events: a feature for each event that a selection shows."""

from collections.abc import Iterator
from math import isnan
from typing import Any, BinaryIO

import numpy as np

from geo.acting import UNNAMED
from geo.dataset import Dataset
from geo.eventset import FIRST_OPEN, LAST_OPEN, EventSet, Facet, day_of_number
from geo.eventset_select import MATCHES, select_events
from geo.export.about import about
from geo.export.base import Follow, quietly
from geo.export.writer import point, write_collection
from geo.selection import Selection
from geo.vocabulary import SpanKind


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
    shown = np.flatnonzero(matches)
    atlas = about(dataset, {"imported": len(shown)}) | {
        "selection": selection.to_query(dataset),
        "imported_from": event_set.label,
        # Whoever made the set says under what licence it is; we do not know.
        "licence": None,
        "attribution": None,
        "cite": "As the source of each event asks. The events are a reader's own, drawn beside "
        f"Corridor Atlas, data version {dataset.version}.",
    }
    made = _features(event_set, shown.tolist(), matches.tolist())
    write_collection(stream, follow(made, "GeoJSON", len(shown)), {"atlas": atlas})


def _features(
    event_set: EventSet, shown: list[int], matches: list[int]
) -> Iterator[dict[str, Any]]:
    texts = event_set.texts
    # Lists: a loop takes single numbers from them far faster than from arrays.
    columns = ("lat", "lon", "uncertainty_km", "facet", "reported")
    lat, lon, uncertainty_km, facet, reported = (
        getattr(event_set, name).tolist() for name in columns
    )
    days = (event_set.lasted, event_set.hull_first, event_set.hull_last)
    written = list(zip(*(column.tolist() for column in days), strict=True))
    facets = [_facet(one) for one in event_set.facets]
    spans = {each: _span(*each) for each in set(written)}
    reports = {number: _iso(number) for number in set(reported)}
    for row in shown:
        placed = not isnan(lat[row])
        yield {
            "type": "Feature",
            "id": f"imported:{texts.event_id[row]}",
            "geometry": point(lon[row], lat[row]) if placed else None,
            "properties": {
                "event_id": texts.event_id[row],
                "kind": "imported",
                "title": texts.title[row],
                **facets[facet[row]],
                **spans[written[row]],
                "reported_on": reports[reported[row]],
                "place": texts.place[row] or None,
                "uncertainty_km": None if isnan(uncertainty_km[row]) else uncertainty_km[row],
                "actors": texts.actors[row],
                "source": texts.source[row] or None,
                "url": texts.url[row] or None,
                "note": texts.note[row] or None,
                "match": MATCHES[matches[row]],
            },
        }


def _facet(facet: Facet) -> dict[str, Any]:
    return {
        "type": facet.type,
        "status": facet.status,
        "standing": facet.standing,
        "side": facet.side,
        "actor_ids": [actor_id for actor_id in facet.actors if actor_id != UNNAMED],
    }


def _span(lasted: bool, first: int, last: int) -> dict[str, Any]:
    ends = {(True, False): SpanKind.UNTIL, (False, True): SpanKind.SINCE}
    kind: SpanKind | None = SpanKind.THROUGHOUT if lasted else SpanKind.WITHIN
    if lasted:
        kind = ends.get((first == FIRST_OPEN, last == LAST_OPEN), kind)
    elif first == FIRST_OPEN and last == LAST_OPEN:
        kind = None
    return {"first_day": _iso(first), "last_day": _iso(last), "span": kind}


def _iso(number: int) -> str | None:
    day = day_of_number(number)
    return day.isoformat() if day else None
