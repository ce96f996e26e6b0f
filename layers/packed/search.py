"""
Pack what an imported set of events is searched by, for the browser.

The file (``CAFI``) is little endian and begins with 16 bytes: the magic word, the version, the
number of events and zero, each of the latter a u4. Two listings follow, first the words and then
the consonants of places' names: the number of words and the length of their content (u4 each), as
many offsets and one more (u4, counted from the start of the content), and the content, filled up
to a multiple of 4. For each word, in the order of its bytes, the content holds it in UTF-8, a zero
byte, and the rows in ascending order, each as the difference from the one before (the first from
0): seven bits a byte, the lowest first, the eighth bit set on all but the last byte.
"""

import numpy as np
from numpy.typing import NDArray

from geo.eventset.find import Listing, SearchIndex

SEARCH_STEM = "imported-search"
SEARCH_MAGIC = b"CAFI"
VERSION = 2
"""Of all files of a set, which the browser asks each of them for."""


_BITS = 7
_MORE = 1 << _BITS
_ALIGNMENT = 4


def search_file(index: SearchIndex, count: int) -> bytes:
    """
    Pack an index.

    Parameters
    ----------
    index
        What the events are found by.
    count
        How many events there are.

    Returns
    -------
    bytes
        The file.
    """
    lead = SEARCH_MAGIC + np.array([VERSION, count, 0], dtype="<u4").tobytes()
    return lead + _packed(index.words) + _packed(index.names)


def differences(listing: Listing) -> tuple[bytes, NDArray[np.int64]]:
    """
    Write the rows of a listing as differences.

    Parameters
    ----------
    listing
        Words and rows.

    Returns
    -------
    content, starts
        All rows behind one another, and where those of each word begin and the last ones end.
    """
    rows, firsts = listing.rows.astype(np.int64), listing.starts[:-1]
    steps = np.diff(rows, prepend=0)
    # No word is without a row, so each of these is the first of its own.
    steps[firsts] = rows[firsts]
    lengths = np.ones(len(steps), dtype=np.int64)
    for more in range(1, -(-32 // _BITS)):
        lengths += steps >= 1 << (_BITS * more)
    ends = np.concatenate([[0], np.cumsum(lengths)])
    content = np.zeros(int(ends[-1]), dtype=np.uint8)
    for byte in range(int(lengths.max(initial=0))):
        here = np.flatnonzero(lengths > byte)
        bits = (steps[here] >> (_BITS * byte)) & (_MORE - 1)
        content[ends[here] + byte] = bits | np.where(lengths[here] > byte + 1, _MORE, 0)
    return content.tobytes(), ends[listing.starts]


def _packed(listing: Listing) -> bytes:
    rows, starts = differences(listing)
    parts, offsets = [], [0]
    bounds = starts.tolist()
    for at, word in enumerate(listing.words):
        part = b"%b\0%b" % (word.encode(), rows[bounds[at] : bounds[at + 1]])
        parts.append(part)
        offsets.append(offsets[-1] + len(part))
    content = b"".join(parts)
    content = content.ljust(-(-len(content) // _ALIGNMENT) * _ALIGNMENT, b"\0")
    head = np.array([len(listing.words), len(content), *offsets], dtype="<u4")
    return head.tobytes() + content
