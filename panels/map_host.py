"""Mount the Folium map as one Streamlit component that is made once and filtered in the browser."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from geo.dataset import Dataset
from geo.selection import Selection
from layers import assets
from layers.figure import script
from layers.payload import payload
from panels.address import query_string, state_of
from panels.static_files import map_assets

COMPONENT = "corridor_atlas_map"
MAP_KEY = "atlas"
_MOUNT = "\nexport default (component) => globalThis.CorridorAtlas.mount(component);\n"


@dataclass(frozen=True)
class Drawing:
    """
    What the browser draws for one dataset.

    Attributes
    ----------
    hash
        Of the dataset and of the code that draws it; Folium's own ids change at every build.
    script
        The Leaflet calls that Folium rendered. It holds numbers and ids, never text from data.
    payload
        Everything that is text, as plain JSON.
    """

    hash: str
    script: str
    payload: dict[str, Any]


@st.cache_resource(
    show_spinner=False, max_entries=2, hash_funcs={Dataset: lambda dataset: dataset.version}
)
def drawing(dataset: Dataset, code_version: str) -> Drawing:
    """Draw the dataset with Folium; built once and shared by every session."""
    return Drawing(f"{dataset.version}-{code_version}", script(dataset), payload(dataset))


@st.cache_resource(show_spinner=False)
def _component(code_version: str) -> Callable[..., Any]:
    code = assets.leaflet_script() + "\n" + assets.own_script() + _MOUNT
    return st.components.v2.component(
        COMPONENT, js=code, css=assets.style_sheet(), isolate_styles=False
    )


def mount(dataset: Dataset, initial: Selection, shown: dict[str, Any]) -> str:
    """
    Show the map and return the selection that the browser reported last.

    Parameters
    ----------
    dataset
        Everything; the browser filters.
    initial
        What the address asked for when the session began. The browser takes it only where it
        keeps no state of its own.
    shown
        The open event and the view from the address, as
        :func:`panels.address.initial` reads them.

    Returns
    -------
    str
        A link query; :func:`geo.parse_query` reads it.
    """
    version = assets.code_version()
    drawn = drawing(dataset, version)
    query = query_string(initial, dataset)
    data = {
        "key": MAP_KEY,
        "hash": drawn.hash,
        "script": drawn.script,
        "payload": drawn.payload,
        "assets": map_assets(),
        "initial": {
            "state": state_of(initial) | {"event": shown["event"]},
            "view": shown["view"],
            "query": query,
        },
    }
    result = _component(version)(key=MAP_KEY, data=data, on_query_change=lambda: None)
    reported = result.get("query")
    return query if reported is None else str(reported)
