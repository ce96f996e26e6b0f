"""A Chromium, the app, and a page that fails its test at any error, dialog or foreign request."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

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
DESKTOP = {"width": 1440, "height": 900}
OUTPUT = ROOT / "tests" / "output"
READY_MS = 30_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last, so that the quick ones speak first."""
    items.sort(key=lambda item: "tests/browser" in item.path.as_posix())


def chromium_path(playwright: Playwright) -> str | None:
    """Return the Chromium to use: the one named, the system's, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    own = Path(playwright.chromium.executable_path)
    return str(own) if own.exists() else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = chromium_path(playwright)
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

        page.on("dialog", dialog)
        page.on("console", lambda message: self._console(message.type, message.text))

    def _console(self, kind: str, text: str) -> None:
        if kind == "error" and not any(part in text for part in self.expected):
            self.faults.append(f"console error: {text}")


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


@pytest.fixture
def page(new_context: Callable[..., tuple[BrowserContext, Watched]], server: Server) -> Page:
    """The atlas, open and drawn."""
    context, _ = new_context()
    opened = context.new_page()
    open_atlas(opened, server)
    return opened


def wait_for_map(page: Page) -> None:
    """Return once the map stands; keeps no handle on it, which would keep it in memory."""
    expect(page.locator('.atlas[data-state="ready"]')).to_be_visible(timeout=READY_MS)


def open_atlas(page: Page, server: Server, query: str = "") -> None:
    """Go to the map and return once it stands."""
    page.goto(server.url + (f"?{query}" if query else ""))
    wait_for_map(page)
