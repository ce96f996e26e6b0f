"""The list of layers, from the bottom of the map to its top: one line for each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import folium

from geo.dataset import Dataset
from geo.selection import DEFAULT_LAYERS
from layers import (
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


@dataclass(frozen=True)
class CatalogueLayer:
    """
    A layer of the map.

    Attributes
    ----------
    layer_id
        Its id in the selection and in the link.
    label
        Its name on the page.
    draw
        Makes its Folium groups for a dataset.
    stock
        Makes the same groups with all that is in them as stock Folium shapes, where ``draw``
        leaves that to our script; None where the groups hold it anyway, or where only our script
        can draw it.
    """

    layer_id: str
    label: str
    draw: Draw
    stock: Draw | None = None

    @property
    def on(self) -> bool:
        """Whether it is on unless the reader says otherwise."""
        return self.layer_id in DEFAULT_LAYERS


LAYERS = (
    CatalogueLayer("relief", "Relief", relief.draw, relief.stock),
    CatalogueLayer("rivers", "Rivers and lakes", rivers.draw, rivers.stock),
    CatalogueLayer("borders", "Borders", borders.draw, borders.stock),
    CatalogueLayer("zone", "Deconfliction zone", zone.draw),
    CatalogueLayer("corridor-original", "Corridor, original course", corridor.draw_original),
    CatalogueLayer("corridor-shifted", "Corridor, shifted course", corridor.draw_shifted),
    CatalogueLayer("strike-sites", "Strike sites", strikes.draw),
    CatalogueLayer("routes", "Roads, axes and supply routes", routes.draw),
    CatalogueLayer("corridor-shift", "Shift of the corridor", shift.draw),
    CatalogueLayer("places", "Places", places.draw),
    CatalogueLayer("statements", "Statements and policies", _in_events, events.stock_statements),
    CatalogueLayer("imported", "Imported events", _on_canvas),
    CatalogueLayer("gathered", "Gather imported events where they crowd", _on_canvas),
    CatalogueLayer("labels", "Labels", labels.draw),
)
