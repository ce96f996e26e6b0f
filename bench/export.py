"""Measure how long GeoJSON of many events takes to write, and how much memory, beside pyogrio."""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.events import make
from bench.machine import machine
from bench.process import BENCH

COUNTS = (20_000, 100_000, 200_000)
ROUNDS = 5
JUDGED = 100_000
MOST_TIMES = 2.0
"""Our time over that of pyogrio, at most, where there are ``JUDGED`` events."""

STATUS = Path("/proc/self/status")
WRITERS = ("atlas", "pyogrio")


def atlas(csv: Path, out: Path) -> Callable[[], None]:
    """Give the writing of imported events by the atlas; reading them is not part of it."""
    from geo.dataset import load_dataset
    from geo.eventset.reading import read_event_set
    from geo.export.imported import write_imported
    from geo.export.writer import replace_file
    from geo.selection.selection import Selection

    dataset = load_dataset()
    events = read_event_set(csv.read_bytes(), csv.name, dataset)
    return lambda: replace_file(
        out, lambda stream: write_imported(events, Selection(), dataset, stream)
    )


def pyogrio_frame(csv: Path, out: Path) -> Callable[[], None]:
    """Give the writing of the same properties, as a frame; making the frame is not part of it."""
    import geopandas
    import pandas

    held = csv.with_suffix(".geojson")
    atlas(csv, held)()
    features = json.loads(held.read_text(encoding="utf-8"))["features"]
    rows = [each["properties"] for each in features]
    # A frame for pyogrio holds no lists, so they go as text.
    flat = pandas.DataFrame(rows).map(lambda one: "|".join(one) if isinstance(one, list) else one)
    at = [each["geometry"]["coordinates"] for each in features]
    points = geopandas.points_from_xy(*zip(*at, strict=True), crs="EPSG:4326")
    frame = geopandas.GeoDataFrame(flat, geometry=points)
    return lambda: frame.to_file(out, driver="GeoJSON", engine="pyogrio")


def _kilobytes(name: str) -> int | None:
    if not STATUS.exists():
        return None
    lines = dict(line.split(":", 1) for line in STATUS.read_text().splitlines() if ":" in line)
    return int(lines[name].split()[0])


def one(writer: str, count: int) -> dict[str, Any]:
    """Write once, in this process, and say how long it took and how far memory grew."""
    with tempfile.TemporaryDirectory() as folder:
        csv, out = Path(folder) / "events.csv", Path(folder) / "out.geojson"
        make(count).write_csv(csv)
        write = {"atlas": atlas, "pyogrio": pyogrio_frame}[writer](csv, out)
        resting = _kilobytes("VmRSS")
        if resting is not None:
            # Lets the kernel forget the peak of what came before.
            Path("/proc/self/clear_refs").write_text("5")
        began = time.perf_counter()
        write()
        seconds = time.perf_counter() - began
        peak = _kilobytes("VmHWM")
        grown = None if resting is None or peak is None else (peak - resting) / 1000
        return {"seconds": seconds, "grown_mb": grown, "bytes": out.stat().st_size}


def _child(writer: str, count: int) -> dict[str, Any]:
    words = [sys.executable, "-m", "bench", "export", "--one", writer, "--counts", str(count)]
    done = subprocess.run(words, cwd=BENCH.parent, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def measure(counts: list[int], rounds: int) -> list[dict[str, Any]]:
    """Measure every writer in turn, each time in a process of its own."""
    rows = []
    for count in counts:
        runs: dict[str, list[dict[str, Any]]] = {name: [] for name in WRITERS}
        for _ in range(rounds):
            for name in WRITERS:
                runs[name].append(_child(name, count))
        for name, found in runs.items():
            seconds = [run["seconds"] for run in found]
            grown = [run["grown_mb"] for run in found if run["grown_mb"] is not None]
            rows.append(
                {
                    "writer": name,
                    "events": count,
                    "seconds": round(statistics.median(seconds), 3),
                    "seconds_all": [round(each, 3) for each in seconds],
                    "grown_mb": round(statistics.median(grown), 1) if grown else None,
                    "megabytes": round(found[0]["bytes"] / 1e6, 1),
                }
            )
            print(f"{name}, {count:,} events: {rows[-1]['seconds']} s", file=sys.stderr)
    return rows


def table(rows: list[dict[str, Any]]) -> list[str]:
    """Write the rows as a table, with our time over pyogrio's."""
    known = {(row["writer"], row["events"]): row for row in rows}
    lines = [
        "| events | writer | seconds, median (least-most) | over pyogrio | memory grown | file |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        times = row["seconds"] / known["pyogrio", row["events"]]["seconds"]
        every = row["seconds_all"]
        grown = "not known" if row["grown_mb"] is None else f"{row['grown_mb']:.0f} MB"
        lines.append(
            f"| {row['events']:,} | {row['writer']} | {row['seconds']:.2f} "
            f"({min(every):.2f}-{max(every):.2f}) | {times:.2f} x | {grown} "
            f"| {row['megabytes']:.0f} MB |"
        )
    return lines


def main(given: list[str] | None = None) -> int:
    """Run it; 1 where the atlas takes more than twice the time of pyogrio."""
    parser = argparse.ArgumentParser(prog="python -m bench export", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=list(COUNTS))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--one", choices=WRITERS, help=argparse.SUPPRESS)
    parser.add_argument("-o", "--output", type=Path, default=BENCH / "results", metavar="FOLDER")
    asked = parser.parse_args(given)
    if asked.one:
        print(json.dumps(one(asked.one, asked.counts[0])))
        return 0
    rows = measure(asked.counts, asked.rounds)
    where = {k: v for k, v in machine("", asked.counts).items() if k not in ("Chromium", "events")}
    import pyogrio as library

    gdal = ".".join(str(part) for part in library.__gdal_version__)
    where["libraries"] = f"pyogrio {library.__version__} with GDAL {gdal}"
    found = {"machine": where, "results": rows}
    (asked.output / "export.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    lines = ["# GeoJSON of many events", "", *(f"- {k}: {v}" for k, v in where.items()), ""]
    (asked.output / "export.md").write_text("\n".join([*lines, *table(rows), ""]), encoding="utf-8")
    seconds = {row["writer"]: row["seconds"] for row in rows if row["events"] == JUDGED}
    return int(bool(seconds) and seconds["atlas"] > MOST_TIMES * seconds["pyogrio"])


if __name__ == "__main__":
    sys.exit(main())
