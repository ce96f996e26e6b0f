"""Find events by what somebody types: titles, summaries, actors and places in every spelling."""

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from geo.selection.folding import Findable, consonants, spellings, words

if TYPE_CHECKING:
    from geo.dataset import Dataset

_INDEX: WeakKeyDictionary["Dataset", dict[str, Findable]] = WeakKeyDictionary()


def findables(whole: "Dataset") -> dict[str, Findable]:
    """
    Work out once what every event is found by.

    Parameters
    ----------
    whole
        The whole data.

    Returns
    -------
    dict
        By event.
    """
    if whole not in _INDEX:
        _INDEX[whole] = {event_id: _findable(whole, event_id) for event_id in whole.event_rows}
    return _INDEX[whole]


def _findable(whole: "Dataset", event_id: str) -> Findable:
    event = whole.event_rows[event_id]
    actors = (whole.actors[one.actor_id] for one in whole.participants_of(event_id))
    places = (whole.gazetteer[one.place_id] for one in whole.places_of(event_id))
    names = [*spellings(actors), *spellings(places)]
    publishers = (whole.articles[one].publisher for one in whole.articles_of(event_id))
    texts = [event.title, event.summary or "", *names, *publishers]
    return Findable(
        frozenset(word for text in texts for word in words(text)),
        frozenset(consonants(name) for name in names),
    )
