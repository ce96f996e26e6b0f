"""The colours of the page and of the map, for a light screen and for a dark one."""

from collections.abc import Mapping
from types import MappingProxyType

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        # The page: text, paper, controls.
        "ink": "#22211f",
        "ink-soft": "#3d3b37",
        "muted": "#5c5a55",
        "off": "#77736a",
        "paper": "#fffdf8",
        "glass": "#fffdf8f0",
        "field": "#ffffff",
        "hover": "#f1ecdf",
        "rule": "#d9d4c8",
        "rule-soft": "#e8e2d6",
        "edge": "#b9b3a5",
        "edge-strong": "#8f897b",
        "accent": "#8a3b12",
        "focus": "#1b5fb4",
        # The timeline.
        "axis": "#a8a294",
        "axis-strong": "#8c8678",
        "grid": "#dbd4c5",
        "filled": "#f0e9da",
        "outside": "#c6c0b1",
        "window": "#6d675b",
        # The map.
        "land": "#f6f2ea",
        "water": "#d5e3ea",
        "coast": "#8fb0bf",
        "river": "#9dbccb",
        "border": "#a59f93",
        "map-ink": "#22252a",
        "halo": "#fbf9f4",
        "town": "#3d3f43",
        "area": "#5f5b52",
        "country": "#6f6a60",
        "water-name": "#376075",
        "mark-line": "#1d2024",
        "mark-ink": "#1d2024",
        "sample": "#4a4843",
        "corridor-original": "#5f7388",
        "corridor-shifted": "#b9180f",
        "route": "#6b5f4d",
        "zone": "#5c6b57",
        # Sides, and what is written on them: found by search over hue families for the largest
        # least difference (CIEDE2000) under normal sight and simulated protanopia, deuteranopia
        # and tritanopia, each at least 3:1 against land. Hues follow no flag, party or emblem;
        # none of them is the corridor's red.
        "side-us-coalition": "#0b7a51",
        "side-iran-aligned": "#4a1f5c",
        "side-syrian-government": "#2f8fc8",
        "side-syrian-opposition": "#b18103",
        "side-islamic-state": "#da3591",
        "side-other": "#50545a",
        "on-side": "#ffffff",
    }
)
"""Names of custom properties, without their ``--atlas-``, and colours in hex."""

DARK: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#ece8df",
        "ink-soft": "#d5d1c8",
        "muted": "#b3aea4",
        "off": "#918d85",
        "paper": "#1b1b1c",
        "glass": "#1b1b1cf0",
        "field": "#242425",
        "hover": "#323233",
        "rule": "#3c3b3a",
        "rule-soft": "#2f2e2e",
        "edge": "#5f5d59",
        "edge-strong": "#85827b",
        "accent": "#f0a878",
        "focus": "#8abbff",
        "axis": "#716e68",
        "axis-strong": "#8f8b83",
        "grid": "#373635",
        "filled": "#2a2825",
        "outside": "#565450",
        "window": "#a39e92",
        "land": "#2b2b2c",
        "water": "#182a35",
        "coast": "#3f5f70",
        "river": "#3f6478",
        "border": "#7a766e",
        "map-ink": "#f1eee7",
        "halo": "#1c1c1d",
        "town": "#d5d2cb",
        "area": "#bdb8ad",
        "country": "#aaa598",
        "water-name": "#8db9cf",
        "mark-line": "#0e0f10",
        "mark-ink": "#f1eee7",
        "sample": "#c3beb3",
        "corridor-original": "#93a9bf",
        "corridor-shifted": "#fb3018",
        "route": "#b5a78d",
        "zone": "#9cb094",
        "side-us-coalition": "#50c487",
        "side-iran-aligned": "#d6a1ed",
        "side-syrian-government": "#4f81d4",
        "side-syrian-opposition": "#e1b60e",
        "side-islamic-state": "#d14485",
        "side-other": "#acaeb1",
        "on-side": "#131415",
    }
)
"""The same names for a dark screen."""

PRINTED: Mapping[str, str] = MappingProxyType({"paper": "#ffffff", "glass": "#ffffff"})
"""What is the sheet's own white, so that nothing on it stands on a tint."""


def color(name: str) -> str:
    """
    Name a colour for whatever is drawn, so that it follows the theme.

    Parameters
    ----------
    name
        One of :data:`LIGHT`.

    Returns
    -------
    str
        A CSS reference; SVG attributes take it too.

    Raises
    ------
    KeyError
        Where there is no such colour.
    """
    LIGHT[name]
    return f"var(--atlas-{name})"


def css_variables(selector: str = ".atlas") -> str:
    """
    Return the colours as custom properties, for the style sheets.

    Parameters
    ----------
    selector
        Of CSS, one simple selector: what the map is in. Dark where its ``data-theme`` says so.

    Returns
    -------
    str
        Three CSS rules. What is printed is light, for paper is.
    """
    light = f"{selector} {{\n{_lines(LIGHT)}  color-scheme: light;\n}}\n"
    dark = f'{selector}[data-theme="dark"] {{\n{_lines(DARK)}  color-scheme: dark;\n}}\n'
    printed = f"{selector} {{\n{_lines(PRINTED)}}}\n"
    return f"{light}@media screen {{\n{dark}}}\n@media print {{\n{printed}}}\n"


def _lines(colors: Mapping[str, str]) -> str:
    return "".join(f"  --atlas-{name}: {value};\n" for name, value in colors.items())
