"""Colours and words of sides and routes for the formats that carry a style."""

from collections.abc import Mapping
from types import MappingProxyType

from geo.model.vocabulary import Side, WaypointBasis

# The command line writes the same files as the page, and geo may not import layers; so the light
# colours stand here too, and tests/layers/test_export_styles.py keeps them equal to the map's.
SIDES: Mapping[Side, tuple[str, str, str]] = MappingProxyType(
    {
        Side.US_COALITION: ("US and coalition", "#0b7a51", "circle"),
        Side.IRAN_ALIGNED: ("Iran and aligned forces", "#4a1f5c", "square"),
        Side.SYRIAN_GOVERNMENT: ("Syrian government and Russia", "#2f8fc8", "hexagon"),
        Side.SYRIAN_OPPOSITION: ("Syrian opposition and the SDF", "#b18103", "diamond"),
        Side.ISLAMIC_STATE: ("Islamic State", "#da3591", "shield"),
        Side.OTHER: ("Others, several or none named", "#50545a", "octagon"),
    }
)
"""Label, colour and outline of the marks of each side."""

COURSES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "corridor-original": ("Corridor, original course", "#5f7388"),
        "corridor-shifted": ("Corridor, shifted course", "#b9180f"),
        "routes": ("Other routes", "#6b5f4d"),
    }
)
"""Label and colour of the routes of each layer of the map."""

BASES: Mapping[WaypointBasis, str] = MappingProxyType(
    {
        WaypointBasis.STATED: "stated in the articles",
        WaypointBasis.EXTERNAL: "from outside sources",
        WaypointBasis.INFERRED: "our inference",
    }
)
"""How a leg of a route is known."""

PLACE = "#3d3f43"
ZONE = "#5c6b57"
