"""Cases of who counts in an event and what a switch leaves, for Python and browser alike."""

from typing import NamedTuple


class Case(NamedTuple):
    """
    One event and one selection.

    Attributes
    ----------
    taking_part
        ``ACTOR:ROLE`` or ``ACTOR:ROLE:SIDE`` of each participant, of the small fixture.
    role, sides, actors
        The selection; ``None`` is everything.
    is_shown
        Whether the event is left.
    """

    taking_part: str
    role: str
    sides: str | None
    actors: str | None
    is_shown: bool


CASES = {
    "nobody off": Case("us-military:initiator fars:target", "did", None, None, True),
    "its side off": Case("us-military:initiator fars:target", "did", "iran-aligned", None, False),
    "its target off": Case("us-military:initiator fars:target", "did", "us-coalition", None, True),
    "target counts": Case(
        "us-military:initiator fars:target", "target", "iran-aligned", None, True
    ),
    "supported do not yet": Case(
        "us-military:initiator fars:supported", "target", "", "fars", False
    ),
    "any part": Case("us-military:initiator fars:supported", "any", None, "fars", True),
    "blamed is a part": Case("fars:blamed", "any", "iran-aligned", "fars", True),
    "blamed did nothing": Case("fars:blamed", "did", "iran-aligned", None, False),
    "nobody named": Case("fars:blamed", "did", None, "unnamed", True),
    "nobody named, others off": Case("fars:target", "did", "iran-aligned", None, False),
    "somebody takes part": Case("fars:target", "target", None, "unnamed", False),
    "nobody at all": Case("", "any", "other", "unnamed", True),
    "two sides, one off": Case(
        "us-military:initiator syria:initiator", "did", "us-coalition", None, True
    ),
    "two sides, both off": Case(
        "us-military:initiator syria:initiator", "did", "other", None, False
    ),
    "two doers, one off": Case(
        "hezbollah:initiator fatemiyoun:initiator", "did", None, "hezbollah", True
    ),
    "side and actor of one": Case(
        "us-military:initiator syria:initiator", "did", "syrian-government", "us-military", False
    ),
    "side and actor of two": Case(
        "us-military:initiator fars:target", "target", "iran-aligned", "us-military", False
    ),
    "above it": Case("kataib-hizballah:initiator", "did", None, "iran", True),
    "below it": Case("iran:initiator", "did", None, "kataib-hizballah", False),
    "alone, itself": Case("iran:initiator", "did", None, "iran_itself", True),
    "alone, one below": Case("hezbollah:initiator", "did", None, "iran_itself", False),
    "beside it": Case("hezbollah:initiator", "did", None, "fars_itself kataib-hizballah", False),
    "another side here": Case(
        "syria-rebels:initiator:us-coalition", "did", "us-coalition", None, True
    ),
    "its own side here": Case(
        "syria-rebels:initiator:us-coalition", "did", "syrian-opposition", None, False
    ),
    "on two sides": Case("fars:initiator fars:initiator:other", "did", "other", "fars", True),
    "all sides off": Case("us-military:initiator", "any", "", None, False),
    "all actors off": Case("us-military:initiator", "any", None, "", False),
}
