"""A route's legs as they are drawn: each with its line, and in which states it is seen."""

from geo.model.models import Route
from geo.model.vocabulary import WaypointBasis
from geo.rules.corridor import Leg, legs
from geo.selection.shown_routes import stated_route

LonLat = tuple[float, float]
DrawnLeg = tuple[Leg, tuple[LonLat, LonLat]]


def drawn_legs(route: Route, *, stated_only: bool = False) -> tuple[DrawnLeg, ...]:
    """
    Return the legs of a route with their lines.

    Parameters
    ----------
    route
        A row of ``routes.geojson``.
    stated_only
        Keep to what the articles state, as ``stated_route`` cuts it.

    Returns
    -------
    tuple of (Leg, (start, end))
        In order, start and end as lon/lat degrees; empty when no line remains.
    """
    kept = stated_route(route) if stated_only else route
    if kept is None:
        return ()
    lines = zip(kept.coordinates, kept.coordinates[1:], strict=False)
    return tuple(zip(legs(kept), lines, strict=True))


def variants(route: Route) -> tuple[str, ...]:
    """
    Say in which states of "Only what the five articles say" a route is drawn.

    Parameters
    ----------
    route
        A row of ``routes.geojson``.

    Returns
    -------
    tuple of str
        ``always`` alone where all of it is stated; else ``all``, and ``stated`` where what is
        stated makes a line by itself.
    """
    known = [one.basis for one in route.waypoints] + [leg.basis for leg in route.legs]
    if all(basis is WaypointBasis.STATED for basis in known):
        return ("always",)
    return ("all", "stated") if drawn_legs(route, stated_only=True) else ("all",)
