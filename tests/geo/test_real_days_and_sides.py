"""Days and sides of the committed tables are those that the articles bear."""

import pytest

from geo.dataset import Dataset, load_dataset
from geo.rules.acting import acting_side
from geo.rules.spans import event_span


@pytest.fixture(scope="module")
def atlas() -> Dataset:
    return load_dataset()


def test_only_a_state_has_an_open_beginning_or_end(atlas: Dataset) -> None:
    spans = {event_id: event_span(atlas, event_id) for event_id in atlas.event_rows}
    half_open = [
        event_id
        for event_id, span in spans.items()
        if span.dated and (span.hull_first is None or span.hull_last is None)
    ]
    assert half_open
    assert {str(atlas.event_rows[event_id].type) for event_id in half_open} <= {
        "control",
        "background",
    }


@pytest.mark.parametrize(
    ("event_id", "first_day", "last_day"),
    [
        ("warning-2017-05-18", "2017-05-15", "2017-05-18"),
        ("hezbollah-to-al-tanf-2017-05", "2017-04-18", "2017-05-18"),
        ("us-arms-to-rebels-2017-05", "2017-05-01", "2017-05-31"),
        ("badia-deployment-2017-05", "2017-05-03", "2017-06-02"),
        ("us-footprint-2017-06", "2017-05-15", "2017-06-14"),
    ],
)
def test_what_is_told_as_new_lies_in_the_days_before(
    atlas: Dataset, event_id: str, first_day: str, last_day: str
) -> None:
    span = event_span(atlas, event_id)
    assert not span.lasted
    assert (str(span.hull_first), str(span.hull_last)) == (first_day, last_day)
    assert atlas.event_rows[event_id].date_note


def test_the_articles_alone_put_the_leaflets_in_the_days_both_give(atlas: Dataset) -> None:
    stated = event_span(atlas, "leaflets-2017-05", stated_only=True)
    assert (str(stated.hull_first), str(stated.hull_last)) == ("2017-05-29", "2017-05-31")
    drone = event_span(atlas, "drone-attack-2017-06-08", stated_only=True)
    assert (str(drone.hull_first), str(drone.hull_last)) == ("2017-06-05", "2017-06-11")


@pytest.mark.parametrize(
    ("event_id", "side"),
    [
        ("strike-2017-05-18", "us-coalition"),
        ("corridor-shift", "other"),
        ("nuclear-deal-2015", "other"),
        ("support-syrian-government", "other"),
        ("government-gains-2017", "other"),
        ("drone-attack-2017-06-08", "iran-aligned"),
        ("us-beside-militias-iraq", "us-coalition"),
        ("hashd-march-2017-05", "iran-aligned"),
    ],
)
def test_the_side_that_acted(atlas: Dataset, event_id: str, side: str) -> None:
    assert acting_side(atlas, event_id) == side


def test_possible_us_wounded_are_told_without_a_number(atlas: Dataset) -> None:
    (claim,) = [c for c in atlas.claims_of("syrian-strike-2017-06-06") if "wounded" in c.account]
    assert (claim.via, claim.wounded_low, claim.wounded_high) == ("cnn", None, None)
