"""Who counts in an event or a route when actors and sides are switched, and what is left of it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from geo.model.vocabulary import ParticipantRole, Role, Side
from geo.rules.acting import UNNAMED, lineage

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Route

ITSELF = "_itself"
"""Ends the id of an actor that is meant without those below it in the tree."""

COUNTING: Mapping[Role, frozenset[ParticipantRole]] = MappingProxyType(
    {
        Role.DID: frozenset({ParticipantRole.INITIATOR}),
        Role.TARGET: frozenset({ParticipantRole.INITIATOR, ParticipantRole.TARGET}),
        Role.ANY: frozenset(ParticipantRole),
    }
)
"""Whose parts count: who did it; its targets too; whoever had any part. Voices never do."""


class Part(NamedTuple):
    """
    One who counts in an event.

    Attributes
    ----------
    side
        On which side it stands there.
    switches
        Ids that each switch it on: its own, those above it in the tree, and itself alone.
    """

    side: Side
    switches: frozenset[str]


Parts = tuple[Part, ...]


def event_parts(dataset: "Dataset", event_id: str, role: Role) -> Parts:
    """
    List who counts in an event.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.
    role
        Whose part counts.

    Returns
    -------
    parts
        Each once; the reserved ``unnamed`` of the side ``other`` alone
        where nobody counts.
    """
    order = list(Role)
    counting = order[: order.index(role) + 1]
    roles = narrowest_roles(dataset, event_id)
    return _parts(dataset, (one for one, least in roles.items() if least in counting))


def narrowest_roles(dataset: "Dataset", event_id: str) -> dict[tuple[Side, str], Role]:
    """
    Say from which role on each participant of an event counts.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.

    Returns
    -------
    roles
        By side and actor; empty where nobody takes part.
    """
    rows = dataset.participants_of(event_id)
    found: dict[tuple[Side, str], Role] = {}
    for role in Role:
        for row in rows:
            if row.role in COUNTING[role]:
                side = row.side or dataset.actors[row.actor_id].side
                found.setdefault((side, row.actor_id), role)
    return found


def route_parts(dataset: "Dataset", route: "Route") -> Parts:
    """
    List whose route it is.

    Parameters
    ----------
    dataset
        The data.
    route
        The route.

    Returns
    -------
    parts
        Empty for a road that is nobody's, which no switch of actors takes away.
    """
    if not route.actor_ids:
        return ()
    return _parts(dataset, ((dataset.actors[one].side, one) for one in route.actor_ids))


def _parts(dataset: "Dataset", found: Iterable[tuple[Side, str]]) -> Parts:
    once = dict.fromkeys(found) or {(Side.OTHER, UNNAMED): None}
    return tuple(Part(side, switches(dataset, actor_id)) for side, actor_id in once)


def switches(dataset: "Dataset", actor_id: str) -> frozenset[str]:
    """
    List the ids that each switch an actor on.

    Parameters
    ----------
    dataset
        The data.
    actor_id
        An actor, or the reserved ``unnamed``.

    Returns
    -------
    ids
        Its own, everyone's above it, and its own with ``ITSELF``.
    """
    return frozenset({*lineage(dataset, actor_id), actor_id + ITSELF})


def actor_ids_known(dataset: "Dataset") -> frozenset[str]:
    """
    List what a selection's ``actors`` may hold.

    Parameters
    ----------
    dataset
        The data.

    Returns
    -------
    ids
        Actors, the reserved ``unnamed``, and with ``ITSELF`` each that has others below it.
    """
    parents = {actor.parent_id for actor in dataset.actors.values() if actor.parent_id}
    return frozenset({*dataset.actors, UNNAMED, *(one + ITSELF for one in parents)})


def is_on(parts: Parts, sides: frozenset[str] | None, actors: frozenset[str] | None) -> bool:
    """
    Say whether somebody who counts is switched on.

    Parameters
    ----------
    parts
        Those who count.
    sides, actors
        What is on; ``None`` is everything.

    Returns
    -------
    on
        Whether one of them is on by side and by actor at once: with several who did it an event
        stays while one of them is on, and with a side off nothing stays that only it did.
    """
    return any(
        (sides is None or part.side in sides)
        and (actors is None or not actors.isdisjoint(part.switches))
        for part in parts
    )
