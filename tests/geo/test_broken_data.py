"""Whole files that are broken are one problem each, and all problems come at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from geo.dataset import load_dataset
from geo.model.problems import DataError, Problem

Load = Callable[[Path], list[str]]


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


def test_a_missing_outline_is_named_where_a_zone_or_place_needs_it(
    folder: Path, problems_of: Load
) -> None:
    (folder / "basemap" / "land.geojson").unlink()
    assert problems_of(folder) == [
        "small/basemap/land.geojson: cannot be read; zones and places lie in its countries"
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
        stream.write("unheard-of,visit,US jets visit,,,,,undated,,,happened,,,\n")
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


@pytest.mark.parametrize("file", ["articles.csv", "events.csv"])
def test_a_table_with_nothing_but_its_header_is_a_problem(
    folder: Path, problems_of: Load, file: str
) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    what = file.removesuffix("s.csv")
    assert f"small/{file}: no {what}; the atlas needs at least one" in problems_of(folder)


def test_tables_of_headers_alone_say_what_is_needed(folder: Path, problems_of: Load) -> None:
    for path in folder.glob("*.csv"):
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    found = problems_of(folder)
    assert "small/articles.csv: no article; the atlas needs at least one" in found
    assert "small/events.csv: no event; the atlas needs at least one" in found
