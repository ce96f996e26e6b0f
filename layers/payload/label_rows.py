"""The rows of labels: sites, countries, towns that matter, areas, rivers and seas."""

import csv
from pathlib import Path

from shapely.geometry import LineString

from geo.dataset import Dataset
from geo.model.models import Place, Route
from geo.model.places import SITES, position
from geo.rules.corridor import ORIGINAL, SHIFTED, courses
from geo.rules.geodesic import geodesic_length_m
from geo.sentences.course_words import COURSE_LABELS, proposed_source, proposed_text
from geo.sentences.source import source_text
from layers.base import latlon
from layers.base.drawn_places import drawn_places, is_area
from layers.base.legs import drawn_legs
from layers.contract import CourseLabel, LabelKind, LabelRow, LatLon, PlaceLabel

LABELS_FILE = Path(__file__).parents[2] / "data" / "basemap" / "labels.csv"
SITE_RANK = 0
TOWN_RANK = 2
AREA_RANK = 3


def label_rows(dataset: Dataset) -> list[LabelRow]:
    """
    Gather the labels.

    Parameters
    ----------
    dataset
        What was reported; its gazetteer names the places.

    Returns
    -------
    list of LabelRow
        Places, courses, and what the base map names besides.
    """
    named = _named_places(dataset)
    joined = _corridor_places(dataset)
    rows: list[LabelRow] = [
        _of_place(place, on_corridor=place.place_id in joined) for place in named.values()
    ]
    rows += _of_courses(dataset)
    known_ids = {place.geonames_id for place in named.values() if place.geonames_id}
    known_names = {place.name for place in named.values()}
    for row in _basemap_rows():
        geonames_id = int(row["geonames_id"]) if row["geonames_id"] else None
        repeated = geonames_id in known_ids or row["text"] in known_names
        if row["kind"] == "town" and repeated:
            continue
        rows.append(
            {
                "text": row["text"],
                "text_ar": row["text_ar"],
                "lat": float(row["lat"]),
                "lon": float(row["lon"]),
                "kind": LabelKind(row["kind"]),
                "rank": int(row["rank"]),
                "place": None,
            }
        )
    return rows


def _named_places(dataset: Dataset) -> dict[str, Place]:
    waypoints = (
        dataset.gazetteer[waypoint.place_id]
        for route in dataset.route_rows.values()
        for waypoint in route.waypoints
    )
    return {place.place_id: place for place in (*drawn_places(dataset), *waypoints)}


def _corridor_places(dataset: Dataset) -> set[str]:
    """Return what the two courses join: their areas are named from further out than others."""
    rows = (row for layer_id in (ORIGINAL, SHIFTED) for row in courses(dataset, layer_id))
    return {waypoint.place_id for row in rows for waypoint in row.waypoints}


def _of_place(place: Place, *, on_corridor: bool) -> PlaceLabel:
    kind, rank = LabelKind.TOWN, TOWN_RANK
    if place.place_id in SITES:
        kind, rank = LabelKind.SITE, SITE_RANK
    elif is_area(place):
        kind, rank = LabelKind.AREA, TOWN_RANK if on_corridor else AREA_RANK
    lat, lon = latlon.lat_lon(*position(place))
    return {
        "text": place.name,
        "text_ar": place.name_ar,
        "lat": lat,
        "lon": lon,
        "kind": kind,
        "rank": rank,
        "place": place.place_id,
    }


def _of_courses(dataset: Dataset) -> list[CourseLabel]:
    """Name each course beside its longest leg, as a proposal of the month it was reported in."""
    rows: list[CourseLabel] = []
    for layer_id, text in COURSE_LABELS.items():
        main = next(iter(courses(dataset, layer_id)), None)
        if main is None:
            continue
        leg = _longest_leg(main)
        rows.append(
            {
                "text": text,
                "text_ar": None,
                "more": proposed_text(dataset),
                "more_trace": source_text(proposed_source(dataset)),
                "lat": leg[0][0],
                "lon": leg[0][1],
                "kind": "course",
                "rank": SITE_RANK,
                "place": None,
                "route": main.route_id,
                "leg": leg,
                "stated_leg": _longest_leg(main, stated_only=True),
            }
        )
    return rows


def _longest_leg(route: Route, *, stated_only: bool = False) -> list[LatLon]:
    legs = drawn_legs(route, stated_only=stated_only) or drawn_legs(route)
    return latlon.of_line(max((LineString(line) for _, line in legs), key=geodesic_length_m))


def _basemap_rows() -> list[dict[str, str]]:
    with LABELS_FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
