"""How each thing on the map looks: its colour, its pane, what it leads to and what it follows."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import folium
import pytest
from branca.element import Element
from pyproj import Geod
from shapely.geometry import LineString, Point, Polygon

from geo.dataset import Dataset, load_dataset
from geo.model.places import SITES, position
from geo.model.vocabulary import RouteKind, Side, Status
from geo.rules.corridor import ORIGINAL, SHIFTED, courses
from geo.rules.planned import is_planned
from geo.selection.select import select
from geo.selection.selection import Selection
from layers.base.drawn_places import drawn_places, is_area
from layers.base.legs import drawn_legs, variants
from layers.base.style import ROUTE, SIDES
from layers.draw import corridor, places, routes, shift, stock_events, strikes
from layers.draw.elements import Arrow, Bind, Register
from layers.draw.shapes import Shape, group
from layers.page.figure import skeleton
from layers.payload.shift_row import shift_row
from tests.layers.conftest import drawn

SHAPES = (folium.PolyLine, folium.Polygon, folium.Circle, folium.CircleMarker)


class Look(NamedTuple):
    """A shape with its colours, in the theme's names; empty where nothing is painted."""

    shape: str
    pane: str
    edge: str
    fill: str
    leads_to: str
    follows: str


LOOKS = {
    "atlas-zone": {Look("Polygon", "areas", "zone", "zone", "zone", "layer")},
    "atlas-ribbon": {
        Look("Polygon", course, course, course, "route", "layer") for course in (ORIGINAL, SHIFTED)
    },
    "atlas-waypoint": {
        Look("CircleMarker", course, course, "land", kind, "layer")
        for course in (ORIGINAL, SHIFTED)
        for kind in ("place", "route")
    },
    "atlas-track": {
        *(Look("PolyLine", one, one, "", "route", "layer") for one in (ORIGINAL, SHIFTED)),
        *(
            Look("PolyLine", "routes", color, "", "route", "layer")
            for color in ("route", "side-iran-aligned", "side-us-coalition")
        ),
    },
    "atlas-strike-site": {
        Look("Circle", "strikes", edge, "map-ink", "place", "strikes") for edge in ("map-ink", "")
    },
    "atlas-shift-arrow": {Look("PolyLine", "shift", SHIFTED, "", "shift", "layer")},
    "atlas-area": {Look("Circle", "areas", "", "map-ink", "place", "marks")},
    "atlas-dot": {Look("CircleMarker", "dots", "map-ink", "halo", "place", "events")},
    "atlas-site": {Look("CircleMarker", "dots", "halo", "map-ink", "place", "layer")},
}
"""By the first of its classes. Sites are dark with a pale edge, dots pale with a dark one."""

DOTS = ("atlas-dot", "atlas-site")


def shapes_in(element: Element) -> list[Shape]:
    return [each for each in drawn(element) if isinstance(each, SHAPES)]


def child(element: Element, kind: type) -> Any:
    """The one of this kind within, if there is one."""
    return next((each for each in drawn(element) if isinstance(each, kind)), None)


def name_of(shape: Shape) -> str:
    """The first of its classes; a casing has none."""
    return (shape.options.get("className") or "casing").split()[0]


def seen(shape: Shape, color: str, opacity: str) -> str:
    """The name of a colour, where it can be seen."""
    value = shape.options[color].removeprefix("var(--atlas-").removesuffix(")")
    return value if shape.options[opacity] else ""


def look_of(shape: Shape) -> Look:
    filled = shape.options["fill"]
    kind, _, follows = child(shape, Bind).values
    return Look(
        type(shape).__name__,
        shape.options["pane"].removeprefix("atlas-"),
        seen(shape, "color", "opacity"),
        seen(shape, "fillColor", "fillOpacity") if filled else "",
        kind,
        follows,
    )


@pytest.fixture(scope="module")
def shapes(dataset: Dataset) -> list[Shape]:
    return shapes_in(skeleton(dataset))


