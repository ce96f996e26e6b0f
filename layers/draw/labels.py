"""The label layer: sites, countries, towns that matter, areas, rivers and seas."""

from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from layers.draw.elements import LabelLayer
from layers.draw.shapes import group

LAYER_ID = "labels"


def draw(_dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the label layer; its words come with the payload."""
    made = group(LAYER_ID)
    made.add_child(LabelLayer())
    yield made
