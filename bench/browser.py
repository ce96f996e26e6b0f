"""The Chromium that all subjects run in, at 60 frames a second or as fast as it can."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

from bench.subjects.base import Subject

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Measured: idle animation frames come every 16.7 ms without these flags, every 1 ms with them.
UNPACED = ("--disable-frame-rate-limit", "--disable-gpu-vsync")
VIEWPORT = {"width": 1440, "height": 900}


def chromium_path(playwright: Playwright) -> str:
    """Return the Chromium to use: the one named, the system's, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    own = Path(playwright.chromium.executable_path)
    if own.exists():
        return str(own)
    raise SystemExit("no Chromium found: set CHROMIUM to one")


@contextmanager
def launched(
    playwright: Playwright, flags: Sequence[str] = (), is_paced: bool = True
) -> Iterator[Browser]:
    """
    Open a Chromium, and close it again.

    Parameters
    ----------
    playwright
        Running.
    flags
        Besides those that every subject gets; they win over ``--disable-gpu``.
    is_paced
        At 60 frames a second, as on a screen; else each frame as soon as it can be made.
    """
    common = [flag for flag in FLAGS if not (flags and flag == "--disable-gpu")]
    arguments = [*common, *flags, *(() if is_paced else UNPACED)]
    browser = playwright.chromium.launch(executable_path=chromium_path(playwright), args=arguments)
    try:
        yield browser
    finally:
        browser.close()


def opened(browser: Browser, subject: Subject, url: str) -> tuple[Page, float]:
    """Open the subject's page in a fresh context; return it with its first load in ms."""
    context = browser.new_context(viewport=VIEWPORT)  # type: ignore[arg-type]
    page = context.new_page()
    try:
        subject.prepare(page)
        page.goto(url, wait_until="commit")
        return page, subject.ready(page)
    except BaseException:
        context.close()
        raise
