"""The shift of the corridor as the payload carries it, and the line along which it is drawn."""

from shapely.geometry import LineString, MultiLineString

from geo.dataset import Dataset
from geo.model.courses import COURSES
from geo.model.places import position
from geo.rules.corridor import KM_PER_MILE, ORIGINAL, SHIFTED, courses, shift_measure
from geo.sentences.shift_words import shift_sentences, shift_sources
from geo.sentences.source import source_text
from layers.base import latlon
from layers.base.legs import drawn_legs
from layers.contract import ShiftRow

LAYER_ID = "corridor-shift"
ORIGIN_ID = "qamishli"
TARGET_ID = "mayadin"
_MERIDIANS = 48
"""Where the gap between the courses is looked at."""


def shift_line(dataset: Dataset) -> LineString | None:
    """
    Return the line the arrow is drawn along.

    Parameters
    ----------
    dataset
        What was reported.

    Returns
    -------
    LineString or None
        Lon/lat degrees, from the origin towards the target; None where either is missing, or a
        selection leaves one of the courses out.
    """
    whole = dataset.whole or dataset
    if any(key in whole.route_rows and key not in dataset.route_rows for key in COURSES):
        return None
    ends = [dataset.gazetteer.get(place_id) for place_id in (ORIGIN_ID, TARGET_ID)]
    located = [place for place in ends if place is not None and place.lat is not None]
    if len(located) < len(ends):
        return None
    return LineString([position(place) for place in located])


def shift_row(dataset: Dataset) -> ShiftRow | None:
    """
    Write the shift for the payload: what was reported, what was measured, and between which pair.

    Parameters
    ----------
    dataset
        What was reported.

    Returns
    -------
    ShiftRow or None
        None where a place of the pair is missing.
    """
    if shift_line(dataset) is None:
        return None
    measure = shift_measure(dataset, ORIGIN_ID, TARGET_ID)
    return {
        "id": LAYER_ID,
        "reported_miles": measure.reported_miles,
        "claim": measure.claim_id,
        "offset_km": round(measure.offset_km, 1),
        "offset_miles": round(measure.offset_km / KM_PER_MILE, 1),
        "geodesic_km": round(measure.geodesic_km, 1),
        "bearing_deg": round(measure.bearing_deg),
        "from": dataset.gazetteer[ORIGIN_ID].name,
        "to": dataset.gazetteer[TARGET_ID].name,
        "from_place": ORIGIN_ID,
        "to_place": TARGET_ID,
        "said": shift_sentences(dataset, measure),
        "trace": {name: source_text(one) for name, one in shift_sources(measure).items()},
        "event": _event_of(dataset, measure.claim_id),
        "between": [latlon.lat_lon(*each) for each in between_courses(dataset)],
    }


def between_courses(dataset: Dataset) -> list[tuple[float, float]]:
    """
    Return where the words of the shift may stand while only the articles count.

    Parameters
    ----------
    dataset
        What was reported.

    Returns
    -------
    list of (lon, lat)
        Degrees, half-way between the stated lines of the two courses, the widest gap first;
        empty where one of them is missing.
    """
    lines = [_stated_line(dataset, layer_id) for layer_id in (ORIGINAL, SHIFTED)]
    if any(line.is_empty for line in lines):
        return []
    west = max(line.bounds[0] for line in lines)
    east = min(line.bounds[2] for line in lines)
    found = []
    for step in range(1, _MERIDIANS):
        lon = west + (east - west) * step / _MERIDIANS
        meridian = LineString([(lon, -90), (lon, 90)])
        original, shifted = (line.intersection(meridian).bounds for line in lines)
        if original[3] > shifted[3]:  # Never so where one of them has no line: its bounds are NaN.
            found.append((original[3] - shifted[3], lon, (original[3] + shifted[3]) / 2))
    return [(lon, lat) for _, lon, lat in sorted(found, reverse=True)]


def _stated_line(dataset: Dataset, layer_id: str) -> MultiLineString:
    """Return the legs of a course between stated waypoints; empty without the course."""
    main = next(iter(courses(dataset, layer_id)), None)
    legs = drawn_legs(main, stated_only=True) if main else ()
    return MultiLineString([line for _, line in legs])


def _event_of(dataset: Dataset, claim_id: str | None) -> str | None:
    whole = dataset.whole or dataset
    return next((c.event_id for c in whole.claims if c.claim_id == claim_id), None)