def test_each_thing_looks_as_its_kind_does_and_follows_what_its_kind_does(
    shapes: list[Shape],
) -> None:
    found: dict[str, set[Look]] = {}
    for shape in shapes:
        if name_of(shape) != "casing":
            found.setdefault(name_of(shape), set()).add(look_of(shape))
            assert shape.options["interactive"], "it can be pointed at"
    assert found == LOOKS
    radii = {
        name: {one.options["radius"] for one in shapes if name_of(one) == name} for name in DOTS
    }
    assert max(radii["atlas-dot"]) < min(radii["atlas-site"]), "the four sites stand out"


def test_an_area_lets_the_map_be_seen_through_it_and_a_dot_does_not(shapes: list[Shape]) -> None:
    for shape in shapes:
        assert 0 <= shape.options["opacity"] <= 1
        assert 0 < shape.options["weight"] <= 8
        if isinstance(shape, folium.CircleMarker):
            assert shape.options["fillOpacity"] == 1
        elif shape.options["fill"]:
            assert 0 < shape.options["fillOpacity"] < 0.3


def assert_cased(line: folium.PolyLine, casing: folium.PolyLine) -> None:
    """It lies on a pale, wider and paler line of the same course, which nobody can point at."""
    assert casing.locations == line.locations
    assert casing.options["pane"] == line.options["pane"]
    assert seen(casing, "color", "opacity") == "halo"
    assert casing.options["weight"] > line.options["weight"]
    assert casing.options["opacity"] < line.options["opacity"]
    assert not casing.options["interactive"]
    assert child(casing, Bind) is None and child(casing, Arrow) is None


def test_a_line_that_crosses_the_map_lies_on_a_casing(shapes: list[Shape]) -> None:
    lines = [each for each in shapes if each.options["pane"] in {"atlas-routes", "atlas-shift"}]
    assert lines
    for casing, line in zip(lines[::2], lines[1::2], strict=True):
        assert_cased(line, casing)


def test_only_what_moves_has_a_head_and_only_at_its_end(dataset: Dataset) -> None:
    there = set()
    for made in routes.draw(dataset):
        _, when, route_id = child(made, Register).values
        there.add(route_id)
        route = dataset.route_rows[route_id]
        lines = [each for each in shapes_in(made) if name_of(each) == "atlas-track"]
        assert len(lines) == len(drawn_legs(route, stated_only=when == "stated"))
        assert {child(each, Bind).values[1] for each in lines} == {route_id}
        heads = [child(each, Arrow) for each in lines]
        assert heads[:-1] == [None] * (len(lines) - 1)
        if route.kind is RouteKind.ROAD:
            assert heads[-1] is None
        elif is_planned(route.status):
            assert heads[-1].values[1:] == [True, str(route.status)]
        else:
            assert heads[-1].values[1:] == [False]
    drawn_elsewhere = {
        route.route_id for name in (ORIGINAL, SHIFTED) for route in courses(dataset, name)
    }
    assert there == set(dataset.route_rows) - drawn_elsewhere


def test_a_road_is_of_no_side_and_what_moves_is_of_none_where_no_actor_is_named(
    dataset: Dataset,
) -> None:
    march = dataset.route_rows["hashd-march"]
    assert routes.color_of(dataset, march) == SIDES[Side.IRAN_ALIGNED].color
    for changed in ({"kind": RouteKind.ROAD}, {"actor_ids": ()}):
        assert routes.color_of(dataset, march.model_copy(update=changed)) == ROUTE


def test_a_route_is_drawn_twice_where_only_part_of_it_is_stated() -> None:
    small = load_dataset(Path(__file__).parents[1] / "fixtures" / "small")
    assert {key: variants(route) for key, route in small.route_rows.items()} == {
        "corridor-original": ("all", "stated"),
        "corridor-shifted": ("always",),
        "corridor-shifted-branch": ("all",),
        "damascus-baghdad-highway": ("always",),
    }


def at(shape: folium.CircleMarker) -> tuple[float, float]:
    lat, lon = shape.location
    return lon, lat


