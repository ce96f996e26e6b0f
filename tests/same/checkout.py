"""A checkout of the atlas: its interpreter, its app, its exporter."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.browser.server import Server

EXPORTED = Path(__file__).parent / "exported.py"
# Each checkout has its own data; a reader's settings would give both the same.
SETTINGS = {"CORRIDOR_ATLAS_DATA": "", "CORRIDOR_ATLAS_EVENTS": ""}


def python_of(root: Path) -> str:
    """Return the interpreter of a checkout's own ``.venv``, or the one that runs."""
    for name in ("bin/python", "Scripts/python.exe"):
        own = root / ".venv" / name
        if own.exists():
            return str(own)
    return sys.executable


def server_of(root: Path) -> Server:
    """Return the app of a checkout, not yet started, on a free port."""
    environment = {**SETTINGS, "PYTHONPATH": str(root)}
    return Server(environment, root=root, python=python_of(root))


def exported(root: Path, queries: list[str]) -> dict[str, dict[str, Any]]:
    """
    Return the GeoJSON of what queries show, made by the checkout's own exporter.

    The page's own button would take more than a third of the time of all pages, twice for each
    link, and give the same file (tests/browser/test_downloads.py).

    Parameters
    ----------
    root
        Of the checkout.
    queries
        Of the addresses that its page came to rest on.

    Returns
    -------
    collections
        By query.

    Raises
    ------
    RuntimeError
        With what the exporter said, if it failed.
    """
    run = subprocess.run(
        [python_of(root), "-P", str(EXPORTED)],
        input=json.dumps(queries),
        capture_output=True,
        cwd=root,
        env={**os.environ, **SETTINGS, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"},
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"{root}: the exporter failed:\n{run.stderr}")
    return json.loads(run.stdout)  # type: ignore[no-any-return]
