"""The layer "Strike sites": a faint disc for each place struck, as wide as its uncertainty."""

from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from geo.model.places import position
from geo.model.vocabulary import Status
from geo.rules.event_facts import event_facts
from layers.base import latlon
from layers.base.style import INK
from layers.draw.places import AREA_OPACITY
from layers.draw.shapes import bound, group, path_options
from layers.payload.event_rows import STRIKES

LAYER_ID = "strike-sites"
PANE = "atlas-strikes"
LEAST_RADIUS_KM = 3
WIDE_KM = 60
"""A site known no better than this is a region: a tint without an edge until it is pointed at."""


def strike_sites(dataset: Dataset, *, stated_only: bool = False) -> dict[str, float]:
    """
    Return the distinct places that were struck.

    Parameters
    ----------
    dataset
        What was reported.
    stated_only
        Take the places that the articles themselves name.

    Returns
    -------
    dict
        Place id to radius in kilometres: the widest uncertainty of its strikes. Plans and
        aggregates ("three attacks") have no site.
    """
    radii: dict[str, float] = {}
    for event in dataset.event_rows.values():
        if event.type not in STRIKES or event.status is not Status.HAPPENED or event.count:
            continue
        found = event_facts(dataset)[event.event_id].of(stated_only).mark
        if found is not None:
            radius_km = max(found.uncertainty_km or 0, LEAST_RADIUS_KM)
            radii[found.place_id] = max(radius_km, radii.get(found.place_id, 0))
    return radii


def draw(dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the discs; each is seen only while a strike at it is shown."""
    made = group(LAYER_ID)
    radii = strike_sites(dataset, stated_only=True) | strike_sites(dataset)
    for place_id, radius_km in sorted(radii.items(), key=lambda item: -item[1]):
        is_wide = radius_km > WIDE_KM
        options = path_options(
            radius=radius_km * 1000,
            color=INK,
            weight=0.8,
            opacity=0 if is_wide else 0.3,
            fill=True,
            fill_opacity=AREA_OPACITY if is_wide else 0.04,
            class_name="atlas-strike-site",
        )
        at = latlon.lat_lon(*position(dataset.gazetteer[place_id]))
        bound(folium.Circle(at, **options), made, PANE, "place", place_id, "strikes")
    yield made
