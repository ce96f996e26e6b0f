"""What the head of a map that stands by itself carries: style, Leaflet, its words, our script."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from branca.element import Element, Figure, MacroElement
from xstatic.pkg import leaflet

from geo.dataset import Dataset
from geo.model.vocabulary import Match
from layers.base.assets import LAYERS_FOLDER, leaflet_script
from layers.base.theme import css_variables
from layers.base.typeface import font_face, licence
from layers.contract import StandaloneWords
from layers.payload.whole import payload

TITLE = "Corridor Atlas"
WORDS_ID = "atlas-words"

# What ends a script element or a line of one; JSON may write any of them by number.
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<\u2028\u2029"}
_ENDING = re.compile(r"</(?:script|style)|<!--", re.IGNORECASE)


class AsItIs(Element):
    """
    A piece of HTML that no template touches: what an Element prints is parsed as one once more.

    Parameters
    ----------
    html
        Written out unchanged.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self._html = html

    def render(self, **_kwargs: object) -> str:
        """Return the piece."""
        return self._html


class Head(MacroElement):
    """
    Put a piece of HTML into the head of whatever page the map is drawn on, once.

    Parameters
    ----------
    name
        Of the piece; a second one of this name takes its place.
    html
        As :class:`AsItIs` writes it.
    """

    def __init__(self, name: str, html: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Head"
        self._piece = name
        self._html = html

    def render(self, **_kwargs: object) -> str:
        """Hand the piece over to the page; nothing is left for the map's own place."""
        figure = self.get_root()
        if not isinstance(figure, Figure):
            message = f"a map's root is a Figure, not a {type(figure).__name__}"
            raise TypeError(message)
        figure.title = figure.title or TITLE
        figure.header.add_child(AsItIs(self._html), name=self._piece)
        return ""


def head(dataset: Dataset) -> Iterator[Head]:
    """
    Yield what goes into the head.

    Parameters
    ----------
    dataset
        What is drawn; its words travel as JSON.

    Yields
    ------
    Head
        Style, typeface with its licence, Leaflet, words and script: nothing is fetched.
    """
    yield Head("atlas-style", f"<style>{_whole(_style())}</style>")
    yield Head("atlas-font-licence", _script(licence(), "atlas-font-licence", "text/plain"))
    yield Head("atlas-leaflet", _script(leaflet_script()))
    yield Head("atlas-words", _script(_json(words(dataset)), WORDS_ID, "application/json"))
    yield Head("atlas-script", _script(_text("standalone.js")))


def words(dataset: Dataset) -> StandaloneWords:
    """
    Gather the text of a map that stands by itself.

    Parameters
    ----------
    dataset
        What is drawn.

    Returns
    -------
    StandaloneWords
    """
    possible = [key for key, match in dataset.matches.items() if match is Match.POSSIBLE]
    return {"payload": payload(dataset), "possible": possible}


def _json(value: StandaloneWords) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_ESCAPED)


def _script(text: str, element_id: str = "", kind: str = "") -> str:
    attributes = (f' id="{element_id}"' if element_id else "") + (f' type="{kind}"' if kind else "")
    return f"<script{attributes}>{_whole(text)}</script>"


def _whole(text: str) -> str:
    """Return a text that does not end the element it stands in."""
    if _ENDING.search(text):
        message = "the text would end its element"
        raise ValueError(message)
    return text


@cache
def _style() -> str:
    sheet = Path(leaflet.BASE_DIR, "leaflet.css").read_text(encoding="utf-8")
    without_pictures = re.sub(r"url\([^)]*\)", "none", sheet)
    return "\n".join(
        [without_pictures, css_variables(".folium-map"), font_face(), _text("standalone.css")]
    )


def _text(name: str) -> str:
    return Path(LAYERS_FOLDER, name).read_text(encoding="utf-8")
