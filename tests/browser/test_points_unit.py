"""The canvas of imported events, without the app: what it shows and what lies under the pointer."""

import base64
import json
import random
from collections.abc import Iterator

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from geo.dataset import Dataset, load_dataset
from geo.eventset.event_set import FIRST_OPEN, LAST_OPEN, EventSet
from geo.eventset.select import select_events
from layers.base.theme import LIGHT
from panels.address import selection_from, state_of
from tests.browser.conftest import watched_context
from tests.browser.drawing import HOSTILE, mount, state
from tests.browser.imported import CROWD, LONE, event_set, load

FRAME = "await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));"
SINGLE = ["imported"]
# Every pixel of the canvas as one number, to tell two drawings apart.
PICTURE = """async () => { FRAME
  const canvas = document.querySelector('canvas.atlas-points');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let hash = 0;
  for (const word of new Uint32Array(data.buffer)) hash = (Math.imul(hash, 31) + word) | 0;
  return [hash, view.points.drawn];
}""".replace("FRAME", FRAME)
COLOR_AT = """async ([lat, lon]) => { FRAME
  const canvas = document.querySelector('canvas.atlas-points');
  const at = view.map.latLngToContainerPoint([lat, lon]);
  const box = canvas.getBoundingClientRect();
  const map = view.panes.map.getBoundingClientRect();
  const [x, y] = [at.x + map.left - box.left, at.y + map.top - box.top];
  return [...canvas.getContext('2d').getImageData(Math.round(x), Math.round(y), 1, 1).data];
}""".replace("FRAME", FRAME)
ALL_IN_VIEW = "void view.map.setView([34.3, 42], 6, { animate: false })"


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load_dataset()


@pytest.fixture(scope="module")
def imported(dataset: Dataset) -> EventSet:
    return event_set(dataset)


@pytest.fixture(scope="module")
def drawn(browser: Browser, dataset: Dataset) -> Iterator[Page]:
    """One page for all these tests; drawing the map takes longer than any of them."""
    with watched_context(browser) as context:
        yield mount(context, dataset)


@pytest.fixture
def mounted(drawn: Page, imported: EventSet) -> Page:
    """Everything shown, at a view that holds it all."""
    drawn.mouse.move(1, 1)
    drawn.evaluate(f"{{ view.store.set(CorridorAtlas.emptyState(view.atlas)); {ALL_IN_VIEW}; }}")
    load(drawn, imported)
    return drawn


def queries(count: int) -> list[str]:
    chance = random.Random(3)
    days = ["2017-04-20", "2017-05-09", "2017-05-30", "2017-06-12", "2017-07-20"]
    made = []
    for _ in range(count):
        first, last = sorted(chance.sample(days, 2))
        parts = ["actors=iran.unnamed", "types=airstrike.statement", "sides=iran-aligned"]
        parts += ["actors=none", "day_of=reported", f"imported_until={chance.choice(days)}"]
        parts += [f"first_day={first}", f"last_day={last}", f"imported_until={first}"]
        parts += [f"first_day={first}&last_day={last}", "layers=labels", "stated_only=1"]
        parts += ["statuses=planned", "standings=claimed.reported"]
        made.append("&".join(chance.sample(parts, chance.choice((1, 2, 2, 3)))))
    return made


def test_browser_and_python_show_the_same_imported_events(
    mounted: Page, dataset: Dataset, imported: EventSet
) -> None:
    seen: set[int] = set()
    for query in queries(60):
        selection, _ = selection_from(query, dataset)
        expected = select_events(imported, selection, dataset)
        patch = json.dumps(state_of(selection))
        text = mounted.evaluate(
            "(patch) => { view.store.set(JSON.parse(patch)); "
            "return btoa(String.fromCharCode(...view.points.match)); }",
            patch,
        )
        found = np.frombuffer(base64.b64decode(text), np.uint8)
        assert np.array_equal(found, expected), query
        tally = mounted.evaluate("() => view.points.tally")
        assert tally["total"] == len(expected)
        assert tally["shown"] == np.count_nonzero(expected)
        assert tally["possible"] == np.count_nonzero(expected == 2)
        seen.update(np.unique(found).tolist())
    assert seen == {0, 1, 2}


