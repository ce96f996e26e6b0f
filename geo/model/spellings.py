"""How the articles spell actors, and in which passages each spelling stands."""

from collections.abc import Iterator

from geo.model.cells import Id, NeededText
from geo.model.places import Mentions
from geo.model.row import Fault, Row


class Spelling(Row):
    """A spelling of an actor, with every passage that has it letter by letter."""

    actor_id: Id
    spelling: NeededText
    mentions: Mentions

    def faults(self) -> Iterator[Fault]:
        """Yield a fault where no passage has it."""
        if not self.mentions:
            yield "mentions", "is empty; a spelling that no passage has stands in aliases only"
