"""Open a saved page from disk, in a browser that has no network, and ask it what it shows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import Watched, wait_for_map

NewContext = Callable[..., tuple[BrowserContext, Watched]]
WITHIN = ("file", "data", "blob")


def open_saved(
    new_context: NewContext, file: Path, address: str = "", **options: Any
) -> tuple[Page, Watched]:
    """Open a file in a new context; with the watch on what it asked for."""
    context, watched = new_context(**{"offline": True, "reduced_motion": "reduce", **options})
    page = context.new_page()
    page.goto(file.as_uri() + address)
    wait_for_map(page)
    return page, watched


def assert_closed(watched: Watched, file: Path) -> None:
    """Nothing but the file itself was asked for, and what it unpacked."""
    assert watched.requests
    for url in watched.requests:
        parts = urlsplit(url)
        assert parts.scheme in WITHIN, url
        assert parts.scheme != "file" or parts.path == urlsplit(file.as_uri()).path, url
