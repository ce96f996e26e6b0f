"""Nothing but numbers, booleans and ids enters a template."""

import math

import folium
import pytest

from layers.draw.elements import Arrow, Bind, Register, UnsafeTemplateValueError, checked
from layers.draw.shapes import bound, group, path_options


@pytest.mark.parametrize("value", [1, 1.5, -3, 0, True, False, "al-tanf", "p2", "2017-05-18"])
def test_a_number_a_boolean_or_an_id_passes(value: object) -> None:
    assert checked(value) is value or checked(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "al-Tanf",
        "",
        "a b",
        "a_b",
        "al-tanf\n",
        "{{7*7}}",
        "{# x",
        "</script>",
        "é",
        "'",
        "`",
        math.nan,
        math.inf,
        None,
        ["al-tanf"],
        {"a": 1},
    ],
)
def test_anything_else_is_refused(value: object) -> None:
    with pytest.raises(UnsafeTemplateValueError):
        checked(value)


@pytest.mark.parametrize("make", [Register, lambda text: Bind("place", text)])
def test_an_element_refuses_text(make: object) -> None:
    with pytest.raises(UnsafeTemplateValueError):
        make("al-Tanf {{7*7}}")  # type: ignore[operator]


@pytest.mark.parametrize(
    "value", ["red", "#0b7a51", "var(--atlas-route)", "9 6", "atlas-track atlas-track-stated"]
)
def test_a_style_is_a_colour_or_plain_words(value: str) -> None:
    assert path_options(color=value) == {"color": value}


@pytest.mark.parametrize(
    "value", ["#0B7", "url(x)", "var(--x)", "var(--atlas-a);b", "a;b", "{{x}}", "a  b"]
)
def test_other_styles_are_refused(value: str) -> None:
    with pytest.raises(UnsafeTemplateValueError):
        path_options(color=value)


def test_a_shape_keeps_its_pane_though_folium_drops_it() -> None:
    made = group("places")
    dot = folium.CircleMarker([33.5, 38.6], **path_options(radius=3))
    bound(dot, made, "atlas-dots", "place", "al-tanf")
    assert dot.options["pane"] == "atlas-dots"
    assert dot.options["interactive"] is True


def test_an_element_calls_its_function_on_its_parent() -> None:
    figure = folium.Figure()
    drawn = folium.Map(tiles=None).add_to(figure)
    line = folium.PolyLine([[33, 36], [34, 37]]).add_to(drawn)
    line.add_child(Arrow(10, is_open=True))
    figure.render()
    assert f"L.atlas?.arrow({line.get_name()}, 10, true);" in figure.script.render()
