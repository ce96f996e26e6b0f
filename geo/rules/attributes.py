"""What articles say of an actor, a place or a route itself, which is no event."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from geo.model.models import Claim
from geo.model.things import about_parts

if TYPE_CHECKING:
    from geo.dataset import Dataset


def attributes_of(dataset: "Dataset", kind: str, thing_id: str) -> tuple[Claim, ...]:
    """
    List the claims about a thing itself.

    Parameters
    ----------
    dataset
        Whole or selected.
    kind
        ``actor``, ``place`` or ``route``.
    thing_id
        Its id.

    Returns
    -------
    claims
        In the order of the table.
    """
    return dataset.claims_about.get(f"{kind}:{thing_id}", ())


def is_about_shown(claim: Claim, routes: Collection[str], place_ids: Collection[str]) -> bool:
    """
    Tell whether a claim is about a thing that a selection keeps.

    Parameters
    ----------
    claim
        Any.
    routes, place_ids
        Ids of the routes and places shown.

    Returns
    -------
    bool
        An actor is kept always, for names. False for a claim about an event.
    """
    if not claim.about:
        return False
    kind, thing_id = about_parts(claim.about)
    return kind == "actor" or thing_id in (routes if kind == "route" else place_ids)
