"""What the layers draw: the layers, their panes, their dashes, and where every mark leads."""

from collections import Counter
from dataclasses import replace

import folium
import pytest
from pyproj import Geod
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon

from geo.dataset import Dataset
from geo.model.places import SITES
from geo.model.vocabulary import RouteKind, WaypointBasis
from geo.rules.acting import route_side
from geo.rules.corridor import route_line
from geo.rules.placement import mark
from geo.rules.planned import is_planned
from layers.base import latlon, theme
from layers.base.drawn_places import drawn_places, is_area
from layers.base.ground import ground_extent
from layers.base.legs import drawn_legs, variants
from layers.base.style import DASHES, ROUTE, SIDES
from layers.draw import corridor, land, routes, shift
from layers.draw.catalogue import LAYERS, CatalogueLayer
from layers.draw.corridor import ribbon
from layers.draw.elements import (
    Arrow,
    AtlasCall,
    BasemapLayer,
    Bind,
    EventLayer,
    LabelLayer,
    Legend,
    Register,
)
from layers.draw.strikes import STRIKES, strike_sites
from layers.page.figure import PANES, build, script, skeleton
from layers.payload import shift_row
from layers.payload.whole import payload
from tests.layers.conftest import drawn

SHAPES = (folium.PolyLine, folium.Polygon, folium.Circle, folium.CircleMarker)
EMPTY = {"statements", "imported", "gathered"}


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.layer_id)
def test_a_layer_renders(layer: CatalogueLayer, dataset: Dataset) -> None:
    groups = list(layer.draw(dataset))
    assert bool(groups) != (layer.layer_id in EMPTY)
    for made in groups:
        registered = next(child for child in drawn(made) if isinstance(child, Register))
        assert registered.values[0] == layer.layer_id
        figure = folium.Figure()
        made.add_to(folium.Map(tiles=None).add_to(figure))
        figure.render()
        assert "L.atlas?.register(" in figure.script.render()


def test_the_script_needs_leaflet_and_our_functions_only(dataset: Dataset) -> None:
    text = script(dataset)
    for word in ("$(", "jQuery", "http", "L.popup", "bindPopup", "bindTooltip", "L.tileLayer"):
        assert word not in text


def test_zoom_limits_and_first_view_reach_leaflet(dataset: Dataset) -> None:
    text = script(dataset)
    assert '"minZoom": 4' in text
    assert '"maxZoom": 12' in text
    assert "fitBounds(" in text


def test_the_map_goes_no_further_than_its_ground(dataset: Dataset) -> None:
    south, west, north, east = ground_extent()
    written = "".join(script(dataset).split())
    assert f'"maxBounds":[[{south},{west},],[{north},{east},],]' in written


def test_every_shape_lies_in_a_pane_of_ours(dataset: Dataset) -> None:
    shapes = [each for each in drawn(build(dataset)) if isinstance(each, SHAPES)]
    assert shapes
    for shape in shapes:
        assert shape.options["pane"] in PANES


def test_every_side_has_its_event_layer(dataset: Dataset) -> None:
    sides = [each.values[0] for each in drawn(skeleton(dataset)) if isinstance(each, EventLayer)]
    assert len(sides) == len(set(sides)) == 6


def test_the_script_asks_for_each_part_of_the_ground_and_for_the_words(dataset: Dataset) -> None:
    asked: dict[str, list[AtlasCall]] = {"always": [], "": []}
    for call in drawn(skeleton(dataset)):
        if isinstance(call, BasemapLayer | LabelLayer | Legend):
            around = call._parent._children.values()
            layer = next((one.values[0] for one in around if isinstance(one, Register)), "")
            asked.setdefault(str(layer), []).append(call)
    said = {layer: [(one.call, *one.values) for one in calls] for layer, calls in asked.items()}
    assert said == {
        "": [("legend",)],
        "always": [("basemap", "land")],
        "relief": [("basemap", "relief", *ground_extent())],
        "rivers": [("basemap", "rivers")],
        "borders": [("basemap", "borders")],
        "labels": [("labels",)],
    }


def test_by_itself_the_ground_is_drawn_part_by_part(dataset: Dataset) -> None:
    stocks = {layer.layer_id: layer.stock for layer in LAYERS} | {"land": land.stock}
    looks: dict[str, set[tuple[str, ...]]] = {}
    for name in ("land", "rivers", "borders"):
        stock = stocks[name]
        assert stock
        shapes = [each for made in stock(dataset) for each in drawn(made)]
        styles = [each.style_function({}) for each in shapes if isinstance(each, folium.GeoJson)]
        names = ("color", "fillColor", *(["dashArray"] if name == "borders" else []))
        looks[name] = {tuple(style[key] for key in names if key in style) for style in styles}
    border = theme.color("border")
    assert looks == {
        "land": {(theme.color("land"), theme.color("land")), (theme.color("coast"),)},
        "rivers": {(theme.color("river"),), (theme.color("river"), theme.color("water"))},
        "borders": {(border,), (border, "4 3")},
    }
    assert stocks["relief"]
    pictures = [
        each
        for made in stocks["relief"](dataset)
        for each in drawn(made)
        if isinstance(each, folium.raster_layers.ImageOverlay)
    ]
    assert [each.options["pane"] for each in pictures] == ["atlas-relief"]


