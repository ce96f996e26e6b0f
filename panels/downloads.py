"""The downloads: what is shown and everything, in a format of the reader's choice, when asked."""

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from geo.dataset import Dataset
from geo.export import EXPORTERS, Exporter
from geo.selection.selection import Selection
from panels import download_button, lasting_address
from panels.address import query_string

OPENED_WITH: Mapping[str, str] = MappingProxyType(
    {
        "geojson": "For QGIS, kepler.gl, notebooks and web maps: one file, everything on the map.",
        "gpkg": "For QGIS: layers with their colours, and the tables of claims and roles.",
        "kml": "For Google Earth: folders by article, with a time slider.",
        "csv": "For spreadsheets: begin with overview.csv in the zip.",
        "geoparquet": "For geopandas, DuckDB and other data tools: typed columns.",
    }
)
"""What each format is good for."""


def show(everything: Dataset, shown: Dataset) -> None:
    """
    Offer the files; a click makes one and leaves the page as it is.

    Parameters
    ----------
    everything
        The whole data.
    shown
        What the map shows of it.
    """
    # What it holds is built when it is opened, so that a step of a slider does not send it.
    folded = st.popover("Download", key="download_open", on_change="rerun")
    if not folded.open:
        return
    with folded:
        name = st.selectbox(
            "Format",
            list(EXPORTERS),
            format_func=lambda one: EXPORTERS[one].label,
            key="download_format",
        )
        st.caption(OPENED_WITH[name])
        _button(EXPORTERS[name], "What is shown", shown, "shown")
        _button(EXPORTERS[name], "Everything", everything, "all")
        lasting_address.show(everything)


def _button(exporter: Exporter, what: str, dataset: Dataset, key: str) -> None:
    count = len(dataset.event_rows)
    download_button.show(
        f"{what} ({count} event{'s' if count != 1 else ''})",
        offer(exporter, dataset, "-shown" if key == "shown" else ""),
        key=f"download_{key}",
    )


def offer(exporter: Exporter, dataset: Dataset, mark: str = "") -> download_button.Offer:
    """
    Return what a button gives.

    Parameters
    ----------
    exporter
        The format.
    dataset
        Whole or selected.
    mark
        Stands in the file's name before its ending.

    Returns
    -------
    Offer
        The same selection of the same data in the same format is the same file.
    """
    query = query_string(dataset.selection or Selection(), dataset.whole or dataset)
    return download_button.Offer(
        f"corridor-atlas-{dataset.version}{mark}{exporter.suffix}",
        exporter.media_type,
        ("atlas", dataset.version, query, exporter.name),
        lambda stream: exporter.write(dataset, stream),
    )
