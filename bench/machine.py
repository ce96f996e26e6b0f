"""Say on what machine and with which versions a run was made, and name no path of it."""

import importlib.metadata
import platform
from datetime import UTC, datetime
from pathlib import Path

import psutil

from bench.events import make

LIBRARIES = ("streamlit", "streamlit-folium", "folium", "pydeck", "numpy", "pandas", "playwright")
CPUINFO = Path("/proc/cpuinfo")


def _cpu_model() -> str:
    if CPUINFO.exists():
        for line in CPUINFO.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"


def _version(library: str) -> str:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def machine(chromium: str, counts: list[int]) -> dict[str, str]:
    """
    Describe where a run was made.

    Parameters
    ----------
    chromium
        Version that the browser says of itself.
    counts
        Numbers of events; each is told with the hash of what was drawn.
    """
    drawn = ", ".join(f"{count:,}: {make(count).digest()}" for count in counts)
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "cores": str(psutil.cpu_count() or "not known"),
        "CPU": _cpu_model(),
        "memory": f"{psutil.virtual_memory().total / 1e9:.0f} GB",
        "system": _system(),
        "Chromium": f"{chromium}, headless, without a graphics card",
        "Python": platform.python_version(),
        "libraries": ", ".join(f"{name} {_version(name)}" for name in LIBRARIES),
        "events": drawn or "none",
    }
