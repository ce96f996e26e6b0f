"""Files that a reader asks for: streamed into the static folder, kept for a day, used again."""

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import BinaryIO

from panels import static_files

STEM = "download"
KEPT_S = 24 * 60 * 60
MOST_BYTES = 1_000_000_000
"""Room for the files of all sessions; the oldest go first."""

MOST_REMEMBERED = 1000

_names: OrderedDict[Hashable, str] = OrderedDict()
_lock = threading.Lock()


def address(what: Hashable, suffix: str, write: Callable[[BinaryIO], object]) -> str:
    """
    Return where a file is; it is written unless the same was asked for before and is still there.

    Parameters
    ----------
    what
        Says all that decides the content.
    suffix
        Ending of the file, with the dot.
    write
        Writes the content to a stream. Memory does not grow with it.

    Returns
    -------
    str
        Address on this server, the same for the same content. It holds for a day after this call,
        less only where files take more than :data:`MOST_BYTES`.

    Raises
    ------
    OSError
        When nothing can be written, or the file is larger than what is served.
    """
    with _lock:
        known = _names.get(what)
    if known and _is_kept(known):
        return static_files.address(known)
    with suppress(OSError):
        static_files.clear_unused(STEM, KEPT_S, MOST_BYTES)
    # Not under the lock: two who ask for the same at once write it twice, to the same name.
    name = static_files.place_written(STEM, suffix, write)
    with _lock:
        _names[what] = name
        _names.move_to_end(what)
        while len(_names) > MOST_REMEMBERED:
            _names.popitem(last=False)
    return static_files.address(name)


def _is_kept(name: str) -> bool:
    """Count the file as used now, so that nobody clears it away; False where it is gone."""
    path = static_files.STATIC_FOLDER / name
    try:
        os.utime(path)
    except FileNotFoundError:
        return False
    except OSError:
        return static_files.is_there(name)
    return True
