"""The committed base map: small, whole, neutral, and as good as it says it is."""

import csv
import hashlib
import json
import math
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from PIL import Image
from pyproj import Geod
from shapely import Point
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

Shapes = dict[str, BaseGeometry]
Row = dict[str, Any]
Labels = list[dict[str, str]]

FOLDER = Path(__file__).resolve().parents[2] / "data" / "basemap"
VECTORS = ("land", "borders", "coast", "rivers", "lakes")
FILES = (*(f"{name}.geojson" for name in VECTORS), "labels.csv", "relief.webp")
EXTENT = shapely.box(22, 20, 66, 46)
GEOD = Geod(ellps="WGS84")

AL_TANF_BASE = Point(38.6178, 33.5058)
CROSSINGS = {
    "al-walid": (Point(38.9374, 33.4332), 7),
    "albu-kamal control point": (Point(40.97, 34.41), 10),
    "yaarubiyah": (Point(42.06206, 36.81138), 5),
}
"""South to north along the Iraq-Syria border: where, and how far off (km) the place may be."""

EUPHRATES_TOWNS = {
    "deir-ez-zor": Point(40.14084, 35.33588),
    "mayadin": Point(40.45154, 35.01982),
    "albu-kamal": Point(40.91854, 34.45226),
}
COUNTRIES = ("SY", "IQ", "JO", "LB", "IL", "PS", "TR", "IR", "SA", "KW", "EG", "CY")
DISPUTED = {"IL-SY", "IL-PS", "IL-LB", "CY-CY-NORTH", "EG-SD", "AM-AZ"}


def features(name: str) -> list[Row]:
    content = json.loads((FOLDER / f"{name}.geojson").read_text(encoding="utf-8"))
    assert content["type"] == "FeatureCollection"
    return list(content["features"])


@cache
def shapes(name: str) -> Shapes:
    """By id, or by name where there is none."""
    return {
        feature.get("id") or feature["properties"].get("name"): shape(feature["geometry"])
        for feature in features(name)
    }


def distance_km(one: BaseGeometry, other: BaseGeometry) -> float:
    here, there = nearest_points(one, other)
    return float(GEOD.inv(here.x, here.y, there.x, there.y)[2]) / 1000


def northing(lat: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(lat))))


def position(row: dict[str, str]) -> Point:
    return Point(float(row["lon"]), float(row["lat"]))


@pytest.fixture(scope="module")
def about() -> Row:
    return dict(json.loads((FOLDER / "basemap.json").read_text("utf-8")))


