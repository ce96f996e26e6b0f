"""The browser's filters agree with Python's, with the link, and with the files that leave."""

import random
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import load_dataset
from geo.model.vocabulary import Role
from geo.selection.facets import FACETS
from geo.selection.link import parse_query
from geo.selection.map_layers import LAYERS
from geo.selection.select import select
from geo.selection.selection import Selection
from panels.address import query_string, selection_from, state_of
from tests.browser.actions import ask, lane, pins, settle, shown, state, view_of
from tests.browser.conftest import open_atlas, wait_for_map
from tests.browser.server import Server

WHOLE = load_dataset()
KNOWN = {facet.name: sorted(facet.known_values(WHOLE)) for facet in FACETS}
DRAWN = ", ".join(
    f".atlas-map {one}:visible"
    for one in ("path", ".atlas-pin", ".atlas-label", ".atlas-shift-label", ".leaflet-image-layer")
)
SOUGHT = ["tanf", "Deir ez-Zor", "دير الزور", "l'a & b=c? #1 (50 %) + ~!*", "🙂", "strike al-Tanf"]
FIRST, DAYS = date(2010, 12, 1), 3800


def random_selection(chance: random.Random) -> Selection:
    """Choose each part at random, so that most selections still show something."""
    chosen: dict[str, Any] = {}
    for name, ids in KNOWN.items():
        if chance.random() < 0.4:
            (share,) = chance.choices((0.0, 0.3, 0.7, 0.9), weights=(1, 2, 7, 10))
            chosen[name] = frozenset(one for one in ids if chance.random() < share)
    if chance.random() < 0.5:
        near = date(2017, 5, 1) if chance.random() < 0.7 else FIRST
        chosen["first_day"] = near + timedelta(days=chance.randrange(60))
    if chance.random() < 0.5:
        chosen["last_day"] = date(2017, 5, 1) + timedelta(days=chance.randrange(DAYS))
        if chosen.get("first_day") and chosen["last_day"] < chosen["first_day"]:
            del chosen["first_day"]
    chosen["cursors"] = {
        article: chance.randrange(len(WHOLE.stops_by_article[article]))
        for article in WHOLE.articles
        if chance.random() < 0.4
    }
    chosen["role"] = chance.choice(list(Role))
    chosen["day_of"] = "reported" if chance.random() < 0.3 else "happened"
    if chance.random() < 0.2:
        chosen["imported_until"] = FIRST + timedelta(days=chance.randrange(DAYS))
    if chance.random() < 0.3:
        chosen["find"] = chance.choice(SOUGHT)
    chosen["stated_only"] = chance.random() < 0.3
    return Selection(**chosen)


def test_browser_and_python_choose_the_same_events(page: Page) -> None:
    chance = random.Random(20170518)
    selections = [random_selection(chance) for _ in range(400)]
    found = ask(
        page,
        """given.map((one) => {
            const shown = CorridorAtlas.select(view.atlas, one);
            return [Object.fromEntries(shown), view.atlas.routes.filter((route) =>
              CorridorAtlas.routeOn(view.atlas, one, route, shown)).map(({ id }) => id)];
          })""",
        [state_of(one) for one in selections],
    )
    seen: Counter[str] = Counter()
    for selection, (events, routes) in zip(selections, found, strict=True):
        chosen = select(WHOLE, selection)
        assert events == {event: str(match) for event, match in chosen.matches.items()}
        assert set(routes) == set(chosen.route_rows)
        seen[selection.day_of] += len(events)
    assert min(seen["happened"], seen["reported"]) > 1000


def test_browser_and_python_write_the_same_link(page: Page) -> None:
    chance = random.Random(20210225)
    selections = [random_selection(chance) for _ in range(300)]
    links = ask(
        page,
        "given.map((one) => CorridorAtlas.toQuery(view.atlas, one))",
        [state_of(one) for one in selections],
    )
    for selection, link in zip(selections, links, strict=True):
        assert link == query_string(selection, WHOLE)
        assert selection_from(link, WHOLE) == (selection, [])


@pytest.mark.parametrize("seed", range(6))
def test_a_link_restores_the_marks_and_the_view(page: Page, server: Server, seed: int) -> None:
    selection = random_selection(random.Random(seed))
    link = query_string(selection, WHOLE) + "&view=34.9,40.5,7"
    open_atlas(page, server, link)
    assert shown(page) == {e: str(m) for e, m in select(WHOLE, selection).matches.items()}
    latitude, longitude, zoom = view_of(page)
    assert (round(latitude, 1), round(longitude, 1), zoom) == (34.9, 40.5, 7)
    ask(page, "view.store.set({ stated_only: !view.store.state.stated_only })")
    settle(page)
    ask(page, "view.store.set({ stated_only: !view.store.state.stated_only })")
    settle(page)
    drawn = pins(page)
    again = page.context.new_page()
    again.goto(page.url)
    wait_for_map(again)
    assert pins(again) == drawn


