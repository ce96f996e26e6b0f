"""Gather what the browser needs besides the drawing: Leaflet, our scripts, the base map."""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet

from layers.ground import ground
from layers.theme import css_variables

LAYERS_FOLDER = Path(__file__).parent
SCRIPT_FOLDER = LAYERS_FOLDER / "js"
BASEMAP_FOLDER = LAYERS_FOLDER.parent / "data" / "basemap"

# Load order: the namespace first, the host last; each file is one IIFE on that namespace.
SCRIPTS = (
    "core.js",
    "settled.js",
    "theme.js",
    "fonts.js",
    "names.js",
    "find.js",
    "parts.js",
    "select.js",
    "store.js",
    "renamed.js",
    "address.js",
    "glyphs.js",
    "placing.js",
    "lines.js",
    "tips.js",
    "frame.js",
    "matters.js",
    "shapes.js",
    "bind.js",
    "basemap.js",
    "label-spots.js",
    "shift-label.js",
    "labels.js",
    "roving.js",
    "roving-within.js",
    "badges.js",
    "trails.js",
    "rings.js",
    "gathering.js",
    "marked.js",
    "spread.js",
    "spread-shown.js",
    "events.js",
    "points-data.js",
    "points-search.js",
    "points-find.js",
    "points-select.js",
    "points-sprites.js",
    "points-marks.js",
    "points-gather.js",
    "points-layer.js",
    "points-picture.js",
    "points-pick.js",
    "points.js",
    "legend-switches.js",
    "legend-rows.js",
    "legend.js",
    "timeline-scale.js",
    "timeline-stops.js",
    "timeline-axis.js",
    "timeline-handle.js",
    "timeline-marks.js",
    "timeline-tip.js",
    "timeline-histogram.js",
    "timeline-crowd.js",
    "timeline-steps.js",
    "timeline-player.js",
    "timeline-window.js",
    "timeline-months.js",
    "timeline-strip.js",
    "timeline-dates.js",
    "timeline-dayof.js",
    "chart-counts.js",
    "chart-columns.js",
    "chart-key.js",
    "chart.js",
    "timeline-count.js",
    "tray-lists.js",
    "tray.js",
    "timeline-follow.js",
    "timeline-head.js",
    "timeline-drag.js",
    "timeline-lane.js",
    "timeline-imported.js",
    "timeline-hint.js",
    "timeline.js",
    "stories.js",
    "provenance.js",
    "card-parts.js",
    "card-claims.js",
    "card-differences.js",
    "card-event.js",
    "profile-layout.js",
    "profile.js",
    "card-nearby.js",
    "card-compare.js",
    "card-about.js",
    "card-imported.js",
    "card.js",
    "csv.js",
    "table-grid.js",
    "table-events.js",
    "table-things.js",
    "table.js",
    "print-sheet.js",
    "print.js",
    "find-box.js",
    "actor-switches.js",
    "filter-counts.js",
    "filter-box.js",
    "filter-actors.js",
    "filters.js",
    "share.js",
    "saving.js",
    "picture-paint.js",
    "picture-svg.js",
    "picture-box.js",
    "picture-text.js",
    "picture-seen.js",
    "picture-words.js",
    "picture-sheet.js",
    "picture.js",
    "save-page.js",
    "saved.js",
    "header.js",
    "tools.js",
    "away.js",
    "host.js",
)
STYLES = (
    "host.css",
    "map.css",
    "points.css",
    "timeline.css",
    "timeline-handle.css",
    "timeline-controls.css",
    "timeline-histogram.css",
    "chart.css",
    "tray.css",
    "card.css",
    "profile.css",
    "table.css",
    "print.css",
    "picture.css",
)
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
    return "\n".join([sheet, css_variables(), *(_text(name) for name in STYLES)])


def _text(name: str) -> str:
    return (SCRIPT_FOLDER / name).read_text(encoding="utf-8")


@cache
def loader() -> str:
    """Return the module that fetches the code and mounts the map."""
    return _text("loader.js")


@cache
def code() -> Asset:
    """Return Leaflet and our scripts, joined in load order."""
    ours = [_text(name) for name in SCRIPTS]
    return hashed(CODE_STEM, ".js", "\n".join([leaflet_script(), *ours]).encode())


@cache
def basemap() -> Asset:
    """Return the vectors of the base map, as :func:`layers.ground.ground` draws them."""
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
    geo_folder = LAYERS_FOLDER.parent / "geo"
    files = [*geo_folder.glob("*.py"), *LAYERS_FOLDER.glob("*.py")]
    files += [*SCRIPT_FOLDER.iterdir(), *BASEMAP_FOLDER.iterdir()]
    for path in sorted(files):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
