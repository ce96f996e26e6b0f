"""Where what a card says of a place or an article comes from, and how sure a position is."""

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model.vocabulary import Extent, PublishedBasis
from geo.sentences.distance import distance_text
from geo.sentences.event_sentences import BASES, sentence
from geo.sentences.source import OURS, Kind, Source, of_name, of_position

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Article, Place

EXTENTS = {
    Extent.CIRCLE: "drawn as the circle in which it lies",
    Extent.AREA: "an area, drawn as a soft circle, not a border",
    Extent.LINE: "a line",
    Extent.NONE: "not drawn",
}
"""Words for how a place is drawn; a point needs none."""


def place_sources(dataset: "Dataset", place: "Place") -> dict[str, Source]:
    """
    Say where what a card says of a place comes from.

    Parameters
    ----------
    dataset
        What was reported.
    place
        A row of the gazetteer.

    Returns
    -------
    sources
        By field: the name, in English and in Arabic, the list of passages that have it, and the
        position; an inferred one rests on what names the place or, where nothing does, on what
        tells of the events there.
    """
    name = of_name(dataset, place)
    position = of_position(place)
    if position.kind is Kind.INFERENCE:
        rests_on = name.claim_ids if name.mentions else _claims_there(dataset, place)
        position = replace(position, claim_ids=rests_on, mentions=name.mentions)
    return {
        "name": name,
        "name_ar": Source(Kind.OUTSIDE),
        "passages": Source(Kind.OURS, name.claim_ids, name.mentions),
        "position": position,
    }


def _claims_there(dataset: "Dataset", place: "Place") -> tuple[str, ...]:
    whole = dataset.whole or dataset
    there = {row.event_id for row in whole.event_places if row.place_id == place.place_id}
    return tuple(claim.claim_id for claim in whole.claims if claim.event_id in there)


def unsure_texts(place: "Place") -> list[str]:
    """
    Write how surely a place is where it is drawn, and as what.

    Parameters
    ----------
    place
        A row of the gazetteer.

    Returns
    -------
    list of str
    """
    radius_km = place.uncertainty_km
    within = f"within about {distance_text(radius_km)}" if radius_km else None
    return [sentence(text) for text in (within, EXTENTS.get(place.extent)) if text]


def coordinates_text(place: "Place") -> str:
    """
    Write what kind of source gives the position of a place.

    Parameters
    ----------
    place
        A row of the gazetteer.

    Returns
    -------
    text
    """
    return sentence(BASES[place.basis])


def whence(place: "Place") -> str | None:
    """
    Say where a position comes from that no article and no gazetteer of names gives.

    Parameters
    ----------
    place
        A row of the gazetteer.

    Returns
    -------
    text
        ``None`` where an article names the place and its position is not inferred.
    """
    if place.stated:
        return None
    return ". ".join(text.removesuffix(".") for text in (place.source, place.note) if text) + "."


def published_source(article: "Article") -> Source:
    """
    Say where the day on which an article was published comes from.

    Parameters
    ----------
    article
        One of the five.

    Returns
    -------
    source
        Our own note where the day stands on the page.
    """
    kinds = {PublishedBasis.INFERRED: Kind.INFERENCE, PublishedBasis.EXTERNAL: Kind.OUTSIDE}
    kind = kinds.get(article.published_basis)
    return Source(kind) if kind else OURS
