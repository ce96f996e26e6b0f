"""What a card says of the parts of a route, and where it comes from."""

from typing import TYPE_CHECKING

from geo.model.vocabulary import WaypointBasis
from geo.rules.corridor import legs, route_line
from geo.rules.geodesic import length_km
from geo.sentences.distance import about_text
from geo.sentences.event_sentences import BASES
from geo.sentences.source import Kind, Source, of_leg

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Route
    from geo.rules.corridor import Leg


def length_text(dataset: "Dataset", route: "Route") -> str:
    """
    Write how long a route is, from waypoint to waypoint.

    Parameters
    ----------
    dataset
        What was reported; tells which waypoints are areas.
    route
        As it is shown.

    Returns
    -------
    text
    """
    area_km = max(dataset.gazetteer[one.place_id].area_km for one in route.waypoints)
    return about_text(length_km(route_line(route)), area_km)


def leg_text(route: "Route", leg: "Leg") -> str:
    """
    Write how a leg is known.

    Parameters
    ----------
    route
        The whole of it.
    leg
        As it is shown.

    Returns
    -------
    text
    """
    basis = BASES[leg.basis]
    if leg.source.casefold().startswith(basis.casefold()):
        return leg.source
    known = f"both ends {basis}" if _is_joined(route, leg) else basis
    return "; ".join(text for text in (known, leg.source) if text)


def leg_source(route: "Route", leg: "Leg") -> Source:
    """
    Say where a leg comes from.

    Parameters
    ----------
    route
        The whole of it; its claims tell of the leg.
    leg
        As it is shown.

    Returns
    -------
    source
        Our inference also where only the articles count and a leg joins two places over what
        they do not name: they name both for the route, and not the way between.
    """
    if _is_joined(route, leg) and leg.basis is WaypointBasis.STATED:
        return Source(Kind.INFERENCE, route.claim_ids)
    return of_leg(leg.basis, route.claim_ids)


def _is_joined(route: "Route", leg: "Leg") -> bool:
    return leg not in legs(route)
