"""Which place lies in which: the next larger places of each, and all that follows from them."""

from collections.abc import Iterator, Mapping

from geo.model.models import Place
from geo.model.problems import Problem
from geo.reading.tables import Table


def lies_in(gazetteer: Mapping[str, Place], place_id: str) -> frozenset[str]:
    """
    List every place in which a place lies.

    Parameters
    ----------
    gazetteer
        All places.
    place_id
        One of them.

    Returns
    -------
    place_ids
        What it lies within, what that lies within, and so on; not the place itself.
    """
    return all_above(place_id, {one: place.within for one, place in gazetteer.items()})


def within_problems(gazetteer: Table[Place]) -> Iterator[Problem]:
    """
    Find places that would lie in themselves.

    Parameters
    ----------
    gazetteer
        The table.

    Yields
    ------
    problem
        One for each place that is reached again from what it lies within.
    """
    next_larger = {x.row.place_id: x.row.within for x in gazetteer.rows}
    for located in gazetteer.rows:
        place = located.row
        for larger in place.within:
            if place.place_id in {larger, *all_above(larger, next_larger)}:
                message = (
                    f"'{larger}' leads back to '{place.place_id}'; no place lies within itself"
                )
                yield Problem(gazetteer.file, located.line, "within", message)


def all_above(place_id: str, next_larger: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """
    List every place in which a place lies.

    Parameters
    ----------
    place_id
        The place.
    next_larger
        What each place lies within, next larger ones only.

    Returns
    -------
    place_ids
        Of any size, without the place itself unless there is a circle.
    """
    found: set[str] = set()
    ahead = [*next_larger.get(place_id, ())]
    while ahead:
        larger = ahead.pop()
        if larger not in found:
            found.add(larger)
            ahead += next_larger.get(larger, ())
    return frozenset(found)