def test_a_place_is_drawn_where_it_is_with_those_that_share_its_source(dataset: Dataset) -> None:
    found = {}
    for made in places.draw(dataset):
        when = child(made, Register).values[1]
        for shape in shapes_in(made):
            _, place_id, _ = child(shape, Bind).values
            radius_m = shape.options["radius"] if isinstance(shape, folium.Circle) else None
            found[place_id] = (when, name_of(shape), at(shape), radius_m)
    expected = {}
    for place in drawn_places(dataset):
        name = "atlas-site" if place.place_id in SITES else "atlas-dot"
        radius_m = 1000 * (place.uncertainty_km or 0) if is_area(place) else None
        expected[place.place_id] = (
            "always" if place.named else "all",
            "atlas-area" if is_area(place) else name,
            tuple(round(one, 5) for one in position(place)),
            radius_m,
        )
    assert found == expected
    assert {when for when, *_ in found.values()} == {"always", "all"}


STRUCK_KM = {
    "southern-syria": 140,
    "al-tanf": 55,
    "strike-2017-06-08-site": 55,
    "strike-2017-05-18-site": 12,
    "border-control-point": 10,
    "erbil-airport": 3,
}
"""What the articles say was struck; the three rocket attacks of 2021 have no site together."""

INFERRED_SITES = {"strike-2017-06-08-site", "strike-2017-05-18-site"}


def test_what_was_struck_is_drawn_as_wide_as_it_is_known_the_widest_below(dataset: Dataset) -> None:
    assert strikes.strike_sites(dataset) == STRUCK_KM
    named = {key: km for key, km in STRUCK_KM.items() if key not in INFERRED_SITES}
    assert strikes.strike_sites(dataset, stated_only=True) == named
    (made,) = strikes.draw(dataset)
    discs = shapes_in(made)
    found = {child(each, Bind).values[1]: each.options["radius"] / 1000 for each in discs}
    assert found == STRUCK_KM
    assert sorted(found.values(), reverse=True) == list(found.values())
    for disc in discs:
        wide = disc.options["radius"] > 60_000
        assert bool(seen(disc, "color", "opacity")) is not wide


def test_a_strike_has_the_site_of_either_reading(dataset: Dataset) -> None:
    rows = {"strike-2017-05-18": dataset.event_rows["strike-2017-05-18"]}
    (made,) = strikes.draw(replace(dataset, event_rows=rows))
    found = {child(each, Bind).values[1] for each in shapes_in(made)}
    assert found == {"strike-2017-05-18-site", "al-tanf"}


def test_a_strike_that_was_only_planned_has_no_site(dataset: Dataset) -> None:
    event = dataset.event_rows["erbil-attack-2021-02-15"]
    planned = event.model_copy(update={"status": Status.PLANNED})
    rows = dict(dataset.event_rows) | {event.event_id: planned}
    sites = strikes.strike_sites(replace(dataset, event_rows=rows))
    assert sites == {key: km for key, km in STRUCK_KM.items() if key != "erbil-airport"}


@pytest.fixture(scope="module", params=[corridor.draw_original, corridor.draw_shifted])
def course(request: pytest.FixtureRequest, dataset: Dataset) -> list[tuple[str, str, list[Shape]]]:
    """The groups of a course: when each is seen, of which route it is, and its shapes."""
    found = []
    for made in request.param(dataset):
        layer_id, when, route_id = child(made, Register).values
        assert route_id.startswith(layer_id)
        found.append((when, route_id, shapes_in(made)))
    return found


def rings(made: list[Shape]) -> Iterator[Polygon]:
    for shape in made:
        if isinstance(shape, folium.Polygon):
            outline, *holes = ([(lon, lat) for lat, lon in ring] for ring in shape.locations)
            yield Polygon(outline, holes)


def test_a_ribbon_reaches_twenty_kilometres_to_either_side(
    course: list[tuple[str, str, list[Shape]]], dataset: Dataset
) -> None:
    geod = Geod(ellps="WGS84")
    checked = 0
    for when, route_id, made in course:
        if route_id not in (ORIGINAL, SHIFTED):
            continue
        wide = next(rings(made))
        for _, (start, end) in drawn_legs(
            dataset.route_rows[route_id], stated_only=when == "stated"
        ):
            middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
            bearing, _, length_m = geod.inv(*start, *end)
            if length_m < 100_000:
                continue  # Round a bend the ribbon is not as wide as beside a straight.
            for aside in (90, -90):
                inner, outer = (
                    geod.fwd(*middle, bearing + aside, km * 1000)[:2] for km in (17, 23)
                )
                assert wide.contains(Point(inner)) and not wide.contains(Point(outer))
                checked += 1
    assert checked


