"""Where what a card says of a route comes from, and what it makes of several facts."""

from typing import TYPE_CHECKING

from geo.model.vocabulary import SpanKind, WaypointBasis
from geo.rules.corridor import legs
from geo.rules.planned import event_when
from geo.rules.spans import span_of
from geo.rules.wording import span_text
from geo.sentences.event_sources import event_sources
from geo.sentences.source import Kind, Source, of_claims

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Claim, Event, Route


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
        By field of the card. A route that no claim tells of is our inference; one with no leg
        that an article states is as its least sure leg. Days of its own we worked out.
    """
    claims = route_claims(dataset, route)
    whole = of_claims(claims)
    name = whole
    bases = {leg.basis for leg in legs(route)}
    if WaypointBasis.STATED not in bases:
        inferred = WaypointBasis.INFERRED in bases
        name = of_claims(claims, Kind.INFERENCE if inferred else Kind.OUTSIDE)
    dated = [one for one in claims if one.first_day or one.last_day or one.says_when]
    when = of_claims(dated or claims, Kind.INFERENCE)
    event = event_of_route(dataset, route)
    if event:
        when = event_sources(dataset.whole or dataset, event)["when"]
    return {"name": name, "kind": name, "when": when}


def who_sources(dataset: "Dataset", route: "Route") -> tuple[Source, ...]:
    """
    Say where each actor of a route comes from.

    Parameters
    ----------
    dataset
        What was reported; looked up in all of it.
    route
        One of its routes.

    Returns
    -------
    sources
        In the order of ``route.actor_ids``: the claims of the route by which the actor has a
        part in an event; our inference from all of them where there is none.
    """
    claims = route_claims(dataset, route)
    parts = {(row.actor_id, row.claim_id) for row in (dataset.whole or dataset).participants}
    return tuple(
        of_claims(named) if named else of_claims(claims, Kind.INFERENCE)
        for named in (
            [claim for claim in claims if (actor_id, claim.claim_id) in parts]
            for actor_id in route.actor_ids
        )
    )


def is_told(dataset: "Dataset", route: "Route") -> bool:
    """
    Tell whether an article tells of a route itself.

    Parameters
    ----------
    dataset
        What was reported; the events are looked up in all of it.
    route
        One of its routes.

    Returns
    -------
    bool
        Not where no article states a waypoint of it and no event is on it: then its claims are
        those of the course that it leaves.
    """
    stated = any(waypoint.basis is WaypointBasis.STATED for waypoint in route.waypoints)
    events = (dataset.whole or dataset).event_rows.values()
    return stated or any(route.route_id in event.route_ids for event in events)


def claims_title(dataset: "Dataset", route: "Route") -> str:
    """
    Write what stands over the claims of a route.

    Parameters
    ----------
    dataset
        What was reported.
    route
        One of its routes.

    Returns
    -------
    text
        Their number follows it.
    """
    if is_told(dataset, route):
        return "Who says it"
    return "No article tells of it; said of the course it leaves"


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
