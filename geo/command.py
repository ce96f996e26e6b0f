"""What the command lines of geo and layers share: options of a selection, messages, exit codes."""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from geo.dataset import DATA_FOLDER, Dataset
from geo.model.problems import DataError, nearest
from geo.model.vocabulary import DayOf, Role
from geo.selection.facet import Facet, Option
from geo.selection.facets import FACETS, in_words
from geo.selection.selection import Selection

EXIT_PROBLEMS = 2
ROLE_AFTER = "sides"
"""The last filter that asks whose part in an event counts."""


class UsageError(Exception):
    """An option that names something that is not there."""


def run(work: Callable[[], None]) -> int:
    """
    Do a command's work and say what went wrong.

    Parameters
    ----------
    work
        Writes to standard output.

    Returns
    -------
    exit_code
        0, or 2 with the problems on standard error.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        work()
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


def data_option() -> argparse.ArgumentParser:
    """
    Make the option that names another data folder.

    Returns
    -------
    parser
        A parent for the commands, with ``data``.
    """
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--data", type=Path, default=DATA_FOLDER, metavar="FOLDER", help="another data folder"
    )
    return shared


def add_selection(parser: argparse.ArgumentParser) -> None:
    """
    Add the options that select.

    Parameters
    ----------
    parser
        Receives them; :func:`selection_of` reads what was typed.
    """
    asked = [(facet, facet.option) for facet in in_words() if facet.option]
    for facet, option in asked:
        parser.add_argument(
            option.flag,
            dest=facet.name,
            action="append",
            metavar=option.metavar,
            help=option.help,
        )
        if facet.name == ROLE_AFTER:
            _add_role(parser)
    parser.add_argument("--from", dest="first_day", type=_day, metavar="DAY")
    parser.add_argument("--to", dest="last_day", type=_day, metavar="DAY")
    parser.add_argument(
        "--day-of",
        choices=[str(day) for day in DayOf],
        default=str(DayOf.HAPPENED),
        help="which day --from and --to look at: the day it happened, or was reported",
    )
    parser.add_argument(
        "--stated-only", action="store_true", help="only what the five articles say"
    )


def _add_role(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--role",
        choices=[str(role) for role in Role],
        default=str(Role.DID),
        help="what --actor and --side ask: who did it, who did it or was its target, "
        "or who had any part in it",
    )


def add_output(parser: argparse.ArgumentParser) -> None:
    """
    Add the option that names the file to write.

    Parameters
    ----------
    parser
        Receives it, as ``output``.
    """
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"'{text}' is not a day; write it as 2017-05-18"
        raise argparse.ArgumentTypeError(message) from None


def selection_of(dataset: Dataset, options: argparse.Namespace) -> Selection:
    """
    Read what was selected.

    Parameters
    ----------
    dataset
        Says which ids there are.
    options
        As a parser with :func:`add_selection` reads them.

    Returns
    -------
    selection
        Everything that no option limits.

    Raises
    ------
    UsageError
        Where an option names what is not there, or the days are the wrong way round.
    """
    if options.first_day and options.last_day and options.last_day < options.first_day:
        message = f"--to '{options.last_day}' is before --from '{options.first_day}'"
        raise UsageError(message)
    chosen: dict[str, Any] = {
        facet.name: _known(facet.option, getattr(options, facet.name), facet, dataset)
        for facet in FACETS
        if facet.option
    }
    return Selection(
        **chosen,
        role=Role(options.role),
        first_day=options.first_day,
        last_day=options.last_day,
        day_of=DayOf(options.day_of),
        stated_only=options.stated_only,
    )


def _known(
    option: Option, words: list[str] | None, facet: Facet, dataset: Dataset
) -> frozenset[str] | None:
    known = facet.known_values(dataset)
    for word in words or ():
        if word not in known:
            message = f"{option.flag} '{word}' is not in {option.known_in}{nearest(word, known)}"
            raise UsageError(message)
    return None if words is None else frozenset(words)
