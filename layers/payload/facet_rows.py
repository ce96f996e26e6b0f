"""The filters, roles, layers and credits as the payload carries them, for the browser to loop."""

from geo.dataset import Dataset
from geo.model import credits, labels
from geo.model.vocabulary import Role
from geo.selection.facet import Facet
from geo.selection.facets import FACETS
from geo.selection.map_layers import MAP_LAYERS
from geo.selection.select import Asked
from layers.contract import CreditRow, FacetRow, LayerRow, RoleWords, ValueRow


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
            "column_at": facet.column.at if facet.column else None,
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


def values_row(asked: Asked) -> dict[str, list[str]]:
    """
    Write the values of an event that no other field of its row holds.

    Parameters
    ----------
    asked
        Of the event.

    Returns
    -------
    dict
        By filter, in order of the alphabet.
    """
    return {
        facet.name: sorted(str(value) for value in asked.values[facet.name])
        for facet in FACETS
        if facet.values and not facet.row_field
    }


def role_rows() -> list[RoleWords]:
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
