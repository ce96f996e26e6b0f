"""GeoDataFrames of what a dataset shows: for notebooks, and what tabular formats are written of."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import geopandas as gpd

from geo.export.atlas_frame import AtlasFrame
from geo.export.columns import data_frame
from geo.rules import event_rows, ground_rows

if TYPE_CHECKING:
    from geo.dataset import Dataset

CRS = "EPSG:4326"


def frame(columns: Sequence[str], drawn: Iterable[event_rows.Drawn]) -> AtlasFrame:
    """
    Make a frame with a geometry.

    Parameters
    ----------
    columns
        Their names, which say their types (``geo.export.columns``).
    drawn
        Rows with their geometries, lon/lat degrees.

    Returns
    -------
    frame
        EPSG:4326, counted from 0; the same columns and types however many rows there are.
    """
    held = list(drawn)
    table = data_frame(columns, [row for row, _ in held])
    geometry = gpd.GeoSeries([geometry for _, geometry in held], crs=CRS)
    return AtlasFrame(table, geometry=geometry, crs=CRS)


def events_frame(dataset: "Dataset") -> AtlasFrame:
    """
    Make the frame of events.

    Parameters
    ----------
    dataset
        The data, whole or selected.

    Returns
    -------
    frame
        A row for each event shown, with all that is derived of it; geometry is the mark, or none.
    """
    return frame(event_rows.EVENT_COLUMNS, event_rows.events(dataset))


def movements_frame(dataset: "Dataset") -> AtlasFrame:
    """
    Make the frame of movements.

    Parameters
    ----------
    dataset
        The data, whole or selected.

    Returns
    -------
    frame
        A row for each event shown that has a path; geometry is the line that joins its places.
    """
    return frame(event_rows.MOVEMENT_COLUMNS, event_rows.movements(dataset))


def places_frame(dataset: "Dataset") -> AtlasFrame:
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
    drawn = (each for each in ground_rows.places(dataset) if not ground_rows.is_zone(each[0]))
    return frame(ground_rows.PLACE_COLUMNS, drawn)


def zones_frame(dataset: "Dataset") -> AtlasFrame:
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
    drawn = (each for each in ground_rows.places(dataset) if ground_rows.is_zone(each[0]))
    return frame(ground_rows.PLACE_COLUMNS, drawn)


def routes_frame(dataset: "Dataset") -> AtlasFrame:
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
    return frame(ground_rows.ROUTE_COLUMNS, ground_rows.routes(dataset))
