"""An imported set holds every row of its file: in order, with the tables' rules and defaults."""

import dataclasses
from datetime import date

import numpy as np
import pytest

from geo.dataset import DATA_FOLDER, Dataset, load_dataset
from geo.eventset.event_set import FIRST_OPEN, LAST_OPEN, Combination, day_number
from geo.eventset.reading import read_event_set
from geo.eventset.wording import when_texts
from geo.model.vocabulary import EventType, Side, SpanKind, Standing, Status
from geo.rules.spans import UNDATED, span_of
from tests.geo.importing import content, event_set
from tests.layers.conftest import HOSTILE

D = date.fromisoformat
DAY = {"first_day": "2017-05-18", "last_day": "2017-05-18"}
WEEK = {"first_day": "2017-05-15", "last_day": "2017-05-21"}


def test_what_is_not_stated_takes_its_default(small: Dataset) -> None:
    found = event_set(small, {})
    assert found.combinations == (
        Combination(
            (EventType.BACKGROUND, Status.HAPPENED, Standing.REPORTED, Side.OTHER), ("unnamed",)
        ),
    )
    assert found.span(0) == UNDATED
    assert found.reported[0] == FIRST_OPEN
    assert np.isnan([found.lat[0], found.lon[0], found.uncertainty_km[0]]).all()
    assert found.texts.actors == ((),)
    assert found.texts.url == ("",)


def test_what_is_stated_is_kept(small: Dataset) -> None:
    stated = {
        "type": "airstrike",
        "side": "us-coalition",
        "status": "planned",
        "standing": "disputed",
        "reported_on": "2017-05-19",
        "lat": "33.5",
        "lon": "-38.25",
        "uncertainty_km": "2.5",
        "place": "\u0627\u0644\u062a\u0646\u0641",
        "actor_ids": "us-military|iran",
        "source": "A source",
        "url": "https://example.org/1",
        "note": "A note",
    }
    found = event_set(small, stated | DAY)
    assert found.combinations == (
        Combination(
            (EventType.AIRSTRIKE, Status.PLANNED, Standing.DISPUTED, Side.US_COALITION),
            ("iran", "us-military"),
        ),
    )
    assert (found.lat[0], found.lon[0], found.uncertainty_km[0]) == (33.5, -38.25, 2.5)
    assert found.reported[0] == (D("2017-05-19") - D("1970-01-01")).days
    texts = found.texts
    assert (texts.place[0], texts.source[0]) == (stated["place"], "A source")
    assert (texts.url[0], texts.note[0]) == ("https://example.org/1", "A note")
    assert texts.actors == (("US military", "Iran"),)


def test_events_lie_in_the_order_of_time_and_undated_ones_last(
    small: Dataset,
) -> None:
    found = event_set(
        small,
        {"event_id": "undated"},
        {"event_id": "later", "first_day": "2017-05-19", "last_day": "2017-05-19"},
        {"event_id": "until", "last_day": "2017-05-16", "span": "until"},
        {"event_id": "second-of-a-day"} | DAY,
        {"event_id": "long", "first_day": "2017-05-18", "last_day": "2017-05-20"},
        {"event_id": "third-of-a-day"} | DAY,
        {"event_id": "since", "first_day": "2017-05-18", "span": "since"},
        {"event_id": "week"} | WEEK,
    )
    assert found.texts.event_id == (
        *("week", "until", "second-of-a-day", "third-of-a-day"),
        *("since", "long", "later", "undated"),
    )
    assert [found.known_day()[-1], found.hull_last[-1]] == [FIRST_OPEN, LAST_OPEN]
    assert found.known_day()[1] == day_number(D("2017-05-16"), FIRST_OPEN)


@pytest.mark.parametrize(
    ("cells", "span", "when"),
    [
        (DAY, span_of(None, D("2017-05-18"), D("2017-05-18")), "18 May 2017"),
        (
            WEEK,
            span_of(None, D("2017-05-15"), D("2017-05-21")),
            "some day between 15 and 21 May 2017",
        ),
        (
            WEEK | {"span": "throughout"},
            span_of(SpanKind.THROUGHOUT, D("2017-05-15"), D("2017-05-21")),
            "15\N{EN DASH}21 May 2017",
        ),
        (
            {"first_day": "2017-05-18", "span": "since", "reported_on": "2017-06-02"},
            span_of(SpanKind.SINCE, D("2017-05-18"), None, D("2017-06-02")),
            "since 18 May 2017",
        ),
        (
            {"last_day": "2017-05-18", "span": "until", "type": "airstrike"},
            span_of(SpanKind.UNTIL, None, D("2017-05-18")),
            "by 18 May 2017",
        ),
        ({}, UNDATED, "undated"),
    ],
)
def test_days_are_read_and_written_as_those_of_the_tables(
    small: Dataset, cells: dict[str, str], span: object, when: str
) -> None:
    found = event_set(small, cells)
    assert found.span(0) == span
    assert when_texts(found, [0]) == [when]


def test_events_that_differ_only_in_time_and_place_share_a_combination(small: Dataset) -> None:
    one, other = {"actor_ids": "iran|us-military"}, {"actor_ids": "us-military|iran"}
    found = event_set(small, one | DAY, other, {"actor_ids": "iran"})
    assert len(found.combinations) == 2
    assert [found.combinations[at].actors for at in found.combination] == [
        ("iran", "us-military"),
        ("iran", "us-military"),
        ("iran",),
    ]


def test_columns_may_come_in_any_order_after_a_byte_order_mark(small: Dataset) -> None:
    data = b"\xef\xbb\xbftitle,event_id\r\nA title,e-1\r\n"
    assert read_event_set(data, "set.csv", small).texts.title == ("A title",)


def test_hostile_text_is_kept_as_it_is(small: Dataset) -> None:
    hostile = HOSTILE.replace("\u2028", "")
    names = ("title", "place", "source", "note")
    texts = event_set(small, dict.fromkeys(names, hostile)).texts
    assert [getattr(texts, name) for name in names] == [(hostile,)] * len(names)


def test_a_version_tells_file_name_and_actors_apart(small: Dataset) -> None:
    data = content({})
    versions = {
        read_event_set(given, name, dataset).version
        for given, name, dataset in [
            (data, "set.csv", small),
            (content({"note": "x"}), "set.csv", small),
            (data, "other.csv", small),
            (data, "set.csv", dataclasses.replace(small, version="0")),
        ]
    }
    assert len(versions) == 4
    assert read_event_set(data, "set.csv", small).version in versions


def test_a_label_is_short_and_in_one_line(small: Dataset) -> None:
    label = read_event_set(content({}), "a\n\u202e\udcff" + "x" * 200, small).label
    assert label.startswith("a\ufffd\ufffd\ufffdx")
    assert len(label) == 80


def test_nobody_can_change_a_set_that_others_share(small: Dataset) -> None:
    found = event_set(small, DAY)
    with pytest.raises(ValueError, match="read-only"):
        found.hull_first[0] = 0
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.label = "x"  # type: ignore[misc]


def test_the_example_that_the_page_offers_is_a_set() -> None:
    data = (DATA_FOLDER / "example_events.csv").read_bytes()
    found = read_event_set(data, "example_events.csv", load_dataset())
    assert all(title.startswith("Example event ") for title in found.texts.title)
    assert {one.by_column()["side"] for one in found.combinations} == {Side.OTHER}
