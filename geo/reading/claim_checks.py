"""Check claims and titles against what else the tables say: weekdays, places, hedges, names."""

import re
from collections.abc import Iterator

from geo.model.models import Actor, Claim, Event, EventPlace, Place
from geo.model.problems import Problem
from geo.model.vocabulary import Stance
from geo.reading.tables import Table
from geo.reading.within import all_above

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b")
_HEDGED = re.compile(
    r"\b(reportedly|allegedly|supposedly|apparently|it (?:is|was) (?:said|reported)|"
    r"(?:is|are|was|were) (?:said|reported|thought|believed|alleged) to|seems?)\b",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"\b(neither confirm\w* nor den\w+|(?:not|never) confirm\w*|declin\w+ to (?:confirm|comment)|"
    r"left .* uncommented)\b",
    re.IGNORECASE,
)
_SIDE_NAMES = (
    "US-led",
    "Iran-aligned",
    "Syrian government",
    "pro-government",
    "Government",
    "opposition",
    "Rebels",
    "Islamic State",
)
"""Names by which titles call the sides."""


def weekday_problems(claims: Table[Claim]) -> Iterator[Problem]:
    """
    Find claims whose wording names another weekday than that of their day.

    Parameters
    ----------
    claims
        The table.

    Yields
    ------
    problem
        One for each claim.
    """
    for located in claims.rows:
        claim = located.row
        named = _WEEKDAY.search(claim.says_when)
        if not named:
            continue
        for column, day in (("first_day", claim.first_day), ("last_day", claim.last_day)):
            if day and _WEEKDAYS[day.weekday()] != named[1]:
                message = (
                    f"'{day}' is a {_WEEKDAYS[day.weekday()]}; says_when has '{claim.says_when}'"
                )
                yield Problem(claims.file, located.line, column, message)
                break


def hedge_problems(claims: Table[Claim]) -> Iterator[Problem]:
    """
    Find claims that would let an event be reported although the article holds back.

    Parameters
    ----------
    claims
        The table.

    Yields
    ------
    problem
        One for each claim of an article's own whose account hedges and whose ``hedge`` is empty,
        and one for each that asserts what its account says was not confirmed.
    """
    for located in claims.rows:
        claim = located.row
        if claim.stance is not Stance.ASSERTS:
            continue
        silent = _SILENT.search(claim.account)
        if silent:
            message = f"'{claim.stance}' stands beside '{silent[0]}'; write declines-to-confirm"
            yield Problem(claims.file, located.line, "stance", message)
        hedged = _HEDGED.search(claim.account)
        if hedged and not claim.hedge and not claim.voice and not claim.via:
            message = f"is empty, and the account says '{hedged[0]}'; write the article's own word"
            yield Problem(claims.file, located.line, "hedge", message)


def place_problems(
    claims: Table[Claim], event_places: Table[EventPlace], gazetteer: Table[Place]
) -> Iterator[Problem]:
    """
    Find claims placed where their event is not.

    Parameters
    ----------
    claims, event_places, gazetteer
        The tables.

    Yields
    ------
    problem
        One for each claim whose place its event lacks and that neither holds nor lies in one of
        the event's places; none while one of the tables is incomplete.
    """
    if not (event_places.complete and gazetteer.complete):
        return
    places: dict[str, set[str]] = {}
    for row in event_places.rows:
        places.setdefault(row.row.event_id, set()).add(row.row.place_id)
    larger = {x.row.place_id: x.row.within for x in gazetteer.rows}
    for located in claims.rows:
        place_id, event_id = located.row.place_id, located.row.event_id
        if not (place_id and event_id):
            continue
        there = places.get(event_id, set())
        holds = {above for one in there for above in all_above(one, larger)}
        if place_id in there or place_id in holds or there & all_above(place_id, larger):
            continue
        message = (
            f"'{place_id}' is none of the places of '{event_id}', holds none and lies in none; "
            "add it to event_places.csv, or say in gazetteer.csv within what it lies"
        )
        yield Problem(claims.file, located.line, "place_id", message)


def title_problems(events: Table[Event], actors: Table[Actor]) -> Iterator[Problem]:
    """
    Find titles that name nobody.

    Parameters
    ----------
    events, actors
        The tables.

    Yields
    ------
    problem
        One for each title that holds no name, alias or side; none while the actors are
        incomplete. Whether it has a verb and is understood, a person must see.
    """
    if not actors.complete:
        return
    names = {name for x in actors.rows for name in (x.row.name, *x.row.aliases)} | {*_SIDE_NAMES}
    longest_first = sorted(names, key=len, reverse=True)
    named = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE
    )
    for located in events.rows:
        title = located.row.title
        if not named.search(title):
            message = f"'{title}' names no actor and no side; say who did it or to whom it was done"
            yield Problem(events.file, located.line, "title", message)
