"""
Ask Chromium which parts of our scripts ran: a plugin of pytest for ``make coverage`` alone.

It follows every page that a test opens, whoever opens it, so that no fixture knows of it. Chromium
counts until a page leaves its document; counts are therefore taken before each navigation, too, and
after each test, with the test's name: ``make mutants`` asks who ran what. For the same end,
coverage.py is told which test runs.
"""

import functools
import gzip
import json
import os
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from playwright.sync_api import Browser, BrowserContext, CDPSession, Error, Page

# Nothing of ours is shorter; what is evaluated in a test mostly is.
SHORTEST = 1_500
# The app's own scripts, and what Playwright puts into a page.
FOREIGN_ADDRESS = "/static/js/"
FOREIGN_TEXT = "playwright"


class Counts:
    """
    What this process is told, written to a folder as it comes.

    Parameters
    ----------
    folder
        Gets each script once, as ``<hash>.js``, and a file of counts as JSON lines, gzipped.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / f"{os.getpid()}.jsonl.gz"
        self.is_ours: dict[str, bool] = {}
        self.lost = 0
        self.test = ""

    def keep(
        self, text_hash: str, text: Callable[[], str], functions: list[Any], **of: object
    ) -> None:
        """Write what was counted in a script; its text is asked for where it is not known yet."""
        if text_hash not in self.is_ours:
            whole = text()
            self.is_ours[text_hash] = FOREIGN_TEXT not in whole
            if self.is_ours[text_hash]:
                (self.folder / f"{text_hash}.js").write_text(whole, encoding="utf-8")
        if self.is_ours[text_hash]:
            self.write({"text": text_hash, "functions": functions, "test": self.test, **of})

    def write(self, line: dict[str, Any]) -> None:
        """Add a line to the file."""
        # A member of its own each time: what was written stays readable if the process ends.
        with gzip.open(self.file, "at", compresslevel=1, encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


class Followed:
    """A page whose scripts are counted."""

    def __init__(self, page: Page, counts: Counts, session: CDPSession, name: str) -> None:
        self.name = name
        self.is_loaded = False
        self.counts = counts
        self.session = session
        self.scripts: dict[str, dict[str, Any]] = {}
        session.on("Debugger.scriptParsed", self._parsed)
        session.send("Debugger.enable")
        session.send("Profiler.enable")
        session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})

    def _parsed(self, script: dict[str, Any]) -> None:
        if script["length"] >= SHORTEST and FOREIGN_ADDRESS not in script["url"]:
            self.scripts[script["scriptId"]] = script

    def take(self) -> Any:
        """Take what was counted since the last time."""
        result = self.session.send("Profiler.takePreciseCoverage")["result"]
        for counted in result:
            script_id = counted["scriptId"]
            script = self.scripts.get(script_id)
            if script:
                text = functools.partial(self._text, script_id)
                of = {"page": self.name, "isFirst": not self.is_loaded}
                self.counts.keep(script["hash"], text, counted["functions"], **of)
        self.is_loaded = True
        return result

    def _text(self, script_id: str) -> str:
        answer = self.session.send("Debugger.getScriptSource", {"scriptId": script_id})
        return str(answer["scriptSource"])


class Follower:
    """Stands before the methods of Playwright that open, leave and close pages."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.pages: dict[Page, Followed] = {}
        self.opened = 0
        self.sessions: dict[CDPSession, Page] = {}

    def stand(self) -> None:
        """Put a step of ours before or after each method."""
        self._wrap(BrowserContext, "new_page", after=self._opened)
        self._wrap(Browser, "new_page", after=self._opened)
        self._wrap(BrowserContext, "new_cdp_session", after=self._asked)
        for name in ("goto", "reload", "go_back", "go_forward", "set_content"):
            self._wrap(Page, name, before=self._leaves)
        self._wrap(Page, "close", before=self._page_ends)
        self._wrap(BrowserContext, "close", before=self._context_ends)
        self._wrap(Browser, "close", before=self._browser_ends)
        send = CDPSession.send

        @functools.wraps(send)
        def sent(session: CDPSession, method: str, params: Any = None) -> Any:
            page = self.sessions.get(session)
            followed = self.pages.get(page) if page else None
            if followed and session is not followed.session and method.startswith("Profiler."):
                return self._told(followed, method)
            return send(session, method, params)

        CDPSession.send = sent  # type: ignore[method-assign]

    def _told(self, followed: Followed, method: str) -> Any:
        """Answer a test that counts calls itself: one page has one counter, and it is ours."""
        counting = ("Profiler.startPreciseCoverage", "Profiler.takePreciseCoverage")
        return {"result": followed.take()} if method in counting else {}

    def _wrap(
        self,
        owner: type,
        name: str,
        before: Callable[[Any], None] | None = None,
        after: Callable[[Any, Any], None] | None = None,
    ) -> None:
        own = getattr(owner, name)

        @functools.wraps(own)
        def wrapped(this: Any, *args: Any, **options: Any) -> Any:
            if before:
                before(this)
            made = own(this, *args, **options)
            if after:
                after(made, args)
            return made

        setattr(owner, name, wrapped)

    def _opened(self, page: Page, _: Any) -> None:
        if page not in self.pages:
            session = page.context.new_cdp_session(page)
            self.opened += 1
            name = f"{os.getpid()}-{self.opened}"
            self.pages[page] = Followed(page, self.counts, session, name)

    def _asked(self, session: CDPSession, args: tuple[Any, ...]) -> None:
        if args and isinstance(args[0], Page):
            self.sessions[session] = args[0]

    def _take(self, page: Page) -> None:
        followed = self.pages.get(page)
        if followed and not page.is_closed():
            try:
                followed.take()
            except Error:
                # A page that crashed, or whose browser was ended: the report says how many.
                self.counts.lost += 1

    def _leaves(self, page: Page) -> None:
        self._take(page)
        if page in self.pages:
            self.pages[page].is_loaded = False

    def test_ends(self) -> None:
        """Take what the pages that stay open counted, and say which they are."""
        for page in list(self.pages):
            if page.is_closed():
                self.pages.pop(page)
            else:
                self._take(page)
        if self.pages:
            names = [followed.name for followed in self.pages.values()]
            self.counts.write({"test": self.counts.test, "open": names})

    def _page_ends(self, page: Page) -> None:
        self._take(page)
        self.pages.pop(page, None)
        self.sessions = {one: of for one, of in self.sessions.items() if of is not page}

    def _context_ends(self, context: BrowserContext) -> None:
        for page in context.pages:
            self._page_ends(page)

    def _browser_ends(self, browser: Browser) -> None:
        for context in browser.contexts:
            self._context_ends(context)


COUNTS = Counts(Path(os.environ["COVERED_SCRIPTS"]))
FOLLOWER = Follower(COUNTS)
FOLLOWER.stand()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Count what runs for a test, whatever its parameters are."""
    COUNTS.test = item.nodeid.split("[")[0]
    coverage = Coverage.current()
    if coverage:
        coverage.switch_context(COUNTS.test)
    done = yield
    FOLLOWER.test_ends()
    return done


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Say how many pages could not be asked."""
    (COUNTS.folder / f"{os.getpid()}.lost").write_text(str(COUNTS.lost), encoding="utf-8")
