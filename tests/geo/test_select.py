"""What a selection shows: OR within a kind, AND across kinds, nothing lost in silence."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from geo.dataset import Dataset
from geo.model.courses import layer_of
from geo.model.vocabulary import DayOf, Match, RouteKind, RouteStatus
from geo.selection.link import to_query
from geo.selection.select import select
from geo.selection.selection import SET_FIELDS, Selection
from tests.geo.test_selection import DATA, selections

G, N = "guardian-2017-05-18", "newarab-2017-05-31"


def shown(dataset: Dataset, **chosen: object) -> set[str]:
    return set(select(dataset, Selection(**chosen)).event_rows)  # type: ignore[arg-type]


@given(selections())
def test_removing_a_filter_never_loses_an_event(selection: Selection) -> None:
    before = set(select(DATA, selection).event_rows)
    for name in SET_FIELDS:
        wider = replace(selection, **{name: None})
        assert before <= set(select(DATA, wider).event_rows)
    without_cursors = replace(selection, cursors={})
    assert before <= set(select(DATA, without_cursors).event_rows)


@given(selections())
def test_widening_the_window_never_loses_an_event(selection: Selection) -> None:
    first, last = selection.first_day, selection.last_day
    week = timedelta(days=7)
    wider = replace(selection, first_day=first and first - week, last_day=last and last + week)
    assert set(select(DATA, selection).event_rows) <= set(select(DATA, wider).event_rows)


@given(selections())
def test_every_row_of_a_selection_belongs_to_an_event_it_shows(selection: Selection) -> None:
    selected = select(DATA, selection)
    events = set(selected.event_rows)
    assert set(selected.matches) == events
    for rows in (selected.claims, selected.participants, selected.event_places):
        assert {row.event_id for row in rows} <= events
    assert all({row.event_id, row.other_id} <= events for row in selected.relations)
    assert list(selected.events["event_id"]) == list(selected.event_rows)


def test_everything_is_on_at_the_start(small: Dataset) -> None:
    assert shown(small) == set(small.event_rows)


@pytest.mark.parametrize("name", [name for name in SET_FIELDS if name != "layers"])
def test_switching_all_of_a_kind_off_shows_no_event(small: Dataset, name: str) -> None:
    assert shown(small, **{name: frozenset()}) == set()


def test_an_event_of_two_articles_shows_while_either_is_on(small: Dataset) -> None:
    assert "strike-2017-05-18" in shown(small, articles={N})
    assert "strike-2017-05-18" in shown(small, articles={G})
    assert "strike-2017-05-18" not in shown(small, articles={"almashareq-2021-02-26"})


def test_claims_of_other_articles_on_an_event_that_shows_stay(small: Dataset) -> None:
    selected = select(small, Selection(articles=frozenset({N})))
    voices = {claim.article_id for claim in selected.claims_of("strike-2017-05-18")}
    assert len(voices) == 3


def test_an_actor_brings_its_descendants(small: Dataset) -> None:
    assert shown(small, actors={"iran"}) == {
        "convoy-advance-2017-05",
        "hezbollah-reinforcement-2017-05",
        "shipment-2021-02-22",
    }


def test_a_voice_does_not_make_an_event_show(small: Dataset) -> None:
    assert shown(small, actors={"fars", "sohr"}) == set()


def test_where_nobody_is_named_the_reserved_actor_stands_in(small: Dataset) -> None:
    assert shown(small, actors={"unnamed"}) == {
        "erbil-attack-2021-02-15",
        "corridor-shift-2017-05",
        "arms-2017-05",
    }
    assert shown(small, actors={"unnamed"}, role="any") == {"corridor-shift-2017-05"}


def test_kinds_are_joined_by_and(small: Dataset) -> None:
    found = shown(small, actors={"us-military"}, types={"airstrike"}, sides={"us-coalition"})
    assert found == {"strike-2017-05-18", "strike-2021-02-25"}


def test_standing_can_be_selected(small: Dataset) -> None:
    assert shown(small, standings={"disputed"}) == {"erbil-attack-2021-02-15"}


def test_the_stops_of_an_article_are_in_time_order(small: Dataset) -> None:
    assert small.stops_of(G) == (
        "corridor-shift-2017-05",
        "convoy-advance-2017-05",
        "hezbollah-reinforcement-2017-05",
        "strike-2017-05-18",
        "support-since-2017-05-18",
    )


def test_a_cursor_hides_what_its_article_has_not_reached(small: Dataset) -> None:
    found = shown(small, articles={G}, cursors={G: 2})
    assert found == {"corridor-shift-2017-05", "convoy-advance-2017-05"}


def test_a_cursor_leaves_the_other_articles_alone(small: Dataset) -> None:
    assert "strike-2017-05-18" in shown(small, cursors={G: 0})
    assert "strike-2017-05-18" not in shown(small, articles={G}, cursors={G: 0})


def test_an_undated_event_is_always_reached(small: Dataset) -> None:
    assert shown(small, articles={N}, cursors={N: 0}) == {"arms-2017-05"}


def test_a_cursor_in_a_selection_still_counts_the_stops_of_the_whole(small: Dataset) -> None:
    selected = select(small, Selection(types=frozenset({"airstrike"}), cursors={G: 0}))
    assert selected.stops_of(G) == small.stops_of(G)
    assert selected.selection is not None
    assert to_query(selected.selection, selected)["cursors"] == f"{G}.none"


def test_a_selection_of_a_selection_starts_from_the_whole(small: Dataset) -> None:
    narrow = select(small, Selection(actors=frozenset()))
    assert set(select(narrow, Selection()).event_rows) == set(small.event_rows)


def test_a_window_tells_certain_from_possible(small: Dataset) -> None:
    day = date(2017, 5, 18)
    matches = select(small, Selection(first_day=day, last_day=day)).matches
    assert matches["strike-2017-05-18"] == "certain"
    assert matches["corridor-shift-2017-05"] == "possible"
    assert matches["arms-2017-05"] == "possible"
    assert "strike-2021-02-25" not in matches


@given(selections())
def test_a_reported_day_is_always_known(selection: Selection) -> None:
    by_report = select(DATA, replace(selection, day_of=DayOf.REPORTED))
    assert set(by_report.matches.values()) <= {Match.CERTAIN}
    whole_time = replace(selection, first_day=None, last_day=None)
    assert set(by_report.event_rows) <= set(select(DATA, whole_time).event_rows)


def test_by_reports_an_event_shows_on_the_days_of_its_articles_alone(small: Dataset) -> None:
    def reported(day: date, **chosen: object) -> set[str]:
        window = {"first_day": day, "last_day": day}
        return shown(small, day_of="reported", **window, **chosen)

    published = date(2017, 5, 31)
    assert "strike-2017-05-18" in reported(published)
    assert "strike-2017-05-18" not in reported(published, articles={G})
    assert "strike-2017-05-18" not in reported(published, cursors={N: 0})
    assert "arms-2017-05" in reported(published, cursors={N: 0})
    assert reported(date(2017, 5, 19)) == set()


def test_imported_events_move_without_the_articles(small: Dataset) -> None:
    assert shown(small, imported_until=date(2001, 1, 1)) == shown(small)


def test_only_what_the_articles_say_moves_an_external_day(small: Dataset) -> None:
    window = {"first_day": date(2017, 5, 27), "last_day": date(2017, 5, 28)}
    assert "leaflets-2017-05" in shown(small, **window)
    assert "leaflets-2017-05" not in shown(small, **window, stated_only=True)


def test_both_courses_and_roads_that_exist_stay_in_every_window(small: Dataset) -> None:
    window = {"first_day": date(2021, 2, 1), "last_day": date(2021, 2, 28)}
    assert set(select(small, Selection(**window)).route_rows) == set(small.route_rows)


def test_both_courses_and_roads_that_exist_stay_whoever_is_off(small: Dataset) -> None:
    chosen = select(small, Selection(actors=frozenset({"us-military"}), sides=frozenset()))
    assert set(chosen.route_rows) == set(small.route_rows)


def test_a_route_that_no_event_names_goes_with_its_actors(small: Dataset) -> None:
    road = small.route_rows["damascus-baghdad-highway"]
    axis = road.model_copy(
        update={"kind": RouteKind.AXIS, "status": RouteStatus.PLANNED, "actor_ids": ("iran",)}
    )
    whole = replace(small, route_rows={**small.route_rows, axis.route_id: axis})
    rows = {
        event_id: row.model_copy(update={"route_ids": ()})
        for event_id, row in small.event_rows.items()
    }
    whole = replace(whole, event_rows=rows)
    for actor_id, there in (("iran", True), ("us-military", False)):
        chosen = select(whole, Selection(actors=frozenset({actor_id})))
        assert (axis.route_id in chosen.route_rows) is there


@pytest.mark.parametrize(
    ("route_id", "layer"),
    [
        ("corridor-original", "corridor-original"),
        ("corridor-shifted-branch", "corridor-shifted"),
        ("damascus-baghdad-highway", "routes"),
    ],
)
def test_a_route_has_one_layer_and_goes_with_it(small: Dataset, route_id: str, layer: str) -> None:
    assert layer_of(route_id) == layer
    others = frozenset({"corridor-original", "corridor-shifted", "routes"}) - {layer}
    assert route_id in select(small, Selection(layers=frozenset({layer}))).route_rows
    assert route_id not in select(small, Selection(layers=others)).route_rows


def test_layers_do_not_touch_events(small: Dataset) -> None:
    bare = select(small, Selection(layers=frozenset()))
    assert set(bare.event_rows) == set(small.event_rows)
    assert (bare.place_ids, bare.route_rows) == ((), {})


def test_only_what_the_articles_say_leaves_stated_waypoints(small: Dataset) -> None:
    routes = select(small, Selection(stated_only=True)).route_rows
    original = [waypoint.place_id for waypoint in routes["corridor-original"].waypoints]
    assert original == ["tehran", "kurdish-north-east", "southern-lebanon"]
    assert len(routes["corridor-original"].coordinates) == 3
    assert "corridor-shifted-branch" not in routes


def test_the_four_sites_are_always_among_the_places(small: Dataset) -> None:
    places = select(small, Selection(actors=frozenset())).place_ids
    assert {"al-tanf", "albu-kamal", "deir-ez-zor", "mayadin"} <= set(places)
    assert "erbil-airport" not in places


def test_only_what_the_articles_say_hides_places_that_none_names(small: Dataset) -> None:
    everything = set(select(small, Selection()).place_ids)
    stated = set(select(small, Selection(stated_only=True)).place_ids)
    assert {"strike-site-2017-05-18", "qamishli", "deconfliction-zone"} <= everything - stated
    assert "al-tanf" in stated
