"""The filters, roles, layers and credits as the payload carries them, for the browser to loop."""

from typing import TypedDict

from geo import credits, labels
from geo.dataset import Dataset
from geo.facet import Facet
from geo.facets import FACETS
from geo.map_layers import MAP_LAYERS
from geo.select import EventFacts
from geo.vocabulary import Role


class ValueRow(TypedDict):
    """A value of a filter: its name on the page, and whether it is on unless a reader says no."""

    id: str
    label: str
    on: bool


class FacetRow(TypedDict):
    """
    A filter, as :class:`geo.facet.Facet` says it.

    ``rule`` is ``any`` where an event passes while one of its values is on, else ``None``;
    ``values`` is ``None`` where they are a tree, which the payload holds by itself.
    """

    name: str
    label: str
    one: str
    rule: str | None
    row_field: str | None
    column: str | None
    limits_events: bool
    list_at: int | None
    words_at: int | None
    values: list[ValueRow] | None


class RoleRow(TypedDict):
    """Whose part in an event counts: its name on the switch, and where what is chosen is told."""

    id: str
    label: str
    told: str | None


class LayerRow(TypedDict):
    """A layer of the map, as :class:`geo.map_layers.MapLayer` says it."""

    id: str
    label: str
    on: bool
    counted: bool
    of_imports: bool


class CreditRow(TypedDict):
    """Whose work it is, for the map's foot, its key, beside the data's version, on a saved page."""

    map: str
    key: str
    tables: str
    saved: str


def facet_rows(dataset: Dataset) -> list[FacetRow]:
    """
    Write the filters.

    Parameters
    ----------
    dataset
        What is to be drawn.

    Returns
    -------
    list of FacetRow
        In the order in which a link names them.
    """
    return [
        {
            "name": facet.name,
            "label": facet.label,
            "one": facet.one,
            "rule": "any" if facet.values else None,
            "row_field": facet.row_field or None,
            "column": facet.column.name if facet.column else None,
            "limits_events": facet.limits_events,
            "list_at": facet.list_at,
            "words_at": facet.words_at,
            "values": None if facet.known else _values(facet, dataset),
        }
        for facet in FACETS
    ]


def _values(facet: Facet, dataset: Dataset) -> list[ValueRow]:
    return [
        {"id": value, "label": label, "on": facet.usual is None or value in facet.usual}
        for value, label in facet.rows(dataset).items()
    ]


def values_row(facts: EventFacts) -> dict[str, list[str]]:
    """
    Write the values of an event that no other field of its row holds.

    Parameters
    ----------
    facts
        Of the event.

    Returns
    -------
    dict
        By filter, in order of the alphabet.
    """
    return {
        facet.name: sorted(str(value) for value in facts.values[facet.name])
        for facet in FACETS
        if facet.values and not facet.row_field
    }


def role_rows() -> list[RoleRow]:
    """Write the roles, from the fewest to all that take part."""
    return [
        {"id": str(role), "label": labels.ROLES[role], "told": labels.ROLES_TOLD[role]}
        for role in Role
    ]


def layer_rows() -> list[LayerRow]:
    """Write the layers, from the bottom of the map to its top."""
    return [
        {
            "id": layer.layer_id,
            "label": layer.label,
            "on": layer.on,
            "counted": layer.counted,
            "of_imports": layer.of_imports,
        }
        for layer in MAP_LAYERS
    ]


def credit_row() -> CreditRow:
    """Write the credits."""
    return {
        "map": credits.ON_MAP,
        "key": credits.IN_KEY,
        "tables": credits.OF_TABLES,
        "saved": credits.IN_SAVED_PAGE,
    }
