"""Every derived value of places, zones and routes, made once for frames and all formats."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from geo.model.courses import layer_of
from geo.model.models import Place, Route
from geo.model.vocabulary import Extent
from geo.rules import corridor
from geo.rules.acting import route_side
from geo.rules.event_rows import Drawn
from geo.rules.geodesic import length_km
from geo.rules.place_shape import place_geometry

if TYPE_CHECKING:
    from geo.dataset import Dataset

PLACE_COLUMNS = (*Place.model_fields, "stated", "event_ids")
"""What a row of a place or a zone holds."""

ROUTE_COLUMNS = (
    *(name for name in Route.model_fields if name not in ("waypoints", "legs", "coordinates")),
    *("course", "side", "length_km", "place_ids", "event_ids", "waypoints", "legs"),
)
"""What a row of a route holds."""


def places(dataset: "Dataset") -> Iterator[Drawn]:
    """
    Work out every value of every place and zone shown.

    Parameters
    ----------
    dataset
        Whole or selected.

    Yields
    ------
    row, geometry
        ``PLACE_COLUMNS``, with the events shown that name it as a place of theirs; the geometry
        as ``place_geometry`` draws it. A zone is what has the extent ``circle``.
    """
    named: dict[str, dict[str, None]] = {}
    for row in dataset.event_places:
        named.setdefault(row.place_id, {})[row.event_id] = None
    for place_id in dataset.place_ids:
        place = dataset.gazetteer[place_id]
        values: dict[str, Any] = {name: getattr(place, name) for name in Place.model_fields}
        values["mentions"] = [mention.model_dump() for mention in place.mentions]
        values |= {"stated": place.stated, "event_ids": tuple(named.get(place_id, ()))}
        yield values, place_geometry(dataset, place)


def is_zone(row: dict[str, Any]) -> bool:
    """
    Tell a zone from a place.

    Parameters
    ----------
    row
        As ``places`` yields it.

    Returns
    -------
    bool
    """
    return row["extent"] is Extent.CIRCLE


def routes(dataset: "Dataset") -> Iterator[Drawn]:
    """
    Work out every value of every route shown.

    Parameters
    ----------
    dataset
        Whole or selected.

    Yields
    ------
    row, line
        ``ROUTE_COLUMNS``, with ``length_km`` along the ellipsoid, the layer it is drawn on as
        ``course``, and the events shown that use it; ``waypoints`` and ``place_ids`` run one to
        one with the coordinates of the line, ``legs`` with what lies between them.
    """
    for route in dataset.route_rows.values():
        line = corridor.route_line(route)
        values = route.model_dump() | {
            "course": layer_of(route.route_id),
            "side": route_side(dataset, route),
            "length_km": length_km(line),
            "place_ids": tuple(waypoint.place_id for waypoint in route.waypoints),
            "event_ids": tuple(
                event_id
                for event_id, event in dataset.event_rows.items()
                if route.route_id in event.route_ids
            ),
            "waypoints": [waypoint.model_dump() for waypoint in route.waypoints],
            "legs": [leg.model_dump() for leg in route.legs],
        }
        yield {name: values[name] for name in ROUTE_COLUMNS}, line
