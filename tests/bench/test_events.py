"""The benchmark's events are the same at every run, and every step brings equally many."""

import csv
import struct
from pathlib import Path

import numpy as np
import pytest

from bench.events import DAYS, POSITIONS, SIDES, START, TYPES, make

COUNTS = (20, 1_000, 10_000)
HASHES = {20: "adf02d7a609ee0b4", 1_000: "c35bfaa5861ee6ce", 10_000: "dc090dab33eb9230"}


@pytest.mark.parametrize("count", COUNTS)
def test_events_are_those_of_every_other_run(count: int) -> None:
    assert make(count).digest() == HASHES[count]


@pytest.mark.parametrize("count", COUNTS)
def test_every_step_brings_a_twentieth(count: int) -> None:
    events = make(count)
    assert [events.expected(k) for k in range(POSITIONS)] == [
        count * k // (POSITIONS - 1) for k in range(POSITIONS)
    ]
    assert len(set(events.dates)) == POSITIONS
    assert events.expected(START) == count // 2


def test_events_are_sorted_and_lie_where_the_map_looks() -> None:
    events = make(1_000)
    assert (np.diff(events.day) >= 0).all()
    assert 0 <= events.day.min() <= events.day.max() < DAYS
    assert events.lat.min() >= 31 and events.lat.max() <= 37.5
    assert events.lon.min() >= 35 and events.lon.max() <= 52
    assert set(events.side) == set(range(len(SIDES)))
    assert set(events.type) == set(range(len(TYPES)))


def test_a_number_that_steps_cannot_share_is_refused() -> None:
    with pytest.raises(ValueError, match="multiple of 20"):
        make(30)


def test_the_table_and_the_packed_columns_hold_the_same(tmp_path: Path) -> None:
    events = make(20)
    events.write_csv(tmp_path / "events.csv")
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    packed = events.packed()
    assert len(rows) == struct.unpack_from("<I", packed)[0] == 20
    lats = struct.unpack_from("<20f", packed, 4)
    assert [float(row["lat"]) for row in rows] == pytest.approx(lats, abs=1e-5)
    sides = packed[4 + 20 * 10 :]
    assert [row["side"] for row in rows] == [SIDES[side] for side in sides]
    assert all(row["first_day"] == row["last_day"] for row in rows)
