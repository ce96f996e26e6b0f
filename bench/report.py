"""Write what a run found as tables in Markdown, and whole as JSON."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from bench.result import Result, middle
from bench.targets import Check, checks

Cell = Callable[[Result], str]


def _ms(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def spread(figures: Sequence[float]) -> str:
    """Write median (minimum–maximum, how many)."""
    if not figures:
        return "–"
    low, high = _ms(min(figures)), _ms(max(figures))
    return f"**{_ms(middle(figures))}** ({low}–{high}, {len(figures)})"


def _bytes(figures: Sequence[int]) -> str:
    if not figures:
        return "–"
    return f"{middle(figures):,.0f} (max {max(figures):,})"


def _zoom_kept(one: Result) -> str:
    return {True: "yes", False: "no", None: "–"}[one.is_zoom_kept]


def _pan(one: Result) -> str:
    return f"{_ms(middle(one.pan_ms))} (max {_ms(max(one.pan_ms))})" if one.pan_ms else "–"


COLUMNS: dict[str, Cell] = {
    "": lambda one: one.label,
    "step at 60 Hz, ms": lambda one: spread(one.step_ms),
    "step unpaced, ms": lambda one: spread(one.work_ms),
    "page followed, ms": lambda one: _ms(middle(one.followed_ms)),
    "longest task, ms": lambda one: _ms(middle(one.longest_task_ms)),
    "websocket bytes": lambda one: _bytes(one.websocket_bytes),
    "HTTP bytes": lambda one: _bytes(one.http_bytes),
    "first load, ms": lambda one: spread(one.load_ms),
    "cold, ms": lambda one: _ms(one.cold_load_ms),
    "server MB per session": lambda one: "–" if one.session_mb is None else f"{one.session_mb:.1f}",
    "zoom kept": _zoom_kept,
    "zoom, ms": lambda one: _ms(one.zoom_ms),
    "pan frame, ms": _pan,
    "result": lambda one: one.status,
}


def row(cells: Sequence[str]) -> str:
    """Write a line of a table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _table(results: Sequence[Result]) -> list[str]:
    lines = [row(list(COLUMNS)), row(["---"] * len(COLUMNS))]
    lines += [row([cell(one) for cell in COLUMNS.values()]) for one in results]
    notes = [f"- {one.label}: {one.note}." for one in results if one.note]
    return [*lines, *([""] if notes else []), *notes]


def markdown(results: Sequence[Result], where: dict[str, str]) -> str:
    """
    Write the tables.

    Parameters
    ----------
    results
        Of one run.
    where
        What :func:`bench.machine.machine` said.
    """
    lines = ["# The benchmark", "", "Written by `make bench`; how to read it: bench/README.md.", ""]
    lines += [f"- {name}: {what}" for name, what in where.items()]
    found = checks(results)
    if found:
        lines += ["", "## Targets", "", *targets_table(found)]
    for count in sorted({one.events for one in results}, key=lambda n: (n == 0, n)):
        title = f"{count:,} events" if count else "Without synthetic events"
        lines += ["", f"## {title}", "", *_table([one for one in results if one.events == count])]
    return "\n".join(lines) + "\n"


def targets_table(found: Sequence[Check]) -> list[str]:
    """Write what was judged, a line each under a head of two lines; the README quotes it."""
    lines = [row(["events", "target", "measured", ""]), row(["---"] * 4)]
    for one in found:
        events = "any" if one.events is None else f"{one.events:,}"
        lines.append(row([events, one.target, one.figure, one.verdict]))
    return lines


def write(folder: Path, results: Sequence[Result], where: dict[str, str]) -> None:
    """
    Write ``bench.md`` and ``bench.json``.

    Parameters
    ----------
    folder
        Made if it is not there.
    results, where
        As for :func:`markdown`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    whole = {
        "machine": where,
        "targets": [asdict(one) for one in checks(results)],
        "results": [asdict(one) for one in results],
    }
    (folder / "bench.md").write_text(markdown(results, where), encoding="utf-8")
    text = json.dumps(whole, indent=1, ensure_ascii=False, allow_nan=False)
    (folder / "bench.json").write_text(text + "\n", encoding="utf-8")


def failures(results: Sequence[Result]) -> list[Result]:
    """
    Return what makes a run a failed one; a missed target does not.

    Parameters
    ----------
    results
        Of one run. A subject that failed is one, and the atlas if it gave up.
    """
    return [
        one
        for one in results
        if one.status == "failed" or (one.status == "gave up" and one.kind != "peer")
    ]
