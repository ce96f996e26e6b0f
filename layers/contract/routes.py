"""The shape of routes and of the corridor's shift."""

from typing_extensions import TypedDict

from geo.model.contract import ClaimRow, Id, IsoDay, Km, LatLon, ShiftSentences, SourceText
from geo.model.vocabulary import RouteKind, RouteStatus, Side, WaypointBasis

_LegEnds = TypedDict(
    "_LegEnds",
    {
        "from": Id,  # The place at which it begins.
        "to": Id,  # The place at which it ends.
    },
)


class LegRow(_LegEnds):
    """A straight line from one waypoint of a route to the next."""

    basis: WaypointBasis
    source: str
    said: str  # How it is known, in words.
    trace: SourceText


class RouteLine(TypedDict):
    """What is joined of a route; without a line null, and nothing in the lists."""

    length_km: Km | None
    length: str | None  # In words.
    legs: list[LegRow]
    places: list[Id]  # Its waypoints.


class StatedRouteLine(TypedDict):
    """What is joined of a route while only the articles count; likewise empty without a line."""

    stated_length_km: Km | None
    stated_length: str | None  # In words.
    stated_legs: list[LegRow]
    stated_places: list[Id]  # Its waypoints.


class RouteRow(RouteLine, StatedRouteLine):
    """A route: a course of the corridor, a road, an axis, a supply route."""

    id: Id
    name: str
    kind: RouteKind
    status: RouteStatus
    layer: str  # Id of the layer it is drawn on.
    actors: list[Id]
    actor_traces: list[SourceText]  # One for each of the actors.
    side: Side
    note: str
    when: str | None
    first_day: IsoDay | None
    last_day: IsoDay | None
    claims: list[ClaimRow]
    claims_title: str  # What stands over the claims.
    trace: dict[str, SourceText]  # By field of the card.
    stays: bool  # Whether it is there whatever happens on it.
    said: list[ClaimRow]  # What is said of it itself.


_ShiftEnds = TypedDict(
    "_ShiftEnds",
    {
        "from": str,  # Name of the place on the original course.
        "to": str,  # Name of the place on the shifted course.
    },
)


class ShiftRow(_ShiftEnds):
    """How far the corridor moved: as reported, and as measured between a pair of places."""

    id: Id
    reported_miles: float | None
    claim: Id | None  # The claim that gives the miles.
    offset_km: Km  # Along the meridian, positive southward.
    offset_miles: float
    geodesic_km: Km  # In a straight line.
    bearing_deg: int  # Clockwise from north, 0 to 360.
    from_place: Id
    to_place: Id
    said: ShiftSentences
    trace: dict[str, SourceText]  # By sentence.
    event: Id | None  # The event of the claim.
    between: list[LatLon]  # Where its words may stand between the stated courses, the widest first.
