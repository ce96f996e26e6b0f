"""Where an event was reads as a sentence would have it."""

from dataclasses import replace

import pytest

from geo.dataset import Dataset, load_dataset
from geo.sentences.where import running_name, where_text


@pytest.fixture(scope="module")
def atlas() -> Dataset:
    return load_dataset()


@pytest.mark.parametrize(
    ("event_id", "expected"),
    [
        ("strike-2017-05-18", "near al-Tanf"),
        ("strike-2021-02-25", "near Albu Kamal"),
        ("erbil-attack-2021-02-15", "at Erbil airport"),
        (
            "shipment-2021-02-22",
            "from Iraq via the unofficial Iraq-Syria crossing to al-Mazare",
        ),
        ("leaflets-2017-05", "in the deconfliction zone"),
        ("corridor-shift-2017-05", "Concerns: Deir ez-Zor"),
        ("arms-2017-05", "no place given"),
    ],
)
def test_where_an_event_was(small: Dataset, event_id: str, expected: str) -> None:
    assert where_text(small, event_id) == expected


@pytest.mark.parametrize(
    ("event_id", "expected"),
    [
        ("push-south-east-2017-05", "in south-eastern Syria"),
        ("badia-deployment-2017-05", "in the Badia"),
        ("desert-advance-2017-05", "in the Syrian Desert"),
        ("is-holds-deir-ez-zor-2017", "in Deir ez-Zor"),
        ("sdf-near-raqqa-2017-05", "near Raqqa"),
        ("redeployment-2021-02", "at Albu Kamal"),
        ("fatemiyoun-positions-2021", "in the west Euphrates region"),
        ("us-push-from-jordan-2017", "from Syria’s border with Jordan to Deir ez-Zor"),
        ("us-push-from-north-2017", "from the Kurdish north of Syria to Deir ez-Zor"),
        ("war-balance-2017-05", "Concerns: Syria and Iraq"),
        ("us-arab-concern-2017", "Concerns: Syria, Iraq and Lebanon"),
        ("land-corridor", "Concerns: Tehran, southern Lebanon, Damascus and others"),
    ],
)
def test_one_is_in_a_region_and_at_or_near_a_town(
    atlas: Dataset, event_id: str, expected: str
) -> None:
    assert where_text(atlas, event_id) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Badia", "the Badia"),
        ("Mayadeen (al-Mayadin)", "Mayadeen"),
        ("Northern Syria", "northern Syria"),
        ("Kurdish north-east of Syria", "the Kurdish north-east of Syria"),
        ("Kurdish region of northern Iraq", "the Kurdish region of northern Iraq"),
        ("Border control point near Albu Kamal", "the border control point near Albu Kamal"),
        ("Damascus–Baghdad highway", "the Damascus–Baghdad highway"),
        ("Eastern Deir ez-Zor province", "eastern Deir ez-Zor province"),
        ("al-Mazare, by Mayadeen", "al-Mazare, by Mayadeen"),
        ("Middle East", "the Middle East"),
    ],
)
def test_a_name_inside_a_sentence(name: str, expected: str) -> None:
    assert running_name(name) == expected


def test_only_what_the_articles_say_names_no_other_place(small: Dataset) -> None:
    rows = tuple(
        row
        for row in small.event_places
        if (row.event_id, row.place_id) != ("strike-2017-05-18", "al-tanf")
    )
    changed = replace(small, event_places=rows)
    assert "28 km" in where_text(changed, "strike-2017-05-18")
    assert where_text(changed, "strike-2017-05-18", stated_only=True) == "no place given"
