"""The command line: check the data, take a selection away, count what there is."""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from geo.acting import UNNAMED
from geo.dataset import DATA_FOLDER, Dataset, load_dataset
from geo.eventset_reading import read_event_set
from geo.export import EXPORTERS
from geo.export.imported import write_imported
from geo.export.writer import replace_file
from geo.placement import mark
from geo.problems import DataError, nearest
from geo.progress import bar
from geo.select import event_facts, select
from geo.selection import Selection
from geo.vocabulary import DayOf, EventType, Standing

EXIT_PROBLEMS = 2


class UsageError(Exception):
    """An option that names something that is not there."""


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run a command.

    Parameters
    ----------
    arguments
        As typed after ``python -m geo``; those of the process by default.

    Returns
    -------
    exit_code
        0, or 2 with the problems on standard error.
    """
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        dataset = load_dataset(options.data)
        if options.command == "export":
            _export(dataset, options)
        elif options.command == "stats":
            print("\n".join(_counts(dataset)))
        else:
            print(f"{options.data.name}: no problems; version {dataset.version}")
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has enough; leave nothing for the interpreter to flush into the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except DataError as error:
        count = len(error.problems)
        print(error, f"{count} problem{'s' if count != 1 else ''}", sep="\n", file=sys.stderr)
        return EXIT_PROBLEMS
    except (UsageError, OSError) as error:
        print(error, file=sys.stderr)
        return EXIT_PROBLEMS
    return 0


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--data", type=Path, default=DATA_FOLDER, metavar="FOLDER", help="another data folder"
    )
    parser = argparse.ArgumentParser(prog="python -m geo", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("validate", parents=[shared], help="check every table")
    commands.add_parser("stats", parents=[shared], help="count what there is")
    export = commands.add_parser("export", parents=[shared], help="write what is selected")
    export.add_argument("--format", choices=sorted(EXPORTERS), default="geojson")
    export.add_argument("--article", action="append", metavar="ID")
    export.add_argument("--actor", action="append", metavar="ID")
    export.add_argument("--type", action="append", metavar="T")
    export.add_argument("--from", dest="first_day", type=_day, metavar="DAY")
    export.add_argument("--to", dest="last_day", type=_day, metavar="DAY")
    export.add_argument(
        "--day-of",
        choices=[str(day) for day in DayOf],
        default=str(DayOf.HAPPENED),
        help="which day --from and --to look at: the day it happened, or was reported",
    )
    export.add_argument(
        "--stated-only", action="store_true", help="only what the five articles say"
    )
    export.add_argument(
        "--events", type=Path, metavar="FILE", help="a CSV file of your own events, instead"
    )
    export.add_argument("-o", "--output", type=Path, metavar="FILE")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"'{text}' is not a day; write it as 2017-05-18"
        raise argparse.ArgumentTypeError(message) from None


def _export(dataset: Dataset, options: argparse.Namespace) -> None:
    if options.first_day and options.last_day and options.last_day < options.first_day:
        message = f"--to '{options.last_day}' is before --from '{options.first_day}'"
        raise UsageError(message)
    selection = Selection(
        articles=_known("--article", options.article, dataset.articles, "articles.csv"),
        actors=_known("--actor", options.actor, {*dataset.actors, UNNAMED}, "actors.csv"),
        types=_known("--type", options.type, [str(t) for t in EventType], "the list of types"),
        first_day=options.first_day,
        last_day=options.last_day,
        day_of=DayOf(options.day_of),
        stated_only=options.stated_only,
    )
    if options.events:
        _export_imported(dataset, selection, options)
        return
    selected = select(dataset, selection)
    exporter = EXPORTERS[options.format]
    if options.output:
        exporter.write_file(selected, options.output, bar)
        return
    if sys.stdout.isatty() and not exporter.is_text:
        message = f"{exporter.label} is no text for a terminal; name a file with -o"
        raise UsageError(message)
    exporter.write(selected, sys.stdout.buffer, bar)


def _export_imported(dataset: Dataset, selection: Selection, options: argparse.Namespace) -> None:
    if options.format != "geojson":
        message = f"--events goes with --format geojson, not {options.format}"
        raise UsageError(message)
    events = read_event_set(options.events.read_bytes(), options.events.name, dataset)

    def write(stream: BinaryIO) -> None:
        write_imported(events, selection, dataset, stream, bar)

    if options.output:
        replace_file(options.output, write)
    else:
        write(sys.stdout.buffer)


def _known(
    option: str, words: list[str] | None, known: Collection[str], where: str
) -> frozenset[str] | None:
    for word in words or ():
        if word not in known:
            message = f"{option} '{word}' is not in {where}{nearest(word, known)}"
            raise UsageError(message)
    return None if words is None else frozenset(words)


def _counts(dataset: Dataset) -> list[str]:
    facts = event_facts(dataset)
    types = Counter(str(event.type) for event in dataset.event_rows.values())
    standings = Counter(str(fact.standing) for fact in facts.values())
    placed = sum(mark(dataset, event_id) is not None for event_id in dataset.event_rows)
    undated = sum(not fact.span.dated for fact in facts.values())
    lines = [
        f"version       {dataset.version}",
        f"articles      {len(dataset.articles):5}",
        f"passages      {len(dataset.coverage):5}",
        f"actors        {len(dataset.actors):5}",
        f"places        {len(dataset.gazetteer):5}",
        f"routes        {len(dataset.route_rows):5}",
        f"events        {len(dataset.event_rows):5}",
        f"  with a mark {placed:5}",
        f"  undated     {undated:5}",
        f"claims        {len(dataset.claims):5}",
    ]
    lines += [f"{standing:13} {standings[standing]:5}" for standing in Standing]
    lines += [f"{name:18} {count:3}" for name, count in sorted(types.items())]
    return lines


if __name__ == "__main__":
    raise SystemExit(main())
