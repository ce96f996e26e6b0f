"""A file for the browser is there whole or not at all."""

import os
from pathlib import Path

import pytest

from layers.base.assets import Asset
from panels import static_files

ASSET = Asset("map-0123456789abcdef.json", b"{}")


def test_a_file_is_written_once_and_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(static_files, "STATIC_FOLDER", tmp_path / "static")
    address = static_files.place(ASSET)
    assert address.endswith(f"app/static/{ASSET.name}")
    assert [path.name for path in (tmp_path / "static").iterdir()] == [ASSET.name]
    assert (tmp_path / "static" / ASSET.name).read_bytes() == b"{}"


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_nothing_is_left_behind_where_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(static_files, "STATIC_FOLDER", tmp_path)
    if fails == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space left"):
        static_files.place(ASSET)
    assert list(tmp_path.iterdir()) == []
