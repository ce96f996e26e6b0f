"""The Folium map by itself: stock shapes for all that is reported, and nothing to fetch."""

import html
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import folium
import pytest
from branca.element import CssLink, JavascriptLink

import layers
from geo.dataset import Dataset
from geo.model.vocabulary import EventType, Match, Side
from geo.rules.event_facts import event_facts
from geo.rules.placement import mark, path_coordinates
from geo.rules.planned import is_planned
from geo.selection.select import select
from geo.selection.selection import Selection
from layers.base.assets import WEB_FOLDER
from layers.base.style import SIDES
from layers.draw.catalogue import LAYERS, CatalogueLayer
from layers.draw.elements import AtlasCall, Bind, EventLayer
from layers.draw.stock_events import MARK_PX, aside, is_hollow, is_statement, placed
from layers.page.figure import build, is_standing, script
from layers.page.standalone import WORDS_ID, AsItIs
from layers.payload.whole import payload
from tests.layers.conftest import HOSTILE, drawn

MOST_BYTES = 2_000_000
SAID = {
    EventType.STATEMENT,
    EventType.POLICY,
    EventType.VISIT,
    EventType.BACKGROUND,
    EventType.CONTROL,
    EventType.ROUTE_CHANGE,
}
"""The types of what is only said, or holds without being done at one hour."""

WITHOUT_STOCK = {"imported", "gathered"}


