"""Put large files for the browser where Streamlit serves them, at lasting addresses."""

import base64
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import streamlit as st

from layers import assets

STATIC_FOLDER = Path(__file__).parent.parent / "static"


def _place(asset: assets.Asset) -> str:
    """Write the file whole unless it is there; return its address on this server."""
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
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{'/' + base if base else ''}/app/static/{asset.name}"


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
        return {"basemap": _place(base), "relief": _place(relief)}
    except OSError:
        picture = base64.b64encode(relief.content).decode()
        return {"basemap": json.loads(base.content), "relief": f"data:image/webp;base64,{picture}"}
