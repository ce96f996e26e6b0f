"""What is searched in the benchmark is the same at every run, and the box takes every letter."""

import csv
from itertools import pairwise
from pathlib import Path

from bench.events import make
from bench.find_events import COLUMNS, WORDS, keystrokes, write_searched_csv
from geo.dataset import load_dataset
from geo.eventset.find import found_rows
from geo.eventset.reading import read_event_set
from geo.selection.folding import tidy


def test_the_events_check_and_are_those_of_every_other_run(tmp_path: Path) -> None:
    events = make(1_000)
    for name in ("one.csv", "other.csv"):
        write_searched_csv(events, tmp_path / name)
    content = (tmp_path / "one.csv").read_bytes()
    assert content == (tmp_path / "other.csv").read_bytes()
    rows = list(csv.DictReader(content.decode().splitlines()))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["title"].split(",")[0] for row in rows] == [events.title(i) for i in range(1_000)]
    dataset = load_dataset()
    found = read_event_set(content, "one.csv", dataset)
    counts = [found_rows(found, words, dataset) for words in WORDS]
    assert [bool(one is not None and one.any()) for one in counts].count(True) >= 3
    assert all(one is not None and not one.all() for one in counts)


def test_every_keystroke_changes_what_is_looked_for() -> None:
    typed = keystrokes()
    assert all(tidy(one) == one for one in typed)
    assert all(one != after for one, after in pairwise(typed))
    assert set(WORDS) <= set(typed) and typed[-1] == ""
