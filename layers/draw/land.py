"""The land's surface: what every other layer lies on, and no switch of its own."""

from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from layers.draw import stock_ground
from layers.draw.elements import BasemapLayer
from layers.draw.shapes import group

LAYER_ID = "always"


def draw(_dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the group; its lines come with the assets, not with the script."""
    made = group(LAYER_ID)
    made.add_child(BasemapLayer("land"))
    yield made


def stock(dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the group with the land and its coast in it, as Folium draws them."""
    for made in draw(dataset):
        stock_ground.put("land", made)
        stock_ground.put("coast", made)
        yield made
