"""What is known of the five articles holds in the committed tables."""

import re
from datetime import date

import pytest
from pyproj import Geod

from geo.dataset import DATA_FOLDER, Dataset, load_dataset
from geo.model.places import SITES
from geo.model.vocabulary import Extent, ParticipantRole, Role
from geo.reading.folder import ROUTES_FILE, TABLE_FILES, read_tables
from geo.rules.acting import acting_actors
from geo.rules.corridor import shift_measure
from geo.rules.event_facts import event_facts
from geo.rules.placement import mark
from geo.rules.spans import event_span
from geo.rules.zones import circle, zone_polygon
from geo.selection.select import select
from geo.selection.selection import Selection
from tests.geo.exporting import written

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@pytest.fixture(scope="module")
def atlas() -> Dataset:
    return load_dataset()


@pytest.mark.parametrize(
    ("article_id", "weekday"),
    [
        ("guardian-2017-05-18", "Thursday"),
        ("newarab-2017-05-31", "Wednesday"),
        ("mediaexpress-2017-06-02", "Friday"),
        ("breitbart-2017-06-15", "Thursday"),
        ("almashareq-2021-02-26", "Friday"),
    ],
)
def test_the_five_articles_are_of_these_days(atlas: Dataset, article_id: str, weekday: str) -> None:
    published = atlas.articles[article_id].published_on
    assert published.isoformat() == article_id[-10:]
    assert WEEKDAYS[published.weekday()] == weekday


def test_there_are_five_articles(atlas: Dataset) -> None:
    assert len(atlas.articles) == 5
    assert atlas.articles["guardian-2017-05-18"].url is None


def test_every_paragraph_of_every_article_is_accounted_for(atlas: Dataset) -> None:
    passages: dict[str, list[int]] = {article_id: [] for article_id in atlas.articles}
    for row in atlas.coverage:
        paragraph = re.fullmatch(r"p(\d+)", row.locus)
        if paragraph:
            passages[row.article_id].append(int(paragraph[1]))
    lengths = {article_id: len(numbers) for article_id, numbers in passages.items()}
    assert {a: sorted(n) for a, n in passages.items()} == {
        article_id: list(range(1, length + 1)) for article_id, length in lengths.items()
    }
    assert lengths == {
        "guardian-2017-05-18": 16,
        "newarab-2017-05-31": 11,
        "mediaexpress-2017-06-02": 8,
        "breitbart-2017-06-15": 24,
        "almashareq-2021-02-26": 28,
    }


def test_the_strike_of_18_may_is_one_event_of_three_articles_with_one_mark(
    atlas: Dataset,
) -> None:
    strikes = [
        event.event_id
        for event in atlas.event_rows.values()
        if event.type == "airstrike" and event.first_day == date(2017, 5, 18)
    ]
    assert strikes == ["strike-2017-05-18"]
    assert atlas.articles_of("strike-2017-05-18") == (
        "guardian-2017-05-18",
        "newarab-2017-05-31",
        "mediaexpress-2017-06-02",
    )
    rows = atlas.events[atlas.events["event_id"] == "strike-2017-05-18"]
    assert len(rows) == 1
    assert rows.geometry.iloc[0].geom_type == "Point"


def test_the_strike_lies_north_west_of_the_base_and_on_it_when_only_the_articles_count(
    atlas: Dataset,
) -> None:
    found, stated = (mark(atlas, "strike-2017-05-18", only) for only in (False, True))
    assert found is not None
    assert stated is not None
    base = atlas.gazetteer["al-tanf"]
    azimuth, _, distance_m = Geod(ellps="WGS84").inv(base.lon, base.lat, found.lon, found.lat)
    assert distance_m == pytest.approx(28_000, abs=1_500)
    assert azimuth == pytest.approx(-45, abs=10)
    assert stated.place_id == "al-tanf"


def test_the_3000_of_fars_are_a_claim_and_nothing_that_an_article_says(atlas: Dataset) -> None:
    claims = [claim for claim in atlas.claims if re.search(r"3[,.]?000", claim.account)]
    assert claims
    for claim in claims:
        voice = atlas.actors[claim.voice or ""]
        assert "Fars" in voice.name
        event = claim.event_id
        assert event_facts(atlas)[event].standing == "claimed"


def test_erbil_is_claimed_by_one_and_blamed_on_another_and_nobody_is_its_initiator(
    atlas: Dataset,
) -> None:
    roles: dict[str, set[str]] = {}
    for row in atlas.participants_of("erbil-attack-2021-02-15"):
        roles.setdefault(row.role, set()).add(row.actor_id)
    assert ParticipantRole.INITIATOR not in roles
    assert "awliyaa-al-dam" in roles["claimant"]
    assert "kataib-hizballah" in roles["blamed"]
    assert not roles["claimant"] & roles["blamed"]
    row = atlas.events.set_index("event_id").loc["erbil-attack-2021-02-15"]
    assert (row["standing"], row["side"]) == ("disputed", "other")


