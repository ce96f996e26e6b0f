"""What a card says of an event and makes of several facts: times in its words, how sure it is."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from geo.model import labels
from geo.model.contract import EventSentences
from geo.model.vocabulary import (
    DateBasis,
    LocationPrecision,
    PlaceBasis,
    Standing,
    Status,
    WaypointBasis,
)
from geo.rules.event_facts import event_facts
from geo.rules.placement import PATH_ROLES
from geo.rules.planned import is_planned, report_days
from geo.sentences.distance import distance_text
from geo.sentences.where import where_text

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Event, Place

BASES: Mapping[str, str] = MappingProxyType(
    {
        WaypointBasis.STATED: "named by the articles",
        PlaceBasis.GEONAMES: "GeoNames",
        PlaceBasis.PUBLISHED: "published coordinates",
        WaypointBasis.EXTERNAL: "from outside the five articles",
        WaypointBasis.INFERRED: "our inference",
        DateBasis.RESOLVED: "worked out from the article's wording",
    }
)
"""Words for how a day, a position or a waypoint is known."""

PRECISIONS: Mapping[LocationPrecision, str] = MappingProxyType(
    {
        LocationPrecision.EXACT: "at this place",
        LocationPrecision.NEAR: "near this place",
        LocationPrecision.REGION: "somewhere in this area",
    }
)
_SAID_TO = {Status.HAPPENED: "said to have happened", Status.ONGOING: "said to go on"}
UNSTATED_COURSE_TEXT = "Course not stated"
_COURSE_WORDS = ("from ", "via ", "to ")


def event_sentences(
    dataset: "Dataset", event: "Event", stated_only: bool = False
) -> EventSentences:
    """
    Write what a card says of an event and makes of several facts.

    Parameters
    ----------
    dataset
        What was reported.
    event
        One of its events.
    stated_only
        As the card says it while only the articles count.

    Returns
    -------
    EventSentences
    """
    return {
        "words": _words(dataset, event),
        "day_basis": _day_basis(dataset, event, stated_only),
        "sureness": _sureness(dataset, event, stated_only),
        "position": _position(dataset, event, stated_only),
        "way": _way_text(dataset, event, stated_only),
        "how_many": f"{event.count} incidents, reported together" if _is_several(event) else None,
    }


def is_only_claimed(dataset: "Dataset", event: "Event") -> bool:
    """
    Tell whether an event is neither planned nor foreseen, and nobody but who claims it tells of it.

    Parameters
    ----------
    dataset
        What was reported.
    event
        One of its events.

    Returns
    -------
    bool
    """
    claimed = event_facts(dataset)[event.event_id].standing is Standing.CLAIMED
    return claimed and event.status in _SAID_TO


def kind_text(dataset: "Dataset", event: "Event") -> str:
    """
    Write at the head of a card what kind of event it tells of, and whether that happened.

    Parameters
    ----------
    dataset
        What was reported.
    event
        One of its events.

    Returns
    -------
    text
        Of what is only claimed it says that it is said to have happened.
    """
    claimed = is_only_claimed(dataset, event)
    status = _SAID_TO[event.status] if claimed else labels.STATUSES[event.status]
    return f"{labels.TYPES[event.type]} \N{MIDDLE DOT} {status}"


def sentence(text: str) -> str:
    """
    Begin with a capital.

    Parameters
    ----------
    text
        Any.

    Returns
    -------
    text
    """
    return text[:1].upper() + text[1:]


def _is_several(event: "Event") -> bool:
    return event.count is not None and event.count > 1


def marked_place(dataset: "Dataset", event: "Event", stated_only: bool) -> "Place | None":
    """
    Find the place at which an event is drawn.

    Parameters
    ----------
    dataset, event, stated_only
        As for :func:`event_sentences`.

    Returns
    -------
    place
        ``None`` without a mark.
    """
    found = event_facts(dataset)[event.event_id].of(stated_only).mark
    return dataset.gazetteer[found.place_id] if found else None


def _words(dataset: "Dataset", event: "Event") -> str | None:
    said = dict.fromkeys(
        claim.says_when for claim in dataset.claims_of(event.event_id) if claim.says_when
    )
    if not said:
        return None
    whose = "articles'" if len(dataset.articles_of(event.event_id)) > 1 else "article's"
    quoted = ", ".join(
        f"\N{LEFT DOUBLE QUOTATION MARK}{one}\N{RIGHT DOUBLE QUOTATION MARK}" for one in said
    )
    return f"In the {whose} words: {quoted}"


def _day_basis(dataset: "Dataset", event: "Event", stated_only: bool) -> str | None:
    if stated_only or event.date_basis in (None, DateBasis.STATED):
        return None
    # The day itself is written "as reported": no wording of an article is behind it.
    if report_days(dataset, event):
        return None
    return f"Day: {BASES[event.date_basis]}"


def _has_course(dataset: "Dataset", event: "Event", stated_only: bool) -> bool:
    return where_text(dataset, event.event_id, stated_only).startswith(_COURSE_WORDS)


def _sureness(dataset: "Dataset", event: "Event", stated_only: bool) -> str | None:
    key = event.event_id
    stated = event_facts(dataset)[key].of(stated_only)
    found, along = stated.mark, stated.path
    if not found and not along:
        return None
    if along or _has_course(dataset, event, stated_only) or found is None:
        return UNSTATED_COURSE_TEXT
    # The end of a path is no place of the event, and a plan has no radius.
    has_radius = found.role not in PATH_ROLES and not is_planned(event.status)
    radius_km = found.uncertainty_km if has_radius else None
    precision = getattr(event_facts(dataset)[key].all_sources.mark, "location_precision", None)
    parts = (
        PRECISIONS.get(precision) if precision else None,
        f"within about {distance_text(radius_km)}" if radius_km else None,
    )
    return sentence(", ".join(part for part in parts if part)) or None


def _position(dataset: "Dataset", event: "Event", stated_only: bool) -> str | None:
    place = marked_place(dataset, event, stated_only)
    if place is None:
        return None
    known = BASES[place.basis]
    named = place.stated and place.source and not place.source.startswith(known)
    at_end = event_facts(dataset)[event.event_id].of(stated_only).path
    start = f"{'Mark at its end; position' if at_end else 'Position'} of {place.name}"
    return f"{start}: {known}; {place.source}" if named else f"{start}: {known}"


def _way_text(dataset: "Dataset", event: "Event", stated_only: bool) -> str | None:
    along = event_facts(dataset)[event.event_id].of(stated_only).path
    if not along or _has_course(dataset, event, stated_only):
        return None
    return f"By way of {' · '.join(dataset.gazetteer[one].name for one in along)}"
