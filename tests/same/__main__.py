"""Open the same links in another checkout and in this one, and tell what is not the same."""

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, chromium_path
from tests.browser.server import ROOT
from tests.same.checkout import exported, server_of
from tests.same.comparing import Difference, Unread, by_id, differences, report, unmet
from tests.same.links import LINKS, links_in
from tests.same.page import Reader

MOST_UNREAD = 3
Readings = dict[str, dict[str, Any]]


def read_both(
    roots: tuple[Path, Path], links: list[str]
) -> tuple[tuple[Readings, Readings], list[tuple[str, Unread]]]:
    """
    Open every link in both checkouts.

    Parameters
    ----------
    roots
        The old checkout and the new one.
    links
        Each ``?`` and a query.

    Returns
    -------
    readings
        Of either checkout, by link; only what both have read.
    unread
        Links that one of them did not open; after :data:`MOST_UNREAD` no further ones are tried.
    """
    old: Readings = {}
    new: Readings = {}
    unread: list[tuple[str, Unread]] = []
    with ExitStack() as opened:
        servers = [opened.enter_context(server_of(root)) for root in roots]
        playwright = opened.enter_context(sync_playwright())
        path = chromium_path(playwright.chromium)
        if path is None:
            raise SystemExit("no Chromium found: set CHROMIUM to one")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        opened.callback(browser.close)
        readers = [
            Reader(browser, server.url, name)
            for server, name in zip(servers, ("old", "new"), strict=True)
        ]
        for link in links:
            one, other = (reader.read(link) for reader in readers)
            unread += [(link, answer) for answer in (one, other) if isinstance(answer, Unread)]
            if isinstance(one, dict) and isinstance(other, dict):
                old[link], new[link] = one, other
            if len(unread) >= MOST_UNREAD:
                break
        for reader in readers:
            reader.close()
    return (old, new), unread


def add_geojson(root: Path, readings: Readings) -> None:
    """Add the GeoJSON of what is shown to every reading, by the address that the page has."""
    queries = sorted({reading["address"] for reading in readings.values()})
    made = exported(root, queries)
    for reading in readings.values():
        reading["geojson"] = by_id(made[reading["address"]])


def main(given: list[str] | None = None) -> int:
    """Compare; 0 if all links were read and nothing differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.same", description=__doc__)
    parser.add_argument("old", type=Path, metavar="OLD_CHECKOUT")
    parser.add_argument("--links", type=Path, default=LINKS, metavar="FILE", help="other links")
    asked = parser.parse_args(given)
    roots = (asked.old.resolve(), ROOT)
    if not (roots[0] / "app.py").is_file():
        parser.error(f"{asked.old} holds no app.py")
    links = [link for group in links_in(asked.links).values() for link in group]
    both, unread = read_both(roots, links)
    for root, readings in zip(roots, both, strict=True):
        add_geojson(root, readings)
    old, new = both
    found: dict[str, list[Difference]] = {link: differences(old[link], new[link]) for link in old}
    for line in report(found):
        print(line)
    for link, answer in unread:
        print(f"{link}\n  not read in the {answer.checkout} checkout: {answer.why}")
    # Some links of one's own may well open no card; all of ours together show everything.
    blind = unmet(list(new.values())) if asked.links == LINKS else []
    for part in blind:
        print(f"no link showed any {part}: what reads it must be mended")
    differing = sum(bool(one) for one in found.values())
    marks = sum(len(reading["marks"]) for reading in new.values())
    cards = sum(bool(reading["card"]) for reading in new.values())
    print(
        f"{len(old)} of {len(links)} links read, {differing} differ "
        f"({marks} marks, {cards} cards, "
        f"{sum(bool(reading['notices']) for reading in new.values())} with notices)"
    )
    return int(bool(differing or unread or blind))


if __name__ == "__main__":
    sys.exit(main())
