"""What is taken away as a place is what the map draws as one."""

from datetime import date

import pytest

from geo.dataset import Dataset, load_dataset
from geo.model.places import SITES
from geo.model.vocabulary import Extent
from geo.rules.placement import mark, path
from geo.selection.map_layers import DEFAULT_LAYERS
from geo.selection.select import select
from geo.selection.selection import Selection
from layers.base.drawn_places import drawn_places

CHOSEN = {
    "everything": Selection(),
    "stated only": Selection(stated_only=True),
    "strikes": Selection(types=frozenset({"airstrike"})),
    "statements": Selection(types=frozenset({"statement", "policy"})),
    "one week": Selection(first_day=date(2017, 5, 15), last_day=date(2017, 5, 21)),
    "no actor": Selection(actors=frozenset()),
    "no route": Selection(layers=DEFAULT_LAYERS - {"routes"}),
}


@pytest.fixture(scope="module")
def atlas() -> Dataset:
    return load_dataset()


@pytest.mark.parametrize("name", CHOSEN)
def test_a_place_that_leaves_is_drawn_at_an_event_on_a_route_or_as_a_site(
    atlas: Dataset, name: str
) -> None:
    chosen = select(atlas, CHOSEN[name])
    stated = CHOSEN[name].stated_only
    waypoints = {w.place_id for route in chosen.route_rows.values() for w in route.waypoints}
    at_events = set()
    for event_id in chosen.event_rows:
        found = mark(atlas, event_id, stated)
        at_events |= {*path(atlas, event_id, stated), *([found.place_id] if found else [])}
    places = {p for p in chosen.place_ids if atlas.gazetteer[p].extent is not Extent.CIRCLE}
    drawn = {place.place_id for place in drawn_places(atlas)} | waypoints
    may = {p for p in drawn if atlas.gazetteer[p].mentions or not stated}
    assert places == may & ({*SITES} | waypoints | at_events)
    assert not {atlas.gazetteer[p].kind for p in places} & {"country", "corridor"}


def test_what_a_statement_is_about_is_no_place_of_it(atlas: Dataset) -> None:
    chosen = select(atlas, Selection(types=frozenset({"statement"}), layers=frozenset({"places"})))
    assert chosen.event_rows
    assert set(chosen.place_ids) == set(SITES)


def test_without_layers_no_place_leaves(atlas: Dataset) -> None:
    assert select(atlas, Selection(layers=frozenset())).place_ids == ()
