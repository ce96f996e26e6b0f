"""The typeface that Streamlit brings, for pages without Streamlit."""

import base64
from functools import cache
from pathlib import Path

import streamlit
from playwright.sync_api import Page

MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"
LOADED = """async () => (await document.fonts.load('16px "Source Sans"')).length"""


@cache
def font_face() -> str:
    """Return the style rule that brings it within itself: every weight, upright."""
    (file,) = MEDIA.glob("SourceSansVF-Upright*.woff2")
    content = base64.b64encode(file.read_bytes()).decode()
    return (
        '@font-face { font-family: "Source Sans"; font-weight: 100 900; '
        f'src: url("data:font/woff2;base64,{content}") format("woff2"); }}'
    )


def add_typeface(page: Page) -> None:
    """Set a page's text in it; returns once it can be measured."""
    page.add_style_tag(content=font_face())
    assert page.evaluate(LOADED) == 1
