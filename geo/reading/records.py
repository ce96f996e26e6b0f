"""Read the lines of a CSV file strictly: a header, then rows of as many cells, all of it text."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Protocol

from geo.model.problems import Problem, nearest

MOST_COLUMNS = 100
LONGEST_NAME = 40

_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNPRINTABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})


class Findings(Protocol):
    """Whatever receives problems one by one, as a list does."""

    def append(self, problem: Problem, /) -> None:
        """Receive a problem."""


def records(
    content: bytes,
    file: str,
    columns: tuple[Sequence[str], Sequence[str]],
    problems: Findings,
    most_rows: int | None = None,
) -> Iterator[tuple[int, dict[str, str]]]:
    """
    Read the rows of a CSV file.

    Parameters
    ----------
    content
        The file, UTF-8, with or without a byte order mark.
    file
        Its name in problems.
    columns
        Those that the header must name, and those that it may name besides.
    problems
        Receives what is wrong with the header, and with lines that are no row.
    most_rows
        Rows at most; reading stops there. ``None`` is no limit.

    Yields
    ------
    line, cells
        Line on which the row starts, counted from 1, and cell by column.
    """
    needed, allowed = columns
    # Bytes that are not UTF-8 become lone surrogates, so the cell that holds them can be named.
    lines = io.TextIOWrapper(
        io.BytesIO(content), encoding="utf-8-sig", errors="surrogateescape", newline=""
    )
    reader = csv.reader(lines, strict=True)
    header: list[str] | None = None
    line, count = 1, 0
    try:
        for cells in reader:
            here, line = line, reader.line_num + 1
            if header is None:
                # A name need not be UTF-8 either, and is written into messages.
                header = [name.encode(errors="backslashreplace").decode() for name in cells]
                if not _header_fits(file, header, needed, [*needed, *allowed], problems):
                    return
                continue
            count += 1
            if most_rows is not None and count > most_rows:
                message = f"is one row too many; {most_rows:,} at most, so split the file"
                problems.append(Problem(file, here, "", message))
                return
            if not cells:
                problems.append(Problem(file, here, "", "is blank; delete the line"))
            elif len(cells) != len(header):
                message = f"has {len(cells)} cells; the header has {len(header)}"
                if len(cells) > len(header):
                    message += ", so put quotes round a text that holds a comma"
                problems.append(Problem(file, here, "", message))
            else:
                yield here, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        problems.append(Problem(file, line, "", f"is not CSV ({error}); check the quotes"))
    if header is None:
        names = ",".join(needed)
        problems.append(Problem(file, 1, "", f"is empty; the first line names {names}"))


def _header_fits(
    file: str,
    header: list[str],
    needed: Sequence[str],
    columns: Sequence[str],
    problems: Findings,
) -> bool:
    if len(header) > MOST_COLUMNS:
        message = f"names {len(header)} columns; this table has {len(columns)}"
        problems.append(Problem(file, 1, "", message))
        return False
    fits = True
    for column in needed:
        if column not in header:
            hint = nearest(column, [name for name in header if name not in columns])
            message = f"is missing; the header needs this column{hint}"
            problems.append(Problem(file, 1, column, message))
            fits = False
    for position, name in enumerate(header):
        if name not in columns:
            free = [column for column in columns if column not in header]
            hint = nearest(name, free) or "; delete it or correct its name"
            message = f"{_short(name)!r} is not a column of this table{hint}"
        elif name in header[:position]:
            message = f"'{name}' is there twice; keep one"
        else:
            continue
        problems.append(Problem(file, 1, f"column {position + 1}", message))
        fits = False
    return fits


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def text_fault(text: str) -> str | None:
    """
    Say what no cell may hold, whatever its column.

    Parameters
    ----------
    text
        Text of the cell.

    Returns
    -------
    message
        Of a byte that is not UTF-8, a control character, or spaces at an end; ``None`` when the
        text is fit.
    """
    if text.isascii() and text.isprintable() and text.strip() == text:
        return None
    bad = next((char for char in text if _is_control(char)), None)
    if bad is not None and 0xDC80 <= ord(bad) <= 0xDCFF:
        message = f"holds the byte 0x{ord(bad) - 0xDC00:02x}, which is not UTF-8; "
        return message + "save the file as UTF-8"
    if bad is not None:
        return f"holds the control character U+{ord(bad):04X}; delete it"
    if text != text.strip():
        return f"{text!r} has spaces at its ends; delete them"
    return None


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in _UNPRINTABLE or char in _BIDI_CONTROLS
