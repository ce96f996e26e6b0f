"""What is typed finds imported events by the rules of the articles' events, however written."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.dataset import Dataset, load_dataset
from geo.eventset.event_set import EventSet
from geo.eventset.find import Listing, found_rows, search_index
from geo.eventset.select import select_events
from geo.selection.folding import Findable, consonants, is_found, sought, spellings, words
from geo.selection.selection import Selection
from tests.geo.importing import event_set

WHOLE = load_dataset()
LETTERS = "abklrtz AEIOU  -'’ʾ0٣دير الزور قكیةىﷺ́Σςßİ😀𝒜"
NAMES = [name for row in WHOLE.gazetteer.values() for name in spellings([row])]
CELL = st.one_of(st.text(LETTERS, max_size=24), st.sampled_from(NAMES)).map(
    lambda text: " ".join(text.split())
)
ACTORS = st.lists(st.sampled_from(sorted(WHOLE.actors)), max_size=2, unique=True).map("|".join)
ROW = st.fixed_dictionaries(
    {
        "title": CELL.map(lambda text: text or "Untitled"),
        "place": CELL,
        "source": CELL,
        "note": CELL,
        "actor_ids": ACTORS,
    }
)
ROWS = st.lists(ROW, min_size=1, max_size=8)
SOUGHT = st.one_of(
    st.text(LETTERS, max_size=12),
    st.sampled_from(NAMES).flatmap(lambda name: st.integers(1, 12).map(lambda n: name[:n])),
)


def one_by_one(found: EventSet, text: str) -> list[bool]:
    """Ask the rule of the articles' events of each event."""
    what = sought(text)
    texts = found.texts
    verdicts = []
    for row, combination in enumerate(found.combination):
        actors = [
            WHOLE.actors[one]
            for one in found.combinations[combination].actors
            if one in WHOLE.actors
        ]
        names = [*spellings(actors), texts.place[row]]
        told = [texts.title[row], texts.source[row], texts.note[row], *names]
        entry = Findable(
            frozenset(word for one in told for word in words(one)),
            frozenset(map(consonants, names)),
        )
        verdicts.append(is_found(entry, what))
    return verdicts


@settings(max_examples=150)
@given(ROWS, st.lists(SOUGHT, min_size=1, max_size=4))
def test_every_event_gets_the_verdict_of_the_articles_rule(
    rows: list[dict[str, str]], asked: list[str]
) -> None:
    found = event_set(WHOLE, *rows)
    for text in asked:
        chosen = found_rows(found, text, WHOLE)
        if not sought(text).words:
            assert chosen is None
        else:
            assert chosen is not None
            assert chosen.tolist() == one_by_one(found, text), text


@given(ROWS)
def test_a_listing_is_in_order_and_holds_every_word_once(rows: list[dict[str, str]]) -> None:
    found = event_set(WHOLE, *rows)
    for listing in vars(search_index(found)).values():
        assert list(listing.words) == sorted(set(listing.words))
        assert listing.starts[0] == 0 and listing.starts[-1] == len(listing.rows)
        for first, end in pairwise(listing.starts.tolist()):
            stands = listing.rows[first:end].tolist()
            assert stands and stands == sorted(set(stands))
            assert stands[0] >= 0 and stands[-1] < len(found)


@given(ROWS, SOUGHT, SOUGHT)
def test_more_words_never_find_more_and_less_of_a_word_never_fewer(
    rows: list[dict[str, str]], text: str, more: str
) -> None:
    found = event_set(WHOLE, *rows)
    few, all_ = sought(text).words, sought(f"{text} {more}").words
    if not few or sought(f"{text} {more}").consonants or set(few) - set(all_):
        return
    narrow, wide = found_rows(found, f"{text} {more}", WHOLE), found_rows(found, text, WHOLE)
    assert narrow is not None and wide is not None
    assert not (narrow & ~wide).any()


STRIKE = {"title": "Air strike", "place": "Dayr az Zawr", "source": "Reuters", "note": "Two dead"}
PARADE = {"title": "Parade", "place": "", "actor_ids": "kataib-hizballah", "note": "ibn al-Walid"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("strike", [True, False], id="title"),
        pytest.param("STRI air", [True, False], id="begun, in any order"),
        pytest.param("strike parade", [False, False], id="every word in one event"),
        pytest.param("trike", [False, False], id="not within a word"),
        pytest.param("dead reut", [True, False], id="note and source"),
        pytest.param("Deir ez-Zor", [True, False], id="a place by its consonants"),
        pytest.param("Kata'ib Hezbollah", [False, True], id="an actor in another spelling"),
        pytest.param("parade kataib", [False, True], id="title and actor"),
        pytest.param("walid", [False, True], id="behind the article"),
        pytest.param("", [True, True], id="nothing"),
        pytest.param(" -- ", [True, True], id="signs"),
        pytest.param("unnamed", [False, False], id="nobody is called unnamed"),
    ],
)
def test_what_is_typed_chooses(text: str, shown: list[bool]) -> None:
    found = event_set(WHOLE, STRIKE, PARADE)
    chosen = select_events(found, Selection(find=text), WHOLE)
    assert (chosen > 0).tolist() == shown


def test_filters_and_search_both_hold() -> None:
    found = event_set(WHOLE, STRIKE | {"type": "airstrike"}, STRIKE)
    some: dict[str, Any] = {"types": {"airstrike"}}
    assert select_events(found, Selection(find="strike", **some), WHOLE).tolist() == [1, 0]
    assert not select_events(found, Selection(find="parade", **some), WHOLE).any()


def test_what_events_are_found_by_is_worked_out_once_and_not_before(
    small: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[EventSet] = []

    def counting(found: EventSet) -> object:
        made.append(found)
        return search_index(found)

    monkeypatch.setattr("geo.eventset.find.search_index", counting)
    found = event_set(small, {}, {})
    select_events(found, Selection(), small)
    assert made == []
    for text in ("event", "event 1"):
        select_events(found, Selection(find=text), small)
    assert len(made) == 1


def test_a_beginning_takes_all_words_that_begin_so() -> None:
    listing = Listing(
        ("a", "ab", "ab\U0010fffe", "b"), np.array([0, 1, 2, 3, 4]), np.arange(4, dtype=np.int32)
    )
    assert listing.beginning_with("ab").tolist() == [1, 2]
    assert listing.beginning_with("").tolist() == [0, 1, 2, 3]
    assert listing.beginning_with("c").tolist() == []
