"""The base map as stock Folium shapes, for a map that has to stand without our script."""

import base64
import json
from functools import cache
from typing import Any

import folium

from layers.base.ground import BASEMAP_FILE, ground_extent
from layers.base.theme import color
from layers.draw.shapes import path_options

RELIEF_OPACITY = 0.38

_LOOKS: dict[str, dict[str, Any]] = {
    "land": {"color": "land", "weight": 0.8, "fill_color": "land", "fill_opacity": 1},
    "coast": {"color": "coast", "weight": 0.8},
    "borders": {"color": "border", "weight": 1},
    "rivers": {"color": "river", "weight": 1.3},
    "lakes": {"color": "river", "weight": 0.6, "fill_color": "water", "fill_opacity": 1},
}
"""Stroke and fill of each part, as layers/web/map/map.css has them; colours by their names."""

_PANES = {"coast": "atlas-land", "lakes": "atlas-rivers"}
_DISPUTED_DASH = "4 3"


def put(part: str, into: folium.FeatureGroup) -> None:
    """
    Draw a part of the base map into a group.

    Parameters
    ----------
    part
        land, coast, borders, rivers or lakes.
    into
        The group. Borders come as two: settled lines, and dashed ones that are disputed.
    """
    for dash, shapes in _by_dash(part).items():
        collection = {"type": "FeatureCollection", "features": _bare(shapes)}
        style = _style(part, dash)
        folium.GeoJson(
            collection,
            style_function=lambda _feature, style=style: style,
            control=False,
            pane=_PANES.get(part, f"atlas-{part}"),
            interactive=False,
        ).add_to(into)


def put_relief(into: folium.FeatureGroup) -> None:
    """
    Draw the shaded picture into a group, its bytes within the address.

    Parameters
    ----------
    into
        The group.
    """
    content = base64.b64encode(BASEMAP_FILE.with_name("relief.webp").read_bytes()).decode()
    south, west, north, east = ground_extent()
    folium.raster_layers.ImageOverlay(
        f"data:image/webp;base64,{content}",
        [[south, west], [north, east]],
        pixelated=False,
        control=False,
        opacity=RELIEF_OPACITY,
        pane="atlas-relief",
        interactive=False,
    ).add_to(into)


def _style(part: str, dash: str | None) -> dict[str, Any]:
    look = dict(_LOOKS[part])
    for name in ("color", "fill_color"):
        if name in look:
            look[name] = color(look[name])
    checked = path_options(fill="fill_color" in look, dash_array=dash, **look)
    names = {"fill_color": "fillColor", "fill_opacity": "fillOpacity", "dash_array": "dashArray"}
    return {names.get(name, name): value for name, value in checked.items()}


def _by_dash(part: str) -> dict[str | None, list[dict[str, Any]]]:
    found: dict[str | None, list[dict[str, Any]]] = {}
    for feature in _features(part):
        dash = _DISPUTED_DASH if feature["properties"].get("disputed") else None
        found.setdefault(dash, []).append(feature["geometry"])
    return found


@cache
def _features(part: str) -> list[dict[str, Any]]:
    text = BASEMAP_FILE.with_name(f"{part}.geojson").read_text(encoding="utf-8")
    features: list[dict[str, Any]] = json.loads(text)["features"]
    return features


def _bare(geometries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave every name out: numbers alone go through Folium's template."""
    return [
        {"type": "Feature", "id": str(number), "properties": {}, "geometry": geometry}
        for number, geometry in enumerate(geometries)
    ]
