"""The links to open, by group."""

from pathlib import Path

LINKS = Path(__file__).parent.parent / "links.txt"


def links_in(path: Path) -> dict[str, list[str]]:
    """
    Read a file of links.

    Parameters
    ----------
    path
        One link a line, ``?`` and its query; a line that begins with ``#`` heads a group.

    Returns
    -------
    groups
        Links by heading, in the order of the file.

    Raises
    ------
    ValueError
        If a line is neither, or a link stands there twice.
    """
    groups: dict[str, list[str]] = {}
    seen: set[str] = set()
    heading = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text = line.strip()
        if text.startswith("#"):
            heading = text.lstrip("# ")
        elif text:
            if not text.startswith("?") or text in seen:
                raise ValueError(f"{path.name} line {number}: not a link, or there already: {text}")
            seen.add(text)
            groups.setdefault(heading, []).append(text)
    return groups
