"""Which routes a selection shows, and what the articles alone leave of one: map and download."""

from collections.abc import Collection, Iterable
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from geo.model.courses import layer_of
from geo.model.models import Route, RouteLeg, Waypoint
from geo.model.vocabulary import DayOf, Match, RouteKind, RouteStatus, SpanKind, WaypointBasis
from geo.rules.parts import is_on, route_parts
from geo.rules.spans import match, span_of

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.selection.selection import Selection


def shown_routes(
    whole: "Dataset", selection: "Selection", event_ids: Collection[str]
) -> dict[str, Route]:
    """
    Pick the routes that a selection shows.

    Parameters
    ----------
    whole
        The whole data.
    selection
        What the reader has chosen.
    event_ids
        Events shown.

    Returns
    -------
    routes
        By id, while their layer is on. A route that events name is there with any of them; one
        that none names follows its own actors and days. Both courses of the corridor and roads
        that exist stay, whatever is chosen: nobody has done them. Where only the articles count,
        each is cut down to what they state.
    """
    named: dict[str, list[str]] = {}
    for event_id, event in whole.event_rows.items():
        for route_id in event.route_ids:
            named.setdefault(route_id, []).append(event_id)
    found: dict[str, Route] = {}
    for route_id, route in whole.route_rows.items():
        if not selection.layer_on(layer_of(route_id)):
            continue
        by_events = None if stays(route) else named.get(route_id)
        if by_events is None:
            is_there = _by_itself(whole, route, selection)
        else:
            is_there = any(event_id in event_ids for event_id in by_events)
        kept = stated_route(route) if selection.stated_only else route
        if is_there and kept is not None:
            found[route_id] = kept
    return found


def stays(route: Route) -> bool:
    """
    Tell whether a route is there whatever happens on it.

    Parameters
    ----------
    route
        The route.

    Returns
    -------
    bool
        True for the courses of the corridor and for a road that exists.
    """
    return route.kind is RouteKind.CORRIDOR or route.status is RouteStatus.EXISTING


def _by_itself(whole: "Dataset", route: Route, selection: "Selection") -> bool:
    if stays(route):
        return True
    parts = route_parts(whole, route)
    if parts and not is_on(parts, selection.sides, selection.actors):
        return False
    return _in_window(whole, route, selection)


def _in_window(whole: "Dataset", route: Route, selection: "Selection") -> bool:
    """Tell whether a route is there; one that no day is known of is in every window."""
    span = span_of(SpanKind.THROUGHOUT, route.first_day, route.last_day)
    if selection.day_of is DayOf.REPORTED and span.dated:
        article_ids = {c.article_id for c in whole.claims if c.claim_id in route.claim_ids}
        return is_reported(whole, article_ids, selection)
    return match(span, selection.first_day, selection.last_day) is not Match.NO


def is_reported(whole: "Dataset", article_ids: Iterable[str], selection: "Selection") -> bool:
    """
    Ask whether some article was published in the window; its day is always known.

    Parameters
    ----------
    whole
        The whole data.
    article_ids
        Articles of it.
    selection
        With the window.

    Returns
    -------
    bool
    """
    first_day, last_day = selection.first_day, selection.last_day
    days = [whole.articles[article_id].published_on for article_id in article_ids]
    return any(
        (first_day is None or first_day <= day) and (last_day is None or day <= last_day)
        for day in days
    )


def stated_route(route: Route) -> Route | None:
    """
    Reduce a route to what the articles state of it.

    Parameters
    ----------
    route
        The route.

    Returns
    -------
    stated
        Its stated waypoints. Two with others between them are joined, for the articles name both
        for this one way; two that are neighbours are joined only by a leg that is stated itself.
        Of several pieces the one of most waypoints, the first of equals; ``None`` without a line.
    """
    kept = [
        index
        for index, waypoint in enumerate(route.waypoints)
        if waypoint.basis is WaypointBasis.STATED
    ]
    joins = [(start, end, _stated_leg(route, start, end)) for start, end in pairwise(kept)]
    pieces = [
        [(start, end, leg) for start, end, leg in run if leg is not None]
        for is_joined, run in groupby(joins, key=lambda join: join[2] is not None)
        if is_joined
    ]
    if not pieces:
        return None
    piece = max(pieces, key=len)
    indices = [piece[0][0], *(end for _, end, _ in piece)]
    return route.model_copy(
        update={
            "waypoints": tuple(route.waypoints[index] for index in indices),
            "legs": tuple(leg for _, _, leg in piece),
            "coordinates": tuple(route.coordinates[index] for index in indices),
        }
    )


def _stated_leg(route: Route, start: int, end: int) -> RouteLeg | None:
    """Join two stated waypoints as the articles do; ``None`` where these leave it open."""
    if end == start + 1:
        leg = route.legs[start]
        return leg if leg.basis is WaypointBasis.STATED else None
    return RouteLeg(
        basis=WaypointBasis.STATED, source=_sources(route.waypoints[start], route.waypoints[end])
    )


def _sources(*waypoints: Waypoint) -> str:
    return "; ".join(dict.fromkeys(one.source for one in waypoints if one.source))
