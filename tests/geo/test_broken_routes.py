"""A route that leaves its places is named, by the line on which its id stands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.geo.breaking import assert_named

Load = Callable[[Path], list[str]]

# test id: file, text to replace, replacement, problem expected (its beginning)
ROUTES = {
    "waypoint of no place": (
        "routes.geojson",
        '"place_id": "mayadin"',
        '"place_id": "mayadeen"',
        "small/routes.geojson line 3: waypoints[1].place_id 'mayadeen' is not in gazetteer.csv; "
        "nearest is 'mayadin'",
    ),
    "waypoint elsewhere than its place": (
        "routes.geojson",
        "[40.45154, 35.01982]",
        "[40.45154, 35.11982]",
        "small/routes.geojson line 3: waypoints[1].place_id 'mayadin' is at [40.45154, 35.11982] "
        "here; gazetteer.csv has [40.45154, 35.01982]",
    ),
    "coordinate without waypoint": (
        "routes.geojson",
        "[40.45154, 35.01982], ",
        "",
        "small/routes.geojson line 3: waypoints of 'corridor-shifted' has 5 places for "
        "4 coordinates; name one for each",
    ),
    "claim of a route that is not there": (
        "routes.geojson",
        '"claim_ids": ["g3"]',
        '"claim_ids": ["g99"]',
        "small/routes.geojson line 5: claim_ids 'g99' is not in claims.csv",
    ),
    "leg too few": (
        "routes.geojson",
        '"legs": [{"basis": "external", "source": "reports of 2017"}]',
        '"legs": []',
        "small/routes.geojson line 4: legs of 'corridor-shifted-branch' has 0 for 2 waypoints; "
        "write 1, one from each to the next",
    ),
    "no legs": (
        "routes.geojson",
        ', "legs": [{"basis": "external", "source": "reports of 2017"}]',
        "",
        "small/routes.geojson line 4: legs is not a list; it says of every part between two "
        "waypoints how it is known",
    ),
    "leg surer than its end": (
        "routes.geojson",
        '"legs": [{"basis": "external", "source": "reports of 2017"}]',
        '"legs": [{"basis": "stated", "source": "reports of 2017"}]',
        "small/routes.geojson line 4: legs[0].basis 'stated' is surer than an end of it, which is "
        "'external'; a leg is never surer than its ends",
    ),
    "external leg from nowhere": (
        "routes.geojson",
        '"legs": [{"basis": "external", "source": "reports of 2017"}]',
        '"legs": [{"basis": "external"}]',
        "small/routes.geojson line 4: legs[0].source is empty; an external leg says where it is "
        "from",
    ),
    "half a character": (
        "routes.geojson",
        '"legs": [{"basis": "external", "source": "reports of 2017"}]',
        '"legs": [{"basis": "external", "source": "reports of \\ud800"}]',
        "small/routes.geojson line 4: legs[0].source holds the control character U+D800; delete it",
    ),
    "byte that is not UTF-8": (
        "routes.geojson",
        '"Corridor, branch"',
        '"Corridor, \\udc80branch"',
        "small/routes.geojson line 4: name holds the byte 0x80, which is not UTF-8",
    ),
    "control character": (
        "routes.geojson",
        '"Corridor, branch"',
        '"Corridor, \\u0000branch"',
        "small/routes.geojson line 4: name holds the control character U+0000; delete it",
    ),
    "spaces at the end of an id": (
        "routes.geojson",
        '"claim_ids": ["g3"]',
        '"claim_ids": ["g3 "]',
        "small/routes.geojson line 5: claim_ids[0] 'g3 ' has spaces at its ends; delete them",
    ),
    "name of a property that is none": (
        "routes.geojson",
        '"name": "Damascus',
        '"\\ud800": "", "name": "Damascus',
        "small/routes.geojson line 5: has a name that holds the control character U+D800",
    ),
    "offset that is no number": (
        "routes.geojson",
        '"name": "Damascus',
        '"reported_offset_miles": "nan", "name": "Damascus',
        "small/routes.geojson line 5: reported_offset_miles 'nan' is not a number; write it as 140",
    ),
    "offset without end": (
        "routes.geojson",
        '"name": "Damascus',
        '"reported_offset_miles": 1e999, "name": "Damascus',
        "small/routes.geojson line 5: reported_offset_miles inf is no distance; it is above 0",
    ),
    "offset of nothing": (
        "routes.geojson",
        '"name": "Damascus',
        '"reported_offset_miles": 0, "name": "Damascus',
        "small/routes.geojson line 5: reported_offset_miles 0 is no distance; it is above 0",
    ),
    "basis that is no basis": (
        "routes.geojson",
        '"basis": "inferred"',
        '"basis": "infered"',
        "small/routes.geojson line 2: basis 'infered' is not one of the words allowed here; "
        "nearest is 'inferred'",
    ),
    "course of the corridor that is no corridor": (
        "routes.geojson",
        '"Corridor, branch", "kind": "corridor"',
        '"Corridor, branch", "kind": "axis"',
        "small/routes.geojson line 4: kind 'axis' does not go with 'corridor-shifted-branch'; "
        "a route is of kind 'corridor' where its id begins with corridor-original or "
        "corridor-shifted, and nowhere else",
    ),
    "corridor that is no course": (
        "routes.geojson",
        '"kind": "road"',
        '"kind": "corridor"',
        "small/routes.geojson line 5: kind 'corridor' does not go with 'damascus-baghdad-highway'",
    ),
    "property that is not known": (
        "routes.geojson",
        '"name": "Damascus',
        '"colour": "red", "name": "Damascus',
        "small/routes.geojson line 5: colour is not a column of this table",
    ),
    "route twice": (
        "routes.geojson",
        '"route_id": "corridor-shifted-branch"',
        '"route_id": "corridor-shifted"',
        "small/routes.geojson line 3: route_id 'corridor-shifted' is there twice",
    ),
    "JSON that breaks off": (
        "routes.geojson",
        "\n]}",
        "\n]",
        "small/routes.geojson line 7: is not JSON",
    ),
    "JSON with a number that is none": (
        "routes.geojson",
        "[40.45154, 35.01982]",
        "[NaN, 35.01982]",
        "small/routes.geojson: is not JSON: NaN is not a number",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "expected"), ROUTES.values(), ids=ROUTES)
def test_a_broken_route_is_named_with_what_would_be_right(
    folder: Path, problems_of: Load, file: str, old: str, new: str, expected: str
) -> None:
    assert_named(folder, problems_of, (file, old, new), expected)


@pytest.mark.parametrize("miles", ["0.5", "1", "1e3", "null"])
def test_an_offset_is_any_number_above_nothing(folder: Path, problems_of: Load, miles: str) -> None:
    path = folder / "routes.geojson"
    text = path.read_text(encoding="utf-8")
    name = '"name": "Damascus'
    offset = f'"reported_offset_miles": {miles}, {name}'
    path.write_text(text.replace(name, offset, 1), encoding="utf-8", newline="")
    assert text.count(name) == 1
    assert problems_of(folder) == []
