"""The layer of zones: the deconfliction zone, as far as it lies in Syria."""

from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from geo.model.vocabulary import Extent, WaypointBasis
from geo.rules.zones import zone_polygon
from layers.base import latlon
from layers.base.style import DASHES, ZONE
from layers.draw.shapes import bound, group, path_options

LAYER_ID = "zone"
PANE = "atlas-areas"


def draw(dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the zones. No article gives their radius: dashed, and never only what they say."""
    for place in dataset.gazetteer.values():
        if place.extent is not Extent.CIRCLE:
            continue
        made = group(LAYER_ID, "all")
        for rings in latlon.of_area(zone_polygon(place, dataset.folder)):
            options = path_options(
                color=ZONE,
                weight=1.4,
                opacity=0.85,
                dash_array=DASHES[WaypointBasis.EXTERNAL],
                fill=True,
                fill_opacity=0.045,
                class_name="atlas-zone",
            )
            bound(folium.Polygon(rings, **options), made, PANE, "zone", place.place_id)
        yield made
