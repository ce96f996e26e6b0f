"""Cut a dataset down to what a selection shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from geo.dataset import Dataset
from geo.model.courses import layer_of as layer_of
from geo.model.models import Event
from geo.model.vocabulary import DayOf, Match, Role
from geo.rules.attributes import is_about_shown
from geo.rules.event_facts import EventFacts, event_facts
from geo.rules.parts import Parts, event_parts, is_on
from geo.rules.spans import match
from geo.selection.facet import Ids
from geo.selection.facets import FACETS
from geo.selection.find import findables
from geo.selection.folding import Sought, is_found, sought
from geo.selection.shown_places import shown_place_ids
from geo.selection.shown_routes import is_reported, shown_routes

if TYPE_CHECKING:
    from geo.selection.selection import Selection


@dataclass(frozen=True)
class Asked:
    """
    What a selection asks of an event besides its facts, worked out once.

    Attributes
    ----------
    values
        By filter, for each that has a rule of its own in ``geo.selection.facets``.
    parts
        Of those who count, by role.
    """

    values: Mapping[str, frozenset[str]]
    parts: Mapping[Role, Parts]


_ASKED: WeakKeyDictionary[Dataset, dict[str, Asked]] = WeakKeyDictionary()
_STOP_NUMBERS: WeakKeyDictionary[Dataset, dict[str, dict[str, int]]] = WeakKeyDictionary()


def select(dataset: Dataset, selection: "Selection") -> Dataset:
    """
    Cut a dataset down to what a selection shows.

    Parameters
    ----------
    dataset
        The whole data, or an earlier selection, which is first widened to the whole.
    selection
        What the reader has chosen: within a kind OR, across kinds AND.

    Returns
    -------
    selected
        A dataset whose events, routes and places are those shown, with ``matches`` and
        ``selection`` set. Articles, actors and gazetteer stay whole, for names; claims of
        other articles on an event that is shown stay.
    """
    whole = dataset.whole or dataset
    facts, asked = event_facts(whole), asked_of(whole)
    matches: dict[str, Match] = {}
    what = sought(selection.find)
    for event_id, event in whole.event_rows.items():
        if not _finds(whole, event_id, what):
            continue
        found = _match(whole, event, facts[event_id], asked[event_id], selection)
        if found is not Match.NO:
            matches[event_id] = found
    routes = shown_routes(whole, selection, matches)
    place_ids = shown_place_ids(whole, selection, matches, routes)
    return replace(
        whole,
        event_rows={event_id: whole.event_rows[event_id] for event_id in matches},
        route_rows=routes,
        event_places=tuple(row for row in whole.event_places if row.event_id in matches),
        claims=tuple(
            row
            for row in whole.claims
            if row.event_id in matches or is_about_shown(row, routes, place_ids)
        ),
        participants=tuple(row for row in whole.participants if row.event_id in matches),
        relations=tuple(
            row for row in whole.relations if row.event_id in matches and row.other_id in matches
        ),
        place_ids=place_ids,
        selection=selection,
        matches=matches,
        whole=whole,
    )


def asked_of(whole: Dataset) -> dict[str, Asked]:
    """
    Work out once what selections ask of every event besides its facts.

    Parameters
    ----------
    whole
        The whole data.

    Returns
    -------
    asked
        By event.
    """
    if whole not in _ASKED:
        _ASKED[whole] = {
            event_id: Asked(
                values={
                    facet.name: frozenset(facet.values(whole, event))
                    for facet in FACETS
                    if facet.values
                },
                parts={role: event_parts(whole, event_id, role) for role in Role},
            )
            for event_id, event in whole.event_rows.items()
        }
    return _ASKED[whole]


def _finds(whole: Dataset, event_id: str, what: Sought) -> bool:
    return not what.words or is_found(findables(whole)[event_id], what)


def _match(
    whole: Dataset, event: Event, facts: EventFacts, asked: Asked, selection: "Selection"
) -> Match:
    for name, values in asked.values.items():
        chosen: Ids = getattr(selection, name)
        if chosen is not None and chosen.isdisjoint(values):
            return Match.NO
    if not is_on(asked.parts[selection.role], selection.sides, selection.actors):
        return Match.NO
    telling = [
        article_id
        for article_id in facts.articles
        if (selection.articles is None or article_id in selection.articles)
        and _reached(whole, event.event_id, article_id, selection.cursors)
    ]
    if not telling:
        return Match.NO
    if selection.day_of is DayOf.REPORTED:
        return Match.CERTAIN if is_reported(whole, telling, selection) else Match.NO
    return match(facts.of(selection.stated_only).span, selection.first_day, selection.last_day)


def _reached(whole: Dataset, event_id: str, article_id: str, cursors: Mapping[str, int]) -> bool:
    cursor = cursors.get(article_id)
    if cursor is None:
        return True
    if whole not in _STOP_NUMBERS:
        _STOP_NUMBERS[whole] = {
            article: {event: at for at, event in enumerate(events, start=1)}
            for article, events in whole.stops_by_article.items()
        }
    return _STOP_NUMBERS[whole].get(article_id, {}).get(event_id, 0) <= cursor
