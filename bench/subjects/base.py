"""What a subject of the benchmark is, and how it is asked to load, to step and to count."""

from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Error, Page
from playwright.sync_api import TimeoutError as Late

from bench.events import POSITIONS, START, Events
from bench.process import BENCH, Process

KIT = (BENCH / "pages" / "kit.js").read_text(encoding="utf-8")
READY_WITHIN_S = 60
STEP_WITHIN_S = 60
# A page that computes without a pause answers late; this much later it counts as hung.
GRACE_S = 60
LOOK_EVERY_MS = 20
ZOOM_SETTLES_MS = 1000

Kind = Literal["ours", "peer", "floor", "page"]


class GaveUp(RuntimeError):  # noqa: N818
    """A subject took longer than its limit; a result for a peer, a failure for the atlas."""


class WrongMarks(RuntimeError):  # noqa: N818
    """A subject came to rest with other marks than the events ask for."""


class Subject:
    """
    One row of the benchmark. Subclass it, and add the class to ``bench.subjects.SUBJECTS``.

    All JavaScript here runs in the top page, where ``globalThis.benchKit`` (pages/kit.js) is
    there before any script of the page. ``benchKit.step(act, done)`` measures: it calls ``act``,
    then asks ``done`` in every animation frame, and answers with the milliseconds until the frame
    in which ``done`` holds has been made.

    Attributes
    ----------
    name
        As given to ``--subjects``.
    label
        As printed in the table.
    kind
        ``"ours"``, ``"peer"``, ``"floor"``, or ``"page"`` for what shows no synthetic events.
    largest
        The most events it is run with.
    why_not_more
        One sentence for the table where ``largest`` keeps it from running.
    flags
        Of Chromium, for this subject alone.
    note
        For the table: what a reader should know of how it was measured.
    first
        The position at which the page opens.
    INIT
        JavaScript put into every page and frame before its own scripts.
    """

    name: str
    label: str
    kind: Kind = "peer"
    largest: int = 100_000
    why_not_more: str = ""
    flags: tuple[str, ...] = ()
    note: str = ""
    first: int = START
    INIT: str = ""

    def __init__(self) -> None:
        self.events: Events | None = None
        self.process: Process | None = None
        self.position = -1

    # What a subject must say ---------------------------------------------------------------

    def start(self, events: Events, folder: Path) -> str:
        """Start the server for these events, with ``folder`` to write to; return the address."""
        raise NotImplementedError

    def count_js(self) -> str:
        """Return a JavaScript expression: how many marks are drawn now, -1 while unknown."""
        raise NotImplementedError

    def act_js(self, position: int) -> str:
        """Return JavaScript statements that move the slider there by an event in the page."""
        raise NotImplementedError

    # What a subject may say ----------------------------------------------------------------

    def aim_js(self, position: int) -> str:
        """Return JavaScript statements that come before a step and are no part of it."""
        return ""

    def followed_js(self, position: int) -> str | None:
        """Return what holds once the rest of the page tells of a step; None if with the map."""
        return None

    def view_js(self) -> str | None:
        """Return a JavaScript expression for ``[zoom, lat, lon]``, or None where none is known."""
        return None

    def positions(self) -> list[int]:
        """Return the places of the slider that are stepped through, one after the other."""
        return [*range(START + 1, POSITIONS), *range(POSITIONS - 2, START - 1, -1)]

    def zoom(self, page: Page) -> float | None:
        """Zoom in once, as a reader would; return ms to redrawn, or None if not measurable."""
        size = page.viewport_size or {"width": 0, "height": 0}
        page.mouse.move(size["width"] / 2, size["height"] / 3)
        page.mouse.wheel(0, -120)
        page.wait_for_timeout(ZOOM_SETTLES_MS)
        return None

    def pan(self, page: Page) -> list[float] | None:
        """Drag the map about; return the ms of each frame, or None if not measurable."""
        return None

    # What follows from it ------------------------------------------------------------------

    def stop(self) -> None:
        """Stop what :meth:`start` started."""
        if self.process:
            self.process.stop()
        self.process = None

    def shown(self, position: int) -> int:
        """Return how many marks are right at this place of the slider."""
        if self.events is None:
            raise RuntimeError(f"{self.name} was not started")
        return self.events.expected(position)

    def prepare(self, page: Page) -> None:
        """Do what comes before loading: the kit, and the scripts of this subject."""
        page.add_init_script(KIT)
        if self.INIT:
            page.add_init_script(self.INIT)

    def ready(self, page: Page, limit_s: float = READY_WITHIN_S) -> float:
        """Wait until all marks of the first position are drawn; return ms since navigation."""
        self.position = self.first
        done = f"() => ({self.count_js()}) === {self.shown(self.first)}"
        return self._answer(page, f"benchKit.ready({done}, {limit_s * 1000})")

    def step(
        self, page: Page, position: int, limit_s: float = STEP_WITHIN_S, *, is_whole: bool = False
    ) -> float:
        """Move to this position; return ms to the redrawn map, or to all of the page redrawn."""
        followed = (self.followed_js(position) if is_whole else None) or "true"
        done = f"() => ({self.count_js()}) === {self.shown(position)} && ({followed})"
        act = f"() => {{ {self.act_js(position)} }}"
        try:
            step = f"benchKit.step({act}, {done}, {limit_s * 1000})"
            spent = self._answer(page, f"(() => {{ {self.aim_js(position)} return {step}; }})()")
        except GaveUp as late:
            drawn = self.count(page)
            if drawn >= 0 and drawn not in (self.shown(self.position), self.shown(position)):
                raise WrongMarks(f"{drawn} marks for {self.shown(position)} events") from late
            raise
        self.position = position
        return spent

    def count(self, page: Page) -> int:
        """Return how many marks are drawn now; -1 where the page does not say."""
        try:
            page.wait_for_function("true", timeout=1000)
            return int(page.evaluate(f"() => {self.count_js()}"))
        except Error:
            return -1

    def view(self, page: Page) -> list[float] | None:
        """Return zoom, lat and lon, or None where the subject does not say."""
        code = self.view_js()
        return None if code is None else page.evaluate(f"() => {code}")

    def _answer(self, page: Page, code: str) -> float:
        """Run a measurement of the kit in a task of its own; a hung page ends it as well."""
        page.evaluate(
            "() => { globalThis.benchAnswer = null;"
            f" setTimeout(() => {code}.then((answer) => {{ globalThis.benchAnswer = answer; }}));"
            " return null; }"
        )
        limit_ms = (max(READY_WITHIN_S, STEP_WITHIN_S) + GRACE_S) * 1000
        try:
            found = page.wait_for_function(
                "globalThis.benchAnswer", timeout=limit_ms, polling=LOOK_EVERY_MS
            )
        except Late:
            raise GaveUp(f"gave up after {limit_ms / 1000:.0f} s: the page hangs") from None
        answer: dict[str, Any] = found.json_value()
        if "ms" not in answer:
            spent_s = answer["gave_up_ms"] / 1000
            raise GaveUp(f"gave up after {spent_s:.0f} s with {self.count(page)} marks")
        return float(answer["ms"])
