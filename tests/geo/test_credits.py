"""Credits are written once; what cannot take them from there names the same."""

import re

import pytest

from geo.dataset import DATA_FOLDER
from geo.model import credits
from geo.model.credits import BASE_MAP, COUNTRY_NAMES, MAP_LIBRARY, TABLES, TOWNS, TYPEFACE

ROOT = DATA_FOLDER.parent


def words(name: str) -> str:
    return re.sub(r"\s+", " ", (ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("credit", [TABLES, BASE_MAP, TOWNS, COUNTRY_NAMES, TYPEFACE])
def test_the_list_of_sources_names_it_with_its_licence(credit: credits.Credit) -> None:
    text = words("data/README.md")
    assert credit.licence in text
    assert credit is TABLES or credit.name in text


def test_the_readme_names_them_with_their_licences() -> None:
    text = words("README.md")
    assert f"Code {credits.CODE_LICENCE} (" in text.replace("[LICENSE]", "")
    assert f"Tables {TABLES.licence}. Base map: {BASE_MAP.listed}. Towns: {TOWNS.listed}." in text
    assert f"{TYPEFACE.listed}; saved pages carry" in text


def test_the_base_map_says_whose_it_is() -> None:
    text = words("data/basemap/build.py")
    assert BASE_MAP.told in text
    assert TOWNS.told in text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (credits.ON_MAP, (BASE_MAP, TOWNS, MAP_LIBRARY)),
        (credits.IN_KEY, (BASE_MAP, TOWNS, COUNTRY_NAMES, MAP_LIBRARY)),
        (credits.IN_EXPORTS, (TABLES, BASE_MAP, TOWNS)),
        (credits.IN_SAVED_PAGE, (TABLES, BASE_MAP, TOWNS, MAP_LIBRARY, TYPEFACE)),
        (
            credits.ON_ABOUT_PAGE,
            (TABLES, BASE_MAP, TOWNS, COUNTRY_NAMES, MAP_LIBRARY, TYPEFACE),
        ),
    ],
)
def test_a_text_names_all_that_stand_behind_what_it_is_beside(
    text: str, named: tuple[credits.Credit, ...]
) -> None:
    for credit in named:
        assert credit.name in text
