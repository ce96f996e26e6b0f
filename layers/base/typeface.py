"""The typeface that a file without a network carries, with its licence."""

import base64
from functools import cache

from layers.base.assets import LAYERS_FOLDER

FONT_FOLDER = LAYERS_FOLDER.parent / "data" / "fonts"
FAMILY = "Atlas Sans"
"""As it stands in the file's own table of names and in our style sheets."""

WEIGHTS = (400, 700)


@cache
def font_face() -> str:
    """Return the CSS rule that brings the typeface along, as a data address."""
    content = base64.b64encode((FONT_FOLDER / "atlas-sans.woff2").read_bytes()).decode()
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {WEIGHTS[0]} {WEIGHTS[1]}; '
        f'src: url(data:font/woff2;base64,{content}) format("woff2"); }}\n'
    )


@cache
def licence() -> str:
    """Return the typeface's copyright notice and the licence in full, which go wherever it goes."""
    return (FONT_FOLDER / "OFL.txt").read_text(encoding="utf-8")
