"""The atlas as it would be if nothing were taken out of the garbage collector's rounds."""

import runpy
from pathlib import Path

from panels import shared_memory

# Before the page's own modules take it by name.
shared_memory.freeze_shared = lambda *_versions: None

runpy.run_path(str(Path(__file__).parent.parent.parent / "app.py"), run_name="__main__")
