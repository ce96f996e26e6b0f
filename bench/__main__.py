"""Measure the atlas, its peers and the floors side by side, and write what was found."""

import argparse
import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import downloads, export, find_report, sessions_report
from bench.browser import launched
from bench.machine import machine
from bench.measure import QUICK, Effort, measure
from bench.process import BENCH
from bench.report import failures, write
from bench.result import Result
from bench.subjects import SUBJECTS

COUNTS = (20, 1_000, 10_000, 100_000)
QUICK_COUNTS = (20, 1_000)
OTHERS = {
    "find": find_report.main,
    "export": export.main,
    "sessions": sessions_report.main,
    "downloads": downloads.main,
}
"""Runs of their own."""


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", help="numbers of events, multiples of 20")
    parser.add_argument("--subjects", nargs="+", choices=list(SUBJECTS), default=list(SUBJECTS))
    parser.add_argument("--quick", action="store_true", help="few steps on few events")
    parser.add_argument("-o", "--output", type=Path, default=BENCH / "results", metavar="FOLDER")
    asked = parser.parse_args(given)
    asked.counts = sorted(asked.counts or (QUICK_COUNTS if asked.quick else COUNTS))
    return asked


def say(line: str) -> None:
    """Tell how far the run has come, on standard error."""
    print(line, file=sys.stderr, flush=True)


def main(given: list[str] | None = None) -> int:
    """Run it, or another that its first word names; 0 unless something failed or is wrong."""
    given = sys.argv[1:] if given is None else given
    if given and given[0] in OTHERS:
        return OTHERS[given[0]](given[1:])
    asked = arguments(given)
    effort = QUICK if asked.quick else Effort()
    kinds = [SUBJECTS[name] for name in SUBJECTS if name in asked.subjects]
    rows = [(0, kind) for kind in kinds if kind.kind == "page"]
    rows += [(count, kind) for count in asked.counts for kind in kinds if kind.kind != "page"]
    results: list[Result] = []
    with sync_playwright() as playwright:
        with launched(playwright) as browser:
            where = machine(browser.version, asked.counts)
        for number, (count, kind) in enumerate(rows, start=1):
            began = time.monotonic()
            one = measure(playwright, kind, count, effort)
            results.append(one)
            # Written after each row, so that a run cut short has told what it knew.
            write(asked.output, results, where)
            what = f"{number}/{len(rows)} {kind.name}, {count:,} events: {one.status}"
            say(f"{what} {one.note} ({time.monotonic() - began:.0f} s)")
    failed = failures(results)
    for one in failed:
        say(f"FAILED {one.subject}, {one.events:,} events: {one.note}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
