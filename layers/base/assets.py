"""Gather what the browser needs besides the drawing: Leaflet, our scripts, the base map."""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet

from layers.base.ground import ground
from layers.base.theme import css_variables

LAYERS_FOLDER = Path(__file__).parents[1]
WEB_FOLDER = LAYERS_FOLDER / "web"
BASEMAP_FOLDER = LAYERS_FOLDER.parent / "data" / "basemap"

CODE_STEM = "atlas"


@dataclass(frozen=True)
class Asset:
    """
    One file for the browser, named by its content.

    Attributes
    ----------
    name
        File name with the first 16 hex digits of its SHA-256, so that it never changes.
    content
        The bytes.
    """

    name: str
    content: bytes


def hashed(stem: str, suffix: str, content: bytes) -> Asset:
    """Name a file by its content."""
    digest = hashlib.sha256(content).hexdigest()[:16]
    return Asset(f"{stem}-{digest}{suffix}", content)


@cache
def leaflet_script() -> str:
    """Return Leaflet's own script, unchanged, from the XStatic-Leaflet package."""
    return Path(leaflet.BASE_DIR, "leaflet.js").read_text(encoding="utf-8")


@cache
def style_sheet() -> str:
    """Return Leaflet's style sheet and ours; images are left out, for we use none of them."""
    sheet = Path(leaflet.BASE_DIR, "leaflet.css").read_text(encoding="utf-8")
    sheet = re.sub(r"url\([^)]*\)", "none", sheet)
    return "\n".join([sheet, css_variables(), _text("atlas.css")])


def _text(name: str) -> str:
    return (LAYERS_FOLDER / name).read_text(encoding="utf-8")


@cache
def loader() -> str:
    """Return the module that fetches the code and mounts the map."""
    return _text("web/app/loader.js")


@cache
def code() -> Asset:
    """Return Leaflet and our script, which is built from the modules of ``layers/web``."""
    return hashed(CODE_STEM, ".js", f"{leaflet_script()}\n{_text('atlas.js')}".encode())


@cache
def basemap() -> Asset:
    """Return the vectors of the base map, as :func:`layers.base.ground.ground` draws them."""
    text = json.dumps(ground(), separators=(",", ":"), allow_nan=False)
    return hashed("basemap", ".json", text.encode())


@cache
def relief() -> Asset:
    """Return the relief picture, WebP, in Web Mercator rows."""
    return hashed("relief", ".webp", (BASEMAP_FOLDER / "relief.webp").read_bytes())


@cache
def code_version() -> str:
    """Return a hash of everything that decides how a dataset is drawn, 12 hex digits."""
    digest = hashlib.sha256()
    root = LAYERS_FOLDER.parent
    for folder in (root / "geo", LAYERS_FOLDER, BASEMAP_FOLDER):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                name = path.relative_to(root).as_posix()
                digest.update(name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
