"""The pieces of a KML document: names, spans of time, data, geometry and styles."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from geo.export.styles import BASES, COURSES, PLACE, SIDES, ZONE
from geo.export.writer import DECIMALS
from geo.model.vocabulary import WaypointBasis
from geo.rules.stated import Reading

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RETURN = re.compile("\r\n?")
_OPAQUE, _HALF, _FAINT = "ff", "80", "55"
# KML has no dashes, so how a leg is known is told by how strong its line is.
_STRENGTH = {
    WaypointBasis.STATED: _OPAQUE,
    WaypointBasis.EXTERNAL: "a0",
    WaypointBasis.INFERRED: "50",
}


def plain(text: str) -> str:
    """
    Make a text that XML can hold.

    Parameters
    ----------
    text
        Anything.

    Returns
    -------
    str
        Without control characters other than tab and line feed; a return is a line feed, as
        every reader of XML makes it.
    """
    return _NOT_XML.sub("", _RETURN.sub("\n", text))


def named(element: Element, name: str, description: str = "") -> None:
    """
    Name an element.

    Parameters
    ----------
    element
        A feature of KML, still empty.
    name
        Plain text.
    description
        HTML in which every text of the data is escaped.
    """
    SubElement(element, "name").text = plain(name)
    if description:
        SubElement(element, "description").text = plain(description)


def span(element: Element, read: Reading) -> None:
    """
    Say when it was, to the day.

    Parameters
    ----------
    element
        A placemark.
    read
        Its days: an uncertain day is a span, an open end is left open, undated has none.
    """
    if read.first_day is None and read.last_day is None:
        return
    made = SubElement(element, "TimeSpan")
    if read.first_day:
        SubElement(made, "begin").text = read.first_day.isoformat()
    if read.last_day:
        SubElement(made, "end").text = read.last_day.isoformat()


def data(values: Mapping[str, object]) -> Element:
    """
    Make the data of an element.

    Parameters
    ----------
    values
        By name; ``None`` is left out.

    Returns
    -------
    element
        ``ExtendedData``.
    """
    made = Element("ExtendedData")
    for name, value in values.items():
        if value is not None:
            one = SubElement(made, "Data", name=name)
            SubElement(one, "value").text = plain(str(value))
    return made


def add_geometry(element: Element, geometry: BaseGeometry) -> None:
    """
    Add a geometry that lies on the ground.

    Parameters
    ----------
    element
        A placemark or a multi-geometry.
    geometry
        Lon/lat degrees.
    """
    if hasattr(geometry, "geoms"):
        parts = SubElement(element, "MultiGeometry")
        for part in geometry.geoms:
            add_geometry(parts, part)
        return
    made = SubElement(element, geometry.geom_type)
    if geometry.geom_type == "LineString":
        SubElement(made, "tessellate").text = "1"
    if geometry.geom_type != "Polygon":
        SubElement(made, "coordinates").text = _coordinates(geometry)
        return
    wound = orient(geometry)
    for name, ring in (
        ("outerBoundaryIs", wound.exterior),
        *(("innerBoundaryIs", ring) for ring in wound.interiors),
    ):
        inner = SubElement(SubElement(made, name), "LinearRing")
        SubElement(inner, "coordinates").text = _coordinates(ring)


def _coordinates(geometry: BaseGeometry) -> str:
    return " ".join(
        f"{round(lon, DECIMALS) + 0.0},{round(lat, DECIMALS) + 0.0}" for lon, lat in geometry.coords
    )


def add_styles(document: Element) -> None:
    """
    Add the styles that placemarks name.

    Parameters
    ----------
    document
        Receives them.
    """
    for side, (_, color, _) in SIDES.items():
        _style(document, f"side-{side}", color, _OPAQUE)
        _style(document, f"side-{side}-planned", color, _HALF)
    for course, (_, color) in COURSES.items():
        for basis in BASES:
            _style(document, f"{course}-{basis}", color, _STRENGTH[basis])
    _style(document, "place", PLACE, _OPAQUE, fill="20")
    _style(document, "zone", ZONE, _OPAQUE, fill="40")


def _style(document: Element, name: str, color: str, alpha: str, fill: str = _FAINT) -> None:
    red, green, blue = color[1:3], color[3:5], color[5:7]
    style = SubElement(document, "Style", id=name)
    mark = SubElement(style, "IconStyle")
    # No Icon: the program's own pin in this colour, so that nothing is fetched.
    SubElement(mark, "color").text = f"{alpha}{blue}{green}{red}"
    line = SubElement(style, "LineStyle")
    SubElement(line, "color").text = f"{alpha}{blue}{green}{red}"
    SubElement(line, "width").text = "3"
    area = SubElement(style, "PolyStyle")
    SubElement(area, "color").text = f"{fill}{blue}{green}{red}"
    # Only the description, in which texts are escaped: a name would be taken for HTML.
    SubElement(SubElement(style, "BalloonStyle"), "text").text = "$[description]"
