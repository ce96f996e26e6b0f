"""What articles say of an actor, a place or a route itself, which is no event."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from geo.models import Claim
from geo.problems import Problem, nearest
from geo.tables import Table
from geo.things import about_parts

if TYPE_CHECKING:
    from geo.dataset import Dataset


def attributes_of(dataset: "Dataset", kind: str, thing_id: str) -> tuple[Claim, ...]:
    """
    List the claims about a thing itself.

    Parameters
    ----------
    dataset
        Whole or selected.
    kind
        ``actor``, ``place`` or ``route``.
    thing_id
        Its id.

    Returns
    -------
    claims
        In the order of the table.
    """
    return dataset.claims_about.get(f"{kind}:{thing_id}", ())


def is_about_shown(claim: Claim, routes: Collection[str], place_ids: Collection[str]) -> bool:
    """
    Tell whether a claim is about a thing that a selection keeps.

    Parameters
    ----------
    claim
        Any.
    routes, place_ids
        Ids of the routes and places shown.

    Returns
    -------
    bool
        An actor is kept always, for names. False for a claim about an event.
    """
    if not claim.about:
        return False
    kind, thing_id = about_parts(claim.about)
    return kind == "actor" or thing_id in (routes if kind == "route" else place_ids)


def about_problems(claims: Table[Claim], things: Mapping[str, Table[Any]]) -> Iterator[Problem]:
    """
    Find claims about things that are in no table.

    Parameters
    ----------
    claims
        The table.
    things
        The table of each kind.

    Yields
    ------
    problem
        One for each claim; none while the table of its kind cannot be read.
    """
    for located in claims.rows:
        if not located.row.about:
            continue
        kind, thing_id = about_parts(located.row.about)
        target = things[kind]
        if target.ids is not None and thing_id not in target.ids:
            name = target.file.rpartition("/")[2]
            message = f"'{thing_id}' is not in {name}{nearest(thing_id, target.ids)}"
            yield Problem(claims.file, located.line, "about", message)
