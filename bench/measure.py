"""Measure one subject on one number of events: loads, steps, bytes, tasks, memory, zoom and pan."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright

from bench.browser import launched, opened
from bench.events import Events, make
from bench.result import Result, middle
from bench.subjects.base import GaveUp, Subject, WrongMarks
from bench.tracing import traced
from bench.wire import Wire

FEWEST = 20
ENOUGH_STEPS = 15
PASS_WITHIN_S = 120
SLOW_MS = 100
# As a person pauses between steps; what is reported after a step's end is counted with it.
REST_MS = 500
UNPACED_REST_MS = 60
SETTLE_MS = 1500
SLOW_LOAD_MS = 10_000
VIEW_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Effort:
    """How much is measured: loads and extra sessions, and how much of each list of steps."""

    loads: int = 5
    sessions: int = 4
    steps: int | None = None
    traced: int = 6


QUICK = Effort(loads=2, sessions=1, steps=2, traced=2)


class Measuring:
    """One subject, started; fills its :class:`Result` as it goes, so that nothing is lost."""

    def __init__(self, subject: Subject, url: str, result: Result, effort: Effort) -> None:
        self.subject = subject
        self.url = url
        self.result = result
        self.effort = effort

    def paced(self, browser: Browser) -> None:
        """Measure what a person sees at 60 frames a second, and everything beside time."""
        page = self._loads(browser)
        positions = self._positions()
        if positions:
            self._steps(page, positions, self.result.step_ms, REST_MS, Wire(page))
            self.result.is_zoom_kept = self._keeps_zoom(page)
        if self._is_slow():
            self.result.work_ms = self.result.step_ms
            self._trace(browser, page)
        page.context.close()
        self._sessions(browser)

    def unpaced(self, browser: Browser) -> None:
        """Measure the same steps without waiting for the screen; zoom and pan as well."""
        if self._is_slow() or not self._positions():
            return
        page, _ = opened(browser, self.subject, self.url)
        self._steps(page, self._positions(), self.result.work_ms, UNPACED_REST_MS, None)
        self._trace(browser, page)
        if self.result.events:
            self.result.zoom_ms = self.subject.zoom(page)
            page.wait_for_timeout(SETTLE_MS)
            self.result.pan_ms = self.subject.pan(page) or []
        page.context.close()
        if self.subject.followed_js(self.subject.first) is not None:
            page, _ = opened(browser, self.subject, self.url)
            followed_ms = self.result.followed_ms
            self._steps(page, self._positions(), followed_ms, UNPACED_REST_MS, None, is_whole=True)
            page.context.close()

    def _positions(self) -> list[int]:
        whole = self.subject.positions()
        few = self.effort.steps
        return whole if few is None else [*whole[:few], *whole[-few:]] if whole else []

    def _next(self, count: int) -> list[int]:
        """Return the places beside the one at which the slider stands, one after the other."""
        whole, here = self._positions(), self.subject.position
        by = 1 if here + count <= max(whole) else -1
        return [here + by * k for k in range(1, count + 1) if here + by * k >= min(whole)]

    def _is_slow(self) -> bool:
        """Tell whether a frame more or less is lost in a peer's figure."""
        return self.result.kind == "peer" and (middle(self.result.step_ms) or 0) > SLOW_MS

    def _loads(self, browser: Browser) -> Page:
        for number in range(self.effort.loads):
            page, spent = opened(browser, self.subject, self.url)
            if number == 0:
                self.result.cold_load_ms = spent
            else:
                self.result.load_ms.append(spent)
            # One that takes so long is not opened five times.
            if number == self.effort.loads - 1 or (number and spent > SLOW_LOAD_MS):
                break
            page.context.close()
        page.wait_for_timeout(SETTLE_MS)
        return page

    def _steps(
        self,
        page: Page,
        positions: list[int],
        spent_ms: list[float],
        rest_ms: int,
        wire: Wire | None,
        *,
        is_whole: bool = False,
    ) -> None:
        deadline = time.monotonic() + PASS_WITHIN_S
        for position in positions:
            if time.monotonic() > deadline:
                if len(spent_ms) >= ENOUGH_STEPS:
                    return
                raise GaveUp(f"gave up after {len(spent_ms)} steps in {PASS_WITHIN_S} s")
            spent_ms.append(self.subject.step(page, position, is_whole=is_whole))
            page.wait_for_timeout(rest_ms)
            if wire:
                websocket, http = wire.taken()
                self.result.websocket_bytes.append(websocket)
                self.result.http_bytes.append(http)
            drawn, wanted = self.subject.count(page), self.subject.shown(position)
            if drawn != wanted:
                raise WrongMarks(f"{drawn} marks for {wanted} events after a step came to rest")

    def _keeps_zoom(self, page: Page) -> bool | None:
        """Zoom in once, step once, and see whether the view is where it was left."""
        before = self.subject.view(page)
        if before is None:
            return None
        self.subject.zoom(page)
        page.wait_for_timeout(SETTLE_MS)
        zoomed = self.subject.view(page)
        if zoomed is None or zoomed == before:
            return None
        self.subject.step(page, self._next(1)[0])
        page.wait_for_timeout(REST_MS)
        after = self.subject.view(page)
        return after is not None and all(
            abs(one - other) < VIEW_TOLERANCE for one, other in zip(zoomed, after, strict=True)
        )

    def _trace(self, browser: Browser, page: Page) -> None:
        few = self._next(self.effort.traced)
        if (middle(self.result.step_ms) or 0) * len(few) < PASS_WITHIN_S * 1000:
            self.result.longest_task_ms = traced(browser, page, self.subject, few)

    def _sessions(self, browser: Browser) -> None:
        """See how much memory the server takes for each session more."""
        process = self.subject.process
        if process is None or max([0.0, *self.result.load_ms]) > SLOW_LOAD_MS:
            return
        first, _ = opened(browser, self.subject, self.url)
        first.wait_for_timeout(SETTLE_MS)
        before_mb = process.memory_mb()
        more = [opened(browser, self.subject, self.url)[0] for _ in range(self.effort.sessions)]
        first.wait_for_timeout(SETTLE_MS)
        self.result.session_mb = (process.memory_mb() - before_mb) / self.effort.sessions
        for page in (first, *more):
            page.context.close()


