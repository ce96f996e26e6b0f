"""What every file that leaves says of itself: selection, counts, version, licence, how to cite."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from geo.dataset import Dataset
from geo.model.credits import IN_EXPORTS, TABLES
from geo.rules.fact_parts import source_part
from geo.selection.link import to_query
from geo.selection.selection import Selection

LICENCE = "CC-BY-4.0"
KINDS = ("event", "movement", "place", "route", "zone")


def about(dataset: Dataset, counts: Mapping[str, int]) -> dict[str, Any]:
    """
    Say what a file holds.

    Parameters
    ----------
    dataset
        Whole or selected.
    counts
        How many of what the file holds.

    Returns
    -------
    atlas
        ``version`` of the data; ``selection`` as the query of a link, empty for everything;
        ``counts``; ``licence``, ``attribution`` and ``cite``, how to cite the file.
    """
    selection = dataset.selection or Selection()
    return {
        "version": dataset.version,
        "selection": to_query(selection, dataset.whole or dataset),
        "counts": dict(counts),
        "licence": LICENCE,
        "attribution": IN_EXPORTS,
        "cite": cite(dataset),
    }


def said_of_things(dataset: Dataset) -> list[dict[str, Any]]:
    """
    List what articles say of actors, places and routes themselves, which is no event.

    Parameters
    ----------
    dataset
        Whole or selected.

    Returns
    -------
    said
        ``about``, such as ``actor:iran``, and who says it where; days as ISO text.
    """
    return [
        {"about": claim.about}
        | {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in source_part(dataset, claim).items()
        }
        for claim in dataset.claims
        if claim.about
    ]


def cite(dataset: Dataset) -> str:
    """
    Say how to cite a file.

    Parameters
    ----------
    dataset
        Whole or selected.

    Returns
    -------
    str
        One line.
    """
    return (
        f"Corridor Atlas, data version {dataset.version}, {TABLES.licence}. "
        "With an event, cite the articles and passages that its sources name."
    )
