"""Where what a card says of an actor comes from."""

from typing import TYPE_CHECKING

from geo.rules.attributes import attributes_of
from geo.sentences.source import OURS, Kind, Source, passage_of

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Actor


def actor_source(dataset: "Dataset", actor_id: str) -> Source:
    """
    Say where an actor is named.

    Parameters
    ----------
    dataset
        What was reported; looked up in all of it.
    actor_id
        An actor of the table.

    Returns
    -------
    source
        The claims about it, those it has a part by, and those it speaks in or is heard through;
        our own word for an actor that only holds others together.
    """
    whole = dataset.whole or dataset
    ids = {one.claim_id for one in attributes_of(whole, "actor", actor_id)}
    ids |= {row.claim_id for row in whole.participants if row.actor_id == actor_id}
    ids |= {claim.claim_id for claim in whole.claims if actor_id in (claim.voice, claim.via)}
    found = tuple(claim.claim_id for claim in whole.claims if claim.claim_id in ids)
    return Source(Kind.ARTICLE, found) if found else OURS


def spelling_sources(dataset: "Dataset", actor: "Actor", named: Source) -> dict[str, Source]:
    """
    Say where each spelling of an actor stands.

    Parameters
    ----------
    dataset
        What was reported; looked up in all of it.
    actor
        One of its actors.
    named
        What :func:`actor_source` says of it.

    Returns
    -------
    sources
        By spelling, in the order of the actor's aliases; an alias that no article spells is left
        out. Claims are those on the actor that stand in one of the passages.
    """
    whole = dataset.whole or dataset
    on_it = set(named.claim_ids)
    at = {claim.claim_id: passage_of(claim) for claim in whole.claims if claim.claim_id in on_it}
    mentions = {
        row.spelling: tuple(passage_of(one) for one in row.mentions)
        for row in whole.spellings
        if row.actor_id == actor.actor_id
    }
    return {
        alias: Source(
            Kind.ARTICLE,
            tuple(claim_id for claim_id, passage in at.items() if passage in mentions[alias]),
            mentions[alias],
        )
        for alias in actor.aliases
        if alias in mentions
    }