def measure(playwright: Playwright, kind: type[Subject], count: int, effort: Effort) -> Result:
    """
    Start a subject, measure it, stop it.

    Parameters
    ----------
    playwright
        Running.
    kind
        The subject's class.
    count
        How many events; 0 for pages that show none of them.
    effort
        How much to measure.

    Returns
    -------
    Result
        Always: what went wrong is in its ``status`` and ``note``.
    """
    subject = kind()
    result = Result(subject.name, subject.label, subject.kind, count, note=subject.note)
    if count > subject.largest:
        result.status, result.note = "not run", subject.why_not_more
        return result
    events: Events = make(count or FEWEST)
    phases: list[tuple[bool, Callable[[Measuring, Browser], Any]]] = [
        (True, Measuring.paced),
        (False, Measuring.unpaced),
    ]
    with tempfile.TemporaryDirectory() as folder:
        try:
            measuring = Measuring(subject, subject.start(events, Path(folder)), result, effort)
            for is_paced, phase in phases:
                with launched(playwright, subject.flags, is_paced) as browser:
                    phase(measuring, browser)
        except GaveUp as late:
            result.status, result.note = "gave up", _joined(result.note, str(late))
        # One subject's failure must not end the run.
        except Exception as error:
            result.status = "failed"
            result.note = _joined(result.note, f"{type(error).__name__}: {error}".split("\n")[0])
        finally:
            subject.stop()
    return result


def _joined(note: str, more: str) -> str:
    return f"{note}; {more}" if note else more
