"""The packed search holds exactly the index, byte by byte as the browser reads it."""

import struct
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dataset import Dataset
from geo.eventset.find import Listing, SearchIndex, search_index
from layers.packed.event_set import packed
from layers.packed.search import search_file
from tests.geo.importing import event_set
from tests.layers.conftest import HOSTILE

MOST_ROWS = 200_000
WORD = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=6)
ROWS = st.sets(st.one_of(st.integers(0, 300), st.integers(0, MOST_ROWS - 1)), min_size=1)
LISTINGS = st.dictionaries(WORD, ROWS.map(sorted), max_size=8).map(
    lambda by_word: listing(dict(sorted(by_word.items())))
)


def listing(by_word: dict[str, list[int]]) -> Listing:
    rows = [row for stands in by_word.values() for row in stands]
    starts = np.cumsum([0, *map(len, by_word.values())], dtype=np.int64)
    return Listing(tuple(by_word), starts, np.array(rows, dtype=np.int32))


def read_listing(data: bytes, start: int) -> tuple[dict[str, list[int]], int]:
    """Read a listing as the browser does; answers with where the next one begins."""
    count, length = struct.unpack_from("<2I", data, start)
    offsets = struct.unpack_from(f"<{count + 1}I", data, start + 8)
    at = start + 8 + 4 * (count + 1)
    assert at % 4 == length % 4 == 0 and offsets[0] == 0 and offsets[-1] <= length
    assert not data[at + offsets[-1] : at + length].strip(b"\0")
    found = {}
    for first, end in pairwise(offsets):
        word, _, steps = data[at + first : at + end].partition(b"\0")
        rows, row, shift = [], 0, 0
        for byte in steps:
            row += (byte & 127) << shift
            shift += 7
            if byte < 128:
                rows.append(row)
                shift = 0
        assert shift == 0
        found[word.decode()] = rows
    return found, at + length


def read(data: bytes) -> tuple[int, list[dict[str, list[int]]]]:
    magic, version, count, zero = struct.unpack_from("<4s3I", data)
    assert (magic, version, zero) == (b"CAFI", 2, 0)
    words, end = read_listing(data, 16)
    names, end = read_listing(data, end)
    assert end == len(data)
    return count, [words, names]


def held(one: Listing) -> dict[str, list[int]]:
    bounds = pairwise(one.starts.tolist())
    return {
        word: one.rows[first:end].tolist()
        for word, (first, end) in zip(one.words, bounds, strict=True)
    }


@given(LISTINGS, LISTINGS)
def test_what_is_packed_is_what_is_read(words: Listing, names: Listing) -> None:
    data = search_file(SearchIndex(words, names), MOST_ROWS)
    assert read(data) == (MOST_ROWS, [held(words), held(names)])


@pytest.mark.parametrize("row", [0, 1, 127, 128, 16_383, 16_384, MOST_ROWS - 1, 2**21, 2**31 - 1])
def test_every_row_fits(row: int) -> None:
    one = listing({"word": [0, row] if row else [0]})
    assert read(search_file(SearchIndex(one, one), row + 1))[1] == [held(one), held(one)]


def test_words_stand_in_the_order_of_their_bytes(dataset: Dataset) -> None:
    # In UTF-16 the second would come behind the third.
    odd = ["é e z", "\ufa0e", "𐤀 𠀋", "دير", *HOSTILE.split()]
    found = event_set(dataset, *({"title": title} for title in odd))
    _, (words, _) = read(packed(found)[2].content)
    assert [word.encode() for word in words] == sorted(word.encode() for word in words)
    assert list(words) == list(search_index(found).words.words)
    assert not any("\0" in word for word in words)


def test_a_set_without_a_word_is_packed_too(dataset: Dataset) -> None:
    found = event_set(dataset, {"title": "!?"})
    assert read(packed(found)[2].content) == (1, [{}, {}])


def test_the_file_is_named_by_what_it_holds(dataset: Dataset) -> None:
    one, again, other = (
        packed(event_set(dataset, {"title": title}))[2] for title in ("One", "One", "Other")
    )
    assert one == again and one.name != other.name
    assert one.name.startswith("imported-search-") and one.name.endswith(".bin")
