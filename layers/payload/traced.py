"""What the payload carries so that every sentence of a card leads back to its claims."""

from collections.abc import Mapping
from types import MappingProxyType

from geo.dataset import Dataset
from geo.model.contract import EventSentence
from geo.model.models import Actor, Event, Place, Route
from geo.sentences.actor_sources import spelling_sources
from geo.sentences.event_sentences import event_sentences
from geo.sentences.event_sources import event_sources
from geo.sentences.place_sources import coordinates_text, place_sources, unsure_texts
from geo.sentences.route_sources import route_sources
from geo.sentences.source import Source, source_text
from layers.contract import EventTrace, PlaceTrace, SourceText, StatedSentence, StatedSentences

STATED: Mapping[EventSentence, StatedSentence] = MappingProxyType(
    {
        "words": "stated_words",
        "day_basis": "stated_day_basis",
        "sureness": "stated_sureness",
        "position": "stated_position",
        "way": "stated_way",
        "how_many": "stated_how_many",
    }
)
"""What each sentence is called while only the articles count."""


def event_trace(dataset: Dataset, event: Event) -> EventTrace:
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
    EventTrace
        ``source_text`` writes the sources.
    """
    all_ids = tuple(claim.claim_id for claim in dataset.claims_of(event.event_id))
    sentences = event_sentences(dataset, event)
    by_articles = event_sentences(dataset, event, stated_only=True)
    reworded: StatedSentences = {}
    for name, stated_name in STATED.items():
        if by_articles[name] != sentences[name]:
            reworded[stated_name] = by_articles[name]
    sources, stated = (
        {
            field: source_text(source, all_ids)
            for field, source in event_sources(dataset, event, stated_only=only).items()
        }
        for only in (False, True)
    )
    differing = {field: text for field, text in stated.items() if text != sources[field]}
    return {**sentences, **reworded, "trace": sources, "stated_trace": differing}


def place_trace(dataset: Dataset, place: Place) -> PlaceTrace:
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
    PlaceTrace
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


def route_trace(dataset: Dataset, route: Route) -> dict[str, SourceText]:
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
