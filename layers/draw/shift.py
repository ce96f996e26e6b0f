"""The arrow from the original course to the shifted one: the pair of places the shift fits."""

from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from geo.rules.corridor import ORIGINAL, SHIFTED
from layers.base import latlon
from layers.base.style import CORRIDOR_SHIFTED, HALO
from layers.draw.elements import Arrow
from layers.draw.shapes import bound, group, path_options, polyline, put
from layers.payload.shift_row import LAYER_ID, shift_line

HEAD_PX = 15
PANE = "atlas-shift"


_END_SHARE = 0.9
"""The head stops short of the target, so that its site and its marks stay readable."""


def draw(dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the arrow, for as long as both courses are drawn; that it is this pair we infer."""
    line = shift_line(dataset)
    if line is None:
        return
    made = group(
        LAYER_ID, "all", *(key for key in (ORIGINAL, SHIFTED) if key in dataset.route_rows)
    )
    start, tip = (
        line.interpolate(0.06, normalized=True),
        line.interpolate(_END_SHARE, normalized=True),
    )
    shaft = [latlon.of_point(start), latlon.of_point(tip)]
    casing = path_options(color=HALO, weight=8, opacity=0.85)
    put(polyline(shaft, casing), made, PANE, interactive=False)
    options = path_options(
        color=CORRIDOR_SHIFTED, weight=4, opacity=1, class_name="atlas-shift-arrow"
    )
    arrow = polyline(shaft, options)
    arrow.add_child(Arrow(HEAD_PX, False))
    bound(arrow, made, PANE, "shift", LAYER_ID)
    yield made
