"""What the reader has chosen to see, and its form in a link."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from geo.model.vocabulary import DayOf, Role
from geo.selection.facets import FACETS, Chosen
from geo.selection.folding import tidy
from geo.selection.map_layers import DEFAULT_LAYERS

SET_FIELDS = tuple(facet.name for facet in FACETS)
DAY_FIELDS = ("first_day", "last_day", "imported_until")
NOTHING = "none"


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
class Selection(Chosen):
    """
    One state for map, table, chart, downloads and link; what is on stands in :class:`Chosen`.

    Attributes
    ----------
    role
        Whose part in an event the switches of sides and actors are about: who did it, its targets
        too, or whoever had any part in it.
    first_day, last_day
        The window, both ends in it; ``None`` is open.
    day_of
        Whether the window is of days on which events happened or were reported.
    cursors
        Stops reached, by article; absent is the end.
    imported_until
        Day up to which imported events are drawn; ``None`` is the end. It is of the drawing
        alone and touches no event of the articles.
    find
        What is looked for in titles, summaries, names and publishers; empty finds everything.
    stated_only
        Whether everything that the articles do not say is hidden.
    """

    role: Role = Role.DID
    first_day: date | None = None
    last_day: date | None = None
    day_of: DayOf = DayOf.HAPPENED
    cursors: Mapping[str, int] = field(default_factory=Cursors)
    imported_until: date | None = None
    find: str = ""
    stated_only: bool = False

    def __post_init__(self) -> None:
        """Freeze whatever collections were given."""
        for name in SET_FIELDS:
            chosen = getattr(self, name)
            if chosen is not None:
                object.__setattr__(self, name, frozenset(str(word) for word in chosen))
        object.__setattr__(self, "find", tidy(self.find))
        object.__setattr__(self, "role", Role(self.role))
        object.__setattr__(self, "day_of", DayOf(self.day_of))
        object.__setattr__(self, "cursors", Cursors(self.cursors))

    def layer_on(self, layer_id: str) -> bool:
        """
        Say whether a layer of the map is on.

        Parameters
        ----------
        layer_id
            One of ``geo.selection.map_layers.LAYERS``.

        Returns
        -------
        on
            Whether it is drawn.
        """
        return layer_id in (DEFAULT_LAYERS if self.layers is None else self.layers)
