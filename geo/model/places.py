"""Row models of what has a geometry: places of the gazetteer and routes."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from geo.model import vocabulary as v
from geo.model.cells import (
    Countries,
    Id,
    Ids,
    Kilometres,
    Latitude,
    Longitude,
    MaybeDay,
    MaybeDistance,
    MaybeId,
    MaybeText,
    MaybeWhole,
    NeededText,
    Text,
    Texts,
    each,
    read_id,
    read_locus,
    word_of,
    wrong,
)
from geo.model.row import Fault, Row, days_in_order

SITES = ("al-tanf", "albu-kamal", "deir-ez-zor", "mayadin")
"""The four places that the map always names."""

INFERRED_DECIMALS = 2
SURENESS = (v.WaypointBasis.STATED, v.WaypointBasis.EXTERNAL, v.WaypointBasis.INFERRED)
"""How surely a waypoint or a leg is known, the surest first."""


class Mention(BaseModel):
    """A passage that names a place."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    article_id: str
    locus: str


def _mention(value: object) -> Mention:
    article_id, colon, locus = str(value).partition(":")
    if not colon:
        raise wrong(f"{value!r} is not a passage; write article:locus, as in an-article:p2")
    return Mention(article_id=read_id(article_id), locus=read_locus(locus))


Mentions = Annotated[tuple[Mention, ...], BeforeValidator(each(_mention))]
"""A cell of passages, joined as lists are."""


class Place(Row):
    """A place of the gazetteer, with how finely it is known and how it may be drawn."""

    place_id: Id
    name: NeededText
    name_ar: MaybeText
    aliases: Texts
    kind: Annotated[v.PlaceKind, BeforeValidator(word_of(v.PlaceKind))]
    lat: Latitude
    lon: Longitude
    uncertainty_km: Kilometres
    extent: Annotated[v.Extent, BeforeValidator(word_of(v.Extent))]
    radius_km: Kilometres
    route_id: MaybeId
    country: Countries
    geonames_id: MaybeWhole
    basis: Annotated[v.PlaceBasis, BeforeValidator(word_of(v.PlaceBasis))]
    source: Text
    note: Text
    mentions: Mentions
    within: Ids

    @property
    def stated(self) -> bool:
        """Whether an article names it and its position is not our inference."""
        return self.named and self.basis is not v.PlaceBasis.INFERRED

    @property
    def named(self) -> bool:
        """Whether an article names it, wherever its position comes from."""
        return bool(self.mentions)

    @property
    def area_km(self) -> float:
        """Radius of the area that it is; 0 of a point: what is measured is no finer than this."""
        if self.extent is v.Extent.CIRCLE:
            return self.radius_km or 0
        is_area = self.extent is v.Extent.AREA or self.basis is v.PlaceBasis.INFERRED
        return (self.uncertainty_km or 0) if is_area else 0

    @property
    def unsure_km(self) -> float:
        """How far from its position it may lie, or reach."""
        return max(self.uncertainty_km or 0, self.area_km)

    def faults(self) -> Iterator[Fault]:
        """Yield faults of position, extent and precision."""
        if (self.lat is None) != (self.lon is None):
            yield "lat" if self.lat is None else "lon", "is empty; give both lat and lon or neither"
        drawn = self.extent in (v.Extent.POINT, v.Extent.CIRCLE, v.Extent.AREA)
        if drawn and self.lat is None and self.lon is None:
            yield "lat", f"is empty; extent '{self.extent}' needs a position"
        if (self.extent is v.Extent.CIRCLE) != (self.radius_km is not None):
            yield "radius_km", "goes with extent 'circle', and only with it"
        if self.radius_km == 0:
            yield "radius_km", "'0' is no radius; a circle has one above 0"
        if self.extent is v.Extent.LINE and self.route_id is None:
            yield "route_id", "is empty; extent 'line' takes its geometry from a route"
        unsure = self.extent is v.Extent.AREA or self.basis is v.PlaceBasis.INFERRED
        if unsure and drawn and not self.uncertainty_km:
            yield "uncertainty_km", "is empty; an area or an inferred place says how far it reaches"
        if self.basis is v.PlaceBasis.INFERRED:
            for column, degrees in (("lat", self.lat), ("lon", self.lon)):
                if degrees is not None and round(degrees, INFERRED_DECIMALS) != degrees:
                    rounded = round(degrees, INFERRED_DECIMALS)
                    yield (
                        column,
                        f"'{degrees}' is finer than an inferred place may be; write {rounded}",
                    )


class Waypoint(Row):
    """A place that a route passes, and how that is known."""

    place_id: Id
    basis: Annotated[v.WaypointBasis, BeforeValidator(word_of(v.WaypointBasis))]
    source: Text = ""


class RouteLeg(Row):
    """The part of a route from one waypoint to the next, and how that way is known."""

    basis: Annotated[v.WaypointBasis, BeforeValidator(word_of(v.WaypointBasis))]
    source: Text = ""


class Route(Row):
    """A line that joins waypoints; no surveyed road. Coordinates are lon/lat degrees."""

    route_id: Id
    name: NeededText
    kind: Annotated[v.RouteKind, BeforeValidator(word_of(v.RouteKind))]
    status: Annotated[v.RouteStatus, BeforeValidator(word_of(v.RouteStatus))]
    actor_ids: Ids
    first_day: MaybeDay
    last_day: MaybeDay
    claim_ids: Ids
    note: Text = ""
    reported_offset_miles: MaybeDistance = None
    waypoints: tuple[Waypoint, ...]
    legs: tuple[RouteLeg, ...]
    coordinates: tuple[tuple[float, float], ...]

    def faults(self) -> Iterator[Fault]:
        """Yield faults of days and of legs."""
        yield from days_in_order(self.first_day, self.last_day)
        wanted = len(self.waypoints) - 1
        if len(self.legs) != wanted:
            yield (
                "legs",
                f"of '{self.route_id}' has {len(self.legs)} for {len(self.waypoints)} waypoints; "
                f"write {wanted}, one from each to the next",
            )
            return
        for index, (leg, ends) in enumerate(zip(self.legs, pairwise(self.waypoints), strict=True)):
            weaker = max((end.basis for end in ends), key=SURENESS.index)
            if SURENESS.index(leg.basis) < SURENESS.index(weaker):
                yield (
                    f"legs[{index}].basis",
                    f"'{leg.basis}' is surer than an end of it, which is '{weaker}'; "
                    "a leg is never surer than its ends",
                )
            if leg.basis is v.WaypointBasis.EXTERNAL and not leg.source:
                yield f"legs[{index}].source", "is empty; an external leg says where it is from"


def position(place: Place) -> tuple[float, float]:
    """
    Give the position of a place that has one.

    Parameters
    ----------
    place
        The place.

    Returns
    -------
    lon, lat
        Degrees WGS 84.

    Raises
    ------
    ValueError
        When it has none.
    """
    if place.lon is None or place.lat is None:
        message = f"{place.place_id} has no position"
        raise ValueError(message)
    return place.lon, place.lat
