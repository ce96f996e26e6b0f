"""What is written beside the two courses and said of both when they are compared."""

from datetime import date
from typing import TYPE_CHECKING

from geo.model.vocabulary import EventType, WaypointBasis
from geo.rules.corridor import ORIGINAL, SHIFTED
from geo.rules.wording import month_text
from geo.sentences.distance import distance_text
from geo.sentences.source import OURS, Kind, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.dataset import Dataset
    from geo.model.contract import CourseRow
    from geo.model.models import Claim, Place

COURSE_LABELS = {ORIGINAL: "Original course", SHIFTED: "Shifted course"}
_BETWEEN = {
    WaypointBasis.STATED: "stated in an article",
    WaypointBasis.EXTERNAL: "from other reports",
    WaypointBasis.INFERRED: "inferred by us",
}


def proposed_text(dataset: "Dataset") -> str:
    """
    Write below the name of a course that it is a proposal, and of which month.

    Parameters
    ----------
    dataset
        What was reported.

    Returns
    -------
    text
        ``proposed, as reported May 2017``; without a month where no change of route is reported.
    """
    months = sorted({month_text(day) for day in _reported_on(dataset)})
    return ", ".join(["proposed", *(f"as reported {month}" for month in months)])


def proposed_source(dataset: "Dataset") -> Source:
    """
    Say where it comes from that the courses were proposed, and when.

    Parameters
    ----------
    dataset
        What was reported.

    Returns
    -------
    source
        The claims on the change of route.
    """
    claims = tuple(claim.claim_id for one in _changes(dataset) for claim in _claims(dataset, one))
    return Source(Kind.ARTICLE, claims) if claims else OURS


def length_texts(length: str, by_basis: "Mapping[str, tuple[float, float]]") -> list[str]:
    """
    Write how long a course is and what that rests on.

    Parameters
    ----------
    length
        How long it is, in words.
    by_basis
        Of the legs of each basis: kilometres, and the radius of the widest area at their ends, 0
        where all are points.

    Returns
    -------
    list of str
    """
    known = [
        f"{distance_text(*by_basis[basis])} {words}"
        for basis, words in _BETWEEN.items()
        if basis in by_basis and by_basis[basis][0]
    ]
    return [f"{length} from waypoint to waypoint", "; ".join(known)]


def unsaid_texts(miles: float | None, rows: "Sequence[CourseRow]") -> list[str]:
    """
    Write what no article says of the courses, as far as the tables tell it.

    Parameters
    ----------
    miles
        The reported shift; ``None`` where none is given.
    rows
        Of the original and of the shifted course.

    Returns
    -------
    list of str
    """
    # An article calls two towns legs of the route: what lies between waypoints is called otherwise.
    original, shifted = (f"{row['stated']} of {row['legs']}" for row in rows)
    which = [] if miles is None else [f"Which places the {miles:g} miles lie between."]
    return [
        *which,
        "The whole of either course: of the stretches into which we divide it, articles state "
        f"{original} on the original and {shifted} on the shifted one.",
        "The roads: a line joins waypoints and is no surveyed road.",
    ]


def offset_text(offset: "Sequence[float]", start: "Place", end: "Place") -> str:
    """
    Write how far one place lies south, or north, of another, and straight.

    Parameters
    ----------
    offset
        Kilometres southward and in a straight line.
    start, end
        The places; the offset is that of the second.

    Returns
    -------
    text
        As the browser's ``offsetText``.
    """
    if start == end:
        return f"Both courses, as drawn, have {start.name}."
    south_km, straight_km = offset
    area_km = max(start.area_km, end.area_km)
    straight = f"{distance_text(straight_km, area_km)} from it in a straight line."
    # Nearer than either is sure of its place, which of both lies farther north is not known.
    if abs(south_km) <= start.unsure_km + end.unsure_km:
        return f"{end.name} lies about as far north as {start.name}, {straight}"
    far = distance_text(abs(south_km), area_km)
    way = "north" if south_km < 0 else "south"
    return f"{end.name} lies {far} farther {way} than {start.name} and {straight}"


def _changes(dataset: "Dataset") -> list[str]:
    whole = dataset.whole or dataset
    return [
        event_id
        for event_id, event in whole.event_rows.items()
        if event.type is EventType.ROUTE_CHANGE
    ]


def _claims(dataset: "Dataset", event_id: str) -> "tuple[Claim, ...]":
    return (dataset.whole or dataset).claims_of(event_id)


def _reported_on(dataset: "Dataset") -> list[date]:
    """Return when the change of route was first published; empty where none is reported."""
    whole = dataset.whole or dataset
    reports = [whole.articles_of(event_id) for event_id in _changes(dataset)]
    return [whole.articles[articles[0]].published_on for articles in reports if articles][:1]
