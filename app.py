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


def show_map() -> None:
    """Show the atlas, with the way to the page about it."""
    atlas.page(ABOUT)


def show_about() -> None:
    """Show the page about the map, with the way back."""
    st.page_link(MAP, label="Back to the map")
    about.page()


MAP = st.Page(show_map, title="Corridor Atlas", url_path="map", default=True)
ABOUT = st.Page(show_about, title="About this map", url_path="about")

st.navigation([MAP, ABOUT], position="hidden").run()