def test_a_branch_leaves_out_what_its_course_covers(
    course: list[tuple[str, str, list[Shape]]],
) -> None:
    together = set()
    for (when, one, first), (at_once, other, second) in combinations(course, 2):
        if when != at_once:
            continue
        together.add((one, other))
        covered = sum(a.intersection(b).area for a in rings(first) for b in rings(second))
        assert covered < 0.001 * sum(branch.area for branch in rings(second))
    assert together


def test_a_waypoint_leads_to_its_place_or_where_no_article_names_it_to_its_route(
    course: list[tuple[str, str, list[Shape]]], dataset: Dataset
) -> None:
    for when, route_id, made in course:
        legs = drawn_legs(dataset.route_rows[route_id], stated_only=when == "stated")
        ends = {place: end for leg, (_, end) in legs for place in [leg.to_id]}
        ends[legs[0][0].from_id] = legs[0][1][0]
        expected = set()
        for place_id, (lon, lat) in ends.items():
            named = bool(dataset.gazetteer[place_id].mentions)
            target = ("place", place_id) if named else ("route", route_id)
            expected.add((target, (round(lon, 5), round(lat, 5))))
        dots = [each for each in made if isinstance(each, folium.CircleMarker)]
        found = {(tuple(child(each, Bind).values[:2]), at(each)) for each in dots}
        assert found == expected
        assert len(dots) == len(expected)
        lines = [each for each in made if isinstance(each, folium.PolyLine)]
        tracks = [each for each in lines if name_of(each) == "atlas-track"]
        assert [[(lon, lat) for lat, lon in each.locations] for each in tracks] == [
            [tuple(round(one, 5) for one in end) for end in line] for _, line in legs
        ]


def test_the_arrow_of_the_shift_leaves_both_its_places_free(dataset: Dataset) -> None:
    (made,) = shift.draw(dataset)
    casing, shaft = shapes_in(made)
    assert_cased(shaft, casing)
    ends = [position(dataset.gazetteer[name]) for name in ("qamishli", "mayadin")]
    whole = LineString(ends)
    start, tip = (Point(lon, lat) for lat, lon in shaft.locations)
    for point in (start, tip):
        assert whole.distance(point) < 0.001
    assert 0.04 < whole.project(start, normalized=True) < 0.1
    assert 0.85 < whole.project(tip, normalized=True) < 0.95
    assert child(shaft, Arrow).values[1:] == [False]


def test_the_arrow_is_there_while_both_its_courses_are(dataset: Dataset) -> None:
    assert len(courses(dataset, ORIGINAL)) == 2
    for gone in (ORIGINAL, SHIFTED):
        rows = {key: row for key, row in dataset.route_rows.items() if key != gone}
        selected = replace(dataset, route_rows=rows, whole=dataset)
        assert list(shift.draw(selected)) == []
        assert shift_row(selected) is None
    layers = frozenset({"corridor-shift", ORIGINAL})
    assert list(shift.draw(select(dataset, Selection(layers=layers)))) == []
    # Tables of another's own may have the places and no course: the arrow follows none.
    (made,) = shift.draw(replace(dataset, route_rows={}))
    assert child(made, Register).values == ["corridor-shift", "all"]


@pytest.mark.parametrize("side", Side)
def test_a_movement_by_itself_looks_as_it_does_on_the_page(side: Side, dataset: Dataset) -> None:
    without = replace(dataset, route_rows={})
    made = group("always")
    stock_events.put_movements(without, side, made)
    lines = shapes_in(made)
    for casing, line in zip(lines[::2], lines[1::2], strict=True):
        assert_cased(line, casing)
        edge = SIDES[side].color.removeprefix("var(--atlas-").removesuffix(")")
        assert look_of(line) == Look("PolyLine", "paths", edge, "", "event", "layer")
        status = dataset.event_rows[child(line, Bind).values[1]].status
        thin = line.options["weight"] < 2 and line.options["opacity"] <= 0.5
        assert thin is is_planned(status)
        assert child(line, Arrow).values[1:] == [is_planned(status)]
        assert 0 < line.options["opacity"] <= 1
