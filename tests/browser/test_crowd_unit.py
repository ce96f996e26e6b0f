"""Many events at one place: each mark in reach of where it is, none on another, all counted."""

import copy
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import Dataset, load_dataset
from tests.browser.actions import settle
from tests.browser.drawing import drawn, mount, state
from tests.browser.standing import MEASURED, assert_stands

CROWDS = (1, 30, 120, 1200)
WIDTHS = (1440, 390)
PLACE = "al-tanf"
STRIKE = "strike-2017-05-18"
OTHER = "militia-advance-2017-05"
ZOOMS = (4, 4.5, 5, 5.5, 6, 6.5, 7, 8, 9, 10, 11, 12)
# What stands on the map at a zoom, as it is measured there. A mark's place is asked of the data.
STANDING = (
    "([lat, lon, zoom]) => {"
    + MEASURED
    + """
  const A = globalThis.CorridorAtlas;
  const { map, atlas, store } = view;
  map.setMinZoom(4);
  map.setView([lat, lon], zoom, { animate: false });
  const place = (id) => [atlas.place[id].lat, atlas.place[id].lon];
  const marks = [...document.querySelectorAll(".atlas-pin:not(.atlas-gathered)")].map((element) => {
    const event = atlas.event[element.dataset.event];
    return { element, homes: [A.markAt(event, store.state)], name: event.id };
  });
  const discs = [...document.querySelectorAll(".atlas-badge")].map((element) => ({ element,
    homes: element.dataset.places.split(" ").map(place), name: element.dataset.places }));
  return { ...measured(map, marks, discs),
    wanted: atlas.events.filter((event) => store.shown.has(event.id) &&
      A.isMarked({ atlas, store }, event)).length,
    strikes: marks.filter(({ name }) => A.isStrike(atlas.event[name])).length };
}"""
)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load_dataset()


@cache
def crowded(dataset: Dataset, count: int, *, all_strikes: bool) -> str:
    """Return the payload with so many events more at one place; a third of them strikes, or all."""
    content = json.loads(drawn(dataset)[1])
    events = {one["id"]: one for one in content["events"]}
    place = next(one for one in content["places"] if one["id"] == PLACE)
    at = {"place": PLACE, "mark": [place["lat"], place["lon"]], "path": None, "routes": []}
    at |= {f"stated_{key}": value for key, value in at.items() if key != "routes"}
    for number in range(count):
        model = events[STRIKE if all_strikes or number % 3 == 0 else OTHER]
        made = copy.copy(model) | at | {"id": f"crowd-{number}", "title": f"Crowd {number}"}
        content["events"].append(made | {"claims": model["claims"][:1], "relations": []})
    return json.dumps(content)


@pytest.fixture
def crowd(new_context: Callable[..., Any], dataset: Dataset) -> Callable[..., Page]:
    """The map of a width, with a crowd at al-Tanf."""

    def opened(count: int, width: int, *, all_strikes: bool = True) -> Page:
        context, _ = new_context(viewport={"width": width, "height": 844})
        return mount(context, dataset, crowded(dataset, count, all_strikes=all_strikes))

    return opened


def standing(page: Page, zoom: float) -> dict[str, Any]:
    return page.evaluate(STANDING, [33.9, 39.4, zoom])  # type: ignore[no-any-return]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("all_strikes", [True, False])
@pytest.mark.parametrize("count", CROWDS)
def test_a_mark_stands_where_it_is_at_every_zoom(
    crowd: Callable[..., Page], count: int, all_strikes: bool, width: int
) -> None:
    page = crowd(count, width, all_strikes=all_strikes)
    for zoom in ZOOMS:
        found = standing(page, zoom)
        assert_stands(found)
        # Only where 50 km are too few pixels for two discs to part does one lie on another's rim.
        assert found["onDiscs"] <= (7 if zoom < 5 else 1), zoom
        if zoom >= 7:
            assert found["strikes"] >= 3
        if count >= 30:
            assert max(found["gathered"]) >= count - 12


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_open_or_at_a_slider_stands_as_itself(
    crowd: Callable[..., Page], width: int
) -> None:
    page = crowd(120, width)
    for zoom in (4, 5, 6, 8):
        whole = standing(page, zoom)
        for patch in ({"event": "crowd-77"}, {"event": "crowd-77", "current": "crowd-99"}):
            state(page, patch)
            found = standing(page, zoom)
            assert_stands(found | {"onPins": 0})
            assert found["wanted"] == whole["wanted"]
            for event in patch.values():
                pin = page.locator(f".atlas-pin[data-event={event}]")
                assert "atlas-gathered" not in str(pin.get_attribute("class"))
                # Nothing lies on it, and a part of its disc is still there to be pressed.
                assert page.evaluate(
                    """(id) => {
                      const pin = document.querySelector(`.atlas-pin[data-event=${id}]`);
                      const box = pin.getBoundingClientRect();
                      const at = document.elementFromPoint((box.left + box.right) / 2,
                        (box.top + box.bottom) / 2);
                      return at.closest(".atlas-pin") !== null;
                    }""",
                    event,
                )
            assert page.evaluate("""() => {
              const disc = [...document.querySelectorAll(".atlas-badge")]
                .sort((a, b) => b.dataset.count - a.dataset.count)[0];
              const box = disc.getBoundingClientRect();
              let pressed = 0;
              for (let x = box.left + 1; x < box.right; x += 2) {
                for (let y = box.top + 1; y < box.bottom; y += 2) {
                  if (document.elementFromPoint(x, y) === disc) pressed += 1;
                }
              }
              return pressed;
            }""") > 8  # fmt: skip
        state(page, {"event": None, "current": None})


