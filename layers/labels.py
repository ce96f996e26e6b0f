"""The label layer and its rows: sites, countries, towns that matter, areas, rivers and seas."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import folium

from geo.dataset import SITES, Dataset
from geo.models import Place
from geo.zones import position
from layers import latlon
from layers.elements import LabelLayer, group
from layers.places import drawn_places, is_area

LAYER_ID = "labels"
LABELS_FILE = Path(__file__).parents[1] / "data" / "basemap" / "labels.csv"
SITE_RANK = 0
TOWN_RANK = 2
AREA_RANK = 3


def draw(_dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the label layer; its words come with the payload."""
    made = group(LAYER_ID)
    made.add_child(LabelLayer())
    yield made


def label_rows(dataset: Dataset) -> list[dict[str, Any]]:
    """
    Gather the labels.

    Parameters
    ----------
    dataset
        What was reported; its gazetteer names the places.

    Returns
    -------
    list of dict
        ``text, text_ar, lat, lon, kind, rank, place``: kind is country, site, town, area, river
        or sea; a low rank goes before a high one; ``place`` is the id of the gazetteer, whose
        label is drawn only where the place matters to what is shown.
    """
    named = _named_places(dataset)
    rows = [_of_place(place) for place in named.values()]
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
                "kind": row["kind"],
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


def _of_place(place: Place) -> dict[str, Any]:
    kind, rank = "town", TOWN_RANK
    if place.place_id in SITES:
        kind, rank = "site", SITE_RANK
    elif is_area(place):
        kind, rank = "area", AREA_RANK
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


def _basemap_rows() -> list[dict[str, str]]:
    with LABELS_FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
