"""How an event stands: reported, only claimed, or disputed; derived from its claims."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from geo.model.models import Claim, Participant
from geo.model.vocabulary import EventType, ParticipantRole, Stance, Standing
from geo.rules.parties import is_doer

if TYPE_CHECKING:
    from geo.dataset import Dataset

V = TypeVar("V", int, date)

SPOKEN = frozenset({EventType.STATEMENT, EventType.WARNING})
"""Events that consist in being said: an article that quotes them reports them itself."""


def standing(dataset: "Dataset", event_id: str) -> Standing:
    """
    Derive how an event stands.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.

    Returns
    -------
    standing
        Disputed when a party denies it, or claims give figures or culprits that exclude each
        other. Else reported when an article says it in its own voice and nobody of those who did
        it declines to confirm it. Else claimed.
    """
    claims, participants = dataset.claims_of(event_id), dataset.participants_of(event_id)
    if any(claim.stance is Stance.DENIES for claim in claims):
        return Standing.DISPUTED
    asserted = [claim for claim in claims if claim.stance is Stance.ASSERTS]
    if figures_contradict(asserted) or blame_contradicts(participants):
        return Standing.DISPUTED
    own = speakers(participants, dataset.event_rows[event_id].type)
    if unconfirmed_in(dataset, event_id):
        return Standing.CLAIMED
    if any(is_own_voice(dataset, claim, own) for claim in asserted):
        return Standing.REPORTED
    return Standing.CLAIMED


def other_outlet(dataset: "Dataset", claim: Claim) -> str | None:
    """
    Name the outlet whose report an article relays.

    Parameters
    ----------
    dataset
        The data.
    claim
        What is relayed.

    Returns
    -------
    actor_id
        ``None`` also where an outlet cites an earlier report of its own: that it says itself.
    """
    publisher = dataset.articles[claim.article_id].publisher
    return claim.via if claim.via and dataset.actors[claim.via].name != publisher else None


def is_own_voice(dataset: "Dataset", claim: Claim, own: frozenset[str]) -> bool:
    """
    Tell whether an article says something itself.

    Parameters
    ----------
    dataset
        The data.
    claim
        What it says.
    own
        Who speaks, where the event consists in being said: an article that quotes them reports
        that they said it.

    Returns
    -------
    bool
        Not what a named voice says, what another outlet reports, or what a word such as
        *reportedly* takes back.
    """
    relayed = other_outlet(dataset, claim)
    return (claim.voice is None or claim.voice in own) and not relayed and not claim.hedge


def unconfirmed_in(dataset: "Dataset", event_id: str) -> frozenset[str]:
    """
    List the articles that tell that those who did it decline to confirm an event.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.

    Returns
    -------
    article_ids
        None for a statement or a warning: that it was said is not what a speaker declines to
        confirm.
    """
    if dataset.event_rows[event_id].type in SPOKEN:
        return frozenset()
    return frozenset(
        claim.article_id
        for claim in dataset.claims_of(event_id)
        if claim.stance is Stance.DECLINES_TO_CONFIRM
        and claim.voice
        and is_doer(dataset, event_id, claim.voice)
    )


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


def figures_contradict(claims: Sequence[Claim]) -> bool:
    """
    Tell whether claims give figures that exclude each other.

    Parameters
    ----------
    claims
        Those that assert an event.

    Returns
    -------
    bool
        Some two ranges of the dead or of the wounded have no number in common.
    """
    return any(
        have_nothing_in_common(one, other)
        for what in ("fatalities", "wounded")
        for (one, _), (other, _) in combinations(figures_given(claims, what), 2)
    )


def figures_given(
    claims: Iterable[Claim], what: str
) -> list[tuple[tuple[int | None, int | None], str]]:
    """
    List the figures that claims give.

    Parameters
    ----------
    claims
        Any.
    what
        ``fatalities`` or ``wounded``.

    Returns
    -------
    figures
        Low and high with the id of the claim, for each that is not silent; ``None`` is open.
    """
    given = (
        ((getattr(claim, f"{what}_low"), getattr(claim, f"{what}_high")), claim.claim_id)
        for claim in claims
    )
    return [(figures, claim_id) for figures, claim_id in given if figures != (None, None)]


def have_nothing_in_common(
    one: tuple[V | None, V | None], other: tuple[V | None, V | None]
) -> bool:
    """
    Tell whether two ranges exclude each other.

    Parameters
    ----------
    one, other
        First and last, both in the range; ``None`` is open.

    Returns
    -------
    bool
    """
    return _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: tuple[V | None, V | None], other: tuple[V | None, V | None]) -> bool:
    return one[1] is not None and other[0] is not None and one[1] < other[0]


def blame_contradicts(participants: Sequence[Participant]) -> bool:
    """
    Tell whether one claims an event and another is blamed for it.

    Parameters
    ----------
    participants
        Of the event.

    Returns
    -------
    bool
        False where only the one who claims it is blamed.
    """
    claimants = {p.actor_id for p in participants if p.role is ParticipantRole.CLAIMANT}
    blamed = {p.actor_id for p in participants if p.role is ParticipantRole.BLAMED}
    return bool(claimants and blamed - claimants)
