"""What leaves as GeoJSON is what the map shows, and other programs read it."""

import io
import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from shapely.geometry import MultiPolygon, Point, Polygon, box, shape

from geo.dataset import Dataset
from geo.export.writer import feature, write_collection
from geo.selection.select import select
from geo.selection.selection import Selection
from tests.geo.exporting import written

EVENT_PROPERTIES = [
    "event_id",
    "kind",
    "type",
    "title",
    "summary",
    "first_day",
    "last_day",
    "span",
    "date_precision",
    "status",
    "standing",
    "backing",
    "place_id",
    "place",
    "location_precision",
    "uncertainty_km",
    "actor_ids",
    "article_ids",
    "actors",
    "fatalities",
    "sources",
    "side",
    "match",
    "date_basis",
    "date_note",
    "count",
    "route_ids",
    "note",
    "places",
    "relations",
]


def text_of(dataset: Dataset) -> str:
    return written("geojson", dataset).decode()


def collection(dataset: Dataset) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text_of(dataset))
    return found


def features(dataset: Dataset, kind: str) -> dict[str, dict[str, Any]]:
    key = {"event": "event_id", "movement": "event_id", "route": "route_id"}.get(kind, "place_id")
    return {
        each["properties"][key]: each
        for each in collection(dataset)["features"]
        if each["properties"]["kind"] == kind
    }


def test_a_collection_has_what_rfc_7946_asks_and_no_more_of_its_own(small: Dataset) -> None:
    found = collection(small)
    assert list(found) == ["type", "bbox", "atlas", "features"]
    west, south, east, north = found["bbox"]
    for each in found["features"]:
        if each["geometry"]:
            bounds = shape(each["geometry"]).bounds
            assert west <= bounds[0] <= bounds[2] <= east
            assert south <= bounds[1] <= bounds[3] <= north


def test_the_foreign_member_says_what_was_taken(small: Dataset) -> None:
    selected = select(small, Selection(types=frozenset({"airstrike"}), stated_only=True))
    atlas = collection(selected)["atlas"]
    assert list(atlas) == [
        *("version", "selection", "counts", "licence", "attribution", "cite", "said"),
    ]
    assert atlas["said"] == []
    assert atlas["version"] == small.version
    assert atlas["selection"] == {"types": "airstrike", "stated_only": "1"}
    kinds = Counter(each["properties"]["kind"] for each in collection(selected)["features"])
    assert {kind: count for kind, count in atlas["counts"].items() if count} == kinds


def test_a_download_is_what_the_selection_shows(small: Dataset) -> None:
    selected = select(small, Selection(actors=frozenset({"iran"})))
    assert set(features(selected, "event")) == set(selected.event_rows)
    assert set(features(selected, "route")) == set(selected.route_rows)


def test_every_event_is_a_feature_with_or_without_a_place(small: Dataset) -> None:
    found = features(small, "event")
    assert set(found) == set(small.event_rows)
    assert found["arms-2017-05"]["geometry"] is None
    assert found["arms-2017-05"]["properties"]["first_day"] is None
    assert all(list(each["properties"]) == EVENT_PROPERTIES for each in found.values())


def test_an_event_names_its_sources(small: Dataset) -> None:
    properties = features(small, "event")["strike-2021-02-25"]["properties"]
    assert properties["fatalities"] == {
        "low": 22,
        "high": None,
        "source": "Syrian Observatory for Human Rights",
    }
    assert properties["actors"][0] == {
        "actor_id": "us-military",
        "name": "US military",
        "side": "us-coalition",
        "role": "initiator",
        "side_here": None,
        "claim_id": "a1",
    }
    assert properties["sources"][1] == {
        "article_id": "almashareq-2021-02-26",
        "publisher": "Al-Mashareq and AFP",
        "published_on": "2021-02-26",
        "locus": "p2",
        "voice": "Syrian Observatory for Human Rights",
        "via": None,
        "hedge": None,
        "stance": "asserts",
        "account": "The Observatory counts 22 dead or more.",
        "url": small.articles["almashareq-2021-02-26"].url,
        "claim_id": "a2",
        "voice_id": "sohr",
        "via_id": None,
        "says_when": "",
        "first_day": None,
        "last_day": None,
        "place_id": "albu-kamal",
        "fatalities_low": 22,
        "fatalities_high": None,
        "wounded_low": None,
        "wounded_high": None,
    }


def test_a_path_is_a_feature_of_its_own(small: Dataset) -> None:
    movement = features(small, "movement")["shipment-2021-02-22"]
    event = features(small, "event")["shipment-2021-02-22"]
    assert movement["geometry"]["type"] == "LineString"
    assert movement["geometry"]["coordinates"][-1] == event["geometry"]["coordinates"]


