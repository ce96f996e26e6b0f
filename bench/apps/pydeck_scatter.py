"""One ScatterplotLayer of pydeck with no base map, its frame cut at the slider's position."""

import pandas as pd
import pydeck
import streamlit as st

from bench.apps import look
from bench.events import POSITIONS, START, Events

st.set_page_config(layout="wide")
DECK_ZOOM = look.ZOOM - 1  # deck.gl counts in tiles of 512 px, Leaflet in tiles of 256
VIEW = pydeck.ViewState(latitude=look.CENTER[0], longitude=look.CENTER[1], zoom=DECK_ZOOM)


def rgb(color: str) -> list[int]:
    """Return a six-digit hex colour as three numbers."""
    return list(bytes.fromhex(color[1:]))


@st.cache_resource
def frame() -> tuple[Events, pd.DataFrame]:
    """Make the events, and a frame of what the layer needs, once for all sessions."""
    known = look.asked()
    fills = [rgb(look.COLORS[side]) for side in known.side]
    return known, pd.DataFrame({"lon": known.lon, "lat": known.lat, "fill": fills})


@st.fragment
def show() -> None:
    """Rerun alone when the slider moves."""
    known, every = frame()
    position = st.slider("Position", 0, POSITIONS - 1, START)
    layer = pydeck.Layer(
        "ScatterplotLayer",
        id="events",
        data=every.iloc[: known.expected(position)],
        get_position="[lon, lat]",
        get_fill_color="fill",
        get_line_color=rgb(look.OUTLINE),
        get_radius=look.RADIUS_PX,
        radius_units=pydeck.types.String("pixels"),
        stroked=True,
        get_line_width=look.WEIGHT_PX,
        line_width_units=pydeck.types.String("pixels"),
    )
    deck = pydeck.Deck([layer], initial_view_state=VIEW, map_provider=None)
    st.pydeck_chart(deck, height=look.HEIGHT_PX, key="map")


show()
