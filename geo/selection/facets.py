"""
The filters: one row for each, which link, selection, page, imported tables and command line loop.

A new filter is a field of :class:`Chosen` with its row, and the rule that its row names. Nothing
else lists filters: the row goes to the browser with the payload, and each event carries its values.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

from geo.model import labels
from geo.model.vocabulary import EventType, Side, Standing, Status
from geo.rules.event_facts import event_facts
from geo.rules.parts import actor_ids_known
from geo.rules.wording import day_text
from geo.selection.facet import Facet, Ids, Option, WordColumn
from geo.selection.map_layers import MAP_LAYERS

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Event


def _type(_dataset: "Dataset", event: "Event") -> Iterable[str]:
    return (event.type,)


def _status(_dataset: "Dataset", event: "Event") -> Iterable[str]:
    return (event.status,)


def _standing(dataset: "Dataset", event: "Event") -> Iterable[str]:
    return (event_facts(dataset)[event.event_id].standing,)


def _backing(dataset: "Dataset", event: "Event") -> Iterable[str]:
    return (event_facts(dataset)[event.event_id].backing,)


def _words(labelled: Mapping[Any, str]) -> Callable[["Dataset"], Mapping[str, str]]:
    """Take the values of a closed list of words, whatever the data."""
    rows = {str(word): label for word, label in labelled.items()}
    return lambda _dataset: rows


def _articles(dataset: "Dataset") -> Mapping[str, str]:
    ordered = sorted(dataset.articles.values(), key=lambda row: (row.published_on, row.article_id))
    return {row.article_id: f"{row.publisher}, {day_text(row.published_on)}" for row in ordered}


def _actors(dataset: "Dataset") -> Mapping[str, str]:
    return {row.actor_id: row.name for row in dataset.actors.values()}


@dataclass(frozen=True)
class Chosen:
    """What is on: ``None`` is everything, or the usual layers; an empty set is nothing."""

    articles: Annotated[
        Ids,
        Facet(
            label="Articles",
            one="article",
            rows=_articles,
            row_field="articles",
            option=Option("--article", "ID", "articles.csv"),
            list_at=50,
            words_at=10,
        ),
    ] = None
    actors: Annotated[
        Ids,
        Facet(
            label="Actors",
            one="actor",
            rows=_actors,
            known=actor_ids_known,
            option=Option(
                "--actor", "ID", "actors.csv", "with all below it; ID_itself for it alone"
            ),
            words_at=20,
        ),
    ] = None
    types: Annotated[
        Ids,
        Facet(
            label="Kinds of event",
            one="type of event",
            rows=_words(labels.TYPES),
            values=_type,
            row_field="type",
            column=WordColumn("type", EventType.BACKGROUND, labels.TYPES, at=10),
            option=Option("--type", "T", "the list of types"),
            list_at=10,
            words_at=40,
        ),
    ] = None
    statuses: Annotated[
        Ids,
        Facet(
            label="Happened or planned",
            one="status",
            rows=_words(labels.STATUSES),
            values=_status,
            row_field="status",
            column=WordColumn("status", Status.HAPPENED, labels.STATUSES, at=30),
            list_at=40,
            words_at=70,
        ),
    ] = None
    standings: Annotated[
        Ids,
        Facet(
            label="How it stands",
            one="standing",
            rows=_words(labels.STANDINGS),
            values=_standing,
            row_field="standing",
            column=WordColumn("standing", Standing.REPORTED, labels.STANDINGS, at=40),
            list_at=20,
            words_at=50,
        ),
    ] = None
    backings: Annotated[
        Ids,
        Facet(
            label="Who says so",
            one="answer to who says so",
            rows=_words(labels.BACKINGS),
            values=_backing,
            row_field="backing",
            list_at=30,
            words_at=60,
        ),
    ] = None
    sides: Annotated[
        Ids,
        Facet(
            label="Sides",
            one="side",
            rows=_words(labels.ACTOR_SIDES),
            column=WordColumn("side", Side.OTHER, labels.SIDES, at=20),
            option=Option("--side", "S", "the list of sides", f"one of {', '.join(Side)}"),
            words_at=30,
        ),
    ] = None
    layers: Annotated[
        Ids,
        Facet(
            label="Map layers",
            one="layer",
            rows=_words({layer.layer_id: layer.label for layer in MAP_LAYERS}),
            usual=tuple(layer.layer_id for layer in MAP_LAYERS if layer.on),
            limits_events=False,
        ),
    ] = None


_ROWS = get_type_hints(Chosen, include_extras=True)
FACETS: tuple[Facet, ...] = tuple(
    replace(row.__metadata__[0], name=name) for name, row in _ROWS.items()
)
"""In the order in which a link names them."""

WORD_COLUMNS = tuple((facet, facet.column) for facet in FACETS if facet.column)
"""The filters that ask a column of imported tables, with it."""


def in_words() -> tuple[Facet, ...]:
    """
    List the filters in the order in which what is chosen is told.

    Returns
    -------
    facets
        Without those that are told otherwise.
    """
    told = [(facet.words_at, facet) for facet in FACETS if facet.words_at is not None]
    return tuple(facet for _, facet in sorted(told, key=lambda pair: pair[0]))


def listed_columns() -> tuple[WordColumn, ...]:
    """
    List the columns of imported tables that filters ask, in the order to show them.

    Returns
    -------
    columns
        Those of ``WORD_COLUMNS``.
    """
    return tuple(sorted((column for _, column in WORD_COLUMNS), key=lambda column: column.at))
