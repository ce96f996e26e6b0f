"""What browser tests do with the map and ask of it."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, WebSocket

_VIEW = "document.querySelector('.atlas').parentElement[Symbol.for('corridor-atlas-host')].view"


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


def settle(page: Page, milliseconds: int = 700) -> None:
    """Wait past the rest after which the browser reports and writes the address."""
    page.wait_for_timeout(milliseconds)


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
