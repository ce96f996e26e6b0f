"""Read the page's address once per session, and turn selections into what the browser holds."""

import math
import re
from collections.abc import Callable, Container, Mapping
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

import streamlit as st

from geo.acting import UNNAMED
from geo.dataset import Dataset
from geo.link import parse_query
from geo.renamed import renewed
from geo.selection import DAY_FIELDS, SET_FIELDS, Selection
from geo.vocabulary import Extent

_VIEW = re.compile(
    r"(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?),(\d{1,2}(?:\.\d{1,3})?)", re.ASCII
)
NAMES = ("en", "ar", "both")
SHIFT_LAYER = "corridor-shift"
SHOWS = ("table",)
"""What can stand in the map's place."""

_INITIAL = "initial_selection"


def query_string(selection: Selection, dataset: Dataset) -> str:
    """Return the link form of a selection, without the question mark."""
    # As the browser's encodeURIComponent writes it.
    return urlencode(selection.to_query(dataset), safe="!'()*", quote_via=quote)


def selection_from(query: str, dataset: Dataset) -> tuple[Selection, list[str]]:
    """Read a link query; what cannot be read is left out and named in the notices."""
    single = {name: values[-1] for name, values in parse_qs(query, keep_blank_values=True).items()}
    return parse_query(single, dataset)


def state_of(selection: Selection) -> dict[str, Any]:
    """Return the selection as the browser's state: lists for sets, ISO days, None for all."""
    sets = {name: getattr(selection, name) for name in SET_FIELDS}
    days = {name: getattr(selection, name) for name in DAY_FIELDS}
    return {
        **{name: None if ids is None else sorted(ids) for name, ids in sets.items()},
        **{name: day and day.isoformat() for name, day in days.items()},
        "role": str(selection.role),
        "day_of": str(selection.day_of),
        "cursors": dict(selection.cursors),
        "find": selection.find,
        "stated_only": selection.stated_only,
    }


def view_from(text: str | None) -> dict[str, Any] | None:
    """
    Read ``latitude,longitude,zoom``.

    Returns
    -------
    dict or None
        ``center`` as latitude and longitude in degrees, and ``zoom``; None for anything else.
    """
    found = _VIEW.fullmatch(text or "")
    if not found:
        return None
    latitude, longitude, zoom = map(float, found.groups())
    if not all(map(math.isfinite, (latitude, longitude, zoom))):
        return None
    if abs(latitude) > 85 or abs(longitude) > 180 or zoom > 12:
        return None
    return {"center": [latitude, longitude], "zoom": zoom}


def story_from(text: str | None, dataset: Dataset) -> str | None:
    """Read ``ARTICLE.told``, ``ARTICLE.happened`` or the same of ``all``; None for any other."""
    article_id, _, order = (text or "").partition(".")
    known = article_id == "all" or article_id in dataset.articles
    return text if known and order in ("told", "happened") else None


def about_from(text: str | None, dataset: Dataset) -> dict[str, str] | None:
    """Read ``KIND.ID`` of an open actor, place, route, zone or shift; None for anything else."""
    kind, _, item_id = (text or "").partition(".")
    known: dict[str, Container[str]] = {
        "actor": {*dataset.actors, UNNAMED},
        "place": dataset.gazetteer,
        "route": dataset.route_rows,
        "zone": {key for key, one in dataset.gazetteer.items() if one.extent is Extent.CIRCLE},
        "shift": (SHIFT_LAYER,),
    }
    return {"kind": kind, "id": item_id} if item_id in known.get(kind, ()) else None


def _opened(asked: Mapping[str, str], dataset: Dataset, notices: list[str]) -> dict[str, Any]:
    """Read what the address says beside the selection; what cannot be read is named."""

    def event(text: str) -> str | None:
        return text if text in dataset.event_rows else None

    read: dict[str, tuple[Callable[[str], Any], str]] = {
        "event": (event, "no event has this id"),
        "current": (event, "no event has this id"),
        "about": (lambda text: about_from(text, dataset), "there is no such thing to open"),
        "story": (lambda text: story_from(text, dataset), "there is no such story"),
        "names": (lambda text: text if text in NAMES else None, "names are en, ar or both"),
        "show": (lambda text: text if text in SHOWS else None, "only 'table' can be shown"),
    }
    shown: dict[str, Any] = {"view": view_from(asked.get("view"))}
    for name, (reader, why) in read.items():
        shown[name] = reader(asked[name]) if asked.get(name) else None
        if asked.get(name) and shown[name] is None:
            notices.append(f"{name}: {why}, so it is left out.")
    # A story is told on the card of its event.
    return shown if shown["event"] else shown | {"story": None}


def initial(dataset: Dataset) -> tuple[Selection, dict[str, Any], list[str]]:
    """
    Return what the address asked for when this session began.

    Returns
    -------
    selection, shown, notices
        ``shown`` holds what the address says beside the selection, None where it does not: the
        ``view``, the open ``event`` or other thing (``about``), the ``current`` event, the
        ``story``, the ``names`` and what stands in the map's place (``show``); notices name what
        was not understood.
    """
    if _INITIAL not in st.session_state:
        asked = {name: str(value) for name, value in st.query_params.items()}
        asked, became = renewed(asked, dataset)
        selection, left_out = parse_query(asked, dataset)
        notices = [*became, *left_out]
        shown = _opened(asked, dataset, notices)
        made_from = asked.get("data")
        if made_from and made_from != dataset.version:
            notices.append("data: the link was made from another version of the data.")
        st.session_state[_INITIAL] = (selection, shown, notices)
    kept: tuple[Selection, dict[str, Any], list[str]] = st.session_state[_INITIAL]
    return kept
