"""Load the committed tables once for all readers, or say on the page what is wrong with them."""

import os
from pathlib import Path

import streamlit as st

from geo.dataset import Dataset, load_dataset
from geo.problems import DataError

FOLDER_VARIABLE = "CORRIDOR_ATLAS_DATA"


@st.cache_resource(show_spinner=False)
def _load(folder: str | None) -> Dataset | DataError:
    try:
        return load_dataset(Path(folder)) if folder else load_dataset()
    except DataError as error:
        return error


def dataset_or_stop() -> Dataset:
    """
    Return the dataset, the same object for every session.

    The tables are those in ``data/``, or in the folder that ``CORRIDOR_ATLAS_DATA`` names.

    Tables that do not check stop the page with the list of problems, as text.
    """
    loaded = _load(os.environ.get(FOLDER_VARIABLE))
    if isinstance(loaded, DataError):
        count = len(loaded.problems)
        st.error(
            f"The data does not check: {count} problem{'s' if count != 1 else ''}. "
            "The map is drawn when the tables below are mended."
        )
        st.code(
            "\n".join(str(problem) for problem in loaded.problems), language=None, wrap_lines=True
        )
        st.stop()
    return loaded
