"""The layer "Places": four named sites, small dots for towns, soft circles for areas."""

from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from geo.model.models import Place
from geo.model.places import SITES, position
from layers.base import latlon
from layers.base.drawn_places import drawn_places, is_area, radius_km
from layers.base.style import HALO, INK
from layers.draw.shapes import bound, group, path_options

LAYER_ID = "places"
AREA_PANE = "atlas-areas"
DOT_PANE = "atlas-dots"
AREA_OPACITY = 0.008
"""Only a tint, without an edge until it is pointed at: several lie over one another."""

SITE_RADIUS_PX = 5.5
DOT_RADIUS_PX = 3


def draw(dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the places that articles name and, apart, those that come from elsewhere."""
    stated, outside = group(LAYER_ID), group(LAYER_ID, "all")
    for place in drawn_places(dataset):
        into = stated if place.named else outside
        is_site = place.place_id in SITES
        shape = _area(place) if is_area(place) else _dot(place, is_site=is_site)
        pane = AREA_PANE if is_area(place) else DOT_PANE
        follows = "layer" if is_site else "marks" if is_area(place) else "events"
        bound(shape, into, pane, "place", place.place_id, follows)
    yield stated
    yield outside


def _area(place: Place) -> folium.Circle:
    options = path_options(
        radius=radius_km(place) * 1000,
        color=INK,
        weight=0.8,
        opacity=0,
        fill=True,
        fill_opacity=AREA_OPACITY,
        class_name="atlas-area",
    )
    return folium.Circle(latlon.lat_lon(*position(place)), **options)


def _dot(place: Place, *, is_site: bool) -> folium.CircleMarker:
    options = path_options(
        radius=SITE_RADIUS_PX if is_site else DOT_RADIUS_PX,
        color=HALO if is_site else INK,
        weight=2 if is_site else 1.2,
        opacity=1,
        fill_color=INK if is_site else HALO,
        fill=True,
        fill_opacity=1,
        class_name="atlas-site" if is_site else "atlas-dot",
    )
    return folium.CircleMarker(latlon.lat_lon(*position(place)), **options)
