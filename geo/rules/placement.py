"""Where an event is drawn: its mark, its path and how unsure they are."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.model.vocabulary import Extent, LocationPrecision, PlaceRole

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import EventPlace

SPOT_ROLES = (PlaceRole.AT, PlaceRole.NEAR)
PATH_ROLES = (PlaceRole.FROM, PlaceRole.VIA, PlaceRole.TO)


@dataclass(frozen=True)
class Mark:
    """
    The point at which an event is drawn.

    Attributes
    ----------
    place_id
        The place.
    role
        ``at`` or ``near``, or the role of the end of a path.
    lon, lat
        Degrees WGS 84.
    uncertainty_km
        Radius in which it may lie; ``None`` when nothing is said.
    location_precision
        How finely the place is known; ``None`` when nothing is said.
    """

    place_id: str
    role: PlaceRole
    lon: float
    lat: float
    uncertainty_km: float | None
    location_precision: LocationPrecision | None


def mark(dataset: "Dataset", event_id: str, stated_only: bool = False) -> Mark | None:
    """
    Find where an event is drawn.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.
    stated_only
        Keep to places that the articles name, also where their position is inferred.

    Returns
    -------
    mark
        The first ``at`` or ``near`` place, else the end of its path; ``None`` without either,
        and where the end of the path is hidden. What an event is about is no place of it. An
        aggregate ("three attacks", told by its ``count``) has no mark of its own.
    """
    if (dataset.whole or dataset).event_rows[event_id].count is not None:
        return None
    rows = dataset.places_of(event_id)
    spots = [row for row in rows if row.role in SPOT_ROLES]
    candidates = spots or [row for row in rows if row.role in PATH_ROLES][-1:]
    for row in candidates:
        if _usable(dataset, row, stated_only):
            return _mark_at(dataset, row)
    return None


def path(dataset: "Dataset", event_id: str, stated_only: bool = False) -> tuple[str, ...]:
    """
    List the places of an event's path: from, via, to.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.
    stated_only
        Keep to places that the articles name, also where their position is inferred.

    Returns
    -------
    place_ids
        Two or more places with a position, in order; empty when there is no line to draw.
    """
    found = tuple(
        row.place_id
        for row in dataset.places_of(event_id)
        if row.role in PATH_ROLES and _usable(dataset, row, stated_only)
    )
    return found if len(found) > 1 else ()


def path_coordinates(
    dataset: "Dataset", event_id: str, stated_only: bool = False
) -> tuple[tuple[float, float], ...]:
    """
    Give the path of an event as coordinates.

    Parameters
    ----------
    dataset, event_id, stated_only
        As for ``path``.

    Returns
    -------
    coordinates
        Lon/lat degrees, in order; empty when there is no line to draw.
    """
    places = [dataset.gazetteer[place_id] for place_id in path(dataset, event_id, stated_only)]
    return tuple((p.lon, p.lat) for p in places if p.lon is not None and p.lat is not None)


def uncertainty_km(dataset: "Dataset", event_id: str, stated_only: bool = False) -> float | None:
    """
    Say how far from its mark an event may have been.

    Parameters
    ----------
    dataset, event_id, stated_only
        As for ``mark``.

    Returns
    -------
    radius_km
        ``None`` without a mark or when nothing is said.
    """
    found = mark(dataset, event_id, stated_only)
    return found.uncertainty_km if found else None


def _usable(dataset: "Dataset", row: "EventPlace", stated_only: bool) -> bool:
    place = dataset.gazetteer[row.place_id]
    located = place.lat is not None and place.lon is not None and place.extent is not Extent.NONE
    return located and (place.named or not stated_only)


def _mark_at(dataset: "Dataset", row: "EventPlace") -> Mark | None:
    place = dataset.gazetteer[row.place_id]
    if place.lat is None or place.lon is None:
        return None
    return Mark(
        place_id=row.place_id,
        role=row.role,
        lon=place.lon,
        lat=place.lat,
        uncertainty_km=place.uncertainty_km if row.uncertainty_km is None else row.uncertainty_km,
        location_precision=row.location_precision,
    )
