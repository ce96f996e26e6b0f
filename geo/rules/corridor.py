"""Measure the courses of the corridor and how far apart they lie."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from shapely.geometry import LineString, Point

from geo.model.courses import COURSES, layer_of
from geo.model.places import position
from geo.model.vocabulary import EventType, WaypointBasis
from geo.rules.geodesic import bearing_deg, geodesic_length_m, southward_offset

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Route

ORIGINAL, SHIFTED = COURSES
KM_PER_MILE = 1.609344
_MILES = re.compile(r"(\d+(?:\.\d+)?) miles")


@dataclass(frozen=True)
class Leg:
    """
    The part of a route between two waypoints.

    Attributes
    ----------
    from_id, to_id
        Places.
    basis
        How the way from one to the other is known; never surer than either waypoint.
    source
        Who states it, or where what is not stated comes from.
    """

    from_id: str
    to_id: str
    basis: WaypointBasis
    source: str


@dataclass(frozen=True)
class ShiftMeasure:
    """
    How far the corridor moved: as reported, and as measured between two places.

    Attributes
    ----------
    origin_id, target_id
        The pair measured between; that the report meant this pair is our inference.
    reported_miles
        The figure of the report; ``None`` when neither a claim of a
        route change nor a route gives one.
    claim_id
        The claim that gives it; ``None`` when only a route does.
    offset_km
        Along the meridian of the origin, positive southward.
    geodesic_km
        Along the ellipsoid from place to place.
    bearing_deg
        From the origin, clockwise from north, 0 to 360.
    """

    origin_id: str
    target_id: str
    reported_miles: float | None
    claim_id: str | None
    offset_km: float
    geodesic_km: float
    bearing_deg: float

    @property
    def reported_km(self) -> float | None:
        """The reported figure in kilometres."""
        return None if self.reported_miles is None else self.reported_miles * KM_PER_MILE


def courses(dataset: "Dataset", layer_id: str) -> "list[Route]":
    """
    Return the routes of one course: the main one first, then its branches.

    Parameters
    ----------
    dataset
        What was reported.
    layer_id
        ``corridor-original`` or ``corridor-shifted``.

    Returns
    -------
    list of Route
    """
    rows = [row for key, row in dataset.route_rows.items() if layer_of(key) == layer_id]
    return sorted(rows, key=lambda row: (row.route_id != layer_id, row.route_id))


def route_line(route: "Route") -> LineString:
    """
    Draw the line through the waypoints of a route.

    Parameters
    ----------
    route
        The route.

    Returns
    -------
    line
        Lon/lat degrees, WGS 84.
    """
    return LineString(route.coordinates)


def legs(route: "Route") -> tuple[Leg, ...]:
    """
    Cut a route into legs, each with how it is known.

    Parameters
    ----------
    route
        The route.

    Returns
    -------
    legs
        One fewer than there are waypoints.
    """
    pairs = zip(pairwise(route.waypoints), route.legs, strict=True)
    return tuple(
        Leg(start.place_id, end.place_id, leg.basis, leg.source) for (start, end), leg in pairs
    )


def shift_measure(
    dataset: "Dataset", origin_id: str = "qamishli", target_id: str = "mayadin"
) -> ShiftMeasure:
    """
    Measure how far the corridor moved.

    Parameters
    ----------
    dataset
        The data.
    origin_id, target_id
        The pair of places to measure between.

    Returns
    -------
    measure
        Reported and measured.

    Raises
    ------
    KeyError
        When a place is not in the gazetteer.
    ValueError
        When a place has no position.
    """
    origin = Point(position(dataset.gazetteer[origin_id]))
    target = Point(position(dataset.gazetteer[target_id]))
    reported_miles, claim_id = _reported(dataset)
    return ShiftMeasure(
        origin_id=origin_id,
        target_id=target_id,
        reported_miles=reported_miles,
        claim_id=claim_id,
        offset_km=southward_offset(origin, target) / 1000,
        geodesic_km=geodesic_length_m(LineString([origin, target])) / 1000,
        bearing_deg=bearing_deg(origin, target),
    )


def _reported(dataset: "Dataset") -> tuple[float | None, str | None]:
    whole = dataset.whole or dataset
    for event in whole.event_rows.values():
        if event.type is EventType.ROUTE_CHANGE:
            for claim in whole.claims_of(event.event_id):
                found = _MILES.search(claim.account)
                if found:
                    return float(found[1]), claim.claim_id
    figures = (route.reported_offset_miles for route in whole.route_rows.values())
    return next((miles for miles in figures if miles is not None), None), None
