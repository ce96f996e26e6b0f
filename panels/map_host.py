"""Mount the Folium map as one Streamlit component that is made once and filtered in the browser."""

import json
from collections.abc import Callable
from typing import Any

import streamlit as st

from geo.dataset import Dataset
from geo.selection.selection import Selection
from layers.base import assets
from layers.contract import Drawing, MountData, MountText, PointsSource
from layers.page import page_shell
from panels import static_files
from panels.address import Shown, query_string, state_of

COMPONENT = "corridor_atlas_map"
MAP_KEY = "atlas"
DRAWING_STEM = "drawing"


def drawing_hash(dataset: Dataset, code_version: str) -> str:
    """Name what is drawn by dataset and code; Folium's own ids change at every build."""
    return f"{dataset.version}-{code_version}"


@st.cache_resource(
    show_spinner=False, max_entries=2, hash_funcs={Dataset: lambda dataset: dataset.version}
)
def drawing(dataset: Dataset, code_version: str) -> Drawing:
    """
    Draw the dataset with Folium; built once and shared by every session.

    Parameters
    ----------
    dataset
        What is to be drawn.
    code_version
        Tells one state of the code from the next.

    Returns
    -------
    Drawing
        The script holds numbers and ids, never text from data; all text is in the payload.
    """
    # Folium takes longer to import than all else of a start; what is drawn is mostly there.
    from layers.page.figure import script
    from layers.payload.whole import payload

    return {"script": script(dataset), "payload": payload(dataset)}


def _drawn(dataset: Dataset, code_version: str) -> str | Drawing:
    """Return the address of what is drawn, or itself where nothing can be written."""
    name = f"{DRAWING_STEM}-{drawing_hash(dataset, code_version)}.json"
    if static_files.is_there(f"{name}.gz"):
        return static_files.address(f"{name}.gz")
    made = drawing(dataset, code_version)
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        found = static_files.place_packed(assets.Asset(name, text.encode()))
    except OSError:
        return made
    for stem in (DRAWING_STEM, assets.CODE_STEM, page_shell.STEM):
        static_files.clear_older(stem)
    return found


@st.cache_resource(show_spinner=False)
def _component(_code_version: str) -> Callable[..., Any]:
    made = st.components.v2.component(
        COMPONENT, js=assets.loader(), css=assets.style_sheet(), isolate_styles=False
    )

    def component(*, data: MountData, **more: Any) -> Any:  # noqa: ANN401 - Streamlit's
        # As one text: else Streamlit imports pandas to see whether a part of it is a table.
        handed: MountText = {"text": json.dumps(data)}
        return made(data=handed, **more)

    return component


def mount(
    dataset: Dataset,
    initial: Selection,
    shown: Shown,
    points: PointsSource | None = None,
) -> str | None:
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
        What else the address holds, as
        :func:`panels.address.initial` reads them.
    points
        Where the browser finds the imported events, as :mod:`panels.imported_files` says; None
        without any. They may change at any rerun, the map stays.

    Returns
    -------
    str or None
        A link query; :func:`geo.parse_query` reads it. None until the browser first reports:
        then the map stands, or has said that it cannot.
    """
    version = assets.code_version()
    query = query_string(initial, dataset)
    data: MountData = {
        "key": MAP_KEY,
        "hash": drawing_hash(dataset, version),
        "code": static_files.code(),
        "page": static_files.page(),
        "drawing": _drawn(dataset, version),
        "assets": static_files.map_assets(),
        "points": points,
        "initial": {
            # What the address leaves out stays as the browser has it.
            "state": {**state_of(initial), **shown.opened},
            "view": shown.view,
            "query": query,
        },
    }
    result = _component(version)(key=MAP_KEY, data=data, on_query_change=lambda: None)
    reported = result.get("query")
    return None if reported is None else str(reported)
