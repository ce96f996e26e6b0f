"""Put large files for the browser where Streamlit serves them, at lasting addresses."""

import base64
import errno
import gzip
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from io import BufferedRandom
from pathlib import Path
from typing import BinaryIO

import streamlit as st

from layers.base import assets
from layers.contract import CodeSource, MapAssets, TextSource
from layers.page import page_shell

STATIC_FOLDER = Path(__file__).parent.parent / "static"
KEPT_S = 7 * 24 * 60 * 60
MOST_SERVED_BYTES = 200 * 2**20
"""Streamlit answers 404 for larger files."""


def address(name: str) -> str:
    """Return the address of a file of the static folder on this server."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{'/' + base if base else ''}/app/static/{name}"


def is_there(name: str) -> bool:
    """Say whether the static folder holds a file; what it holds is whole."""
    return (STATIC_FOLDER / name).exists()


def place(asset: assets.Asset) -> str:
    """
    Write a file whole, unless it is there.

    Parameters
    ----------
    asset
        The file.

    Returns
    -------
    str
        Its address on this server.
    """
    if not is_there(asset.name):
        _put(asset.name, lambda stream: stream.write(asset.content), lambda _: asset.name)
    return address(asset.name)


def place_written(stem: str, suffix: str, write: Callable[[BinaryIO], object]) -> str:
    """
    Write a file as a stream and name it by its content; memory does not grow with it.

    Parameters
    ----------
    stem, suffix
        Beginning and end of its name; the SHA-256 of the content stands between them, 32 digits.
    write
        Writes the content.

    Returns
    -------
    str
        Its name in the static folder.

    Raises
    ------
    OSError
        When it cannot be written, or is larger than what Streamlit serves.
    """

    def name_of(stream: BufferedRandom) -> str:
        if os.fstat(stream.fileno()).st_size > MOST_SERVED_BYTES:
            raise OSError(errno.EFBIG, "the file is larger than what is served")
        stream.seek(0)
        return f"{stem}-{hashlib.file_digest(stream, 'sha256').hexdigest()[:32]}{suffix}"

    return _put(f"{stem}-", write, name_of)


def _put(
    begin: str, write: Callable[[BinaryIO], object], name_of: Callable[[BufferedRandom], str]
) -> str:
    """Write to a name that nobody can guess, sync, then rename to the name asked for."""
    STATIC_FOLDER.mkdir(exist_ok=True)
    # Where a write is killed, its part is cleared away with the files that begin like it.
    handle, part_name = tempfile.mkstemp(dir=STATIC_FOLDER, prefix=begin, suffix=".part")
    part = Path(part_name)
    try:
        with os.fdopen(handle, "w+b") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
            name = name_of(stream)
        part.chmod(0o644)
        part.replace(STATIC_FOLDER / name)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return name


def place_packed(asset: assets.Asset) -> str:
    """
    Write a file compressed, unless it is there; the browser unpacks it.

    Streamlit compresses what it serves at every request, which takes longer than to send it;
    files that are compressed it leaves as they are.

    Parameters
    ----------
    asset
        The file.

    Returns
    -------
    str
        Its address on this server.
    """
    name = f"{asset.name}.gz"
    if is_there(name):
        return address(name)
    return place(assets.Asset(name, gzip.compress(asset.content, mtime=0)))


def clear_older(stem: str) -> None:
    """Remove files of other versions after a week; a server that still needs one writes it anew."""
    with suppress(OSError):
        for path in STATIC_FOLDER.glob(f"{stem}-*"):
            if time.time() - path.stat().st_mtime > KEPT_S:
                path.unlink(missing_ok=True)


def clear_unused(
    stem: str, kept_s: float, most_bytes: int, needed: Collection[str] = frozenset()
) -> None:
    """
    Remove files that have not been used for a while, and the oldest where they take much room.

    Parameters
    ----------
    stem
        How their names begin, up to a hyphen.
    kept_s
        How long a file stays after its last use, seconds.
    most_bytes
        Room for all of them.
    needed
        Names of files that stay in any case.
    """
    found = []
    for path in STATIC_FOLDER.glob(f"{stem}-*"):
        with suppress(FileNotFoundError):
            status = path.stat()
            found.append((status.st_mtime, status.st_size, path))
    room = most_bytes
    for changed, size, path in sorted(found, reverse=True):
        room -= size
        if path.name not in needed and (room < 0 or time.time() - changed > kept_s):
            path.unlink(missing_ok=True)


def code() -> CodeSource:
    """
    Return where the map's code is.

    Returns
    -------
    CodeSource
    """
    made = assets.code()
    return {"name": made.name, **_there_or_here(made)}


def page() -> TextSource:
    """
    Return where the shell of a saved page is, which the browser asks for when one is to be saved.

    Returns
    -------
    TextSource
    """
    return _there_or_here(page_shell.shell())


def _there_or_here(text: assets.Asset) -> TextSource:
    try:
        return {"address": place_packed(text)}
    except OSError:
        return {"text": text.content.decode()}


def map_assets() -> MapAssets:
    """
    Return what the map fetches: addresses, or the content itself where nothing can be written.

    Returns
    -------
    MapAssets
    """
    base, relief = assets.basemap(), assets.relief()
    try:
        return {"basemap": place_packed(base), "relief": place(relief)}
    except OSError:
        picture = base64.b64encode(relief.content).decode()
        return {"basemap": json.loads(base.content), "relief": f"data:image/webp;base64,{picture}"}
