"""The one place for colours, labels and glyphs: what a mark looks like and what its words are."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from geo.vocabulary import (
    Backing,
    EventType,
    RouteKind,
    RouteStatus,
    Side,
    Standing,
    Status,
    WaypointBasis,
)

LAND = "#f6f2ea"
WATER = "#d5e3ea"
RIVER = "#9dbccb"
BORDER = "#a59f93"
INK = "#22252a"
HALO = "#fbf9f4"
CORRIDOR_ORIGINAL = "#5f7388"
CORRIDOR_SHIFTED = "#b9180f"
ROUTE = "#6b5f4d"
ZONE = "#5c6b57"


@dataclass(frozen=True)
class SideStyle:
    """
    How a side looks. Its plate shape says the side again, so colour never does so alone.

    Attributes
    ----------
    label
        Plain, neutral English.
    color
        Six-digit hex; fill of its marks. At least 3:1 against :data:`LAND`.
    ink
        Six-digit hex; colour of the glyph on that fill.
    plate
        Outline of its marks: circle, square, hexagon, diamond, shield or octagon.
    """

    label: str
    color: str
    ink: str
    plate: str


# Found by search over hue families for the largest least difference (CIEDE2000) under normal
# sight and simulated protanopia, deuteranopia and tritanopia, each at least 3:1 against land.
# Hues follow no flag, party or emblem; none of them is the corridor's red.
SIDES: Mapping[Side, SideStyle] = MappingProxyType(
    {
        Side.US_COALITION: SideStyle("US-led coalition", "#0b7a51", "#ffffff", "circle"),
        Side.IRAN_ALIGNED: SideStyle("Iran and aligned forces", "#4a1f5c", "#ffffff", "square"),
        Side.SYRIAN_GOVERNMENT: SideStyle(
            "Syrian government and Russia", "#2f8fc8", "#ffffff", "hexagon"
        ),
        Side.SYRIAN_OPPOSITION: SideStyle(
            "Syrian opposition and the SDF", "#b18103", "#ffffff", "diamond"
        ),
        Side.ISLAMIC_STATE: SideStyle("Islamic State", "#da3591", "#ffffff", "shield"),
        Side.OTHER: SideStyle("Others, several or none named", "#50545a", "#ffffff", "octagon"),
    }
)

TYPES: Mapping[EventType, tuple[str, str]] = MappingProxyType(
    {
        EventType.AIRSTRIKE: ("Air strike", "airstrike"),
        EventType.ROCKET_ATTACK: ("Rocket attack", "munition"),
        EventType.DRONE_ATTACK: ("Drone attack", "munition"),
        EventType.SHOOT_DOWN: ("Aircraft or drone shot down", "munition"),
        EventType.GROUND_OPERATION: ("Ground operation", "movement"),
        EventType.TROOP_MOVEMENT: ("Troop movement", "movement"),
        EventType.REDEPLOYMENT: ("Redeployment", "movement"),
        EventType.ARMS_SHIPMENT: ("Arms shipment", "supply"),
        EventType.LEAFLET_DROP: ("Leaflet drop", "warning"),
        EventType.WARNING: ("Warning", "warning"),
        EventType.STATEMENT: ("Statement", "statement"),
        EventType.POLICY: ("Policy", "statement"),
        EventType.VISIT: ("Visit", "statement"),
        EventType.BACKGROUND: ("Background", "statement"),
        EventType.CONTROL: ("Control of a place", "statement"),
        EventType.ROUTE_CHANGE: ("Change of route", "statement"),
        EventType.PLANNED_OPERATION: ("Planned operation", "plan"),
    }
)
"""Label and glyph of every type; see :func:`glyph_of` for planned events."""

GLYPHS: Mapping[str, str] = MappingProxyType(
    {
        "airstrike": "Air strike",
        "munition": "Drone or rocket",
        "movement": "Ground movement",
        "supply": "Shipment or supply",
        "warning": "Warning or leaflets",
        "statement": "Statement or policy",
        "plan": "Plan or forecast",
    }
)

STATUSES: Mapping[Status, str] = MappingProxyType(
    {
        Status.HAPPENED: "Happened",
        Status.ONGOING: "Ongoing",
        Status.PLANNED: "Planned",
        Status.FORECAST: "Forecast",
    }
)

STANDINGS: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.REPORTED: "Reported",
        Standing.CLAIMED: "Said by named sources only",
        Standing.DISPUTED: "Disputed or denied",
    }
)

BACKINGS: Mapping[Backing, str] = MappingProxyType(
    {
        Backing.SEVERAL: "Several independent voices",
        Backing.ONE: "One voice",
        Backing.PARTIES: "Only parties to it",
        Backing.CONTRADICTED: "Contradicted or denied",
    }
)

DASHES: Mapping[WaypointBasis, str | None] = MappingProxyType(
    {
        WaypointBasis.STATED: None,
        WaypointBasis.EXTERNAL: "9 6",
        WaypointBasis.INFERRED: "1 6",
    }
)
"""Stroke pattern of a leg in px. Dashes mean basis and nothing else."""

ROUTE_WEIGHT_PX: Mapping[RouteKind, float] = MappingProxyType(
    {
        RouteKind.CORRIDOR: 2.5,
        RouteKind.ROAD: 2.5,
        RouteKind.AXIS: 3,
        RouteKind.SUPPLY: 3,
        RouteKind.REDEPLOYMENT: 3,
    }
)
PLANNED_WEIGHT_PX = 1.3
PLANNED_OPACITY = 0.5
"""A line that is planned or foreseen is thin and pale; it never looks like one that happened."""

_NOT_DONE = frozenset({Status.PLANNED, Status.FORECAST, RouteStatus.PROPOSED})


def is_planned(status: Status | RouteStatus) -> bool:
    """
    Tell whether something is a plan, a proposal or a forecast, never to be drawn as done.

    Parameters
    ----------
    status
        Status of an event or a route.

    Returns
    -------
    bool
        True for planned, proposed and forecast.
    """
    return str(status) in _NOT_DONE


def glyph_of(event_type: EventType, status: Status) -> str:
    """
    Return the glyph of an event.

    Parameters
    ----------
    event_type
        Its type; a statement stays a statement, whatever it foresees.
    status
        Its status; anything else that is planned or forecast takes the plan's glyph.

    Returns
    -------
    str
        One of :data:`GLYPHS`.
    """
    glyph = TYPES[event_type][1]
    return "plan" if is_planned(status) and glyph != "statement" else glyph


def css_variables() -> str:
    """
    Return the colours as custom properties on ``.atlas``, for the style sheets.

    Returns
    -------
    str
        One CSS rule.
    """
    colors = {
        "land": LAND,
        "water": WATER,
        "river": RIVER,
        "border": BORDER,
        "map-ink": INK,
        "halo": HALO,
        "corridor-original": CORRIDOR_ORIGINAL,
        "corridor-shifted": CORRIDOR_SHIFTED,
        "route": ROUTE,
        "zone": ZONE,
    } | {f"side-{side}": look.color for side, look in SIDES.items()}
    lines = "".join(f"  --atlas-{name}: {color};\n" for name, color in colors.items())
    return f".atlas {{\n{lines}}}\n"
