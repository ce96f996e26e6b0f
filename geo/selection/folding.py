"""Fold what is written and what is typed to letters that compare alike, in every spelling."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.model.models import Actor, Place

MOST_LETTERS = 80
"""What is typed is cut to so many code points."""

LEAST_CONSONANTS = 3
"""So many at least tell one name from another."""

_LATIN_ARTICLES = "al el ad ed an ar er as es ash esh at et az ez"
ARTICLES = frozenset(_LATIN_ARTICLES.split(" "))
"""The Arabic article as Latin letters have it, before sun letters too."""

_SAME = str.maketrans({"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": None})  # noqa: RUF001
_QUOTES = frozenset("'\u2019\u2018`\u00b4") | frozenset(map(chr, range(0x2B0, 0x300)))
_ARABIC_ARTICLE = "ال"
_LEAST_BEHIND_ARTICLE = 2
_LATIN_ARTICLE = re.compile(r"^[ae]l(?=..)")
_VOWELS = re.compile("[aeiouwyاوي]")  # noqa: RUF001
_TWICE = re.compile(r"(.)\1+")


class _Letters(dict[int, str | None]):
    """What becomes of each code point, worked out when it first comes."""

    def __missing__(self, code: int) -> str | None:
        letter = chr(code).translate(_SAME)
        kind = unicodedata.category(letter)[0] if letter else "M"
        dropped = kind == "M" or letter in _QUOTES
        self[code] = kept = None if dropped else letter if kind in "LN" else " "
        return kept


_LETTERS = _Letters()
# An imported set has millions of words; most texts are of these letters alone.
_ASCII = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128))
_ASCII_LETTERS, _ASCII_QUOTES = _ASCII + bytes(128), b"'`"


@dataclass(frozen=True)
class Sought:
    """
    What somebody looks for, in the form in which it is compared.

    Attributes
    ----------
    words
        Each must begin a word of the event, in any order.
    consonants
        Or a name's consonants must begin with these; empty where they are too few.
    """

    words: tuple[str, ...]
    consonants: str


@dataclass(frozen=True)
class Findable:
    """
    What an event is found by.

    Attributes
    ----------
    words
        Of its title and summary, of its actors, places and publishers, in every spelling.
    names
        The consonants of every spelling of its actors and places.
    """

    words: frozenset[str]
    names: frozenset[str]


def tidy(text: str) -> str:
    """
    Cut what was typed to what is looked for.

    Parameters
    ----------
    text
        Anything.

    Returns
    -------
    str
        Without control and format characters, with single spaces, ``MOST_LETTERS`` at most.
    """
    kept = []
    for letter in text:
        kind = unicodedata.category(letter)
        if kind != "Cf":
            kept.append(" " if kind in ("Cc", "Cs", "Co") or kind[0] == "Z" else letter)
    return " ".join("".join(kept).split())[:MOST_LETTERS].strip()


def words(text: str) -> tuple[str, ...]:
    """
    Fold a text to words that compare alike however they were written.

    Parameters
    ----------
    text
        In any script.

    Returns
    -------
    tuple of str
        Lower case, without accents, vowel signs, apostrophes and the Arabic article; hyphens part.
    """
    if text.isascii():
        plain = text.encode().translate(_ASCII_LETTERS, _ASCII_QUOTES)
        return tuple(plain.decode().split())
    folded = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    return tuple(map(_without_article, folded.split()))


def _without_article(word: str) -> str:
    bare = word.removeprefix(_ARABIC_ARTICLE)
    return bare if len(bare) >= _LEAST_BEHIND_ARTICLE else word


def consonants(text: str) -> str:
    """
    Reduce a name to its consonants, which transliterations share.

    Parameters
    ----------
    text
        A name in any spelling: Deir ez-Zor, Dayr az Zawr and Deir Azzour are all ``drzr``.

    Returns
    -------
    str
        Without articles and vowels, nothing twice in a row, ``q`` as ``k``.
    """
    kept = [word for word in words(text) if word not in ARTICLES]
    bare = (_LATIN_ARTICLE.sub("", word) for word in kept)
    return _TWICE.sub(r"\1", "".join(_VOWELS.sub("", word) for word in bare).replace("q", "k"))


def sought(text: str) -> Sought:
    """
    Read what somebody looks for.

    Parameters
    ----------
    text
        As typed.

    Returns
    -------
    Sought
        Without words where nothing is looked for; then every event is found.
    """
    tidied = tidy(text)
    found = words(tidied)
    without = tuple(word for word in found if word not in ARTICLES)
    bare = consonants(tidied)
    return Sought(without or found, bare if len(bare) >= LEAST_CONSONANTS else "")


def is_found(entry: Findable, what: Sought) -> bool:
    """
    Tell whether an event is found.

    Parameters
    ----------
    entry
        What it is found by.
    what
        What is looked for.

    Returns
    -------
    bool
        Whether every word begins one of its words, or the consonants begin one of its names.
    """
    if all(any(word.startswith(part) for word in entry.words) for part in what.words):
        return True
    return bool(what.consonants) and any(name.startswith(what.consonants) for name in entry.names)


def spellings(rows: "Iterable[Actor | Place]") -> list[str]:
    """
    List every name that actors or places have.

    Parameters
    ----------
    rows
        Of the tables.

    Returns
    -------
    list of str
        Name, Arabic name and aliases, as far as there are any.
    """
    return [name for row in rows for name in (row.name, row.name_ar, *row.aliases) if name]
