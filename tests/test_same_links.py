"""The links by which two checkouts are compared ask for all that a link can hold."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest

from geo.dataset import load_dataset
from geo.model.vocabulary import Role
from geo.selection.facets import FACETS
from panels.address import NAMES, SHOWS
from tests.same.links import LINKS, links_in


def test_a_link_that_stands_there_twice_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "links.txt"
    file.write_text("# Some\n?\n\n?find=a\n", encoding="utf-8")
    assert links_in(file) == {"Some": ["?", "?find=a"]}
    file.write_text("?find=a\n?find=a\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"links.txt line 2: .*\?find=a"):
        links_in(file)


def test_sixty_links_ask_for_all_that_a_link_can_hold() -> None:
    links = [link for group in links_in(LINKS).values() for link in group]
    assert len(links) == 60
    asked: dict[str, set[str]] = {}
    for link in links:
        for name, [value] in parse_qs(link[1:]).items():
            asked.setdefault(name, set()).add(value)
    words = {name: {word for value in asked[name] for word in value.split(".")} for name in asked}
    dataset = load_dataset()
    for name, known in {
        # Of actors there are many, and a link names them in other ways as well (below).
        **{facet.name: facet.known_values(dataset) for facet in FACETS if facet.name != "actors"},
        "role": Role,
        "names": set(NAMES) - {"en"},
        "show": SHOWS,
    }.items():
        assert set(known) <= words[name], name
    assert {"none", "unnamed"} <= words["actors"]
    assert any(word.endswith("_itself") for word in words["actors"])
    kinds = {value.partition(".")[0] for value in asked["about"]}
    assert {"actor", "place", "route", "zone", "shift"} <= kinds
    assert {value.partition(".")[2] for value in asked["story"]} >= {"told", "happened"}
    assert any(not value.isascii() for value in asked["find"])
    before = {row.old_id: row for row in dataset.renamed.values()}
    leads = {before[event].new_id.partition(":")[0] for event in asked["event"] if event in before}
    assert {"actor", "route"} <= leads
    others = {"first_day", "last_day", "imported_until", "day_of", "cursors", "current", "view"}
    assert others | {"stated_only", "data"} <= set(asked)
