"""Long use of the timeline: nothing is dropped, nothing gathers, nothing slows down."""

import itertools
import random
from typing import Any

from playwright.sync_api import Page

from geo.dataset import load_dataset
from tests.browser.actions import ask, lane, settle, state

WHOLE = load_dataset()
STOPS = {article_id: len(stops) for article_id, stops in WHOLE.stops_by_article.items()}
PRESSES = 200
ROUND = 200
# What may differ between two looks at a page that keeps nothing. After the first steps the browser
# still compiles our code, for about 1 MB; from step 1,000 on 400 bytes a step would be found.
MORE_CODE_BYTES = 2_000_000
MORE_HEAP_BYTES = 400_000
MORE_LISTENERS = 20
MORE_NODES = 100
# How much more often the same steps may call our functions at the end: three million times each
# round, but for what a busy machine reports between steps. A listener left behind at each step
# would be called 360,000 times more.
MORE_CALLS = 1.02
# Time runs so much faster while the player plays: a step of 400 ms takes 8 ms.
HASTE = 50
PLAY = """(async () => {
  const { setTimeout: late, performance: clock } = globalThis;
  const now = clock.now.bind(clock);
  const began = now();
  const send = WebSocket.prototype.send;
  const seen = [];
  let sent = 0;
  const end = view.store.subscribe((state, changed) => {
    if (state.playing && changed.has("cursors")) seen.push([state.cursors, state.current]);
  });
  WebSocket.prototype.send = function (...rest) {
    sent += Boolean(view.store.state.playing);
    return send.apply(this, rest);
  };
  globalThis.setTimeout = (call, wait_ms, ...rest) => late(call, wait_ms / given.haste, ...rest);
  clock.now = () => began + (now() - began) * given.haste;
  try {
    const speed = document.querySelector(".atlas-time-select");
    speed.value = "fast";
    speed.dispatchEvent(new Event("change", { bubbles: true }));
    document.querySelector(given.button).click();
    while (view.store.state.playing) await new Promise((done) => late(done, 20));
  } finally {
    end();
    globalThis.setTimeout = late;
    delete clock.now;
    WebSocket.prototype.send = send;
  }
  return { seen, sent };
})()"""
# Two hundred steps that end where they began: along all lanes and back, the window's handles in
# and out, play and pause. A frame now and then, as the browser would have it.
STEP = """(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const press = (element, key) => element.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const all = (css) => [...document.querySelectorAll(css)];
  const keys = [];
  const there = (element, key, count) => {
    for (let i = 0; i < count; i += 1) keys.push([element, key]);
  };
  const lanes = all(".atlas-lane[data-article] [role=slider]");
  for (const one of lanes) {
    there(one, "ArrowLeft", 14);
    there(one, "ArrowRight", 14);
  }
  const handles = all(".atlas-time-axis [role=slider]");
  handles.forEach((one, index) => {
    there(one, index ? "ArrowLeft" : "ArrowRight", 12);
    there(one, index ? "ArrowRight" : "ArrowLeft", 12);
  });
  for (const one of lanes.slice(0, 4)) {
    there(one, " ", 2);
    there(one, "End", 1);
  }
  let steps = 0;
  for (let turn = 0; turn < given; turn += 1) {
    for (const [element, key] of keys) {
      press(element, key);
      steps += 1;
      if (steps % 20 === 0) await frame();
    }
  }
  return steps;
})()"""


def play(page: Page, button: str) -> list[tuple[dict[str, int], str]]:
    """Press a button that plays; return cursors and current event of every step, in order."""
    # What was done before is reported when it rests, and that is no part of the playing.
    settle(page)
    done = ask(page, PLAY, {"button": button, "haste": HASTE})
    assert done["sent"] == 0, "nothing is sent while it plays"
    return [(cursors, current) for cursors, current in done["seen"]]


def reached(steps: list[tuple[dict[str, int], str]], article_id: str) -> list[int]:
    """Return the stops at which an article's slider stood, each stay once; 0 is before all."""
    stood = [cursors.get(article_id, STOPS[article_id]) for cursors, _ in steps]
    return [stop for stop, _ in itertools.groupby(stood)]


def test_play_reaches_every_stop_of_every_article_once_and_in_order(page: Page) -> None:
    steps = play(page, ".atlas-time-play")
    for article_id, count in STOPS.items():
        assert reached(steps, article_id) in (
            list(range(count + 1)),
            list(range(1, count + 1)),
        ), article_id
    played = [current for _, current in steps]
    assert len(played) == len(set(played))
    assert set(played) == {one for stops in WHOLE.stops_by_article.values() for one in stops}
    for article_id, stops in WHOLE.stops_by_article.items():
        steps = play(page, f'[data-article="{article_id}"] .atlas-lane-play')
        assert [current for _, current in steps] == list(stops), article_id
    assert state(page)["cursors"] == {}


def test_two_hundred_rapid_keys_land_where_they_should(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    chance = random.Random(3)
    stands = dict(STOPS)
    for _, presses in itertools.groupby(range(PRESSES), key=lambda number: number // 10):
        article_id = chance.choice(list(STOPS))
        lane(page, article_id).focus()
        for _ in presses:
            key, by = chance.choice([("ArrowRight", 1), ("ArrowLeft", -1), ("ArrowLeft", -1)])
            stands[article_id] = min(STOPS[article_id], max(0, stands[article_id] + by))
            session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": key})
    session.detach()
    cursors = state(page)["cursors"]
    assert {one: cursors.get(one, STOPS[one]) for one in STOPS} == stands
    values = {one: lane(page, one).get_attribute("aria-valuenow") for one in STOPS}
    assert values == {one: str(stop) for one, stop in stands.items()}


def held(page: Page) -> dict[str, float]:
    """Return what the page holds on to, after what is unused was thrown away."""
    settle(page)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    found: Any = session.send("Performance.getMetrics")["metrics"]
    session.detach()
    return {one["name"]: one["value"] for one in found}


def calls_of_a_round(page: Page) -> int:
    """Take two hundred steps; return how often our functions were called for them."""
    settle(page)
    session = page.context.new_cdp_session(page)
    session.send("Profiler.enable")
    session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": False})
    assert ask(page, STEP, 1) == ROUND
    settle(page)
    scripts: Any = session.send("Profiler.takePreciseCoverage")["result"]
    session.send("Profiler.stopPreciseCoverage")
    session.detach()
    # Our code is a module of the page's own making; the app's scripts have addresses.
    own = [script for script in scripts if script["url"].startswith("blob:")]
    return sum(one["ranges"][0]["count"] for script in own for one in script["functions"])


def test_two_thousand_steps_gather_nothing_and_slow_nothing_down(page: Page) -> None:
    first = calls_of_a_round(page)
    # Most of what the browser compiles of our code is there by then.
    ask(page, STEP, 2)
    early = held(page)
    ask(page, STEP, 4)
    middle = held(page)
    ask(page, STEP, 4)
    late = held(page)
    last = calls_of_a_round(page)
    assert late["JSEventListeners"] <= early["JSEventListeners"] + MORE_LISTENERS
    assert late["Nodes"] <= early["Nodes"] + MORE_NODES
    assert late["JSHeapUsedSize"] <= early["JSHeapUsedSize"] + MORE_CODE_BYTES
    assert late["JSHeapUsedSize"] <= middle["JSHeapUsedSize"] + MORE_HEAP_BYTES
    assert state(page)["cursors"] == {} and state(page)["playing"] is False
    assert last <= MORE_CALLS * first
