"""What holds two checkouts beside each other tells the smallest change, and nothing else."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.same import __main__ as command
from tests.same.comparing import (
    ABSENT,
    Difference,
    Unread,
    by_id,
    differences,
    report,
    unmet,
)

PARTS = tuple(Path(command.__file__).parent.glob("*.py"))
READING: dict[str, Any] = {
    "address": "event=strike-2017-05-18",
    "marks": {
        "strike-2017-05-18": {
            "lat": 33.68,
            "lon": 38.4,
            "hollow": False,
            "side": "US and coalition",
            "sign": ["rotate(0) M12 4.6"],
            "corners": ["translate(3 21) 4"],
        },
        "hashd-march-2017-05": {"lat": 36.0, "lon": 42.0, "hollow": True, "side": "Iran"},
    },
    "count": "Showing 94 of 94 events",
    "card": ["Air strike · Happened", "near al-Tanf", "18 May 2017", "Read on"],
    "notices": [],
    "geojson": by_id(
        {
            "type": "FeatureCollection",
            "features": [
                {"id": "event:a", "geometry": {"coordinates": [38.4, 33.68]}},
                {"id": "event:b", "geometry": None},
            ],
        }
    ),
}
MARK = "marks.strike-2017-05-18"


def _mark(**changed: Any) -> Callable[[dict[str, Any]], None]:
    return lambda reading: reading["marks"]["strike-2017-05-18"].update(changed)


def _card(index: int, *lines: str) -> Callable[[dict[str, Any]], None]:
    def change(reading: dict[str, Any]) -> None:
        reading["card"][index : index + 1] = lines

    return change


# What is changed, and the one difference that is told for it.
CHANGED: dict[str, tuple[Callable[[dict[str, Any]], None], Difference]] = {
    "a mark moves": (_mark(lat=33.69), Difference(f"{MARK}.lat", "33.68", "33.69")),
    "by the last digit": (
        _mark(lon=38.400000000000006),
        Difference(f"{MARK}.lon", "38.4", "38.400000000000006"),
    ),
    "another side": (
        _mark(side="Islamic State"),
        Difference(f"{MARK}.side", '"US and coalition"', '"Islamic State"'),
    ),
    "another sign": (
        _mark(sign=["rotate(45) M12 4.6"]),
        Difference(f"{MARK}.sign[0]", '"rotate(0) M12 4.6"', '"rotate(45) M12 4.6"'),
    ),
    "hollow": (_mark(hollow=True), Difference(f"{MARK}.hollow", "false", "true")),
    "no boolean": (_mark(hollow=0), Difference(f"{MARK}.hollow", "false", "0")),
    "a corner goes": (
        _mark(corners=[]),
        Difference(f"{MARK}.corners[0]", '"translate(3 21) 4"', ABSENT),
    ),
    "a mark goes": (
        lambda reading: reading["marks"].pop("hashd-march-2017-05"),
        Difference(
            "marks.hashd-march-2017-05",
            json.dumps(READING["marks"]["hashd-march-2017-05"]),
            ABSENT,
        ),
    ),
    "a mark comes": (
        lambda reading: reading["marks"].update(other={"lat": 1}),
        Difference("marks.other", ABSENT, '{"lat": 1}'),
    ),
    "one count": (
        lambda reading: reading.update(count="Showing 93 of 94 events"),
        Difference("count", '"Showing 94 of 94 events"', '"Showing 93 of 94 events"'),
    ),
    "a word of a card": (
        _card(1, "at al-Tanf"),
        Difference("card[1]", '"near al-Tanf"', '"at al-Tanf"'),
    ),
    "a line of a card goes": (_card(0), Difference("card[0]", '"Air strike · Happened"', ABSENT)),
    "a line of a card comes": (
        _card(1, "in the desert", "near al-Tanf"),
        Difference("card[1]", ABSENT, '"in the desert"'),
    ),
    "no card": (
        lambda reading: reading.pop("card"),
        Difference("card", json.dumps(READING["card"], ensure_ascii=False), ABSENT),
    ),
    "a notice": (
        lambda reading: reading["notices"].append("left out"),
        Difference("notices[0]", ABSENT, '"left out"'),
    ),
    "a coordinate of the GeoJSON": (
        lambda reading: reading["geojson"]["features"]["event:a"]["geometry"].update(
            coordinates=[38.4, 33.7]
        ),
        Difference("geojson.features.event:a.geometry.coordinates[1]", "33.68", "33.7"),
    ),
    "the address": (
        lambda reading: reading.update(address=""),
        Difference("address", '"event=strike-2017-05-18"', '""'),
    ),
}


def changed(name: str) -> dict[str, Any]:
    reading = deepcopy(READING)
    CHANGED[name][0](reading)
    return reading


def test_equal_readings_do_not_differ() -> None:
    assert differences(READING, deepcopy(READING)) == []
    assert report({"?": [], "?find=tanf": []}) == []


def test_the_order_in_which_parts_were_read_is_no_difference() -> None:
    assert differences(READING, dict(reversed(READING.items()))) == []


@pytest.mark.parametrize("name", CHANGED)
def test_the_smallest_change_is_told(name: str) -> None:
    assert differences(READING, changed(name)) == [CHANGED[name][1]]


def test_features_in_another_order_are_told() -> None:
    other = by_id({"type": "FeatureCollection", "features": [{"id": "b"}, {"id": "a"}]})
    one = by_id({"type": "FeatureCollection", "features": [{"id": "a"}, {"id": "b"}]})
    assert {difference.what.partition("[")[0] for difference in differences(one, other)} == {
        "order"
    }


def test_two_features_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="one id"):
        by_id({"features": [{"id": "a"}, {"id": "a"}]})


def test_what_many_links_show_is_told_once() -> None:
    difference = Difference("count", '"1"', '"2"')
    [line] = report({"?": [difference], "?find=a": [difference], "?find=b": [difference]})
    assert line == '? (and 2 more links)\n  count\n    old "1"\n    new "2"'


def test_a_line_that_stands_elsewhere_in_a_longer_list_is_told_once() -> None:
    found = {"?": [Difference("names[3]", '"a"', ABSENT)]}
    found["?find=a"] = [Difference("names[1]", '"a"', ABSENT)]
    [line] = report(found)
    assert line.startswith("? (and 1 more link)\n  names[3]\n")


def test_the_course_of_a_line_is_told_as_one() -> None:
    one, other = [[38.4, 33.6], [38.5, 33.7]], [[38.4, 33.6], [38.5, 33.8]]
    assert differences(one, other, "coordinates") == [
        Difference("coordinates", json.dumps(one), json.dumps(other))
    ]
    assert differences(one, deepcopy(one), "coordinates") == []


def test_long_texts_are_cut_to_where_they_differ() -> None:
    [line] = report({"?": [Difference("card", "a" * 900 + "old", "a" * 900 + "new")]})
    assert "aold" in line and "anew" in line and len(line) < 900


def test_a_part_that_no_link_shows_is_named() -> None:
    readings = [{"marks": {}, "card": ["a"], "count": "1"}, {"marks": {}, "card": [], "count": ""}]
    assert unmet(readings) == ["marks"]


Answered = tuple[tuple[dict[str, Any], dict[str, Any]], list[tuple[str, Unread]]]
WHOLE = {**READING, "notices": ["left out"]}
ANSWERS: dict[str, tuple[Answered, int, str]] = {
    "the same": ((({"?": WHOLE}, {"?": WHOLE}), []), 0, "60 links read, 0 differ"),
    "another side": (
        (({"?": WHOLE}, {"?": {**changed("another side"), "notices": ["left out"]}}), []),
        1,
        f'?\n  {MARK}.side\n    old "US and coalition"\n    new "Islamic State"',
    ),
    "not settled": (
        (({"?": WHOLE}, {"?": WHOLE}), [("?find=tanf", Unread("new", "Timeout"))]),
        1,
        "?find=tanf\n  not read in the new checkout: Timeout",
    ),
    "nothing read": ((({}, {}), [("?", Unread("old", "Timeout"))]), 1, "0 of 60 links read"),
    "blind": ((({"?": READING}, {"?": READING}), []), 1, "no link showed any notices"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_command_says_so_and_how_it_went(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answered, status, said = ANSWERS[name]
    monkeypatch.setattr(command, "read_both", lambda _roots, _links: answered)
    monkeypatch.setattr(command, "add_geojson", lambda _root, _readings: None)
    assert command.main([str(command.ROOT)]) == status
    out = capsys.readouterr().out
    assert said in out
    assert status or len(out.splitlines()) == 1


def test_nothing_is_asked_of_the_page_by_a_name_within_our_script() -> None:
    assert not [path for path in PARTS if "CorridorAtlas" in path.read_text(encoding="utf-8")]
