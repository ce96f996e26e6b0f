"""The file at the lasting address: whole, written once, renewed with the data, never cleared."""

import io
import os
import time
from pathlib import Path

import pytest

from geo.dataset import Dataset
from geo.export import EXPORTERS
from geo.selection.select import select
from geo.selection.selection import Selection
from panels import lasting_address, static_files
from tests.app.test_page import WHOLE, opened


def written(path: Path) -> tuple[int, int, int, int]:
    """Return what tells that a file was not written anew; to read it changes none of these."""
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


@pytest.fixture
def static(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(static_files, "STATIC_FOLDER", tmp_path / "static")
    return tmp_path / "static"


def everything(dataset: Dataset) -> bytes:
    stream = io.BytesIO()
    EXPORTERS["geojson"].write(dataset, stream)
    return stream.getvalue()


def test_it_holds_everything_and_is_written_once(static: Path) -> None:
    assert lasting_address.renew(WHOLE)
    path = static / lasting_address.NAME
    assert path.read_bytes() == everything(WHOLE)
    before = written(path)
    assert lasting_address.renew(WHOLE)
    assert written(path) == before
    assert [one.name for one in static.iterdir()] == [lasting_address.NAME]


def test_other_data_renews_it_and_what_another_server_wrote_does_not_stay(static: Path) -> None:
    path = static / lasting_address.NAME
    lasting_address.renew(WHOLE)
    other = select(WHOLE, Selection(actors=frozenset()))
    assert lasting_address.renew(other)
    assert path.read_bytes() == everything(other)
    path.write_bytes(b"cut sho")
    assert lasting_address.renew(WHOLE)
    assert path.read_bytes() == everything(WHOLE)
    path.unlink()
    assert lasting_address.renew(WHOLE)
    assert path.read_bytes() == everything(WHOLE)


def test_a_server_that_finds_it_as_it_should_be_leaves_it(
    static: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lasting_address.renew(WHOLE)
    before = written(static / lasting_address.NAME)
    monkeypatch.setattr(lasting_address, "_seen", {})
    assert lasting_address.renew(WHOLE)
    assert written(static / lasting_address.NAME) == before


def test_what_was_there_stays_where_writing_fails(
    static: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    lasting_address.renew(WHOLE)
    monkeypatch.setattr(os, "fsync", full)
    assert not lasting_address.renew(select(WHOLE, Selection(actors=frozenset())))
    assert (static / lasting_address.NAME).read_bytes() == everything(WHOLE)
    assert [one.name for one in static.iterdir()] == [lasting_address.NAME]


def test_no_clearing_takes_it_away(static: Path) -> None:
    lasting_address.renew(WHOLE)
    path = static / lasting_address.NAME
    long_ago = time.time() - 10 * static_files.KEPT_S
    os.utime(path, (long_ago, long_ago))
    for stem in ("drawing", "corridor-atlas", "imported", "code", "page"):
        static_files.clear_older(stem)
    assert path.exists()


def test_the_download_popover_tells_it(static: Path) -> None:
    (told,) = [one.value for one in opened().code]
    assert told.endswith(f"/app/static/{lasting_address.NAME}")
    assert (static / lasting_address.NAME).read_bytes() == everything(WHOLE)
