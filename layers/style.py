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
from layers.theme import color

LAND = color("land")
INK = color("map-ink")
HALO = color("halo")
CORRIDOR_ORIGINAL = color("corridor-original")
CORRIDOR_SHIFTED = color("corridor-shifted")
ROUTE = color("route")
ZONE = color("zone")


@dataclass(frozen=True)
class SideStyle:
    """
    How a side looks. Its plate shape says the side again, so colour never does so alone.

    Attributes
    ----------
    label
        Plain, neutral English.
    plate
        Outline of its marks: circle, square, hexagon, diamond, shield or octagon.
    color
        Fill of its marks, a reference to :mod:`layers.theme`.
    ink
        Colour of the glyph on that fill, likewise.
    actors_label
        Name of the actors of this side where it is not the mark's: what several sides did is
        switched with each of them.
    """

    label: str
    plate: str
    color: str
    ink: str
    actors_label: str


def _side(
    side: Side, label: str, plate: str, actors_label: str | None = None
) -> tuple[Side, SideStyle]:
    look = color(f"side-{side}"), color("on-side")
    return side, SideStyle(label, plate, *look, actors_label or label)


SIDES: Mapping[Side, SideStyle] = MappingProxyType(
    dict(
        (
            _side(Side.US_COALITION, "US-led coalition", "circle"),
            _side(Side.IRAN_ALIGNED, "Iran and aligned forces", "square"),
            _side(Side.SYRIAN_GOVERNMENT, "Syrian government and Russia", "hexagon"),
            _side(Side.SYRIAN_OPPOSITION, "Syrian opposition and the SDF", "diamond"),
            _side(Side.ISLAMIC_STATE, "Islamic State", "shield"),
            _side(Side.OTHER, "Others, several or none named", "octagon", "Others or none named"),
        )
    )
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
        Standing.CLAIMED: "Claimed, not confirmed",
        Standing.DISPUTED: "Disputed or denied",
    }
)

BACKINGS: Mapping[Backing, str] = MappingProxyType(
    {
        Backing.SEVERAL: "Several voices",
        Backing.ONE: "One voice",
        Backing.PARTIES: "Only who took part",
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
