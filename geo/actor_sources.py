"""Where what a card says of an actor comes from."""

from typing import TYPE_CHECKING

from geo.attributes import attributes_of
from geo.source import OURS, Kind, Source

if TYPE_CHECKING:
    from geo.dataset import Dataset


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
