"""The border layer: a line for each pair of neighbours, dashed where it is disputed."""

from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from layers.draw import stock_ground
from layers.draw.elements import BasemapLayer
from layers.draw.shapes import group

LAYER_ID = "borders"


def draw(_dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the group; its lines come with the assets, not with the script."""
    made = group(LAYER_ID)
    made.add_child(BasemapLayer("borders"))
    yield made


def stock(dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the group with the lines in it, as Folium draws them."""
    for made in draw(dataset):
        stock_ground.put("borders", made)
        yield made
