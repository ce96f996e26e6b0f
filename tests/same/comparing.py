"""What differs between two readings of one link, and how that is told."""

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

MOST_LETTERS = 300
ABSENT = "(not there)"
_INDEX = re.compile(r"\[\d+\]")


class Difference(NamedTuple):
    """
    One thing that is not the same.

    Attributes
    ----------
    what
        Where it stands in the reading: ``marks.strike-2017-05-18.lat``.
    old, new
        As JSON; ``ABSENT`` where there is nothing.
    """

    what: str
    old: str
    new: str


class Unread(NamedTuple):
    """A link that one checkout did not open, and why: nothing is known of it."""

    checkout: str
    why: str


def differences(old: Any, new: Any, what: str = "") -> list[Difference]:
    """
    Compare two readings, down to the word or figure that differs.

    Parameters
    ----------
    old, new
        Made of what JSON has. ``1`` is neither ``true`` nor ``1.0``.
    what
        Where both stand.

    Returns
    -------
    differences
        In the order of the old reading; none where both are equal.
    """
    return list(_differing(old, new, what))


def _differing(old: Any, new: Any, what: str) -> Iterator[Difference]:
    if isinstance(old, dict) and isinstance(new, dict):
        for name in (*old, *(name for name in new if name not in old)):
            where = f"{what}.{name}" if what else str(name)
            if name not in new:
                yield Difference(where, _text(old[name]), ABSENT)
            elif name not in old:
                yield Difference(where, ABSENT, _text(new[name]))
            else:
                yield from _differing(old[name], new[name], where)
    elif isinstance(old, list) and isinstance(new, list):
        if _is_course(old) and _is_course(new):
            if _text(old) != _text(new):
                yield Difference(what, _text(old), _text(new))
        else:
            yield from _differing_lists(old, new, what)
    elif type(old) is not type(new) or old != new:
        yield Difference(what, _text(old), _text(new))


def _differing_lists(old: list[Any], new: list[Any], what: str) -> Iterator[Difference]:
    # Aligned first: a line that came or went is told once, not as a change of all behind it.
    keys = [[json.dumps(item, sort_keys=True) for item in items] for items in (old, new)]
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, *keys, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            continue
        pairs = min(old_to - old_from, new_to - new_from)
        for step in range(pairs):
            where = f"{what}[{old_from + step}]"
            yield from _differing(old[old_from + step], new[new_from + step], where)
        for index in range(old_from + pairs, old_to):
            yield Difference(f"{what}[{index}]", _text(old[index]), ABSENT)
        for index in range(new_from + pairs, new_to):
            yield Difference(f"{what}[{index}]", ABSENT, _text(new[index]))


def _is_course(items: list[Any]) -> bool:
    # Points of a line or an area: where one moves, hundreds do.
    return bool(items) and all(isinstance(item, list) for item in items)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def by_id(collection: dict[str, Any]) -> dict[str, Any]:
    """
    Put the features of a GeoJSON collection under their ids, and keep their order beside them.

    Parameters
    ----------
    collection
        Every feature has an ``id`` of its own.

    Returns
    -------
    collection
        ``features`` by id, ``order`` the list of ids, everything else as it was.

    Raises
    ------
    ValueError
        If two features have one id.
    """
    order = [str(feature["id"]) for feature in collection["features"]]
    if len(set(order)) < len(order):
        raise ValueError("two features of the GeoJSON have one id")
    features = dict(zip(order, collection["features"], strict=True))
    return {**collection, "features": features, "order": order}


def unmet(readings: list[dict[str, Any]]) -> list[str]:
    """
    Name what not one reading holds: then its reader has gone blind, and equal is no answer.

    Parameters
    ----------
    readings
        All of one checkout.

    Returns
    -------
    parts
        Names of parts that are empty everywhere.
    """
    names = {name for reading in readings for name in reading}
    return sorted(name for name in names if not any(reading.get(name) for reading in readings))


def report(found: dict[str, list[Difference]]) -> list[str]:
    """
    Tell differences, each once however many links show it.

    Parameters
    ----------
    found
        Differences by link.

    Returns
    -------
    lines
        The link, what differs, old and new, for each difference.
    """
    links: dict[Difference, list[str]] = {}
    firsts: dict[Difference, Difference] = {}
    for link, differing in found.items():
        for one in differing:
            # The same line stands elsewhere in another link's list.
            first = firsts.setdefault(one._replace(what=_INDEX.sub("", one.what)), one)
            shown_by = links.setdefault(first, [])
            if link not in shown_by:
                shown_by.append(link)
    lines = []
    for one, shown_by in links.items():
        more = len(shown_by) - 1
        also = f" (and {more} more link{'s' if more > 1 else ''})" if more else ""
        old, new = _around(one.old, one.new)
        lines.append(f"{shown_by[0]}{also}\n  {one.what}\n    old {old}\n    new {new}")
    return lines


def _around(old: str, new: str) -> tuple[str, str]:
    """Cut long texts down to where they begin to differ."""
    pairs = zip(old, new, strict=False)
    at = next((index for index, (a, b) in enumerate(pairs) if a != b), 0)
    start = max(0, at - MOST_LETTERS // 3)
    return _cut(old, start), _cut(new, start)


def _cut(text: str, start: int) -> str:
    if len(text) <= MOST_LETTERS:
        return text
    end = start + MOST_LETTERS
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
