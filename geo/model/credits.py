"""Whose work the atlas is made of, and under what licence: once, for page, files and pictures."""

from typing import NamedTuple


class Credit(NamedTuple):
    """
    One whose work is used.

    Attributes
    ----------
    name
        What it is called.
    licence
        Under which it may be used.
    """

    name: str
    licence: str

    @property
    def listed(self) -> str:
        """Name and licence, in a list of such."""
        return f"{self.name}, {self.licence}"

    @property
    def told(self) -> str:
        """Name with its licence in brackets, in a sentence."""
        return f"{self.name} ({self.licence})"


TABLES = Credit("Corridor Atlas", "CC BY 4.0")
CODE_LICENCE = "MIT"
BASE_MAP = Credit("Natural Earth", "public domain")
TOWNS = Credit("GeoNames", "CC BY 4.0")
COUNTRY_NAMES = Credit("Unicode CLDR", "Unicode License v3")
FURTHER_NAMES = "Wikipedia"
MAP_LIBRARY = Credit("Leaflet", "BSD 2-Clause")
TYPEFACE = Credit("Source Sans, © 2023 Adobe", "SIL Open Font License 1.1")
SUBSET_NAME = "Atlas Sans"

ON_MAP = f"{BASE_MAP.name} · towns: {TOWNS.listed} · {MAP_LIBRARY.name}"
"""The line at the map's foot."""

IN_KEY = (
    f"Base map: {BASE_MAP.told}. Town names: {TOWNS.told}. Arabic names: {TOWNS.name}, "
    f"{COUNTRY_NAMES.name}, {FURTHER_NAMES}. Map library: {MAP_LIBRARY.name}."
)
"""The last note of the key, of a picture and of a print."""

OF_TABLES = f"Tables: {TABLES.listed}."
"""Beside the version of the data."""

IN_SAVED_PAGE = (
    f"{OF_TABLES} Code: {CODE_LICENCE}. Town names: {TOWNS.listed}. Base map: {BASE_MAP.listed}. "
    f"Map library: {MAP_LIBRARY.listed}. Typeface: {SUBSET_NAME}, a Latin subset of "
    f"{TYPEFACE.listed}."
)
"""All that one file holds."""

IN_EXPORTS = (
    f"{TABLES.name}. Places: {TOWNS.told} and the sources named. Borders: {BASE_MAP.told}. "
    "Events as reported by the articles cited."
)
"""The attribution of a file of data."""

ON_ABOUT_PAGE = (
    f"The code is under the {CODE_LICENCE} licence. The tables are under {TABLES.licence}: name "
    f"{TABLES.name} and the data\nversion below. Town coordinates are from {TOWNS.told}, some "
    f"places from {FURTHER_NAMES}, Arabic\nnames of countries from the {COUNTRY_NAMES.told}, the "
    f"base\nmap from {BASE_MAP.told}, the map library is {MAP_LIBRARY.told}.\nThe typeface is "
    f"{TYPEFACE.told}; saved pages carry a Latin\nsubset of it, renamed {SUBSET_NAME}."
)
"""In full sentences."""
