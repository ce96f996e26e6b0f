"""Every row of the committed tables is a test of its own, named by its id."""

import csv
from datetime import timedelta
from functools import cache

import pytest

from geo.dataset import DATA_FOLDER, Dataset, load_dataset
from geo.model.models import (
    Actor,
    Article,
    Claim,
    Coverage,
    Event,
    EventPlace,
    Participant,
    Place,
    Relation,
    Row,
)
from geo.model.problems import DataError, Problem
from geo.model.renamed import Renamed
from geo.model.spellings import Spelling
from geo.reading.folder import TABLE_FILES
from geo.reading.tables import read_row
from geo.rules.acting import acting_side, route_side
from geo.rules.corridor import legs
from geo.rules.placement import mark
from geo.rules.spans import event_span
from geo.rules.wording import when_text
from geo.selection.shown_routes import stays
from geo.sentences.where import where_text

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MODELS: dict[str, type[Row]] = {
    "actors.csv": Actor,
    "articles.csv": Article,
    "claims.csv": Claim,
    "coverage.csv": Coverage,
    "event_places.csv": EventPlace,
    "events.csv": Event,
    "gazetteer.csv": Place,
    "participants.csv": Participant,
    "relations.csv": Relation,
    "renamed.csv": Renamed,
    "spellings.csv": Spelling,
}
KEY_LENGTH = {
    "coverage.csv": 2,
    "event_places.csv": 2,
    "participants.csv": 3,
    "relations.csv": 3,
    "renamed.csv": 2,
    "spellings.csv": 2,
}


@cache
def loaded() -> Dataset:
    return load_dataset()


@pytest.fixture(scope="module")
def atlas() -> Dataset:
    return loaded()


@cache
def found_problems() -> tuple[Problem, ...]:
    try:
        loaded()
    except DataError as error:
        return error.problems
    return ()


def raw(file: str) -> list[dict[str, str]]:
    with (DATA_FOLDER / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def every_row() -> list[object]:
    found = []
    for file in TABLE_FILES:
        for line, cells in enumerate(raw(file), start=2):
            name = " ".join(list(cells.values())[: KEY_LENGTH.get(file, 1)])
            found.append(pytest.param(file, line, cells, id=f"{file} {name}"))
    return found


@pytest.mark.parametrize(("file", "line", "cells"), every_row())
def test_a_row_of_the_tables_is_in_order(file: str, line: int, cells: dict[str, str]) -> None:
    problems: list[Problem] = []
    assert read_row(f"data/{file}", line, MODELS[file], dict(cells), problems) is not None
    problems += [p for p in found_problems() if (p.file, p.line) == (f"data/{file}", line)]
    assert [str(problem) for problem in problems] == []


def test_the_data_as_a_whole_has_no_problem() -> None:
    assert [str(problem) for problem in found_problems()] == []


def ids(file: str) -> list[str]:
    return [next(iter(cells.values())) for cells in raw(file)]


@pytest.mark.parametrize("event_id", ids("events.csv"))
def test_an_event_leads_to_an_article_and_a_passage(atlas: Dataset, event_id: str) -> None:
    claims = atlas.claims_of(event_id)
    assert claims
    assert all(claim.article_id in atlas.articles and claim.locus for claim in claims)
    assert when_text(atlas, event_id)
    assert where_text(atlas, event_id)


@pytest.mark.parametrize("event_id", ids("events.csv"))
def test_every_place_or_day_of_an_event_that_no_article_gives_can_be_hidden(
    atlas: Dataset, event_id: str
) -> None:
    found = mark(atlas, event_id, stated_only=True)
    if found:
        place = atlas.gazetteer[found.place_id]
        assert place.mentions
    stated = event_span(atlas, event_id, stated_only=True)
    published = [atlas.articles[a].published_on for a in atlas.articles_of(event_id)]
    assert stated.hull_first is None or stated.hull_first <= max(published)


@pytest.mark.parametrize("place_id", ids("gazetteer.csv"))
def test_a_place_that_is_named_says_where_and_one_that_is_not_says_whence(
    atlas: Dataset, place_id: str
) -> None:
    place = atlas.gazetteer[place_id]
    assert place.mentions or place.source


@pytest.mark.parametrize("route_id", sorted(loaded().route_rows) if not found_problems() else [])
def test_a_route_leads_to_claims_and_its_legs_to_sources(atlas: Dataset, route_id: str) -> None:
    route = atlas.route_rows[route_id]
    assert route.claim_ids
    assert len(legs(route)) == len(route.coordinates) - 1
    assert all(one.source for one in (*route.waypoints, *route.legs))
    publishers = tuple(article.publisher for article in atlas.articles.values())
    for one in (*route.waypoints, *route.legs):
        assert one.source.startswith(publishers) == (one.basis == "stated")


def test_a_route_is_of_the_side_that_acts_in_the_events_on_it(atlas: Dataset) -> None:
    for event_id, event in atlas.event_rows.items():
        for route in (atlas.route_rows[route_id] for route_id in event.route_ids):
            if not stays(route):
                assert route_side(atlas, route) == acting_side(atlas, event_id), route.route_id


def weekday_claims() -> list[object]:
    found = []
    for cells in raw("claims.csv"):
        named = [day for day in WEEKDAYS if day in cells["says_when"]]
        if named:
            found.append(pytest.param(cells["claim_id"], named[0], id=cells["claim_id"]))
    return found


@pytest.mark.parametrize(("claim_id", "weekday"), weekday_claims())
def test_a_weekday_is_the_last_of_its_name_before_the_report(
    atlas: Dataset, claim_id: str, weekday: str
) -> None:
    claim = next(claim for claim in atlas.claims if claim.claim_id == claim_id)
    published = atlas.articles[claim.article_id].published_on
    expected = published - timedelta(days=(published.weekday() - WEEKDAYS.index(weekday)) % 7)
    assert (claim.first_day, claim.last_day) == (expected, expected)


@pytest.mark.parametrize("phrase", ["this week", "last week", "last month"])
def test_a_week_begins_on_monday_and_a_month_on_its_first(atlas: Dataset, phrase: str) -> None:
    claims = [c for c in atlas.claims if c.says_when.lower() == phrase]
    assert claims
    for claim in claims:
        published = atlas.articles[claim.article_id].published_on
        monday = published - timedelta(days=published.weekday())
        month_before = published.replace(day=1) - timedelta(days=1)
        expected = {
            "this week": (monday, published),
            "last week": (monday - timedelta(days=7), monday - timedelta(days=1)),
            "last month": (month_before.replace(day=1), month_before),
        }[phrase]
        assert (claim.first_day, claim.last_day) == expected, claim.claim_id
