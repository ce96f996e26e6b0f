"""What every saved page has in common: head, style, typeface, what opens it; parts are put in."""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from layers.base.assets import WEB_FOLDER, Asset, hashed, loader, style_sheet
from layers.base.typeface import font_face, licence

STEM = "page"
PARTS = "<!-- parts -->"
"""Where the parts go; layers/web/out/save-page.js puts them there too."""


def shell_of(template: str, texts: Mapping[str, str]) -> str:
    """
    Put texts into the template of a page.

    Parameters
    ----------
    template
        With ``{{name}}`` once for each text.
    texts
        By name, as they are to stand in HTML.

    Returns
    -------
    str
        The page. What stands in one text is not looked at for another.

    Raises
    ------
    ValueError
        Where the template lacks a text's place, or a text would end the element it stands in.
    """
    page = []
    for name, text in texts.items():
        before, slot, template = template.partition(f"{{{{{name}}}}}")
        if not slot or "</style" in text or "</script" in text or "<!--" in text.replace(PARTS, ""):
            message = f"'{name}' cannot be put into the page"
            raise ValueError(message)
        page += [before, text]
    return "".join([*page, template])


def _policy(script: str) -> str:
    """Allow its own script and what it unpacks, what lies within the file, and no address."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}' blob:; style-src 'unsafe-inline'; "
        "img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _text(name: str) -> str:
    return Path(WEB_FOLDER, "app", name).read_text(encoding="utf-8")


@cache
def shell() -> Asset:
    """Return the page without its parts, which the command line and the browser put in alike."""
    script = f"\n{loader()}\n{_text('saved-open.js')}"
    texts = {
        "policy": _policy(script),
        "style": f"{font_face()}{style_sheet()}\n{_text('saved.css')}",
        "font_licence": licence(),
        "parts": PARTS,
        "script": script,
    }
    return hashed(STEM, ".html", shell_of(_text("saved.html"), texts).encode())
