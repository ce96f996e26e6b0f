"""Python's answers to the cases that the browser answers too (tests/web)."""

from datetime import date
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl

import pytest

from geo.eventset.select import MATCHES, select_events
from geo.export.inert import as_it_was, inert
from geo.model.problems import DataError
from geo.model.time_order import in_time_order
from geo.model.vocabulary import Match, Role, SpanKind
from geo.rules.parts import actor_ids_known, event_parts, route_parts, switches
from geo.rules.spans import Span, match, span_of
from geo.selection.folding import consonants, sought, tidy, words
from geo.selection.renewed import renewed
from geo.selection.select import select
from geo.selection.selection import Selection
from geo.selection.shown_routes import stated_route
from geo.sentences.distance import distance_text
from tests.geo.importing import event_set
from tests.twins import SUBJECTS, cases, lists, subject
from tests.twins.given import EVENT, ROUTE, dataset_of, imported_span, selection_of

Case = dict[str, Any]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def test_every_case_says_why_it_is_there_and_once() -> None:
    for name in SUBJECTS:
        assert subject(name)["about"].endswith(".")
        for _, found in lists(name):
            whys = [case["why"] for case in found]
            assert all(whys) and len(set(whys)) == len(whys)


@pytest.mark.parametrize("case", cases("select"))
def test_select(case: Case) -> None:
    matches = select(dataset_of(), selection_of(case["given"])).matches
    for how in (Match.CERTAIN, Match.POSSIBLE):
        assert [key for key, found in matches.items() if found is how] == case[how]


@pytest.mark.parametrize("case", cases("parts"))
def test_parts(case: Case) -> None:
    shown = select(dataset_of(case["data"]), selection_of(case["given"]))
    assert (EVENT in shown.event_rows) == case["expected"]


@pytest.mark.parametrize("case", cases("routes"))
def test_a_route(case: Case) -> None:
    shown = select(dataset_of(case["data"]), selection_of(case["given"]))
    assert (ROUTE in shown.route_rows) == case["expected"]


@pytest.mark.parametrize("case", cases("routes", "stated"))
def test_a_route_of_which_only_the_articles_count(case: Case) -> None:
    whole = dataset_of(case["data"])
    kept = stated_route(whole.route_rows[ROUTE])
    assert ([one.place_id for one in kept.waypoints] if kept else []) == case["expected"]
    shown = select(whole, selection_of({"stated_only": True}))
    assert (ROUTE in shown.route_rows) == bool(case["expected"])


def span(name: str) -> tuple[Span, Case]:
    given = subject("spans")["spans"][name]
    kind, *days = given["written"]
    return span_of(kind and SpanKind(kind), *map(day, days)), given


@pytest.mark.parametrize("name", subject("spans")["spans"])
def test_a_span(name: str) -> None:
    found, given = span(name)
    core, hull = map(day, given["core"]), map(day, given["hull"])
    assert found == Span(given["lasted"], *core, *hull)
    assert found.dated == given["dated"]


@pytest.mark.parametrize("case", cases("spans"))
def test_a_window(case: Case) -> None:
    assert match(span(case["span"])[0], *map(day, case["window"])) == case["expected"]


@pytest.mark.parametrize("case", cases("spans"))
def test_a_window_of_imported_events(case: Case) -> None:
    if not span(case["span"])[1]["in_files"]:
        with pytest.raises(DataError):
            imported_span(span(case["span"])[1]["written"])
        return
    first_day, last_day = map(day, case["window"])
    chosen = Selection(first_day=first_day, last_day=last_day)
    [code] = select_events(imported_span(span(case["span"])[1]["written"]), chosen, dataset_of())
    assert MATCHES[code] == case["expected"]


@pytest.mark.parametrize("case", cases("find", "folding"))
def test_what_is_typed_is_folded(case: Case) -> None:
    text = case["text"]
    found = (tidy(text), list(words(tidy(text))), consonants(tidy(text)))
    assert found == (case["tidy"], case["words"], case["consonants"])


@pytest.mark.parametrize("case", cases("find", "sought"))
def test_what_is_looked_for(case: Case) -> None:
    found = sought(case["text"])
    assert (list(found.words), found.consonants) == (case["words"], case["consonants"])


