"""Places, zones and routes as GeoJSON features."""

from collections.abc import Iterator
from typing import Any

from geo.dataset import Dataset
from geo.export.writer import feature
from geo.rules import ground_rows

PLACE_PROPERTIES = (
    *("place_id", "kind", "name", "name_ar", "place_kind", "extent", "uncertainty_km"),
    *("radius_km", "country", "geonames_id", "basis", "source", "mentions", "aliases"),
    *("lat", "lon", "route_id", "note", "within"),
)
ROUTE_PROPERTIES = (
    *("route_id", "kind", "name", "route_kind", "status", "first_day", "last_day"),
    *("actor_ids", "claim_ids", "waypoints", "legs", "note", "reported_offset_miles"),
)


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
    for row, geometry in ground_rows.places(dataset):
        kind = "zone" if ground_rows.is_zone(row) else "place"
        held = row | {
            "kind": kind,
            "place_kind": row["kind"],
            "country": list(row["country"]),
            "aliases": list(row["aliases"]),
            "within": list(row["within"]),
        }
        made = {name: held[name] for name in PLACE_PROPERTIES}
        yield feature(f"{kind}:{row['place_id']}", geometry, made)


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
        Of kind ``route``; ``waypoints`` runs one to one with its coordinates, ``legs`` with
        what lies between them.
    """
    for row, line in ground_rows.routes(dataset):
        held = row | {
            "kind": "route",
            "route_kind": row["kind"],
            "first_day": row["first_day"].isoformat() if row["first_day"] else None,
            "last_day": row["last_day"].isoformat() if row["last_day"] else None,
            "actor_ids": list(row["actor_ids"]),
            "claim_ids": list(row["claim_ids"]),
        }
        made = {name: held[name] for name in ROUTE_PROPERTIES}
        yield feature(f"route:{row['route_id']}", line, made)
