"""The table says what the selection says, and no cell of it is a formula."""

from dataclasses import replace
from datetime import date

import pytest

from geo.dataset import Dataset, load_dataset
from geo.select import select
from geo.selection import Selection
from panels.table import inert, rows

WHOLE = load_dataset()


def row(dataset: Dataset, title: str) -> dict[str, str]:
    found = rows(dataset)
    return dict(found[found["What"] == title].iloc[0])


def test_only_what_the_articles_say_reaches_days_places_and_order() -> None:
    title = WHOLE.event_rows["strike-2017-06-08"].title
    stated = select(WHOLE, Selection(stated_only=True))
    assert row(WHOLE, title)["When"] == "8 June 2017"
    assert row(stated, title)["When"] == "some day between 5 and 11 June 2017"
    second = WHOLE.event_rows["strike-2017-06-06"].title
    assert row(stated, second)["When"] == "undated"
    order = list(rows(stated)["What"])
    assert order.index(second) > order.index(WHOLE.event_rows["strike-2021-02-25"].title)
    assert order.index(title) < order.index(WHOLE.event_rows["mattis-hearing-2017-06-13"].title)


def test_a_place_that_no_article_names_is_no_word_of_theirs() -> None:
    kept = tuple(
        one
        for one in WHOLE.event_places
        if (one.event_id, one.place_id) != ("strike-2017-05-18", "al-tanf")
    )
    changed = replace(WHOLE, event_places=kept)
    title = WHOLE.event_rows["strike-2017-05-18"].title
    stated = select(changed, Selection(stated_only=True))
    assert row(stated, title)["Where"] == "no place given"


def test_roles_are_named_as_on_the_card() -> None:
    actors = row(WHOLE, WHOLE.event_rows["strike-2017-05-18"].title)["Actors"]
    assert actors.startswith("Carried out by: US military, US-led coalition; Aimed at: ")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_cell_that_begins_as_a_formula_gets_an_apostrophe(text: str) -> None:
    assert inert(text) == f"'{text}"
    event = WHOLE.event_rows["strike-2017-05-18"].model_copy(update={"title": text})
    changed = replace(WHOLE, event_rows=WHOLE.event_rows | {"strike-2017-05-18": event})
    assert f"'{text}" in set(rows(changed)["What"])


@pytest.mark.parametrize("text", ["", "18 May 2017", "a = b", "'x"])
def test_any_other_cell_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


def test_no_event_makes_an_empty_table() -> None:
    day = date(1990, 1, 1)
    nothing = select(WHOLE, Selection(actors=frozenset(), first_day=day, last_day=day))
    assert rows(nothing).empty
