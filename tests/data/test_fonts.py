"""The committed typeface: its own name, its licence, all that we write, and nothing by chance."""

import codecs
import io
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from data.fonts import build

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "data" / "fonts"
MOST_BYTES = 36_000
COPYRIGHT, TRADEMARK, LICENCE, LICENCE_ADDRESS = 0, 7, 13, 14
NOTICES = {COPYRIGHT, TRADEMARK, LICENCE, LICENCE_ADDRESS}

WRITTEN = sorted(
    path
    for pattern in (
        *("data/*.csv", "data/*.geojson", "data/basemap/labels.csv"),
        *("layers/*.py", "layers/web/*/*", "panels/*.py", "geo/**/*.py"),
    )
    for path in ROOT.glob(pattern)
)
# Looked for in cells that a spreadsheet would run, and never shown.
FULL_WIDTH = range(0xFF00, 0xFFF0)
TRANSLITERATED = (
    "ʿAyn ʾAlif Dayr az-Zawr Ḥimṣ Ḍumayr Ṭarṭūs aẓ-Ẓahr Ḫān ṯ ḏ ġ š č ž ǧ ā ī ū Ş İ ı ğ ç ö ü"
)
SIGNS = "– — ‘ ’ “ ” … → ← ↑ ↓ × · • ≤ ≥ − ° ′ ″ ½ ≠ ‹ › « »"


@cache
def font() -> TTFont:
    return TTFont(FOLDER / "atlas-sans.woff2")


def names() -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for record in font()["name"].names:
        found.setdefault(record.nameID, set()).add(record.toUnicode())
    return found


def features(table: str) -> set[str]:
    return {record.FeatureTag for record in font()[table].table.FeatureList.FeatureRecord}


def seen(text: str) -> set[str]:
    """What a text shows that is not Arabic: letters, figures and signs, also those by number."""
    # The ends of a span stand for what is looked for, not for what is shown.
    single = re.sub(r"\\u[0-9a-f]{4}-\\u[0-9a-f]{4}", "", text)
    numbered = (
        codecs.decode(one, "unicode_escape") for one in re.findall(r"\\u[0-9a-f]{4}", single)
    )
    shown = set()
    for sign in {*text, *numbered}:
        kind = unicodedata.category(sign)
        is_arabic = unicodedata.name(sign, "").startswith("ARABIC")
        if kind[0] != "C" and kind not in {"Zl", "Zp"} and not is_arabic:
            shown.add(sign)
    return {sign for sign in shown if ord(sign) not in FULL_WIDTH}


def test_it_is_small() -> None:
    assert (FOLDER / "atlas-sans.woff2").stat().st_size < MOST_BYTES


def test_it_is_what_the_script_cuts() -> None:
    committed = (FOLDER / "atlas-sans.woff2").read_bytes()
    made = build.build(build.source())
    opened = TTFont(io.BytesIO(made))
    for table in font().reader.keys():  # noqa: SIM118 - a reader of tables is no mapping
        assert opened.reader[table] == font().reader[table], table
    assert made == committed


def test_another_source_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "SOURCE_SHA256", "0" * 64)
    with pytest.raises(ValueError, match="is the one that"):
        build.source()


def test_a_sign_that_the_source_lacks_is_told() -> None:
    with pytest.raises(ValueError, match="U\\+2192"):
        build.characters(dict.fromkeys({*build.TRANSLITERATED, *build.SIGNS} - {0x2192}, "x"))


def test_it_has_a_name_of_its_own() -> None:
    found = names()
    assert found[build.FAMILY_ID] == {"Atlas Sans"}
    assert found[build.FULL_ID] == {"Atlas Sans Regular"}
    assert found[build.POSTSCRIPT_ID] == {"AtlasSans-Regular"}
    for number, texts in found.items():
        assert number in NOTICES or not any("source" in text.lower() for text in texts), number
    styles = [found[one.postscriptNameID] for one in font()["fvar"].instances]
    assert styles == [{f"AtlasSans-{one}"} for one in ("Regular", "Medium", "Semibold", "Bold")]


def test_its_notices_are_the_source_s_and_stand_in_the_licence() -> None:
    source = TTFont(io.BytesIO(build.source()))["name"]
    licence = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    for number in NOTICES:
        assert names()[number] == {source.getName(number, *build.WINDOWS).toUnicode()}
    (copyright_notice,), (trademark,) = names()[COPYRIGHT], names()[TRADEMARK]
    assert licence.startswith(f"{copyright_notice}\n{trademark}\n")
    for part in ("Version 1.1 - 26 February 2007", "PREAMBLE", "5) The Font", "DISCLAIMER"):
        assert part in licence


def test_its_weights_are_those_of_our_style_sheets() -> None:
    axes = {a.axisTag: (a.minValue, a.defaultValue, a.maxValue) for a in font()["fvar"].axes}
    assert axes == {"wght": (400, 400, 700)}
    for sheet in (ROOT / "layers" / "js").glob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        for weight in re.findall(r"font(?:-weight)?: (?:italic )?(\d{3})\b(?!px)", text):
            assert 400 <= int(weight) <= 700, f"{sheet.name}: {weight}"


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_it_holds_every_sign_that_we_write(path: Path) -> None:
    lacking = {one for one in seen(path.read_text(encoding="utf-8")) if ord(one) not in held()}
    assert not lacking, [f"U+{ord(one):04X} {one}" for one in sorted(lacking)]


@pytest.mark.parametrize("text", [TRANSLITERATED, SIGNS, "0123456789"])
def test_it_holds_what_others_may_write(text: str) -> None:
    assert {one for one in text if ord(one) not in held()} == set()


def test_it_holds_the_blocks_whole() -> None:
    # What is missing of them has no shape, or the source lacks it.
    assert {*range(0x21, 0x7F), *range(0xA1, 0x180)} - held() - {0xAD} <= lacked_by_the_source()


def held() -> set[int]:
    return set(font().getBestCmap())


@cache
def lacked_by_the_source() -> set[int]:
    return set(range(0x180)) - set(TTFont(io.BytesIO(build.source())).getBestCmap())


def test_figures_are_of_one_width_and_pairs_are_kerned() -> None:
    widths = {font()["hmtx"][font().getBestCmap()[ord(one)]][0] for one in "0123456789"}
    assert len(widths) == 1
    assert "kern" in features("GPOS")
    assert {"liga", "locl", "ccmp"} <= features("GSUB")


def test_names_of_countries_have_small_capitals() -> None:
    rules = font()["GSUB"].table
    letters = {ord(one) for one in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    small: set[str] = set()
    for record in rules.FeatureList.FeatureRecord:
        if record.FeatureTag in build.SMALL_CAPITALS:
            for number in record.Feature.LookupListIndex:
                for within in rules.LookupList.Lookup[number].SubTable:
                    small |= set(getattr(getattr(within, "ExtSubTable", within), "mapping", {}))
    assert {font().getBestCmap()[one] for one in letters} <= small
    countries = (ROOT / "data/basemap/labels.csv").read_text(encoding="utf-8").splitlines()
    named = "".join(row.split(",")[0] for row in countries if ",country," in row)
    assert named
    assert {ord(one) for one in named} <= letters | {ord(" ")}
