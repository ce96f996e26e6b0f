"""Run the measurement of many readers and write what it found: ``python -m bench sessions``."""

import argparse
import json
import statistics
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bench.machine import machine
from bench.process import BENCH
from bench.report import row, targets_table
from bench.sessions import PAGES, REST_S, STEPS, Stepped, measure_sessions, quieter_cores
from bench.targets import Check

WITHIN_S = {20: 0.1, 50: 0.3}
"""By readers: 95 of 100 reruns of the atlas are answered within so much."""

HEAD = (
    "readers",
    "page",
    "rerun, median, s",
    "95 of 100 within, s",
    "slowest, s",
    "reruns",
    "reruns a second",
    "server's processor time each, ms",
    "server at the end, MB",
)


def within(figures: Sequence[float]) -> float:
    """Return what 95 of 100 do not exceed."""
    return statistics.quantiles(figures, n=20, method="inclusive")[-1]


def session_checks(found: Sequence[Stepped]) -> list[Check]:
    """
    Judge the atlas by its reruns among many readers; the others are told beside.

    Parameters
    ----------
    found
        Of one run.

    Returns
    -------
    list of Check
        One for each number of readers.
    """
    judged = []
    for readers, most_s in WITHIN_S.items():
        by_page = {one.page: one for one in found if one.readers == readers and one.run_s}
        ours = by_page.pop("atlas", None)
        if not ours:
            continue
        others = [f"{one.label}: {within(one.run_s):.2g} s" for one in by_page.values()]
        beside = f" ({'; '.join(others)})" if others else ""
        took_s = within(ours.run_s)
        judged.append(
            Check(
                ours.events,
                f"{readers} readers who step about once a second: 95 of 100 reruns "
                f"within {most_s:g} s",
                f"{took_s:.3f} s{beside}",
                "met" if took_s <= most_s else "not met",
            )
        )
    return judged


def _cells(one: Stepped) -> list[str]:
    count = len(one.run_s)
    return [
        str(one.readers),
        f"{one.label}, {one.events} events",
        f"{statistics.median(one.run_s):.3f}",
        f"**{within(one.run_s):.3f}**",
        f"{max(one.run_s):.3f}",
        str(count),
        f"{count / one.took_s:.1f}",
        f"{one.server_s / count * 1000:.0f}",
        f"{one.memory_mb:.0f}",
    ]


def markdown(found: Sequence[Stepped], where: dict[str, str]) -> str:
    """
    Write the tables.

    Parameters
    ----------
    found
        Of one run.
    where
        What :func:`bench.machine.machine` said, and how busy the machine was.
    """
    lines = [
        "# Many readers",
        "",
        "Written by `python -m bench sessions`; see bench/README.md.",
        "",
    ]
    lines += [f"- {name}: {what}" for name, what in where.items()]
    lines += ["", "## Targets", "", *targets_table(session_checks(found)), "", "## Figures", ""]
    lines += [
        f"{STEPS} steps of each reader, who rests {REST_S[0]} to {REST_S[1]} s after each answer.",
        "",
    ]
    lines += [row(HEAD), row(["---"] * len(HEAD)), *(row(_cells(one)) for one in found)]
    return "\n".join(lines) + "\n"


def main(given: list[str]) -> int:
    """Measure and write ``sessions.md`` and ``sessions.json``; 0 once that is done."""
    parser = argparse.ArgumentParser(prog="python -m bench sessions", description=__doc__)
    parser.add_argument("--readers", type=int, nargs="+", default=list(WITHIN_S))
    parser.add_argument("--pages", nargs="+", choices=list(PAGES), default=list(PAGES))
    parser.add_argument("-o", "--output", type=Path, default=BENCH / "results", metavar="FOLDER")
    asked = parser.parse_args(given)
    where = machine("none", [])
    del where["Chromium"], where["events"]
    found = []
    busy = [quieter_cores()]
    for readers in asked.readers:
        for name in asked.pages:
            one = measure_sessions(name, readers)
            busy.append(quieter_cores())
            found.append(one)
            said = f"{one.label}, {readers} readers: {within(one.run_s):.3f} s"
            print(said, file=sys.stderr, flush=True)
    where["load (processes that want to run), before and after each row"] = ", ".join(busy)
    whole = {
        "machine": where,
        "targets": [asdict(one) for one in session_checks(found)],
        "results": [asdict(one) for one in found],
    }
    asked.output.mkdir(parents=True, exist_ok=True)
    text = json.dumps(whole, indent=1, ensure_ascii=False, allow_nan=False)
    (asked.output / "sessions.json").write_text(text + "\n", encoding="utf-8")
    (asked.output / "sessions.md").write_text(markdown(found, where), encoding="utf-8")
    return 0
