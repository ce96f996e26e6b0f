"""Who counts in an event or a route, and what is left of it when sides and actors are off."""

from dataclasses import replace

import pytest
from hypothesis import given

from geo.dataset import Dataset, load_dataset
from geo.model.vocabulary import ParticipantRole, Role, RouteStatus, Side
from geo.rules.parts import event_parts, is_on, narrowest_roles, route_parts
from geo.selection.select import select
from geo.selection.selection import Selection
from tests.geo.test_selection import DATA, selections
from tests.twins.given import EVENT, dataset_of

WHOLE = load_dataset()


def test_every_role_of_a_participant_counts_for_some_role_and_all_for_any() -> None:
    for role in ParticipantRole:
        changed = dataset_of({"participants": f"us-military:{role}"})
        assert len(narrowest_roles(changed, EVENT)) == 1


def test_a_wider_role_never_loses_who_counts() -> None:
    for event_id in WHOLE.event_rows:
        did, target, anyone = (
            {part for part in event_parts(WHOLE, event_id, role) if "unnamed" not in part.switches}
            for role in Role
        )
        assert did <= target <= anyone


def test_a_road_that_exists_and_the_courses_stay_with_all_sides_off(small: Dataset) -> None:
    road = small.route_rows["damascus-baghdad-highway"]
    assert route_parts(small, road) == ()
    shown = select(small, Selection(sides=frozenset())).route_rows
    assert set(shown) == {
        "corridor-original",
        "corridor-shifted",
        "corridor-shifted-branch",
        "damascus-baghdad-highway",
    }


def test_a_route_that_no_event_names_goes_with_the_side_of_its_actors(small: Dataset) -> None:
    road = small.route_rows["damascus-baghdad-highway"]
    taken = {"status": RouteStatus.HAPPENED, "actor_ids": ("hezbollah",)}
    unnamed = {
        event_id: event.model_copy(update={"route_ids": ()})
        for event_id, event in small.event_rows.items()
    }
    changed = replace(
        small,
        event_rows=unnamed,
        route_rows=small.route_rows | {road.route_id: road.model_copy(update=taken)},
    )
    without = Selection(sides=frozenset(Side) - {Side.IRAN_ALIGNED})
    assert road.route_id in select(changed, Selection()).route_rows
    assert road.route_id not in select(changed, without).route_rows


@given(selections())
def test_what_is_shown_has_one_who_counts_and_is_on(selection: Selection) -> None:
    for event_id in select(DATA, selection).event_rows:
        parts = event_parts(DATA, event_id, selection.role)
        assert is_on(parts, selection.sides, selection.actors)


@given(selections())
def test_without_a_side_nothing_is_left_that_only_it_did(selection: Selection) -> None:
    for side in Side:
        sides = frozenset(selection.sides or Side) - {side}
        left = select(DATA, replace(selection, sides=sides, role=Role.DID)).event_rows
        for event_id in left:
            doers = [
                row.side or DATA.actors[row.actor_id].side
                for row in DATA.participants
                if row.event_id == event_id and row.role == "initiator"
            ]
            assert set(doers or [Side.OTHER]) != {side}


@pytest.mark.parametrize("side", list(Side))
def test_a_side_alone_and_all_others_make_up_all_events(side: Side) -> None:
    alone = select(WHOLE, Selection(sides=frozenset({side}))).event_rows
    others = select(WHOLE, Selection(sides=frozenset(Side) - {side})).event_rows
    assert {*alone, *others} == set(WHOLE.event_rows)


def test_with_the_coalition_off_its_own_deeds_go_and_those_of_the_us_military_stay() -> None:
    kept = frozenset({*WHOLE.actors, "unnamed"} - {"us-led-coalition", "ryan-dillon"})
    left = select(WHOLE, Selection(actors=kept)).event_rows
    assert {"strike-2017-05-18", "strike-2021-02-25", "erbil-attack-2021-02-15"} <= set(left)
