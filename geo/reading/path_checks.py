"""Check the order of the places of a path, and the kinds of courses."""

from collections.abc import Iterator
from itertools import pairwise

from geo.model.courses import COURSES, layer_of
from geo.model.models import EventPlace, Route
from geo.model.problems import Problem, one_of
from geo.model.vocabulary import PlaceRole, RouteKind
from geo.reading.tables import Located, Table


def order_problems(table: Table[EventPlace]) -> Iterator[Problem]:
    """
    Find paths that do not run from, via, to.

    Parameters
    ----------
    table
        The places of events.

    Yields
    ------
    problem
        One for each place that comes too late.
    """
    path = (PlaceRole.FROM, PlaceRole.VIA, PlaceRole.TO)
    by_event: dict[str, list[Located[EventPlace]]] = {}
    for located in table.rows:
        by_event.setdefault(located.row.event_id, []).append(located)
    for rows in by_event.values():
        on_path = sorted((x for x in rows if x.row.role in path), key=lambda x: x.row.order)
        for earlier, later in pairwise(on_path):
            if path.index(later.row.role) < path.index(earlier.row.role):
                message = (
                    f"'{later.row.order}' puts '{later.row.role}' after '{earlier.row.role}'; "
                    "a path runs from, via, to"
                )
                yield Problem(table.file, later.line, "order", message)


def course_problems(table: Table[Route]) -> Iterator[Problem]:
    """
    Find routes whose kind and id do not go together.

    Parameters
    ----------
    table
        The routes.

    Yields
    ------
    problem
        One for each route.
    """
    for located in table.rows:
        route = located.row
        on_course = layer_of(route.route_id) != "routes"
        if on_course != (route.kind is RouteKind.CORRIDOR):
            message = (
                f"'{route.kind}' does not go with '{route.route_id}'; a route is of kind "
                f"'corridor' where its id begins with {one_of(COURSES)}, and nowhere else"
            )
            yield Problem(table.file, located.line, "kind", message)
