"""Cut the committed typeface out of the one in Streamlit: ``python -m data.fonts.build``."""

import argparse
import hashlib
import importlib.util
import io
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otTables import SingleSubst
from fontTools.varLib import instancer

FOLDER = Path(__file__).resolve().parent
FILE = "atlas-sans.woff2"
FAMILY = "Atlas Sans"
POSTSCRIPT = "AtlasSans"
STYLE = "Regular"
WEIGHTS = (400, 700)

SOURCE = "SourceSansVF-Upright.*.woff2"
SOURCE_SHA256 = "5f16566f7a40d39b339ad26be151fa5a1ab1f0c2574c7a2e619765584a1acbd8"
"""Of Source Sans 3.052, as Streamlit 1.67.0 ships it."""

BLOCKS = ((0x20, 0x7E), (0xA0, 0xFF), (0x100, 0x17F))
"""Basic Latin, Latin-1 Supplement and Latin Extended-A, as far as the source has them."""

TRANSLITERATED = (
    *(0x1E6, 0x1E7, 0x218, 0x219, 0x21A, 0x21B),  # G with caron; S and T with comma
    *(0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF),  # hamza, ayn and what is written for them
    *(0x1E0C, 0x1E0D, 0x1E0E, 0x1E0F, 0x1E24, 0x1E25, 0x1E2A, 0x1E2B),  # D, H
    *(0x1E62, 0x1E63, 0x1E6C, 0x1E6D, 0x1E6E, 0x1E6F, 0x1E92, 0x1E93, 0x1E96),  # S, T, Z, h
)
SIGNS = (
    *(0x2009, 0x202F, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014),  # thin spaces, hyphens, dashes
    *(0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2039, 0x203A),  # quotation marks
    *(0x2022, 0x2026, 0x2032, 0x2033, 0x20AC),  # bullet, ellipsis, primes, euro
    *(0x2190, 0x2191, 0x2192, 0x2193),  # arrows
    *(0x2212, 0x2248, 0x2260, 0x2264, 0x2265),  # minus, about, unequal, at most, at least
)

SMALL_CAPITALS = ("c2sc", "smcp")
FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk", *SMALL_CAPITALS)
"""What browsers switch on by themselves, and small capitals. Figures are tabular without one."""

FAMILY_ID, STYLE_ID, UNIQUE_ID, FULL_ID, VERSION_ID, POSTSCRIPT_ID, PREFIX_ID = 1, 2, 3, 4, 5, 6, 25
WINDOWS = (3, 1, 0x409)
"""Platform, encoding and language of the names that are kept."""


def main() -> None:
    """Build the typeface and replace the committed one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder to write to")
    content = build(source())
    (parser.parse_args().out / FILE).write_bytes(content)
    print(f"{len(content):8,d}  {FILE}")


def source() -> bytes:
    """
    Return the typeface as the installed Streamlit ships it.

    Raises
    ------
    ValueError
        Where it is another than what has been looked at.
    """
    found = importlib.util.find_spec("streamlit")
    if found is None or found.origin is None:
        message = "Streamlit is not installed"
        raise ValueError(message)
    media = Path(found.origin).parent / "static" / "static" / "media"
    for path in media.glob(SOURCE):
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() == SOURCE_SHA256:
            return content
    message = f"no {SOURCE} in {media} is the one that {FILE} was cut from"
    raise ValueError(message)


def build(content: bytes) -> bytes:
    """
    Make the subset.

    Parameters
    ----------
    content
        The whole typeface, see `source`.

    Returns
    -------
    bytes
        WOFF2. The same content and library versions give the same bytes.
    """
    whole = TTFont(io.BytesIO(content), recalcTimestamp=False)
    _keep_letters_of_small_capitals(whole)
    options = Options()
    options.layout_features = list(FEATURES)
    options.layout_scripts = ["DFLT", "latn"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    cutter = Subsetter(options)
    cutter.populate(unicodes=characters(whole.getBestCmap()))
    cutter.subset(whole)
    # Saved and opened in between: the instancer reads tables that the cutter leaves half done.
    cut = TTFont(io.BytesIO(_saved(whole)), recalcTimestamp=False)
    instancer.instantiateVariableFont(cut, {"wght": WEIGHTS}, inplace=True)
    _rename(cut)
    cut.flavor = "woff2"
    return _saved(cut)


def characters(held: dict[int, str]) -> set[int]:
    """
    List what the subset holds.

    Parameters
    ----------
    held
        What the source holds: glyph names by code point.

    Raises
    ------
    ValueError
        Where the source lacks a letter or sign that is named one by one.
    """
    named = {*TRANSLITERATED, *SIGNS}
    lacking = sorted(named - held.keys())
    if lacking:
        message = f"the source lacks {', '.join(f'U+{one:04X}' for one in lacking)}"
        raise ValueError(message)
    blocks = {point for first, last in BLOCKS for point in range(first, last + 1)}
    return named | (blocks & held.keys())


def _saved(font: TTFont) -> bytes:
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _keep_letters_of_small_capitals(font: TTFont) -> None:
    """Only names of countries are set in them, which are plain letters; the others cost 4 kB."""
    held = font.getBestCmap()
    kept = {held[point] for point in range(0x7F) if chr(point).isalpha()}
    rules = font["GSUB"].table
    for record in rules.FeatureList.FeatureRecord:
        if record.FeatureTag not in SMALL_CAPITALS:
            continue
        for number in record.Feature.LookupListIndex:
            for within in rules.LookupList.Lookup[number].SubTable:
                table = getattr(within, "ExtSubTable", within)
                if isinstance(table, SingleSubst):
                    table.mapping = {one: to for one, to in table.mapping.items() if one in kept}


def _rename(font: TTFont) -> None:
    """Give it a name of its own, for the source's is reserved; notices stay as they are."""
    names = font["name"]
    version = names.getName(VERSION_ID, *WINDOWS).toUnicode().split(";")[0]
    renamed = {
        FAMILY_ID: FAMILY,
        STYLE_ID: STYLE,
        UNIQUE_ID: f"{version}; {POSTSCRIPT}-{STYLE}",
        FULL_ID: f"{FAMILY} {STYLE}",
        VERSION_ID: version,
        POSTSCRIPT_ID: f"{POSTSCRIPT}-{STYLE}",
        PREFIX_ID: POSTSCRIPT,
    }
    for instance in font["fvar"].instances:
        style = names.getName(instance.subfamilyNameID, *WINDOWS).toUnicode()
        renamed[instance.postscriptNameID] = f"{POSTSCRIPT}-{style}"
    names.names = [one for one in names.names if one.langID == WINDOWS[-1]]
    for number, text in renamed.items():
        names.setName(text, number, *WINDOWS)
    names.removeUnusedNames(font)


if __name__ == "__main__":
    main()
