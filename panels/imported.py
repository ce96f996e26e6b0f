"""Imported events on the page: the operator's file, and what a reader adds for the session."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from geo.dataset import DATA_FOLDER, Dataset
from geo.eventset.cells import NEEDED, columns
from geo.eventset.event_set import EventSet
from geo.eventset.reading import MOST_BYTES, read_event_set
from geo.model.problems import DataError, Problem
from layers.contract import PointsSource
from panels import download_button
from panels.imported_files import points, still_there

EVENTS_VARIABLE = "CORRIDOR_ATLAS_EVENTS"
EXAMPLE_FILE = DATA_FOLDER / "example_events.csv"
UPLOAD_MB = 10

_ADDED = "imported_added"
_REFUSED = "imported_refused"
_OPEN = "imported_open"
*_MOST, _LAST = (f"`{name}`" for name in columns({}) if name not in NEEDED)
_HOW = f"""
A CSV file in UTF-8, 10 MB and 200,000 rows at most, one event a row. It needs the columns
`event_id` and `title` and may have {", ".join(_MOST)} and {_LAST}, read by the same rules as the
atlas's own tables. Days are written as 2017-05-18, positions in degrees. Your events are drawn
beside those of the articles, in this window only; they are not added to the atlas.
"""


@dataclass(frozen=True)
class Imported:
    """
    A set of events and where the browser finds it.

    Attributes
    ----------
    event_set
        The set.
    points
        As :func:`panels.imported_files.points` says it.
    """

    event_set: EventSet
    points: PointsSource


def _taken_in(content: bytes, name: str, dataset: Dataset, most_bytes: int) -> Imported | DataError:
    try:
        event_set = read_event_set(content, name, dataset, most_bytes)
    except DataError as error:
        return error
    return Imported(event_set, points(event_set))


@st.cache_resource(
    show_spinner=False, max_entries=2, hash_funcs={Dataset: lambda dataset: dataset.version}
)
def _load(path: Path, stamp: tuple[int, int] | None, dataset: Dataset) -> Imported | DataError:
    """Load the operator's file; the stamp only tells one state of it from the next."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError:
        message = f"cannot be read; {EVENTS_VARIABLE} names it"
        return DataError([Problem(path.name, 0, "", message)])
    return _taken_in(content, path.name, dataset, MOST_BYTES)


def _of_operator(dataset: Dataset) -> Imported | DataError | None:
    named = os.environ.get(EVENTS_VARIABLE)
    if not named:
        return None
    path = Path(named)
    try:
        status = path.stat()
        stamp = (status.st_size, status.st_mtime_ns)
    except OSError:
        stamp = None
    loaded = _load(path, stamp, dataset)
    if isinstance(loaded, Imported) and not still_there(loaded.points):
        _load.clear()
        loaded = _load(path, stamp, dataset)
    return loaded


def current(dataset: Dataset) -> Imported | None:
    """
    Return the imported events of this session.

    Parameters
    ----------
    dataset
        Says which actors there are.

    Returns
    -------
    Imported or None
        What the reader added; else the operator's file, where one is named and checks.
    """
    added: Imported | None = st.session_state.get(_ADDED)
    if added is not None:
        if not still_there(added.points):
            added = st.session_state[_ADDED] = replace(added, points=points(added.event_set))
        return added
    loaded = _of_operator(dataset)
    return loaded if isinstance(loaded, Imported) else None


def show(dataset: Dataset) -> None:
    """
    Say what is wrong with the operator's file, and let the reader add a file or remove it.

    Parameters
    ----------
    dataset
        Says which actors there are.
    """
    loaded = _of_operator(dataset)
    if isinstance(loaded, DataError):
        _list(loaded, "The imported events do not check, so none of them is shown.")
    # What it holds is built when it is opened: the first load has no use for it.
    with st.expander("Add events of your own", key=_OPEN, on_change="rerun") as folded:
        if not folded.open:
            return
        if _ADDED in st.session_state:
            _offer_removal(st.session_state[_ADDED].event_set)
        else:
            _offer_upload(dataset)


def _offer_removal(event_set: EventSet) -> None:
    count = len(event_set)
    st.text(f"On the map: {event_set.label}, {count:,} event{'s' if count != 1 else ''}.")
    if st.button("Remove these events", key="events_remove"):
        del st.session_state[_ADDED]
        st.rerun()


def _offer_upload(dataset: Dataset) -> None:
    st.markdown(_HOW)
    example = EXAMPLE_FILE.read_bytes()
    download_button.show(
        "Download a small example (CSV)",
        download_button.Offer(
            EXAMPLE_FILE.name, "text/csv", example, lambda stream: stream.write(example)
        ),
        key="events_example",
        is_wide=False,
    )
    file = st.file_uploader(
        "Your events", type="csv", max_upload_size=UPLOAD_MB, key="events_upload"
    )
    if file is None:
        st.session_state.pop(_REFUSED, None)
        return
    refused_id, refused = st.session_state.get(_REFUSED, (None, None))
    if refused_id != file.file_id:
        with st.spinner("Reading your events …"):
            read = _taken_in(file.getvalue(), file.name, dataset, UPLOAD_MB * 2**20)
        if isinstance(read, Imported):
            st.session_state[_ADDED] = read
            st.session_state.pop(_REFUSED, None)
            # The map stands above and learns of its events at the next run.
            st.rerun()
        refused = read
        st.session_state[_REFUSED] = (file.file_id, refused)
    _list(refused, "This file does not check, so none of its events is shown.")


def _list(error: DataError, said: str) -> None:
    st.error(said)
    st.code(str(error), language=None, wrap_lines=True)