def test_only_what_the_articles_say_has_their_days_and_places(small: Dataset) -> None:
    found = features(select(small, Selection(stated_only=True)), "event")
    assert found["leaflets-2017-05"]["properties"]["first_day"] == "2017-05-29"
    assert found["strike-2017-05-18"]["properties"]["place_id"] == "al-tanf"
    assert found["shipment-2021-02-22"]["geometry"] == {
        "type": "Point",
        "coordinates": [40.38, 35.0],
    }


def test_rings_are_right_handed_and_coordinates_have_six_decimals(small: Dataset) -> None:
    rings = 0
    for each in collection(small)["features"]:
        geometry = each["geometry"]
        if geometry and geometry["type"] == "Polygon":
            rings += 1
            assert Polygon(geometry["coordinates"][0]).exterior.is_ccw
        for degrees in flat(geometry["coordinates"] if geometry else []):
            assert round(degrees, 6) == degrees
    assert rings > 3


def flat(coordinates: Any) -> list[float]:
    if isinstance(coordinates, float):
        return [coordinates]
    return [degrees for part in coordinates for degrees in flat(part)]


def test_a_clockwise_ring_and_its_hole_are_turned() -> None:
    hole = [(1, 1), (2, 1), (2, 2), (1, 2)]
    square = Polygon([(0, 0), (0, 3), (3, 3), (3, 0)], [hole])
    for geometry in (square, MultiPolygon([square])):
        made = feature("x", geometry, {})["geometry"]
        rings = made["coordinates"] if made["type"] == "Polygon" else made["coordinates"][0]
        assert [Polygon(ring).exterior.is_ccw for ring in rings] == [True, False]


def test_negative_zero_is_zero() -> None:
    made = feature("x", Point(-0.0, -0.00000001), {})["geometry"]
    assert json.dumps(made["coordinates"]) == "[0.0, 0.0]"


@pytest.mark.parametrize("lon", [float("nan"), float("inf"), 181.0])
def test_a_position_that_is_none_is_refused(lon: float) -> None:
    with pytest.raises(ValueError, match="is not a lon/lat position"):
        feature("x", Point(lon, 0), {})


def test_a_number_that_is_none_is_refused_before_anything_is_written() -> None:
    stream = io.BytesIO()
    with pytest.raises(ValueError, match="JSON compliant"):
        write_collection(stream, [feature("x", None, {"uncertainty_km": float("nan")})], {})
    assert stream.getvalue() == b""


def test_a_crs_is_refused() -> None:
    with pytest.raises(ValueError, match="crs cannot be a foreign member"):
        write_collection(io.BytesIO(), [], {"crs": {}})


def test_nothing_selected_is_a_collection_without_a_box(small: Dataset) -> None:
    nothing = select(small, Selection(actors=frozenset(), layers=frozenset()))
    found = collection(nothing)
    assert found["features"] == []
    assert "bbox" not in found


def test_span_and_precision_fit_the_days_of_the_articles_alone(small: Dataset) -> None:
    known = features(small, "event")["leaflets-2017-05"]["properties"]
    stated = features(select(small, Selection(stated_only=True)), "event")
    found = stated["leaflets-2017-05"]["properties"]
    names = ("first_day", "last_day", "span", "date_precision")
    assert [known[name] for name in names] == ["2017-05-27", "2017-05-28", "within", "days"]
    assert [found[name] for name in names] == ["2017-05-29", "2017-05-31", "within", "days"]


HOSTILE = [
    "{{ 7 * 7 }}{% for x in y %}{#",
    "</script><script>alert(1)</script>",
    '=HYPERLINK("http://example.org")',
    'quote " and \\ backslash',
    "\x00\x07\u2028\u2029\u202e",
    "عربي 𝒳 é 👩‍🚀",
    "line\nbreak\ttab\rreturn",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_survives_unchanged(small: Dataset, text: str) -> None:
    event = small.event_rows["strike-2017-05-18"].model_copy(
        update={"title": text, "summary": text}
    )
    changed = replace(small, event_rows=small.event_rows | {"strike-2017-05-18": event})
    properties = features(changed, "event")["strike-2017-05-18"]["properties"]
    assert (properties["title"], properties["summary"]) == (text, text)


def test_a_clipped_zone_leaves_as_a_polygon(small: Dataset) -> None:
    zone = shape(features(small, "zone")["deconfliction-zone"]["geometry"])
    assert zone.is_valid
    assert box(38, 32.9, 39.3, 34.1).contains(zone)
