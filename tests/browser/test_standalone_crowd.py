"""Many events at one place on the map by itself: the rule of the page, over what is switched on."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import Dataset, load_dataset
from geo.model.vocabulary import Side
from geo.rules.event_facts import event_facts
from geo.rules.placement import mark
from layers import build
from layers.base.style import SIDES
from layers.draw.stock_events import is_statement
from tests.browser.actions import settle
from tests.browser.standing import GROUND, MEASURED, assert_stands, go, switch

CROWDS = (1, 30, 120, 1200)
WIDTHS = {1440: 900, 390: 844}
ZOOMS = (4, 4.5, 5, 6, 7, 8, 10, 12)
PLACE = "al-tanf"
STRIKE = "strike-2017-05-18"
OTHER = "militia-advance-2017-05"
STATEMENTS = "Statements and policies"
STANDING = (
    "(map) => {"
    + MEASURED
    + """
  const { payload } = JSON.parse(document.getElementById("atlas-words").textContent);
  const places = Object.fromEntries(payload.places.map(({ id, lat, lon }) => [id, [lat, lon]]));
  const marks = [];
  map.eachLayer((layer) => {
    const element = layer instanceof L.Marker && layer.getElement();
    if (!element || !element.matches(".atlas-stock") || !element.offsetWidth) return;
    marks.push({ element, homes: [layer.getLatLng()], name: element.ariaLabel });
  });
  const discs = [...document.querySelectorAll(".atlas-badge")].map((element) => ({ element,
    homes: element.dataset.places.split(" ").map((id) => places[id]),
    name: element.dataset.places }));
  return measured(map, marks, discs);
}"""
)


@cache
def crowded(count: int) -> Dataset:
    """Return the committed data with so many events more at one place, a third of them strikes."""
    data = load_dataset()
    events, places = dict(data.event_rows), list(data.event_places)
    claims, participants = list(data.claims), list(data.participants)
    at_place = next(one for one in data.places_of(OTHER) if one.place_id == PLACE)
    for number in range(count):
        model = STRIKE if number % 3 == 0 else OTHER
        own = {"event_id": f"crowd-{number}"}
        claim = data.claims_of(model)[0].model_copy(update=own | {"claim_id": f"crowd-{number}-a"})
        titled = own | {"title": f"Crowd {number}", "route_ids": ()}
        events[own["event_id"]] = data.event_rows[model].model_copy(update=titled)
        places.append(at_place.model_copy(update=own | {"role": "at"}))
        claims.append(claim)
        doer = data.participants_of(model)[0]
        participants.append(doer.model_copy(update=own | {"claim_id": claim.claim_id}))
    return replace(
        data,
        event_rows=events,
        event_places=tuple(places),
        claims=tuple(claims),
        participants=tuple(participants),
    )


def marked(data: Dataset, off: Side | None = None, *, statements: bool = False) -> int:
    """Count the events that have a mark, but for those of a side that is off."""
    facts = event_facts(data)
    return sum(
        mark(data, key) is not None
        and (statements or not is_statement(event))
        and facts[key].side is not off
        for key, event in data.event_rows.items()
    )


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """The map of a crowd, saved once."""
    folder = tmp_path_factory.mktemp("crowds")

    def saved(count: int) -> Path:
        file = folder / f"{count}.html"
        if not file.exists():
            build(crowded(count)).save(str(file))
        return file

    return saved


@pytest.fixture
def crowd(new_context: Callable[..., Any], files: Callable[[int], Path]) -> Callable[..., Page]:
    """The map of a crowd, opened from disk at a width."""

    def opened(count: int, width: int, **options: Any) -> Page:
        viewport = {"width": width, "height": WIDTHS[width]}
        context, _ = new_context(
            offline=True, reduced_motion="reduce", viewport=viewport, **options
        )
        page: Page = context.new_page()
        page.goto(files(count).as_uri())
        page.wait_for_selector('.folium-map[data-settled="yes"]')
        settle(page)
        return page

    return opened


def standing(page: Page, wanted: int) -> dict[str, Any]:
    return page.evaluate_handle(GROUND).evaluate(STANDING) | {"wanted": wanted}  # type: ignore[no-any-return]


def told(found: dict[str, Any]) -> list[tuple[str, int]]:
    """Return who stands how far from its place, in any order."""
    return sorted((one["name"], round(one["px"])) for one in found["stands"])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", CROWDS)
def test_a_mark_stands_where_it_is_at_every_zoom(
    crowd: Callable[..., Page], count: int, width: int
) -> None:
    page = crowd(count, width)
    wanted = marked(crowded(count))
    assert wanted == marked(load_dataset()) + count
    assert_stands(standing(page, wanted))
    for zoom in ZOOMS:
        go(page, zoom)
        found = standing(page, wanted)
        assert_stands(found)
        assert found["onDiscs"] <= (7 if zoom < 5 else 1), zoom
        if count >= 120:
            assert max(found["gathered"]) >= count - 20, zoom


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_switched_off_leaves_the_spread_and_the_disc(
    crowd: Callable[..., Page], width: int
) -> None:
    page = crowd(120, width)
    data = crowded(120)
    for zoom in (5, 7):
        go(page, zoom)
        everything = standing(page, marked(data))
        for side in (Side.US_COALITION, Side.IRAN_ALIGNED):
            switch(page, SIDES[side].label)
            found = standing(page, marked(data, side))
            assert_stands(found)
            assert found["wanted"] <= everything["wanted"] - 40
            assert max(found["gathered"]) < max(everything["gathered"])
            switch(page, SIDES[side].label)
            assert told(standing(page, marked(data))) == told(everything)
        switch(page, STATEMENTS)
        assert_stands(standing(page, marked(data, statements=True)))
        switch(page, SIDES[Side.US_COALITION].label)
        assert_stands(standing(page, marked(data, Side.US_COALITION, statements=True)))
        switch(page, SIDES[Side.US_COALITION].label)
        switch(page, STATEMENTS)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_disc_lists_what_it_holds_and_each_opens_as_itself(
    crowd: Callable[..., Page], width: int
) -> None:
    page = crowd(120, width)
    wanted = marked(crowded(120))
    go(page, 8)
    disc = page.locator(f".atlas-badge[data-place={PLACE}]")
    count = int(str(disc.get_attribute("data-count")))
    expect(disc).to_have_attribute("aria-label", f"al-Tanf: {count} events")
    expect(disc).to_have_role("button")
    disc.focus()
    disc.press("Enter")
    rows = page.locator(".atlas-gather-row")
    expect(rows).to_have_count(count)
    box, around = (page.locator(one).bounding_box() for one in (".atlas-gather", ".folium-map"))
    assert box and around
    assert box["x"] >= 0 and box["y"] >= 0
    assert box["x"] + box["width"] <= around["width"]
    assert box["y"] + box["height"] <= around["height"]
    # Escape gives the focus back to the disc; a click lists too.
    page.keyboard.press("Escape")
    expect(rows).to_have_count(0)
    expect(disc).to_be_focused()
    disc.click()
    chosen = rows.nth(count - 3)
    title = str(chosen.locator(".atlas-gather-title").text_content())
    chosen.click()
    expect(rows).to_have_count(0)
    expect(page.locator(".leaflet-popup .atlas-card h2")).to_have_text(title)
    settle(page)
    pin = page.locator(f'.atlas-stock[aria-label^="{title}."]')
    expect(pin).to_be_visible()
    expect(pin).to_be_focused()
    expect(disc).to_have_attribute("data-count", str(count - 1))
    assert_stands(standing(page, wanted) | {"onPins": 0})
    # Its card points at the mark, not at the place.
    tip = page.locator(".leaflet-popup-tip-container").bounding_box()
    mark_box = pin.bounding_box()
    assert tip and mark_box
    assert abs(tip["x"] + tip["width"] / 2 - mark_box["x"] - mark_box["width"] / 2) < 3
    down = tip["y"] + tip["height"] - mark_box["y"]
    assert 0 <= down <= 0.75 * mark_box["height"], "and ends within it"
    page.locator(".leaflet-popup-close-button").click()
    expect(disc).to_have_attribute("data-count", str(count))
    expect(pin).to_be_hidden()


def test_a_list_closes_when_the_map_is_clicked_or_moved(crowd: Callable[..., Page]) -> None:
    page = crowd(30, 1440)
    go(page, 8)
    disc = page.locator(f".atlas-badge[data-place={PLACE}]")
    for leave in (lambda: page.mouse.click(100, 300), lambda: go(page, 7.5)):
        disc.click()
        expect(page.locator(".atlas-gather")).to_be_visible()
        leave()
        expect(page.locator(".atlas-gather")).to_have_count(0)


def test_the_focus_goes_to_what_opens_and_back(crowd: Callable[..., Page]) -> None:
    page = crowd(30, 1440)
    go(page, 8)
    disc = page.locator(f".atlas-badge[data-place={PLACE}]")
    disc.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".atlas-gather-row").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup .atlas-card h2")).to_be_visible()
    settle(page)
    pin = page.locator(".atlas-stock:focus")
    expect(pin).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".leaflet-popup")).to_have_count(0)
    expect(disc).to_be_focused()


def test_the_map_is_dark_where_the_readers_system_is(crowd: Callable[..., Page]) -> None:
    page = crowd(1, 1440, color_scheme="dark")
    ground = page.locator(".folium-map")
    dark = ground.evaluate("(one) => getComputedStyle(one).backgroundColor")
    page.emulate_media(color_scheme="light")
    expect(ground).to_have_attribute("data-theme", "light")
    assert ground.evaluate("(one) => getComputedStyle(one).backgroundColor") != dark
    page.emulate_media(color_scheme="dark", media="print")
    light = page.evaluate("getComputedStyle(document.querySelector('.folium-map')).colorScheme")
    assert light == "light"
