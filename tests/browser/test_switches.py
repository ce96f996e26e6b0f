"""With a side or an actor off nothing of what it did is left, on the map or in any file."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import load_dataset
from geo.model.renamed import RenamedKind
from geo.model.vocabulary import Side
from geo.rules.placement import path_coordinates
from geo.selection.shown_routes import stays
from layers.base.style import SIDES
from tests.browser.actions import ask, pins, settle, shown, state
from tests.browser.conftest import open_atlas
from tests.browser.server import Server

WHOLE = load_dataset()
JUNE = {"first_day": "2017-06-01", "last_day": "2017-06-30"}
COLUMNS = """(() => {
  const counts = CorridorAtlas.chartCounts(view.atlas, view.store.state, [{ from: 0, to: 30000 }]);
  return Object.fromEntries(view.atlas.sides.map(({ id }, at) =>
    [id, counts.certain[at] + counts.possible[at]]));
})()"""
DOTS = """(all) => all.filter((one) => one.getClientRects().length)
  .map((one) => one.dataset.event)"""


def doers(event_id: str) -> set[tuple[Side, str]]:
    """Who did an event and on which side, read from the tables."""
    rows = [row for row in WHOLE.participants if row.event_id == event_id]
    found = {
        (row.side or WHOLE.actors[row.actor_id].side, row.actor_id)
        for row in rows
        if row.role == "initiator"
    }
    return found or {(Side.OTHER, "unnamed")}


def group(page: Page, side: Side) -> Any:
    return page.locator(f'.atlas-side[data-side="{side}"]')


def row_of(page: Page, side: Side, name: str) -> Any:
    """Return the line of an actor below a side, unfolded."""
    toggle = group(page, side).locator(".atlas-side-toggle")
    if toggle.get_attribute("aria-expanded") == "false":
        toggle.click()
    box = page.get_by_role("checkbox", name=name, exact=True)
    return group(page, side).locator(".atlas-side-actors .atlas-line", has=box)


def count_of(line: Any) -> tuple[int, int]:
    """Return the two numbers beside a row."""
    said = re.fullmatch(r"(\d+) of (\d+) shown", line.locator(".atlas-count").text_content())
    assert said
    return int(said[1]), int(said[2])


def downloaded(page: Page, count: int) -> dict[str, Any]:
    """Download what is shown, as GeoJSON, and return it."""
    page.get_by_role("button", name="Download", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"What is shown ({count} event").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Everything (")).to_be_hidden()
    return json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def assert_same_everywhere(page: Page, left: set[str]) -> None:
    """Marks, movements, lanes and the file hold what is left and nothing else."""
    assert set(shown(page)) == left
    assert pins(page) <= left
    dots = page.eval_on_selector_all(".atlas-lane .atlas-mark", DOTS)
    assert dots
    assert set(dots) <= left
    drawn_routes = set(
        ask(
            page,
            """view.atlas.routes.filter((one) =>
              CorridorAtlas.routeOn(view.atlas, view.store.state, one, view.store.shown))
              .map(({ id }) => id)""",
        )
    )
    moving = [
        event_id
        for event_id in pins(page)
        if path_coordinates(WHOLE, event_id)
        and drawn_routes.isdisjoint(WHOLE.event_rows[event_id].route_ids)
    ]
    assert page.locator(".atlas-map path.atlas-trail").count() == len(moving)
    collection = downloaded(page, len(left))
    properties = [feature["properties"] for feature in collection["features"]]
    assert {one["event_id"] for one in properties if one["kind"] == "event"} == left
    assert {one["event_id"] for one in properties if one["kind"] == "movement"} <= left
    assert {one["route_id"] for one in properties if one["kind"] == "route"} == drawn_routes
    assert collection["atlas"]["selection"]["role"] == "did"


@pytest.mark.parametrize("side", list(Side))
def test_with_a_side_off_nothing_that_only_it_did_is_left(page: Page, side: Side) -> None:
    title = group(page, side).locator(".atlas-line-side")
    own = {e for e in WHOLE.event_rows if side in {where for where, _ in doers(e)}}
    alone = {e for e in own if {where for where, _ in doers(e)} == {side}}
    assert count_of(title) == (len(own), len(own))
    assert alone
    title.get_by_role("checkbox").uncheck()
    settle(page)
    assert count_of(title) == (0, len(own))
    assert_same_everywhere(page, set(WHOLE.event_rows) - alone)
    columns = ask(page, COLUMNS)
    if side is not Side.OTHER:
        assert columns[side] == 0
    drawn = set(
        ask(
            page,
            """view.atlas.routes.filter((one) =>
              CorridorAtlas.routeOn(view.atlas, view.store.state, one, view.store.shown))
              .map(({ id }) => id)""",
        )
    )
    # Nobody has done the courses of the corridor and the roads: they stay, whosever they are.
    staying = {route_id for route_id, route in WHOLE.route_rows.items() if stays(route)}
    assert staying and staying <= drawn
    owners = [WHOLE.route_rows[one].actor_ids for one in drawn - staying]
    assert all({WHOLE.actors[one].side for one in actors} != {side} for actors in owners)
    title.get_by_role("checkbox").check()
    settle(page)
    assert set(shown(page)) == set(WHOLE.event_rows)


@pytest.mark.parametrize(
    ("side", "actor_id"),
    [
        (Side.US_COALITION, "us-led-coalition"),
        (Side.IRAN_ALIGNED, "hezbollah"),
        (Side.SYRIAN_GOVERNMENT, "russia"),
        (Side.OTHER, "unnamed"),
    ],
)
def test_with_an_actor_off_what_it_did_alone_goes_and_what_others_did_stays(
    page: Page, side: Side, actor_id: str
) -> None:
    below = {actor_id}
    while grown := {a.actor_id for a in WHOLE.actors.values() if a.parent_id in below} - below:
        below |= grown
    gone = {e for e in WHOLE.event_rows if {who for _, who in doers(e)} <= below}
    named = WHOLE.actors[actor_id].name if actor_id in WHOLE.actors else "No actor named"
    line = row_of(page, side, named)
    line.get_by_role("checkbox").uncheck()
    settle(page)
    assert count_of(line)[0] == 0
    assert_same_everywhere(page, set(WHOLE.event_rows) - gone)
    assert {"strike-2017-05-18", "erbil-attack-2021-02-15"} - gone <= set(shown(page))


def test_an_actor_below_a_side_that_is_off_comes_alone(page: Page) -> None:
    title = group(page, Side.IRAN_ALIGNED).locator(".atlas-line-side")
    title.get_by_role("checkbox").uncheck()
    row_of(page, Side.IRAN_ALIGNED, "Fatemiyoun Division").get_by_role("checkbox").check()
    settle(page)
    left = set(shown(page))
    assert "arms-shipment-2021-02" in left

    def is_other(side: Side, actor_id: str) -> bool:
        # Who is of another side and acts on this one once stays on, for all it does there.
        is_of_it = actor_id == "unnamed" or WHOLE.actors[actor_id].side is side
        return side is Side.IRAN_ALIGNED and is_of_it and actor_id != "fatemiyoun-division"

    assert [e for e in left if all(is_other(*one) for one in doers(e))] == []
    assert title.get_by_role("checkbox").evaluate("(box) => box.indeterminate")
    title.get_by_role("checkbox").check()
    settle(page)
    assert (state(page)["sides"], state(page)["actors"]) == (None, None)


def test_one_with_others_below_it_can_stay_when_one_of_them_goes(page: Page) -> None:
    row_of(page, Side.US_COALITION, "CIA").get_by_role("checkbox").uncheck()
    settle(page)
    assert "coalition-demand-2017" in shown(page)
    row_of(page, Side.US_COALITION, "United States as a whole").get_by_role("checkbox").uncheck()
    settle(page)
    assert "coalition-demand-2017" not in shown(page)
    assert "strike-2017-05-18" in shown(page)


def test_who_acts_on_another_side_has_a_row_below_both(page: Page) -> None:
    name = WHOLE.actors["popular-mobilization-units"].name
    row_of(page, Side.US_COALITION, name).get_by_role("button", name="Only this").click()
    settle(page)
    assert set(shown(page)) == {"us-beside-militias-iraq"}


@pytest.mark.parametrize("side", list(Side))
def test_only_this_shows_all_that_a_side_did_and_nothing_else(page: Page, side: Side) -> None:
    name = f"Only this: {SIDES[side].actors_label}"
    page.get_by_role("button", name=name, exact=True).click()
    settle(page)
    assert set(shown(page)) == {e for e in WHOLE.event_rows if side in {s for s, _ in doers(e)}}
    assert state(page)["actors"] is None


def test_counts_follow_all_other_filters_and_every_slider(page: Page) -> None:
    first, *_, last = WHOLE.articles
    for patch in ({"cursors": {last: 3}}, {"articles": [first, last]}, JUNE):
        ask(page, "view.store.set(given)", patch)
        settle(page)
        left = set(shown(page))
        assert left < set(WHOLE.event_rows)
        for side in Side:
            own = {e for e in WHOLE.event_rows if side in {where for where, _ in doers(e)}}
            line = group(page, side).locator(".atlas-line-side")
            assert count_of(line) == (len(own & left), len(own)), patch
    done = count_of(group(page, Side.IRAN_ALIGNED).locator(".atlas-line-side"))
    ask(page, "view.store.set(given)", {"role": "any"})
    settle(page)
    parts = count_of(group(page, Side.IRAN_ALIGNED).locator(".atlas-line-side"))
    assert parts[0] > done[0] and parts[1] > done[1]


def test_a_wider_switch_brings_what_was_done_to_it_and_its_part(page: Page) -> None:
    page.get_by_role("button", name="Only this: Iran and aligned forces", exact=True).click()
    settle(page)
    did = set(shown(page))
    page.get_by_role("radio", name="was its target too").check()
    settle(page)
    target = set(shown(page))
    page.get_by_role("radio", name="had any part").check()
    settle(page)
    assert did < target < set(shown(page))
    assert "strike-2017-05-18" in target - did
    assert "role=any" in page.url


def test_a_month_of_a_side_takes_five_clicks_at_most(page: Page, server: Server) -> None:
    ask(page, "view.foldFilters(false)")
    page.get_by_role("button", name="Show or hide the filters").click()
    page.get_by_role("button", name="Only this: Iran and aligned forces", exact=True).click()
    page.get_by_role("button", name="Show June 2017 only").click()
    settle(page)
    left = set(shown(page))
    assert {key: state(page)[key] for key in JUNE} == JUNE
    collection = downloaded(page, len(left))
    properties = [feature["properties"] for feature in collection["features"]]
    assert {one["event_id"] for one in properties if one["kind"] == "event"} == left
    assert all(Side.IRAN_ALIGNED in {side for side, _ in doers(one)} for one in left)
    page.get_by_role("button", name="Show June 2017 only").click()
    settle(page)
    assert state(page)["first_day"] is None


def test_a_link_from_before_an_event_was_given_up_opens_what_became_of_it(
    page: Page, server: Server
) -> None:
    open_atlas(page, server, "event=fars-guards-link-2017")
    settle(page)
    assert state(page)["event"] is None
    assert state(page)["about"] == {"kind": "actor", "id": "fars-news"}
    row = WHOLE.renamed[RenamedKind.EVENT, "fars-guards-link-2017"]
    expect(page.get_by_text(row.became)).to_be_visible()
    expect(page.get_by_text("was not understood")).to_have_count(0)
    open_atlas(page, server, "event=obama-pivot-to-iran")
    settle(page)
    assert state(page)["event"] == "obama-turn-to-iran"
    expect(page.get_by_text("This link is from before")).to_have_count(0)


def test_a_link_from_before_roles_says_what_became_of_it(page: Page, server: Server) -> None:
    open_atlas(page, server, "actors=iran")
    settle(page)
    assert state(page)["role"] == "any"
    expect(page.get_by_text("This link is from before the switches of actors")).to_be_visible()
    expect(page.get_by_text("was not understood")).to_have_count(0)
    open_atlas(page, server, "actors=iran&role=did")
    settle(page)
    expect(page.get_by_text("This link is from before")).to_have_count(0)
