"""The layers of the map that a reader can switch: the one list, from the ground to the top."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MapLayer:
    """
    A layer of the map, as selection, link and page know it.

    Attributes
    ----------
    layer_id
        Its id in the selection and in the link.
    label
        Its name on the page.
    on
        Whether it is on unless the reader says otherwise.
    counted
        Whether its box says how many of what it holds are shown.
    of_imports
        Whether it has a box only while a set of events is imported.
    """

    layer_id: str
    label: str
    on: bool = True
    counted: bool = False
    of_imports: bool = False


MAP_LAYERS = (
    MapLayer("relief", "Relief"),
    MapLayer("rivers", "Rivers and lakes"),
    MapLayer("borders", "Borders"),
    MapLayer("zone", "Deconfliction zone"),
    MapLayer("corridor-original", "Corridor, original course"),
    MapLayer("corridor-shifted", "Corridor, shifted course"),
    MapLayer("strike-sites", "Strike sites"),
    MapLayer("routes", "Roads, axes and supply routes", counted=True),
    MapLayer("corridor-shift", "Shift of the corridor"),
    MapLayer("places", "Places"),
    MapLayer("statements", "Statements and policies", on=False, counted=True),
    MapLayer("imported", "Imported events", counted=True, of_imports=True),
    MapLayer("gathered", "Gather imported events where they crowd", of_imports=True),
    MapLayer("labels", "Labels"),
)
"""``layers/draw/catalogue.py`` says how each is drawn, and does not load where one is missing."""

LAYERS = tuple(layer.layer_id for layer in MAP_LAYERS)
DEFAULT_LAYERS = frozenset(layer.layer_id for layer in MAP_LAYERS if layer.on)
