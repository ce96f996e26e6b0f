"""Days: an uncertain day is not a long one, and a window is honest about it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dataset import Dataset
from geo.model.vocabulary import Match, SpanKind
from geo.rules.spans import UNDATED, Span, event_span, match, span_of
from geo.rules.stated import claimed_days, precision_of, reading

D = date.fromisoformat
DAYS = st.dates(D("2017-04-01"), D("2017-08-01"))
ENDS = st.none() | DAYS


@st.composite
def spans(draw: st.DrawFn) -> Span:
    kind = draw(st.sampled_from(SpanKind))
    first, last = sorted((draw(DAYS), draw(DAYS)))
    if kind is SpanKind.SINCE:
        return span_of(kind, first, None, last)
    if kind is SpanKind.UNTIL:
        return span_of(kind, None, last, last)
    return draw(st.sampled_from([UNDATED, span_of(kind, first, last)]))


@st.composite
def windows(draw: st.DrawFn) -> tuple[date | None, date | None]:
    first, last = draw(ENDS), draw(ENDS)
    if first and last and last < first:
        return last, first
    return first, last


@given(spans(), windows(), st.integers(0, 60), st.integers(0, 60), st.booleans(), st.booleans())
def test_widening_a_window_never_loses_an_event(
    span: Span,
    window: tuple[date | None, date | None],
    earlier: int,
    later: int,
    open_first: bool,
    open_last: bool,
) -> None:
    first, last = window
    wide_first = None if open_first or not first else date.fromordinal(first.toordinal() - earlier)
    wide_last = None if open_last or not last else date.fromordinal(last.toordinal() + later)
    ranks = [Match.NO, Match.POSSIBLE, Match.CERTAIN]
    narrow = ranks.index(match(span, first, last))
    assert ranks.index(match(span, wide_first, wide_last)) >= narrow


@given(spans(), windows())
def test_what_is_certain_overlaps(span: Span, window: tuple[date | None, date | None]) -> None:
    first, last = window
    if match(span, first, last) is Match.CERTAIN and window != (None, None):
        assert span.hull_first is None or last is None or span.hull_first <= last
        assert span.hull_last is None or first is None or span.hull_last >= first


@given(spans())
def test_a_window_without_ends_holds_everything_for_certain(span: Span) -> None:
    assert match(span, None, None) is Match.CERTAIN


@given(windows())
def test_what_is_undated_is_never_dropped(window: tuple[date | None, date | None]) -> None:
    assert match(UNDATED, *window) is not Match.NO


def test_since_is_known_up_to_the_latest_report(small: Dataset) -> None:
    span = event_span(small, "support-since-2017-05-18")
    assert span == Span(True, D("2017-05-18"), D("2017-05-18"), D("2017-05-18"), None)


def test_an_external_day_gives_way_to_what_the_articles_say(small: Dataset) -> None:
    known = event_span(small, "leaflets-2017-05")
    stated = event_span(small, "leaflets-2017-05", stated_only=True)
    assert (known.hull_first, known.hull_last) == (D("2017-05-27"), D("2017-05-28"))
    assert (stated.hull_first, stated.hull_last) == (D("2017-05-29"), D("2017-05-31"))


def test_a_stated_day_stays_when_only_the_articles_count(small: Dataset) -> None:
    assert event_span(small, "strike-2017-05-18", True) == event_span(small, "strike-2017-05-18")


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param([], (None, None), id="no claim"),
        pytest.param([(None, None)], (None, None), id="silent"),
        pytest.param(
            [("2017-05-01", "2017-05-03"), ("2017-05-02", "2017-05-09"), (None, None)],
            ("2017-05-02", "2017-05-03"),
            id="two that overlap",
        ),
        pytest.param(
            [("2017-05-29", "2017-05-31"), ("2017-05-29", "2017-06-02")],
            ("2017-05-29", "2017-05-31"),
            id="two articles, each with this week",
        ),
        pytest.param(
            [("2017-05-01", None), (None, "2017-05-09")],
            ("2017-05-01", "2017-05-09"),
            id="one open at either end",
        ),
        pytest.param(
            [("2017-05-01", "2017-05-03"), ("2017-05-08", "2017-05-09")],
            ("2017-05-01", "2017-05-09"),
            id="no day in common",
        ),
        pytest.param(
            [(None, "2017-05-03"), ("2017-05-08", "2017-05-09")],
            (None, "2017-05-09"),
            id="no day in common and one open",
        ),
    ],
)
def test_the_days_of_claims_are_joined(
    days: list[tuple[str | None, str | None]], expected: tuple[str | None, str | None]
) -> None:
    found = claimed_days((a and D(a), b and D(b)) for a, b in days)
    assert found == tuple(day and D(day) for day in expected)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2017-05-18", "2017-05-18", "day"),
        ("2017-05-29", "2017-05-31", "days"),
        ("2017-05-22", "2017-05-28", "week"),
        ("2017-05-23", "2017-05-29", "days"),
        ("2017-02-01", "2017-02-28", "month"),
        ("2017-05-01", "2017-05-30", "approximate"),
        ("2017-05-18", None, "approximate"),
        (None, None, "undated"),
    ],
)
def test_how_fine_a_range_of_days_is(first: str | None, last: str | None, expected: str) -> None:
    assert precision_of(first and D(first), last and D(last)) == expected


def test_what_claims_alone_give_is_an_uncertainty_however_long_it_lasted(small: Dataset) -> None:
    event = small.event_rows["leaflets-2017-05"].model_copy(update={"span": "throughout"})
    changed = replace(small, event_rows=small.event_rows | {"leaflets-2017-05": event})
    read = reading(changed, "leaflets-2017-05", stated_only=True)
    assert (read.kind, read.precision) == ("within", "days")
    assert not event_span(changed, "leaflets-2017-05", stated_only=True).lasted
