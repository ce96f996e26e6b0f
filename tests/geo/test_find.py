"""What is typed finds its events, however names are spelt."""

import pytest

from geo.dataset import load_dataset
from geo.find import MOST_LETTERS, consonants, findables, is_found, sought, tidy, words
from geo.select import select
from geo.selection import Selection

WHOLE = load_dataset()


def found(text: str) -> set[str]:
    return set(select(WHOLE, Selection(find=text)).event_rows)


def at(place_id: str) -> set[str]:
    return {row.event_id for row in WHOLE.event_places if row.place_id == place_id}


@pytest.mark.parametrize(
    "text", ["Deir ez-Zor", "Deir Azzour", "Dayr az Zawr", "deir ezzor", "دير الزور", "DEIR AZ ZOR"]
)
def test_every_spelling_finds_the_town(text: str) -> None:
    assert at("deir-ez-zor")
    assert at("deir-ez-zor") <= found(text) < set(WHOLE.event_rows)


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("al-Mayadin", "mayadin"),
        ("el Mayadeen", "mayadin"),
        ("الميادين", "mayadin"),
        ("Tanf", "al-tanf"),
        ("At Tanf", "al-tanf"),
        ("Abu Kamal", "albu-kamal"),
        ("Albukamal", "albu-kamal"),
        ("Bukamal", "albu-kamal"),
        ("البوكمال", "albu-kamal"),
        ("أَلْبُو كَمال", "albu-kamal"),
    ],
)
def test_a_place_is_found(text: str, place_id: str) -> None:
    assert at(place_id)
    assert at(place_id) <= found(text) < set(WHOLE.event_rows)


def test_actors_are_found_by_their_aliases() -> None:
    who = {row.event_id for row in WHOLE.participants if row.actor_id == "kataib-hizballah"}
    assert who
    for text in ("Kataib Hizballah", "Kata'ib Hezbollah", "Kataʾib Hizbullah"):
        assert who <= found(text)


def test_words_may_come_in_any_order_and_begun() -> None:
    assert found("strike al-tanf") == found("TANF stri") != set()
    assert found("qqqq") == set()
    assert found("") == found("  -- ") == set(WHOLE.event_rows)


def test_an_article_alone_is_looked_for_as_it_is() -> None:
    assert sought("al").words == ("al",)
    assert sought("al-Tanf").words == ("tanf",)


def test_few_consonants_prove_nothing() -> None:
    assert sought("Deir").consonants == ""
    assert sought("Dara").consonants == ""
    assert sought("Dayr az Zawr").consonants == consonants("Deir Azzour") == "drzr"


def test_what_is_typed_is_tidied() -> None:
    assert tidy("  a\u200f\tb\u0000\n c ") == "a b c"
    assert len(tidy("x" * 500)) == MOST_LETTERS
    assert Selection(find=" a  b ").to_query(WHOLE) == {"find": "a b"}


def test_folding_forgets_accents_case_and_signs() -> None:
    assert words("Kata'ib Ḥizb-Allāh (2017)") == ("kataib", "hizb", "allah", "2017")
    assert words("الْقَائِم") == ("قايم",)


def test_everything_is_found_by_its_own_title() -> None:
    for event_id, entry in findables(WHOLE).items():
        assert is_found(entry, sought(WHOLE.event_rows[event_id].title)), event_id
