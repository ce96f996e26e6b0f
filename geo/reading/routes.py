"""Read the routes and check that each line runs through the places it names."""

import json
import re
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Any, TypeGuard

from geo.model.models import Place, Route, RouteLeg, Row, Waypoint
from geo.model.problems import Problem, nearest
from geo.reading.records import text_fault
from geo.reading.tables import Located, Table, read_row

COORDINATE_TOLERANCE_DEGREES = 1e-6

_PROPERTIES = tuple(
    name
    for name in Route.model_fields
    if name not in {"coordinates", "note", "reported_offset_miles", "waypoints", "legs"}
)


def read_routes(path: Path, gazetteer: Table[Place]) -> Table[Route]:
    """
    Read ``routes.geojson``.

    Parameters
    ----------
    path
        A FeatureCollection of LineStrings; ``waypoints`` runs one to one with the coordinates.
    gazetteer
        The places; the coordinates of a waypoint are its place's within 1e-6 degrees.

    Returns
    -------
    table
        Routes and problems. A problem's line is the one on which the ``route_id`` stands.
    """
    file = f"{path.parent.name}/{path.name}"
    problems: list[Problem] = []
    text, features = _features(path, file, problems)
    places = {located.row.place_id: located.row for located in gazetteer.rows}
    unread = (gazetteer.ids or {}).keys() - places.keys()
    rows: list[Located[Route]] = []
    seen: dict[str, int] = {}
    for index, feature in enumerate(features):
        line = _line_of(text, feature)
        where = f"features[{index}]"
        route = _route(file, line, where, feature, problems)
        if route is None:
            continue
        if seen.setdefault(route.route_id, index) != index:
            message = f"'{route.route_id}' is there twice; each may occur once"
            problems.append(Problem(file, line, "route_id", message))
            continue
        rows.append(Located(line, route))
        if gazetteer.ids is not None:
            problems += _waypoint_problems(file, line, route, places, unread)
    complete = len(rows) == len(features)
    ids = {_route_id(feature): _line_of(text, feature) for feature in features}
    return Table(file, tuple(rows), tuple(problems), ids if text else None, complete)


def _features(path: Path, file: str, problems: list[Problem]) -> tuple[str, list[Any]]:
    try:
        text = path.read_bytes().decode("utf-8")
        collection = json.loads(text, parse_constant=_refuse)
    except OSError:
        problems.append(Problem(file, 0, "", "cannot be read; the file is needed"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems.append(Problem(file, line, "", "is not UTF-8; save the file as UTF-8"))
    except json.JSONDecodeError as error:
        problems.append(Problem(file, error.lineno, "", f"is not JSON: {error.msg}"))
    except (ValueError, RecursionError) as error:
        problems.append(Problem(file, 0, "", f"is not JSON: {error}"))
    else:
        features = collection.get("features") if isinstance(collection, dict) else None
        if isinstance(features, list) and collection.get("type") == "FeatureCollection":
            return text, features
        problems.append(Problem(file, 0, "", "is not a FeatureCollection; it needs features"))
    return "", []


def _refuse(constant: str) -> float:
    message = f"{constant} is not a number"
    raise ValueError(message)


def _route_id(feature: object) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return str(properties.get("route_id")) if isinstance(properties, dict) else ""


def _line_of(text: str, feature: object) -> int:
    quoted = re.escape(json.dumps(_route_id(feature)))
    found = re.search(r'"route_id"\s*:\s*' + quoted, text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _route(
    file: str, line: int, where: str, feature: object, problems: list[Problem]
) -> Route | None:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(properties, dict) or not isinstance(geometry, dict):
        message = "is not a Feature with properties and a LineString"
        problems.append(Problem(file, line, where, message))
        return None
    cells: dict[str, Any] = dict.fromkeys(_PROPERTIES, "") | properties
    coordinates = geometry.get("coordinates")
    if geometry.get("type") != "LineString" or not _is_line(coordinates):
        message = "is not a LineString of two or more lon/lat pairs"
        problems.append(Problem(file, line, f"{where}.geometry", message))
        return None
    unfit = [Problem(file, line, column, fault) for column, fault in _text_faults("", properties)]
    problems += unfit
    if unfit:
        return None
    for column, model, what in (
        ("waypoints", Waypoint, "it names the place of every coordinate"),
        ("legs", RouteLeg, "it says of every part between two waypoints how it is known"),
    ):
        if not _are_rows(file, line, column, model, cells.get(column), what, problems):
            return None
    cells["coordinates"] = [tuple(pair) for pair in coordinates]
    return read_row(file, line, Route, cells, problems)


def _are_rows(
    file: str,
    line: int,
    column: str,
    model: type[Row],
    members: object,
    what: str,
    problems: list[Problem],
) -> bool:
    """Tell whether a list holds rows of a model; a fault is told by the column of its own row."""
    if not isinstance(members, list) or not all(isinstance(each, dict) for each in members):
        problems.append(Problem(file, line, column, f"is not a list; {what}"))
        return False
    return None not in [read_row(file, line, model, each, problems) for each in members]


def _text_faults(path: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield where a text stands, name or value, that no cell of a table may hold, and why."""
    if isinstance(value, str):
        fault = text_fault(value)
        if fault:
            yield path, fault
    elif isinstance(value, dict):
        for name, each in value.items():
            fault = text_fault(name)
            if fault:
                yield path, f"has a name that {fault}"
            else:
                yield from _text_faults(f"{path}.{name}" if path else name, each)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _text_faults(f"{path}[{index}]", each)


def _is_line(coordinates: object) -> TypeGuard[list[list[float]]]:
    return (
        isinstance(coordinates, list)
        and len(coordinates) > 1
        and all(
            isinstance(pair, list)
            and len(pair) == 2
            and all(isinstance(n, int | float) and not isinstance(n, bool) for n in pair)
            for pair in coordinates
        )
    )


def _waypoint_problems(
    file: str, line: int, route: Route, gazetteer: Mapping[str, Place], unread: Set[str]
) -> list[Problem]:
    if len(route.waypoints) != len(route.coordinates):
        message = (
            f"of '{route.route_id}' has {len(route.waypoints)} places for "
            f"{len(route.coordinates)} coordinates; name one for each"
        )
        return [Problem(file, line, "waypoints", message)]
    problems = []
    pairs = zip(route.waypoints, route.coordinates, strict=True)
    for index, (waypoint, (lon, lat)) in enumerate(pairs):
        place = gazetteer.get(waypoint.place_id)
        column = f"waypoints[{index}].place_id"
        if waypoint.place_id in unread:
            continue
        if place is None:
            hint = nearest(waypoint.place_id, gazetteer)
            message = f"'{waypoint.place_id}' is not in gazetteer.csv{hint}"
            problems.append(Problem(file, line, column, message))
        elif place.lat is None or place.lon is None:
            message = f"'{waypoint.place_id}' has no position in gazetteer.csv; give it one"
            problems.append(Problem(file, line, column, message))
        elif max(abs(place.lat - lat), abs(place.lon - lon)) > COORDINATE_TOLERANCE_DEGREES:
            message = (
                f"'{waypoint.place_id}' is at [{lon}, {lat}] here; "
                f"gazetteer.csv has [{place.lon}, {place.lat}]"
            )
            problems.append(Problem(file, line, column, message))
    return problems
