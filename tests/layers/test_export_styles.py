"""The colours and words of the files that leave are those of the map."""

from geo.export import styles
from layers.base.style import SIDES
from layers.base.theme import LIGHT


def test_sides_are_told_as_on_the_map() -> None:
    told = {side: (one.label, LIGHT[f"side-{side}"], one.plate) for side, one in SIDES.items()}
    assert dict(styles.SIDES) == told


def test_routes_places_and_zones_have_the_colours_of_the_map() -> None:
    names = {"corridor-original": "corridor-original", "corridor-shifted": "corridor-shifted"}
    for course, (_, color) in styles.COURSES.items():
        assert color == LIGHT[names.get(course, "route")]
    assert (LIGHT["town"], LIGHT["zone"]) == (styles.PLACE, styles.ZONE)
