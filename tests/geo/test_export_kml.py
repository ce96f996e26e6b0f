"""What a KML is beside what readers find in it: valid, in time, and fetching nothing."""

import io
import json
import re
from html import escape
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from fastkml.validator import validate
from lxml import etree

from geo.dataset import Dataset
from geo.export import EXPORTERS
from geo.export import kml_text as text
from geo.export.about import cite
from geo.export.kml import NAMESPACE
from geo.export.kml_parts import span
from geo.model.vocabulary import DatePrecision, Status, WaypointBasis
from geo.rules.corridor import legs
from geo.rules.event_facts import event_facts
from geo.rules.event_rows import stated_only
from geo.rules.stated import Reading
from tests.geo.exporting import written

SPACE = {"k": NAMESPACE}


def tree(dataset: Dataset) -> etree._ElementTree:
    return etree.parse(io.BytesIO(written("kml", dataset)))


def test_it_is_what_the_schema_of_kml_asks(taken: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "atlas.kml"
    EXPORTERS["kml"].write_file(taken, path)
    assert validate(file_to_validate=path)


def test_nothing_is_fetched(committed: Dataset) -> None:
    found = tree(committed)
    for name in ("Icon", "href", "NetworkLink", "Link", "Model", "GroundOverlay"):
        assert not found.findall(f".//k:{name}", SPACE)


def test_a_span_is_as_wide_as_the_day_is_unsure(small: Dataset) -> None:
    for mark in tree(small).findall(".//k:Placemark", SPACE):
        if not (mark.get("id") or "").startswith("event."):
            continue
        event = small.event_rows[mark.get("id").split(".")[1]]
        begin, end = (
            mark.findtext(f"k:TimeSpan/k:{name}", None, SPACE) for name in ("begin", "end")
        )
        assert begin == (event.first_day.isoformat() if event.first_day else None)
        assert end == (event.last_day.isoformat() if event.last_day else None)
        undated = event.first_day is None and event.last_day is None
        assert (mark.find("k:TimeSpan", SPACE) is None) is undated


def test_what_is_undated_has_no_span() -> None:
    placemark = Element("Placemark")
    span(placemark, Reading(None, None, None, DatePrecision.UNDATED))
    assert list(placemark) == []


def of_mark(mark: etree._Element) -> dict[str, str]:
    """Return the data of a placemark, by name."""
    return {
        one.get("name"): one.findtext("k:value", "", SPACE)
        for one in mark.iterfind("k:ExtendedData/k:Data", SPACE)
    }


def points_of(mark: etree._Element, shape: str) -> list[list[float]] | None:
    """Return longitude and latitude of each point of a shape, or None without it."""
    text = mark.findtext(f"k:{shape}/k:coordinates", None, SPACE)
    return [[float(one) for one in pair.split(",")] for pair in text.split()] if text else None


def test_an_event_stands_where_it_was_and_its_path_beside_it(taken: Dataset) -> None:
    only = stated_only(taken)
    paths = set()
    for folder in tree(taken).iterfind("k:Document/k:Folder", SPACE):
        event = None
        for mark in folder.iterfind("k:Placemark", SPACE):
            if (mark.get("id") or "").startswith("event."):
                event = taken.event_rows[mark.get("id").split(".")[1]]
                span = mark.find("k:TimeSpan", SPACE)
                place = event_facts(taken)[event.event_id].of(only).mark
                expected = [pytest.approx([place.lon, place.lat], abs=1e-5)] if place else None
                assert points_of(mark, "Point") == expected
            elif mark.get("id") is None:
                assert event and mark.findtext("k:name", "", SPACE).startswith(event.title)
                assert of_mark(mark) == {"event_id": event.event_id, "kind": "movement"}
                own = mark.find("k:TimeSpan", SPACE)
                assert (span is None) == (own is None)
                assert own is None or etree.tostring(own).split() == etree.tostring(span).split()
                line = event_facts(taken)[event.event_id].of(only).line
                assert line
                expected = [pytest.approx(list(point), abs=1e-5) for point in line]
                assert points_of(mark, "LineString") == expected
                paths.add(event.event_id)
    facts = {one: event_facts(taken)[one].of(only) for one in taken.event_rows}
    assert paths == {one for one, fact in facts.items() if fact.line and taken.articles_of(one)}


def test_an_event_is_told_by_each_of_its_articles_and_no_other(taken: Dataset) -> None:
    found = [one.get("id") or "" for one in tree(taken).iterfind(".//k:Placemark", SPACE)]
    told = [
        f"event.{event_id}.{article_id}"
        for event_id in taken.event_rows
        for article_id in taken.articles_of(event_id)
        if article_id in taken.articles
    ]
    assert sorted(one for one in found if one.startswith("event.")) == sorted(told)


def test_what_is_counted_is_there(taken: Dataset) -> None:
    document = tree(taken).find("k:Document", SPACE)
    counts = json.loads(of_mark(document)["atlas"])["counts"]
    names = {one.findtext("k:name", "", SPACE): one for one in document.iterfind("k:Folder", SPACE)}
    for kind, held in (("Routes", "k:Folder"), ("Places", "k:Placemark"), ("Zones", "k:Placemark")):
        folder = names.get(kind)
        there = 0 if folder is None else len(folder.findall(held, SPACE))
        assert counts[kind.lower()] == there, kind
    ids = [one.get("id") or "" for one in document.iterfind(".//k:Placemark", SPACE)]
    assert counts["events_in_folders"] == sum(one.startswith("event.") for one in ids)
    assert counts["events"] == len(taken.event_rows)


def test_a_document_says_what_it_is_and_has_no_empty_folder(taken: Dataset) -> None:
    document = tree(taken).find("k:Document", SPACE)
    assert document.findtext("k:name", None, SPACE) == "Corridor Atlas"
    assert escape(cite(taken)) in document.findtext("k:description", "", SPACE)
    for folder in document.iterfind(".//k:Folder", SPACE):
        assert folder.find(".//k:Placemark", SPACE) is not None, folder.findtext("k:name")


def test_a_place_says_how_it_is_known(taken: Dataset) -> None:
    for mark in tree(taken).iterfind(".//k:Placemark", SPACE):
        if (mark.get("id") or "").startswith("place."):
            place = taken.gazetteer[mark.get("id").removeprefix("place.")]
            said = of_mark(mark)
            assert said["kind"] == ("zone" if place.extent == "circle" else "place")
            assert [said["place_id"], said["basis"]] == [place.place_id, place.basis]
            radius = place.radius_km
            assert said.get("radius_km") == (None if radius is None else str(radius))
            drawn = mark.find(".//k:Point", SPACE), mark.find(".//k:Polygon", SPACE)
            if place.extent == "circle":
                assert drawn[1] is not None, place.place_id
            elif place.extent in ("point", "area"):
                assert any(one is not None for one in drawn), place.place_id


def test_a_plan_never_looks_like_what_happened(committed: Dataset) -> None:
    for mark in tree(committed).findall(".//k:Placemark", SPACE):
        if (mark.get("id") or "").startswith("event."):
            event = committed.event_rows[mark.get("id").split(".")[1]]
            planned = event.status in (Status.PLANNED, Status.FORECAST)
            assert mark.findtext("k:styleUrl", None, SPACE).endswith("-planned") == planned


def test_ground_stands_in_the_folder_and_the_style_of_its_kind(taken: Dataset) -> None:
    found = {"Places": {}, "Zones": {}, "Routes": {}}
    for folder in tree(taken).iterfind("k:Document/k:Folder", SPACE):
        name = folder.findtext("k:name", None, SPACE)
        if name in found:
            found[name] = {
                mark.get("id"): mark.findtext("k:styleUrl", None, SPACE)
                for mark in folder.iterfind(".//k:Placemark", SPACE)
            }
    zones = {one for one in taken.place_ids if taken.gazetteer[one].extent == "circle"}
    assert found["Zones"] == {f"place.{one}": "#zone" for one in zones}
    places = set(taken.place_ids) - zones
    assert found["Places"] == {f"place.{one}": "#place" for one in places}
    legs = {
        f"leg.{route_id}.{number}": leg.basis
        for route_id, route in taken.route_rows.items()
        for number, leg in enumerate(route.legs, start=1)
    }
    assert {one: style.rsplit("-", 1)[1] for one, style in found["Routes"].items()} == legs


def test_a_leg_runs_from_one_waypoint_to_the_next_and_says_so(taken: Dataset) -> None:
    marks = {one.get("id"): one for one in tree(taken).iterfind(".//k:Placemark", SPACE)}
    for route in taken.route_rows.values():
        ends = list(zip(route.waypoints, route.coordinates, strict=True))
        for number, (start, end) in enumerate(pairwise(ends), start=1):
            mark = marks[f"leg.{route.route_id}.{number}"]
            names = [taken.gazetteer[waypoint.place_id].name for waypoint, _ in (start, end)]
            assert mark.findtext("k:name", None, SPACE) == " \N{EN DASH} ".join(names)
            expected = [pytest.approx(list(point), abs=1e-5) for _, point in (start, end)]
            assert points_of(mark, "LineString") == expected
            leg = route.legs[number - 1]
            said = of_mark(mark)
            assert [
                said["route_id"],
                said["kind"],
                said["order"],
                said["basis"],
                said["source"],
            ] == [
                route.route_id,
                "leg",
                str(number),
                leg.basis,
                leg.source,
            ]


def test_a_leg_is_as_strong_as_what_it_rests_on(committed: Dataset) -> None:
    found = tree(committed)
    alphas = {}
    for basis in WaypointBasis:
        style = found.find(f".//k:Style[@id='corridor-shifted-{basis}']", SPACE)
        alphas[basis] = int(style.findtext("k:LineStyle/k:color", None, SPACE)[:2], 16)
    stated, external, inferred = (alphas[basis] for basis in WaypointBasis)
    assert stated > external > inferred
    named = {
        mark.findtext("k:styleUrl", None, SPACE) for mark in found.iterfind(".//k:Placemark", SPACE)
    }
    styles = {f"#{style.get('id')}" for style in found.iterfind(".//k:Style", SPACE)}
    assert named <= styles


def test_no_claim_is_missing_and_none_is_told_twice(committed: Dataset) -> None:
    text = written("kml", committed).decode()
    told = re.findall(r'"claim_id": "([^"]+)"', text)
    assert sorted(told) == sorted(claim.claim_id for claim in committed.claims)


def test_a_balloon_tells_what_its_article_says(committed: Dataset) -> None:
    balloons = {
        mark.get("id"): mark.findtext("k:description", "", SPACE)
        for mark in tree(committed).iterfind(".//k:Placemark", SPACE)
    }
    for event_id, event in committed.event_rows.items():
        for article_id in committed.articles_of(event_id):
            balloon = balloons[f"event.{event_id}.{article_id}"]
            assert balloon.startswith(f"<b>{escape(event.title)}</b>")
            for claim in committed.claims_of(event_id):
                told = escape(f"{claim.account}") in balloon
                assert told or claim.article_id != article_id
    for place_id in committed.place_ids:
        assert balloons[f"place.{place_id}"]


def test_a_balloon_in_full(small: Dataset) -> None:
    shipment = text.event(small, "shipment-2021-02-22", "almashareq-2021-02-26")
    assert shipment.split("<br>") == [
        "<b>Fatemiyoun Division brings weapons to al-Mazare</b>",
        "Trucks carried arms from Iraq to the river.",
        "Side that acted: Iran and aligned forces",
        "Al-Mashareq and AFP, 2021-02-26: US strikes on Iran-backed militias in Syria send "
        "&#x27;unambiguous message&#x27;",
        "p4: Syrian Observatory for Human Rights, asserts: Trucks brought arms to al-Mazare.",
        "https://diyaruna.com/en_GB/articles/cnmi_di/features/2021/02/26/feature-02",
    ]
    strike = text.event(small, "strike-2017-05-18", "guardian-2017-05-18")
    assert strike.split("<br>")[3:] == [
        "The Guardian, 2017-05-18: US jets attack Iran-backed militiamen in south-eastern Syria",
        "p1: asserts: Jets hit a militia convoy.",
        "p2: US military, asserts: The convoy was struck after warnings.",
    ]
    assert text.place(small.gazetteer["damascus"]) == "<b>Damascus</b><br>دمشق"
    said = [text.leg(leg) for leg in legs(small.route_rows["corridor-original"])]
    assert said[:2] == [
        "stated in the articles",
        "our inference<br>stands for the Kurdish north-east",
    ]


def test_the_data_of_an_event_in_full(small: Dataset) -> None:
    found = text.event_data(small, "shipment-2021-02-22", "almashareq-2021-02-26")
    (claim,) = json.loads(str(found.pop("claims")))
    assert (claim["claim_id"], claim["first_day"]) == ("a6", "2021-02-22")
    assert {name: value and str(value) for name, value in found.items()} == {
        "event_id": "shipment-2021-02-22",
        "kind": "event",
        "title": "Fatemiyoun Division brings weapons to al-Mazare",
        "type": "arms-shipment",
        "summary": "Trucks carried arms from Iraq to the river.",
        "status": "happened",
        "first_day": "2021-02-16",
        "last_day": "2021-02-22",
        "span": "within",
        "date_precision": "week",
        "standing": "claimed",
        "backing": "one-voice",
        "side": "iran-aligned",
        "match": None,
        "place_id": "al-mazare",
        "location_precision": "near",
        "uncertainty_km": "15.0",
        "actor_ids": "fatemiyoun",
        "participants": "fatemiyoun:initiator",
        "article_id": "almashareq-2021-02-26",
    }
    nowhere = text.event_data(small, "arms-2017-05", "mediaexpress-2017-06-02")
    assert [nowhere[name] for name in ("place_id", "location_precision", "uncertainty_km")] == [
        None
    ] * 3


def test_what_the_page_says_is_left_out_is_left_out(committed: Dataset) -> None:
    root = tree(committed)
    names = {one.get("name") for one in root.iterfind(".//k:Data", SPACE)}
    assert {"date_note", "note", "relations", "mentions", "aliases", "claim_id"}.isdisjoint(names)
    assert {"claims", "participants", "first_day", "date_precision", "basis", "source"} <= names
    shown = {one.get("id") for one in root.iterfind(".//k:Placemark", SPACE)}
    hidden = set(committed.gazetteer) - set(committed.place_ids)
    assert hidden and not {f"place.{place_id}" for place_id in hidden} & shown
