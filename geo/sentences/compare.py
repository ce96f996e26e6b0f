"""The two courses side by side: lengths, what they rest on, every offset, and events along them."""

from itertools import pairwise

from shapely.geometry import LineString, Point

from geo.dataset import Dataset
from geo.model.contract import ComparisonRow, CourseRow, KmPair
from geo.model.courses import COURSES
from geo.model.models import Route
from geo.rules.corridor import courses, legs, route_line, shift_measure
from geo.rules.event_facts import event_facts
from geo.rules.geodesic import length_km
from geo.sentences.along import along, reached_m
from geo.sentences.course_words import length_texts, unsaid_texts
from geo.sentences.leg_sources import length_text


def comparison_row(dataset: Dataset) -> ComparisonRow | None:
    """
    Write the comparison of both courses for the payload.

    Parameters
    ----------
    dataset
        What was reported.

    Returns
    -------
    ComparisonRow or None
        None without both courses.
    """
    found = [courses(dataset, layer_id) for layer_id in COURSES]
    if not all(found):
        return None
    places = [_places(routes) for routes in found]
    original, shifted = (
        _course(dataset, routes[0], ids) for routes, ids in zip(found, places, strict=True)
    )
    miles = shift_measure(dataset, places[0][0], places[1][0]).reported_miles
    return {
        "original": original,
        "shifted": shifted,
        "unsaid": unsaid_texts(miles, (original, shifted)),
        "offsets": [[_offset(dataset, start, end) for end in places[1]] for start in places[0]],
    }


def course_rows(dataset: Dataset, event_id: str, stated_only: bool = False) -> dict[str, KmPair]:
    """
    Measure an event's mark against the main line of each course.

    Parameters
    ----------
    dataset
        What was reported.
    event_id
        The event.
    stated_only
        Measure the mark that the articles alone give.

    Returns
    -------
    dict
        By course ``[km from it, km along it from its beginning]``; empty without a mark.
    """
    found = event_facts(dataset)[event_id].of(stated_only).mark
    if found is None:
        return {}
    rows = {}
    for layer_id in COURSES:
        for route in courses(dataset, layer_id)[:1]:
            measured = along(route_line(route), Point(found.lon, found.lat))
            rows[layer_id] = [round(metres / 1000, 1) for metres in measured]
    return rows


def _places(routes: list[Route]) -> list[str]:
    return list(dict.fromkeys(one.place_id for route in routes for one in route.waypoints))


def _course(dataset: Dataset, route: Route, place_ids: list[str]) -> CourseRow:
    by_basis: dict[str, tuple[float, float]] = {}
    for leg, ends in zip(legs(route), pairwise(route.coordinates), strict=True):
        far_km, widest_km = by_basis.get(str(leg.basis), (0, 0))
        areas = (dataset.gazetteer[one].area_km for one in (leg.from_id, leg.to_id))
        by_basis[str(leg.basis)] = far_km + length_km(LineString(ends)), max(widest_km, *areas)
    return {
        "route": route.route_id,
        "length_km": length_km(route_line(route)),
        "basis_km": {basis: far_km for basis, (far_km, _) in by_basis.items()},
        "said": length_texts(length_text(dataset, route), by_basis),
        "waypoints": [
            (waypoint.place_id, round(metres / 1000, 1))
            for waypoint, metres in zip(route.waypoints, reached_m(route_line(route)), strict=True)
        ],
        "legs": len(legs(route)),
        "stated": sum(leg.basis == "stated" for leg in legs(route)),
        "places": place_ids,
    }


def _offset(dataset: Dataset, start_id: str, end_id: str) -> KmPair:
    measure = shift_measure(dataset, start_id, end_id)
    return [round(measure.offset_km, 1), round(measure.geodesic_km, 1)]
