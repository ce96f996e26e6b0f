"""Put an imported set of events where the browser fetches it, and clear old ones away."""

import base64
import time
from contextlib import suppress
from pathlib import Path
from typing import Literal

from geo.eventset.event_set import EventSet
from layers.base.assets import Asset
from layers.contract import PointsSource
from layers.packed.event_set import EVENTS_STEM, packed
from panels import static_files

FILES: tuple[Literal["events", "texts", "search"], ...] = ("events", "texts", "search")
"""What the browser calls the files of a set, in the order in which they are packed."""

KEPT_S = 24 * 60 * 60
MOST_BYTES = 1_000_000_000
"""Room for the files of all sessions; the oldest go first."""

_TOUCHED_S = 60 * 60


def points(event_set: EventSet) -> PointsSource:
    """
    Tell the browser where it finds a set.

    Parameters
    ----------
    event_set
        The set. Its files are written, and those that nobody uses any more are removed.

    Returns
    -------
    PointsSource
    """
    events, texts, search = files = packed(event_set)
    with suppress(OSError):
        needed = {asset.name for asset in files}
        static_files.clear_unused(EVENTS_STEM, KEPT_S, MOST_BYTES, needed)
    try:
        return {
            "id": event_set.version,
            "label": event_set.label,
            "events": static_files.place(events),
            "texts": static_files.place(texts),
            "search": static_files.place(search),
        }
    except OSError:
        return {
            "id": event_set.version,
            "label": event_set.label,
            "events_inline": _inline(events),
            "texts_inline": _inline(texts),
            "search_inline": _inline(search),
        }


def still_there(found: PointsSource) -> bool:
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
