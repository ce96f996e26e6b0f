"""A button that makes a file when it is clicked, and hands it over by an address of its own."""

import io
import json
import logging
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

import streamlit as st

from panels import made_files

COMPONENT = "corridor_atlas_download"
MOST_TRIES = 3
"""After so many the file is held in memory: what was written is not found where readers look."""

HELD = (
    "This server cannot put files where your browser finds them at the moment. The file is held in "
    "memory: save it from here."
)
FAILED = "The file could not be made. Try again; if it stays so, tell whoever runs this server."

_ANSWERS = "download_answers"
_CODE = Path(__file__).parent
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Offer:
    """
    A file that can be asked for.

    Attributes
    ----------
    file_name
        What the reader's browser calls it; its suffix is that of the file on the server.
    media_type
        Its media type.
    what
        Says all that decides the content.
    write
        Writes the content to a stream.
    """

    file_name: str
    media_type: str
    what: Hashable
    write: Callable[[BinaryIO], object]


@dataclass(frozen=True)
class Answer:
    """
    What became of what was asked for.

    Attributes
    ----------
    token
        Tells one click from the next.
    address
        Where the file is; None where there is none.
    said
        What the reader is told in its place.
    content
        The file, where it can be put nowhere.
    what
        As in the offer.
    """

    token: str
    what: Hashable
    address: str | None = None
    said: str | None = None
    content: bytes | None = None


def answer(offer: Offer, token: str, tries: int = 1) -> Answer:
    """
    Make the file.

    Parameters
    ----------
    offer
        What is asked for.
    token
        Of the click.
    tries
        How often this click has asked; from :data:`MOST_TRIES` on the file is held in memory.

    Returns
    -------
    Answer
        With an address, or with words and perhaps the content.
    """
    try:
        if tries < MOST_TRIES:
            try:
                suffix = Path(offer.file_name).suffix
                address = made_files.address(offer.what, suffix, offer.write)
                return Answer(token, offer.what, address)
            except OSError as error:
                _log.warning("a download is held in memory: %s", error.strerror)
        stream = io.BytesIO()
        offer.write(stream)
    except Exception:
        _log.exception("a download could not be made")
        return Answer(token, offer.what, said=FAILED)
    return Answer(token, offer.what, said=HELD, content=stream.getvalue())


def show(label: str, offer: Offer, key: str, is_wide: bool = True) -> None:
    """
    Offer a file; a click makes it and leaves the page as it is.

    Parameters
    ----------
    label
        What stands on the button.
    offer
        What it gives.
    key
        Tells one button of the page from the next.
    is_wide
        Whether it takes the width there is.
    """
    # Taken before anything else of this run: once a file is being made, a newer run may cut this
    # one short where it next touches the page, and the answer has to be kept.
    answers: dict[str, Answer] = st.session_state.setdefault(_ANSWERS, {})
    _fulfil(st.session_state.get(key), offer, answers, key)
    given = answers.get(key)
    data = {"label": label, "file_name": offer.file_name, "is_wide": is_wide, "most": MOST_TRIES}
    if given:
        data["answer"] = {"token": given.token, "address": given.address, "said": given.said}
    found = _component(_code())(
        # As one text: else Streamlit imports pandas to see whether a part of it is a table.
        data={"text": json.dumps(data)},
        key=key,
        on_asked_change=lambda: None,
    )
    if _fulfil(found, offer, answers, key):
        # A session that began after the click, as after a restart, hears of it only here.
        st.rerun()
    if given and given.content is not None:
        if given.what == offer.what:
            _hold(given.content, offer, key)
        else:
            # Not what is offered now. The click stays answered.
            answers[key] = replace(given, content=None)


def _fulfil(found: Any, offer: Offer, answers: dict[str, Answer], key: str) -> bool:  # noqa: ANN401 - the browser's
    """Answer what the browser asks for, once for each click and try; say whether anything was."""
    asked = found.get("asked") if hasattr(found, "get") else None
    if not isinstance(asked, dict):
        return False
    token, tries = asked.get("token"), asked.get("tries")
    if not isinstance(token, str) or len(token) > 64 or not isinstance(tries, int):
        return False
    if key in answers and answers[key].token == token:
        return False
    answers[key] = answer(offer, token, tries)
    return True


def _hold(content: bytes, offer: Offer, key: str) -> None:
    st.download_button(
        f"Save {offer.file_name}",
        data=content,
        file_name=offer.file_name,
        mime=offer.media_type,
        on_click="ignore",
        width="stretch",
        key=f"{key}_held",
    )


@cache
def _code() -> tuple[str, str]:
    return tuple(  # type: ignore[return-value]
        (_CODE / f"download_button.{kind}").read_text(encoding="utf-8") for kind in ("js", "css")
    )


@st.cache_resource(show_spinner=False)
def _component(_texts: tuple[str, str]) -> Callable[..., Any]:
    script, style = _texts
    return st.components.v2.component(COMPONENT, js=script, css=style)
