"""What is typed finds its events, however names are spelt."""

from geo.dataset import load_dataset
from geo.selection.find import findables
from geo.selection.folding import MOST_LETTERS, is_found, sought, tidy
from geo.selection.link import to_query
from geo.selection.select import select
from geo.selection.selection import Selection

WHOLE = load_dataset()


def found(text: str) -> set[str]:
    return set(select(WHOLE, Selection(find=text)).event_rows)


def test_words_may_come_in_any_order_and_begun() -> None:
    assert found("strike al-tanf") == found("TANF stri") != set()
    assert found("qqqq") == set()
    assert found("") == found("  -- ") == set(WHOLE.event_rows)


def test_what_is_typed_is_tidied() -> None:
    assert tidy("  a\u200f\tb\u0000\n c ") == "a b c"
    assert len(tidy("x" * 500)) == MOST_LETTERS
    assert to_query(Selection(find=" a  b "), WHOLE) == {"find": "a b"}


def test_everything_is_found_by_its_own_title() -> None:
    for event_id, entry in findables(WHOLE).items():
        assert is_found(entry, sought(WHOLE.event_rows[event_id].title)), event_id
