"""A progress bar on standard error for work that lasts, and nothing where nobody watches."""

import sys
from collections.abc import Iterable
from typing import TypeVar

from tqdm import tqdm

T = TypeVar("T")

PATIENCE_S = 0.5
"""What takes less than this needs no bar."""


def bar(items: Iterable[T], what: str, total: int | None = None) -> Iterable[T]:
    """
    Show how far the work has come.

    Parameters
    ----------
    items
        What is worked through.
    what
        What is being done.
    total
        How many there are, where that is known.

    Returns
    -------
    items
        The same. The bar is drawn after half a second, only where standard error is a terminal,
        and wiped when all is done.
    """
    if not sys.stderr.isatty():
        return items
    followed: Iterable[T] = tqdm(
        items, desc=what, total=total, delay=PATIENCE_S, leave=False, file=sys.stderr
    )
    return followed
