"""The relief layer: a faint shaded picture under everything, gone at close zoom."""

import json
from collections.abc import Iterator
from pathlib import Path

import folium

from geo.dataset import Dataset
from layers.elements import BasemapLayer, group

LAYER_ID = "relief"
BASEMAP_FOLDER = Path(__file__).parents[1] / "data" / "basemap"


def relief_bounds() -> tuple[float, ...]:
    """
    Read where the relief picture lies.

    Returns
    -------
    south, west, north, east
        Degrees, from ``data/basemap/basemap.json``.
    """
    text = (BASEMAP_FOLDER / "basemap.json").read_text(encoding="utf-8")
    extent = json.loads(text)["extent"]
    return tuple(float(extent[edge]) for edge in ("south", "west", "north", "east"))


def draw(_dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the relief's group; the picture comes with the assets, not with the script."""
    relief = group(LAYER_ID)
    relief.add_child(BasemapLayer("relief", *relief_bounds()))
    yield relief
