"""The page of Corridor Atlas: its settings and the order in which things are read."""

from pathlib import Path

import streamlit as st

from panels import about, atlas

st.set_page_config(
    page_title="Corridor Atlas",
    page_icon=Path(__file__).parent / "panels" / "icon.png",
    layout="wide",
    initial_sidebar_state="collapsed",
)

st.navigation(
    [
        st.Page(atlas.page, title="Map", url_path="map", default=True),
        st.Page(about.page, title="About this map", url_path="about"),
    ],
    position="top",
).run()
