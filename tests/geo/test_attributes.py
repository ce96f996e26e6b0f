"""What is said of an actor, a place or a route itself is a claim without an event."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from geo.dataset import load_dataset
from geo.rules.attributes import attributes_of
from geo.rules.told import told_order
from geo.selection.select import select
from geo.selection.selection import Selection
from tests.geo.breaking import assert_named

Load = Callable[[Path], list[str]]
AN_EVENT = "g1,strike-2017-05-18,,"


def about(folder: Path, *things: str) -> Path:
    """Add a claim about each thing to the fixture, with its line of coverage."""
    claims, coverage = folder / "claims.csv", folder / "coverage.csv"
    with claims.open("a", encoding="utf-8") as rows:
        for number, thing in enumerate(things):
            rows.write(f"x{number},,{thing},guardian-2017-05-18,p1,,,,asserts,So it is.,,,,,,,,\n")
    ids = "|".join(["g1", *(f"x{number}" for number in range(len(things)))])
    text = coverage.read_text(encoding="utf-8")
    coverage.write_text(text.replace("p1,g1,", f"p1,{ids},"), encoding="utf-8")
    return folder


def test_a_claim_may_be_about_a_thing(folder: Path) -> None:
    data = load_dataset(about(folder, "actor:fars", "place:al-tanf", "route:corridor-shifted"))
    assert [one.claim_id for one in attributes_of(data, "actor", "fars")] == ["x0"]
    assert [one.claim_id for one in attributes_of(data, "place", "al-tanf")] == ["x1"]
    assert [one.claim_id for one in attributes_of(data, "route", "corridor-shifted")] == ["x2"]
    assert attributes_of(data, "actor", "al-tanf") == ()
    assert next(one.claim_id for one in data.claims_of("strike-2017-05-18")) == "g1"
    assert "" not in told_order(data, "guardian-2017-05-18")


def test_a_selection_keeps_what_is_said_of_the_things_it_shows(folder: Path) -> None:
    data = load_dataset(about(folder, "actor:fars", "place:al-tanf", "route:corridor-shifted"))
    none = select(data, Selection(layers=frozenset(), actors=frozenset()))
    assert not none.event_rows
    assert set(none.claims_about) == {"actor:fars"}
    shown = replace(data, place_ids=("al-tanf",))
    assert "place:al-tanf" in shown.claims_about


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("g1,,,", "event_id is empty, and so is about; a claim is about an event or a thing"),
        (
            "g1,strike-2017-05-18,actor:fars,",
            "about 'actor:fars' is given beside event_id 'strike-2017-05-18'; keep one",
        ),
        (
            "g1,,actor,",
            "about 'actor' names no thing; write actor:, place: or route: and an id",
        ),
        (
            "g1,,event:leaflets-2017-05,",
            "about 'event:leaflets-2017-05' names no thing; write actor:, place: or route: and "
            "an id",
        ),
        ("g1,,actor:farz,", "about 'farz' is not in actors.csv; nearest is 'fars'"),
        ("g1,,route:al-tanf,", "about 'al-tanf' is not in routes.geojson"),
        (
            "g1,,place:Al Tanf,",
            "about 'Al Tanf' is not an id; use lower-case letters, digits and hyphens",
        ),
    ],
)
def test_a_claim_is_about_one_thing_that_is_known(
    folder: Path, problems_of: Load, new: str, expected: str
) -> None:
    change = ("claims.csv", AN_EVENT, new)
    assert_named(folder, problems_of, change, f"small/claims.csv line 2: {expected}")


def test_a_hedge_is_a_few_words(folder: Path, problems_of: Load) -> None:
    change = ("claims.csv", ",p1,,,,asserts", ",p1,,,as far as is known,asserts")
    expected = "small/claims.csv line 2: hedge has 5 words; 4 at most"
    assert_named(folder, problems_of, change, expected)


def test_a_participant_rests_on_no_attribute(folder: Path, problems_of: Load) -> None:
    about(folder, "actor:fars")
    change = ("participants.csv", "us-military,initiator,,g1", "us-military,initiator,,x0")
    expected = (
        "small/participants.csv line 2: claim_id 'x0' is a claim about 'actor:fars', "
        "not 'strike-2017-05-18'"
    )
    assert_named(folder, problems_of, change, expected)


@pytest.mark.parametrize(
    ("file", "column"), [("claims", "hedge"), ("claims", "about"), ("gazetteer", "within")]
)
def test_a_table_without_one_of_these_columns_says_so_once(
    folder: Path, problems_of: Load, file: str, column: str
) -> None:
    change = (f"{file}.csv", f",{column}", ",other")
    found = f"small/{file}.csv line 1: {column} is missing; the header needs this column"
    path = folder / change[0]
    header, rest = path.read_text(encoding="utf-8").split("\n", 1)
    names = header.split(",")
    at = names.index(column)
    kept = [",".join(names[:at] + names[at + 1 :])]
    path.write_text("\n".join([*kept, rest]), encoding="utf-8")
    assert [one for one in problems_of(folder) if f"{file}.csv" in one] == [found]
