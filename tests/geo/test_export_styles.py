"""The styles that leave: what QGIS makes of each layer by itself, and Google Earth of a mark."""

from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest

from geo.export import kml_parts, qgis
from geo.export.styles import BASES, COURSES, PLACE, SIDES, ZONE
from geo.model.vocabulary import WaypointBasis

LAYERS = ["events", "movements", "places", "areas", "zones", "routes", "legs"]


class Drawn(NamedTuple):
    """What one symbol says."""

    kind: str
    layer: str
    properties: dict[str, str]
    opacity: str


def drawn(symbol: ElementTree.Element) -> Drawn:
    layer = symbol.find("layer")
    assert layer is not None
    assert (layer.get("enabled"), symbol.get("alpha")) == ("1", "1")
    options = {one.get("name", ""): one.get("value", "") for one in layer.findall("Option/Option")}
    # QGIS before 3.26 reads these alone.
    assert {one.get("k", ""): one.get("v", "") for one in layer.findall("prop")} == options
    given = symbol.findall("data_defined_properties//Option[@name='alpha']/Option")
    said = {one.get("name", ""): (one.get("type"), one.get("value")) for one in given}
    if not said:
        return Drawn(symbol.get("type", ""), layer.get("class", ""), options, "")
    assert said.keys() == {"active", "expression", "type"}
    assert (said["active"], said["type"]) == (("bool", "true"), ("int", "3"))
    assert said["expression"][0] == "QString"
    expression = said["expression"][1] or ""
    return Drawn(symbol.get("type", ""), layer.get("class", ""), options, expression)


@pytest.fixture(scope="module")
def roots() -> dict[str, ElementTree.Element]:
    frame = qgis.styles().frame
    assert list(frame["f_table_name"]) == list(frame["styleName"]) == LAYERS
    assert frame["useAsDefault"].all() and frame["useAsDefault"].dtype == bool
    assert set(frame["f_geometry_column"]) == {"geom"}
    return {
        row["f_table_name"]: ElementTree.fromstring(row["styleQML"])  # noqa: S314 - our own
        for row in frame.to_dict("records")
    }


def renderer(root: ElementTree.Element) -> ElementTree.Element:
    found = root.find("renderer-v2")
    assert found is not None
    return found


def symbols(root: ElementTree.Element) -> dict[str, Drawn]:
    return {one.get("name", ""): drawn(one) for one in renderer(root).findall("symbols/symbol")}


def categories(root: ElementTree.Element) -> dict[str, tuple[str, Drawn]]:
    """Label and symbol of each value, in their order."""
    made = renderer(root)
    assert made.get("type") == "categorizedSymbol"
    known = symbols(root)
    found = {}
    for one in made.findall("categories/category"):
        assert one.get("render") == "true"
        found[one.get("value", "")] = one.get("label", ""), known[one.get("symbol", "")]
    assert len(found) == len(known)
    return found


def rgb(color: str) -> str:
    red, green, blue = bytes.fromhex(color[1:])
    return f"{red},{green},{blue}"


def test_events_and_movements_have_the_colour_and_the_outline_of_their_side(
    roots: dict[str, ElementTree.Element],
) -> None:
    for name in ("events", "movements"):
        assert renderer(roots[name]).get("attr") == "side"
        found = categories(roots[name])
        assert list(found) == [str(side) for side in SIDES]
        for side, (label, color, outline) in SIDES.items():
            said, symbol = found[str(side)]
            assert said == label
            if name == "events":
                assert symbol[:2] == ("marker", "SimpleMarker")
                assert symbol.properties["name"] == outline
                assert symbol.properties["color"] == f"{rgb(color)},255"
                assert symbol.properties["outline_color"] == "255,255,255,255"
                assert "'possible'" in symbol.opacity
            else:
                assert symbol[:2] == ("line", "SimpleLine")
                assert symbol.properties["line_color"] == f"{rgb(color)},255"
                assert symbol.properties["use_customdash"] == "0"
                assert "possible" not in symbol.opacity
            # Opacity in percent: what is not done is pale.
            assert "in ('planned', 'forecast')" in symbol.opacity
            assert symbol.opacity.endswith(", 40, 100)")


