"""Days and figures read as a newspaper would write them."""

from dataclasses import replace
from datetime import date

import pytest

from geo.dataset import Dataset
from geo.model.vocabulary import DatePrecision, EventType, SpanKind
from geo.rules.spans import UNDATED, span_of
from geo.rules.wording import casualties_text, figure_text, span_text, when_text

D = date.fromisoformat


@pytest.mark.parametrize(
    ("kind", "first", "last", "precision", "expected"),
    [
        ("within", "2017-05-18", "2017-05-18", "day", "18 May 2017"),
        ("within", "2017-05-22", "2017-05-28", "week", "some day between 22 and 28 May 2017"),
        ("within", "2017-05-01", "2017-05-31", "month", "in May 2017"),
        ("within", "2015-01-01", "2015-12-31", "approximate", "in 2015"),
        (
            "within",
            "2017-04-18",
            "2017-05-17",
            "approximate",
            "some day between about 18 April and 17 May 2017",
        ),
        ("since", "2011-01-01", "", "approximate", "since 2011"),
        (
            "within",
            "2017-05-12",
            "2017-05-18",
            "approximate",
            "some day between about 12 and 18 May 2017",
        ),
        ("within", "2017-05-01", "2017-05-31", "approximate", "in about May 2017"),
        ("within", "2017-05-27", "2017-05-28", "days", "27 or 28 May 2017"),
        ("within", "2017-05-31", "2017-06-01", "days", "31 May or 1 June 2017"),
        (
            "within",
            "2011-01-01",
            "2017-05-18",
            "approximate",
            "some day between 2011 and 18 May 2017",
        ),
        ("throughout", "2017-05-22", "2017-05-28", "week", "22–28 May 2017"),
        ("throughout", "2015-01-01", "2015-12-31", "approximate", "2015"),
        ("throughout", "2017-05-18", "2017-05-31", "approximate", "about 18–31 May 2017"),
        ("since", "2017-05-01", None, "month", "since May 2017"),
        ("since", "2017-05-01", None, "day", "since 1 May 2017"),
        ("since", "2017-05-18", None, "approximate", "since about 18 May 2017"),
        ("until", None, "2017-05-31", "month", "until May 2017"),
        ("until", None, "2017-05-18", "day", "until 18 May 2017"),
        ("until", None, "2017-05-31", "approximate", "until about 31 May 2017"),
        ("within", "2017-05-18", None, "day", "not before 18 May 2017"),
        ("within", None, "2017-05-18", "day", "by 18 May 2017"),
    ],
)
def test_when(
    kind: str, first: str | None, last: str | None, precision: str, expected: str
) -> None:
    span = span_of(SpanKind(kind), first and D(first), last and D(last))
    assert span_text(span, DatePrecision(precision)) == expected


def test_what_has_no_day_is_undated() -> None:
    assert span_text(UNDATED) == "undated"


def test_when_an_event_was(small: Dataset) -> None:
    assert when_text(small, "leaflets-2017-05") == "27 or 28 May 2017"
    assert (
        when_text(small, "leaflets-2017-05", stated_only=True)
        == "some day between 29 and 31 May 2017"
    )


@pytest.mark.parametrize("state", ["control", "policy", "background"])
def test_only_a_state_goes_on_until_a_day(small: Dataset, state: str) -> None:
    key = "hezbollah-reinforcement-2017-05"
    assert when_text(small, key) == "by 18 May 2017"
    event = small.event_rows[key].model_copy(update={"type": EventType(state)})
    changed = replace(small, event_rows=small.event_rows | {key: event})
    assert when_text(changed, key) == "until about 18 May 2017"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (22, None, "at least 22 killed"),
        (None, 5, "up to 5 killed"),
        (2, 5, "2–5 killed"),
        (1, 1, "1 killed"),
        (0, 0, "none reported killed"),
        (3000, None, "at least 3,000 killed"),
        (None, None, None),
    ],
)
def test_a_figure(low: int | None, high: int | None, expected: str | None) -> None:
    assert figure_text(low, high, "killed") == expected


def test_the_casualties_of_a_claim(small: Dataset) -> None:
    texts = [casualties_text(claim) for claim in small.claims_of("strike-2021-02-25")]
    assert texts == [None, "at least 22 killed"]


def test_nobody_hurt_is_no_figure(small: Dataset) -> None:
    claim = small.claims_of("strike-2021-02-25")[1]
    none = dict.fromkeys(("fatalities_low", "fatalities_high", "wounded_low", "wounded_high"), 0)
    assert casualties_text(claim.model_copy(update=none)) == "no casualties reported"
