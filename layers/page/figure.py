"""The Folium map: panes, layers in order, first view; by itself, or as the script we mount."""

import re
from typing import Any

import folium
from branca.element import Figure
from folium.map import CustomPane

from geo.dataset import Dataset
from layers.base.ground import ground_extent
from layers.base.style import SIDES
from layers.draw import events, land
from layers.draw.catalogue import LAYERS
from layers.draw.elements import Legend, Register
from layers.page import standalone

FIRST_VIEW = ((32.3, 34.6), (37.2, 51.9))
"""South-west and north-east corner in degrees: the corridor from southern Lebanon to Tehran."""

MIN_ZOOM = 4
MAX_ZOOM = 12

# From the ground up. Leaflet keeps 400 for vectors, 600 for markers and 650 for hover texts.
PANES = {
    "atlas-land": 200,
    "atlas-relief": 210,
    "atlas-rivers": 220,
    "atlas-borders": 230,
    "atlas-areas": 300,
    "atlas-corridor-original": 310,
    "atlas-corridor-shifted": 320,
    "atlas-strikes": 330,
    "atlas-routes": 340,
    "atlas-shift": 350,
    "atlas-rings": 420,
    "atlas-paths": 430,
    "atlas-points": 440,
    "atlas-dots": 450,
    "atlas-labels": 590,
}


# Folium names what it draws at random; nothing else in a script looks so.
_NAMED = re.compile(r"_[0-9a-f]{32}\b")


def build(dataset: Dataset) -> folium.Map:
    """
    Make the map of a dataset, which stands by itself: in a file, without a network, in a notebook.

    Parameters
    ----------
    dataset
        What is to be drawn.

    Returns
    -------
    folium.Map
        A named FeatureGroup for every layer and for every side, all drawn by stock Folium
        shapes, a LayerControl, and in its head Leaflet, our style, the words of the marks as JSON
        and a script that puts them into hover texts and cards. No tiles, no address.
    """
    drawn = _empty()
    for part in standalone.head(dataset):
        drawn.add_child(part)
    for made in land.stock(dataset):
        made.add_to(drawn)
    for layer in LAYERS:
        groups = [one for one in (layer.stock or layer.draw)(dataset) if is_standing(one)]
        if groups:
            _named(layer.label, groups, drawn, show=layer.on)
    for side, made in events.stock(dataset):
        _named(SIDES[side].label, [made], drawn, show=True)
    drawn.add_child(folium.LayerControl())
    # Folium's own list would be fetched; a list of this map's own takes what its owner adds.
    drawn.default_js, drawn.default_css = [], []
    return drawn


def is_standing(made: folium.FeatureGroup) -> bool:
    """Tell whether a group is seen while outside facts are shown, as a map by itself shows them."""
    calls = (one for one in made._children.values() if isinstance(one, Register))
    return all(call.values[1] != "stated" for call in calls)


def _named(label: str, groups: list[folium.FeatureGroup], into: folium.Map, *, show: bool) -> None:
    """Gather groups in one that the LayerControl lists; its name is ours, never text from data."""
    gathered = folium.FeatureGroup(name=label, show=show)
    for made in groups:
        made.add_to(gathered)
    gathered.add_to(into)


def skeleton(dataset: Dataset) -> folium.Map:
    """
    Make the map that our script mounts: the same groups, with what it fills itself left empty.

    Parameters
    ----------
    dataset
        What is to be drawn.

    Returns
    -------
    folium.Map
        Without tiles; rendering mutates it, so it is made anew for every script.
    """
    drawn = _empty()
    for draw in (land.draw, *(layer.draw for layer in LAYERS), events.draw):
        for made in draw(dataset):
            made.add_to(drawn)
    drawn.add_child(Legend())
    return drawn


def _empty() -> folium.Map:
    """Make the map with its panes and first view, and nothing on it."""
    (south, west), (north, east) = FIRST_VIEW
    ground = ground_extent()
    # With tiles=None Folium drops min_zoom and max_zoom; Leaflet's own names get through.
    options: dict[str, Any] = {
        "minZoom": MIN_ZOOM,
        "maxZoom": MAX_ZOOM,
        "zoomSnap": 0.25,
        "zoomDelta": 0.5,
    }
    drawn = folium.Map(
        location=[(south + north) / 2, (west + east) / 2],
        zoom_start=6,
        tiles=None,
        control_scale=True,
        wheelPxPerZoomLevel=90,
        attributionControl=False,
        maxBounds=[[ground[0], ground[1]], [ground[2], ground[3]]],
        maxBoundsViscosity=0.8,
        **options,
    )
    drawn.fit_bounds(FIRST_VIEW)
    for name, z_index in PANES.items():
        drawn.add_child(CustomPane(name, z_index=z_index, pointer_events=False))
    return drawn


def script(dataset: Dataset) -> str:
    """
    Render the map's script.

    Parameters
    ----------
    dataset
        What is to be drawn.

    Returns
    -------
    str
        JavaScript that expects Leaflet as ``L`` with our functions in ``L.atlas``. It holds
        numbers and ids, never text from data, and is the same for the same dataset.
    """
    figure = skeleton(dataset).get_root()
    if not isinstance(figure, Figure):
        message = f"a map's root is a Figure, not a {type(figure).__name__}"
        raise TypeError(message)
    figure.render()
    numbers: dict[str, str] = {}
    return _NAMED.sub(
        lambda found: numbers.setdefault(found[0], f"_{len(numbers)}"), str(figure.script.render())
    )
