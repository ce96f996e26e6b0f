"""What the payload carries so that every sentence of a card leads back to its claims."""

from typing import Any

from geo.actor_sources import spelling_sources
from geo.dataset import Dataset
from geo.event_sentences import event_sentences
from geo.event_sources import event_sources
from geo.models import Actor, Event, Place, Route
from geo.place_sources import coordinates_text, place_sources, unsure_texts
from geo.route_sources import route_sources
from geo.source import Source, source_text


def event_trace(dataset: Dataset, event: Event) -> dict[str, Any]:
    """
    Write the sentences made of several facts, and where every sentence on an event comes from.

    Parameters
    ----------
    dataset
        What was reported.
    event
        One of its events.

    Returns
    -------
    dict
        Each sentence by its field, also as ``stated_`` field; ``trace`` by field, as
        ``source_text`` writes it, and ``stated_trace`` with what differs while only the articles
        count.
    """
    all_ids = tuple(claim.claim_id for claim in dataset.claims_of(event.event_id))
    row: dict[str, Any] = dict(event_sentences(dataset, event))
    for field, text in event_sentences(dataset, event, stated_only=True).items():
        if text != row[field]:
            row[f"stated_{field}"] = text
    sources, stated = (
        {
            field: source_text(source, all_ids)
            for field, source in event_sources(dataset, event, stated_only=only).items()
        }
        for only in (False, True)
    )
    differing = {field: text for field, text in stated.items() if text != sources[field]}
    return row | {"trace": sources, "stated_trace": differing}


def place_trace(dataset: Dataset, place: Place) -> dict[str, Any]:
    """
    Write how surely a place is where it is drawn, and where what is said of it comes from.

    Parameters
    ----------
    dataset
        What was reported.
    place
        A row of its gazetteer.

    Returns
    -------
    dict
        ``unsure``, ``coordinates`` and ``trace`` by field.
    """
    sources = place_sources(dataset, place)
    return {
        "unsure": unsure_texts(place),
        "coordinates": coordinates_text(place),
        "trace": {field: source_text(source) for field, source in sources.items()},
    }


def spelled_rows(dataset: Dataset, actor: Actor, named: Source) -> list[list[int]]:
    """
    Write which aliases of an actor the articles spell, in as few bytes as will do.

    Parameters
    ----------
    dataset
        What was reported.
    actor
        One of its actors.
    named
        Where its name comes from.

    Returns
    -------
    list of list of int
        For each that is spelled its place among the aliases, then the places, among the claims of
        the actor's name, of those that stand where it is spelled.
    """
    return [
        [actor.aliases.index(alias), *map(named.claim_ids.index, source.claim_ids)]
        for alias, source in spelling_sources(dataset, actor, named).items()
    ]


def route_trace(dataset: Dataset, route: Route) -> dict[str, str]:
    """
    Write where what is said of a route comes from.

    Parameters
    ----------
    dataset
        What was reported.
    route
        One of its routes.

    Returns
    -------
    dict
        By field of the card.
    """
    sources = route_sources(dataset, route)
    return {field: source_text(source, route.claim_ids) for field, source in sources.items()}
