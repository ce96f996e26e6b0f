"""The command line: check the data, take a selection away, count and trace what there is."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from geo.command import UsageError, add_output, add_selection, data_option, run, selection_of
from geo.dataset import Dataset, load_dataset
from geo.eventset.reading import read_event_set
from geo.export import EXPORTERS
from geo.export.imported import write_imported
from geo.export.writer import replace_file
from geo.model.vocabulary import Standing
from geo.progress import bar
from geo.rules.event_facts import event_facts
from geo.selection.select import select
from geo.selection.selection import Selection
from geo.tracing.trace import as_json, as_text, sample, trace


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
    return run(lambda: _do(options))


def _do(options: argparse.Namespace) -> None:
    dataset = load_dataset(options.data)
    if options.command == "export":
        _export(dataset, options)
    elif options.command == "trace":
        _trace(dataset, options)
    elif options.command == "stats":
        print("\n".join(_counts(dataset)))
    else:
        print(f"{options.data.name}: no problems; version {dataset.version}")


def _parser() -> argparse.ArgumentParser:
    shared = data_option()
    parser = argparse.ArgumentParser(prog="python -m geo", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("validate", parents=[shared], help="check every table")
    commands.add_parser("stats", parents=[shared], help="count what there is")
    told = commands.add_parser(
        "trace", parents=[shared], help="list every sentence that can be shown, and its source"
    )
    told.add_argument("--format", choices=("text", "json"), default="text")
    told.add_argument("--sample", type=_count, metavar="N", help="so many lines at random")
    told.add_argument("--seed", type=int, metavar="N", help="the same lines for the same number")
    export = commands.add_parser("export", parents=[shared], help="write what is selected")
    export.add_argument("--format", choices=sorted(EXPORTERS), default="geojson")
    add_selection(export)
    export.add_argument(
        "--events", type=Path, metavar="FILE", help="a CSV file of your own events, instead"
    )
    add_output(export)
    return parser


def _count(text: str) -> int:
    if not text.isdecimal():
        message = f"'{text}' is no number of lines; write it as 60"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _trace(dataset: Dataset, options: argparse.Namespace) -> None:
    lines = trace(dataset)
    if options.sample is not None:
        lines = sample(lines, options.sample, options.seed)
    if options.format == "json":
        print(as_json(lines))
        return
    for line in as_text(lines):
        print(line)


def _export(dataset: Dataset, options: argparse.Namespace) -> None:
    selection = selection_of(dataset, options)
    if options.events:
        _export_imported(dataset, selection, options)
        return
    # Without a selection all of it, as *Everything* on the page: also places that none shown needs.
    selected = dataset if selection == Selection() else select(dataset, selection)
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


def _counts(dataset: Dataset) -> list[str]:
    facts = event_facts(dataset)
    types = Counter(str(event.type) for event in dataset.event_rows.values())
    standings = Counter(str(fact.standing) for fact in facts.values())
    placed = sum(fact.all_sources.mark is not None for fact in facts.values())
    undated = sum(not fact.all_sources.span.dated for fact in facts.values())
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
