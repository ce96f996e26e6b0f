"""Put large files for the browser where Streamlit serves them, at lasting addresses."""

import base64
import gzip
import json
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import streamlit as st

from layers import assets, page_shell

STATIC_FOLDER = Path(__file__).parent.parent / "static"
KEPT_S = 7 * 24 * 60 * 60


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
    target = STATIC_FOLDER / asset.name
    if not target.exists():
        STATIC_FOLDER.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(dir=STATIC_FOLDER)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(asset.content)
                stream.flush()
                os.fsync(stream.fileno())
            part.chmod(0o644)
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return address(asset.name)


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


def code() -> dict[str, str]:
    """
    Return where the map's code is.

    Returns
    -------
    dict
        ``name``, which says its content, and ``address``; or ``text``, where nothing can be
        written.
    """
    made = assets.code()
    return {"name": made.name} | _there_or_here(made)


def page() -> dict[str, str]:
    """
    Return where the shell of a saved page is, which the browser asks for when one is to be saved.

    Returns
    -------
    dict
        ``address``; or ``text``, where nothing can be written.
    """
    return _there_or_here(page_shell.shell())


def _there_or_here(text: assets.Asset) -> dict[str, str]:
    try:
        return {"address": place_packed(text)}
    except OSError:
        return {"text": text.content.decode()}


def map_assets() -> dict[str, Any]:
    """
    Return what the map fetches: addresses, or the content itself where nothing can be written.

    Returns
    -------
    dict
        ``basemap``, an address or the parsed JSON, and ``relief``, an address or a data address.
    """
    base, relief = assets.basemap(), assets.relief()
    try:
        return {"basemap": place_packed(base), "relief": place(relief)}
    except OSError:
        picture = base64.b64encode(relief.content).decode()
        return {"basemap": json.loads(base.content), "relief": f"data:image/webp;base64,{picture}"}
