"""A map of folium made anew at every rerun, one CircleMarker for each event, as first written."""

import os

import folium
import streamlit as st
from streamlit_folium import st_folium

from bench.apps import look
from bench.events import POSITIONS, START, Events

st.set_page_config(layout="wide")


@st.cache_resource
def events() -> Events:
    """Make the events once for all sessions."""
    return look.asked()


known = events()
position = st.slider("Position", 0, POSITIONS - 1, START, key="position")
map_of_now = look.first_map(os.environ["BENCH_ASSETS"])
for i in range(known.expected(position)):
    folium.CircleMarker(
        (known.lat[i], known.lon[i]),
        radius=look.RADIUS_PX,
        weight=look.WEIGHT_PX,
        color=look.OUTLINE,
        fill=True,
        fill_color=look.COLORS[known.side[i]],
        fill_opacity=1,
    ).add_to(map_of_now)
st_folium(map_of_now, height=look.HEIGHT_PX, use_container_width=True, returned_objects=[])
