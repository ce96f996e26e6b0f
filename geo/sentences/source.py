"""Where a sentence or a sign comes from: its kind and the claims and passages it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.model.vocabulary import PlaceBasis, WaypointBasis

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Claim, Place
    from geo.model.places import Mention

ALL = "*"
"""Stands for all claims of the thing that is told of."""


class Kind(StrEnum):
    """Who stands behind a sentence or a sign."""

    ARTICLE = "article"
    OUTSIDE = "outside"
    INFERENCE = "inference"
    OURS = "ours"


@dataclass(frozen=True)
class Source:
    """
    Who stands behind a sentence or a sign.

    Attributes
    ----------
    kind
        An article, in our words; a source outside the five; our inference; or our own words, as
        headings, counts, measures and notes are.
    claim_ids
        The claims it rests on.
    mentions
        Passages, as ``article_id:locus``, that name what it names, beside those of the claims.
    """

    kind: Kind
    claim_ids: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


OURS = Source(Kind.OURS)


def of_claims(claims: "Iterable[Claim]", kind: Kind = Kind.ARTICLE) -> Source:
    """
    Name claims as a source.

    Parameters
    ----------
    claims
        What it rests on.
    kind
        An article by default.

    Returns
    -------
    source
        Our inference where there is no claim, since nothing is an article's without a passage.
    """
    ids = tuple(dict.fromkeys(claim.claim_id for claim in claims))
    return Source(kind if ids or kind is not Kind.ARTICLE else Kind.INFERENCE, ids)


def of_position(place: "Place") -> Source:
    """
    Say where the position of a place comes from.

    Parameters
    ----------
    place
        A row of the gazetteer.

    Returns
    -------
    source
        No article gives coordinates: outside, or our inference.
    """
    inferred = place.basis is PlaceBasis.INFERRED
    return Source(Kind.INFERENCE if inferred else Kind.OUTSIDE)


def passage_of(row: "Claim | Mention") -> str:
    """
    Name the passage in which something is said or named.

    Parameters
    ----------
    row
        A claim, or a mention of a place or a spelling.

    Returns
    -------
    text
        ``article_id:locus``.
    """
    return f"{row.article_id}:{row.locus}"


def of_name(dataset: "Dataset", place: "Place") -> Source:
    """
    Say where the name of a place comes from.

    Parameters
    ----------
    dataset
        The data; the claims that name the place are looked up in all of it.
    place
        A row of the gazetteer.

    Returns
    -------
    source
        The articles that name it; outside or our inference, as its position is, where none does.
    """
    mentions = tuple(passage_of(one) for one in place.mentions)
    if not mentions:
        return of_position(place)
    claims = (dataset.whole or dataset).claims
    ids = tuple(claim.claim_id for claim in claims if claim.place_id == place.place_id)
    return Source(Kind.ARTICLE, ids, mentions)


def of_leg(basis: WaypointBasis, claim_ids: tuple[str, ...]) -> Source:
    """
    Say where a leg of a route comes from.

    Parameters
    ----------
    basis
        Of the leg.
    claim_ids
        Those of its route.

    Returns
    -------
    source
        A stated leg of a route that no claim tells of is our inference.
    """
    if basis is WaypointBasis.EXTERNAL:
        return Source(Kind.OUTSIDE)
    if basis is WaypointBasis.STATED and claim_ids:
        return Source(Kind.ARTICLE, claim_ids)
    return Source(Kind.INFERENCE, claim_ids)


def source_text(source: Source, all_ids: tuple[str, ...] = ()) -> str:
    """
    Write a source as the page carries it.

    Parameters
    ----------
    source
        What it rests on.
    all_ids
        All claims of the thing that is told of, which are written as ``ALL``.

    Returns
    -------
    text
        Its kind and the ids of its claims, with spaces between.
    """
    ids = source.claim_ids
    return " ".join((source.kind, ALL)) if ids and ids == all_ids else " ".join((source.kind, *ids))