def test_places_are_dots_and_what_has_an_extent_is_seen_through(
    roots: dict[str, ElementTree.Element],
) -> None:
    for name in ("places", "areas", "zones"):
        assert renderer(roots[name]).get("type") == "singleSymbol"
        assert renderer(roots[name]).get("attr") is None
    places, areas, zones = (symbols(roots[name]) for name in ("places", "areas", "zones"))
    assert list(places) == list(areas) == list(zones) == ["0"]
    assert places["0"][:2] == ("marker", "SimpleMarker")
    assert places["0"].properties["name"] == "circle"
    assert places["0"].properties["color"] == f"{rgb(PLACE)},255"
    for (symbol,), color in ((areas.values(), PLACE), (zones.values(), ZONE)):
        assert symbol[:2] == ("fill", "SimpleFill")
        *filled, strength = symbol.properties["color"].split(",")
        assert ",".join(filled) == rgb(color)
        assert 0 < int(strength) < 64
        assert symbol.properties["outline_color"].startswith(rgb(color))
        assert symbol.opacity == ""


def test_a_leg_has_the_colour_of_its_course_and_the_dash_of_how_it_is_known(
    roots: dict[str, ElementTree.Element],
) -> None:
    routes = categories(roots["routes"])
    assert renderer(roots["routes"]).get("attr") == "course"
    assert list(routes) == list(COURSES)
    legs = categories(roots["legs"])
    assert renderer(roots["legs"]).get("attr") == '"course" || \'/\' || "basis"'
    assert list(legs) == [f"{course}/{basis}" for course in COURSES for basis in BASES]
    for course, (label, color) in COURSES.items():
        said, broad = routes[course]
        assert said == label
        *drawn_in, strength = broad.properties["line_color"].split(",")
        assert ",".join(drawn_in) == rgb(color) and int(strength) < 128, "legs are seen on it"
        dashes: dict[Any, tuple[str, ...]] = {}
        for basis, words in BASES.items():
            said, leg = legs[f"{course}/{basis}"]
            assert said == f"{label}, {words}"
            assert leg.properties["line_color"] == f"{rgb(color)},255"
            assert float(leg.properties["line_width"]) < float(broad.properties["line_width"])
            names = ("use_customdash", "capstyle", "customdash")
            dashes[basis] = tuple(leg.properties[name] for name in names)
        assert dashes[WaypointBasis.STATED][:2] == ("0", "round")
        assert dashes[WaypointBasis.EXTERNAL] == ("1", "flat", "4;2")
        assert dashes[WaypointBasis.INFERRED] == ("1", "flat", "0.6;2")


def earth(color: str, alpha: str) -> str:
    """A colour as KML writes it: opacity, blue, green, red."""
    return alpha + color[5:7] + color[3:5] + color[1:3]


def test_google_earth_is_told_the_same_colours_and_fetches_nothing() -> None:
    document = ElementTree.Element("Document")
    kml_parts.add_styles(document)
    found = {}
    for style in document:
        text = {one: style.findtext(one) for one in ("IconStyle/color", "LineStyle/color")}
        assert len(set(text.values())) == 1, "a pin and its way have one colour"
        found[style.get("id")] = text["LineStyle/color"], style.findtext("PolyStyle/color")
        assert style.findtext("BalloonStyle/text") == "$[description]"
        assert style.find(".//Icon") is None
    strengths = {
        WaypointBasis.STATED: "ff",
        WaypointBasis.EXTERNAL: "a0",
        WaypointBasis.INFERRED: "50",
    }
    expected = {
        "place": (earth(PLACE, "ff"), earth(PLACE, "20")),
        "zone": (earth(ZONE, "ff"), earth(ZONE, "40")),
    }
    for side, (_, color, _) in SIDES.items():
        expected[f"side-{side}"] = earth(color, "ff"), earth(color, "55")
        expected[f"side-{side}-planned"] = earth(color, "80"), earth(color, "55")
    for course, (_, color) in COURSES.items():
        for basis, alpha in strengths.items():
            expected[f"{course}-{basis}"] = earth(color, alpha), earth(color, "55")
    assert found == expected
    assert found["side-us-coalition"][0] == "ff517a0b"