@pytest.mark.parametrize("case", cases("find", "finding"))
def test_what_is_found(case: Case) -> None:
    assert list(select(dataset_of(), Selection(find=case["text"])).event_rows) == case["expected"]


@pytest.mark.parametrize("case", cases("find", "every"))
def test_every_spelling_finds_all_there_is(case: Case) -> None:
    whole = dataset_of({"collection": "five articles"})
    at = {row.event_id for row in whole.event_places if row.place_id == case.get("place")}
    by = {row.event_id for row in whole.participants if row.actor_id == case.get("actor")}
    assert at | by
    assert (
        at | by
        <= set(select(whole, Selection(find=case["text"])).event_rows)
        < set(whole.event_rows)
    )


@pytest.mark.parametrize("case", cases("renamed"))
def test_a_link_from_before(case: Case) -> None:
    whole = dataset_of(subject("renamed")["data"])
    found, notices = renewed(dict(parse_qsl(case["query"], keep_blank_values=True)), whole)
    assert found == dict(parse_qsl(case["expected"], keep_blank_values=True))
    assert notices == case["said"]


@pytest.mark.parametrize("case", cases("distance"))
def test_a_distance(case: Case) -> None:
    assert distance_text(case["km"], case["area_km"]) == case["expected"]


@pytest.mark.parametrize("case", cases("inert"))
def test_a_cell(case: Case) -> None:
    assert inert(case["text"]) == case["expected"]
    assert as_it_was(case["expected"]) == case["text"]


@pytest.mark.parametrize("case", cases("lineage", "switches"))
def test_what_switches_an_actor(case: Case) -> None:
    found = switches(dataset_of(case.get("data")), case["actor"])
    assert sorted(found) == case["expected"]


@pytest.mark.parametrize("case", cases("lineage", "known"))
def test_what_a_selection_may_hold(case: Case) -> None:
    assert (case["id"] in actor_ids_known(dataset_of())) == case["expected"]


def parts_of(words: list[str]) -> set[tuple[str, frozenset[str]]]:
    pairs = (word.split(":") for word in words)
    return {(side, switches(dataset_of(), actor_id)) for side, actor_id in pairs}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("case", cases("lineage", "events"))
def test_who_counts_in_an_event(case: Case, role: Role) -> None:
    found = event_parts(dataset_of(case["data"]), EVENT, role)
    assert len(found) == len(case["expected"][role])
    assert set(found) == parts_of(case["expected"][role])


@pytest.mark.parametrize("case", cases("lineage", "routes"))
def test_whose_route_it_is(case: Case) -> None:
    whole = dataset_of(case["data"])
    assert set(route_parts(whole, whole.route_rows[ROUTE])) == parts_of(case["expected"])


def in_order(events: list[Any]) -> list[str]:
    """Put undated events behind those that a slider stops at."""
    undated = [one.event_id for one in events if not (one.first_day or one.last_day)]
    return [*in_time_order(events), *sorted(undated)]


@pytest.mark.parametrize("case", cases("order", "events"))
def test_the_order_of_time(case: Case) -> None:
    rows: list[Any] = [
        SimpleNamespace(
            event_id=one["id"], first_day=day(one["first_day"]), last_day=day(one["last_day"])
        )
        for one in case["events"]
    ]
    assert in_order(rows) == case["expected"]


@pytest.mark.parametrize("case", cases("order", "events"))
def test_the_order_of_imported_events(case: Case) -> None:
    """Of equal days an imported set keeps the order of its rows; here that of their ids."""
    rows = sorted(case["events"], key=lambda one: one["id"])
    if not rows or any(one["span"] == "within" and None in one.values() for one in rows):
        return
    cells = [{name: of or "" for name, of in one.items() if name != "id"} for one in rows]
    named = [row | {"event_id": one["id"]} for row, one in zip(cells, rows, strict=True)]
    assert list(event_set(dataset_of(), *named).texts.event_id) == case["expected"]


@pytest.mark.parametrize("case", cases("order", "atlases"))
def test_the_order_of_all_events_and_of_stops(case: Case) -> None:
    whole = dataset_of(case.get("data"))
    assert in_order(list(whole.event_rows.values())) == case["expected"]
    assert {one: list(whole.stops_of(one)) for one in whole.articles} == case["stops"]
