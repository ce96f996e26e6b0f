"""The two codings of the articles: every event is matched, and coding.md tells what was found."""

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
FOLDER = DATA / "second_coding"
MODULES = ("codings", "agreement", "compare")


@pytest.fixture(scope="module")
def modules() -> Iterator[dict[str, ModuleType]]:
    sys.path.insert(0, str(FOLDER))
    try:
        yield {name: importlib.import_module(name) for name in MODULES}
    finally:
        sys.path.remove(str(FOLDER))
        for name in MODULES:
            sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def codings(modules: dict[str, ModuleType]) -> Any:
    return modules["codings"]


@pytest.fixture(scope="module")
def compare(modules: dict[str, ModuleType]) -> Any:
    return modules["compare"]


def current(table: str, codings: Any) -> set[str]:
    key = {"events": "event_id", "actors": "actor_id"}[table]
    return {row[key] for row in codings.rows(DATA / f"{table}.csv")}


@pytest.mark.parametrize("name", ["agreement", "differences"])
def test_coding_md_holds_what_is_computed(name: str, codings: Any, compare: Any) -> None:
    text = (DATA / "coding.md").read_text(encoding="utf-8")
    assert compare.block(text, name) == getattr(compare, name)(codings.matches()), (
        "run: python data/second_coding/compare.py --write"
    )


def test_every_event_of_either_coding_is_matched(codings: Any) -> None:
    found = codings.matches()
    ours, theirs = codings.first_coding().events, codings.second_coding().events
    assert {match.event_id for match in found} - {""} == set(ours)
    assert {match.second_id for match in found} - {""} == set(theirs)


def test_no_pair_stands_twice(codings: Any) -> None:
    found = [(match.event_id, match.second_id) for match in codings.matches()]
    assert len(found) == len(set(found))
    assert ("", "") not in found


def test_what_differs_is_explained(codings: Any, modules: dict[str, ModuleType]) -> None:
    compared = modules["agreement"].Comparison(codings.first_coding(), codings.second_coding())
    for match in codings.matches():
        if match.settled == "agreed":
            assert match.event_id
            assert match.second_id
            assert not compared.differs(match)
        else:
            assert match.how, f"{match.event_id} / {match.second_id} says not how it was settled"


def test_every_way_of_settling_is_known(codings: Any, compare: Any) -> None:
    assert {match.settled for match in codings.matches()} <= set(compare.SETTLED)


def test_every_event_of_today_was_in_the_first_coding_or_is_named_as_added(codings: Any) -> None:
    added = {
        name for match in codings.matches() for name in re.findall(r"`([a-z0-9-]+)`", match.how)
    }
    given_up = {row["old_id"]: row["new_id"] for row in codings.rows(DATA / "renamed.csv")}
    afterwards = (DATA / "coding.md").read_text(encoding="utf-8")
    afterwards = afterwards.split("## What was changed afterwards")[1].split("\n## ")[0]
    today = current("events", codings)
    before = set(codings.first_coding().events)
    assert added - today <= set(given_up)
    assert before - today <= set(given_up)
    named = set(re.findall(r"`([a-z0-9-]+)`", afterwards))
    assert today - before - added <= named | set(given_up.values())
    assert {given_up[one] for one in (added | before) - today if ":" not in given_up[one]} <= today


def test_names_that_are_no_alias_lead_to_known_actors(codings: Any) -> None:
    named = {row["actor_id"] for row in codings.rows(FOLDER / "names.csv")}
    assert named <= current("actors", codings)


@pytest.mark.parametrize("table", ["claims", "event_places", "participants"])
def test_rows_of_both_codings_belong_to_their_events(table: str, codings: Any) -> None:
    for folder in (FOLDER, FOLDER / "first"):
        events = {row["event_id"] for row in codings.rows(folder / "events.csv")}
        assert {row["event_id"] for row in codings.rows(folder / f"{table}.csv")} <= events


@pytest.mark.parametrize(
    ("rated", "kappa"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
        ([("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15, 0.4),
    ],
)
def test_kappa_is_that_of_cohen(
    rated: list[tuple[str, str]], kappa: float, modules: dict[str, ModuleType]
) -> None:
    assert modules["agreement"].cohens_kappa(rated) == pytest.approx(kappa)
