"""The event layers: one group for each side, filled by the browser from the payload."""

from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from geo.vocabulary import Side
from layers.elements import EventLayer
from layers.shapes import group


def draw(_dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield one group for each side; marks follow the selection in the browser."""
    for side in Side:
        made = group("always")
        made.add_child(EventLayer(str(side)))
        yield made
