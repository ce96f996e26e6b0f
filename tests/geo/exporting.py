"""Write a dataset in a format, and find the tools that read it back."""

import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, NoReturn

import pytest

from geo.dataset import Dataset
from geo.export import EXPORTERS

READ_IN_QGIS = Path(__file__).parent / "read_in_qgis.py"


def written(name: str, dataset: Dataset) -> bytes:
    """What the format writes of a dataset."""
    stream = io.BytesIO()
    EXPORTERS[name].write(dataset, stream)
    return stream.getvalue()


def tool(name: str, package: str) -> str:
    """Where a program is; without it the test is skipped, and fails in CI."""
    found = shutil.which(name)
    if found is None:
        missing(f"{name} is missing; install {package}")
    return found


def gdal(program: str, *arguments: str | Path) -> str:
    """What a program of GDAL says; it must succeed and complain of nothing."""
    done = subprocess.run(
        [tool(program, "gdal-bin"), *arguments], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def in_qgis(path: Path, *layers: str) -> dict[str, Any]:
    """What QGIS says of the layers of a file."""
    python = os.environ.get("QGIS_PYTHON", "/usr/bin/python3")
    environment = {"QT_QPA_PLATFORM": "offscreen", "PATH": os.environ["PATH"]}
    try:
        asked = [python, "-c", "import qgis.core"]
        there = subprocess.run(asked, capture_output=True, env=environment).returncode == 0
    except OSError:
        there = False
    if not there:
        missing("QGIS is missing; install python3-qgis")
    done = subprocess.run(
        [python, READ_IN_QGIS, path, *layers], capture_output=True, text=True, env=environment
    )
    assert done.returncode == 0, done.stderr
    assert "ERROR" not in done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def missing(what: str) -> NoReturn:
    """Skip, or fail in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)
