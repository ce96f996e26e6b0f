"""How a checked dataset is drawn: Folium objects, the text that travels beside them, one style."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import folium

    from geo.dataset import Dataset


def build(dataset: "Dataset | None" = None) -> "folium.Map":
    """
    Make a Folium map that stands by itself, as a file or as the last line of a notebook.

    Parameters
    ----------
    dataset
        What is to be drawn, the whole or what :func:`geo.selection.select.select` leaves of it; the
        committed data by default.

    Returns
    -------
    folium.Map
        As :func:`layers.page.figure.build` makes it.
    """
    # Folium takes longer to import than all else; who asks for a colour need not wait for it.
    from geo.dataset import load_dataset
    from layers.page import figure

    return figure.build(load_dataset() if dataset is None else dataset)
