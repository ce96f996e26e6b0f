"""Who stands with whom: of one tree or one side; so who did an event, and who took part in it."""

from typing import TYPE_CHECKING

from geo.model.vocabulary import ParticipantRole, Side
from geo.rules.acting import lineage

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Participant

NO_PARTY = frozenset({ParticipantRole.RELAYED})
"""Roles that make nobody a party: whoever passed something on did not take part in it."""

ALONE = frozenset({ParticipantRole.SUPPORTED})
"""Roles that make a party of an actor and those below it, not of all their kind."""


def kin(dataset: "Dataset", actor_id: str, side: Side | None = None) -> frozenset[str]:
    """
    Name what an actor shares with those it stands with.

    Parameters
    ----------
    dataset
        The data.
    actor_id
        An actor.
    side
        The one it has here; ``None`` is its own.

    Returns
    -------
    marks
        The top of its tree and its side. The side ``other`` is none: it holds what has nothing
        in common. Two actors with a mark in common stand together.
    """
    own = side or dataset.actors[actor_id].side
    marks = {f"tree:{lineage(dataset, actor_id)[-1]}"}
    return frozenset(marks if own is Side.OTHER else marks | {f"side:{own}"})


def is_doer(dataset: "Dataset", event_id: str, actor_id: str) -> bool:
    """
    Tell whether an actor did an event, or stands with one who did.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.
    actor_id
        The actor.

    Returns
    -------
    bool
        Initiators, all of their trees, and all of their sides in this event.
    """
    own = kin(dataset, actor_id)
    return any(
        own & kin(dataset, one.actor_id, one.side)
        for one in dataset.participants_of(event_id)
        if one.role is ParticipantRole.INITIATOR
    )


def took_part(dataset: "Dataset", event_id: str, actor_id: str) -> bool:
    """
    Tell whether an actor took part in an event.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.
    actor_id
        The actor.

    Returns
    -------
    bool
        Whoever did it, with all who stand with them; whoever else has a role in it, with their
        tree; whoever is only helped, with those below.
    """
    rows = dataset.participants_of(event_id)
    return is_doer(dataset, event_id, actor_id) or any(
        _is_of(dataset, actor_id, row) for row in rows if row.role not in NO_PARTY
    )


def _is_of(dataset: "Dataset", actor_id: str, row: "Participant") -> bool:
    above = lineage(dataset, actor_id)
    if row.role in ALONE:
        return row.actor_id in above
    return above[-1] == lineage(dataset, row.actor_id)[-1]