def passages(dataset: Dataset, kind: str, item_id: str) -> list[str]:
    """Articles and passages that a bound thing leads to."""
    if kind == "route":
        return list(dataset.route_rows[item_id].claim_ids)
    if kind == "shift":
        found = shift_row.shift_row(dataset)
        return [str(found["claim"])] if found and found["claim"] else []
    events = [row.event_id for row in dataset.event_places if row.place_id == item_id]
    claims = [claim.claim_id for event_id in events for claim in dataset.claims_of(event_id)]
    mentions = [f"{m.article_id}:{m.locus}" for m in dataset.gazetteer[item_id].mentions]
    return mentions + claims


def test_whatever_is_bound_leads_to_a_passage(dataset: Dataset) -> None:
    bindings = {
        each.values[:2][0:2] and tuple(each.values[:2])
        for each in drawn(skeleton(dataset))
        if isinstance(each, Bind)
    }
    assert bindings
    without = [each for each in sorted(bindings) if not passages(dataset, *each)]
    assert without == []


def test_dashes_say_the_basis_of_a_leg(dataset: Dataset) -> None:
    dashes: Counter[WaypointBasis] = Counter()
    for line in drawn(skeleton(dataset)):
        if not isinstance(line, folium.PolyLine):
            continue
        name = line.options.get("className", "")
        if "atlas-track-" not in name:
            assert line.options["dashArray"] is None
            continue
        basis = WaypointBasis(name.split("atlas-track-")[1].split()[0])
        assert line.options["dashArray"] == DASHES[basis]
        dashes[basis] += 1
    assert set(dashes) == set(WaypointBasis)


def test_a_leg_is_drawn_by_its_own_basis_never_surer_than_its_ends(dataset: Dataset) -> None:
    order = [WaypointBasis.STATED, WaypointBasis.EXTERNAL, WaypointBasis.INFERRED]
    for route in dataset.route_rows.values():
        by_place = {waypoint.place_id: waypoint.basis for waypoint in route.waypoints}
        legs = [leg for leg, _ in drawn_legs(route)]
        assert [leg.basis for leg in legs] == [one.basis for one in route.legs]
        for leg in legs:
            for end in (leg.from_id, leg.to_id):
                assert order.index(leg.basis) >= order.index(by_place[end])


def test_only_stated_waypoints_remain_when_only_articles_count(dataset: Dataset) -> None:
    for route in dataset.route_rows.values():
        legs = drawn_legs(route, stated_only=True)
        assert all(leg.basis is WaypointBasis.STATED for leg, _ in legs)
        assert ("stated" in variants(route)) == (bool(legs) and "always" not in variants(route))


@pytest.mark.parametrize("course", [corridor.ORIGINAL, corridor.SHIFTED])
def test_a_course_lies_in_the_middle_of_its_ribbon(course: str, dataset: Dataset) -> None:
    main = corridor.courses(dataset, course)[0]
    assert main.route_id == course
    line = route_line(main)
    wide = ribbon(line)
    assert wide.contains(line)
    middle = Point(line.interpolate(0.4, normalized=True))
    assert 0.1 < wide.exterior.distance(middle) < 0.4


def test_the_arrow_is_drawn_from_the_original_course_to_the_shifted_one(dataset: Dataset) -> None:
    (made,) = shift.draw(dataset)
    lines = [each for each in drawn(made) if isinstance(each, folium.PolyLine)]
    assert [bool(list(each._children)) for each in lines] == [False, True]
    (from_lat, _), (to_lat, _) = lines[-1].locations
    assert from_lat > to_lat
    assert any(isinstance(each, Arrow) for each in drawn(lines[-1]))


def test_the_arrow_follows_both_courses(dataset: Dataset) -> None:
    (made,) = shift.draw(dataset)
    registered = next(each for each in drawn(made) if isinstance(each, Register))
    assert registered.values == ["corridor-shift", "all", corridor.ORIGINAL, corridor.SHIFTED]


def test_the_words_of_the_shift_find_room_between_the_stated_courses(dataset: Dataset) -> None:
    found = shift_row.between_courses(dataset)
    assert len(found) > 20
    lines = [
        MultiLineString([line for _, line in drawn_legs(main, stated_only=True)])
        for main in (dataset.route_rows[key] for key in (corridor.ORIGINAL, corridor.SHIFTED))
    ]
    gaps = []
    for lon, lat in found:
        north, south = (line.intersection(LineString([(lon, 20), (lon, 50)])) for line in lines)
        assert north.bounds[3] > lat > south.bounds[3]
        gaps.append(north.bounds[3] - south.bounds[3])
    assert gaps == sorted(gaps, reverse=True), "the widest gap is tried first"
    assert gaps[0] > gaps[-1]


