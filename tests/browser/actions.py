"""What browser tests do with the map and ask of it."""

import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import Page, WebSocket

from tests.browser.session import Session

# Bounds a hanging page, not a slow one.
WAIT_MS = 30_000
LOOK_EVERY_MS = 20
_VIEW = "document.querySelector('.atlas').parentElement[Symbol.for('corridor-atlas-host')].view"
# Quiet in three frames running: a move of the map, a change of size or a part of Streamlit's page
# begins a frame or two after what caused it. A page without the map has only itself to wait for.
_SETTLED = """(turn) => {
  const root = document.querySelector(".atlas");
  const app = document.querySelector(".stApp");
  const isMoving = () => root.getAnimations({ subtree: true })
    .some(({ playState }) => playState === "running");
  const isQuiet = document.fonts.status === "loaded" &&
    (!app || app.dataset.testConnectionState !== "CONNECTED" ||
      app.dataset.testScriptState === "notRunning") &&
    (!root || (root.dataset.settled !== "no" && !isMoving() &&
      [...root.querySelectorAll("img")].every(({ complete }) => complete)));
  const before = globalThis.quietFrames?.turn === turn ? globalThis.quietFrames.count : 0;
  globalThis.quietFrames = { turn, count: isQuiet ? before + 1 : 0 };
  return globalThis.quietFrames.count > 2;
}"""
_HEAR = """() => {
  globalThis.heard = [];
  new MutationObserver((all) => {
    heard.push(...all.map(({ target }) => target.closest?.("[role=status]")?.textContent ?? ""));
  }).observe(document.body, { subtree: true, childList: true });
}"""
_sessions: WeakKeyDictionary[Page, Session] = WeakKeyDictionary()
_turns = itertools.count()


def ask(page: Page, expression: str, argument: Any = None) -> Any:
    """Evaluate an expression over ``view``, the map's own record, and ``given``."""
    # What Leaflet returns is the whole map; handing that over takes seconds and tells nothing.
    body = f"const view = {_VIEW}; const value = ({expression});"
    keep = "return value instanceof L.Class ? null : value;"
    return page.evaluate(f"(given) => {{ {body} {keep} }}", argument)


def state(page: Page) -> dict[str, Any]:
    """Return the selection as the browser holds it."""
    return ask(page, "view.store.state")  # type: ignore[no-any-return]


def shown(page: Page) -> dict[str, str]:
    """Return the events shown, with how surely each lies in the window."""
    return ask(page, "Object.fromEntries(view.store.shown)")  # type: ignore[no-any-return]


def pins(page: Page) -> set[str]:
    """Return the events that have a mark on the map, as drawn."""
    found = page.eval_on_selector_all(".atlas-pin", "(all) => all.map((one) => one.dataset.event)")
    assert len(found) == len(set(found)), "an event has more than one mark"
    return set(found)


def view_of(page: Page) -> tuple[float, float, float]:
    """Return latitude, longitude and zoom of the map."""
    asked = "[view.map.getCenter().lat, view.map.getCenter().lng, view.map.getZoom()]"
    latitude, longitude, zoom = ask(page, asked)
    return latitude, longitude, zoom


def lane(page: Page, article_id: str) -> Any:
    """Return the slider of an article."""
    return page.locator(f'.atlas-lane[data-article="{article_id}"] [role=slider]')


def remember_map(page: Page) -> None:
    """Mark the map's element and object, to know them again."""
    ask(page, "(view.panes.map.knownAs = 'first', view.map.knownAs = 'first', 0)")


def is_same_map(page: Page) -> bool:
    """Say whether the map is the one that was marked: neither reloaded nor made anew."""
    return bool(ask(page, "view.panes.map.knownAs === 'first' && view.map.knownAs === 'first'"))


def listen(page: Page) -> None:
    """Follow what a page asks of the app from now on, so that :func:`settle` can wait for it."""
    _sessions[page] = Session(page)


def runs_asked(page: Page) -> int:
    """Return how many runs of the app the page asked for since :func:`listen`."""
    return _sessions[page].asked


def settle(page: Page) -> None:
    """
    Wait until nothing is to come of what was done so far, on the page or from the app.

    On a page that was opened before :func:`listen`, only the page itself is waited for.

    Raises
    ------
    AssertionError
        If something is still to come after a time that no machine needs, as while time plays.
    """
    session = _sessions.get(page)
    until = time.monotonic() + WAIT_MS / 1000
    while True:
        # Before and after: an answer that came meanwhile may have left the page something to do.
        was_answered = session is None or session.answered
        page.wait_for_function(_SETTLED, arg=next(_turns), timeout=WAIT_MS)
        is_answered = was_answered and (session is None or session.answered)
        # Playwright hears of a new address after the page has it.
        if is_answered and page.url == page.evaluate("location.href"):
            return
        assert time.monotonic() < until, "the app did not answer"
        # Playwright hears of messages only while it waits.
        page.wait_for_timeout(LOOK_EVERY_MS)


def wait_until(page: Page, holds: Callable[[], bool]) -> None:
    """
    Wait until something is so that a test hears of while Playwright waits.

    Raises
    ------
    AssertionError
        If it is not so after a time that no machine needs.
    """
    until = time.monotonic() + WAIT_MS / 1000
    while not holds():
        assert time.monotonic() < until, "it did not come"
        page.wait_for_timeout(LOOK_EVERY_MS)


@contextmanager
def told(page: Page, text: str) -> Iterator[None]:
    """Expect that what is done within is answered by a message, however soon that goes again."""
    page.evaluate(_HEAR)
    yield
    page.wait_for_function("(text) => heard.some((one) => one.includes(text))", arg=text)


def count_bytes(page: Page) -> Callable[[], int]:
    """Count what goes over websockets opened from now on; the answer gives the sum so far."""
    total = [0]

    def add(payload: str | bytes) -> None:
        total[0] += len(payload if isinstance(payload, bytes) else payload.encode())

    def follow(socket: WebSocket) -> None:
        socket.on("framesent", add)
        socket.on("framereceived", add)

    page.on("websocket", follow)
    return lambda: total[0]
