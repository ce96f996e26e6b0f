"""Python's words and addresses in the cases that the browser answers too (tests/web)."""

from datetime import date
from typing import Any
from urllib.parse import parse_qs

import pytest

from geo.rules.corridor import legs
from geo.rules.planned import event_when
from geo.rules.wording import day_text, period_text
from geo.selection.link import BEFORE_ROLES, parse_query
from geo.selection.renewed import renewed
from geo.selection.selection import Selection
from geo.selection.shown_routes import stated_route
from geo.sentences.event_sentences import event_sentences
from geo.sentences.leg_sources import leg_source, leg_text
from geo.sentences.source import source_text
from geo.tracing.events import event_lines
from panels.address import query_string, shown_from, state_of
from tests.twins import cases
from tests.twins.given import ROUTE, dataset_of, selection_of

Case = dict[str, Any]
D = date.fromisoformat


@pytest.mark.parametrize("case", cases("days", "single"))
def test_a_day(case: Case) -> None:
    assert day_text(D(case["day"])) == case["expected"]


@pytest.mark.parametrize("case", cases("days", "periods"))
def test_a_run_of_days(case: Case) -> None:
    assert period_text(*map(D, case["days"])) == case["expected"]


@pytest.mark.parametrize("case", cases("days", "times"))
def test_when_an_event_was(case: Case) -> None:
    whole, chosen = dataset_of(case["data"]), case["given"]
    event = whole.event_rows[case["event"]]
    found = event_when(whole, event, stated_only=chosen.get("stated_only", False))
    if chosen.get("day_of") == "reported":
        on = [
            one
            for one in whole.articles_of(case["event"])
            if one in chosen.get("articles", whole.articles)
        ]
        first = min(on, key=lambda one: whole.articles[one].published_on)
        said = [
            text
            for label, text, _ in event_lines(whole, event)
            if label == f"when, by report of {first}" and text
        ]
        assert case["expected"] == said[bool(chosen.get("stated_only"))]
    else:
        assert found == case["expected"]


@pytest.mark.parametrize("case", cases("basis", "legs"))
def test_how_a_leg_is_known(case: Case) -> None:
    route = dataset_of(case["data"]).route_rows[ROUTE]
    kept = stated_route(route) if case["given"]["stated_only"] else route
    assert case["expected"] == [
        [
            *(leg.from_id, leg.to_id, str(leg.basis), leg_text(route, leg)),
            source_text(leg_source(route, leg)),
        ]
        for leg in (legs(kept) if kept else ())
    ]


@pytest.mark.parametrize("case", cases("basis", "days"))
def test_how_a_day_is_known(case: Case) -> None:
    whole = dataset_of(case["data"])
    event = whole.event_rows[case["event"]]
    said = event_sentences(whole, event, case["given"]["stated_only"])
    assert said["day_basis"] == case["expected"]


def read(query: str, dataset: Any) -> tuple[dict[str, Any], int, list[str]]:
    """Read an address as the app does."""
    asked = {name: values[-1] for name, values in parse_qs(query).items()}
    asked, became = renewed(asked, dataset)
    selection, notices = parse_query(asked, dataset)
    said = [*became, *(one for one in notices if one == BEFORE_ROLES)]
    ignored = [one for one in notices if one != BEFORE_ROLES]
    shown = shown_from(asked, dataset, ignored)
    return {**state_of(selection), "view": shown.view, **shown.opened}, len(ignored), said


START = read("", dataset_of())[0] | {"names": "en"}


def differing(state: dict[str, Any]) -> dict[str, Any]:
    return {name: of for name, of in state.items() if of is not None and of != START.get(name)}


@pytest.mark.parametrize("case", cases("link", "reading"))
def test_an_address_is_read(case: Case) -> None:
    found, ignored, said = read(case["query"], dataset_of())
    assert differing(found) == case["expected"]
    assert (ignored, said) == (case["ignored"], case["said"])


@pytest.mark.parametrize("case", cases("link", "writing"))
def test_an_address_is_written(case: Case) -> None:
    assert query_string(selection_of(case["given"]), dataset_of()) == case["expected"]


@pytest.mark.parametrize("case", cases("link", "reading"))
def test_what_was_read_is_written_and_read_again(case: Case) -> None:
    found = read(case["query"], dataset_of())[0]
    again = query_string(selection_of(found_selection(found)), dataset_of())
    assert found_selection(read(again, dataset_of())[0]) == found_selection(found)


def found_selection(state: dict[str, Any]) -> dict[str, Any]:
    return {name: of for name, of in state.items() if name in Selection.__dataclass_fields__}