def test_without_a_course_there_is_nothing_between_them(dataset: Dataset) -> None:
    for gone in (corridor.ORIGINAL, corridor.SHIFTED):
        rows = {key: row for key, row in dataset.route_rows.items() if not key.startswith(gone)}
        assert shift_row.between_courses(replace(dataset, route_rows=rows)) == []


def test_a_plan_has_an_open_head_and_a_thin_line(dataset: Dataset) -> None:
    seen = set()
    for made in next(layer for layer in LAYERS if layer.layer_id == "routes").draw(dataset):
        route_id = next(each for each in drawn(made) if isinstance(each, Register)).values[2]
        planned = is_planned(dataset.route_rows[str(route_id)].status)
        for arrow in (each for each in drawn(made) if isinstance(each, Arrow)):
            assert arrow.values[1] is planned
            assert (len(arrow.values) == 3) is planned
            assert (arrow._parent.options["weight"] < 2) is planned
            assert (arrow._parent.options["opacity"] <= 0.5) is planned
            seen.add(planned)
    assert True in seen


def test_an_area_or_an_inferred_place_is_never_a_pin(dataset: Dataset) -> None:
    groups = next(layer for layer in LAYERS if layer.layer_id == "places").draw(dataset)
    dots = set()
    for made in groups:
        for shape in (each for each in drawn(made) if isinstance(each, folium.CircleMarker)):
            dots.add(next(e for e in drawn(shape) if isinstance(e, Bind)).values[1])
    assert set(SITES) <= dots
    assert not {place.place_id for place in drawn_places(dataset) if is_area(place)} & dots


def test_strike_sites_are_strikes_that_happened_and_no_aggregates(dataset: Dataset) -> None:
    sites = strike_sites(dataset)
    assert sites
    assert all(radius_km >= 3 for radius_km in sites.values())
    events = dataset.event_rows.values()
    assert len(sites) <= sum(event.type in STRIKES for event in events)


def test_a_strike_site_is_as_wide_as_its_least_certain_strike(dataset: Dataset) -> None:
    strikes = ("air-attacks-opposition-2017-05", "drone-attack-2017-06-08")
    found = [mark(dataset, event_id) for event_id in strikes]
    widths = [one.uncertainty_km or 0 for one in found if one]
    assert {one.place_id for one in found if one} == {"al-tanf"}
    assert len(set(widths)) == 2, "two strikes at one place, one of them less certain"
    rest = {key: row for key, row in dataset.event_rows.items() if key not in strikes}
    for order in (strikes, strikes[::-1]):
        rows = rest | {event_id: dataset.event_rows[event_id] for event_id in order}
        assert strike_sites(replace(dataset, event_rows=rows))["al-tanf"] == max(widths)


def test_a_route_has_the_colour_its_actors_share(dataset: Dataset) -> None:
    for route in dataset.route_rows.values():
        is_road = route.kind is RouteKind.ROAD or not route.actor_ids
        side = route_side(dataset, route)
        assert routes.color_of(dataset, route) == (ROUTE if is_road else SIDES[side].color)


def test_areas_stay_a_tint_where_they_lie_over_one_another(dataset: Dataset) -> None:
    marks = {row["place"]: row["mark"] for row in payload(dataset)["events"] if row["mark"]}

    def place_of(shape: folium.Circle) -> str:
        return str(next(each for each in drawn(shape) if isinstance(each, Bind)).values[1])

    discs = [
        each
        for layer in LAYERS
        if layer.layer_id in ("places", "strike-sites")
        for made in layer.draw(dataset)
        for each in drawn(made)
        if isinstance(each, folium.Circle)
        and each.options["opacity"] == 0
        and place_of(each) in marks
    ]
    assert any(each.options["className"] == "atlas-strike-site" for each in discs)
    geod = Geod(ellps="WGS84")

    def tint(lat: float, lon: float) -> float:
        return sum(
            disc.options["fillOpacity"]
            for disc in discs
            if geod.inv(lon, lat, disc.location[1], disc.location[0])[2] < disc.options["radius"]
        )

    assert all(tint(*at) <= 0.06 for at in marks.values())
    assert all(disc.options["fillOpacity"] <= 0.02 for disc in discs)


def test_positions_are_swapped_in_one_place() -> None:
    assert latlon.of_line(LineString([(38.6178, 33.5058), (40.9, 34.4)])) == [
        [33.5058, 38.6178],
        [34.4, 40.9],
    ]
    with pytest.raises(TypeError, match="Polygon"):
        latlon.of_area(Point(0, 0))


def test_a_hole_in_an_area_stays_a_hole() -> None:
    square = [(0, 0), (0, 9), (9, 9), (9, 0)]
    hole = [(3, 1), (3, 2), (4, 2)]
    holed = Polygon(square, [hole])
    outline, *holes = latlon.of_area(holed)[0]
    assert sorted(outline) == sorted([lat, lon] for lon, lat in square)
    assert [sorted(ring) for ring in holes] == [sorted([lat, lon] for lon, lat in hole)]
    island = Polygon([(20, 0), (20, 1), (21, 1)])
    assert [len(rings) for rings in latlon.of_area(MultiPolygon([holed, island]))] == [2, 1]
