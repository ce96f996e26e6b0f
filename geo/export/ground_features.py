"""Places, zones and routes as GeoJSON features."""

from collections.abc import Iterator
from typing import Any

from geo import corridor
from geo.dataset import Dataset
from geo.export.writer import feature
from geo.place_shape import place_geometry
from geo.vocabulary import Extent


def places(dataset: Dataset) -> Iterator[dict[str, Any]]:
    """
    Make a feature of each place and zone shown.

    Parameters
    ----------
    dataset
        Whole or selected.

    Yields
    ------
    feature
        Of kind ``place`` or ``zone``.
    """
    for place_id in dataset.place_ids:
        place = dataset.gazetteer[place_id]
        kind = "zone" if place.extent is Extent.CIRCLE else "place"
        properties = {
            "place_id": place_id,
            "kind": kind,
            "name": place.name,
            "name_ar": place.name_ar,
            "place_kind": place.kind,
            "extent": place.extent,
            "uncertainty_km": place.uncertainty_km,
            "radius_km": place.radius_km,
            "country": list(place.country),
            "geonames_id": place.geonames_id,
            "basis": place.basis,
            "source": place.source,
            "mentions": [mention.model_dump() for mention in place.mentions],
            "aliases": list(place.aliases),
            "lat": place.lat,
            "lon": place.lon,
            "route_id": place.route_id,
            "note": place.note,
        }
        yield feature(f"{kind}:{place_id}", place_geometry(dataset, place), properties)


def routes(dataset: Dataset) -> Iterator[dict[str, Any]]:
    """
    Make a feature of each route shown.

    Parameters
    ----------
    dataset
        Whole or selected.

    Yields
    ------
    feature
        Of kind ``route``; ``waypoints`` runs one to one with its coordinates.
    """
    for route in dataset.route_rows.values():
        properties = {
            "route_id": route.route_id,
            "kind": "route",
            "name": route.name,
            "route_kind": route.kind,
            "status": route.status,
            "first_day": route.first_day.isoformat() if route.first_day else None,
            "last_day": route.last_day.isoformat() if route.last_day else None,
            "actor_ids": list(route.actor_ids),
            "claim_ids": list(route.claim_ids),
            "waypoints": [waypoint.model_dump() for waypoint in route.waypoints],
            "note": route.note,
            "reported_offset_miles": route.reported_offset_miles,
        }
        yield feature(f"route:{route.route_id}", corridor.route_line(route), properties)
