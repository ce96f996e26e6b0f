"""The command line of the drawing: save the map as one HTML page."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import BinaryIO

from geo.command import add_output, add_selection, data_option, run, selection_of
from geo.dataset import load_dataset
from geo.export.writer import replace_file


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run a command.

    Parameters
    ----------
    arguments
        As typed after ``python -m layers``; those of the process by default.

    Returns
    -------
    exit_code
        0, or 2 with the problems on standard error.
    """
    options = _parser().parse_args(arguments)
    return run(lambda: _export(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m layers", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser(
        "export",
        parents=[data_option()],
        help="write the map as one HTML page",
        description="Write the map as one HTML page that shows what is selected when it is opened.",
    )
    add_selection(export)
    export.add_argument(
        "--only-selected",
        action="store_true",
        help="leave out every event and route that is not selected",
    )
    add_output(export)
    return parser


def _export(options: argparse.Namespace) -> None:
    with _said("Reading the tables"):
        dataset = load_dataset(options.data)
    selection = selection_of(dataset, options)
    with _said("Drawing the map"):
        # Folium takes longer to import than a wrong option to be named.
        from layers.page.saved_page import saved_page

        page = saved_page(dataset, selection, date.today(), options.only_selected)
    if options.output:
        replace_file(options.output, lambda stream: _put(page.encode(), stream))
    else:
        sys.stdout.write(page)


def _put(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


@contextmanager
def _said(what: str) -> Iterator[None]:
    """Tell whoever watches what takes its time; wiped when it is done."""
    if not sys.stderr.isatty():
        yield
        return
    sys.stderr.write(f"{what} …")
    sys.stderr.flush()
    try:
        yield
    finally:
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()


if __name__ == "__main__":
    raise SystemExit(main())
