"""The drawing alone, on a page without the app: marks, names, switches, hover texts, clean-up."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import Dataset, load_dataset
from layers.payload.whole import payload
from tests.browser.actions import settle
from tests.browser.drawing import BOXES, HOSTILE, SEEN_MARKS, mount, overlaps, pins, state

FIRST_ZOOMS = [5.25, 6.5, 9]


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load_dataset()


@pytest.fixture
def mounted(new_context: Callable[..., Any], dataset: Dataset) -> Page:
    """The whole map of the committed data, one title and one place name of it hostile."""
    context, _ = new_context()
    return mount(context, dataset)


@pytest.mark.parametrize("zoom", FIRST_ZOOMS)
def test_no_mark_hides_another_and_no_name_another(mounted: Page, zoom: float) -> None:
    state(mounted, {"layers": None})
    mounted.evaluate(
        "(zoom) => void view.map.setView([34.2, 39.6], zoom, { animate: false })", zoom
    )
    marks = mounted.eval_on_selector_all(SEEN_MARKS, BOXES)
    names = mounted.eval_on_selector_all(".atlas-label, .atlas-shift-label", BOXES)
    counts = mounted.locator(".atlas-badge").evaluate_all(
        "(all) => all.map((one) => Number(one.dataset.count))"
    )
    assert len(marks) - len(counts) + sum(counts) == len(pins(mounted))
    # From afar 50 km are less than a mark is wide, so most of them gather.
    assert len(marks) > (10 if zoom < 6 else 15)
    assert len(names) > 5
    assert overlaps(marks) == []
    assert overlaps(names) == []


def test_an_event_has_one_mark_and_statements_wait_to_be_asked_for(
    mounted: Page, dataset: Dataset
) -> None:
    rows = {event["id"]: event for event in payload(dataset)["events"]}
    marked = {key for key, row in rows.items() if row["mark"]}
    quiet = {key for key in marked if rows[key]["glyph"] == "statement"}
    assert quiet
    assert pins(mounted) == marked - quiet
    one = sorted(quiet)[0]
    state(mounted, {"event": one})
    assert pins(mounted) == (marked - quiet) | {one}
    default = mounted.evaluate("() => view.atlas.layers.filter((x) => x.on).map((x) => x.id)")
    state(mounted, {"layers": [*default, "statements"], "event": None})
    assert pins(mounted) == marked
    assert mounted.locator(".atlas-pin").count() == len(marked)


def test_a_mark_moves_to_where_the_articles_say(mounted: Page) -> None:
    at = "() => view.map.latLngToContainerPoint(view.atlas.event['strike-2017-05-18'].{})"
    outside = mounted.evaluate(at.format("mark"))
    stated = mounted.evaluate(at.format("stated_mark"))
    assert outside != stated
    root = mounted.locator(".atlas-pin-root", has=mounted.locator("[data-event=strike-2017-05-18]"))
    for only_stated, point in ((False, outside), (True, stated)):
        state(mounted, {"stated_only": only_stated})
        box = root.evaluate("(one) => one.getBoundingClientRect().toJSON()")
        assert box["x"] == pytest.approx(point["x"], abs=1)
        assert box["y"] == pytest.approx(point["y"], abs=1)


def test_outside_facts_leave_with_their_switch(mounted: Page) -> None:
    dashed = ".atlas-track-external, .atlas-track-inferred"
    assert mounted.locator(dashed).count() > 5
    assert mounted.locator(".atlas-shift-arrow").count() == 1
    state(mounted, {"stated_only": True})
    assert mounted.locator(dashed).count() == 0
    assert mounted.locator(".atlas-shift-arrow").count() == 0
    assert mounted.locator(".atlas-track-stated").count() > 2


def test_a_layer_follows_its_switch(mounted: Page) -> None:
    state(mounted, {"layers": []})
    for name in ("ribbon", "area", "dot", "site", "strike-site", "border", "river", "zone"):
        assert mounted.locator(f".atlas-{name}").count() == 0, name
    assert mounted.locator(".atlas-label:visible").count() == 0
    assert mounted.locator(".atlas-pin").count() > 20
    state(mounted, {"layers": None})
    assert mounted.locator(".atlas-ribbon").count() >= 2
    assert mounted.locator(".atlas-label-site:visible").count() == 4


def test_the_way_of_an_event_is_drawn_unless_a_route_shows_it(mounted: Page) -> None:
    ways = mounted.evaluate(
        """() => view.atlas.events.filter(({ path, mark, glyph }) =>
        path && mark && glyph !== "statement").map(({ id, routes }) => [id, routes.length])"""
    )
    routed = [event for event, count in ways if count]
    assert routed
    trails = mounted.locator(".atlas-trail")
    layers = mounted.evaluate("() => view.atlas.layers.filter((x) => x.on).map((x) => x.id)")
    with_routes = trails.count()
    state(mounted, {"layers": [one for one in layers if one != "routes"]})
    assert trails.count() - with_routes == len(routed)
    assert trails.count() == len(ways)
    state(mounted, {"layers": layers})
    assert trails.count() == with_routes


def test_the_emphasis_moves_when_the_change_of_route_is_reached(mounted: Page) -> None:
    original = mounted.locator(".leaflet-atlas-corridor-original-pane")
    shifted = mounted.locator(".leaflet-atlas-corridor-shifted-pane")
    for patch, is_shifted in (({"last_day": "2017-01-01"}, False), ({"last_day": None}, True)):
        state(mounted, patch)
        assert original.evaluate("(one) => one.classList.contains('atlas-dim')") is is_shifted
        assert shifted.evaluate("(one) => one.classList.contains('atlas-dim')") is not is_shifted


def test_a_mark_that_is_only_possible_is_hollow(mounted: Page) -> None:
    assert mounted.locator(".atlas-pin-hollow:not(.atlas-key *)").count() == 0
    state(mounted, {"first_day": "2017-05-28", "last_day": "2017-05-28"})
    assert mounted.locator(".atlas-pin .atlas-pin-hollow").count() > 0


def test_a_mark_opens_by_keyboard_and_shows_how_unsure_it_is(mounted: Page) -> None:
    pin = mounted.locator(".atlas-pin[data-event=strike-2021-02-25]")
    expect(pin).to_have_attribute("role", "button")
    expect(mounted.locator(".atlas-ring")).to_have_count(0)
    pin.focus()
    pin.press("Enter")
    assert mounted.evaluate("() => view.store.state.event") == "strike-2021-02-25"
    expect(mounted.locator(".atlas-ring")).to_have_count(1)


def test_text_from_data_is_shown_as_text(mounted: Page) -> None:
    mounted.locator(".atlas-pin[data-event=strike-2021-02-25]").hover()
    expect(mounted.locator(".atlas-tip-head")).to_have_text(HOSTILE)
    label = mounted.locator(".atlas-pin[data-event=strike-2021-02-25]").get_attribute("aria-label")
    assert str(label).startswith(HOSTILE)
    expect(mounted.locator("img")).to_have_count(0)


def test_a_site_opens_its_own_card(mounted: Page) -> None:
    site = mounted.locator("path.atlas-site").first
    site.focus()
    site.press("Enter")
    about = mounted.evaluate("() => view.store.state.about")
    assert about["kind"] == "place"


def test_enter_and_space_open_a_card_and_do_nothing_else(mounted: Page) -> None:
    asked = """([name, key]) => {
      const heard = [];
      const listen = ({ key: pressed }) => heard.push(pressed);
      document.addEventListener("keydown", listen);
      view.store.set({ event: null, about: null });
      const press = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      document.querySelector(name).dispatchEvent(press);
      document.removeEventListener("keydown", listen);
      const { event, about } = view.store.state;
      return [Boolean(event || about), press.defaultPrevented, heard];
    }"""
    for name in ("path.atlas-site", ".atlas-pin[data-event=strike-2021-02-25]"):
        for key in ("Enter", " "):
            # Space would scroll the page, and what hears it besides would play the time.
            assert mounted.evaluate(asked, [name, key]) == [True, True, []], (name, key)
        assert mounted.evaluate(asked, [name, "x"])[:2] == [False, False]


def test_only_what_changed_is_touched(mounted: Page) -> None:
    mounted.evaluate(
        """() => {
        globalThis.touched = 0;
        new MutationObserver((list) => { touched += list.reduce((n, one) =>
          n + one.addedNodes.length + one.removedNodes.length, 0); })
          .observe(view.map.getPane("markerPane"), { childList: true });
      }"""
    )
    state(mounted, {"event": "strike-2021-02-25"})
    state(mounted, {"event": None})
    settle(mounted)
    assert mounted.evaluate("() => touched") == 0


def test_nothing_stays_behind(mounted: Page) -> None:
    mounted.evaluate("() => end()")
    assert mounted.locator(".atlas-map *").count() == 0
    state(mounted, {"stated_only": True, "event": "strike-2021-02-25"})
    assert mounted.locator(".atlas-map *").count() == 0


def test_marks_and_names_share_their_layers(mounted: Page) -> None:
    """Each layer of the browser's own costs every frame; a mark or a name needs none for itself."""
    session = mounted.context.new_cdp_session(mounted)
    trees: list[list[dict[str, object]]] = []
    session.on("LayerTree.layerTreeDidChange", lambda tree: trees.append(tree.get("layers") or []))
    session.send("DOM.enable")
    session.send("LayerTree.enable")
    mounted.evaluate("void view.map.panBy([1, 0], { animate: false })")
    settle(mounted)
    # Answered after all that was told before it.
    session.send("DOM.getDocument")
    session.detach()
    marks = mounted.evaluate("document.querySelectorAll('.atlas-pin, .atlas-label').length")
    assert trees
    assert marks > 40
    assert 5 < len(trees[-1]) < 30
