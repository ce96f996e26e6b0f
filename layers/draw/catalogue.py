"""How each layer of the map is drawn; ``geo/selection/map_layers.py`` says which there are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import folium

from geo.dataset import Dataset
from geo.selection.map_layers import MAP_LAYERS, MapLayer
from layers.draw import (
    borders,
    corridor,
    events,
    labels,
    places,
    relief,
    rivers,
    routes,
    shift,
    strikes,
    zone,
)

Draw = Callable[[Dataset], Iterable[folium.FeatureGroup]]


def _in_events(_dataset: Dataset) -> Iterable[folium.FeatureGroup]:
    """Draw nothing: statements are events, and the event layers look at this switch."""
    return ()


def _on_canvas(_dataset: Dataset) -> Iterable[folium.FeatureGroup]:
    """Draw nothing: imported events come apart from the dataset, on a canvas of their own."""
    return ()


class Drawing(NamedTuple):
    """
    How a layer is drawn.

    Attributes
    ----------
    draw
        Makes its Folium groups for a dataset.
    stock
        Makes the same groups with all that is in them as stock Folium shapes, where ``draw``
        leaves that to our script; None where the groups hold it anyway, or where only our script
        can draw it.
    """

    draw: Draw
    stock: Draw | None = None


DRAWINGS: Mapping[str, Drawing] = MappingProxyType(
    {
        "relief": Drawing(relief.draw, relief.stock),
        "rivers": Drawing(rivers.draw, rivers.stock),
        "borders": Drawing(borders.draw, borders.stock),
        "zone": Drawing(zone.draw),
        "corridor-original": Drawing(corridor.draw_original),
        "corridor-shifted": Drawing(corridor.draw_shifted),
        "strike-sites": Drawing(strikes.draw),
        "routes": Drawing(routes.draw),
        "corridor-shift": Drawing(shift.draw),
        "places": Drawing(places.draw),
        "statements": Drawing(_in_events, events.stock_statements),
        "imported": Drawing(_on_canvas),
        "gathered": Drawing(_on_canvas),
        "labels": Drawing(labels.draw),
    }
)
"""By id, for each layer of ``geo.selection.map_layers``."""


@dataclass(frozen=True, kw_only=True)
class CatalogueLayer(MapLayer):
    """A layer of the list with how it is drawn, as :class:`Drawing` has it."""

    draw: Draw
    stock: Draw | None = None


def catalogue(rows: Iterable[MapLayer]) -> tuple[CatalogueLayer, ...]:
    """
    Put each layer of a list together with how it is drawn.

    Parameters
    ----------
    rows
        From the bottom of the map to its top.

    Returns
    -------
    layers
        In the same order.

    Raises
    ------
    LookupError
        Where one is listed and not drawn, or the other way round.
    """
    listed = {row.layer_id: row for row in rows}
    odd = listed.keys() ^ DRAWINGS.keys()
    if odd:
        message = (
            f"{', '.join(sorted(odd))}: a layer needs a row in geo/selection/map_layers.py and a "
            "drawing in "
            "layers/draw/catalogue.py"
        )
        raise LookupError(message)
    return tuple(
        CatalogueLayer(**vars(row), **DRAWINGS[layer_id]._asdict())
        for layer_id, row in listed.items()
    )


LAYERS = catalogue(MAP_LAYERS)
