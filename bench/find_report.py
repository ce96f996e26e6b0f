"""Run the measurement of Find and write what it found: ``python -m bench find``."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import psutil
from playwright.sync_api import sync_playwright

from bench.browser import launched
from bench.find import measure_find
from bench.find_events import WORDS
from bench.machine import machine
from bench.process import BENCH
from bench.report import row, spread, targets_table
from bench.result import Typed
from bench.targets import FIND_WITHIN_MS, find_checks

HEAD = (
    "events",
    "keystroke to selection, ms",
    "to redrawn page, ms",
    "first search, ms",
    "index, MB",
    "memory in the page, MB",
    "import without the index, s",
    "the index, s",
)


def _cells(one: Typed) -> list[str]:
    def number(value: float | None, digits: int = 1) -> str:
        return "–" if value is None else f"{value:.{digits}f}"

    size_mb = None if one.index_bytes is None else one.index_bytes / 1e6
    return [
        f"{one.events:,} imported" if one.events else "the five articles",
        *(spread(figures) for figures in (one.every_ms, one.frame_ms, one.first_ms)),
        number(size_mb),
        number(one.memory_mb),
        number(one.server_s.get("without"), 2),
        number(one.server_s.get("index"), 2),
    ]


def markdown(found: list[Typed], where: dict[str, str]) -> str:
    """
    Write the tables.

    Parameters
    ----------
    found
        Of one run.
    where
        What :func:`bench.machine.machine` said.
    """
    lines = ["# Find", "", "Written by `python -m bench find`; see bench/README.md.", ""]
    lines += [f"- {name}: {what}" for name, what in where.items()]
    lines += [f"- typed: {', '.join(WORDS)}"]
    lines += ["", "## Targets", "", *targets_table(find_checks(found))]
    lines += ["", "## Figures", "", "Median (minimum–maximum, how many).", ""]
    lines += [row(HEAD), row(["---"] * len(HEAD)), *(row(_cells(one)) for one in found)]
    return "\n".join(lines) + "\n"


def main(given: list[str]) -> int:
    """Measure and write ``find.md`` and ``find.json``; 0 once that is done."""
    parser = argparse.ArgumentParser(prog="python -m bench find", description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=BENCH / "results", metavar="FOLDER")
    asked = parser.parse_args(given)
    with sync_playwright() as playwright:
        with launched(playwright) as browser:
            where = machine(browser.version, [count for count in FIND_WITHIN_MS if count])
        # Whatever else the machine does makes single keystrokes wait.
        before = psutil.getloadavg()[0]
        found = [measure_find(playwright, count) for count in FIND_WITHIN_MS]
        loads = f"{before:.1f} before the run, {psutil.getloadavg()[0]:.1f} after it"
        where["load (processes that want to run)"] = loads
    whole = {
        "machine": where,
        "targets": [asdict(one) for one in find_checks(found)],
        "results": [asdict(one) for one in found],
    }
    asked.output.mkdir(parents=True, exist_ok=True)
    text = json.dumps(whole, indent=1, ensure_ascii=False, allow_nan=False)
    (asked.output / "find.json").write_text(text + "\n", encoding="utf-8")
    (asked.output / "find.md").write_text(markdown(found, where), encoding="utf-8")
    return 0
