"""What the browser loops: filters with their values, layers, roles, credits."""

from typing import Any

import pytest

from geo.dataset import Dataset
from geo.model.models import Event
from geo.selection.facet import Facet
from geo.selection.facets import FACETS
from geo.selection.select import Asked, asked_of
from layers.payload import facet_rows
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


def test_the_browser_is_told_which_filters_it_may_ask_by_one_rule(packed: dict[str, Any]) -> None:
    by_rule = {row["name"]: row["row_field"] for row in packed["facets"] if row["rule"] == "any"}
    assert by_rule == {
        "types": "type",
        "statuses": "status",
        "standings": "standing",
        "backings": "backing",
    }
    columns = {
        row["name"]: row["column"]
        for row in sorted(packed["facets"], key=lambda one: one["column_at"] or 0)
        if row["column"]
    }
    assert columns == {
        "types": "type",
        "sides": "side",
        "statuses": "status",
        "standings": "standing",
    }
    assert [row["name"] for row in packed["facets"] if not row["limits_events"]] == ["layers"]


def test_what_no_field_of_an_event_holds_is_sent_apart_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def rule(_dataset: Dataset, _event: Event) -> list[str]:
        return []

    kept = (
        Facet("Apart", "one", dict, values=rule, name="apart"),
        Facet("In its row", "one", dict, values=rule, row_field="type", name="held"),
        Facet("By another rule", "one", dict, name="other"),
    )
    monkeypatch.setattr(facet_rows, "FACETS", kept)
    words = frozenset(["some", "values", "in", "no", "order", "of", "their", "own"])
    asked = Asked({"apart": words, "held": words}, {})
    assert facet_rows.values_row(asked) == {
        "apart": ["in", "no", "of", "order", "own", "some", "their", "values"]
    }


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
