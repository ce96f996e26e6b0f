"""Styles that QGIS takes up by itself when it opens the GeoPackage: colour and outline by side."""

from collections.abc import Mapping
from datetime import UTC, datetime
from xml.etree import ElementTree

import pandas as pd

from geo.export.gpkg_layers import Layer
from geo.export.styles import BASES, COURSES, PLACE, SIDES, ZONE
from geo.model.vocabulary import WaypointBasis

_TYPES = {"useAsDefault": "bool", "update_time": "datetime64[ms]"}
"""Of the columns that are no text."""
_HEAD = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
_PALE = "if(\"status\" in ('planned', 'forecast') or \"match\" = 'possible', 40, 100)"
_PALE_LINE = "if(\"status\" in ('planned', 'forecast'), 40, 100)"
_DASHES: Mapping[WaypointBasis, str] = {
    WaypointBasis.STATED: "",
    WaypointBasis.EXTERNAL: "4;2",
    WaypointBasis.INFERRED: "0.6;2",
}
_Symbol = tuple[str, str, dict[str, str], str]
"""Kind of symbol, class of its one layer, the properties of that, and an opacity expression."""


def styles() -> Layer:
    """
    Make the table in which QGIS keeps styles.

    Returns
    -------
    layer
        ``layer_styles``: one default style for each layer.
    """
    made = {
        "events": _categories("side", {s: (x[0], _mark(x[1], x[2])) for s, x in SIDES.items()}),
        "movements": _categories(
            "side", {s: (x[0], _line(x[1], "0.8", opacity=_PALE_LINE)) for s, x in SIDES.items()}
        ),
        "places": _single(_mark(PLACE, "circle", size="1.4", opacity="")),
        "areas": _single(_fill(PLACE, "18")),
        "zones": _single(_fill(ZONE, "40")),
        "routes": _categories(
            "course", {key: (label, _line(c, "2.4", "50")) for key, (label, c) in COURSES.items()}
        ),
        "legs": _categories(
            '"course" || \'/\' || "basis"',
            {
                f"{key}/{basis}": (f"{label}, {said}", _line(c, "0.7", dash=_DASHES[basis]))
                for key, (label, c) in COURSES.items()
                for basis, said in BASES.items()
            },
        ),
    }
    now = datetime.now(UTC).replace(tzinfo=None)
    rows = tuple(
        {
            "f_table_catalog": "",
            "f_table_schema": "",
            "f_table_name": name,
            "f_geometry_column": "geom",
            "styleName": name,
            "styleQML": qml,
            "styleSLD": "",
            "useAsDefault": True,
            "description": "As on the map",
            "owner": "",
            "ui": None,
            "update_time": now,
        }
        for name, qml in made.items()
    )
    made_of = {
        name: pd.Series([row[name] for row in rows], dtype=_TYPES.get(name, "str"))
        for name in rows[0]
    }
    return Layer("layer_styles", pd.DataFrame(made_of), "Styles for QGIS")


def _rgba(color: str, alpha: str = "255") -> str:
    return ",".join([*(str(int(color[at : at + 2], 16)) for at in (1, 3, 5)), alpha])


def _mark(color: str, shape: str, size: str = "3.4", opacity: str = _PALE) -> _Symbol:
    properties = {
        "name": shape,
        "color": _rgba(color),
        "outline_color": _rgba("#ffffff"),
        "outline_width": "0.3",
        "outline_style": "solid",
        "size": size,
        "size_unit": "MM",
    }
    return "marker", "SimpleMarker", properties, opacity


def _line(color: str, width: str, alpha: str = "255", dash: str = "", opacity: str = "") -> _Symbol:
    properties = {
        "line_color": _rgba(color, alpha),
        "line_width": width,
        "line_width_unit": "MM",
        "line_style": "solid",
        "capstyle": "flat" if dash else "round",
        "joinstyle": "round",
        "use_customdash": "1" if dash else "0",
        "customdash": dash or "5;2",
        "customdash_unit": "MM",
    }
    return "line", "SimpleLine", properties, opacity


def _fill(color: str, alpha: str) -> _Symbol:
    properties = {
        "color": _rgba(color, alpha),
        "style": "solid",
        "outline_color": _rgba(color, "160"),
        "outline_width": "0.2",
        "outline_style": "solid",
    }
    return "fill", "SimpleFill", properties, ""


def _qml(renderer: str, attribute: str = "") -> tuple[ElementTree.Element, ElementTree.Element]:
    root = ElementTree.Element("qgis", version="3.22.0", styleCategories="Symbology")
    made = ElementTree.SubElement(root, "renderer-v2", type=renderer, forceraster="0")
    if attribute:
        made.set("attr", attribute)
    return root, made


def _single(symbol: _Symbol) -> str:
    root, renderer = _qml("singleSymbol")
    _add(ElementTree.SubElement(renderer, "symbols"), "0", symbol)
    return _HEAD + ElementTree.tostring(root, encoding="unicode")


def _categories(attribute: str, symbols: Mapping[str, tuple[str, _Symbol]]) -> str:
    root, renderer = _qml("categorizedSymbol", attribute)
    categories = ElementTree.SubElement(renderer, "categories")
    drawn = ElementTree.SubElement(renderer, "symbols")
    for number, (value, (label, symbol)) in enumerate(symbols.items()):
        name = str(number)
        ElementTree.SubElement(
            categories, "category", value=str(value), symbol=name, label=label, render="true"
        )
        _add(drawn, name, symbol)
    return _HEAD + ElementTree.tostring(root, encoding="unicode")


def _add(symbols: ElementTree.Element, name: str, symbol: _Symbol) -> None:
    kind, layer_class, properties, opacity = symbol
    made = ElementTree.SubElement(symbols, "symbol", name=name, type=kind, alpha="1")
    if opacity:
        _map(
            ElementTree.SubElement(made, "data_defined_properties"),
            {
                "name": "",
                "properties": {
                    "alpha": {"active": "true", "expression": opacity, "type": "3"},
                },
                "type": "collection",
            },
        )
    layer = ElementTree.SubElement(
        made, "layer", {"class": layer_class, "enabled": "1", "locked": "0", "pass": "0"}
    )
    _map(layer, properties)
    # As QGIS wrote them before 3.26, which reads no Option here when they are there.
    for key, value in properties.items():
        ElementTree.SubElement(layer, "prop", k=key, v=value)


def _map(parent: ElementTree.Element, values: Mapping[str, object], name: str = "") -> None:
    made = ElementTree.SubElement(parent, "Option", type="Map")
    if name:
        made.set("name", name)
    for key, value in values.items():
        if isinstance(value, Mapping):
            _map(made, value, key)
        else:
            kind = {"active": "bool", "type": "int"}.get(key, "QString")
            kind = "QString" if value == "collection" else kind
            ElementTree.SubElement(made, "Option", type=kind, name=key, value=str(value))
