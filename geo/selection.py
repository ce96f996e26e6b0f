"""What the reader has chosen to see, and its form in a link."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from geo.acting import UNNAMED
from geo.stops import stops
from geo.vocabulary import EventType, Side, Standing, Status

if TYPE_CHECKING:
    from geo.dataset import Dataset

LAYERS = (
    "relief",
    "borders",
    "rivers",
    "labels",
    "strike-sites",
    "places",
    "corridor-original",
    "corridor-shifted",
    "corridor-shift",
    "routes",
    "zone",
    "statements",
)
DEFAULT_LAYERS = frozenset(LAYERS) - {"statements"}
SET_FIELDS = ("articles", "actors", "types", "statuses", "standings", "sides", "layers")
NOTHING = "none"

Ids = frozenset[str] | None


class Cursors(Mapping[str, int]):
    """
    How many stops of each article's slider are reached; an article that is absent is at its end.

    Parameters
    ----------
    reached
        Number of stops by article, 0 for none.
    """

    def __init__(self, reached: Mapping[str, int] = MappingProxyType({})) -> None:
        self._reached = dict(sorted(reached.items()))

    def __getitem__(self, article_id: str) -> int:
        """Return the number of stops reached."""
        return self._reached[article_id]

    def __iter__(self) -> Iterator[str]:
        """Iterate over articles, in order of id."""
        return iter(self._reached)

    def __len__(self) -> int:
        """Count the articles whose slider is not simply at its end."""
        return len(self._reached)

    def __hash__(self) -> int:
        """Hash by content."""
        return hash(tuple(self._reached.items()))

    def __repr__(self) -> str:
        """Show the content."""
        return f"Cursors({self._reached})"


@dataclass(frozen=True)
class Selection:
    """
    One state for map, table, chart, downloads and link.

    Attributes
    ----------
    articles, actors, types, statuses, standings, sides
        What is on; ``None`` is everything, an empty set is nothing.
    layers
        Layers of the map that are on; ``None`` is the default.
    first_day, last_day
        The window, both ends in it; ``None`` is open.
    cursors
        Stops reached, by article; absent is the end.
    stated_only
        Whether everything that the articles do not say is hidden.
    """

    articles: Ids = None
    actors: Ids = None
    types: Ids = None
    statuses: Ids = None
    standings: Ids = None
    sides: Ids = None
    layers: Ids = None
    first_day: date | None = None
    last_day: date | None = None
    cursors: Mapping[str, int] = field(default_factory=Cursors)
    stated_only: bool = False

    def __post_init__(self) -> None:
        """Freeze whatever collections were given."""
        for name in SET_FIELDS:
            chosen = getattr(self, name)
            if chosen is not None:
                object.__setattr__(self, name, frozenset(str(word) for word in chosen))
        object.__setattr__(self, "cursors", Cursors(self.cursors))

    def layer_on(self, layer_id: str) -> bool:
        """
        Say whether a layer of the map is on.

        Parameters
        ----------
        layer_id
            One of ``LAYERS``.

        Returns
        -------
        on
            Whether it is drawn.
        """
        return layer_id in (DEFAULT_LAYERS if self.layers is None else self.layers)

    def to_query(self, dataset: "Dataset") -> dict[str, str]:
        """
        Write the selection as the query of a link.

        Parameters
        ----------
        dataset
            Names the event at which each article's slider stands.

        Returns
        -------
        query
            Only what differs from the start: ids joined by ``.``, ISO days,
            ``ARTICLE.EVENT`` pairs joined by ``_``.
        """
        query: dict[str, str] = {}
        for name in SET_FIELDS:
            chosen: Ids = getattr(self, name)
            if chosen is not None:
                query[name] = ".".join(sorted(chosen)) or NOTHING
        for name in ("first_day", "last_day"):
            day: date | None = getattr(self, name)
            if day is not None:
                query[name] = day.isoformat()
        pairs = []
        for article_id, reached in self.cursors.items():
            events = stops(dataset, article_id)
            at = min(reached, len(events))
            pairs.append(f"{article_id}.{events[at - 1] if at > 0 else NOTHING}")
        if pairs:
            query["cursors"] = "_".join(pairs)
        if self.stated_only:
            query["stated_only"] = "1"
        return query


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
        One sentence for each value ignored.
    """
    notices: list[str] = []
    chosen: dict[str, Any] = {}
    known = _known_ids(dataset)
    for name in SET_FIELDS:
        if query.get(name):
            chosen[name] = _read_ids(name, query[name], known[name], notices)
    for name in ("first_day", "last_day"):
        if query.get(name):
            chosen[name] = _read_day(name, query[name], notices)
    first_day, last_day = chosen.get("first_day"), chosen.get("last_day")
    if first_day and last_day and last_day < first_day:
        notices.append("The link's last day is before its first; both are ignored.")
        chosen["first_day"] = chosen["last_day"] = None
    if query.get("cursors"):
        chosen["cursors"] = _read_cursors(query["cursors"], dataset, notices)
    if query.get("stated_only"):
        chosen["stated_only"] = query["stated_only"] == "1"
        if query["stated_only"] not in ("0", "1"):
            notices.append(_ignored("stated_only", query["stated_only"]))
    return Selection(**chosen), notices


def _known_ids(dataset: "Dataset") -> dict[str, Collection[str]]:
    return {
        "articles": dataset.articles,
        "actors": {*dataset.actors, UNNAMED},
        "types": frozenset(EventType),
        "statuses": frozenset(Status),
        "standings": frozenset(Standing),
        "sides": frozenset(Side),
        "layers": LAYERS,
    }


def _ignored(name: str, value: str) -> str:
    short = value if len(value) <= 40 else f"{value[:39]}…"
    return f"The link's {name} value {short!r} is not known and is ignored."


def _read_ids(name: str, value: str, known: Collection[str], notices: list[str]) -> Ids:
    if value == NOTHING:
        return frozenset()
    words = value.split(".")
    notices += [_ignored(name, word) for word in dict.fromkeys(words) if word not in known]
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


def _read_cursors(value: str, dataset: "Dataset", notices: list[str]) -> Cursors:
    reached: dict[str, int] = {}
    for pair in value.split("_"):
        article_id, _, event_id = pair.partition(".")
        places = {event: at for at, event in enumerate(stops(dataset, article_id), start=1)}
        places[NOTHING] = 0
        if article_id in dataset.articles and event_id in places:
            reached[article_id] = places[event_id]
        else:
            notices.append(_ignored("cursors", pair))
    return Cursors(reached)
