"""Who backs an event: one voice, several independent ones, parties only, or contradicting ones."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.acting import lineage
from geo.models import Claim
from geo.standing import speakers, standing
from geo.vocabulary import Backing, ParticipantRole, Stance, Standing

if TYPE_CHECKING:
    from geo.dataset import Dataset

NO_PARTY = frozenset({ParticipantRole.RELAYED})
"""Roles that make nobody a party: whoever passed something on did not take part in it."""


@dataclass(frozen=True)
class Voice:
    """
    Somebody who says that an event happened, apart from everybody else who does.

    Attributes
    ----------
    actor_id
        Who speaks, as the first claim names them; ``None`` for an article in its own voice.
    article_id
        The article of that claim.
    """

    actor_id: str | None
    article_id: str


def voices(dataset: "Dataset", event_id: str) -> tuple[Voice, ...]:
    """
    List the independent voices that assert an event.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.

    Returns
    -------
    voices
        In the order of the tables. Whoever several articles relay is one voice, and so are all
        who belong to one actor: a minister, his spokesman and his army are one state. An article
        that relays an outlet's report has the outlet's voice. What is said in a statement is its
        speaker's; that it was said is the voice of whoever reports it.
    """
    return tuple(_voices(dataset, event_id).values())


def backing(dataset: "Dataset", event_id: str) -> Backing:
    """
    Derive who backs an event.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.

    Returns
    -------
    backing
        Contradicted where its standing is disputed; else parties only, where nobody but those who
        take part in it, or who belong to one who does, asserts it; else one voice or several.
    """
    claims, participants = dataset.claims_of(event_id), dataset.participants_of(event_id)
    kind = dataset.event_rows[event_id].type
    if standing(claims, participants, kind) is Standing.DISPUTED:
        return Backing.CONTRADICTED
    parties = {_root(dataset, one.actor_id) for one in participants if one.role not in NO_PARTY}
    found = _voices(dataset, event_id)
    if parties.issuperset(found):
        return Backing.PARTIES
    return Backing.ONE if len(found) == 1 else Backing.SEVERAL


def _voices(dataset: "Dataset", event_id: str) -> dict[str, Voice]:
    found: dict[str, Voice] = {}
    kind = dataset.event_rows[event_id].type
    own = speakers(dataset.participants_of(event_id), kind)
    for claim in dataset.claims_of(event_id):
        if claim.stance is not Stance.ASSERTS:
            continue
        actor_id = _speaker(claim, own)
        key = _root(dataset, actor_id) if actor_id else claim.article_id
        found.setdefault(key, Voice(actor_id, claim.article_id))
    return found


def _speaker(claim: Claim, own: frozenset[str]) -> str | None:
    voice = None if claim.voice in own else claim.voice
    return voice or claim.via


def _root(dataset: "Dataset", actor_id: str) -> str:
    """Return the one at the top, that all of a kind belong to."""
    return lineage(dataset, actor_id)[-1]
