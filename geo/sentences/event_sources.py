"""Where every sentence that a card says of an event comes from."""

from typing import TYPE_CHECKING

from geo.model.vocabulary import DateBasis, PlaceRole
from geo.rules.event_facts import event_facts
from geo.rules.placement import PATH_ROLES, SPOT_ROLES
from geo.rules.planned import event_when
from geo.rules.wording import UNDATED_TEXT
from geo.sentences.event_sentences import marked_place
from geo.sentences.source import OURS, Kind, Source, of_claims, of_name, of_position, passage_of
from geo.sentences.where import NOWHERE_TEXT, where_text

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Claim, Event, Place


def event_sources(
    dataset: "Dataset", event: "Event", stated_only: bool = False
) -> dict[str, Source]:
    """
    Say where each sentence on an event comes from.

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
    sources
        By field of the card. Of what kind an event is, is our reading. How it stands and who backs
        it follow from all its claims by a rule, so they are inferred; so are days we worked out.
        How sure a position is and notes are our own words.
    """
    claims = dataset.claims_of(event.event_id)
    whole = of_claims(claims)
    derived = of_claims(claims, Kind.INFERENCE)
    place = marked_place(dataset, event, stated_only)
    position = of_position(place) if place else OURS
    return {
        "title": whole,
        "summary": whole,
        "kind": derived,
        "standing": derived,
        "backing": derived,
        "when": _when(dataset, event, claims, stated_only),
        "reported": _worked_out(event, claims, stated_only),
        "words": of_claims(claim for claim in claims if claim.says_when),
        "date_note": _worked_out(event, claims),
        "where": _where(dataset, event, claims, stated_only),
        "way": _way(dataset, event, claims, stated_only),
        "position": position,
        "place_note": position,
        "how_many": whole,
    }


def _when(
    dataset: "Dataset", event: "Event", claims: "tuple[Claim, ...]", stated_only: bool
) -> Source:
    if event_when(dataset, event, stated_only=stated_only) == UNDATED_TEXT:
        return OURS
    if _is_external(event, stated_only):
        return of_claims(claims, Kind.OUTSIDE)
    dated = [one for one in claims if one.first_day or one.last_day or one.says_when]
    stated = event.date_basis is DateBasis.STATED
    if stated:
        # Another article may give other days, or wider ones: the day that is shown is not its.
        days = (event.first_day, event.last_day)
        dated = [one for one in dated if (one.first_day, one.last_day) == days] or dated
    # We worked out what days an article's wording means, and what its report or order tells.
    return of_claims(dated or claims, Kind.ARTICLE if stated and dated else Kind.INFERENCE)


def _worked_out(event: "Event", claims: "tuple[Claim, ...]", stated_only: bool = False) -> Source:
    """Judge the day in brackets behind the day of the report, and what a note says of a day."""
    return of_claims(claims, Kind.OUTSIDE if _is_external(event, stated_only) else Kind.INFERENCE)


def _is_external(event: "Event", stated_only: bool) -> bool:
    return event.date_basis is DateBasis.EXTERNAL and not stated_only


def _where(
    dataset: "Dataset", event: "Event", claims: "tuple[Claim, ...]", stated_only: bool
) -> Source:
    if where_text(dataset, event.event_id, stated_only) == NOWHERE_TEXT:
        return OURS
    rows = dataset.places_of(event.event_id)
    for roles in (SPOT_ROLES, PATH_ROLES, (PlaceRole.ABOUT,)):
        places = [dataset.gazetteer[row.place_id] for row in rows if row.role in roles]
        if stated_only:
            places = [place for place in places if place.mentions]
        if places:
            break
    if roles == SPOT_ROLES:
        places = sorted(places, key=lambda place: not place.stated)[:1]
    return _of_places(dataset, places, claims)


def _way(
    dataset: "Dataset", event: "Event", claims: "tuple[Claim, ...]", stated_only: bool
) -> Source:
    along = event_facts(dataset)[event.event_id].of(stated_only).path
    return _of_places(dataset, [dataset.gazetteer[one] for one in along], claims)


def _of_places(dataset: "Dataset", places: "list[Place]", claims: "tuple[Claim, ...]") -> Source:
    """
    Rest on the event's claims that name the places.

    That it was there, or has to do with it, is our inference where they do not name each of them.
    """
    strange = [place for place in places if not place.mentions]
    if strange:
        return of_claims(claims, of_position(strange[0]).kind)
    naming = {place.place_id: _naming(dataset, place, claims) for place in places}
    if not all(naming.values()):
        return of_claims(claims, Kind.INFERENCE)
    ids = {claim_id for found in naming.values() for claim_id in found}
    return of_claims(claim for claim in claims if claim.claim_id in ids)


def _naming(dataset: "Dataset", place: "Place", claims: "tuple[Claim, ...]") -> set[str]:
    passages = of_name(dataset, place).mentions
    return {
        claim.claim_id
        for claim in claims
        if claim.place_id == place.place_id or passage_of(claim) in passages
    }
