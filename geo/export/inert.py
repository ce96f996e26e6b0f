"""Keep a text from being taken for a formula by a spreadsheet, and take it back unchanged."""

import re

# Besides the ASCII signs their full-width forms, which some spreadsheets fold into them.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def inert(text: str) -> str:
    """
    Make a cell that a spreadsheet takes for text.

    Parameters
    ----------
    text
        Anything.

    Returns
    -------
    str
        The same, with an apostrophe in front where it begins as a formula does, or with
        apostrophes and then so: whatever begins with one that was added can be told.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def as_it_was(cell: str) -> str:
    """
    Take the apostrophe away that :func:`inert` added, and no other.

    Parameters
    ----------
    cell
        A cell of a file that was read back.

    Returns
    -------
    str
        The text as it was.
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
