"""Cases of when a route is drawn, for Python and browser alike."""

from collections.abc import Mapping
from typing import Any, NamedTuple

ROUTE = "damascus-baghdad-highway"
"""The route of the small fixture that the cases change; it goes by al-Tanf."""

EVENTS = ("convoy-advance-2017-05", "erbil-attack-2021-02-15")
"""Events of the small fixture: of May 2017 by Iran-aligned militias, of February 2021."""


class Case(NamedTuple):
    """
    One route and one selection.

    Attributes
    ----------
    status
        Of the route.
    actor_ids
        Whose it is.
    named_by
        Which of ``EVENTS`` name it, by number.
    chosen
        What the selection has, as the browser's state writes it.
    is_shown
        Whether the route is left.
    """

    status: str
    actor_ids: tuple[str, ...]
    named_by: tuple[int, ...]
    chosen: Mapping[str, Any]
    is_shown: bool


IN_MAY = {"first_day": "2017-05-01", "last_day": "2017-05-31"}
IN_JUNE = {"first_day": "2017-06-05", "last_day": "2017-06-10"}
IN_2021 = {"first_day": "2021-02-01", "last_day": "2021-02-28"}
MILITIA = ("hezbollah",)

# The route's own days are May and June 2017.
CASES = {
    "nothing chosen": Case("happened", MILITIA, (0,), {}, True),
    "in the days of its event": Case("happened", MILITIA, (0,), IN_MAY, True),
    "after its event, in days of its own": Case("happened", MILITIA, (0,), IN_JUNE, False),
    "one of two events is there": Case("happened", MILITIA, (0, 1), IN_2021, True),
    "neither of two events is there": Case("happened", MILITIA, (0, 1), IN_JUNE, False),
    "its event is not found": Case("happened", MILITIA, (0,), {"find": "rocket"}, False),
    "its event is found": Case("happened", MILITIA, (0, 1), {"find": "rocket"}, True),
    "a plan goes as well": Case("planned", MILITIA, (0,), {"find": "rocket"}, False),
    "its event is of another kind": Case(
        "happened", MILITIA, (0,), {"types": ["airstrike"]}, False
    ),
    "its event's article is off": Case("happened", MILITIA, (0,), {"articles": []}, False),
    "its event's slider is at the start": Case(
        "happened", MILITIA, (0,), {"cursors": {"guardian-2017-05-18": 0}}, False
    ),
    "its event's side is off": Case("happened", (), (0,), {"sides": ["us-coalition"]}, False),
    "its event is on, its own actor is not": Case(
        "happened", ("us-military",), (0,), {"sides": ["iran-aligned"]}, True
    ),
    "all events are off": Case("happened", MILITIA, (0,), {"actors": []}, False),
    "its layer is off": Case("happened", MILITIA, (0,), {"layers": []}, False),
    "a road that exists, after its event": Case("existing", (), (0,), IN_2021, True),
    "a road that exists, not found": Case("existing", (), (0,), {"find": "rocket"}, True),
    "a road that exists, all actors off": Case("existing", (), (0,), {"actors": []}, True),
    "a road that exists, its actor off": Case(
        "existing", MILITIA, (0,), {"sides": ["us-coalition"]}, True
    ),
    "a road that exists, its layer off": Case("existing", (), (0,), {"layers": []}, False),
    "no event, in its own days": Case("happened", MILITIA, (), IN_JUNE, True),
    "no event, after its own days": Case("happened", MILITIA, (), IN_2021, False),
    "no event, nothing is found": Case("happened", MILITIA, (), {"find": "rocket"}, True),
    "no event, its actor off": Case("happened", MILITIA, (), {"actors": ["us-military"]}, False),
    "no event, its actor's side off": Case(
        "happened", MILITIA, (), {"sides": ["us-coalition"]}, False
    ),
    "no event, reported in the window": Case(
        "happened", MILITIA, (), {"day_of": "reported", **IN_MAY}, True
    ),
    "no event, reported before the window": Case(
        "happened", MILITIA, (), {"day_of": "reported", **IN_JUNE}, False
    ),
    "its event reported in the window": Case(
        "happened", MILITIA, (0,), {"day_of": "reported", **IN_MAY}, True
    ),
    "only what the articles say": Case("happened", MILITIA, (0,), {"stated_only": True}, True),
}
# Which waypoints (Damascus, al-Tanf, Baghdad) and legs are stated, and what the articles leave.
STATED = {
    "all of it": ("sss", "ss", ("damascus", "al-tanf", "baghdad")),
    "one between is not": ("sis", "ii", ("damascus", "baghdad")),
    "the last is not": ("sse", "se", ("damascus", "al-tanf")),
    "a leg is not": ("sss", "si", ("damascus", "al-tanf")),
    "the first leg is not": ("sss", "es", ("al-tanf", "baghdad")),
    "no leg is": ("sss", "ei", ()),
    "one waypoint alone": ("sei", "ei", ()),
    "no waypoint": ("iei", "ii", ()),
}
