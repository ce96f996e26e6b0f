"""The shape of the filters, roles, layers and credits, which the browser loops over."""

from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict

from geo.selection.facets import FACETS, WORD_COLUMNS

if TYPE_CHECKING:

    class FacetSets(TypedDict):
        """What is on of each filter."""

    class ColumnWords(TypedDict):
        """The words of an imported table that filters ask."""

    class ColumnLabels(TypedDict):
        """Their labels."""

else:
    # One field for each row of the table of filters, so that a new one is written there alone.
    FacetSets = TypedDict("FacetSets", {facet.name: list[str] | None for facet in FACETS})
    FacetSets.__doc__ = "What is on of each filter; null is what is on unless the reader says so."
    ColumnWords = TypedDict(
        "ColumnWords", {column.name: column.words for _, column in WORD_COLUMNS}
    )
    ColumnWords.__doc__ = "The words of an imported table that filters ask, by column."
    ColumnLabels = TypedDict("ColumnLabels", {column.name: str for _, column in WORD_COLUMNS})
    ColumnLabels.__doc__ = "The labels of those words, by column."


class ValueRow(TypedDict):
    """A value of a filter."""

    id: str  # As in the selection and in links.
    label: str
    on: bool  # Whether it is on unless the reader says otherwise.


class FacetRow(TypedDict):
    """A filter, as :class:`geo.selection.facet.Facet` says it."""

    name: str  # As in the selection and in links.
    label: str
    one: str  # What one of its values is called.
    rule: Literal["any"] | None  # "any": an event passes while one of its values is on.
    row_field: str | None  # The event row's own field that holds the value.
    column: str | None  # Of an imported table.
    column_at: int | None  # Its place among such columns.
    limits_events: bool
    list_at: int | None  # Its place among the lists of the filter pane.
    words_at: int | None  # Its place among the words of a selection.
    values: list[ValueRow] | None  # Null where they are a tree, which stands by itself.


class RoleWords(TypedDict):
    """Whose part in an event counts."""

    id: str
    label: str  # On the switch.
    told: str | None  # Where what is chosen is told; null for the usual one.


class LayerRow(TypedDict):
    """A layer of the map, as :class:`geo.selection.map_layers.MapLayer` says it."""

    id: str  # As in the selection and in links.
    label: str
    on: bool  # Whether it is on unless the reader says otherwise.
    counted: bool  # Whether its switch counts the events.
    of_imports: bool  # Whether it is of imported events.


class CreditRow(TypedDict):
    """Whose work it is, as it stands in four places."""

    map: str  # At the map's foot.
    key: str
    tables: str  # Beside the version of the data.
    saved: str  # On a saved page.
