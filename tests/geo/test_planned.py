"""What is dated by its reports says so, and what is only claimed is not said to have happened."""

from dataclasses import replace
from datetime import date

import pytest

from geo.dataset import Dataset, load_dataset
from geo.model.vocabulary import DateBasis, Standing, Status, WaypointBasis
from geo.rules.corridor import legs
from geo.rules.planned import between_text, event_when, is_planned, report_days
from geo.rules.standing import standing
from geo.sentences.event_sentences import event_sentences, is_only_claimed, kind_text
from geo.sentences.event_sources import event_sources
from geo.sentences.leg_sources import leg_text
from geo.sentences.route_sources import claims_title, route_sources, route_when, who_sources
from geo.sentences.source import Kind

WHOLE = load_dataset()
EVENTS = list(WHOLE.event_rows.values())


@pytest.mark.parametrize(
    ("first_day", "last_day", "text"),
    [
        (date(2017, 5, 18), date(2017, 5, 18), "on 18 May 2017"),
        (date(2017, 5, 18), date(2017, 5, 31), "from 18 to 31 May 2017"),
        (date(2017, 5, 1), date(2017, 5, 31), "from 1 to 31 May 2017"),
        (date(2017, 5, 31), date(2017, 6, 2), "from 31 May to 2 June 2017"),
        (date(2017, 5, 18), date(2021, 2, 26), "from 18 May 2017 to 26 February 2021"),
    ],
)
def test_days_of_reports_are_no_run_of_days(first_day: date, last_day: date, text: str) -> None:
    assert between_text(first_day, last_day) == text


@pytest.mark.parametrize("stated_only", [False, True])
def test_what_is_dated_by_its_reports_says_so(stated_only: bool) -> None:
    dated = [one for one in EVENTS if report_days(WHOLE, one)]
    assert len(dated) > 40
    for event in dated:
        text = event_when(WHOLE, event, stated_only=stated_only)
        assert text.startswith(("as reported on ", "as reported from ")), event.event_id
        assert "about" not in text
        assert event_sentences(WHOLE, event)["day_basis"] is None


def test_a_day_that_a_claim_gives_is_not_only_that_of_a_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event = next(one for one in EVENTS if report_days(WHOLE, one))
    claims = WHOLE.claims_of(event.event_id)
    days = {"first_day": event.first_day, "last_day": event.last_day}
    on_its_day = claims[0].model_copy(update=days)
    monkeypatch.setattr(Dataset, "claims_of", lambda *_: (on_its_day, *claims[1:]))
    assert report_days(WHOLE, event) is None
    assert not event_when(WHOLE, event, stated_only=False).startswith("as reported on")


def test_it_is_what_the_note_on_the_day_says() -> None:
    noted = {one.event_id for one in EVENTS if "Dated by the report" in (one.date_note or "")}
    derived = {one.event_id for one in EVENTS if report_days(WHOLE, one)}
    assert derived == noted


def test_a_day_of_its_own_is_not_as_reported() -> None:
    for event in EVENTS:
        if not report_days(WHOLE, event) and not is_planned(event.status):
            assert not event_when(WHOLE, event).startswith("as reported"), event.event_id


def test_a_day_is_an_articles_only_where_it_is_stated() -> None:
    for event in EVENTS:
        for only in (False, True):
            kind = event_sources(WHOLE, event, only)["when"].kind
            assert kind is not Kind.ARTICLE or event.date_basis is DateBasis.STATED
            outside = event.date_basis is DateBasis.EXTERNAL and not only
            assert (kind is Kind.OUTSIDE) is outside, event.event_id
            assert (event_sources(WHOLE, event, only)["reported"].kind is Kind.OUTSIDE) is outside


def test_what_is_only_claimed_is_said_to_have_happened() -> None:
    endings = {Status.HAPPENED: "said to have happened", Status.ONGOING: "said to go on"}
    claimed = 0
    for event in EVENTS:
        is_claimed = standing(WHOLE, event.event_id) is Standing.CLAIMED
        said = is_claimed and event.status in endings
        claimed += said
        assert is_only_claimed(WHOLE, event) is said
        text = kind_text(WHOLE, event)
        assert text.endswith(endings[event.status]) if said else "said to" not in text
        assert event_sources(WHOLE, event)["kind"].kind is Kind.INFERENCE, event.event_id
    assert claimed > 10


def test_a_route_that_no_article_states_is_not_an_articles() -> None:
    for route in WHOLE.route_rows.values():
        bases = {one.basis for one in route.waypoints}
        stated = route_sources(WHOLE, route)["name"].kind is Kind.ARTICLE
        assert not stated or WaypointBasis.STATED in bases, route.route_id
    kinds = {key: route_sources(WHOLE, one)["name"] for key, one in WHOLE.route_rows.items()}
    assert kinds["corridor-shifted-latakia"].kind is Kind.INFERENCE
    assert kinds["corridor-shifted-latakia"].claim_ids
    assert kinds["corridor-original-latakia"].kind is Kind.OUTSIDE
    assert kinds["corridor-shifted"].kind is Kind.ARTICLE


def test_a_branch_that_no_article_tells_of_says_so_over_its_claims() -> None:
    titles = {key: claims_title(WHOLE, one) for key, one in WHOLE.route_rows.items()}
    untold = {key for key, title in titles.items() if title != "Who says it"}
    assert untold == {"corridor-original-latakia", "corridor-shifted-latakia"}
    assert {titles[key] for key in untold} == {
        "No article tells of it; said of the course it leaves"
    }


def test_a_route_without_a_day_has_none_from_an_event_without_one() -> None:
    route_id, event = next(
        (one.route_ids[0], one) for one in EVENTS if one.route_ids and one.first_day
    )
    none = {"first_day": None, "last_day": None}
    dataset = replace(
        WHOLE,
        route_rows={route_id: WHOLE.route_rows[route_id].model_copy(update=none)},
        event_rows={event.event_id: event.model_copy(update=none)},
    )
    assert route_when(dataset, dataset.route_rows[route_id]) is None


def test_who_is_behind_a_route_rests_on_what_names_them() -> None:
    march = who_sources(WHOLE, WHOLE.route_rows["hashd-march"])
    assert [(one.kind, *one.claim_ids) for one in march] == [
        ("article", "newarab-p9-a"),
        ("article", "mediaexpress-p2-b"),
        ("article", "mediaexpress-p8-b"),
    ]
    inferred = {
        key
        for key, one in WHOLE.route_rows.items()
        for source in who_sources(WHOLE, one)
        if source.kind is Kind.INFERENCE
    }
    assert inferred == {"corridor-original-latakia", "corridor-shifted-latakia"}


def test_the_day_of_the_march_is_that_of_its_arrival() -> None:
    march = WHOLE.event_rows["hashd-march-2017-05"]
    arrived = next(one for one in WHOLE.claims if one.claim_id == "mediaexpress-p2-b")
    assert (arrived.first_day, arrived.last_day) == (date(2017, 5, 29), date(2017, 5, 29))
    assert (march.first_day, march.last_day) == (arrived.first_day, arrived.last_day)
    assert "reaches" in march.title and "arrival" in (march.date_note or "")


def test_a_stretch_tells_once_that_it_is_inferred() -> None:
    for route in WHOLE.route_rows.values():
        for leg in legs(route):
            assert leg_text(route, leg).casefold().count("our inference") <= 1
