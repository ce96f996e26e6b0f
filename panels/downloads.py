"""The downloads: what is shown and everything, in a format of the reader's choice, when asked."""

import io
from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from geo.dataset import Dataset
from geo.export import EXPORTERS, Exporter
from panels import lasting_address

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


def content(exporter: Exporter, dataset: Dataset) -> bytes:
    """
    Make a file.

    Parameters
    ----------
    exporter
        The format.
    dataset
        Whole or selected.

    Returns
    -------
    bytes
        The file.
    """
    stream = io.BytesIO()
    exporter.write(dataset, stream)
    return stream.getvalue()


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
    suffix = "-shown" if key == "shown" else ""
    st.download_button(
        f"{what} ({count} event{'s' if count != 1 else ''})",
        data=lambda: content(exporter, dataset),
        file_name=f"corridor-atlas-{dataset.version}{suffix}{exporter.suffix}",
        mime=exporter.media_type,
        on_click="ignore",
        width="stretch",
        key=f"download_{key}",
    )
