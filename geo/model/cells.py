"""Turn the text of one cell into a typed value, or say what would be right."""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from geo.model.problems import nearest, one_of

ID_PATTERN = re.compile(r"[a-z0-9-]+")
LOCUS_PATTERN = re.compile(r"title|standfirst|(p|caption|subhead|furniture)[1-9][0-9]*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_WHOLE = re.compile(r"\d{1,9}")
_COUNTRY = re.compile(r"[A-Z]{2}")
RESERVED_IDS = frozenset({"none", "unnamed"})

E = TypeVar("E", bound=StrEnum)


def wrong(message: str) -> PydanticCustomError:
    """
    Make the error that a cell reader raises.

    Parameters
    ----------
    message
        The value in quotes, what is wrong, and what would be right.

    Returns
    -------
    error
        To be raised inside a pydantic validator; its text is the message, unchanged.
    """
    return PydanticCustomError("cell", "{message}", {"message": message})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise wrong(f"{value!r} is not text; put it in quotes")
    return value


def _required(value: object) -> str:
    if not _text(value):
        raise wrong("is empty; this cell may not be")
    return str(value)


def read_id(value: object) -> str:
    """
    Read an id.

    Parameters
    ----------
    value
        Text of the cell.

    Returns
    -------
    id
        The text, unchanged.
    """
    text = _required(value)
    if not ID_PATTERN.fullmatch(text):
        raise wrong(f"{text!r} is not an id; use lower-case letters, digits and hyphens")
    if text in RESERVED_IDS:
        raise wrong(f"{text!r} is a reserved word; choose another id")
    return text


def read_locus(value: object) -> str:
    """
    Read the locus of a passage.

    Parameters
    ----------
    value
        Text of the cell.

    Returns
    -------
    locus
        The text, unchanged.
    """
    text = _required(value)
    if not LOCUS_PATTERN.fullmatch(text):
        raise wrong(f"{text!r} is not a locus; write p1, p2 … or title, standfirst, caption1")
    return text


def _day(value: object) -> date:
    text = _required(value)
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise wrong(f"{text!r} is not a day; write it as 2017-05-18") from None


def _number(value: object) -> float:
    text = _required(value)
    if not _NUMBER.fullmatch(text) or not isfinite(float(text)):
        raise wrong(f"{text!r} is not a number; write it as 34.5")
    return float(text)


def _distance(value: object) -> float:
    """Read a number of a JSON file: no text, no truth, nothing that is not finite."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong(f"{value!r} is not a number; write it as 140, without quotes")
    if not isfinite(value) or value <= 0:
        raise wrong(f"{value!r} is no distance; it is above 0")
    return float(value)


def _whole(value: object) -> int:
    text = _required(value)
    if not _WHOLE.fullmatch(text):
        raise wrong(f"{text!r} is not a whole number; write it as 22")
    return int(text)


def _between(low: float, high: float, what: str) -> Callable[[object], float]:
    def read(value: object) -> float:
        number = _number(value)
        if not low <= number <= high:
            raise wrong(f"{value!r} is no {what}; it lies between {low:g} and {high:g}")
        return number

    return read


def _address(value: object) -> str:
    text = _required(value)
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable or text.split() != [text]:
        raise wrong(f"{text!r} is not a web address; it starts with https:// or http://")
    return text


def _country(value: object) -> str:
    text = _required(value)
    if not _COUNTRY.fullmatch(text):
        raise wrong(f"{text!r} is not a country code; write two capitals such as SY")
    return text


def word_of(vocabulary: type[E]) -> Callable[[object], E]:
    """
    Make the reader of a cell that holds one word of a closed list.

    Parameters
    ----------
    vocabulary
        The list.

    Returns
    -------
    read
        From text to the member; its error names the nearest word.
    """
    words = [str(member) for member in vocabulary]

    def read(value: object) -> E:
        text = _required(value)
        try:
            return vocabulary(text)
        except ValueError:
            hint = nearest(text, words) or f"; write {one_of(words)}"
            raise wrong(f"{text!r} is not one of the words allowed here{hint}") from None

    return read


def maybe(read: Callable[[object], Any]) -> Callable[[object], Any]:
    """
    Let a cell be empty, meaning "not stated".

    Parameters
    ----------
    read
        Reader of a cell that is not empty.

    Returns
    -------
    read_or_none
        Gives ``None`` for an empty cell.
    """
    return lambda value: None if value in ("", None) else read(value)


def each(read: Callable[[object], Any]) -> Callable[[object], tuple[Any, ...]]:
    """
    Read a list joined by ``|``, or a JSON list.

    Parameters
    ----------
    read
        Reader of one member.

    Returns
    -------
    read_all
        Gives a tuple; an empty cell is an empty tuple, a repeat is an error.
    """

    def read_all(value: object) -> tuple[Any, ...]:
        if value in ("", None):
            return ()
        members = list(value) if isinstance(value, list) else _text(value).split("|")
        result = tuple(read(member) for member in members)
        for index, member in enumerate(result):
            if member in result[:index]:
                raise wrong(f"{members[index]!r} is listed twice; once is enough")
        return result

    return read_all


Text = Annotated[str, BeforeValidator(_text)]
NeededText = Annotated[str, BeforeValidator(_required)]
MaybeText = Annotated[str | None, BeforeValidator(maybe(_text))]
Texts = Annotated[tuple[str, ...], BeforeValidator(each(_required))]
Id = Annotated[str, BeforeValidator(read_id)]
MaybeId = Annotated[str | None, BeforeValidator(maybe(read_id))]
Ids = Annotated[tuple[str, ...], BeforeValidator(each(read_id))]
Locus = Annotated[str, BeforeValidator(read_locus)]
Day = Annotated[date, BeforeValidator(_day)]
MaybeDay = Annotated[date | None, BeforeValidator(maybe(_day))]
Whole = Annotated[int, BeforeValidator(_whole)]
MaybeWhole = Annotated[int | None, BeforeValidator(maybe(_whole))]
Latitude = Annotated[float | None, BeforeValidator(maybe(_between(-90, 90, "latitude")))]
Longitude = Annotated[float | None, BeforeValidator(maybe(_between(-180, 180, "longitude")))]
MaybeDistance = Annotated[float | None, BeforeValidator(maybe(_distance))]
Kilometres = Annotated[float | None, BeforeValidator(maybe(_between(0, 5000, "distance in km")))]
Address = Annotated[str | None, BeforeValidator(maybe(_address))]
Countries = Annotated[tuple[str, ...], BeforeValidator(each(_country))]
