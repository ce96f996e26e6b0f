"""Where what a card says of places and routes comes from, and what it makes of several facts."""

from typing import TYPE_CHECKING

from geo.distance import distance_text
from geo.event_sentences import BASES, sentence
from geo.event_sources import event_sources
from geo.planned import event_when
from geo.source import OURS, Kind, Source, of_claims, of_leg, of_name, of_position
from geo.spans import span_of
from geo.vocabulary import Extent, PublishedBasis, SpanKind
from geo.wording import span_text

if TYPE_CHECKING:
    from geo.corridor import Leg
    from geo.dataset import Dataset
    from geo.models import Article, Claim, Event, Place, Route

EXTENTS = {
    Extent.CIRCLE: "drawn as the circle in which it lies",
    Extent.AREA: "an area, drawn as a soft circle, not a border",
    Extent.LINE: "a line",
    Extent.NONE: "not drawn",
}
"""Words for how a place is drawn; a point needs none."""


def place_sources(dataset: "Dataset", place: "Place") -> dict[str, Source]:
    """
    Say where what a card says of a place comes from.

    Parameters
    ----------
    dataset
        What was reported.
    place
        A row of the gazetteer.

    Returns
    -------
    sources
        By field: the name, in English and in Arabic, and the position.
    """
    arabic = Source(Kind.OUTSIDE)
    return {"name": of_name(dataset, place), "name_ar": arabic, "position": of_position(place)}


def unsure_texts(place: "Place") -> list[str]:
    """
    Write how surely a place is where it is drawn, and as what.

    Parameters
    ----------
    place
        A row of the gazetteer.

    Returns
    -------
    list of str
    """
    radius_km = place.uncertainty_km
    within = f"within about {distance_text(radius_km)}" if radius_km else None
    return [sentence(text) for text in (within, EXTENTS.get(place.extent)) if text]


def coordinates_text(place: "Place") -> str:
    """
    Write what kind of source gives the position of a place.

    Parameters
    ----------
    place
        A row of the gazetteer.

    Returns
    -------
    text
    """
    return sentence(BASES[place.basis])


def whence(place: "Place") -> str | None:
    """
    Say where a position comes from that no article and no gazetteer of names gives.

    Parameters
    ----------
    place
        A row of the gazetteer.

    Returns
    -------
    text
        ``None`` where an article names the place and its position is not inferred.
    """
    if place.stated:
        return None
    return ". ".join(text.removesuffix(".") for text in (place.source, place.note) if text) + "."


def route_sources(dataset: "Dataset", route: "Route") -> dict[str, Source]:
    """
    Say where what a card says of a route comes from.

    Parameters
    ----------
    dataset
        What was reported.
    route
        One of its routes.

    Returns
    -------
    sources
        By field of the card. A route that no claim tells of is our inference.
    """
    claims = route_claims(dataset, route)
    whole = of_claims(claims)
    dated = [one for one in claims if one.first_day or one.last_day or one.says_when]
    when = of_claims(dated) if dated else of_claims(claims, Kind.INFERENCE)
    event = event_of_route(dataset, route)
    if event:
        when = event_sources(dataset.whole or dataset, event)["when"]
    return {"name": whole, "kind": whole, "when": when, "who": whole}


def route_claims(dataset: "Dataset", route: "Route") -> "tuple[Claim, ...]":
    """
    List the claims that tell of a route.

    Parameters
    ----------
    dataset
        What was reported; the claims are looked up in all of it.
    route
        One of its routes.

    Returns
    -------
    claims
        In the order of the route.
    """
    claims = {claim.claim_id: claim for claim in (dataset.whole or dataset).claims}
    return tuple(claims[claim_id] for claim_id in route.claim_ids)


def route_when(dataset: "Dataset", route: "Route") -> str | None:
    """
    Write when a route was used or told of: in the words of the event whose days it has.

    Parameters
    ----------
    dataset
        What was reported.
    route
        One of its routes.

    Returns
    -------
    text
        ``None`` without a day.
    """
    event = event_of_route(dataset, route)
    if event:
        return event_when(dataset.whole or dataset, event)
    days = (route.first_day, route.last_day)
    return None if days == (None, None) else span_text(span_of(SpanKind.THROUGHOUT, *days))


def event_of_route(dataset: "Dataset", route: "Route") -> "Event | None":
    """
    Find the event whose days a route has.

    Parameters
    ----------
    dataset
        What was reported.
    route
        One of its routes.

    Returns
    -------
    event
        ``None`` without a day, and where no event has these days.
    """
    days = (route.first_day, route.last_day)
    if days == (None, None):
        return None
    return next(
        (
            event
            for event in (dataset.whole or dataset).event_rows.values()
            if route.route_id in event.route_ids and days == (event.first_day, event.last_day)
        ),
        None,
    )


def length_text(length_km: float) -> str:
    """
    Write how long a route is.

    Parameters
    ----------
    length_km
        Kilometres from waypoint to waypoint.

    Returns
    -------
    text
    """
    return f"about {distance_text(length_km)}"


def leg_text(leg: "Leg") -> str:
    """
    Write how a leg is known.

    Parameters
    ----------
    leg
        Of a route.

    Returns
    -------
    text
    """
    return "; ".join(text for text in (BASES[leg.basis], leg.source) if text)


def leg_source(route: "Route", leg: "Leg") -> Source:
    """
    Say where a leg comes from.

    Parameters
    ----------
    route
        Whose claims tell of it.
    leg
        Of that route.

    Returns
    -------
    source
    """
    return of_leg(leg.basis, route.claim_ids)


def published_source(article: "Article") -> Source:
    """
    Say where the day on which an article was published comes from.

    Parameters
    ----------
    article
        One of the five.

    Returns
    -------
    source
        Our own note where the day stands on the page.
    """
    kinds = {PublishedBasis.INFERRED: Kind.INFERENCE, PublishedBasis.EXTERNAL: Kind.OUTSIDE}
    kind = kinds.get(article.published_basis)
    return Source(kind) if kind else OURS
