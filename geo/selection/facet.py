"""What a row of the table of filters holds; the table is ``geo/selection/facets.py``."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Event

Ids = frozenset[str] | None
Rule = Callable[["Dataset", "Event"], Iterable[str]]


@dataclass(frozen=True)
class Option:
    """
    How a filter is typed on the command line.

    Attributes
    ----------
    flag
        Once for each value.
    metavar
        What stands for a value in the help.
    known_in
        Where the values are listed, for whoever typed another.
    help
        What more there is to say of it.
    """

    flag: str
    metavar: str
    known_in: str
    help: str | None = None


@dataclass(frozen=True)
class WordColumn:
    """
    The column of an imported table that a filter asks; a cell holds one word.

    Attributes
    ----------
    name
        Of the column, also where imported events leave as GeoJSON.
    empty
        What an empty cell stands for.
    labels
        What each word that a cell may hold is called, of an event.
    at
        Its place among such columns where the columns of a table are listed.
    """

    name: str
    empty: StrEnum
    labels: Mapping[Any, str]
    at: int

    @property
    def words(self) -> type[StrEnum]:
        """The list of words that a cell may hold."""
        return type(self.empty)


@dataclass(frozen=True)
class Facet:
    """
    A filter: one set of values that are on.

    Attributes
    ----------
    label
        Heading of its list on the page, and its name where a picture, a print or a saved page says
        what is chosen.
    one
        What one of its values is, within a sentence.
    rows
        Label by value, in the order to show them.
    known
        The values that a link may name; by default those of ``rows``.
    values
        The rule: which values an event has. It passes while one of them is on. ``None`` where
        another rule applies: to articles, which have a slider each; to sides and actors, which are
        asked at once (:func:`geo.rules.parts.is_on`); to layers, which hold no event back. The same
        whether or not only the articles count: a rule is not told.
    usual
        The values that are on unless the reader says otherwise; by default all.
    row_field
        The field under which the payload's row of an event has its values anyway, one or a list;
        empty where ``facets`` of the row holds them.
    column
        ``None`` where imported tables have none: then it leaves imported events alone.
    option
        ``None`` where the command line does not ask it.
    list_at
        Place of its list among those of the filters, ``None`` where it is no list.
    words_at
        Its place where what is chosen is put in words, ``None`` where that is told otherwise.
    limits_events
        Whether it decides which events are shown.
    name
        In the selection, in the link and in the payload; that of its field in :class:`Chosen`.
    """

    label: str
    one: str
    rows: Callable[["Dataset"], Mapping[str, str]]
    known: Callable[["Dataset"], Collection[str]] | None = None
    values: Rule | None = None
    usual: Collection[str] | None = None
    row_field: str = ""
    column: WordColumn | None = None
    option: Option | None = None
    list_at: int | None = None
    words_at: int | None = None
    limits_events: bool = True
    name: str = ""

    def known_values(self, dataset: "Dataset") -> Collection[str]:
        """
        List the values that a link may name.

        Parameters
        ----------
        dataset
            The data.

        Returns
        -------
        values
            Ids or words.
        """
        return self.known(dataset) if self.known else self.rows(dataset)