@pytest.fixture(scope="module")
def labels() -> Labels:
    with (FOLDER / "labels.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def test_the_whole_base_map_is_small() -> None:
    sizes = {name: (FOLDER / name).stat().st_size for name in (*FILES, "basemap.json")}
    assert sum(sizes.values()) < 700_000
    assert sum(size for name, size in sizes.items() if name.endswith(".geojson")) < 350_000
    assert sizes["relief.webp"] < 200_000


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_the_one_the_build_made(name: str, about: Row) -> None:
    content = (FOLDER / name).read_bytes()
    assert about["files"][name]["sha256"] == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("name", VECTORS)
def test_shapes_are_valid_inside_the_extent_and_have_four_decimals(name: str) -> None:
    drawn = [shape(feature["geometry"]) for feature in features(name)]
    assert all(one.is_valid and not one.is_empty for one in drawn)
    assert all(EXTENT.covers(shapely.box(*one.bounds)) for one in drawn)
    points = np.concatenate([shapely.get_coordinates(one) for one in drawn])
    assert (np.round(points, 4) == points).all()


@pytest.mark.parametrize("name", ["land", "lakes"])
def test_polygons_wind_right_handed(name: str) -> None:
    for one in shapes(name).values():
        assert shapely.orient_polygons(one).equals_exact(one)


def test_land_neither_overlaps_nor_leaves_gaps_along_borders() -> None:
    assert shapely.coverage_is_valid(list(shapes("land").values()))


@pytest.mark.parametrize(("one", "other"), list(combinations(["IQ", "JO", "SY"], 2)))
def test_neighbours_meet_along_their_drawn_border(one: str, other: str) -> None:
    here, there = shapes("land")[one], shapes("land")[other]
    assert here.intersection(there).area == 0
    assert here.boundary.intersection(there.boundary).equals(shapes("borders")[f"{one}-{other}"])
    assert all(len(part.interiors) == 0 for part in shapely.get_parts(here | there))


@pytest.mark.parametrize("code", COUNTRIES)
def test_a_country_is_one_feature(code: str) -> None:
    own = [feature for feature in features("land") if feature["id"] == code]
    assert [one["properties"]["country"] for one in own] == [code]


@pytest.mark.parametrize(
    ("lon", "lat", "owner"),
    [(36.29, 33.51, "SY"), (44.4, 33.34, "IQ"), (35.4, 33.3, "LB"), (34.3, 45.2, "UA-CRIMEA")],
)
def test_a_place_lies_in_its_country(lon: float, lat: float, owner: str) -> None:
    place = Point(lon, lat)
    assert [key for key, area in shapes("land").items() if area.contains(place)] == [owner]


def test_al_tanf_base_lies_in_syria_close_to_iraq_and_jordan() -> None:
    assert shapes("land")["SY"].contains(AL_TANF_BASE)
    assert 15 < distance_km(shapes("borders")["IQ-SY"], AL_TANF_BASE) < 30
    assert 15 < distance_km(shapes("borders")["JO-SY"], AL_TANF_BASE) < 30


def test_crossings_lie_on_the_border_in_their_order() -> None:
    line = shapes("borders")["IQ-SY"]
    assert line.geom_type == "LineString"
    along = [line.project(point) for point, _ in CROSSINGS.values()]
    southward = line.coords[0][1] > line.coords[-1][1]
    assert along == sorted(along, reverse=southward)
    for name, (point, uncertainty_km) in CROSSINGS.items():
        assert distance_km(line, point) < uncertainty_km, name


def test_borders_leave_the_coast_out() -> None:
    coast = shape(features("coast")[0]["geometry"])
    assert shapely.union_all(list(shapes("borders").values())).intersection(coast).length < 0.001


def test_disputed_lines_are_flagged_and_each_has_its_reason(about: Row) -> None:
    flagged = {one["id"] for one in features("borders") if one["properties"]["disputed"]}
    assert flagged == DISPUTED
    assert {"-".join(row["pair"]) for row in about["disputed_borders"]} == flagged
    assert all(row["reason"] for row in about["disputed_borders"])
    assert all(set(row["pair"]) <= set(shapes("land")) for row in about["disputed_borders"])


@pytest.mark.parametrize("pair", ["IQ-SY", "JO-SY", "IQ-JO"])
def test_simplifying_moved_a_border_less_than_it_may(pair: str, about: Row) -> None:
    moved = about["measured"]["simplified_border_displacement"][pair]
    assert moved["drawn_max_m"] <= 1000 * about["measured"]["tolerance_km"]["focus"] + 20


@pytest.mark.parametrize("town", EUPHRATES_TOWNS)
def test_the_euphrates_passes_a_town_as_near_as_recorded(town: str, about: Row) -> None:
    recorded_km = about["measured"]["euphrates_to_town_centre_km"][town]
    measured_km = distance_km(shapes("rivers")["Euphrates"], EUPHRATES_TOWNS[town])
    assert measured_km == pytest.approx(recorded_km, abs=0.15)
    assert recorded_km < 4.5


def test_the_readme_says_what_was_measured(about: Row) -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for pair, moved in about["measured"]["simplified_border_displacement"].items():
        row = f"| {pair} | {moved['max_m']} | {moved['mean_m']} | {moved['drawn_max_m']} |"
        assert row in readme
    for distance in about["measured"]["euphrates_to_town_centre_km"].values():
        assert f"{distance} km" in readme


def test_labels_lie_inside_the_extent_with_a_source(labels: Labels) -> None:
    for row in labels:
        assert EXTENT.contains(position(row)), row["text"]
        assert row["kind"] in {"country", "sea", "river", "town"}
        assert 1 <= int(row["rank"]) <= 4
        assert (row["source"] == "geonames") == bool(row["geonames_id"])
        has_source = bool(row["geonames_id"]) or "Arabic name: " in row["source"]
        assert bool(row["text_ar"]) <= has_source, "an Arabic name has a source"


def test_the_gulf_goes_without_a_contested_name(labels: Labels) -> None:
    assert {row["text"] for row in labels if "Gulf" in row["text"]} == {"The Gulf"}


def test_a_river_label_lies_on_its_river(labels: Labels) -> None:
    rivers = shapes("rivers")
    for row in labels:
        if row["kind"] == "river":
            assert distance_km(rivers[row["text"]], position(row)) < 0.1


def test_a_country_label_lies_in_its_country_or_at_sea(labels: Labels) -> None:
    names = {one["id"]: one["properties"]["name"] for one in features("land")}
    for row in labels:
        if row["kind"] == "country":
            at = position(row)
            under = {names[key] for key, area in shapes("land").items() if area.contains(at)}
            assert under <= {row["text"]}, row["text"]


def test_every_source_has_its_licence(about: Row) -> None:
    assert len(about["sources"]) == 5
    assert all(source["licence"].startswith("data: ") for source in about["sources"])
    assert "GeoNames" in about["attribution"]


def test_the_relief_has_the_shape_its_bounds_have_in_web_mercator(about: Row) -> None:
    (south, west), (north, east) = about["relief"]["bounds"]
    assert (west, south, east, north) == EXTENT.bounds
    with Image.open(FOLDER / about["relief"]["file"]) as relief:
        width, height = relief.size
    ratio = (east - west) / (northing(north) - northing(south))
    assert width / height == pytest.approx(ratio, rel=0.002)


def test_the_relief_shades_mountains_and_leaves_sea_and_plain_clear() -> None:
    with Image.open(FOLDER / "relief.webp") as relief:
        alpha = np.asarray(relief.convert("RGBA"))[..., 3]

    def mean_alpha(lon: float, lat: float) -> float:
        row, column = int((northing(46) - northing(lat)) * 30), int((lon - 22) * 30)
        return float(alpha[row - 15 : row + 15, column - 15 : column + 15].mean())

    sea, steppe, zagros = mean_alpha(30, 34), mean_alpha(39, 33.4), mean_alpha(46, 35.5)
    assert sea == 0
    assert steppe < 6
    assert zagros > 15
