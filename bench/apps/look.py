"""What the peers' pages share: the events asked for, the look of a mark, the first view."""

import os

import folium

from bench.assets import bring_home
from bench.events import Events, make

COLORS = ("#0b7a51", "#4a1f5c", "#2f8fc8", "#b18103", "#da3591", "#50545a")
"""Fill by side, in the order of ``bench.events.SIDES``; the atlas's own colours."""

OUTLINE = "#1d2024"
RADIUS_PX = 4
WEIGHT_PX = 1
CENTER = (34.35, 43.5)
ZOOM = 6
HEIGHT_PX = 660


def asked() -> Events:
    """Return as many events as the environment asks for."""
    return make(int(os.environ["BENCH_EVENTS"]))


def first_map(server: str) -> folium.Map:
    """
    Make the map that every Folium page starts from: no tiles, marks on a canvas.

    Parameters
    ----------
    server
        Address of the server that has the scripts (:mod:`bench.serve`), slash at its end.
    """
    made = folium.Map(location=CENTER, zoom_start=ZOOM, tiles=None, prefer_canvas=True)
    bring_home(made, server)
    return made
