"""The downloads: GeoJSON of what is shown and of everything, made when asked for."""

import io

import streamlit as st

from geo.dataset import Dataset


def geojson(dataset: Dataset) -> bytes:
    """Return the dataset as one GeoJSON FeatureCollection (RFC 7946), UTF-8."""
    # Only for a click: it brings geopandas, which takes long to import.
    from geo.export import EXPORTERS

    stream = io.BytesIO()
    EXPORTERS["geojson"].write(dataset, stream)
    return stream.getvalue()


def show(everything: Dataset, shown: Dataset) -> None:
    """Offer both files; a click makes the file and leaves the page as it is."""
    count = len(shown.event_rows)
    st.download_button(
        f"Download what is shown ({count} event{'s' if count != 1 else ''}, GeoJSON)",
        data=lambda: geojson(shown),
        file_name=f"corridor-atlas-{everything.version}-shown.geojson",
        mime="application/geo+json",
        on_click="ignore",
        key="download_shown",
    )
    st.download_button(
        f"Download everything ({len(everything.event_rows)} events, GeoJSON)",
        data=lambda: geojson(everything),
        file_name=f"corridor-atlas-{everything.version}.geojson",
        mime="application/geo+json",
        on_click="ignore",
        key="download_all",
    )
