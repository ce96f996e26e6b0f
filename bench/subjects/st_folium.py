"""The peers with streamlit-folium: a map made anew at each rerun, and a map that stays."""

from bench.subjects.leaflet_peer import LeafletPeer
from bench.subjects.streamlit_peer import StreamlitPeer

# Streamlit holds a frame's place until it is there, and greys what a rerun has not reached yet.
BUSY = """document.querySelector('[data-testid=stSkeleton], [data-stale=true] iframe,'
  + 'iframe[title^=streamlit_folium][height="0"]')"""
FRAME = """(frames => frames.length === 1 ? frames[0].contentWindow : null)(
  document.querySelectorAll('iframe[title^=streamlit_folium]'))"""


class StFolium(LeafletPeer, StreamlitPeer):
    """The map lies in the one frame that the component has."""

    page_js = FRAME
    busy_js = BUSY


class StFoliumNaive(StFolium):
    """A new map, and so a new frame, at every rerun."""

    name = "st_folium_naive"
    label = "st_folium, new map each rerun"
    app = "st_folium_naive.py"
    largest = 10_000
    why_not_more = "Folium alone computes about 35 s for each step here (tried), 20 steps 12 min"


class StFoliumGroup(StFolium):
    """One map, and one GeoJson in ``feature_group_to_add``."""

    name = "st_folium_group"
    label = "st_folium, feature_group_to_add with one GeoJson"
    app = "st_folium_group.py"
