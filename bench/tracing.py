"""Find the longest task of a page's main thread in each step, from Chromium's own trace."""

import json
from itertools import pairwise
from typing import Any

from playwright.sync_api import Browser, Page

from bench.subjects.base import Subject

CATEGORIES = ["toplevel", "blink.user_timing", "__metadata"]
BEGAN, MADE = "bench-began", "bench-made"
PER_MS = 1000


def longest_tasks(trace: dict[str, Any]) -> list[float]:
    """
    Return the longest task of each step.

    Parameters
    ----------
    trace
        Chromium's trace: ``traceEvents`` with the marks that pages/kit.js sets.

    Returns
    -------
    list of float
        One for each step, ms; 0 where no task of a page's main thread touches the step.
    """
    events = trace["traceEvents"]
    mains = {
        (one["pid"], one["tid"])
        for one in events
        if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
    }
    marks = sorted((one["ts"], one["name"]) for one in events if one["name"] in (BEGAN, MADE))
    steps = [
        (begins, ends)
        for (begins, name), (ends, after) in pairwise(marks)
        if (name, after) == (BEGAN, MADE)
    ]
    tasks = [
        (one["ts"], one["ts"] + one["dur"])
        for one in events
        if one["name"].endswith("RunTask") and "dur" in one and (one["pid"], one["tid"]) in mains
    ]
    return [
        max((ends - begins for begins, ends in tasks if begins < last and ends > first), default=0)
        / PER_MS
        for first, last in steps
    ]


def traced(browser: Browser, page: Page, subject: Subject, positions: list[int]) -> list[float]:
    """Step through these positions with Chromium's trace on; return each step's longest task."""
    browser.start_tracing(page=page, categories=CATEGORIES)
    try:
        for position in positions:
            subject.step(page, position)
    finally:
        found = browser.stop_tracing()
    return longest_tasks(json.loads(found))
