"""Write a selection as the query of a link, and read it back."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from geo.model.vocabulary import DayOf, Role
from geo.selection.facet import Facet, Ids
from geo.selection.facets import FACETS
from geo.selection.renewed import renewed
from geo.selection.selection import DAY_FIELDS, NOTHING, SET_FIELDS, Cursors, Selection

if TYPE_CHECKING:
    from geo.dataset import Dataset

BEFORE_ROLES = (
    "This link is from before the switches of actors asked who did it. It opens with all events in "
    "which the actors it names had any part."
)
"""What is said of a link that names actors and no role."""


def parse_query(query: Mapping[str, str], dataset: "Dataset") -> tuple[Selection, list[str]]:
    """
    Read a selection from the query of a link.

    Parameters
    ----------
    query
        Any text. Keys that are not ours, or belong to the browser, are passed over.
    dataset
        Says which ids and stops there are.

    Returns
    -------
    selection
        What could be understood; a value that could not is ignored.
    notices
        One sentence for each value ignored, ``BEFORE_ROLES`` for a link from then, and what
        became of ids that it holds from before.
    """
    query, notices = renewed(query, dataset)
    chosen: dict[str, Any] = {}
    for facet in FACETS:
        if query.get(facet.name):
            chosen[facet.name] = _read_ids(facet, query[facet.name], dataset, notices)
    chosen["role"] = _read_role(query.get("role"), chosen.get("actors"), notices)
    for name in DAY_FIELDS:
        if query.get(name):
            chosen[name] = _read_day(name, query[name], notices)
    first_day, last_day = chosen.get("first_day"), chosen.get("last_day")
    if first_day and last_day and last_day < first_day:
        notices.append("The link's last day is before its first; both are ignored.")
        chosen["first_day"] = chosen["last_day"] = None
    if query.get("day_of"):
        chosen["day_of"] = _read_day_of(query["day_of"], notices)
    if query.get("cursors"):
        chosen["cursors"] = _read_cursors(query["cursors"], dataset, notices)
    if query.get("find"):
        chosen["find"] = query["find"]
    if query.get("stated_only"):
        chosen["stated_only"] = query["stated_only"] == "1"
        if query["stated_only"] not in ("0", "1"):
            notices.append(_ignored("stated_only", query["stated_only"]))
    return Selection(**chosen), notices


def to_query(selection: Selection, dataset: "Dataset") -> dict[str, str]:
    """
    Write a selection as the query of a link.

    Parameters
    ----------
    selection
        What the reader has chosen.
    dataset
        Names the event at which each article's slider stands.

    Returns
    -------
    query
        Only what differs from the start: ids joined by ``.``, ISO days,
        ``ARTICLE.EVENT`` pairs joined by ``_``. A slider at its end is left out.
    """
    query: dict[str, str] = {}
    for name in SET_FIELDS:
        chosen: frozenset[str] | None = getattr(selection, name)
        if chosen is not None:
            query[name] = ".".join(sorted(chosen)) or NOTHING
    # Always beside actors and sides: without it a link is one from before there were roles.
    if selection.role is not Role.DID or (selection.actors, selection.sides) != (None, None):
        query["role"] = str(selection.role)
    for name in DAY_FIELDS:
        day: date | None = getattr(selection, name)
        if day is not None:
            query[name] = day.isoformat()
    if selection.day_of is not DayOf.HAPPENED:
        query["day_of"] = str(selection.day_of)
    pairs = []
    for article_id, reached in selection.cursors.items():
        events = dataset.stops_of(article_id)
        if reached < len(events):
            pairs.append(f"{article_id}.{events[reached - 1] if reached > 0 else NOTHING}")
    if pairs:
        query["cursors"] = "_".join(sorted(pairs))
    if selection.find:
        query["find"] = selection.find
    if selection.stated_only:
        query["stated_only"] = "1"
    return query


def _ignored(name: str, value: str) -> str:
    short = value if len(value) <= 40 else f"{value[:39]}…"
    return f"The link's {name} value {short!r} is not known and is ignored."


def _read_ids(facet: Facet, value: str, dataset: "Dataset", notices: list[str]) -> Ids:
    if value == NOTHING:
        return frozenset()
    words, known = value.split("."), facet.known_values(dataset)
    notices += [_ignored(facet.name, word) for word in dict.fromkeys(words) if word not in known]
    return frozenset(word for word in words if word in known) or None


def _read_day(name: str, value: str, notices: list[str]) -> date | None:
    try:
        day = date.fromisoformat(value)
        if day.isoformat() == value:
            return day
    except ValueError:
        pass
    notices.append(_ignored(name, value))
    return None


def _read_role(value: str | None, actors: Ids, notices: list[str]) -> Role:
    if value in frozenset(Role):
        return Role(value)
    if value:
        notices.append(_ignored("role", value))
    elif actors is not None:
        notices.append(BEFORE_ROLES)
        return Role.ANY
    return Role.DID


def _read_day_of(value: str, notices: list[str]) -> DayOf:
    if value in frozenset(DayOf):
        return DayOf(value)
    notices.append(_ignored("day_of", value))
    return DayOf.HAPPENED


def _read_cursors(value: str, dataset: "Dataset", notices: list[str]) -> Cursors:
    reached: dict[str, int] = {}
    ends = {article_id: len(dataset.stops_of(article_id)) for article_id in dataset.articles}
    for pair in value.split("_"):
        article_id, _, event_id = pair.partition(".")
        places = {event: at for at, event in enumerate(dataset.stops_of(article_id), start=1)}
        places[NOTHING] = 0
        if article_id in dataset.articles and event_id in places:
            reached[article_id] = places[event_id]
        else:
            notices.append(_ignored("cursors", pair))
    # A slider at its end is one that nobody moved.
    return Cursors({key: at for key, at in reached.items() if at < ends[key]})
