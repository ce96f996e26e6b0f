"""A file from outside is read whole, or every problem in it is named with what would be right."""

from difflib import get_close_matches
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dataset import Dataset
from geo.eventset import reading as eventset_reading
from geo.eventset.reading import MOST_LISTED, read_event_set
from geo.model import problems
from geo.model.problems import DataError
from tests.geo.importing import content, problems_of

# test id: cells of the only row, problem expected (its beginning, after the line)
CELLS = {
    "bad day": (
        {"first_day": "18/05/2017", "last_day": "2017-05-18"},
        "first_day '18/05/2017' is not a day; write it as 2017-05-18",
    ),
    "day out of range": (
        {"first_day": "0217-05-18", "last_day": "2017-05-18"},
        "first_day '0217-05-18' is out of range; days lie from 1900-01-01 to 2100-12-31",
    ),
    "last before first": (
        {"first_day": "2017-05-18", "last_day": "2017-05-08"},
        "last_day '2017-05-08' is before first_day '2017-05-18'",
    ),
    "one day of two": (
        {"first_day": "2017-05-18"},
        "last_day is empty; one day stands in both, and an open end has span since or until",
    ),
    "the other day of two": (
        {"last_day": "2017-05-18"},
        "first_day is empty; one day stands in both, and an open end has span since or until",
    ),
    "since with an end": (
        {"first_day": "2017-05-18", "last_day": "2017-05-18", "span": "since"},
        "last_day '2017-05-18' is given; span 'since' leaves it empty",
    ),
    "span without days": (
        {"span": "throughout"},
        "first_day is empty; span 'throughout' needs it",
    ),
    "unknown type": (
        {"type": "air-strike"},
        "type 'air-strike' is not one of the words allowed here; nearest is 'airstrike'",
    ),
    "unknown side": ({"side": "us"}, "side 'us' is not one of the words allowed here"),
    "unknown actor": (
        {"actor_ids": "us-militry"},
        "actor_ids 'us-militry' is not in actors.csv; nearest is 'us-military'",
    ),
    "actor twice": (
        {"actor_ids": "us-military|us-military"},
        "actor_ids 'us-military' is listed twice; once is enough",
    ),
    "latitude 95": (
        {"lat": "95", "lon": "40"},
        "lat '95' is no latitude; it lies between -90 and 90",
    ),
    "longitude NaN": ({"lat": "34", "lon": "nan"}, "lon 'nan' is not a number"),
    "position by half": ({"lat": "34"}, "lon is empty; lat and lon are given both or not at all"),
    "uncertainty below zero": (
        {"uncertainty_km": "-1"},
        "uncertainty_km '-1' is no distance in km",
    ),
    "address that runs code": (
        {"url": "javascript:alert(1)"},
        "url 'javascript:alert(1)' is not a web address; it starts with https:// or http://",
    ),
    "id in capitals": ({"event_id": "E1"}, "event_id 'E1' is not an id"),
    "no title": ({"title": ""}, "title is empty; this cell may not be"),
    "title too long": ({"title": "x" * 2001}, "title has 2,001 characters; 2,000 at most"),
    "NUL": ({"note": "a\0b"}, "note holds the control character U+0000; delete it"),
    "line break": ({"note": "a\nb"}, "note holds the control character U+000A; delete it"),
    "space at the end": ({"place": "there "}, "place 'there ' has spaces at its ends"),
}


@pytest.mark.parametrize(("cells", "expected"), CELLS.values(), ids=CELLS)
def test_a_broken_cell_is_named_with_what_would_be_right(
    small: Dataset, cells: dict[str, str], expected: str
) -> None:
    found = problems_of(content(cells), small)
    assert found and found[0].startswith(f"set.csv line 2: {expected}"), found


