"""A broken cell is named by file, line and column, with what would be right."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.geo.breaking import assert_named

Load = Callable[[Path], list[str]]

# test id: file, text to replace, replacement, problem expected (its beginning)
CELLS = {
    "bad day": (
        "events.csv",
        "2017-05-15,2017-05-18",
        "15/05/2017,2017-05-18",
        "small/events.csv line 3: first_day '15/05/2017' is not a day; write it as 2017-05-18",
    ),
    "day that is not in the calendar": (
        "articles.csv",
        "2017-05-31,stated",
        "2017-06-31,stated",
        "small/articles.csv line 3: published_on '2017-06-31' is not a day; write it as 2017-05-18",
    ),
    "last before first": (
        "events.csv",
        "2017-05-15,2017-05-18",
        "2017-05-15,2017-05-08",
        "small/events.csv line 3: last_day '2017-05-08' is before first_day '2017-05-15'",
    ),
    "latitude 95": (
        "gazetteer.csv",
        "35.33588,40.14084",
        "95.33588,40.14084",
        "small/gazetteer.csv line 4: lat '95.33588' is no latitude; it lies between -90 and 90",
    ),
    "latitude NaN": (
        "gazetteer.csv",
        "35.33588,40.14084",
        "nan,40.14084",
        "small/gazetteer.csv line 4: lat 'nan' is not a number; write it as 34.5",
    ),
    "position of a pin left out": (
        "gazetteer.csv",
        "35.33588,40.14084",
        ",",
        "small/gazetteer.csv line 4: lat is empty; extent 'point' needs a position",
    ),
    "inferred place too fine": (
        "gazetteer.csv",
        "33.69,38.41",
        "33.6912,38.41",
        "small/gazetteer.csv line 6: lat '33.6912' is finer than an inferred place may be; "
        "write 33.69",
    ),
    "misspelt word of a list": (
        "events.csv",
        "strike-2017-05-18,airstrike",
        "strike-2017-05-18,air-strike",
        "small/events.csv line 2: type 'air-strike' is not one of the words allowed here; "
        "nearest is 'airstrike'",
    ),
    "word that is like none of the list": (
        "claims.csv",
        "g1,strike-2017-05-18,,guardian-2017-05-18,p1,,,,asserts",
        "g1,strike-2017-05-18,,guardian-2017-05-18,p1,,,,xyz",
        "small/claims.csv line 2: stance 'xyz' is not one of the words allowed here; "
        "write asserts, denies or declines-to-confirm",
    ),
    "id in capitals": (
        "actors.csv",
        "\nfars,",
        "\nFars,",
        "small/actors.csv line 11: actor_id 'Fars' is not an id; use lower-case letters",
    ),
    "id that a link needs for itself": (
        "actors.csv",
        "\nsyria-rebels,",
        "\nunnamed,",
        "small/actors.csv line 13: actor_id 'unnamed' is a reserved word; choose another id",
    ),
    "duplicate id": (
        "actors.csv",
        "\nreuters,",
        "\nfars,",
        "small/actors.csv line 15: actor_id 'fars' is already on line 11; each may occur once",
    ),
    "address that runs code": (
        "articles.csv",
        "https://www.newarab",
        "javascript://www.newarab",
        "small/articles.csv line 3: url 'javascript://www.newarab.com",
    ),
    "control character": (
        "events.csv",
        "leaflets over",
        "leaflets\x07over",
        "small/events.csv line 6: title holds the control character U+0007; delete it",
    ),
    "line break in a cell": (
        "events.csv",
        "US jets drop leaflets over the zone",
        '"Leaflets\nover"',
        "small/events.csv line 6: title holds the control character U+000A; delete it",
    ),
    "text that turns the line round": (
        "events.csv",
        "leaflets over",
        "leaflets \u202eover",
        "small/events.csv line 6: title holds the control character U+202E; delete it",
    ),
    "space at the end": (
        "events.csv",
        "Arms for rebels,",
        "Arms for rebels ,",
        "small/events.csv line 7: title 'Arms for rebels ' has spaces at its ends; delete them",
    ),
    "cell that may not be empty": (
        "claims.csv",
        "Jets hit a militia convoy.",
        "",
        "small/claims.csv line 2: account is empty; this cell may not be",
    ),
    "ragged row": (
        "participants.csv",
        "initiator,,g5",
        "initiator,g5",
        "small/participants.csv line 5: has 4 cells; the header has 5",
    ),
    "comma without quotes": (
        "articles.csv",
        '"a Thursday, on the eve of the Riyadh visit"',
        "a Thursday, on the eve of the Riyadh visit",
        "small/articles.csv line 2: has 10 cells; the header has 9, so put quotes round",
    ),
    "quote never closed": (
        "articles.csv",
        '"a Thursday, on the eve of the Riyadh visit"',
        '"a Thursday, on the eve of the Riyadh visit',
        "small/articles.csv line 2: is not CSV",
    ),
    "blank line": (
        "participants.csv",
        "g5\n",
        "g5\n\n",
        "small/participants.csv line 6: is blank; delete the line",
    ),
    "missing column": (
        "participants.csv",
        "role,side,claim_id",
        "role,sides,claim_id",
        "small/participants.csv line 1: side is missing; the header needs this column; "
        "nearest is 'sides'",
    ),
    "unknown column": (
        "participants.csv",
        "role,side,claim_id",
        "role,side,claim_id,colour",
        "small/participants.csv line 1: column 6 'colour' is not a column of this table; "
        "delete it or correct its name",
    ),
    "column twice": (
        "participants.csv",
        "role,side,claim_id",
        "role,side,claim_id,side",
        "small/participants.csv line 1: column 6 'side' is there twice; keep one",
    ),
    "passage without claims or reason": (
        "coverage.csv",
        "caption1,,an archive picture is no event",
        "caption1,,",
        "small/coverage.csv line 11: reason is empty; a passage without claims says why",
    ),
    "mention that is no passage": (
        "gazetteer.csv",
        "almashareq-2021-02-26:p2",
        "almashareq-2021-02-26",
        "small/gazetteer.csv line 3: mentions 'almashareq-2021-02-26' is not a passage; "
        "write article:locus",
    ),
    "one day that is two": (
        "events.csv",
        "2021-02-15,2021-02-15",
        "2021-02-15,2021-02-16",
        "small/events.csv line 10: last_day '2021-02-16' is not first_day '2021-02-15'; "
        "date_precision 'day' means one day",
    ),
    "since with an end": (
        "events.csv",
        "2017-05-18,,since,day",
        "2017-05-18,2017-05-18,since,day",
        "small/events.csv line 8: last_day '2017-05-18' is given; span 'since' leaves it empty",
    ),
    "until with a beginning": (
        "events.csv",
        ",2017-05-18,until",
        "2017-05-18,2017-05-18,until",
        "small/events.csv line 4: first_day '2017-05-18' is given; span 'until' leaves it empty",
    ),
    "within without an end": (
        "events.csv",
        "2021-02-15,2021-02-15",
        "2021-02-15,",
        "small/events.csv line 10: last_day is empty; span 'within' needs it",
    ),
    "undated with a day": (
        "events.csv",
        ",,,undated",
        "2017-05-31,,,undated",
        "small/events.csv line 7: first_day '2017-05-31' is given; "
        "date_precision 'undated' leaves it empty",
    ),
    "figures the wrong way round": (
        "claims.csv",
        "erbil-airport,2,2",
        "erbil-airport,2,1",
        "small/claims.csv line 15: fatalities_high '1' is below fatalities_low '2'",
    ),
    "figure that is no number": (
        "claims.csv",
        "albu-kamal,22",
        "albu-kamal,at least 22",
        "small/claims.csv line 14: fatalities_low 'at least 22' is not a whole number; "
        "write it as 22",
    ),
    "wording of a time too long": (
        "claims.csv",
        "throughout the week",
        "all through the week before",
        "small/claims.csv line 4: says_when has 5 words; 4 at most",
    ),
    "list that repeats itself": (
        "events.csv",
        "corridor-original|corridor-shifted",
        "corridor-original|corridor-original",
        "small/events.csv line 5: route_ids 'corridor-original' is listed twice",
    ),
    "circle without radius": (
        "gazetteer.csv",
        "circle,55,,SY",
        "circle,,,SY",
        "small/gazetteer.csv line 18: radius_km goes with extent 'circle', and only with it",
    ),
    "circle of no radius": (
        "gazetteer.csv",
        "circle,55,,SY",
        "circle,0,,SY",
        "small/gazetteer.csv line 18: radius_km '0' is no radius; a circle has one above 0",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "expected"), CELLS.values(), ids=CELLS)
def test_a_broken_cell_is_named_with_what_would_be_right(
    folder: Path, problems_of: Load, file: str, old: str, new: str, expected: str
) -> None:
    assert_named(folder, problems_of, (file, old, new), expected)