@pytest.mark.parametrize("width", WIDTHS)
def test_a_disc_lists_all_it_holds(crowd: Callable[..., Page], width: int) -> None:
    page = crowd(1200, width)
    standing(page, 8)
    disc = page.locator(f".atlas-badge[data-place={PLACE}]")
    count = int(str(disc.get_attribute("data-count")))
    assert count > 1100
    disc.press("Enter")
    rows = page.locator(".atlas-gather-row")
    expect(rows).to_have_count(count)
    box = page.locator(".atlas-gather").bounding_box()
    around = page.locator(".atlas-map").bounding_box()
    assert box and around
    assert box["y"] >= around["y"] and box["x"] >= around["x"]
    assert box["y"] + box["height"] <= around["y"] + around["height"]
    assert box["x"] + box["width"] <= around["x"] + around["width"]
    # Turning the wheel over the list moves the list, and not the map.
    before = page.evaluate("() => view.map.getZoom()")
    page.mouse.move(box["x"] + 40, box["y"] + box["height"] / 2)
    page.mouse.wheel(0, 200)
    page.wait_for_function("() => document.querySelector('.atlas-gather').scrollTop > 0")
    settle(page)
    assert page.evaluate("() => view.map.getZoom()") == before
    expect(rows).to_have_count(count)
    # Only what is seen is laid out: rows further down cost nothing before they are scrolled to.
    assert rows.last.evaluate("(row) => getComputedStyle(row).contentVisibility") == "auto"
    rows.last.scroll_into_view_if_needed()
    expect(rows.last).to_be_in_viewport()
    chosen = str(rows.last.get_attribute("data-opens"))
    rows.last.click()
    assert page.evaluate("() => view.store.state.event") == chosen
    pin = page.locator(f".atlas-pin[data-event={chosen}].atlas-open")
    assert "atlas-gathered" not in str(pin.get_attribute("class"))
    assert int(str(disc.get_attribute("data-count"))) == count - 1


def test_a_step_plans_nothing_anew(crowd: Callable[..., Page]) -> None:
    page = crowd(120, 1440)
    standing(page, 6)
    planned = page.evaluate("""() => {
      const A = globalThis.CorridorAtlas;
      const counts = [];
      let count = 0;
      globalThis.standIns = { gather: (own, given) => { count += 1; return own(given); } };
      const after = (change) => { count = 0; change(); counts.push(count); };
      after(() => view.store.set({ last_day: "2017-05-20" }));
      after(() => view.store.set({ event: "crowd-7" }));
      after(() => view.store.set({ current: "crowd-9" }));
      after(() => view.store.set({ last_day: null, event: null, current: null }));
      after(() => view.map.setZoom(7, { animate: false }));
      globalThis.standIns = {};
      return counts;
    }""")
    assert planned == [0, 0, 0, 0, 1]


@pytest.mark.parametrize("width", WIDTHS)
def test_places_that_share_a_disc_are_named_and_led_to(
    crowd: Callable[..., Page], width: int
) -> None:
    page = crowd(30, width)
    standing(page, 4)
    places = page.locator(".atlas-badge").evaluate_all(
        "(all) => all.map((one) => [one.dataset.places.split(' '), one.ariaLabel])"
    )
    assert any(len(ids) > 1 for ids, _ in places)
    for ids, label in places:
        names = page.evaluate("(ids) => ids.map((id) => view.atlas.place[id].name)", ids)
        assert label.startswith(names[0])
        if len(ids) == 2:
            assert label.startswith(f"{names[0]} and {names[1]}: ")
        if len(ids) > 2:
            assert label.startswith(f"{names[0]} and {len(ids) - 1} other places: ")
    shared = page.locator(".atlas-badge[data-places*=' ']").first
    shared.hover()
    expect(page.locator(".atlas-tip-head")).to_have_text(str(shared.get_attribute("aria-label")))
    page.mouse.move(0, 0)
    expect(page.locator(".atlas-tip")).to_have_count(0)
    shared.press("Enter")
    more = page.locator(".atlas-gather-more").all_text_contents()
    wheres = page.evaluate(
        "(ids) => ids.map((id) => view.atlas.event[id].where)",
        page.locator(".atlas-gather-row").evaluate_all("(all) => all.map((o) => o.dataset.opens)"),
    )
    assert all(where in text for where, text in zip(wheres, more, strict=True))
