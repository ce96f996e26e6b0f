"""Where an event was, in plain English: prepositions, and names as they stand in a sentence."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.model.vocabulary import PlaceKind, PlaceRole
from geo.rules.placement import PATH_ROLES, SPOT_ROLES

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import EventPlace, Place

NOWHERE_TEXT = "no place given"
MOST_SUBJECTS = 3

_AROUND = frozenset(
    {
        PlaceKind.REGION,
        PlaceKind.AREA,
        PlaceKind.PROVINCE,
        PlaceKind.COUNTRY,
        PlaceKind.ZONE,
    }
)
"""Places that one is in, however loosely: nothing happens near a region."""

_DESCRIBES = re.compile(
    r"(?:(?:North|South|East|West)(?:ern)?(?:-(?:east|west)(?:ern)?)?|Unofficial|Reported|Border"
    r"|Deconfliction|About) "
)
"""Openings of a name that are common words, so that they take a capital only at its start."""

_TAKES_THE = re.compile(
    r"\b(?:Desert|Middle East|region|Kurdish north(?:-east)?|border|frontier|crossing|zone|highway"
    r"|corridor|control point)\b"
)
_OTHER_SPELLING = re.compile(r" \([^()]*\)$")
_OWNED = re.compile(r"^\S+(?:\N{RIGHT SINGLE QUOTATION MARK}|')s ")


def running_name(name: str) -> str:
    """
    Write the name of a place as it stands inside a sentence.

    Parameters
    ----------
    name
        As in the gazetteer, with a capital at its start.

    Returns
    -------
    text
        ``the Badia``, ``south-eastern Syria``, ``the unofficial Iraq-Syria crossing``; a proper
        name as it is, without a second spelling in brackets.
    """
    name = _OTHER_SPELLING.sub("", name)
    if name.startswith("The "):
        return f"the {name[4:]}"
    text = name[0].lower() + name[1:] if _DESCRIBES.match(name) else name
    takes_the = _TAKES_THE.search(text) and not _OWNED.match(text)
    return f"the {text}" if takes_the else text


def where_text(dataset: "Dataset", event_id: str, stated_only: bool = False) -> str:
    """
    Write where an event was.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.
    stated_only
        Name only places that an article names.

    Returns
    -------
    text
        ``near al-Tanf``, ``in the Badia``; ``from A via B to C``; ``Concerns: A, B, C and
        others`` for what is only its subject; ``no place given``.
    """
    gazetteer = dataset.gazetteer
    rows = [
        row
        for row in dataset.places_of(event_id)
        if gazetteer[row.place_id].named or not stated_only
    ]
    spots = [row for row in rows if row.role in SPOT_ROLES]
    # In words, a place that an article names comes before one that we worked out.
    spots.sort(key=lambda row: not gazetteer[row.place_id].stated)
    chosen = spots[:1] or [row for row in rows if row.role in PATH_ROLES]
    if chosen:
        return " ".join(_placed(row, gazetteer[row.place_id]) for row in chosen)
    subjects = [row.place_id for row in rows if row.role is PlaceRole.ABOUT]
    return _subjects([running_name(gazetteer[place_id].name) for place_id in subjects])


def _placed(row: "EventPlace", place: "Place") -> str:
    is_in = place.kind in _AROUND or (place.kind is PlaceKind.CITY and row.role is PlaceRole.AT)
    word = "in" if is_in and row.role in SPOT_ROLES else str(row.role)
    return f"{word} {running_name(place.name)}"


def _subjects(names: Sequence[str]) -> str:
    found = list(dict.fromkeys(names))
    if not found:
        return NOWHERE_TEXT
    if len(found) > MOST_SUBJECTS:
        return f"Concerns: {', '.join(found[:MOST_SUBJECTS])} and others"
    return "Concerns: " + " and ".join(filter(None, [", ".join(found[:-1]), found[-1]]))