class Head(HTMLParser):
    """Attributes of every script, link, style and image of a page, and the text of its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: dict[str, str] = {}
        self.within: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.within = dict(attrs).get("id") or f"script-{len(self.scripts)}"
            self.scripts[self.within] = ""

    def handle_data(self, data: str) -> None:
        if self.within:
            self.scripts[self.within] += data

    def handle_endtag(self, _tag: str) -> None:
        self.within = None


def read(page: str) -> Head:
    parser = Head()
    parser.feed(page)
    return parser


def named(made: folium.Map) -> dict[str, folium.FeatureGroup]:
    """The groups that the LayerControl lists, by name."""
    groups = [each for each in made._children.values() if isinstance(each, folium.FeatureGroup)]
    return {str(each.layer_name): each for each in groups if each.control}


def events_of(made: folium.FeatureGroup, kind: type = folium.Marker) -> list[str]:
    """Ids of the events that a group draws as such a shape."""
    shapes = (each for each in drawn(made) if type(each) is kind)
    bound = (each for shape in shapes for each in drawn(shape) if isinstance(each, Bind))
    return [str(each.values[1]) for each in bound if each.values[0] == "event"]


@pytest.fixture(scope="module")
def page(dataset: Dataset) -> str:
    return str(build(dataset).get_root().render())


def test_the_package_gives_the_map_of_the_committed_data(dataset: Dataset) -> None:
    made = layers.build()
    assert isinstance(made, folium.Map)
    assert set(named(made)) == set(named(layers.build(dataset)))


def test_every_layer_and_every_side_has_a_group_with_its_name(dataset: Dataset) -> None:
    wanted = {layer.label: layer.on for layer in LAYERS if layer.layer_id not in WITHOUT_STOCK}
    wanted |= {look.label: True for look in SIDES.values()}
    made = build(dataset)
    assert {name: group.show for name, group in named(made).items()} == wanted
    assert sum(isinstance(each, folium.LayerControl) for each in made._children.values()) == 1


@pytest.mark.parametrize(
    "layer",
    [one for one in LAYERS if one.layer_id not in WITHOUT_STOCK | {"labels"}],
    ids=lambda layer: layer.layer_id,
)
def test_a_layer_is_drawn_by_folium_alone(layer: CatalogueLayer, dataset: Dataset) -> None:
    stock = (folium.PolyLine, folium.Polygon, folium.Circle, folium.CircleMarker, folium.Marker)
    stock += (folium.GeoJson, folium.raster_layers.ImageOverlay)
    groups = [one for one in (layer.stock or layer.draw)(dataset) if is_standing(one)]
    assert groups
    for made in groups:
        shapes = [each for each in drawn(made) if isinstance(each, stock)]
        # A map may have no place from elsewhere.
        assert shapes or layer.layer_id == "places"


@pytest.mark.parametrize("side", Side)
def test_a_side_holds_the_marks_of_what_it_did(side: Side, dataset: Dataset) -> None:
    facts = event_facts(dataset)
    wanted = {
        key
        for key, event in dataset.event_rows.items()
        if facts[key].side is side and mark(dataset, key) and not is_statement(event)
    }
    made = named(build(dataset))[SIDES[side].label]
    assert sorted(events_of(made)) == sorted(wanted)
    (fills,) = [each for each in drawn(made) if isinstance(each, EventLayer)]
    assert fills.values == [str(side)]
    for icon in (each for each in drawn(made) if isinstance(each, folium.DivIcon)):
        assert f"--atlas-side-{side})" in icon.options["html"]


def test_every_event_with_a_mark_has_one(dataset: Dataset) -> None:
    made = build(dataset)
    wanted = [key for key in dataset.event_rows if mark(dataset, key)]
    assert sorted(events_of(made)) == sorted(wanted)
    said = events_of(named(made)["Statements and policies"])
    assert {dataset.event_rows[key].type for key in said} <= SAID
    rest = [event.type for key, event in dataset.event_rows.items() if key not in said]
    assert said and {EventType.AIRSTRIKE, EventType.PLANNED_OPERATION} <= set(rest)
    for event in dataset.event_rows.values():
        assert is_statement(event) is (event.type in SAID)


def test_what_is_not_done_or_only_possible_is_hollow(dataset: Dataset) -> None:
    some = next(iter(dataset.event_rows))
    unsure = replace(dataset, matches={some: Match.POSSIBLE})
    for key, event in dataset.event_rows.items():
        assert is_hollow(dataset, event) is is_planned(event.status)
        assert is_hollow(unsure, event) is (key == some or is_planned(event.status))
    icons = [each for each in drawn(build(dataset)) if isinstance(each, folium.DivIcon)]
    dashed = ["dashed" in icon.options["html"] for icon in icons]
    assert any(dashed) and not all(dashed)
    # By this name our script knows whose sign to dash.
    named = ["atlas-stock-hollow" in icon.options["class_name"].split() for icon in icons]
    assert named == dashed


def test_a_movement_is_a_line_of_its_side_where_no_route_shows_it(dataset: Dataset) -> None:
    moved = {key for key in dataset.event_rows if path_coordinates(dataset, key)}
    routed = {
        key for key in moved if set(dataset.event_rows[key].route_ids) & set(dataset.route_rows)
    }
    assert set(events_of(build(dataset), folium.PolyLine)) == moved - routed
    without = replace(dataset, route_rows={})
    facts = event_facts(without)
    groups = named(build(without))
    for side in Side:
        drawn_here = set(events_of(groups[SIDES[side].label], folium.PolyLine))
        assert drawn_here == {key for key in moved if facts[key].side is side}


def test_marks_of_one_place_lie_beside_each_other(dataset: Dataset) -> None:
    spots = [aside(rank) for rank in range(61)]
    assert spots[0] == (0, 0)
    assert spots[1] == (0, -MARK_PX), "the first ring begins above the place"
    gaps = [
        ((x - u) ** 2 + (y - v) ** 2) ** 0.5 for i, (x, y) in enumerate(spots) for u, v in spots[:i]
    ]
    assert min(gaps) > MARK_PX - 2
    taken = [(tuple(at), aside_px) for _, at, aside_px in placed(dataset)]
    assert len(set(taken)) == len(taken)


def test_a_mark_stands_with_its_middle_as_far_aside_as_said(dataset: Dataset) -> None:
    marks = [each for each in drawn(build(dataset)) if type(each) is folium.Marker]
    made = {}
    for each in marks:
        event_id = next(one for one in drawn(each) if isinstance(one, Bind)).values[1]
        icon = next(one for one in drawn(each) if isinstance(one, folium.DivIcon))
        (width, height), (left, top) = icon.options["icon_size"], icon.options["icon_anchor"]
        made[event_id] = list(each.location), (width / 2 - left, height / 2 - top)
    expected = {event.event_id: (at, aside_px) for event, at, aside_px in placed(dataset)}
    assert made == expected
    assert len({aside_px for _, aside_px in made.values()}) > 6, "to every side of a place"


def test_a_selection_is_drawn_as_it_is(dataset: Dataset) -> None:
    selected = select(dataset, Selection(actors=frozenset({"us-military"})))
    wanted = [key for key in selected.event_rows if mark(selected, key)]
    assert sorted(events_of(build(selected))) == sorted(wanted)
    assert 0 < len(wanted) < len(dataset.event_rows)


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.layer_id)
def test_the_head_of_a_layer_names_no_script_and_no_style(
    layer: CatalogueLayer, dataset: Dataset
) -> None:
    drawn_on = folium.Map(tiles=None)
    drawn_on.default_js, drawn_on.default_css = [], []
    for made in (layer.stock or layer.draw)(dataset):
        made.add_to(drawn_on)
    root = drawn_on.get_root()
    root.render()
    links = [each for each in drawn(root.header) if isinstance(each, JavascriptLink | CssLink)]
    assert links == []


def test_the_page_names_nothing_to_fetch(page: str) -> None:
    for tag, attributes in read(page).elements:
        assert not {"src", "href", "data", "poster", "srcset"} & set(attributes), (tag, attributes)
        assert tag not in {"link", "iframe", "object", "embed", "base"}
    assert not re.findall(r"url\((?!data:|#)[^)]+\)|@import", page)
    for word in ("jquery", "bootstrap.", "AwesomeMarkers", 'tileLayer("'):
        assert word not in page
    assert len(page.encode()) < MOST_BYTES


def test_what_goes_in_as_it_is_is_ours_alone(dataset: Dataset) -> None:
    root = build(dataset).get_root()
    root.render()
    pieces = [name for name, each in root.header._children.items() if isinstance(each, AsItIs)]
    assert pieces == [
        "atlas-style",
        "atlas-font-licence",
        "atlas-leaflet",
        "atlas-words",
        "atlas-script",
    ]


def test_drawing_twice_gives_one_head(dataset: Dataset) -> None:
    made = build(dataset)
    first, second = (html.unescape(made._repr_html_()) for _ in range(2))
    assert second.count(f'id="{WORDS_ID}"') == 1
    assert first.split("</head>")[0] == second.split("</head>")[0]


def test_the_mounted_script_pays_nothing_for_it(dataset: Dataset) -> None:
    text = script(dataset)
    assert text == script(dataset)
    assert "L.marker(" not in text and "L.geoJson(" not in text and "L.imageOverlay(" not in text
    assert "L.control.layers(" not in text
    assert len(text) < 130_000


@pytest.mark.parametrize("form", ["file", "notebook"])
def test_hostile_text_stays_text(form: str, hostile: Dataset, page: str) -> None:
    made = build(hostile)
    if form == "notebook":
        frame = re.search(r'<iframe srcdoc="([^"]*)"', made._repr_html_())
        assert frame
        text = html.unescape(frame[1])
    else:
        text = str(made.get_root().render())
    found, plain = read(text), read(page)
    assert json.loads(found.scripts[WORDS_ID])["payload"] == json.loads(
        json.dumps(payload(hostile))
    )
    assert HOSTILE in json.loads(found.scripts[WORDS_ID])["payload"]["events"][0]["title"]
    # Outside the words it is the page of the real text: the same elements, the same length.
    assert [tag for tag, _ in found.elements] == [tag for tag, _ in plain.elements]
    others = [name for name in found.scripts if name != WORDS_ID]
    assert [len(found.scripts[name]) for name in others] == [
        len(plain.scripts[name]) for name in others
    ]
    assert HOSTILE[:6] not in "".join(found.scripts[name] for name in others)


@pytest.mark.parametrize("script_name", ["board.js", "standalone.js"])
def test_whoever_is_called_knows_every_call(script_name: str) -> None:
    text = (WEB_FOLDER / "app" / script_name).read_text(encoding="utf-8")
    for kind in AtlasCall.__subclasses__():
        assert re.search(rf"^ {{2,4}}{kind.call}(?:,|:)", text, re.MULTILINE), kind.call
