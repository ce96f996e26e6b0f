"""Which places are drawn, and which of them a selection shows: the rule of map and download."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from geo.model.places import SITES
from geo.model.vocabulary import Extent, PlaceKind
from geo.rules.event_facts import event_facts

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Place, Route
    from geo.selection.selection import Selection

_SHOWN_OTHERWISE = (PlaceKind.COUNTRY, PlaceKind.CORRIDOR)
"""By border and label, or by the course; a disc would say something else."""


def is_drawn(place: "Place") -> bool:
    """
    Tell whether a place is one that the map draws as a place.

    Parameters
    ----------
    place
        A row of the gazetteer.

    Returns
    -------
    drawn
        True for a point or an area with a position, unless it is a country or the corridor. A
        line is drawn by its route, a circle as a zone.
    """
    located = place.lat is not None and place.extent in (Extent.POINT, Extent.AREA)
    return located and place.kind not in _SHOWN_OTHERWISE


def places_of_events(
    dataset: "Dataset", event_ids: Iterable[str], stated_only: bool = False
) -> set[str]:
    """
    Gather the places at which events are drawn.

    Parameters
    ----------
    dataset
        The data.
    event_ids
        Events of it.
    stated_only
        Keep to places that the articles name.

    Returns
    -------
    place_ids
        Of their marks and paths. What an event is only about is no place of it.
    """
    found: set[str] = set()
    for event_id in event_ids:
        stated = event_facts(dataset)[event_id].of(stated_only)
        found.update(stated.path)
        if stated.mark is not None:
            found.add(stated.mark.place_id)
    return found


def shown_place_ids(
    whole: "Dataset",
    selection: "Selection",
    event_ids: Iterable[str],
    routes: Mapping[str, "Route"],
) -> tuple[str, ...]:
    """
    List the places and zones that a selection shows.

    Parameters
    ----------
    whole
        The whole data.
    selection
        What the reader has chosen: layers, and whether only the articles count.
    event_ids, routes
        Events and routes shown.

    Returns
    -------
    place_ids
        In the order of the gazetteer: the four sites, places of marks and paths, waypoints, and
        zones, each while its layer is on.
    """
    stated_only = selection.stated_only
    wanted = {*SITES, *places_of_events(whole, event_ids, stated_only)}
    wanted.update(waypoint.place_id for route in routes.values() for waypoint in route.waypoints)
    with_places, with_zones = selection.layer_on("places"), selection.layer_on("zone")
    found = []
    for place_id, place in whole.gazetteer.items():
        if place.extent is Extent.CIRCLE:
            # No article gives the radius of a zone, so a circle is never only what they say.
            shown = with_zones and not stated_only
        else:
            shown = with_places and place_id in wanted and is_drawn(place)
            shown = shown and (place.named or not stated_only)
        if shown:
            found.append(place_id)
    return tuple(found)
