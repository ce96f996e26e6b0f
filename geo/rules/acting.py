"""Who acts in an event, on which side, and who stands above whom."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from geo.model.vocabulary import ParticipantRole, Side

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Route

UNNAMED = "unnamed"
"""The reserved actor of an event in which no article names anyone who acts."""

ACTING_ROLES = (ParticipantRole.INITIATOR, ParticipantRole.TARGET, ParticipantRole.SUPPORTED)


def acting_side(dataset: "Dataset", event_id: str) -> Side:
    """
    Find the side that acted.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.

    Returns
    -------
    side
        Of all initiators, as this event has them; ``other`` where they belong to several sides,
        and without an initiator.
    """
    return common_side(
        participant.side or dataset.actors[participant.actor_id].side
        for participant in dataset.participants_of(event_id)
        if participant.role is ParticipantRole.INITIATOR
    )


def route_side(dataset: "Dataset", route: "Route") -> Side:
    """
    Find the side of a route.

    Parameters
    ----------
    dataset
        The data.
    route
        The route.

    Returns
    -------
    side
        Of all its actors; ``other`` where they belong to several sides, and without an actor.
    """
    return common_side(dataset.actors[actor_id].side for actor_id in route.actor_ids)


def common_side(sides: Iterable[Side]) -> Side:
    """
    Find the side that all share.

    Parameters
    ----------
    sides
        One for each who acts.

    Returns
    -------
    side
        ``other`` where they differ, and for nobody.
    """
    found = set(sides)
    return found.pop() if len(found) == 1 else Side.OTHER


def acting_actors(dataset: "Dataset", event_id: str) -> tuple[str, ...]:
    """
    List who acts: initiators, then targets, then those supported. Voices do not count.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.

    Returns
    -------
    actor_ids
        Each once; the reserved ``unnamed`` alone when there are none.
    """
    rows = dataset.participants_of(event_id)
    found = dict.fromkeys(p.actor_id for role in ACTING_ROLES for p in rows if p.role is role)
    return tuple(found) or (UNNAMED,)


def lineage(dataset: "Dataset", actor_id: str) -> tuple[str, ...]:
    """
    Go up the tree of actors.

    Parameters
    ----------
    dataset
        The data.
    actor_id
        An actor, or the reserved ``unnamed``.

    Returns
    -------
    actor_ids
        It, then everyone above it, the topmost last.
    """
    found: dict[str, None] = {}
    above: str | None = actor_id
    while above is not None and above not in found:
        found[above] = None
        actor = dataset.actors.get(above)
        above = actor.parent_id if actor else None
    return tuple(found)
