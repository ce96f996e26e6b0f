"""Which place lies in which: transitive, without circles, known for every place."""

from collections.abc import Callable
from pathlib import Path

from geo.dataset import Dataset
from geo.reading.within import lies_in
from tests.geo.breaking import assert_named

Load = Callable[[Path], list[str]]


def test_what_a_place_lies_in_follows_from_the_next_larger_ones(committed: Dataset) -> None:
    assert lies_in(committed.gazetteer, "al-tanf") == {
        *("iraq-syria-border", "deconfliction-zone", "south-east-syria", "syrian-desert", "badia"),
        *("syria", "middle-east"),
    }
    assert {"iraq-syria-border", "eastern-syria"} <= lies_in(
        committed.gazetteer, "border-control-point"
    )
    assert lies_in(committed.gazetteer, "middle-east") == frozenset()


def test_a_place_lies_in_the_country_that_it_is_in_alone(committed: Dataset) -> None:
    countries = {
        place.country: place_id
        for place_id, place in committed.gazetteer.items()
        if place.kind == "country"
    }
    for place_id, place in committed.gazetteer.items():
        if place.country in countries and place.kind != "country":
            assert countries[place.country] in lies_in(committed.gazetteer, place_id), place_id


def test_what_lies_across_a_border_lies_in_none_of_its_countries(committed: Dataset) -> None:
    for place_id, place in committed.gazetteer.items():
        if len(place.country) > 1 and place.kind in ("border", "road", "corridor"):
            assert not {"syria", "iraq", "iran"} & lies_in(committed.gazetteer, place_id), place_id


def test_no_place_lies_within_itself(folder: Path, problems_of: Load) -> None:
    path = folder / "gazetteer.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    within = {"al-tanf": "deconfliction-zone", "deconfliction-zone": "iraq|al-tanf"}
    lines = [line + within.get(line.split(",")[0], "") for line in lines]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = problems_of(folder)
    assert found == [
        "small/gazetteer.csv line 2: within 'deconfliction-zone' leads back to 'al-tanf'; "
        "no place lies within itself",
        "small/gazetteer.csv line 18: within 'al-tanf' leads back to 'deconfliction-zone'; "
        "no place lies within itself",
    ]


def test_a_place_lies_in_known_places(folder: Path, problems_of: Load) -> None:
    change = (
        "gazetteer.csv",
        "|mediaexpress-2017-06-02:p1,\n",
        "|mediaexpress-2017-06-02:p1,irak\n",
    )
    expected = (
        "small/gazetteer.csv line 2: within 'irak' is not in gazetteer.csv; nearest is 'iraq'"
    )
    assert_named(folder, problems_of, change, expected)
