"""A map of folium that stays, and one GeoJson of the events in a feature group handed to it."""

import os
from typing import Any

import folium
import streamlit as st
from folium.utilities import JsCode
from streamlit_folium import st_folium

from bench.apps import look
from bench.events import POSITIONS, START, Events

st.set_page_config(layout="wide")

MARK = JsCode(
    f"""(feature, place) => L.circleMarker(place, {{
      radius: {look.RADIUS_PX}, weight: {look.WEIGHT_PX}, color: "{look.OUTLINE}", fillOpacity: 1,
      fillColor: {list(look.COLORS)}[feature.properties.side] }})"""
)


@st.cache_resource
def features() -> tuple[Events, list[dict[str, Any]]]:
    """Make the events, and each as a GeoJSON feature, once for all sessions."""
    known = look.asked()
    places = zip(known.lon.tolist(), known.lat.tolist(), known.side.tolist(), strict=True)
    return known, [
        {
            "type": "Feature",
            "properties": {"side": side},
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
        }
        for lon, lat, side in places
    ]


@st.fragment
def show() -> None:
    """Rerun alone when the slider moves."""
    known, every = features()
    position = st.slider("Position", 0, POSITIONS - 1, START)
    group = folium.FeatureGroup()
    up_to_now = {"type": "FeatureCollection", "features": every[: known.expected(position)]}
    folium.GeoJson(up_to_now, point_to_layer=MARK).add_to(group)
    st_folium(
        look.first_map(os.environ["BENCH_ASSETS"]),
        key="map",
        feature_group_to_add=group,
        height=look.HEIGHT_PX,
        use_container_width=True,
        returned_objects=[],
    )


show()
