"""The lasting address of everything as GeoJSON: a file in the static folder, renewed with data."""

import io
import mimetypes
from functools import lru_cache, partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urljoin

import streamlit as st

from geo.dataset import Dataset
from geo.export import EXPORTERS
from geo.export.writer import replace_file
from panels import static_files

NAME = "corridor-atlas.geojson"
"""Nothing that is cleared has such a name: those end in a hyphen and what they hold."""

_EXPORTER = EXPORTERS["geojson"]
# Python knows no type of this ending on every system, and the server asks Python.
mimetypes.add_type(_EXPORTER.media_type, _EXPORTER.suffix)

_seen: dict[Path, tuple[bytes, tuple[int, int, int] | None]] = {}
"""What was last found at a path, and its state then: a look at that is all that a rerun costs."""


def renew(dataset: Dataset) -> bool:
    """
    Write everything to the lasting address, unless it is there.

    What counts is the content, so that new data and new code renew it alike, and servers that share
    a folder write it once. Where they hold different data, it is that of the server whose page was
    opened last.

    Parameters
    ----------
    dataset
        The whole data.

    Returns
    -------
    there
        Whether the file is there; not where nothing can be written.
    """
    path = static_files.STATIC_FOLDER / NAME
    try:
        wanted = _content(dataset)
        if wanted is _seen.get(path, (None,))[0] and _state(path) == _seen[path][1]:
            return True
        if not path.is_file() or path.read_bytes() != wanted:
            path.parent.mkdir(exist_ok=True)
            replace_file(path, partial(_write, wanted))
    except OSError:
        return False
    _seen[path] = (wanted, _state(path))
    return True


def show(dataset: Dataset) -> None:
    """
    Tell the address, in full, so that it can be copied.

    Parameters
    ----------
    dataset
        The whole data.
    """
    if renew(dataset):
        st.caption("Address of everything, as GeoJSON; it stays, and follows the data:")
        here = static_files.address(NAME)
        st.code(urljoin(st.context.url or "", here), language=None, wrap_lines=True)


@lru_cache(maxsize=2)
def _content(dataset: Dataset) -> bytes:
    stream = io.BytesIO()
    _EXPORTER.write(dataset, stream)
    return stream.getvalue()


def _write(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
