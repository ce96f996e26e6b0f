"""Make GeoDataFrames of what a dataset shows, for notebooks and analysis."""

from typing import TYPE_CHECKING, Any

import geopandas as gpd
from shapely.geometry import Point

from geo import corridor
from geo.acting import acting_actors, acting_side
from geo.backing import backing
from geo.place_shape import place_geometry as place_geometry
from geo.placement import mark
from geo.standing import standing
from geo.vocabulary import Extent
from geo.zones import zone_polygon

if TYPE_CHECKING:
    from geo.dataset import Dataset

CRS = "EPSG:4326"


def events_frame(dataset: "Dataset") -> gpd.GeoDataFrame:
    """
    Make the frame of events.

    Parameters
    ----------
    dataset
        The data, whole or selected.

    Returns
    -------
    frame
        A row for each event shown, with standing, backing, side, actors and articles beside its own
        columns; geometry is the mark, or none.
    """
    stated_only = _stated_only(dataset)
    rows = []
    for event_id, event in dataset.event_rows.items():
        found = mark(dataset, event_id, stated_only)
        participants = dataset.participants_of(event_id)
        rows.append(
            event.model_dump()
            | {
                "standing": standing(dataset.claims_of(event_id), participants, event.type),
                "backing": backing(dataset, event_id),
                "side": acting_side(dataset, event_id),
                "actor_ids": acting_actors(dataset, event_id),
                "article_ids": dataset.articles_of(event_id),
                "match": dataset.matches.get(event_id),
                "place_id": found.place_id if found else None,
                "uncertainty_km": found.uncertainty_km if found else None,
                "geometry": Point(found.lon, found.lat) if found else None,
            }
        )
    return _frame(rows, ["event_id"])


def places_frame(dataset: "Dataset") -> gpd.GeoDataFrame:
    """
    Make the frame of places.

    Parameters
    ----------
    dataset
        The data, whole or selected.

    Returns
    -------
    frame
        A row for each place shown that is not a zone; geometry as ``place_geometry``.
    """
    places = [dataset.gazetteer[place_id] for place_id in dataset.place_ids]
    rows = [
        place.model_dump() | {"geometry": place_geometry(dataset, place)}
        for place in places
        if place.extent is not Extent.CIRCLE
    ]
    return _frame(rows, ["place_id"])


def routes_frame(dataset: "Dataset") -> gpd.GeoDataFrame:
    """
    Make the frame of routes.

    Parameters
    ----------
    dataset
        The data, whole or selected.

    Returns
    -------
    frame
        A row for each route shown, with ``length_km``; geometry is the line through its
        waypoints.
    """
    rows = []
    for route in dataset.route_rows.values():
        line = corridor.route_line(route)
        length_km = corridor.geodesic_length_m(line) / 1000
        columns = route.model_dump(exclude={"coordinates"})
        rows.append(columns | {"length_km": length_km, "geometry": line})
    return _frame(rows, ["route_id"])


def zones_frame(dataset: "Dataset") -> gpd.GeoDataFrame:
    """
    Make the frame of zones.

    Parameters
    ----------
    dataset
        The data, whole or selected.

    Returns
    -------
    frame
        A row for each zone shown; geometry is its circle, clipped to its countries.
    """
    places = [dataset.gazetteer[place_id] for place_id in dataset.place_ids]
    rows = [
        place.model_dump() | {"geometry": zone_polygon(place, dataset.folder)}
        for place in places
        if place.extent is Extent.CIRCLE
    ]
    return _frame(rows, ["place_id"])


def _stated_only(dataset: "Dataset") -> bool:
    return dataset.selection is not None and dataset.selection.stated_only


def _frame(rows: list[dict[str, Any]], columns: list[str]) -> gpd.GeoDataFrame:
    if not rows:
        return gpd.GeoDataFrame({name: [] for name in columns}, geometry=[], crs=CRS)
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=CRS)
