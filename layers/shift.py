"""The arrow from the original course to the shifted one: the pair of places the shift fits."""

from collections.abc import Iterator

import folium

from geo.corridor import ORIGINAL, SHIFTED
from geo.dataset import Dataset
from layers import latlon
from layers.elements import Arrow
from layers.shapes import bound, group, path_options, polyline, put
from layers.shift_row import LAYER_ID, shift_line
from layers.style import CORRIDOR_SHIFTED, HALO

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
