"""The payload: everything the browser shows, small, plain, and true to the tables."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from geo.dataset import SITES, Dataset
from geo.select import select
from geo.selection import Selection
from layers.passages import locus_text
from layers.payload import payload
from layers.style import GLYPHS

MOST_BYTES = 1_000_000
IN_THE_REGION = {"lat": (20, 46), "lon": (22, 66)}


@pytest.fixture(scope="module")
def packed(dataset: Dataset) -> dict[str, Any]:
    return payload(dataset)


def positions(packed: dict[str, Any]) -> Iterator[list[float]]:
    for event in packed["events"]:
        for name in ("mark", "stated_mark"):
            if event[name]:
                yield event[name]
        yield from event["path"] or []
        yield from event["stated_path"] or []


def test_it_is_small_and_strict_json(packed: dict[str, Any]) -> None:
    text = json.dumps(packed, allow_nan=False)
    assert len(text.encode()) < MOST_BYTES
    assert json.loads(text) == packed


def test_positions_are_latitude_first(packed: dict[str, Any]) -> None:
    found = list(positions(packed))
    assert found
    for lat, lon in found:
        assert IN_THE_REGION["lat"][0] <= lat <= IN_THE_REGION["lat"][1]
        assert IN_THE_REGION["lon"][0] <= lon <= IN_THE_REGION["lon"][1]


def test_every_event_is_there_once_with_one_mark_at_most(
    packed: dict[str, Any], dataset: Dataset
) -> None:
    assert [event["id"] for event in packed["events"]] == list(dataset.event_rows)
    for event in packed["events"]:
        assert event["mark"] is None or len(event["mark"]) == 2
        assert event["glyph"] in GLYPHS


def test_every_event_leads_to_a_passage(packed: dict[str, Any]) -> None:
    articles = {article["id"] for article in packed["articles"]}
    for event in packed["events"]:
        assert event["claims"]
        assert {claim["article"] for claim in event["claims"]} <= articles
        assert all(claim["locus"] for claim in event["claims"])


def test_ids_that_are_referred_to_are_there(packed: dict[str, Any]) -> None:
    ids = {name: {row["id"] for row in packed[name]} for name in ("actors", "places", "routes")}
    events = {event["id"] for event in packed["events"]}
    for event in packed["events"]:
        assert set(event["acting"]) <= ids["actors"]
        assert {*event["places"], *event["path_places"]} <= ids["places"]
        assert set(event["routes"]) <= ids["routes"]
        assert {relation["event"] for relation in event["relations"]} <= events
    for article in packed["articles"]:
        assert set(article["stops"]) <= events
    assert {label["place"] for label in packed["labels"]} - {None} <= ids["places"]
    assert "unnamed" in ids["actors"]


def test_the_four_sites_are_marked_and_labelled(packed: dict[str, Any]) -> None:
    assert {place["id"] for place in packed["places"] if place["site"]} == set(SITES)
    labels = {label["place"] for label in packed["labels"] if label["kind"] == "site"}
    assert labels == set(SITES)


def test_both_courses_are_labelled_as_proposed(packed: dict[str, Any]) -> None:
    courses = [label for label in packed["labels"] if label["kind"] == "course"]
    assert [label["route"] for label in courses] == ["corridor-original", "corridor-shifted"]
    assert {label["more"] for label in courses} == {"proposed, as reported May 2017"}


def test_the_shift_is_reported_and_measured(packed: dict[str, Any]) -> None:
    shift = packed["shift"]
    assert shift["reported_miles"] == 140
    assert shift["offset_km"] == pytest.approx(225.5, abs=0.5)
    assert shift["geodesic_km"] == pytest.approx(236.2, abs=0.5)


def test_no_label_is_there_twice(packed: dict[str, Any]) -> None:
    towns = [label["text"] for label in packed["labels"] if label["kind"] in ("town", "site")]
    assert len(set(towns)) == len(towns)


def test_a_smaller_dataset_makes_a_smaller_payload(dataset: Dataset) -> None:
    none = payload(select(dataset, Selection(actors=frozenset())))
    assert none["events"] == []
    assert [route["id"] for route in none["routes"]] == [
        row.route_id for row in dataset.route_rows.values() if not row.actor_ids
    ]


@pytest.mark.parametrize(
    ("locus", "text"),
    [("p3", "paragraph 3"), ("caption1", "caption 1"), ("standfirst", "standfirst")],
)
def test_a_locus_reads_as_words(locus: str, text: str) -> None:
    assert locus_text(locus) == text
