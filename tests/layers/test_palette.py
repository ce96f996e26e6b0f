"""Sides are told apart by everyone, and never by colour alone."""

import re
from collections.abc import Mapping
from itertools import combinations

import numpy as np
import pytest

from geo.model.vocabulary import Side
from layers.base import assets, style, theme

# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
SIGHT = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# One unit of CIEDE2000 is just noticeable on large patches side by side. Marks here are 20 px
# and stand apart, so a dozen of them is asked for; the plate's shape says the side again.
LEAST_DIFFERENCE = 12
LEAST_CONTRAST = 3
LEAST_TEXT_CONTRAST = 4.5
THEMES = {"light": theme.LIGHT, "dark": theme.DARK}
HUES = [f"side-{side}" for side in Side] + ["corridor-shifted"]
# Text, and what a control is known by, on what it stands on; WCAG 2.2 asks for 4.5 and 3.
READ = [
    (name, ground)
    for name in ("ink", "ink-soft", "muted", "accent")
    for ground in ("paper", "hover", "field")
]
NAMED = [(name, "land") for name in ("map-ink", "town", "area", "country")] + [
    ("water-name", "water")
]
SEEN = [
    ("edge-strong", "paper"),
    ("focus", "paper"),
    ("focus", "land"),
    ("mark-ink", "land"),
    ("sample", "paper"),
]

WEB_FILES = sorted(path for path in assets.WEB_FOLDER.glob("*/*") if path.suffix in {".js", ".css"})


def linear(color: str) -> np.ndarray:
    rgb = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    xyz = to_xyz @ np.clip(rgb, 0, 1) / np.array([0.95047, 1, 1.08883])
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def ciede2000(one: np.ndarray, two: np.ndarray) -> float:
    """Colour difference after Sharma, Wu and Dalal (2005)."""
    mean_chroma = (np.hypot(*one[1:]) + np.hypot(*two[1:])) / 2
    stretch = 1.5 - 0.5 * np.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    chromas, hues = [], []
    for _, a, b in (one, two):
        chromas.append(np.hypot(a * stretch, b))
        hues.append(np.degrees(np.arctan2(b, a * stretch)) % 360)
    turn = (hues[1] - hues[0] + 180) % 360 - 180
    chroma = sum(chromas) / 2
    hue = (hues[0] + turn / 2) % 360
    light = (one[0] + two[0]) / 2
    d_hue = 2 * np.sqrt(chromas[0] * chromas[1]) * np.sin(np.radians(turn / 2))
    t = (
        1
        - 0.17 * np.cos(np.radians(hue - 30))
        + 0.24 * np.cos(np.radians(2 * hue))
        + 0.32 * np.cos(np.radians(3 * hue + 6))
        - 0.20 * np.cos(np.radians(4 * hue - 63))
    )
    by_light = (two[0] - one[0]) / (1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2))
    by_chroma = (chromas[1] - chromas[0]) / (1 + 0.045 * chroma)
    by_hue = d_hue / (1 + 0.015 * chroma * t)
    blue = 30 * np.exp(-(((hue - 275) / 25) ** 2))
    twist = -2 * np.sqrt(chroma**7 / (chroma**7 + 25**7)) * np.sin(np.radians(2 * blue))
    squares = by_light**2 + by_chroma**2 + by_hue**2 + twist * by_chroma * by_hue
    return float(np.sqrt(squares))


def contrast(one: str, two: str) -> float:
    luminance = [linear(color) @ np.array([0.2126, 0.7152, 0.0722]) for color in (one, two)]
    return float((max(luminance) + 0.05) / (min(luminance) + 0.05))


def test_the_difference_is_the_published_one() -> None:
    # Sharma, Wu and Dalal (2005), table 1, pairs 1 and 17.
    assert ciede2000(
        np.array([50, 2.6772, -79.7751]), np.array([50, 0, -82.7485])
    ) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000(np.array([50, 2.5, 0]), np.array([73, 25, -18])) == pytest.approx(
        27.1492, abs=1e-4
    )


@pytest.mark.parametrize("colors", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize(("one", "two"), list(combinations(HUES, 2)))
def test_two_sides_differ_to_every_eye(
    sight: str, one: str, two: str, colors: Mapping[str, str]
) -> None:
    seen = [lab(SIGHT[sight] @ linear(colors[name])) for name in (one, two)]
    assert ciede2000(*seen) >= LEAST_DIFFERENCE


@pytest.mark.parametrize("colors", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("name", HUES)
def test_a_colour_stands_out_from_land(name: str, colors: Mapping[str, str]) -> None:
    assert contrast(colors[name], colors["land"]) >= LEAST_CONTRAST


@pytest.mark.parametrize("colors", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("side", Side)
def test_a_glyph_stands_out_from_its_plate(side: Side, colors: Mapping[str, str]) -> None:
    assert contrast(colors["on-side"], colors[f"side-{side}"]) >= LEAST_CONTRAST


@pytest.mark.parametrize("colors", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("name", "ground"), READ + NAMED)
def test_text_can_be_read(name: str, ground: str, colors: Mapping[str, str]) -> None:
    assert contrast(colors[name], colors[ground]) >= LEAST_TEXT_CONTRAST


@pytest.mark.parametrize("colors", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("name", "ground"), SEEN)
def test_controls_and_signs_can_be_seen(name: str, ground: str, colors: Mapping[str, str]) -> None:
    assert contrast(colors[name], colors[ground]) >= LEAST_CONTRAST


def test_both_themes_define_the_same_colours_in_hex() -> None:
    assert set(theme.LIGHT) == set(theme.DARK)
    for value in (*theme.LIGHT.values(), *theme.DARK.values()):
        assert re.fullmatch(r"#[0-9a-f]{6}(?:[0-9a-f]{2})?", value)


def test_no_script_or_sheet_has_a_colour_of_its_own() -> None:
    for path in WEB_FILES:
        assert not re.findall(r"#[0-9a-f]{3,8}\b(?=[\"';,)} ])", path.read_text("utf-8")), path.name


def test_each_side_has_a_plate_of_its_own_that_the_browser_can_draw() -> None:
    plates = [look.plate for look in style.SIDES.values()]
    script = (assets.WEB_FOLDER / "base" / "pin-icon.js").read_text(encoding="utf-8")
    known = re.findall(r"^ {2}(\w+): \"M", script, flags=re.MULTILINE)
    assert len(set(plates)) == len(Side)
    assert set(plates) <= set(known)


def test_every_colour_of_the_style_sheet_is_defined() -> None:
    sheets = [path.read_text("utf-8") for path in WEB_FILES]
    used = {found for text in sheets for found in re.findall(r"var\((--atlas-[a-z-]+)", text)}
    named = {found for text in sheets for found in re.findall(r"\bthemeColor\(\"([a-z-]+)\"", text)}
    # What an element carries itself: a side's colour, a size.
    carried = {
        found
        for text in sheets
        for found in re.findall(r"setProperty\(\"(--atlas-[a-z-]+)\"", text)
    }
    defined = set(re.findall(r"(--atlas-[a-z-]+):", assets.style_sheet())) | carried
    assert named <= set(theme.LIGHT)
    assert used
    assert used <= defined
