"""Put an imported set of events where the browser fetches it, and clear old ones away."""

import base64
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from geo.eventset import EventSet
from layers.assets import Asset
from layers.points import EVENTS_STEM, packed
from panels import static_files

FILES = ("events", "texts", "search")
"""What the browser calls the files of a set, in the order in which they are packed."""

KEPT_S = 24 * 60 * 60
MOST_BYTES = 1_000_000_000
"""Room for the files of all sessions; the oldest go first."""

_TOUCHED_S = 60 * 60


def points(event_set: EventSet) -> dict[str, Any]:
    """
    Tell the browser where it finds a set.

    Parameters
    ----------
    event_set
        The set. Its files are written, and those that nobody uses any more are removed.

    Returns
    -------
    dict
        ``id``, ``label`` and the addresses ``events``, ``texts`` and ``search``; or
        ``events_inline`` and so on, the files themselves in base64, where nothing can be written.
    """
    files = dict(zip(FILES, packed(event_set), strict=True))
    named = {"id": event_set.version, "label": event_set.label}
    with suppress(OSError):
        needed = {asset.name for asset in files.values()}
        static_files.clear_unused(EVENTS_STEM, KEPT_S, MOST_BYTES, needed)
    try:
        return named | {name: static_files.place(asset) for name, asset in files.items()}
    except OSError:
        return named | {f"{name}_inline": _inline(asset) for name, asset in files.items()}


def still_there(found: dict[str, Any]) -> bool:
    """
    Say whether the browser still finds a set, and keep its files from being cleared away.

    Parameters
    ----------
    found
        What :func:`points` returned.

    Returns
    -------
    bool
        False when a file is gone.
    """
    names = [Path(found[name]).name for name in FILES if name in found]
    try:
        for name in names:
            path = static_files.STATIC_FOLDER / name
            if time.time() - path.stat().st_mtime > _TOUCHED_S:
                path.touch()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def _inline(asset: Asset) -> str:
    return base64.b64encode(asset.content).decode()
