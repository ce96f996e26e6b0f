"""What a participant's role is called, by the kind of event it takes part in."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from geo.model.vocabulary import EventType, ParticipantRole, Side, Status
from geo.sentences.source import Kind, Source

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Event, Relation

_SAME_EVERYWHERE: Mapping[ParticipantRole, str] = MappingProxyType(
    {
        ParticipantRole.SUPPORTED: "In support of",
        ParticipantRole.CLAIMANT: "Claimed by",
        ParticipantRole.BLAMED: "Blamed on",
        ParticipantRole.APPROVED: "Approved by",
        ParticipantRole.RELAYED: "Passed on by",
        ParticipantRole.PARTNER: "Together with",
        ParticipantRole.CONSULTED: "Consulted",
    }
)

_DONE = ("Carried out by", "Aimed at")
_EXPECTED = ("Expected of", "Aimed at")
_WORDS: Mapping[EventType, tuple[str, str]] = MappingProxyType(
    {
        EventType.STATEMENT: ("Said by", "Concerning"),
        EventType.WARNING: ("Warning by", "Directed at"),
        EventType.LEAFLET_DROP: ("Dropped by", "Addressed to"),
        EventType.VISIT: ("By", "To"),
        EventType.POLICY: ("Policy of", "Concerning"),
        EventType.CONTROL: ("Held by", "Concerning"),
        EventType.PLANNED_OPERATION: ("Planned by", "Aimed at"),
        EventType.BACKGROUND: ("About", "Concerning"),
        EventType.ROUTE_CHANGE: ("Moved by", "Concerning"),
    }
)
"""Words for initiator and target. A statement may be directed at whom it is not addressed to."""


def role_label(event: "Event", role: ParticipantRole) -> str:
    """
    Name a role for readers.

    Parameters
    ----------
    event
        Attacks, operations, movements, shipments and the like are carried out; what is said,
        held, planned or only described has words of its own. What others forecast, nobody is
        said to plan.
    role
        The participant's.

    Returns
    -------
    str
        As in ``Carried out by`` or ``Addressed to``.
    """
    by_whom, at_whom = _WORDS.get(event.type, _DONE)
    if event.type is EventType.PLANNED_OPERATION and event.status is Status.FORECAST:
        by_whom, at_whom = _EXPECTED
    if role is ParticipantRole.INITIATOR:
        return by_whom
    # Praise helps nobody yet.
    if role is ParticipantRole.SUPPORTED and event.type is EventType.STATEMENT:
        return "In favour of"
    return at_whom if role is ParticipantRole.TARGET else _SAME_EVERYWHERE[role]


@dataclass(frozen=True)
class Part:
    """
    An actor in an event, as a card names it.

    Attributes
    ----------
    actor_id, name
        Who.
    role, label
        What they are to the event, and how that is called.
    side
        Theirs in this event.
    source
        The claims that say so.
    """

    actor_id: str
    name: str
    role: ParticipantRole
    label: str
    side: Side
    source: Source


def event_parts(dataset: "Dataset", event: "Event") -> tuple[Part, ...]:
    """
    List who takes part in an event.

    Parameters
    ----------
    dataset
        What was reported.
    event
        One of its events.

    Returns
    -------
    parts
        In the order of the table; what several claims say of one actor is one part.
    """
    claims: dict[tuple[str, ParticipantRole, Side], dict[str, None]] = {}
    for one in dataset.participants_of(event.event_id):
        side = one.side or dataset.actors[one.actor_id].side
        claims.setdefault((one.actor_id, one.role, side), {})[one.claim_id] = None
    return tuple(
        Part(
            actor_id=actor_id,
            name=dataset.actors[actor_id].name,
            role=role,
            label=role_label(event, role),
            side=side,
            source=Source(Kind.ARTICLE, tuple(ids)),
        )
        for (actor_id, role, side), ids in claims.items()
    )


def relation_source(relation: "Relation") -> Source:
    """
    Say what it rests on that one event bears on another.

    Parameters
    ----------
    relation
        A row of the table.

    Returns
    -------
    source
        Our inference: articles tell of both, and to link the two is our reading.
    """
    return Source(Kind.INFERENCE, (relation.claim_id,) if relation.claim_id else ())
