"""The payload: everything the browser shows, small, plain, and true to the tables."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyproj import Geod

from geo.dataset import Dataset
from geo.model.places import SITES
from geo.model.vocabulary import DatePrecision
from geo.selection.select import select
from geo.selection.selection import Selection
from geo.selection.shown_routes import stays
from geo.sentences.actor_sources import actor_source, spelling_sources
from geo.sentences.passages import locus_text
from layers.base.legs import drawn_legs
from layers.base.style import GLYPHS
from layers.contract import Payload
from layers.payload import label_rows as label_rows_module
from layers.payload.event_rows import turn_rows
from layers.payload.renamed_rows import renamed_rows
from layers.payload.whole import payload
from tests.contract import adapter
from tests.twins import subject
from tests.twins.given import dataset_of

MOST_BYTES = 1_000_000
IN_THE_REGION = {"lat": (20, 46), "lon": (22, 66)}


@pytest.fixture(scope="module")
def packed(dataset: Dataset) -> dict[str, Any]:
    return payload(dataset)


def positions(packed: dict[str, Any]) -> Iterator[list[float]]:
    for event in packed["events"]:
        for name in ("mark", "stated_mark"):
            if event[name]:
                yield event[name]
        yield from event["path"] or []
        yield from event["stated_path"] or []


def test_it_is_small_and_strict_json(packed: dict[str, Any]) -> None:
    text = json.dumps(packed, allow_nan=False)
    assert len(text.encode()) < MOST_BYTES
    assert adapter(Payload).validate_json(text) == packed


def test_positions_are_latitude_first(packed: dict[str, Any]) -> None:
    found = list(positions(packed))
    assert found
    for lat, lon in found:
        assert IN_THE_REGION["lat"][0] <= lat <= IN_THE_REGION["lat"][1]
        assert IN_THE_REGION["lon"][0] <= lon <= IN_THE_REGION["lon"][1]


def test_every_event_is_there_once_with_one_mark_at_most(
    packed: dict[str, Any], dataset: Dataset
) -> None:
    assert [event["id"] for event in packed["events"]] == list(dataset.event_rows)
    for event in packed["events"]:
        assert event["mark"] is None or len(event["mark"]) == 2
        assert event["glyph"] in GLYPHS


def test_every_event_leads_to_a_passage(packed: dict[str, Any]) -> None:
    articles = {article["id"] for article in packed["articles"]}
    for event in packed["events"]:
        assert event["claims"]
        assert {claim["article"] for claim in event["claims"]} <= articles
        assert all(claim["locus"] for claim in event["claims"])


def test_ids_that_are_referred_to_are_there(packed: dict[str, Any]) -> None:
    ids = {name: {row["id"] for row in packed[name]} for name in ("actors", "places", "routes")}
    events = {event["id"] for event in packed["events"]}
    for event in packed["events"]:
        assert {part["actor"] for part in event["parts"]} <= ids["actors"]
        assert {*event["places"], *event["path_places"]} <= ids["places"]
        assert set(event["routes"]) <= ids["routes"]
        assert {relation["event"] for relation in event["relations"]} <= events
    for article in packed["articles"]:
        assert set(article["stops"]) <= events
    assert {label["place"] for label in packed["labels"]} - {None} <= ids["places"]
    assert "unnamed" in ids["actors"]


def test_the_four_sites_are_marked_and_labelled(packed: dict[str, Any]) -> None:
    assert {place["id"] for place in packed["places"] if place["site"]} == set(SITES)
    labels = {label["place"] for label in packed["labels"] if label["kind"] == "site"}
    assert labels == set(SITES)


def test_both_courses_are_labelled_as_proposed(packed: dict[str, Any]) -> None:
    courses = [label for label in packed["labels"] if label["kind"] == "course"]
    assert [label["route"] for label in courses] == ["corridor-original", "corridor-shifted"]
    assert {label["more"] for label in courses} == {"proposed, as reported May 2017"}


def test_the_shift_is_reported_and_measured(packed: dict[str, Any]) -> None:
    shift = packed["shift"]
    assert shift["reported_miles"] == 140
    assert shift["offset_km"] == pytest.approx(225.5, abs=0.5)
    assert shift["geodesic_km"] == pytest.approx(236.2, abs=0.5)


def test_a_label_that_matters_more_is_named_from_further_out(packed: dict[str, Any]) -> None:
    ranks: dict[str, set[int]] = {"site": set(), "course": set(), "town": set()}
    areas = {}
    for label in packed["labels"]:
        if label["kind"] == "area":
            areas[label["place"]] = label["rank"]
        elif label["kind"] == "course" or (label["kind"] in ranks and label["place"]):
            ranks[label["kind"]].add(label["rank"])
    assert max(ranks["site"] | ranks["course"]) < min(ranks["town"])
    courses = ("corridor-original", "corridor-shifted")
    joined = {
        place
        for route in packed["routes"]
        if route["layer"] in courses
        for place in route["places"]
    }
    on, off = ({areas[key] for key in areas if (key in joined) is is_on} for is_on in (True, False))
    assert on and off
    assert max(on) < min(off), "an area that a course joins goes before the others"


def test_no_label_is_there_twice(packed: dict[str, Any]) -> None:
    towns = [label["text"] for label in packed["labels"] if label["kind"] in ("town", "site")]
    assert len(set(towns)) == len(towns)


def test_the_base_map_names_no_town_that_the_gazetteer_names(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tanf, damascus = dataset.gazetteer["al-tanf"], dataset.gazetteer["damascus"]
    assert damascus.geonames_id and not tanf.geonames_id
    rows = (
        ("A country", "country", ""),
        (damascus.name, "area", ""),  # Another thing of this name.
        (damascus.name, "town", ""),
        ("Dimashq", "town", str(damascus.geonames_id)),
        (tanf.name, "town", "1"),
        ("A town", "town", ""),
        ("Another town", "town", "2"),
    )
    lines = [f"{text},,{kind},1,33.5,36.25,{geonames_id}" for text, kind, geonames_id in rows]
    file = tmp_path / "labels.csv"
    file.write_text("text,text_ar,kind,rank,lat,lon,geonames_id\n" + "\n".join(lines))
    monkeypatch.setattr(label_rows_module, "LABELS_FILE", file)
    found = label_rows_module.label_rows(dataset)
    besides = [row for row in found if row["place"] is None and row["kind"] != "course"]
    names = ["A country", damascus.name, "A town", "Another town"]
    assert [row["text"] for row in besides] == names
    assert besides[0] == {
        "text": "A country",
        "text_ar": "",
        "lat": 33.5,
        "lon": 36.25,
        "kind": "country",
        "rank": 1,
        "place": None,
    }
    without = label_rows_module.label_rows(replace(dataset, route_rows={}))
    assert not [row for row in without if row["kind"] == "course"]


def test_a_course_is_named_along_its_longest_leg(packed: dict[str, Any], dataset: Dataset) -> None:
    geod = Geod(ellps="WGS84")

    def longest(route_id: str, stated_only: bool) -> list[list[float]]:
        legs = drawn_legs(dataset.route_rows[route_id], stated_only=stated_only)
        lines = [[[round(lat, 5), round(lon, 5)] for lon, lat in line] for _, line in legs]
        return max(lines, key=lambda line: geod.inv(*line[0][::-1], *line[1][::-1])[2])

    courses = [label for label in packed["labels"] if label["kind"] == "course"]
    for label in courses:
        assert label["leg"] == longest(label["route"], stated_only=False)
        assert label["stated_leg"] == longest(label["route"], stated_only=True)
        assert label["leg"] != label["stated_leg"]
        assert [label["lat"], label["lon"]] == label["leg"][0]


def test_a_smaller_dataset_makes_a_smaller_payload(dataset: Dataset) -> None:
    none = payload(select(dataset, Selection(actors=frozenset())))
    assert none["events"] == []
    assert [route["id"] for route in none["routes"]] == [
        row.route_id for row in dataset.route_rows.values() if stays(row)
    ]


@pytest.mark.parametrize(
    ("locus", "text"),
    [
        ("p1", "paragraph 1"),
        ("p13", "paragraph 13"),
        ("caption1", "picture caption"),
        ("caption2", "picture caption 2"),
        ("standfirst", "standfirst"),
        ("title", "headline"),
        ("subhead1", "subheading"),
    ],
)
def test_a_locus_reads_as_words(locus: str, text: str) -> None:
    assert locus_text(locus) == text


def event(packed: dict[str, Any], event_id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in packed["events"] if each["id"] == event_id)
    return found


def test_a_mark_that_no_article_places_says_where_its_position_comes_from(
    packed: dict[str, Any],
) -> None:
    strike = event(packed, "strike-2017-05-18")
    assert strike["place_note"].startswith("About 28 km north-west of al-Tanf; position from")
    assert strike["place_basis"] == "inferred"
    assert (strike["stated_place_note"], strike["stated_place_basis"]) == (None, "published")
    assert strike["uncertainty_km"] < strike["stated_uncertainty_km"]
    later = event(packed, "strike-2021-02-25")
    assert later["place_note"].startswith("Inferred point near Albu Kamal")


def test_the_end_of_a_path_has_no_radius(packed: dict[str, Any]) -> None:
    push = event(packed, "push-to-mayadin-2017-05")
    assert push["mark"] and push["planned"]
    assert (push["uncertainty_km"], push["stated_uncertainty_km"]) == (None, None)
    assert push["stated_path_places"] == ["al-tanf", "mayadin", "deir-ez-zor"]
    march = event(packed, "hashd-march-2017-05")
    assert march["stated_path_places"] == ["mosul", "northern-frontier"]


def test_a_strike_is_one_that_happened_and_no_aggregate(packed: dict[str, Any]) -> None:
    assert event(packed, "strike-2021-02-25")["strike"]
    assert not event(packed, "rocket-attacks-iraq-2021-02")["strike"]
    assert not event(packed, "arms-shipment-2021-02")["strike"]


def test_only_what_the_articles_say_has_its_own_words(packed: dict[str, Any]) -> None:
    strike = event(packed, "strike-2017-06-08")
    assert (strike["when"], strike["stated_when"]) == (
        "8 June 2017",
        "some day between 5 and 11 June 2017",
    )
    assert strike["stated_where"] == "no place given"


@pytest.mark.parametrize(
    ("event_id", "expected"),
    [
        ("strike-2017-05-18", {"Carried out by", "Aimed at", "In support of"}),
        ("price-statement-2021-02-22", {"Warning by", "Directed at"}),
        ("austin-statement-2021-02", {"Said by", "Concerning"}),
        ("trump-riyadh-visit-2017", {"By", "To"}),
        ("pentagon-vetting-pmu-2017", {"Policy of", "Concerning"}),
        ("is-holds-deir-ez-zor-2017", {"Held by"}),
        ("us-push-from-jordan-2017", {"Planned by", "Aimed at"}),
        ("corridor-shift", {"Moved by"}),
        ("leaflets-2017-05", {"Dropped by", "Addressed to"}),
        ("al-tanf-held-2017", {"Held by"}),
        ("forces-at-al-tanf-2017", {"About"}),
        ("damascus-baghdad-route-2017", {"Expected of", "In support of"}),
        ("possible-assault-al-tanf-2017", {"Expected of", "Aimed at"}),
        ("partner-consultation-2021-02", {"Policy of", "Consulted"}),
        ("talks-offer-2021-02", {"Policy of", "Together with", "Concerning"}),
        ("erbil-attack-2021-02-15", {"Claimed by", "Blamed on", "Aimed at"}),
        (
            "syrian-strike-2017-06-06",
            {"Carried out by", "In support of", "Approved by", "Passed on by"},
        ),
    ],
)
def test_a_role_has_a_name_that_fits_the_event(
    packed: dict[str, Any], event_id: str, expected: set[str]
) -> None:
    assert {role["label"] for role in event(packed, event_id)["roles"]} == expected


def test_a_route_has_the_side_and_the_days_of_those_on_it(packed: dict[str, Any]) -> None:
    routes = {route["id"]: route for route in packed["routes"]}
    assert routes["hashd-march"]["side"] == "iran-aligned"
    assert routes["supply-damascus-baghdad"]["side"] == "iran-aligned"
    assert routes["damascus-baghdad-highway"]["side"] == "other"
    assert routes["shipment-2021-02"]["when"] == (
        "some day between about 23 January and 22 February 2021"
    )
    assert routes["push-north-from-jordan"]["when"] == "as reported on 18 May 2017"
    assert routes["corridor-original"]["when"] is None


def test_a_route_of_several_sides_is_of_none(dataset: Dataset) -> None:
    route = dataset.route_rows["supply-damascus-baghdad"]
    both = ("popular-mobilization-units", "syrian-government")
    changed = route.model_copy(update={"actor_ids": both})
    made = payload(replace(dataset, route_rows={**dataset.route_rows, route.route_id: changed}))
    [row] = [one for one in made["routes"] if one["id"] == route.route_id]
    assert row["side"] == "other"


def test_passages_and_casualties_are_words(packed: dict[str, Any]) -> None:
    drone = event(packed, "drone-attack-2017-06-08")
    (hurt,) = drone["casualties"]
    assert hurt["text"] == "no casualties reported"
    assert hurt["source"].startswith("USA Today")
    said = {claim["id"]: claim for claim in drone["claims"]}["breitbart-p13-a"]
    assert (said["passage"], said["casualties"]) == ("paragraph 13", "none reported")
    tanf = next(place for place in packed["places"] if place["id"] == "al-tanf")
    assert "picture caption" in {mention["passage"] for mention in tanf["mentions"]}


def test_spellings_lead_to_the_claims_that_stand_where_they_do(
    packed: dict[str, Any], dataset: Dataset
) -> None:
    for actor in packed["actors"][:-1]:
        _, *claims = actor["trace"]["name"].split()
        said = {
            actor["aliases"][at]: [claims[one] for one in rest] for at, *rest in actor["spelled"]
        }
        row = dataset.actors[actor["id"]]
        sources = spelling_sources(dataset, row, actor_source(dataset, row.actor_id))
        assert said == {text: list(source.claim_ids) for text, source in sources.items()}
    unnamed = packed["actors"][-1]
    assert (unnamed["id"], unnamed["spelled"]) == ("unnamed", [])


def test_one_source_relayed_twice_counts_once(packed: dict[str, Any]) -> None:
    found = event(packed, "hezbollah-to-al-tanf-2017-05")
    assert (found["backing"], len(found["voices"])) == ("parties-only", 1)
    strike = event(packed, "strike-2021-02-25")
    assert strike["backing"] == "several-voices"
    assert strike["voices"][0] == {"name": "Al-Mashareq and AFP", "took_part": False}
    assert strike["voices_text"] == "3 voices, one of which took part"
    convoy = event(packed, "strike-2017-05-18")
    assert convoy["voices_text"] == "4 voices, one of which took part"
    assert [(one["name"], one["took_part"]) for one in convoy["voices"]] == [
        ("The Guardian", False),
        ("US military, US defence official and US-led coalition", True),
        ("Syrian opposition media", False),
        ("The Media Express", False),
    ]


def test_the_turn_is_told_by_the_articles_whose_slider_had_come_to_it(dataset: Dataset) -> None:
    stops = dataset.stops_of("guardian-2017-05-18")
    before = stops.index("corridor-shift")

    def told(**chosen: Any) -> list[str]:
        [turn] = turn_rows(select(dataset, Selection(**chosen)))
        assert turn["id"] == "corridor-shift"
        assert turn["span"]["hull"] == ["2017-04-18", "2017-05-17"]
        return turn["articles"]

    guardian = ["guardian-2017-05-18"]
    without = {"types": frozenset({"airstrike"})}
    assert told() == told(**without) == guardian
    assert told(cursors={"guardian-2017-05-18": before}) == []
    assert told(cursors={"guardian-2017-05-18": before}, **without) == []
    assert told(cursors={"guardian-2017-05-18": before + 1}) == guardian
    assert told(cursors={"guardian-2017-05-18": before + 1}, **without) == guardian
    assert told(cursors={"almashareq-2021-02-26": 0}, **without) == guardian
    assert turn_rows(dataset)[0]["articles"] == guardian


def test_a_turn_without_a_day_is_no_stop_and_is_told_by_whoever_tells_it(dataset: Dataset) -> None:
    undated = {"date_precision": DatePrecision.UNDATED, "first_day": None, "last_day": None}
    event = dataset.event_rows["corridor-shift"].model_copy(update=undated)
    changed = replace(dataset, event_rows={**dataset.event_rows, event.event_id: event})
    assert "corridor-shift" not in changed.stops_of("guardian-2017-05-18")
    [turn] = turn_rows(select(changed, Selection(types=frozenset({"airstrike"}))))
    assert turn["articles"] == ["guardian-2017-05-18"]


def test_what_became_of_an_id_is_sent_but_for_claims_which_no_link_holds() -> None:
    became = "It was two things."
    assert renamed_rows(dataset_of(subject("renamed")["data"])) == {
        "event": {
            "strike-near-base": {"kind": "event", "id": "strike-2017-05-18", "became": ""},
            "two-in-one": {"kind": "event", "id": "leaflets-2017-05", "became": became},
            "fars-is-close": {
                "kind": "actor",
                "id": "fars",
                "became": "It is on the card of Fars.",
            },
            "a-zone": {
                "kind": "place",
                "id": "deconfliction-zone",
                "became": "It is on the card of the zone.",
            },
            "no-event": {"kind": None, "id": None, "became": "No article reports it."},
        },
        "actor": {
            "fars-agency": {"kind": "actor", "id": "fars", "became": ""},
            "nobody-named": {"kind": None, "id": None, "became": "Nobody is named so."},
        },
        "place": {
            "tanf": {"kind": "place", "id": "al-tanf", "became": ""},
            "strike-place": {
                "kind": "event",
                "id": "strike-2017-05-18",
                "became": "It was an event.",
            },
        },
        "route": {"old-course": {"kind": "route", "id": "corridor-original", "became": ""}},
    }
