"""How an event stands: reported, only claimed, or disputed; derived from its claims."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from geo.models import Claim, Participant
from geo.vocabulary import EventType, ParticipantRole, Stance, Standing

SPOKEN = frozenset({EventType.STATEMENT, EventType.WARNING})
"""Events that consist in being said: an article that quotes them reports them itself."""


def standing(
    claims: Iterable[Claim], participants: Iterable[Participant], event_type: EventType
) -> Standing:
    """
    Derive how an event stands.

    Parameters
    ----------
    claims
        All claims about the event, of every article.
    participants
        Its participants: one who claims it and another who is blamed contradict each other.
    event_type
        A statement or warning in its speaker's own voice is reported: the article says that
        it was made. What it says stays the speaker's.

    Returns
    -------
    standing
        Disputed when a party denies it or claims contradict; else reported when an article
        says it in its own voice; else claimed.
    """
    known = tuple(claims)
    if any(claim.stance is Stance.DENIES for claim in known):
        return Standing.DISPUTED
    asserted = [claim for claim in known if claim.stance is Stance.ASSERTS]
    taking_part = tuple(participants)
    if _figures_contradict(asserted) or _blame_contradicts(taking_part):
        return Standing.DISPUTED
    own = speakers(taking_part, event_type)
    if any(claim.voice is None or claim.voice in own for claim in asserted):
        return Standing.REPORTED
    return Standing.CLAIMED


def speakers(participants: Iterable[Participant], event_type: EventType) -> frozenset[str]:
    """
    List who speaks where an event consists in being said.

    Parameters
    ----------
    participants
        Its participants.
    event_type
        Only statements and warnings are spoken.

    Returns
    -------
    actor_ids
        The initiators; nobody where something was done.
    """
    if event_type not in SPOKEN:
        return frozenset()
    return frozenset(p.actor_id for p in participants if p.role is ParticipantRole.INITIATOR)


def _figures_contradict(claims: Sequence[Claim]) -> bool:
    for what in ("fatalities", "wounded"):
        ranges = [
            (low or 0, high)
            for claim in claims
            for low, high in [(getattr(claim, f"{what}_low"), getattr(claim, f"{what}_high"))]
            if low is not None or high is not None
        ]
        for (low, high), (other_low, other_high) in combinations(ranges, 2):
            if high is not None and other_low > high:
                return True
            if other_high is not None and low > other_high:
                return True
    return False


def _blame_contradicts(participants: Sequence[Participant]) -> bool:
    claimants = {p.actor_id for p in participants if p.role is ParticipantRole.CLAIMANT}
    blamed = {p.actor_id for p in participants if p.role is ParticipantRole.BLAMED}
    return bool(claimants and blamed - claimants)
