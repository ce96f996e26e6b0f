"""The relief layer: a faint shaded picture under everything, gone at close zoom."""

import json
from collections.abc import Iterator
from pathlib import Path

import folium

from geo.dataset import Dataset
from layers.elements import BasemapLayer
from layers.shapes import group

LAYER_ID = "relief"
BASEMAP_FILE = Path(__file__).parents[1] / "data" / "basemap" / "basemap.json"


def ground_extent() -> tuple[float, float, float, float]:
    """
    Read how far the base map and its relief reach.

    Returns
    -------
    south, west, north, east
        Degrees, from ``data/basemap/basemap.json``.
    """
    extent = json.loads(BASEMAP_FILE.read_text(encoding="utf-8"))["extent"]
    south, west, north, east = (float(extent[edge]) for edge in ("south", "west", "north", "east"))
    return south, west, north, east


def draw(_dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the relief's group; the picture comes with the assets, not with the script."""
    relief = group(LAYER_ID)
    relief.add_child(BasemapLayer("relief", *ground_extent()))
    yield relief
