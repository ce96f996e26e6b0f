"""One table of filters: each of its rows reaches link, selection and imported events."""

from dataclasses import fields

import pytest

from geo.dataset import Dataset
from geo.selection.facet import Facet
from geo.selection.facets import FACETS, WORD_COLUMNS, in_words
from geo.selection.link import parse_query, to_query
from geo.selection.map_layers import LAYERS
from geo.selection.select import asked_of, select
from geo.selection.selection import SET_FIELDS, Selection
from tests.geo.importing import event_set

NAMED = pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.name)


def test_a_selection_has_each_filter_once() -> None:
    assert tuple(facet.name for facet in FACETS) == SET_FIELDS
    assert [one.name for one in fields(Selection)][: len(SET_FIELDS)] == list(SET_FIELDS)


@NAMED
def test_every_value_of_a_filter_survives_a_link(facet: Facet, small: Dataset) -> None:
    assert facet.label
    assert facet.one
    for value in facet.known_values(small):
        selection = Selection(**{facet.name: frozenset({value})})  # type: ignore[arg-type]
        assert parse_query(to_query(selection, small), small) == (selection, [])


@NAMED
def test_a_value_that_a_filter_does_not_know_is_named(facet: Facet, small: Dataset) -> None:
    _, notices = parse_query({facet.name: "nothing-of-the-kind", "role": "did"}, small)
    assert notices == [
        f"The link's {facet.name} value 'nothing-of-the-kind' is not known and is ignored."
    ]


@pytest.mark.parametrize("facet", [one for one in FACETS if one.values], ids=lambda one: one.name)
def test_a_filter_shows_the_events_that_have_one_of_its_values(
    facet: Facet, small: Dataset
) -> None:
    facts = asked_of(small)
    for value in facet.rows(small):
        selection = Selection(**{facet.name: frozenset({value})})  # type: ignore[arg-type]
        having = {event_id for event_id, fact in facts.items() if value in fact.values[facet.name]}
        assert set(select(small, selection).event_rows) == having


@NAMED
def test_every_value_that_an_event_has_is_one_that_the_filter_lists(
    facet: Facet, small: Dataset
) -> None:
    for fact in asked_of(small).values():
        assert fact.values.get(facet.name, frozenset()) <= set(facet.rows(small))


def test_a_cell_of_an_imported_table_holds_a_word_that_the_filter_lists(small: Dataset) -> None:
    (combination,) = event_set(small, {}).combinations
    for facet, column in WORD_COLUMNS:
        assert combination.by_column()[column.name] == column.empty
        assert {str(word) for word in column.words} == set(facet.rows(small))
        assert set(column.labels) == set(column.words)


def test_no_two_filters_are_told_or_listed_at_one_place() -> None:
    for places in (
        [facet.list_at for facet in FACETS if facet.list_at is not None],
        [facet.words_at for facet in in_words()],
        [facet.label for facet in FACETS],
    ):
        assert len(set(places)) == len(places)


def test_the_layers_of_a_link_are_those_of_the_list(small: Dataset) -> None:
    (layers,) = (facet for facet in FACETS if facet.name == "layers")
    assert tuple(layers.rows(small)) == LAYERS
