"""Claims and titles that other cells speak against are named where they stand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.geo.breaking import assert_named

Load = Callable[[Path], list[str]]

ARMS = "p1,syria-rebels,reuters,,asserts,Rebels say arms came."
LEAFLETS = "p2,,,,asserts,Leaflets fell in the week of the report.,this week"

# test id: file, text to replace, replacement, problem expected (its beginning)
BROKEN = {
    "another weekday": (
        "claims.csv",
        "this week,2017-05-29,2017-05-31",
        "on Monday,2017-05-30,2017-05-30",
        "small/claims.csv line 9: first_day '2017-05-30' is a Tuesday; says_when has 'on Monday'",
    ),
    "another weekday at its end": (
        "claims.csv",
        "this week,2017-05-29,2017-05-31",
        "until Monday,,2017-05-31",
        "small/claims.csv line 9: last_day '2017-05-31' is a Wednesday; says_when has 'until",
    ),
    "a hedge that is not noted": (
        "claims.csv",
        LEAFLETS,
        "p2,,,,asserts,Leaflets reportedly fell.,this week",
        "small/claims.csv line 9: hedge is empty, and the account says 'reportedly'",
    ),
    "a hedge in other words": (
        "claims.csv",
        LEAFLETS,
        "p2,,,,asserts,Leaflets are said to have fallen.,this week",
        "small/claims.csv line 9: hedge is empty, and the account says 'are said to'",
    ),
    "asserted and not confirmed": (
        "claims.csv",
        ARMS,
        "p1,syria-rebels,reuters,,asserts,They neither confirmed nor denied it.",
        "small/claims.csv line 10: stance 'asserts' stands beside 'neither confirmed nor denied'",
    ),
    "a claim away from its event": (
        "claims.csv",
        "2017-05-31,,,,,\nn3,",
        "2017-05-31,albu-kamal,,,,\nn3,",
        "small/claims.csv line 9: place_id 'albu-kamal' is none of the places of "
        "'leaflets-2017-05', holds none and lies in none",
    ),
    "a title that names nobody": (
        "events.csv",
        "US jets drop leaflets over the zone",
        "Leaflets over the zone",
        "small/events.csv line 6: title 'Leaflets over the zone' names no actor and no side",
    ),
    "a title with a name inside a word": (
        "events.csv",
        "US jets drop leaflets over the zone",
        "Iranology over the zone",
        "small/events.csv line 6: title 'Iranology over the zone' names no actor and no side",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "expected"), BROKEN.values(), ids=BROKEN)
def test_what_other_cells_speak_against_is_named(
    file: str, old: str, new: str, expected: str, folder: Path, problems_of: Load
) -> None:
    assert_named(folder, problems_of, (file, old, new), expected)


# test id: file, text to replace, replacement
FITTING = {
    "the weekday of its day": (
        "claims.csv",
        "this week,2017-05-29,2017-05-31",
        "on Monday,2017-05-29,2017-05-29",
    ),
    "a noted hedge": (
        "claims.csv",
        LEAFLETS,
        "p2,,,reportedly,asserts,Leaflets reportedly fell.,this week",
    ),
    "a belief of the voice": (
        "claims.csv",
        ARMS,
        "p1,syria-rebels,reuters,,asserts,Arms are believed to have come.",
    ),
    "a title that names a side": (
        "events.csv",
        "US jets drop leaflets over the zone",
        "Rebels find leaflets over the zone",
    ),
}


@pytest.mark.parametrize(("file", "old", "new"), FITTING.values(), ids=FITTING)
def test_what_fits_is_no_problem(
    file: str, old: str, new: str, folder: Path, problems_of: Load
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    assert problems_of(folder) == []


@pytest.mark.parametrize(
    ("claimed", "smaller", "larger"),
    [
        ("al-tanf", "al-tanf", "deconfliction-zone"),
        ("damascus", "deconfliction-zone", "damascus"),
    ],
    ids=["lies in one of its event's", "holds one of its event's"],
)
def test_a_claim_may_be_placed_more_finely_or_more_roughly_than_its_event(
    claimed: str, smaller: str, larger: str, folder: Path, problems_of: Load
) -> None:
    claims, gazetteer = folder / "claims.csv", folder / "gazetteer.csv"
    text = claims.read_text(encoding="utf-8")
    placed = text.replace("2017-05-31,,,,,\nn3,", f"2017-05-31,{claimed},,,,\nn3,", 1)
    assert placed != text
    claims.write_text(placed, encoding="utf-8", newline="")
    assert len(problems_of(folder)) == 1
    lines = gazetteer.read_text(encoding="utf-8").splitlines()
    lines = [f"{line}{larger}" if line.startswith(f"{smaller},") else line for line in lines]
    gazetteer.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
    assert problems_of(folder) == []
