"""What a participant's role is called, by the kind of event it takes part in."""

from collections.abc import Mapping
from types import MappingProxyType

from geo.vocabulary import EventType, ParticipantRole

_SAME_EVERYWHERE: Mapping[ParticipantRole, str] = MappingProxyType(
    {
        ParticipantRole.SUPPORTED: "In support of",
        ParticipantRole.CLAIMANT: "Claimed by",
        ParticipantRole.BLAMED: "Blamed on",
        ParticipantRole.APPROVED: "Approved by",
        ParticipantRole.RELAYED: "Passed on by",
    }
)

_DONE = ("Carried out by", "Aimed at")
_WORDS: Mapping[EventType, tuple[str, str]] = MappingProxyType(
    {
        EventType.STATEMENT: ("Said by", "Concerning"),
        EventType.WARNING: ("Warning by", "Addressed to"),
        EventType.VISIT: ("By", "To"),
        EventType.POLICY: ("Policy of", "Concerning"),
        EventType.CONTROL: ("Held by", "Concerning"),
        EventType.PLANNED_OPERATION: ("Planned by", "Aimed at"),
        EventType.BACKGROUND: ("Named", "Concerning"),
        EventType.ROUTE_CHANGE: ("Named", "Concerning"),
    }
)
"""Words for initiator and target. A statement may be directed at whom it is not addressed to."""


def role_label(event_type: EventType, role: ParticipantRole) -> str:
    """
    Name a role for readers.

    Parameters
    ----------
    event_type
        Attacks, operations, movements, shipments and the like are carried out; what is said,
        held, planned or only described has words of its own.
    role
        The participant's.

    Returns
    -------
    str
        As in ``Carried out by`` or ``Addressed to``.
    """
    by_whom, at_whom = _WORDS.get(event_type, _DONE)
    if role is ParticipantRole.INITIATOR:
        return by_whom
    return at_whom if role is ParticipantRole.TARGET else _SAME_EVERYWHERE[role]
