"""Take what every session shares out of the rounds of the garbage collector."""

import gc
import sys
import threading

_seen: set[tuple[object, ...]] = set()
_lock = threading.Lock()


def freeze_shared(*versions: str) -> None:
    """
    Freeze what is loaded, once for each state of what is shared.

    Streamlit collects in full after every run of any session. What is shared (modules, tables, the
    drawing) is most of what there is to go through and never becomes garbage; it made each of these
    rounds tens of milliseconds long, for which all other sessions waited.

    Parameters
    ----------
    versions
        Of what is loaded, the dataset's first. They and the modules imported so far tell one state
        from the next; many a module is imported only when it is first needed.
    """
    state = (*versions, len(sys.modules))
    with _lock:
        if state in _seen:
            return
        _seen.add(state)
        # What was frozen while a session still held it may be garbage by now.
        gc.unfreeze()
        gc.collect()
        gc.freeze()
