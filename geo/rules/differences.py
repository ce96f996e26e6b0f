"""Where the claims about one event exclude each other: days, places, figures, who did it."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from shapely.geometry import LineString

from geo.model.vocabulary import ParticipantRole, PlaceRole, Stance
from geo.reading.within import lies_in
from geo.rules.geodesic import geodesic_length_m
from geo.rules.standing import blame_contradicts, figures_given, have_nothing_in_common
from geo.rules.wording import day_text, figure_text, period_text

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Claim

T = TypeVar("T", bound=Hashable)
Days = tuple[date | None, date | None]

STATIONS = frozenset({PlaceRole.FROM, PlaceRole.VIA, PlaceRole.TO, PlaceRole.ABOUT})
"""Roles of places that are stations of one way, or subjects: several of them are no two answers."""

FIGURES = {"fatalities": ("Killed", "killed"), "wounded": ("Wounded", "wounded")}


@dataclass(frozen=True)
class Answer:
    """
    What some claims say of one thing.

    Attributes
    ----------
    text
        In words.
    claim_ids
        Who says so, in the order of the table.
    """

    text: str
    claim_ids: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """
    Answers to one question, each of which excludes another.

    Attributes
    ----------
    aspect
        The question, in a word.
    answers
        Two at least, in the order of the table.
    """

    aspect: str
    answers: tuple[Answer, ...]


def differences(dataset: "Dataset", event_id: str) -> tuple[Difference, ...]:
    """
    List what the claims about an event say that cannot hold together.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.

    Returns
    -------
    differences
        Days or figures whose ranges have nothing in common, places that have none in common, one
        who claims an event beside another who is blamed for it, and a denial. An answer that is
        only coarser than another differs from it in nothing.
    """
    claims = dataset.claims_of(event_id)
    said = [claim for claim in claims if claim.stance is Stance.ASSERTS]
    found = (
        _difference("Time", _days(said), have_nothing_in_common, _days_text),
        _difference(
            "Place",
            _places(dataset, event_id, said),
            lambda one, other: are_apart(dataset, event_id, one, other),
            lambda place_id: dataset.gazetteer[place_id].name,
        ),
        *(_figures(said, what) for what in FIGURES),
        _blame(dataset, event_id),
        _denial(claims),
    )
    return tuple(each for each in found if each)


def are_apart(dataset: "Dataset", event_id: str, place_id: str, other_id: str) -> bool:
    """
    Tell whether an event cannot have been at both of two places.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.
    place_id, other_id
        Places that its claims name.

    Returns
    -------
    bool
        Neither lies in the other, and the circles in which the event may lie there do not meet:
        what was *near* a town reaches as far as its row in event_places.csv says. False where a
        place has no one position.
    """
    if place_id == other_id:
        return False
    if place_id in lies_in(dataset.gazetteer, other_id) or other_id in lies_in(
        dataset.gazetteer, place_id
    ):
        return False
    place, other = dataset.gazetteer[place_id], dataset.gazetteer[other_id]
    if place.lat is None or place.lon is None or other.lat is None or other.lon is None:
        return False
    between = LineString([(place.lon, place.lat), (other.lon, other.lat)])
    reach_km = _reach_km(dataset, event_id, place_id) + _reach_km(dataset, event_id, other_id)
    return geodesic_length_m(between) / 1000 > reach_km


def _reach_km(dataset: "Dataset", event_id: str, place_id: str) -> float:
    place = dataset.gazetteer[place_id]
    here = [
        row.uncertainty_km
        for row in dataset.places_of(event_id)
        if row.place_id == place_id and row.uncertainty_km
    ]
    return max([*here, place.radius_km or place.uncertainty_km or 0.0])


def _difference(
    aspect: str,
    given: Iterable[tuple[T, str]],
    excludes: Callable[[T, T], bool],
    text_of: Callable[[T], str],
) -> Difference | None:
    by_answer: dict[T, list[str]] = {}
    for answer, claim_id in given:
        by_answer.setdefault(answer, []).append(claim_id)
    answers = tuple(
        Answer(text_of(answer), tuple(claim_ids))
        for answer, claim_ids in by_answer.items()
        if any(excludes(answer, other) for other in by_answer)
    )
    return Difference(aspect, answers) if answers else None


def _days(claims: "Iterable[Claim]") -> "Iterable[tuple[Days, str]]":
    for claim in claims:
        days = (claim.first_day, claim.last_day)
        if days != (None, None):
            yield days, claim.claim_id


def _days_text(days: Days) -> str:
    first, last = days
    if first and last:
        return period_text(first, last)
    return f"since {day_text(first)}" if first else f"up to {day_text(last)}" if last else ""


def _figures(claims: "Iterable[Claim]", what: str) -> Difference | None:
    aspect, word = FIGURES[what]
    given = figures_given(claims, what)
    return _difference(
        aspect, given, have_nothing_in_common, lambda range_: str(figure_text(*range_, word))
    )


def _places(
    dataset: "Dataset", event_id: str, claims: "Iterable[Claim]"
) -> Iterable[tuple[str, str]]:
    roles: dict[str, set[PlaceRole]] = {}
    for row in dataset.places_of(event_id):
        roles.setdefault(row.place_id, set()).add(row.role)
    for claim in claims:
        here = roles.get(claim.place_id or "")
        if claim.place_id and not (here and here <= STATIONS):
            yield claim.place_id, claim.claim_id


def _blame(dataset: "Dataset", event_id: str) -> Difference | None:
    participants = dataset.participants_of(event_id)
    if not blame_contradicts(participants):
        return None
    claimants = {row.actor_id for row in participants if row.role is ParticipantRole.CLAIMANT}
    by_answer: dict[str, list[str]] = {}
    for row in participants:
        name = dataset.actors[row.actor_id].name
        if row.role is ParticipantRole.CLAIMANT:
            by_answer.setdefault(f"{name} (claims it)", []).append(row.claim_id)
        elif row.role is ParticipantRole.BLAMED and row.actor_id not in claimants:
            by_answer.setdefault(f"{name} (blamed)", []).append(row.claim_id)
    answers = tuple(Answer(text, tuple(ids)) for text, ids in by_answer.items())
    return Difference("Who did it", answers)


def _denial(claims: "Iterable[Claim]") -> Difference | None:
    words = {Stance.ASSERTS: "yes", Stance.DENIES: "no, it is denied"}
    by_stance: dict[Stance, list[str]] = {}
    for claim in claims:
        by_stance.setdefault(claim.stance, []).append(claim.claim_id)
    if Stance.DENIES not in by_stance:
        return None
    answers = tuple(
        Answer(word, tuple(by_stance[stance]))
        for stance, word in words.items()
        if stance in by_stance
    )
    return Difference("Whether it happened", answers)
