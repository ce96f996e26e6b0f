"""The relief layer: a faint shaded picture under everything, gone at close zoom."""

from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from layers.base.ground import ground_extent
from layers.draw import stock_ground
from layers.draw.elements import BasemapLayer
from layers.draw.shapes import group

LAYER_ID = "relief"


def draw(_dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the relief's group; the picture comes with the assets, not with the script."""
    relief = group(LAYER_ID)
    relief.add_child(BasemapLayer("relief", *ground_extent()))
    yield relief


def stock(dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the group with the picture in it, as Folium draws it."""
    for made in draw(dataset):
        stock_ground.put_relief(made)
        yield made