@pytest.mark.parametrize("fixed", ["", "first_day=2017-05-09&last_day=2017-06-12", "sides=none"])
def test_a_moved_handle_selects_what_a_fresh_selection_would(
    mounted: Page, dataset: Dataset, imported: EventSet, fixed: str
) -> None:
    selection, _ = selection_from(fixed, dataset)
    mounted.evaluate("(patch) => view.store.set(patch)", state_of(selection))
    chance = random.Random(5)
    for _ in range(25):
        until = chance.choice(["", "2017-04-01", "2017-05-10", "2017-05-31", "2017-07-09"])
        query = "&".join(part for part in (fixed, until and f"imported_until={until}") if part)
        expected = select_events(imported, selection_from(query, dataset)[0], dataset)
        found, tally = mounted.evaluate(
            "(until) => { view.store.set({ imported_until: until || null }); "
            "return [[...view.points.match], view.points.tally]; }",
            until,
        )
        assert found == expected.tolist(), query
        undated = imported.hull_first == FIRST_OPEN
        undated &= imported.hull_last == LAST_OPEN
        assert tally == {
            "total": len(expected),
            "shown": int(np.count_nonzero(expected)),
            "possible": np.count_nonzero(expected == 2),
            "undated": np.count_nonzero(expected[undated]),
            "placeless": np.count_nonzero(expected[np.isnan(imported.lat)]),
        }


def test_a_mark_has_the_colour_of_its_side_and_goes_with_its_filter(
    mounted: Page, imported: EventSet
) -> None:
    row = imported.texts.event_id.index("imported-1")
    side = str(imported.combinations[imported.combination[row]].by_column()["side"])
    state(mounted, {"layers": SINGLE})
    hexed = LIGHT[f"side-{side}"]
    color = [int(hexed[at : at + 2], 16) for at in (1, 3, 5)]
    assert mounted.evaluate(COLOR_AT, LONE) == [*color, 255]
    state(mounted, {"first_day": "2017-06-01"})
    assert mounted.evaluate(COLOR_AT, LONE)[3] == 0
    state(mounted, {"first_day": None, "stated_only": True})
    assert mounted.evaluate(PICTURE) == [0, 0]


def test_every_step_draws_what_a_fresh_drawing_would(mounted: Page) -> None:
    state(mounted, {"layers": SINGLE})
    for patch in (
        {"imported_until": "2017-05-05"},
        {"imported_until": "2017-05-20"},
        {"imported_until": "2017-06-03"},
        {"last_day": "2017-06-01"},
        {"imported_until": "2017-06-25"},
        {"imported_until": "2017-05-12"},
        {"layers": [*SINGLE, "gathered"]},
        {"imported_until": None, "last_day": None},
        {"layers": SINGLE},
    ):
        state(mounted, patch)
        stepped = mounted.evaluate(PICTURE)
        mounted.evaluate("void view.map.fire('viewreset')")
        assert mounted.evaluate(PICTURE) == stepped, patch
    assert stepped[1] > 800


def test_a_picture_kept_is_the_picture_drawn(mounted: Page) -> None:
    days = ["2017-05-25", "2017-06-05", "2017-06-15", "2017-06-15", "2017-06-05", "2017-06-25"]
    walk = [{"imported_until": day} for day in [*days, *reversed(days)]]
    walk += [{"sides": ["us-coalition", "iran-aligned"]}, {"imported_until": None}, {"sides": None}]
    state(mounted, {"layers": SINGLE})
    seen = []
    for patch in walk:
        state(mounted, patch)
        seen.append(mounted.evaluate(PICTURE))
        # Copies are made once it is drawn, while nothing else is to be done.
        mounted.evaluate("() => new Promise((done) => requestIdleCallback(() => done()))")
    state(mounted, {"imported_until": "2017-05-01"})
    for patch, picture in zip(walk, seen, strict=True):
        state(mounted, patch)
        mounted.evaluate("void view.map.fire('viewreset')")
        assert mounted.evaluate(PICTURE) == picture, patch
    assert len({shown for _, shown in seen}) > 5


