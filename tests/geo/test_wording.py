"""Days, places and figures read as a newspaper would write them."""

from datetime import date

import pytest

from geo.dataset import Dataset
from geo.spans import UNDATED, span_of
from geo.vocabulary import DatePrecision, SpanKind
from geo.wording import casualties_text, figure_text, period_text, span_text, when_text, where_text

D = date.fromisoformat


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2017-05-18", "2017-05-18", "18 May 2017"),
        ("2017-05-22", "2017-05-28", "22–28 May 2017"),
        ("2017-05-29", "2017-06-02", "29 May to 2 June 2017"),
        ("2016-12-30", "2017-01-02", "30 December 2016 to 2 January 2017"),
        ("2017-05-01", "2017-05-31", "May 2017"),
        ("2017-04-01", "2017-05-31", "April to May 2017"),
        ("2016-12-01", "2017-01-31", "December 2016 to January 2017"),
    ],
)
def test_a_run_of_days(first: str, last: str, expected: str) -> None:
    assert period_text(D(first), D(last)) == expected


@pytest.mark.parametrize(
    ("kind", "first", "last", "precision", "expected"),
    [
        ("within", "2017-05-18", "2017-05-18", "day", "18 May 2017"),
        ("within", "2017-05-22", "2017-05-28", "week", "some day in 22–28 May 2017"),
        ("within", "2017-05-01", "2017-05-31", "month", "some day in May 2017"),
        ("within", "2015-01-01", "2015-12-31", "approximate", "some day in about 2015"),
        (
            "within",
            "2017-04-18",
            "2017-05-17",
            "approximate",
            "some day between about 18 April and 17 May 2017",
        ),
        ("since", "2011-01-01", "", "approximate", "since about 2011"),
        ("within", "2017-05-12", "2017-05-18", "approximate", "some day in about 12–18 May 2017"),
        ("throughout", "2017-05-22", "2017-05-28", "week", "22–28 May 2017"),
        ("since", "2017-05-01", None, "month", "since May 2017"),
        ("since", "2017-05-01", None, "day", "since 1 May 2017"),
        ("since", "2017-05-18", None, "approximate", "since about 18 May 2017"),
        ("until", None, "2017-05-31", "month", "until May 2017"),
        ("until", None, "2017-05-18", "day", "until 18 May 2017"),
        ("until", None, "2017-05-31", "approximate", "until about 31 May 2017"),
        ("within", "2017-05-18", None, "day", "not before 18 May 2017"),
        ("within", None, "2017-05-18", "day", "not after 18 May 2017"),
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
    assert when_text(small, "leaflets-2017-05") == "some day in 27–28 May 2017"
    assert when_text(small, "leaflets-2017-05", stated_only=True) == "some day in 29–31 May 2017"


@pytest.mark.parametrize(
    ("event_id", "expected"),
    [
        ("strike-2017-05-18", "near al-Tanf"),
        ("strike-2021-02-25", "near Albu Kamal"),
        ("erbil-attack-2021-02-15", "at Erbil airport"),
        (
            "shipment-2021-02-22",
            "from Iraq via Unofficial Iraq-Syria crossing to al-Mazare",
        ),
        ("corridor-shift-2017-05", "about Deir ez-Zor"),
        ("arms-2017-05", "no place given"),
    ],
)
def test_where_an_event_was(small: Dataset, event_id: str, expected: str) -> None:
    assert where_text(small, event_id) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (22, None, "at least 22 killed"),
        (None, 5, "up to 5 killed"),
        (2, 5, "2–5 killed"),
        (1, 1, "1 killed"),
        (0, 0, "0 killed"),
        (3000, None, "at least 3,000 killed"),
        (None, None, None),
    ],
)
def test_a_figure(low: int | None, high: int | None, expected: str | None) -> None:
    assert figure_text(low, high, "killed") == expected


def test_the_casualties_of_a_claim(small: Dataset) -> None:
    texts = [casualties_text(claim) for claim in small.claims_of("strike-2021-02-25")]
    assert texts == [None, "at least 22 killed"]
