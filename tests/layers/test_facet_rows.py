"""What the browser loops: filters with their values, layers, roles, credits."""

from typing import Any

import pytest

from geo.dataset import Dataset
from geo.selection.facets import FACETS
from geo.selection.select import asked_of
from layers.payload.whole import payload


@pytest.fixture(scope="module")
def packed(dataset: Dataset) -> dict[str, Any]:
    return payload(dataset)


def test_each_filter_is_sent_with_its_values(packed: dict[str, Any], dataset: Dataset) -> None:
    assert [row["name"] for row in packed["facets"]] == [facet.name for facet in FACETS]
    for row, facet in zip(packed["facets"], FACETS, strict=True):
        if row["values"] is None:
            assert facet.name == "actors"
        else:
            assert {one["id"] for one in row["values"]} == set(facet.known_values(dataset))


def test_an_event_carries_the_values_by_which_it_is_filtered(
    packed: dict[str, Any], dataset: Dataset
) -> None:
    asked = asked_of(dataset)
    for event in packed["events"]:
        for row in packed["facets"]:
            if row["rule"] != "any":
                continue
            field = row["row_field"]
            sent = event[field] if field else event["facets"][row["name"]]
            values = {sent} if isinstance(sent, str) else set(sent)
            assert values == asked[event["id"]].values[row["name"]]


def test_what_the_payload_tells_of_a_filter_it_tells_of_the_same_values(
    packed: dict[str, Any],
) -> None:
    for row in packed["facets"]:
        if row["values"] is not None and row["name"] in packed:
            told = {one["id"] for one in packed[row["name"]]}
            assert {one["id"] for one in row["values"]} == told


def test_only_statements_are_off_unless_a_reader_says_otherwise(packed: dict[str, Any]) -> None:
    off = [
        (row["name"], one["id"])
        for row in packed["facets"]
        for one in row["values"] or ()
        if not one["on"]
    ]
    assert off == [("layers", "statements")]
    assert [one["id"] for one in packed["layers"] if one["of_imports"]] == ["imported", "gathered"]
    assert [one["id"] for one in packed["layers"] if one["counted"]] == [
        *("routes", "statements", "imported"),
    ]
