"""Every word of the tables has a label, every type a glyph, every basis a pattern."""

import re

import pytest

from geo.model.vocabulary import (
    Backing,
    EventType,
    RouteKind,
    Side,
    Standing,
    Status,
    WaypointBasis,
)
from geo.selection.map_layers import DEFAULT_LAYERS, MAP_LAYERS, MapLayer
from geo.selection.map_layers import LAYERS as LAYER_IDS
from layers.base import assets, style
from layers.draw.catalogue import LAYERS, catalogue


@pytest.mark.parametrize("event_type", EventType)
def test_a_type_has_a_label_and_a_glyph(event_type: EventType) -> None:
    label, glyph = style.TYPES[event_type]
    assert label
    assert glyph in style.GLYPHS


@pytest.mark.parametrize("glyph", style.GLYPHS)
def test_the_browser_can_draw_a_glyph(glyph: str) -> None:
    script = (assets.WEB_FOLDER / "base" / "pin-icon.js").read_text(encoding="utf-8")
    assert re.search(rf"^ {{2}}{glyph}: {{ (fill|line):", script, flags=re.MULTILINE)


def test_there_are_seven_glyphs() -> None:
    assert len(style.GLYPHS) == 7


@pytest.mark.parametrize("status", [Status.PLANNED, Status.FORECAST])
def test_what_has_not_happened_is_never_drawn_as_done(status: Status) -> None:
    assert style.glyph_of(EventType.AIRSTRIKE, status) == "plan"
    assert style.glyph_of(EventType.STATEMENT, status) == "statement"
    assert style.glyph_of(EventType.AIRSTRIKE, Status.HAPPENED) == "airstrike"


def test_every_word_has_a_label() -> None:
    assert set(style.SIDES) == set(Side)
    assert set(style.STATUSES) == set(Status)
    assert set(style.STANDINGS) == set(Standing)
    assert set(style.BACKINGS) == set(Backing)
    assert set(style.ROUTE_WEIGHT_PX) == set(RouteKind)


def test_a_pattern_says_the_basis_and_nothing_else() -> None:
    assert set(style.DASHES) == set(WaypointBasis)
    assert style.DASHES[WaypointBasis.STATED] is None
    assert len(set(style.DASHES.values())) == len(WaypointBasis)


def test_the_key_shows_the_patterns_that_are_drawn() -> None:
    sheet = (assets.WEB_FOLDER / "map" / "map.css").read_text(encoding="utf-8")
    for basis in (WaypointBasis.EXTERNAL, WaypointBasis.INFERRED):
        assert f"path.atlas-key-{basis} {{ stroke-dasharray: {style.DASHES[basis]};" in sheet


def test_the_catalogue_draws_each_layer_of_the_list() -> None:
    assert tuple(layer.layer_id for layer in LAYERS) == LAYER_IDS
    assert len(set(LAYER_IDS)) == len(LAYER_IDS)
    assert {layer.layer_id for layer in LAYERS if layer.on} == DEFAULT_LAYERS
    assert len({layer.label for layer in LAYERS}) == len(LAYERS)


def test_a_layer_that_is_listed_and_not_drawn_is_named_at_once() -> None:
    with pytest.raises(LookupError, match=r"heatmap: a layer needs a row .* and a drawing"):
        catalogue([*MAP_LAYERS, MapLayer("heatmap", "Heat map")])
    with pytest.raises(LookupError, match="labels"):
        catalogue(MAP_LAYERS[:-1])