def test_the_dead_of_february_2021_are_at_least_22_by_the_observatory(atlas: Dataset) -> None:
    counts = {
        claim.voice: (claim.fatalities_low, claim.fatalities_high)
        for claim in atlas.claims_of("strike-2021-02-25")
        if claim.fatalities_low is not None or claim.fatalities_high is not None
    }
    assert counts["syrian-observatory"] == (22, None)
    assert set(counts.values()) == {(22, None)}


def test_the_export_gives_the_22_to_the_observatory(atlas: Dataset) -> None:
    text = written("geojson", atlas).decode()
    assert '"low":22,"high":null,"source":"Syrian Observatory' in text


def test_the_shipment_of_2021_lies_by_al_mayadeen_and_before_the_strike(atlas: Dataset) -> None:
    shipments = [
        event.event_id
        for event in atlas.event_rows.values()
        if event.type == "arms-shipment"
        and event.last_day
        and event.last_day.year == 2021
        and mark(atlas, event.event_id)
    ]
    assert len(shipments) == 1
    found = mark(atlas, shipments[0])
    assert found is not None
    town = atlas.gazetteer["mayadin"]
    _, _, distance_m = Geod(ellps="WGS84").inv(town.lon, town.lat, found.lon, found.lat)
    assert distance_m < 15_000
    span, strike = event_span(atlas, shipments[0]), event_span(atlas, "strike-2021-02-25")
    assert span.hull_last is not None
    assert strike.hull_first is not None
    assert span.hull_last < strike.hull_first
    assert span.hull_first == date(2021, 1, 23)
    route = atlas.route_rows[atlas.event_rows[shipments[0]].route_ids[0]]
    assert (route.first_day, route.last_day) == (span.hull_first, span.hull_last)
    order = atlas.stops_of("almashareq-2021-02-26")
    assert order.index(shipments[0]) < order.index("strike-2021-02-25")


def test_an_aggregate_has_no_mark(atlas: Dataset) -> None:
    rockets = [e for e in atlas.event_rows.values() if e.type == "rocket-attack" and e.count]
    assert [event.count for event in rockets] == [3]
    assert mark(atlas, rockets[0].event_id) is None
    assert ("erbil-attack-2021-02-15", "part-of", rockets[0].event_id) in {
        (row.event_id, row.relation, row.other_id) for row in atlas.relations
    }


def test_the_strike_of_2021_answers_the_attacks_before_it(atlas: Dataset) -> None:
    answered = {
        row.other_id
        for row in atlas.relations
        if (row.event_id, row.relation) == ("strike-2021-02-25", "response-to")
    }
    assert "erbil-attack-2021-02-15" in answered


def test_the_popular_mobilization_units_change_sides_between_countries(atlas: Dataset) -> None:
    sides = {
        (row.side or atlas.actors[row.actor_id].side)
        for row in atlas.participants
        if row.actor_id == "popular-mobilization-units"
    }
    assert {"us-coalition", "iran-aligned"} <= sides


def test_both_courses_run_from_tehran_to_southern_lebanon(atlas: Dataset) -> None:
    for route_id in ("corridor-original", "corridor-shifted"):
        places = [waypoint.place_id for waypoint in atlas.route_rows[route_id].waypoints]
        assert (places[0], places[-1]) == ("tehran", "southern-lebanon")
    stated = select(atlas, Selection(stated_only=True)).route_rows
    assert [w.place_id for w in stated["corridor-shifted"].waypoints] == [
        "tehran",
        "mayadin",
        "deir-ez-zor",
        "damascus",
        "southern-lebanon",
    ]
    assert [w.place_id for w in stated["corridor-original"].waypoints] == [
        "tehran",
        "kurdish-north-east-syria",
        "southern-lebanon",
    ]


def test_the_shift_is_140_miles_as_reported_and_as_measured(atlas: Dataset) -> None:
    measure = shift_measure(atlas)
    assert measure.reported_miles == 140
    assert measure.claim_id is not None
    assert measure.offset_km == pytest.approx(225.5, abs=0.1)
    assert measure.geodesic_km == pytest.approx(236.2, abs=0.1)
    assert round(measure.bearing_deg) == 198


def test_27_per_cent_of_the_zone_circle_lies_outside_syria(atlas: Dataset) -> None:
    zone = atlas.gazetteer["deconfliction-zone"]
    assert (zone.radius_km, zone.country) == (55, ("SY",))
    clipped = zone_polygon(zone, DATA_FOLDER).area / circle(zone.lon, zone.lat, 55).area
    assert clipped == pytest.approx(0.73, abs=0.02)


def test_the_four_sites_are_points(atlas: Dataset) -> None:
    assert all(atlas.gazetteer[site].extent is Extent.POINT for site in SITES)
    assert atlas.gazetteer["mayadin"].name == "Mayadeen (al-Mayadin)"


def test_every_acting_actor_can_be_switched(atlas: Dataset) -> None:
    for event_id in atlas.event_rows:
        for actor_id in acting_actors(atlas, event_id):
            chosen = select(atlas, Selection(actors=frozenset({actor_id}), role=Role.ANY))
            assert event_id in chosen.event_rows


def test_every_file_of_the_data_was_read() -> None:
    tables, _ = read_tables(DATA_FOLDER)
    read = {table.file.rpartition("/")[2] for table in vars(tables).values()}
    assert read == {*TABLE_FILES, ROUTES_FILE}
