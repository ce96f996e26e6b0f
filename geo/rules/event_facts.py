"""Every derived fact of an event, made once: what a selection asks, and what is told and drawn."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from geo.model.vocabulary import Backing, Side, Standing
from geo.rules import placement
from geo.rules.acting import acting_actors, acting_side
from geo.rules.backing import Voice, backing, voices
from geo.rules.spans import Span, event_span
from geo.rules.standing import standing
from geo.rules.stated import Reading, reading

if TYPE_CHECKING:
    from geo.dataset import Dataset


@dataclass(frozen=True)
class Stated:
    """
    What depends on whether only the articles count.

    Attributes
    ----------
    reading
        First and last day as they are told.
    span
        The days on which it was at most, and those over which it surely lasted, if it did.
    mark
        Where it is drawn; None without a place.
    path
        Places that a movement joins; empty without one.
    line
        Through them, lon/lat degrees; empty without one.
    """

    reading: Reading
    span: Span
    mark: placement.Mark | None
    path: tuple[str, ...]
    line: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class EventFacts:
    """
    What follows from the rows of an event.

    Attributes
    ----------
    articles
        Ids of those that report it.
    actor_ids
        Of those who did it.
    side
        Of those who did it.
    voices
        Who says so, each once.
    all_sources, articles_only
        Days and places from all sources, and from the articles alone.
    """

    articles: tuple[str, ...]
    actor_ids: tuple[str, ...]
    side: Side
    standing: Standing
    backing: Backing
    voices: tuple[Voice, ...]
    all_sources: Stated
    articles_only: Stated

    def of(self, stated_only: bool) -> Stated:
        """
        Choose whose days and places count.

        Parameters
        ----------
        stated_only
            Whether only what the articles say does.
        """
        return self.articles_only if stated_only else self.all_sources


_FACTS: WeakKeyDictionary["Dataset", dict[str, EventFacts]] = WeakKeyDictionary()


def event_facts(dataset: "Dataset") -> dict[str, EventFacts]:
    """
    Work out the facts of every event, once for a dataset and all selections of it.

    Parameters
    ----------
    dataset
        Whole or selected: a selection keeps every row of the events it shows.

    Returns
    -------
    facts
        By event of the whole data.
    """
    whole = dataset.whole or dataset
    if whole not in _FACTS:
        _FACTS[whole] = {event_id: _facts(whole, event_id) for event_id in whole.event_rows}
    return _FACTS[whole]


def _facts(whole: "Dataset", event_id: str) -> EventFacts:
    return EventFacts(
        articles=whole.articles_of(event_id),
        actor_ids=acting_actors(whole, event_id),
        side=acting_side(whole, event_id),
        standing=standing(whole, event_id),
        backing=backing(whole, event_id),
        voices=voices(whole, event_id),
        all_sources=_stated(whole, event_id, stated_only=False),
        articles_only=_stated(whole, event_id, stated_only=True),
    )


def _stated(whole: "Dataset", event_id: str, stated_only: bool) -> Stated:
    return Stated(
        reading=reading(whole, event_id, stated_only),
        span=event_span(whole, event_id, stated_only),
        mark=placement.mark(whole, event_id, stated_only),
        path=placement.path(whole, event_id, stated_only),
        line=placement.path_coordinates(whole, event_id, stated_only),
    )
