"""The layer of rivers and lakes."""

from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from layers.draw import stock_ground
from layers.draw.elements import BasemapLayer
from layers.draw.shapes import group

LAYER_ID = "rivers"


def draw(_dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the group; its lines come with the assets, not with the script."""
    made = group(LAYER_ID)
    made.add_child(BasemapLayer("rivers"))
    yield made


def stock(dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the group with rivers and lakes in it, as Folium draws them."""
    for made in draw(dataset):
        stock_ground.put("rivers", made)
        stock_ground.put("lakes", made)
        yield made