def test_a_crowd_is_gathered_and_no_event_lost(mounted: Page) -> None:
    singly = mounted.evaluate(PICTURE)
    state(mounted, {"layers": SINGLE})
    whole = mounted.evaluate(PICTURE)
    tally = mounted.evaluate("() => view.points.tally")
    assert singly[0] != whole[0]
    assert singly[1] == whole[1] == tally["shown"] - tally["placeless"]


def point(page: Page, position: tuple[float, float]) -> tuple[float, float]:
    at = page.evaluate(
        "(at) => { const { x, y } = view.map.latLngToContainerPoint(at); return [x, y]; }", position
    )
    box = page.locator(".atlas-map").bounding_box()
    assert box is not None
    return box["x"] + at[0], box["y"] + at[1]


def test_hover_and_click_find_the_event(mounted: Page, imported: EventSet) -> None:
    mounted.mouse.move(*point(mounted, LONE))
    expect(mounted.locator(".atlas-tip-head")).to_have_text(HOSTILE)
    mounted.mouse.click(*point(mounted, LONE))
    row = imported.texts.event_id.index("imported-1")
    mounted.wait_for_function("() => view.store.state.about")
    about = mounted.evaluate("() => view.store.state.about")
    assert (about["id"], about["told"]["title"], about["more"]) == (row, HOSTILE, 0)
    # Away from every mark nothing is found, and the tip goes.
    mounted.mouse.move(*point(mounted, (33.2, 34.2)))
    expect(mounted.locator(".atlas-tip-head", has_text=HOSTILE)).to_have_count(0)
    mounted.mouse.move(*point(mounted, LONE))
    expect(mounted.locator(".atlas-tip-head")).to_have_text(HOSTILE)
    expect(mounted.locator(".atlas-on-point")).to_have_count(1)
    mounted.mouse.move(*point(mounted, (33.2, 34.2)))
    expect(mounted.locator(".atlas-on-point")).to_have_count(0)


def test_a_spot_lists_what_lies_there(mounted: Page) -> None:
    mounted.mouse.move(*point(mounted, CROWD))
    expect(mounted.locator(".atlas-tip-head")).to_contain_text("imported events")
    mounted.mouse.click(*point(mounted, CROWD))
    mounted.wait_for_function("() => view.store.state.about")
    about = mounted.evaluate("() => view.store.state.about")
    assert about["kind"] == "imported"
    assert about["more"] >= 90
    assert len(about["others"]) == 40


def test_a_disc_opens_up(mounted: Page) -> None:
    before = mounted.evaluate("() => view.map.getZoom()")
    heads = mounted.locator(".atlas-tip-head")
    for longitude in np.arange(42.5, 44, 0.1):
        mounted.mouse.move(*point(mounted, (33.8, float(longitude))))
        if heads.count() and "imported events" in heads.inner_text():
            break
    mounted.mouse.click(*point(mounted, (33.8, float(longitude))))
    mounted.wait_for_function("(zoom) => view.map.getZoom() > zoom", arg=before)
    assert mounted.evaluate("() => view.store.state.about") is None


def test_a_broken_file_says_so_and_leaves_the_map(mounted: Page) -> None:
    pins = mounted.locator(".atlas-pin").count()
    mounted.evaluate(
        "() => { view.panes.stage = view.root; const say = console.error; "
        "console.error = () => {}; const given = { id: 'x', events_inline: btoa('no such file') }; "
        "return view.points.load(given)"
        ".finally(() => { console.error = say; }); }"
    )
    expect(mounted.get_by_role("alert")).to_contain_text("could not be read")
    assert mounted.evaluate("() => view.points.set") is None
    assert mounted.locator(".atlas-pin").count() == pins
