"""Read the page's address once per session, and turn selections into what the browser holds."""

import math
import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast, get_args
from urllib.parse import parse_qs, quote, urlencode

import streamlit as st

from geo.dataset import Dataset
from geo.model.vocabulary import Extent
from geo.rules.acting import UNNAMED
from geo.selection.link import parse_query, to_query
from geo.selection.renewed import renewed
from geo.selection.selection import DAY_FIELDS, SET_FIELDS, Selection
from layers.contract import About, AboutKind, Names, Opened, SelectionState, Show, View

_VIEW = re.compile(
    r"(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?),(\d{1,2}(?:\.\d{1,3})?)", re.ASCII
)
NAMES: tuple[Names, ...] = get_args(Names)
SHIFT_LAYER = "corridor-shift"
SHOWS: tuple[Show, ...] = get_args(Show)
"""What can stand in the map's place."""

T = TypeVar("T")

_INITIAL = "initial_selection"


@dataclass(frozen=True)
class Shown:
    """
    What an address holds beside the selection.

    Attributes
    ----------
    view
        The part of the map that is seen; None where the address does not say.
    opened
        What else is open or chosen.
    """

    view: View | None
    opened: Opened


def query_string(selection: Selection, dataset: Dataset) -> str:
    """Return the link form of a selection, without the question mark."""
    # As the browser's encodeURIComponent writes it.
    return urlencode(to_query(selection, dataset), safe="!'()*", quote_via=quote)


def selection_from(query: str, dataset: Dataset) -> tuple[Selection, list[str]]:
    """Read a link query; what cannot be read is left out and named in the notices."""
    single = {name: values[-1] for name, values in parse_qs(query, keep_blank_values=True).items()}
    return parse_query(single, dataset)


def state_of(selection: Selection) -> SelectionState:
    """Return the selection as the browser's state: lists for sets, ISO days, None for all."""
    sets = {name: getattr(selection, name) for name in SET_FIELDS}
    days = {name: getattr(selection, name) for name in DAY_FIELDS}
    state = {
        **{name: None if ids is None else sorted(ids) for name, ids in sets.items()},
        **{name: day and day.isoformat() for name, day in days.items()},
        "role": selection.role,
        "day_of": selection.day_of,
        "cursors": dict(selection.cursors),
        "find": selection.find,
        "stated_only": selection.stated_only,
    }
    # tests/app/test_contract.py holds the names to the contract.
    return cast(SelectionState, state)


def view_from(text: str | None) -> View | None:
    """
    Read ``latitude,longitude,zoom``.

    Returns
    -------
    View or None
        None for anything else.
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


def about_from(text: str | None, dataset: Dataset) -> About | None:
    """Read ``KIND.ID`` of an open actor, place, route, zone or shift; None for anything else."""
    kind, _, item_id = (text or "").partition(".")
    known: dict[AboutKind, Container[str]] = {
        "actor": {*dataset.actors, UNNAMED},
        "place": dataset.gazetteer,
        "route": dataset.route_rows,
        "zone": {key for key, one in dataset.gazetteer.items() if one.extent is Extent.CIRCLE},
        "shift": (SHIFT_LAYER,),
    }
    for known_kind, ids in known.items():
        if kind == known_kind and item_id in ids:
            return {"kind": known_kind, "id": item_id}
    return None


def names_from(text: str) -> Names | None:
    """Read in which script names are written; None for anything else."""
    return next((names for names in NAMES if names == text), None)


def show_from(text: str) -> Show | None:
    """Read what stands in the map's place; None for anything else."""
    return next((show for show in SHOWS if show == text), None)


def shown_from(asked: Mapping[str, str], dataset: Dataset, notices: list[str]) -> Shown:
    """Read what the address says beside the selection; notices name what cannot be read."""

    def read(name: str, reader: Callable[[str], T | None], why: str) -> T | None:
        found = reader(asked[name]) if asked.get(name) else None
        if asked.get(name) and found is None:
            notices.append(f"{name}: {why}, so it is left out.")
        return found

    def event(text: str) -> str | None:
        return text if text in dataset.event_rows else None

    view = read("view", view_from, "the map shows no such part")
    opened: Opened = {}
    if key := read("event", event, "no event has this id"):
        opened["event"] = key
    if key := read("current", event, "no event has this id"):
        opened["current"] = key
    if about := read(
        "about", lambda text: about_from(text, dataset), "there is no such thing to open"
    ):
        opened["about"] = about
    if story := read("story", lambda text: story_from(text, dataset), "there is no such story"):
        opened["story"] = story
    names: Names | None = read("names", names_from, "names are en, ar or both")
    if names:
        opened["names"] = names
    if show := read("show", show_from, "only 'table' can be shown"):
        opened["show"] = show
    # A story is told on the card of its event.
    if "event" not in opened:
        opened.pop("story", None)
    return Shown(view, opened)


def initial(dataset: Dataset) -> tuple[Selection, Shown, list[str]]:
    """
    Return what the address asked for when this session began.

    Returns
    -------
    selection, shown, notices
        What the address says beside the selection; notices name what was not understood.
    """
    if _INITIAL not in st.session_state:
        asked = {name: str(value) for name, value in st.query_params.items()}
        asked, became = renewed(asked, dataset)
        selection, left_out = parse_query(asked, dataset)
        notices = [*became, *left_out]
        shown = shown_from(asked, dataset, notices)
        made_from = asked.get("data")
        if made_from and made_from != dataset.version:
            notices.append("data: the link was made from another version of the data.")
        st.session_state[_INITIAL] = (selection, shown, notices)
    kept: tuple[Selection, Shown, list[str]] = st.session_state[_INITIAL]
    return kept
