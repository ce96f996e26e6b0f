"""The two courses of the corridor, and the map layer of each route."""

COURSES = ("corridor-original", "corridor-shifted")
"""The two courses of the corridor; the id of a branch begins with that of its course."""


def layer_of(route_id: str) -> str:
    """
    Name the map layer on which a route is drawn.

    Parameters
    ----------
    route_id
        The route; a branch of a course begins with the id of the course.

    Returns
    -------
    layer_id
        One of the layers of ``geo.selection.map_layers.LAYERS``.
    """
    for course in COURSES:
        if route_id.startswith(course):
            return course
    return "routes"