def test_the_address_holds_the_open_event(page: Page, server: Server) -> None:
    page.locator('.atlas-pin[data-event="strike-2021-02-25"]').press("Enter")
    settle(page)
    assert "event=strike-2021-02-25" in page.url
    open_atlas(page, server, page.url.split("?")[1])
    expect(page.locator(".atlas-card")).to_be_visible()


def test_a_step_adds_no_entry_to_the_history(page: Page) -> None:
    before = page.evaluate("history.length")
    for _ in range(3):
        lane(page, next(iter(WHOLE.articles))).press("ArrowLeft")
        settle(page)
    assert "cursors=" in page.url
    assert page.evaluate("history.length") == before


def fold_open(page: Page, title: str) -> None:
    fold = page.locator("details.atlas-fold", has=page.get_by_text(title, exact=True))
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()


LISTED = [(facet.label, facet.name) for facet in FACETS if facet.list_at is not None]


@pytest.mark.parametrize(("title", "name"), LISTED)
def test_every_box_of_a_filter_takes_its_events_away_and_back(
    page: Page, title: str, name: str
) -> None:
    fold_open(page, title)
    fold = page.locator("details.atlas-fold", has=page.get_by_text(title, exact=True))
    boxes = fold.locator("input")
    whole = shown(page)
    assert boxes.count() >= 2
    for number in range(boxes.count()):
        boxes.nth(number).uncheck()
        query = ask(page, "CorridorAtlas.toQuery(view.atlas, view.store.state)")
        chosen, _ = parse_query(dict(part.split("=") for part in query.split("&")), WHOLE)
        assert len(getattr(chosen, name)) == len(set(KNOWN[name])) - 1
        assert set(shown(page)) == set(select(WHOLE, chosen).event_rows)
        boxes.nth(number).check()
        assert shown(page) == whole


@pytest.mark.parametrize("role", list(Role))
def test_every_actor_goes_and_comes_back(page: Page, role: Role) -> None:
    ask(page, "view.store.set({ role: given })", str(role))
    settle(page)
    whole = shown(page)
    turned = page.evaluate(
        """() => [...document.querySelectorAll('.atlas-side input')].filter((box) =>
          !box.closest('.atlas-line[hidden], .atlas-side[hidden]')).map((box) => {
          const { view } = document.querySelector('.atlas').parentElement[
            Symbol.for('corridor-atlas-host')];
          box.click();
          const off = view.store.shown.size;
          box.click();
          return [off, view.store.shown.size, view.store.state.actors, view.store.state.sides];
        })"""
    )
    assert len(turned) > 40
    assert all(back == len(whole) for _, back, _, _ in turned)
    assert all(actors is None and sides is None for _, _, actors, sides in turned)
    assert min(off for off, *_ in turned) < len(whole)


def test_actors_switch_as_a_tree(page: Page) -> None:
    whole = shown(page)
    side = page.get_by_label("Iran and aligned forces", exact=True).first
    side.uncheck()
    without = shown(page)
    assert len(without) < len(whole)
    page.get_by_role("button", name="Actors of Iran and aligned forces").click()
    one = page.get_by_label("Fatemiyoun Division", exact=True)
    one.check()
    assert "arms-shipment-2021-02" in shown(page)
    assert "arms-shipment-2021-02" not in without
    assert side.evaluate("(box) => box.indeterminate")
    page.get_by_role("button", name="No actors").click()
    assert shown(page) == {}
    expect(page.locator(".atlas-empty")).to_be_visible()
    page.get_by_role("button", name="All actors").click()
    assert shown(page) == whole
    expect(page.locator(".atlas-empty")).to_be_hidden()


def test_every_layer_switches_off_and_on(page: Page) -> None:
    fold_open(page, "Map layers")
    boxes = page.locator("details.atlas-fold", has=page.get_by_text("Map layers"))
    boxes = boxes.locator("input[type=checkbox]:visible")
    assert boxes.count() == len(set(LAYERS) - {"imported", "gathered"})

    def drawn() -> int:
        return page.locator(DRAWN).count()

    for number in range(boxes.count()):
        was_on, before = boxes.nth(number).is_checked(), drawn()
        boxes.nth(number).set_checked(not was_on)
        assert (drawn() < before) == was_on
        boxes.nth(number).set_checked(was_on)
        assert drawn() == before


def test_only_what_the_articles_say_hides_the_rest(page: Page) -> None:
    before = page.locator(".atlas-map .atlas-label:visible").count()
    external = page.locator(".atlas-map path.atlas-track-external:visible").count()
    assert external > 0
    page.get_by_label("Only what the five articles say").check()
    assert state(page)["stated_only"]
    assert page.locator(".atlas-map path.atlas-track-external:visible").count() == 0
    assert page.locator(".atlas-map path.atlas-track-inferred:visible").count() == 0
    assert page.locator(".atlas-map .atlas-label:visible").count() < before
