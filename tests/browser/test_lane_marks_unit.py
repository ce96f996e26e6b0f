"""The look of each mark of a lane: reached or ahead, out of the selection, possible, current."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geo.dataset import load_dataset
from geo.selection.link import parse_query
from geo.selection.select import select
from geo.selection.selection import Selection
from tests.browser.conftest import watched_context
from tests.browser.parts import blank_page, content, mount

WHOLE = load_dataset()
ARTICLES = list(WHOLE.articles)
LOOKS = """() => Object.fromEntries([...document.querySelectorAll('.atlas-lane[data-article]')]
  .map((lane) => [lane.dataset.article, Object.fromEntries(
    [...lane.querySelectorAll('.atlas-mark')].map((one) =>
      [one.dataset.event, [...one.classList].map((name) => name.replace('atlas-', ''))]))]))"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with watched_context(browser) as context:
        yield mount(blank_page(context), content())


def looks(page: Page, patch: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Return the classes of each mark, by article and event, in a state that differs so."""
    page.evaluate(
        "(patch) => view.store.set({ ...CorridorAtlas.emptyState(view.atlas), ...patch })", patch
    )
    found: dict[str, dict[str, list[str]]] = page.evaluate(LOOKS)
    assert set(found) == set(ARTICLES)
    return found


def those(found: dict[str, dict[str, list[str]]], look: str) -> set[tuple[str, str]]:
    return {
        (article, event)
        for article, marks in found.items()
        for event, classes in marks.items()
        if look in classes
    }


def every() -> set[tuple[str, str]]:
    return {(article, event) for article in ARTICLES for event in WHOLE.stops_of(article)}


@pytest.mark.parametrize("cursor", [0, 1, 5])
def test_what_the_cursor_has_passed_is_reached_in_its_own_lane_alone(
    page: Page, cursor: int
) -> None:
    article = ARTICLES[1]
    found = looks(page, {"cursors": {article: cursor}})
    passed = {(article, event) for event in WHOLE.stops_of(article)[:cursor]}
    others = {row for row in every() if row[0] != article}
    assert those(found, "is-reached") == passed | others
    assert those(found, "is-ahead") == every() - passed - others


def test_the_current_and_the_open_event_are_marked_in_every_lane_and_no_other(page: Page) -> None:
    assert those(looks(page, {}), "is-current") == set()
    events = {"current": WHOLE.stops_of(ARTICLES[0])[2], "event": WHOLE.stops_of(ARTICLES[1])[0]}
    for patch in ({"current": events["current"]}, {"event": events["event"]}, events):
        marked = {row for row in every() if row[1] in patch.values()}
        assert those(looks(page, patch), "is-current") == marked


@pytest.mark.parametrize(
    "chosen",
    [
        {"types": ["airstrike"]},
        {"first_day": "2017-06-01", "last_day": "2017-06-08"},
        {"standings": ["disputed"]},
    ],
    ids=str,
)
def test_what_is_not_selected_is_out_and_what_may_be_is_possible(
    page: Page, chosen: dict[str, Any]
) -> None:
    found = looks(page, chosen)
    selection, _ = parse_query(
        {key: ".".join(one) if isinstance(one, list) else one for key, one in chosen.items()}, WHOLE
    )
    matches = select(WHOLE, selection).matches
    assert those(found, "is-out") == {row for row in every() if row[1] not in matches}
    possible = {event for event, match in matches.items() if match == "possible"}
    assert those(found, "is-possible") == {row for row in every() if row[1] in possible}
    assert bool(possible) is ("first_day" in chosen)


def test_of_what_a_switched_off_side_did_nothing_is_left(page: Page) -> None:
    assert those(looks(page, {}), "is-gone") == set()
    found = looks(page, {"sides": ["us-coalition"]})
    gone = those(found, "is-gone")
    alone = select(WHOLE, Selection(sides=frozenset({"us-coalition"}))).event_rows
    assert gone == {row for row in every() if row[1] not in alone}
