"""Load the committed tables once for all readers, or say on the page what is wrong with them."""

import os
from pathlib import Path

import streamlit as st

from geo.dataset import DATA_FOLDER, Dataset, load_dataset
from geo.model.problems import DataError
from geo.reading.folder import Stamp, files_stamp

FOLDER_VARIABLE = "CORRIDOR_ATLAS_DATA"


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(folder: Path, stamp: Stamp) -> Dataset | DataError:
    """Load a folder; the stamp is only there to tell one state of its files from the next."""
    try:
        return load_dataset(folder)
    except DataError as error:
        return error


def dataset_or_stop() -> Dataset:
    """
    Return the dataset, the same object for every session.

    The tables are those in ``data/``, or in the folder that ``CORRIDOR_ATLAS_DATA`` names. They
    are read again when a file has changed.

    Tables that do not check stop the page with the list of problems, as text.
    """
    folder = Path(os.environ.get(FOLDER_VARIABLE) or DATA_FOLDER)
    loaded = _load(folder, files_stamp(folder))
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
