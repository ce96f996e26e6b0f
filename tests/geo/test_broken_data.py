"""Whatever is wrong with a table is named by file, line and column, with what would be right."""

from collections.abc import Callable
from pathlib import Path

import pytest

from geo.dataset import load_dataset
from geo.problems import DataError, Problem

Load = Callable[[Path], list[str]]

# test id: file, text to replace, replacement, problem expected (its beginning)
REPLACED = {
    "unknown actor": (
        "participants.csv",
        "g1\nstrike-2017-05-18,iran-backed-militias",
        "g1\nstrike-2017-05-18,iran-backed-militas",
        "small/participants.csv line 3: actor_id 'iran-backed-militas' is not in actors.csv; "
        "nearest is 'iran-backed-militias'",
    ),
    "unknown place": (
        "event_places.csv",
        "1,albu-kamal",
        "1,abu-kamal",
        "small/event_places.csv line 8: place_id 'abu-kamal' is not in gazetteer.csv; "
        "nearest is 'albu-kamal'",
    ),
    "unknown event": (
        "relations.csv",
        "response-to,erbil-attack-2021-02-15",
        "response-to,erbil-attack-2021-02-16",
        "small/relations.csv line 2: other_id 'erbil-attack-2021-02-16' is not in events.csv; "
        "nearest is 'erbil-attack-2021-02-15'",
    ),
    "unknown voice": (
        "claims.csv",
        "p4,fars,",
        "p4,farz,",
        "small/claims.csv line 6: voice 'farz' is not in actors.csv; nearest is 'fars'",
    ),
    "unknown outlet": (
        "claims.csv",
        "syria-rebels,reuters",
        "syria-rebels,reuter",
        "small/claims.csv line 10: via 'reuter' is not in actors.csv; nearest is 'reuters'",
    ),
    "unknown route": (
        "events.csv",
        "corridor-original|corridor-shifted",
        "corridor-orignal|corridor-shifted",
        "small/events.csv line 5: route_ids 'corridor-orignal' is not in routes.geojson; "
        "nearest is 'corridor-original'",
    ),
    "unknown parent": (
        "actors.csv",
        "us-coalition,us-coalition-led",
        "us-coalition,us-coalition-ded",
        "small/actors.csv line 3: parent_id 'us-coalition-ded' is not in actors.csv; "
        "nearest is 'us-coalition-led'",
    ),
    "unknown claim of a participant": (
        "participants.csv",
        "supported,us-coalition,n3",
        "supported,us-coalition,n4",
        "small/participants.csv line 7: claim_id 'n4' is not in claims.csv; nearest is 'n",
    ),
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
        "g1,strike-2017-05-18,guardian-2017-05-18,p1,,,asserts",
        "g1,strike-2017-05-18,guardian-2017-05-18,p1,,,xyz",
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
        "Leaflets over",
        "Leaflets\x07over",
        "small/events.csv line 6: title holds the control character U+0007; delete it",
    ),
    "line break in a cell": (
        "events.csv",
        "Leaflets over the zone",
        '"Leaflets\nover"',
        "small/events.csv line 6: title holds the control character U+000A; delete it",
    ),
    "text that turns the line round": (
        "events.csv",
        "Leaflets over",
        "Leaflets \u202eover",
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
    "gap in coverage": (
        "coverage.csv",
        "guardian-2017-05-18,p2,g2|g3,\n",
        "",
        "small/coverage.csv line 4: locus 'p3' of 'guardian-2017-05-18' leaves a gap; add p2",
    ),
    "article without coverage": (
        "coverage.csv",
        "mediaexpress-2017-06-02,p1,m1,\nmediaexpress-2017-06-02,p2,m2,\n",
        "",
        "small/articles.csv line 4: article_id 'mediaexpress-2017-06-02' has no paragraph in "
        "coverage.csv; begin with p1",
    ),
    "claim at a passage that is not covered": (
        "coverage.csv",
        "newarab-2017-05-31,p2,n2,\n",
        "",
        "small/claims.csv line 9: locus 'p2' of 'newarab-2017-05-31' is not in coverage.csv; "
        "add a row for it there",
    ),
    "claim that coverage forgets": (
        "coverage.csv",
        "g5|g6",
        "g5",
        "small/claims.csv line 7: claim_id 'g6' is not listed in coverage.csv; "
        "add it at guardian-2017-05-18 p4",
    ),
    "claim listed where it does not stand": (
        "coverage.csv",
        "newarab-2017-05-31,p2,n2",
        "newarab-2017-05-31,p2,n2|g4",
        "small/coverage.csv line 8: claim_ids 'g4' is coded from guardian-2017-05-18 p3; "
        "list it there",
    ),
    "coverage of a claim that is not there": (
        "coverage.csv",
        "p2,m2,",
        "p2,m2|m-unheard-of,",
        "small/coverage.csv line 10: claim_ids 'm-unheard-of' is not in claims.csv",
    ),
    "passage without claims or reason": (
        "coverage.csv",
        "caption1,,an archive picture is no event",
        "caption1,,",
        "small/coverage.csv line 11: reason is empty; a passage without claims says why",
    ),
    "mention of a passage that is not there": (
        "gazetteer.csv",
        "almashareq-2021-02-26:p2",
        "almashareq-2021-02-26:p9",
        "small/gazetteer.csv line 3: mentions 'almashareq-2021-02-26:p9' is not a passage",
    ),
    "mention that is no passage": (
        "gazetteer.csv",
        "almashareq-2021-02-26:p2",
        "almashareq-2021-02-26",
        "small/gazetteer.csv line 3: mentions 'almashareq-2021-02-26' is not a passage; "
        "write article:locus",
    ),
    "event without a claim": (
        "events.csv",
        "\nleaflets-2017-05,",
        "\nunheard-of,x,T,,,,,undated,,,happened,,,\nleaflets-2017-05,",
        "small/events.csv line 6: type 'x' is not one of the words allowed here",
    ),
    "event that is reported before it happened": (
        "events.csv",
        "2021-02-15,2021-02-15",
        "2021-03-15,2021-03-15",
        "small/events.csv line 10: first_day '2021-03-15' is after its last report of 2021-02-26",
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
    "participant with the claim of another event": (
        "participants.csv",
        "initiator,,g5",
        "initiator,,g4",
        "small/participants.csv line 5: claim_id 'g4' is a claim about 'corridor-shift-2017-05', "
        "not 'hezbollah-reinforcement-2017-05'",
    ),
    "event related to itself": (
        "relations.csv",
        "response-to,erbil-attack-2021-02-15",
        "response-to,strike-2021-02-25",
        "small/relations.csv line 2: other_id 'strike-2021-02-25' is the event itself",
    ),
    "parts that contain each other": (
        "relations.csv",
        "strike-2021-02-25,response-to,erbil-attack-2021-02-15,a1\n",
        "strike-2021-02-25,part-of,erbil-attack-2021-02-15,a1\n"
        "erbil-attack-2021-02-15,part-of,strike-2021-02-25,a1\n",
        "small/relations.csv line 2: other_id 'erbil-attack-2021-02-15' leads back to "
        "'strike-2021-02-25'",
    ),
    "actor above itself": (
        "actors.csv",
        "us-coalition,,\nus-military",
        "us-coalition,us-military,\nus-military",
        "small/actors.csv line 2: parent_id 'us-military' leads back to 'us-coalition-led'",
    ),
    "path that runs backwards": (
        "event_places.csv",
        "1,iraq,from",
        "4,iraq,from",
        "small/event_places.csv line 10: order '4' puts 'from' after 'to'",
    ),
    "order twice": (
        "event_places.csv",
        "strike-2017-05-18,2,al-tanf",
        "strike-2017-05-18,1,al-tanf",
        "small/event_places.csv line 3: event_id order 'strike-2017-05-18' '1' is already on "
        "line 2",
    ),
    "list that repeats itself": (
        "events.csv",
        "corridor-original|corridor-shifted",
        "corridor-original|corridor-original",
        "small/events.csv line 5: route_ids 'corridor-original' is listed twice",
    ),
    "zone in a country without outline": (
        "gazetteer.csv",
        "circle,55,,SY",
        "circle,55,,XX",
        "small/gazetteer.csv line 18: country 'XX' is not a country of basemap/land.geojson",
    ),
    "circle without radius": (
        "gazetteer.csv",
        "circle,55,,SY",
        "circle,,,SY",
        "small/gazetteer.csv line 18: radius_km goes with extent 'circle', and only with it",
    ),
    "waypoint of no place": (
        "routes.geojson",
        '"place_id": "mayadin"',
        '"place_id": "mayadeen"',
        "small/routes.geojson line 3: waypoints[1].place_id 'mayadeen' is not in gazetteer.csv; "
        "nearest is 'mayadin'",
    ),
    "waypoint elsewhere than its place": (
        "routes.geojson",
        "[40.45154, 35.01982]",
        "[40.45154, 35.11982]",
        "small/routes.geojson line 3: waypoints[1].place_id 'mayadin' is at [40.45154, 35.11982] "
        "here; gazetteer.csv has [40.45154, 35.01982]",
    ),
    "coordinate without waypoint": (
        "routes.geojson",
        "[40.45154, 35.01982], ",
        "",
        "small/routes.geojson line 3: waypoints of 'corridor-shifted' has 5 places for "
        "4 coordinates; name one for each",
    ),
    "claim of a route that is not there": (
        "routes.geojson",
        '"claim_ids": ["g3"]',
        '"claim_ids": ["g99"]',
        "small/routes.geojson line 5: claim_ids 'g99' is not in claims.csv",
    ),
    "basis that is no basis": (
        "routes.geojson",
        '"basis": "inferred"',
        '"basis": "infered"',
        "small/routes.geojson line 2: basis 'infered' is not one of the words allowed here; "
        "nearest is 'inferred'",
    ),
    "property that is not known": (
        "routes.geojson",
        '"name": "Damascus',
        '"colour": "red", "name": "Damascus',
        "small/routes.geojson line 5: colour is not a column of this table",
    ),
    "route twice": (
        "routes.geojson",
        '"route_id": "corridor-shifted-branch"',
        '"route_id": "corridor-shifted"',
        "small/routes.geojson line 3: route_id 'corridor-shifted' is there twice",
    ),
    "JSON that breaks off": (
        "routes.geojson",
        "\n]}",
        "\n]",
        "small/routes.geojson line 7: is not JSON",
    ),
    "JSON with a number that is none": (
        "routes.geojson",
        "[40.45154, 35.01982]",
        "[NaN, 35.01982]",
        "small/routes.geojson: is not JSON: NaN is not a number",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "expected"), REPLACED.values(), ids=REPLACED)
def test_a_broken_cell_is_named_with_what_would_be_right(
    folder: Path, problems_of: Load, file: str, old: str, new: str, expected: str
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, "the fixture no longer holds what this test breaks"
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    found = problems_of(folder)
    assert any(problem.startswith(expected) for problem in found), "\n".join(found)


def test_the_fixture_itself_has_no_problem(folder: Path, problems_of: Load) -> None:
    assert problems_of(folder) == []


def test_text_that_is_not_utf_8_is_named_to_the_cell(folder: Path, problems_of: Load) -> None:
    path = folder / "actors.csv"
    path.write_bytes(
        path.read_bytes().replace(b"Guardians of Blood", "caf\u00e9".encode("latin-1"))
    )
    assert problems_of(folder) == [
        "small/actors.csv line 9: aliases holds the byte 0xe9, which is not UTF-8; "
        "save the file as UTF-8"
    ]


def test_a_byte_order_mark_is_read_past(folder: Path, problems_of: Load) -> None:
    path = folder / "actors.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert problems_of(folder) == []


def test_windows_line_ends_are_read(folder: Path, problems_of: Load) -> None:
    path = folder / "actors.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert problems_of(folder) == []


def test_routes_that_are_not_utf_8_are_named_by_line(folder: Path, problems_of: Load) -> None:
    path = folder / "routes.geojson"
    path.write_bytes(path.read_bytes().replace(b"Corridor, branch", b"Corridor \xe9"))
    assert "small/routes.geojson line 4: is not UTF-8; save the file as UTF-8" in problems_of(
        folder
    )


@pytest.mark.parametrize("file", ["events.csv", "articles.csv", "coverage.csv"])
def test_an_empty_file_says_what_its_first_line_is(
    folder: Path, problems_of: Load, file: str
) -> None:
    header = (folder / file).read_text(encoding="utf-8").splitlines()[0]
    (folder / file).write_bytes(b"")
    assert f"small/{file} line 1: is empty; the first line names {header}" in problems_of(folder)


def test_a_missing_file_is_one_problem_and_not_one_for_every_reference(
    folder: Path, problems_of: Load
) -> None:
    (folder / "actors.csv").unlink()
    assert problems_of(folder) == ["small/actors.csv: cannot be read; the file is needed"]


def test_a_missing_outline_is_named_where_a_zone_needs_it(folder: Path, problems_of: Load) -> None:
    (folder / "basemap" / "land.geojson").unlink()
    assert problems_of(folder) == [
        "small/basemap/land.geojson: cannot be read; zones are clipped to its countries"
    ]


def test_one_bad_cell_does_not_make_every_reference_to_its_row_wrong(
    folder: Path, problems_of: Load
) -> None:
    path = folder / "actors.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("armed-group,us-coalition,us", "army,us-coalition,us"), "utf-8")
    assert len(problems_of(folder)) == 1


def test_all_problems_of_all_files_are_raised_at_once(folder: Path) -> None:
    for file, old, new in (
        ("events.csv", "2017-05-15,", "15 May,"),
        ("gazetteer.csv", "35.33588,", "95,"),
        ("participants.csv", "iran-backed-militias,target", "nobody-at-all,target"),
        ("routes.geojson", '"basis": "inferred"', '"basis": "guessed"'),
    ):
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_dataset(folder)
    assert {problem.file for problem in caught.value.problems} == {
        "small/events.csv",
        "small/gazetteer.csv",
        "small/participants.csv",
        "small/routes.geojson",
    }


def test_an_event_without_a_claim_is_refused(folder: Path, problems_of: Load) -> None:
    with (folder / "events.csv").open("a", encoding="utf-8") as stream:
        stream.write("unheard-of,visit,T,,,,,undated,,,happened,,,\n")
    assert problems_of(folder) == [
        "small/events.csv line 12: event_id 'unheard-of' has no claim in claims.csv; "
        "say which article reports it"
    ]


def test_a_problem_reads_as_the_design_has_it() -> None:
    message = "'us-militry' is not in actors.csv; nearest is 'us-military'"
    problem = Problem("data/events.csv", 41, "actor_id", message)
    assert str(problem) == (
        "data/events.csv line 41: actor_id 'us-militry' is not in actors.csv; "
        "nearest is 'us-military'"
    )
