"""What a claim may be about that is no event: an actor, a place or a route."""

from typing import Annotated

from pydantic import BeforeValidator

from geo.model.cells import maybe, read_id, wrong

THINGS = ("actor", "place", "route")


def about_parts(about: str) -> tuple[str, str]:
    """
    Take apart what a claim is about.

    Parameters
    ----------
    about
        Text of the cell, such as ``actor:iran``.

    Returns
    -------
    kind, thing_id
        One of ``THINGS``, and an id of its table.
    """
    kind, _, thing_id = about.partition(":")
    return kind, thing_id


def _about(value: object) -> str:
    text = str(value)
    kind, thing_id = about_parts(text)
    if kind not in THINGS or ":" not in text:
        raise wrong(f"{text!r} names no thing; write actor:, place: or route: and an id")
    read_id(thing_id)
    return text


MaybeAbout = Annotated[str | None, BeforeValidator(maybe(_about))]
