"""Old links open what became of the things they name, or say so."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from geo.dataset import load_dataset
from geo.model.renamed import Renamed, RenamedKind
from geo.selection.link import parse_query
from geo.selection.renewed import renewed
from tests.geo.breaking import assert_named
from tests.twins import subject
from tests.twins.given import dataset_of

Load = Callable[[Path], list[str]]

REAL = load_dataset()


def test_the_cursors_and_actors_of_an_old_link_are_understood() -> None:
    query = "cursors=guardian-2017-05-18.strike-near-base&actors=fars-agency&role=did"
    selection, notices = parse_query(dict(parse_qsl(query)), dataset_of(subject("renamed")["data"]))
    assert selection.actors == {"fars"}
    assert set(selection.cursors) == {"guardian-2017-05-18"}
    assert notices == []


@pytest.mark.parametrize(
    "row", REAL.renamed.values(), ids=[r.old_id for r in REAL.renamed.values()]
)
def test_an_old_id_leads_somewhere_or_is_explained(row: Renamed) -> None:
    assert row.new or row.became
    if row.kind is not RenamedKind.EVENT:
        return
    found, notices = renewed({"event": row.old_id}, REAL)
    assert row.old_id not in found.values()
    assert notices == ([row.became] if row.became else [])
    assert row.new
    kind, new_id = row.new
    if kind is RenamedKind.EVENT:
        assert found == {"event": new_id}
    else:
        assert found["about"].split(".")[1] == new_id


# test id: rows of renamed.csv, problem expected (its beginning)
BROKEN = {
    "still there": (
        "arms-2017-05,event,leaflets-2017-05,",
        "small/renamed.csv line 2: old_id 'arms-2017-05' is there as event; delete this row",
    ),
    "leads nowhere": (
        "arms,event,arms-2017-06,",
        "small/renamed.csv line 2: new_id 'arms-2017-06' is not in events.csv; "
        "nearest is 'arms-2017-05'",
    ),
    "leads to no actor": (
        "arms,event,actor:farz,It is on a card.",
        "small/renamed.csv line 2: new_id 'farz' is not in actors.csv; nearest is 'fars'",
    ),
    "in a chain": (
        "arms,event,weapons,\nweapons,event,arms-2017-05,",
        "small/renamed.csv line 2: new_id 'weapons' was given up itself on line 3; lead past it",
    ),
    "twice": (
        "arms,event,arms-2017-05,\narms,event,leaflets-2017-05,",
        "small/renamed.csv line 3: old_id kind 'arms' 'event' is already on line 2",
    ),
    "gone without a word": ("arms,event,,", "small/renamed.csv line 2: became is empty; say in"),
    "another kind without a word": (
        "arms,event,actor:fars,",
        "small/renamed.csv line 2: became is empty; say in a sentence",
    ),
    "no such kind": (
        "arms,thing,,Gone.",
        "small/renamed.csv line 2: kind 'thing' is not one of the words allowed here",
    ),
    "no id": (
        "arms,event,Arms 2017,",
        "small/renamed.csv line 2: new_id 'Arms 2017' is no id; write one, or KIND:ID",
    ),
    "of no kind": (
        "arms,event,thing:fars,Gone.",
        "small/renamed.csv line 2: new_id 'thing:fars' is no id; write one, or KIND:ID",
    ),
}


@pytest.mark.parametrize(("rows", "expected"), BROKEN.values(), ids=BROKEN)
def test_what_does_not_hold_of_old_ids_is_named(
    rows: str, expected: str, folder: Path, problems_of: Load
) -> None:
    header = "old_id,kind,new_id,became\n"
    assert_named(folder, problems_of, ("renamed.csv", header, f"{header}{rows}\n"), expected)
