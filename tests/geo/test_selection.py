"""A selection survives its link, and no link can break it."""

import pickle
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.dataset import Dataset, load_dataset
from geo.model.vocabulary import DayOf, Role
from geo.selection.facets import FACETS
from geo.selection.link import parse_query, to_query
from geo.selection.selection import DAY_FIELDS, SET_FIELDS, Cursors, Selection
from tests.geo.conftest import SMALL

DATA = load_dataset(SMALL)
KNOWN = {facet.name: sorted(facet.known_values(DATA)) for facet in FACETS}
DAYS = st.dates(date(2017, 1, 1), date(2021, 12, 31))


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    chosen = {
        name: draw(st.none() | st.frozensets(st.sampled_from(KNOWN[name]))) for name in SET_FIELDS
    }
    first, last = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if first and last and last < first:
        first, last = last, first
    until = draw(st.none() | DAYS)
    moved = draw(st.sets(st.sampled_from(KNOWN["articles"])))
    # A slider at its end is none.
    ends = {article: len(DATA.stops_of(article)) for article in moved}
    cursors = {article: draw(st.integers(0, end - 1)) for article, end in ends.items() if end}
    return Selection(
        **chosen,
        role=draw(st.sampled_from(Role)),
        first_day=first,
        last_day=last,
        day_of=draw(st.sampled_from(DayOf)),
        cursors=cursors,
        imported_until=until,
        find=draw(st.text(max_size=90)),
        stated_only=draw(st.booleans()),
    )


@given(selections())
def test_a_link_gives_the_selection_back(selection: Selection) -> None:
    query = to_query(selection, DATA)
    assert parse_query(query, DATA) == (selection, [])
    assert all(isinstance(key, str) and isinstance(value, str) for key, value in query.items())


@given(selections())
def test_a_link_needs_no_escaping_but_for_what_somebody_typed(selection: Selection) -> None:
    for name, value in to_query(selection, DATA).items():
        assert name == "find" or set(value) <= set("abcdefghijklmnopqrstuvwxyz0123456789-._")


KEYS = st.sampled_from(
    [*SET_FIELDS, *DAY_FIELDS, "role", "day_of", "cursors", "find", "stated_only", "event"]
)
PIECES = st.sampled_from(
    [".", "did", "any", "_", "none", "guardian-2017-05-18", "2017-05-18", "1", "\x00", "é"]
)
VALUES = st.text() | st.lists(PIECES | st.text(max_size=3)).map("".join)


@settings(max_examples=300)
@given(st.dictionaries(KEYS | st.text(), VALUES))
def test_any_text_at_all_is_read(query: dict[str, str]) -> None:
    selection, notices = parse_query(query, DATA)
    assert all(isinstance(notice, str) for notice in notices)
    assert parse_query(to_query(selection, DATA), DATA) == (selection, [])


@pytest.mark.parametrize(
    ("query", "count"),
    [
        pytest.param({"actors": "us-military.nobody", "role": "did"}, 1, id="unknown actor"),
        pytest.param({"first_day": "18 May"}, 1, id="no day"),
        pytest.param({"first_day": "20170518"}, 1, id="a day written otherwise"),
        pytest.param({"first_day": "2017-05-18", "last_day": "2017-05-01"}, 1, id="backwards"),
        pytest.param({"cursors": "guardian-2017-05-18.strike-2021-02-25"}, 1, id="no stop of it"),
        pytest.param({"cursors": "nobody.none"}, 1, id="cursor of no article"),
        pytest.param({"actors": "us-military", "role": "done"}, 1, id="no role"),
        pytest.param({"actors": "fars_itself", "role": "did"}, 1, id="nobody is below it"),
        pytest.param({"day_of": "written"}, 1, id="no kind of day"),
        pytest.param({"imported_until": "2017"}, 1, id="no day to import up to"),
        pytest.param({"stated_only": "yes"}, 1, id="no switch"),
        pytest.param({"layers": "heatmap"}, 1, id="no layer"),
        pytest.param({"utm_source": "x", "event": "strike", "view": "1,2,3"}, 0, id="not ours"),
        pytest.param({"actors": "", "last_day": ""}, 0, id="empty"),
    ],
)
def test_a_bad_value_is_ignored_with_a_notice(query: dict[str, str], count: int) -> None:
    _, notices = parse_query(query, DATA)
    assert len(notices) == count


def test_what_is_good_in_a_value_stays() -> None:
    selection, _ = parse_query({"actors": "us-military.nobody"}, DATA)
    assert selection.actors == {"us-military"}


def test_a_value_with_nothing_good_shows_all_and_not_nothing() -> None:
    assert parse_query({"actors": "nobody"}, DATA)[0].actors is None


def test_all_and_none_are_told_apart() -> None:
    assert to_query(Selection(), DATA) == {}
    assert to_query(Selection(actors=frozenset()), DATA) == {"actors": "none", "role": "did"}
    assert parse_query({"actors": "none"}, DATA)[0].actors == frozenset()


def test_the_role_is_written_where_actors_or_sides_are_limited_or_it_is_not_the_first() -> None:
    assert to_query(Selection(sides=frozenset()), DATA)["role"] == "did"
    assert to_query(Selection(role=Role.ANY), DATA) == {"role": "any"}
    assert to_query(Selection(types=frozenset({"airstrike"})), DATA) == {"types": "airstrike"}


def test_a_cursor_is_written_as_the_event_it_stands_at(small: Dataset) -> None:
    selection = Selection(cursors={"newarab-2017-05-31": 1, "guardian-2017-05-18": 0})
    assert to_query(selection, small) == {
        "cursors": "guardian-2017-05-18.none_newarab-2017-05-31.strike-2017-05-18"
    }


def test_a_cursor_at_its_end_is_not_written_and_not_kept() -> None:
    end = len(DATA.stops_of("newarab-2017-05-31"))
    for reached in (end, end + 1):
        assert to_query(Selection(cursors={"newarab-2017-05-31": reached}), DATA) == {}
    last = DATA.stops_of("newarab-2017-05-31")[-1]
    asked = {"cursors": f"newarab-2017-05-31.none_newarab-2017-05-31.{last}"}
    assert parse_query(asked, DATA) == (Selection(), [])


def test_a_link_says_that_days_are_of_reports_and_only_then() -> None:
    assert to_query(Selection(day_of=DayOf.REPORTED), DATA) == {"day_of": "reported"}
    assert parse_query({"day_of": "happened"}, DATA) == (Selection(), [])


def test_a_selection_is_a_key_and_can_be_stored() -> None:
    one = Selection(actors=["us-military"], cursors={"b": 1, "a": 2})  # type: ignore[arg-type]
    two = Selection(actors=frozenset({"us-military"}), cursors=Cursors({"a": 2, "b": 1}))
    assert {one: 1}[two] == 1
    assert pickle.loads(pickle.dumps(one)) == two  # noqa: S301