# test id: the whole file, problem expected (its beginning)
FILES = {
    "empty": (b"", "set.csv line 1: is empty; the first line names event_id,title"),
    "no row": (b"event_id,title\n", "set.csv line 1: holds no event"),
    "title missing": (
        b"event_id,titel\ne-1,x\n",
        "set.csv line 1: title is missing; the header needs this column; nearest is 'titel'",
    ),
    "unknown column": (
        b"event_id,title,latt\ne-1,x,1\n",
        "set.csv line 1: column 3 'latt' is not a column of this table; nearest is 'lat'",
    ),
    "column twice": (
        b"event_id,title,title\ne-1,x,y\n",
        "set.csv line 1: column 3 'title' is there twice; keep one",
    ),
    "id twice": (
        b"event_id,title\ne-1,x\ne-1,y\n",
        "set.csv line 3: event_id 'e-1' is already on line 2; each may occur once",
    ),
    "UTF-16": ("event_id,title\n".encode("utf-16"), "set.csv: is UTF-16; save the file as CSV"),
    "Latin-1": (
        "event_id,title\ne-1,caf\xe9\n".encode("latin-1"),
        "set.csv line 2: title holds the byte 0xe9, which is not UTF-8; save the file as UTF-8",
    ),
    "header in no encoding": (
        b"event_id,title,\xff\ne-1,x,y\n",
        "set.csv line 1: column 3 '\\\\udcff' is not a column of this table",
    ),
    "ragged": (b"event_id,title\ne-1\n", "set.csv line 2: has 1 cells; the header has 2"),
    "quote never closed": (b'event_id,title\ne-1,"x\n', "set.csv line 2: is not CSV"),
    "a cell without end": (
        b"event_id,title\ne-1," + b"x" * 200_000 + b"\n",
        "set.csv line 2: is not CSV (field larger",
    ),
    "columns without end": (b"a," * 100_000, "set.csv line 1: names 100001 columns"),
    "a program": (b"\x7fELF" + bytes(range(256)) * 9, "set.csv line 1: event_id is missing"),
}


@pytest.mark.parametrize(("data", "expected"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_set_is_refused(small: Dataset, data: bytes, expected: str) -> None:
    found = problems_of(data, small)
    assert any(one.startswith(expected) for one in found), "\n".join(found)
    "\n".join(found).encode()


def test_every_problem_is_named_and_a_long_list_says_how_many_more(small: Dataset) -> None:
    wrong = content(*({"type": "picnic", "lat": "95", "lon": "1"} for _ in range(500)))
    found = problems_of(wrong, small)
    assert len(found) == MOST_LISTED + 1
    assert found[-1] == "and 800 more"
    assert found[0].startswith("set.csv line 2: lat ")
    assert found[-2].startswith("set.csv line 101: type ")


def test_the_right_word_is_looked_for_only_for_mistakes_that_are_listed(
    small: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To find what a word resembles takes long; a file may hold thousands of new mistakes."""
    looked_for: list[str] = []

    def nearest(word: str, known: list[str], **options: Any) -> list[str]:
        looked_for.append(word)
        return get_close_matches(word, known, **options)

    monkeypatch.setattr(problems, "get_close_matches", nearest)
    cells = [{"type": f"air-strik{n}", "actor_ids": f"us-militar{n}"} for n in range(5000)]
    assert problems_of(content(*cells), small)[-1] == "and 9,800 more"
    assert 0 < len(looked_for) <= MOST_LISTED


def test_a_message_never_carries_a_whole_long_cell(small: Dataset) -> None:
    found = problems_of(content({"url": "ftp://" + "x" * 1990}), small)
    assert len(found[0]) < 400
    assert found[0].endswith("is not a web address; it starts with https:// or http://")


@pytest.mark.parametrize(
    ("limit", "value", "expected"),
    [
        ("MOST_ROWS", 2, "set.csv line 4: is one row too many; 2 at most, so split the file"),
        ("MOST_COMBINATIONS", 1, "set.csv: has 3 combinations of type, side, status, standing and"),
    ],
)
def test_a_set_that_is_too_large_is_refused(
    small: Dataset, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, expected: str
) -> None:
    monkeypatch.setattr(eventset_reading, limit, value)
    rows = [{"type": kind} for kind in ("airstrike", "warning", "visit")]
    assert problems_of(content(*rows), small)[0].startswith(expected)


def test_a_file_that_is_too_large_is_not_read(small: Dataset) -> None:
    with pytest.raises(DataError, match=r"set\.csv: has 2\.0 MB; 1 MB at most, so split the file"):
        read_event_set(b"x" * 2_000_000, "set.csv", small, most_bytes=1_000_000)


PIECES = st.sampled_from(
    [b",", b"\n", b'"', b"\r", b"\0", b"\xff", b"e-1", b"2017-05-18", b"\xef\xbb\xbf", b"x" * 40]
)


@given(st.lists(PIECES | st.binary(max_size=6), max_size=30).map(b"".join), st.booleans())
def test_any_bytes_are_a_set_or_problems(small: Dataset, data: bytes, header: bool) -> None:
    data = b"event_id,title,first_day,lat\n" + data if header else data
    try:
        found = read_event_set(data, "set.csv", small)
    except DataError as error:
        str(error).encode()
        assert error.problems
    else:
        assert len(found) == len(found.texts.title) > 0
