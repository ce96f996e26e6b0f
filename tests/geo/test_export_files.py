"""Every format, as a file: written whole or not at all, and nothing heavy before it is needed."""

import io
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from geo.dataset import DATA_FOLDER, Dataset
from geo.export import EXPORTERS, Exporter
from geo.export.base import PathExporter
from geo.export.writer import replace_file
from tests.geo.exporting import written

FORMATS = sorted(EXPORTERS)
KILLED = """
import os, sys
from pathlib import Path
from geo.dataset import load_dataset
from geo.export import EXPORTERS

seen = 0
def follow(items, what, total=None):
    for item in items:
        global seen
        seen += 1
        if seen > 3:
            os._exit(9)
        yield item

EXPORTERS[sys.argv[1]].write_file(load_dataset(), Path(sys.argv[2]), follow)
"""


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_is_replaced_by_a_whole_one(name: str, small: Dataset, tmp_path: Path) -> None:
    path = tmp_path / f"atlas{EXPORTERS[name].suffix}"
    path.write_text("before", encoding="utf-8")
    EXPORTERS[name].write_file(small, path)
    assert path.stat().st_size > 1000
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", FORMATS)
def test_a_write_that_is_killed_leaves_what_was_there(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"atlas{EXPORTERS[name].suffix}"
    path.write_text("before", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, name, path], cwd=DATA_FOLDER.parent, check=False
    )
    assert done.returncode == 9
    assert path.read_text(encoding="utf-8") == "before"


@pytest.mark.parametrize("name", FORMATS)
def test_a_write_that_fails_leaves_what_was_there(
    name: str, small: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"atlas{EXPORTERS[name].suffix}"
    path.write_text("before", encoding="utf-8")

    def breaks(*_: object) -> None:
        raise RuntimeError

    method = "write_path" if isinstance(EXPORTERS[name], PathExporter) else "write"
    monkeypatch.setattr(type(EXPORTERS[name]), method, breaks)
    with pytest.raises(RuntimeError):
        EXPORTERS[name].write_file(small, path)
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", FORMATS)
def test_a_stream_gets_what_a_file_would(
    name: str, small: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert len(written(name, small)) > 1000
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"gpkg"}))
def test_the_same_content_makes_the_same_file(name: str, small: Dataset) -> None:
    assert written(name, small) == written(name, small)


def test_every_format_has_its_own_words() -> None:
    for attribute in ("name", "label", "suffix", "media_type"):
        assert len({getattr(one, attribute) for one in EXPORTERS.values()}) == len(EXPORTERS)


@pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=list(EXPORTERS))
def test_a_stream_need_not_seek(exporter: Exporter, small: Dataset) -> None:
    class Pipe(io.RawIOBase):
        taken = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.taken += bytes(data)  # type: ignore[call-overload]
            return len(bytes(data))  # type: ignore[call-overload]

    pipe = Pipe()
    exporter.write(small, pipe)  # type: ignore[arg-type]
    if exporter.name != "gpkg":
        assert pipe.taken == written(exporter.name, small)


def test_formats_are_named_without_loading_what_writes_them() -> None:
    heavy = {"geopandas", "pandas", "pyarrow", "pyogrio"}
    code = f"import geo.export, sys; print(*{heavy} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=DATA_FOLDER.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ""


def test_a_file_is_written_whole_or_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "atlas.geojson"
    path.write_text("before", encoding="utf-8")

    def breaks(stream: Any) -> None:
        stream.write(b"half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        replace_file(path, breaks)
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]
    replace_file(path, lambda stream: stream.write(b"after"))
    assert path.read_text(encoding="utf-8") == "after"
    assert list(tmp_path.iterdir()) == [path]
