"""A selection shows imported events by the rules of the articles' events, and never loses one."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dataset import Dataset
from geo.eventset.event_set import EventSet, day_of_number
from geo.eventset.select import MATCHES, select_events
from geo.model.vocabulary import DayOf, Match
from geo.rules.spans import match, span_of
from geo.selection.selection import Selection
from tests.geo.importing import event_set

D = date.fromisoformat
START = D("2017-04-01")
KINDS = ("", "within", "throughout", "since", "until", "undated")
DAYS = st.integers(0, 60).map(lambda days: START + timedelta(days))
WINDOWS = st.tuples(st.none() | DAYS, st.none() | DAYS).map(
    lambda ends: ends[::-1] if None not in ends and ends[1] < ends[0] else ends
)


@st.composite
def rows(draw: st.DrawFn) -> dict[str, str]:
    kind = draw(st.sampled_from(KINDS))
    first, last = (str(day) for day in sorted((draw(DAYS), draw(DAYS))))
    return {
        "span": "" if kind == "undated" else kind,
        "first_day": "" if kind in ("until", "undated") else first,
        "last_day": "" if kind in ("since", "undated") else last,
        "reported_on": draw(st.just("") | DAYS.map(str)),
    }


SETS = st.lists(rows(), min_size=1, max_size=12)


def verdicts(found: EventSet, dataset: Dataset, **chosen: Any) -> list[Match]:
    return [MATCHES[code] for code in select_events(found, Selection(**chosen), dataset)]


@given(SETS, WINDOWS)
def test_every_event_gets_the_verdict_of_the_tables_rule(
    small: Dataset, given_rows: list[dict[str, str]], window: tuple[date | None, date | None]
) -> None:
    found = event_set(small, *given_rows)
    first, last = window
    by_day = verdicts(found, small, first_day=first, last_day=last)
    assert by_day == [match(found.span(row), first, last) for row in range(len(found))]
    by_report = verdicts(found, small, first_day=first, last_day=last, day_of=DayOf.REPORTED)
    reports = [day_of_number(int(day)) for day in found.reported]
    assert by_report == [match(span_of(None, day, day), first, last) for day in reports]


@given(SETS, WINDOWS, st.integers(0, 40), st.integers(0, 40), st.sampled_from(DayOf))
def test_widening_a_window_never_loses_an_event(
    small: Dataset,
    given_rows: list[dict[str, str]],
    window: tuple[date | None, date | None],
    earlier: int,
    later: int,
    day_of: DayOf,
) -> None:
    found = event_set(small, *given_rows)
    first, last = window
    narrow = Selection(first_day=first, last_day=last, day_of=day_of)
    wide = replace(
        narrow,
        first_day=first and first - timedelta(earlier),
        last_day=last and last + timedelta(later),
    )
    ranks = np.array([0, 2, 1])
    before, after = (ranks[select_events(found, one, small)] for one in (narrow, wide))
    assert (after >= before).all()


@given(SETS, DAYS, st.integers(0, 40), st.sampled_from(DayOf))
def test_a_later_handle_never_loses_an_event_and_undated_ones_always_show(
    small: Dataset, given_rows: list[dict[str, str]], day: date, later: int, day_of: DayOf
) -> None:
    found = event_set(small, *given_rows)
    early, late, all_of_it = (
        select_events(found, Selection(imported_until=until, day_of=day_of), small)
        for until in (day, day + timedelta(later), None)
    )
    assert ((early == 0) | (late == early)).all()
    assert (all_of_it == 1).all()
    known = found.reported if day_of is DayOf.REPORTED else found.known_day()
    for row in range(len(found)):
        known_on = day_of_number(int(known[row]))
        assert bool(early[row]) == (known_on is None or known_on <= day)


STRIKE = {"type": "airstrike", "side": "us-coalition", "actor_ids": "lloyd-austin"}
CLAIM = {"type": "statement", "standing": "claimed", "status": "ongoing"}


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        pytest.param({}, [True, True], id="everything"),
        pytest.param({"types": {"airstrike"}}, [True, False], id="a kind"),
        pytest.param({"sides": {"other"}}, [False, True], id="a side"),
        pytest.param({"standings": {"claimed"}}, [False, True], id="a standing"),
        pytest.param({"statuses": {"happened"}}, [True, False], id="a status"),
        pytest.param({"actors": {"lloyd-austin"}}, [True, False], id="the actor"),
        pytest.param({"actors": {"us-coalition-led"}}, [True, False], id="who stands above"),
        pytest.param({"actors": {"unnamed"}}, [False, True], id="nobody named"),
        pytest.param({"actors": set()}, [False, False], id="no actor"),
        pytest.param({"types": {"airstrike"}, "sides": {"other"}}, [False, False], id="and"),
        pytest.param({"stated_only": True}, [False, False], id="only what the articles say"),
        pytest.param({"layers": {"places"}}, [False, False], id="layer off"),
        pytest.param({"layers": {"imported"}}, [True, True], id="layer on"),
        pytest.param({"articles": set()}, [True, True], id="articles do not touch them"),
    ],
)
def test_filters_choose(small: Dataset, chosen: dict[str, Any], shown: list[bool]) -> None:
    found = event_set(small, STRIKE, CLAIM)
    assert [one is not Match.NO for one in verdicts(found, small, **chosen)] == shown
