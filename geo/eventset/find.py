"""Find imported events by what somebody types: geo/selection/find.py over an index of words."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from geo.eventset.event_set import EventSet
from geo.selection.folding import consonants, sought, spellings, words

if TYPE_CHECKING:
    from geo.dataset import Dataset

Rows = NDArray[np.bool_]

_BEYOND = "\U0010ffff"
"""Sorts behind every letter, and is none."""


@dataclass(frozen=True, eq=False)
class Listing:
    """
    Words, and the rows in which each of them stands.

    Attributes
    ----------
    words
        Each once, in the order of their code points.
    starts
        Where the rows of each begin in ``rows``, and where those of the last end.
    rows
        Positions in the set, for each word in ascending order and none twice.
    """

    words: tuple[str, ...]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]

    def beginning_with(self, part: str) -> NDArray[np.int32]:
        """
        Return the rows of all words that begin so.

        Parameters
        ----------
        part
            Beginning of a word, folded as the words are.

        Returns
        -------
        rows
            In no order; a row stands once for each such word.
        """
        first, end = bisect_left(self.words, part), bisect_left(self.words, part + _BEYOND)
        return self.rows[self.starts[first] : self.starts[end]]


@dataclass(frozen=True, eq=False)
class SearchIndex:
    """
    What the events of a set are found by, their actors apart.

    Attributes
    ----------
    words
        Of title, place, source and note.
    names
        The consonants of the place's name.
    """

    words: Listing
    names: Listing


def search_index(event_set: EventSet) -> SearchIndex:
    """
    List what the events of a set are found by.

    Actors are left out: rows share them by combination, and the tables hold their spellings.

    Parameters
    ----------
    event_set
        The set.

    Returns
    -------
    index
        About a second for 100,000 long rows; the caller keeps it.
    """
    texts = event_set.texts
    cells = zip(texts.title, texts.place, texts.source, texts.note, strict=True)
    # Folding takes the time, and pieces repeat: each is folded once.
    pieces = (" ".join(row).split() for row in cells)
    places = ((place,) if place else () for place in texts.place)
    return SearchIndex(
        _listing(pieces, words),
        _listing(places, lambda place: tuple(filter(None, (consonants(place),)))),
    )


_INDEX: WeakKeyDictionary[EventSet, SearchIndex] = WeakKeyDictionary()


def found_rows(event_set: EventSet, text: str, dataset: "Dataset") -> Rows | None:
    """
    Say which events of a set are found.

    Parameters
    ----------
    event_set
        The set. What its events are found by is worked out at the first search and kept.
    text
        What somebody looks for, as typed.
    dataset
        Says how actors are called.

    Returns
    -------
    found
        One for each event; None where nothing is looked for, and so everything is found.
    """
    what = sought(text)
    if not what.words:
        return None
    if event_set not in _INDEX:
        _INDEX[event_set] = search_index(event_set)
    index = _INDEX[event_set]
    named = _Named(event_set, dataset)
    found = np.ones(len(event_set), dtype=np.bool_)
    for part in what.words:
        found &= _marked(index.words, part, len(found)) | named.beginning_with(part, words)
    if what.consonants:
        begun = what.consonants
        found |= _marked(index.names, begun, len(found)) | named.beginning_with(begun, _bare)
    return found


class _Named:
    """The spellings of the actors of a set, asked for by combination."""

    def __init__(self, event_set: EventSet, dataset: "Dataset") -> None:
        self.event_set = event_set
        ids = {one for combination in event_set.combinations for one in combination.actors}
        rows = {one: dataset.actors[one] for one in ids if one in dataset.actors}
        self.names = {one: spellings([row]) for one, row in rows.items()}

    def beginning_with(self, part: str, fold: Callable[[str], Collection[str]]) -> Rows:
        begun = {
            one
            for one, names in self.names.items()
            if any(word.startswith(part) for name in names for word in fold(name))
        }
        combinations = [
            not begun.isdisjoint(combination.actors) for combination in self.event_set.combinations
        ]
        return np.array(combinations, dtype=np.bool_)[self.event_set.combination]


def _bare(name: str) -> tuple[str]:
    return (consonants(name),)


def _marked(listing: Listing, part: str, count: int) -> Rows:
    marked = np.zeros(count, dtype=np.bool_)
    marked[listing.beginning_with(part)] = True
    return marked


def _listing(pieces: Iterable[Collection[str]], fold: Callable[[str], tuple[str, ...]]) -> Listing:
    """List the words of what each row is made of."""
    number: defaultdict[str, int] = defaultdict()
    number.default_factory = number.__len__
    taken, sizes = array("i"), array("i")
    for row in pieces:
        taken.extend(map(number.__getitem__, row))
        sizes.append(len(row))
    folded = [fold(piece) for piece in number]
    distinct = sorted(set(chain.from_iterable(folded)))
    place = {word: at for at, word in enumerate(distinct)}
    lengths = np.fromiter(map(len, folded), np.int64, len(folded))
    flat = np.fromiter(map(place.__getitem__, chain.from_iterable(folded)), np.int64)
    piece = np.frombuffer(taken, dtype=np.intc) if taken else np.zeros(0, dtype=np.intc)
    count = max(1, len(sizes))
    # A word and its row in one number: in order, they are the listing.
    pairs = _expanded(flat, lengths, piece) * count
    pairs += np.repeat(np.repeat(np.arange(len(sizes)), sizes), lengths[piece])
    pairs.sort()
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    starts = np.searchsorted(pairs, np.arange(len(distinct) + 1) * count)
    pairs %= count
    return Listing(tuple(distinct), starts, pairs.astype(np.int32))


def _expanded(
    flat: NDArray[np.int64], lengths: NDArray[np.int64], taken: NDArray[np.intc]
) -> NDArray[np.int64]:
    """Write out, piece by piece as they were taken, the words that stand one behind another."""
    many = lengths[taken]
    ends = np.cumsum(many)
    shift = (np.cumsum(lengths) - lengths)[taken] - (ends - many)
    words_of: NDArray[np.int64] = flat[np.arange(many.sum()) + np.repeat(shift, many)]
    return words_of
