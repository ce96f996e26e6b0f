"""A Chromium, the app, and a page that fails its test at any error, dialog or foreign request."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    BrowserType,
    Page,
    expect,
    sync_playwright,
)

from geo.dataset import load_dataset
from geo.selection.selection import Selection
from tests.browser.actions import WAIT_MS, listen, settle
from tests.browser.server import ROOT, Server

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The same engine without a window's controls, which cost two thirds of a page's processor time.
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
DESKTOP = {"width": 1440, "height": 900}
OUTPUT = ROOT / "tests" / "output"
READY_MS = WAIT_MS
# Bounds what hangs, not what is slow.
expect.set_options(timeout=WAIT_MS)
SAVED_ON = date(2026, 3, 1)
RESET = """() => {
  const host = document.querySelector('.atlas').parentElement;
  const { view } = host[Symbol.for('corridor-atlas-host')];
  view.store.set(CorridorAtlas.emptyState(view.atlas));
  view.foldFilters(true);
  delete view.kept.view;
  view.home.isMoving = true;
  view.map.invalidateSize({ animate: false });
  CorridorAtlas.goHome(view, false);
  view.home.isMoving = false;
  view.home.isHere = true;
  view.root.querySelector('.atlas-time-follow[aria-pressed="false"]')?.click();
  view.root.querySelector('.atlas-chart-toggle[aria-expanded="true"]')?.click();
  view.root.querySelector('.atlas-tray:not([hidden]) .atlas-tray-close')?.click();
  const folds = view.root.querySelectorAll('details');
  folds.forEach((one) => { one.open = false; });
  view.root.querySelector('details.atlas-fold').open = true;
  view.root.querySelectorAll('.atlas-side-toggle[aria-expanded="true"]')
    .forEach((one) => one.click());
  document.activeElement?.blur();
  window.scrollTo(0, 0);
}"""


def chromium_path(chromium: BrowserType) -> str | None:
    """Return the Chromium to use: the one named, the system's, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in CHROMIUMS:
        found = shutil.which(name)
        if found:
            return found
    own = Path(chromium.executable_path)
    return str(own) if own.exists() else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = chromium_path(playwright.chromium)
        if path is None:
            if os.environ.get("CI") == "true":
                pytest.fail("no Chromium found, and CI skips nothing: set CHROMIUM or install it")
            pytest.skip("no Chromium found: set CHROMIUM to one")
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with Server() as started:
        yield started


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole atlas, saved as a page on a known day."""
    # Only for who asks: it brings Folium.
    from layers.page.saved_page import saved_page

    file = tmp_path_factory.mktemp("saved") / "corridor-atlas.html"
    file.write_text(saved_page(load_dataset(), Selection(), SAVED_ON), encoding="utf-8")
    return file


class Watched:
    """What a context did that no page of ours may do."""

    def __init__(self, context: BrowserContext) -> None:
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.expected: tuple[str, ...] = ()
        context.on("request", lambda request: self._request(request.url))
        context.on("page", self._page)
        context.on("weberror", lambda error: self.faults.append(f"page error: {error.error}"))

    def _request(self, url: str) -> None:
        self.requests.append(url)
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1":
            self.faults.append(f"request to elsewhere: {url}")

    def _page(self, page: Page) -> None:
        def dialog(opened: object) -> None:
            self.faults.append("a dialog opened")
            opened.dismiss()  # type: ignore[attr-defined]

        listen(page)
        page.on("dialog", dialog)
        page.on("websocket", lambda socket: self._request(socket.url))
        page.on("console", lambda message: self._console(message.type, message.text))

    def _console(self, kind: str, text: str) -> None:
        if kind == "error" and not any(part in text for part in self.expected):
            self.faults.append(f"console error: {text}")


@contextmanager
def watched_context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a context for all tests of a file; its faults fail the last of them."""
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    watched = Watched(context)
    yield context
    context.close()
    assert not watched.faults, "\n".join(watched.faults)


@pytest.fixture
def new_context(
    browser: Browser, request: pytest.FixtureRequest
) -> Iterator[Callable[..., tuple[BrowserContext, Watched]]]:
    """Make watched contexts; at the end all are closed and their faults fail the test."""
    made: list[tuple[BrowserContext, Watched]] = []

    def make(**options: object) -> tuple[BrowserContext, Watched]:
        context = browser.new_context(**{"viewport": DESKTOP, **options})  # type: ignore[arg-type]
        made.append((context, Watched(context)))
        return made[-1]

    yield make
    failed = getattr(request.node, "failed", False)
    faults: list[str] = []
    for context, watched in made:
        if failed:
            OUTPUT.mkdir(exist_ok=True)
            for number, page in enumerate(context.pages):
                page.screenshot(path=OUTPUT / f"{request.node.name[:80]}-{number}.png")
        context.close()
        faults += watched.faults
    assert not faults, "\n".join(faults)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    if report.when == "call" and report.failed:  # type: ignore[union-attr]
        item.failed = True  # type: ignore[attr-defined]
    return report


class Shared:
    """One page that many tests use in turn, so that they need not load it each."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.server = server
        self.context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
        self.watched = Watched(self.context)
        self.page: Page | None = None

    def fresh(self) -> Page:
        """Return the page as a reader finds it: reset, or opened anew where it was left."""
        page = self.page
        for other in self.context.pages:
            if other is not page:
                other.close()
        if page is None or not page.url.startswith(self.server.url) or "/about" in page.url:
            page = page or self.context.new_page()
            open_atlas(page, self.server)
            self.page = page
        else:
            page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
            page.emulate_media(color_scheme="light")
            page.evaluate(RESET)
            settle(page)
        self.watched.faults.clear()
        return page

    def drop(self, name: str) -> None:
        """Keep a picture of what failed, and start anew."""
        if self.page:
            OUTPUT.mkdir(exist_ok=True)
            self.page.screenshot(path=OUTPUT / f"{name[:80]}.png")
            self.page.close()
        self.page = None


@pytest.fixture(scope="session")
def shared(browser: Browser, server: Server) -> Iterator[Shared]:
    held = Shared(browser, server)
    yield held
    held.context.close()


@pytest.fixture
def page(shared: Shared, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The atlas, open and drawn, with everything shown."""
    yield shared.fresh()
    if getattr(request.node, "failed", False):
        shared.drop(request.node.name)
    assert not shared.watched.faults, "\n".join(shared.watched.faults)


def wait_for_map(page: Page) -> None:
    """Return once the map stands; keeps no handle on it, which would keep it in memory."""
    expect(page.locator('.atlas[data-state="ready"]')).to_be_visible(timeout=READY_MS)


def open_atlas(page: Page, server: Server, query: str = "") -> None:
    """Go to the map and return once it stands."""
    page.goto(server.url + (f"?{query}" if query else ""))
    wait_for_map(page)
