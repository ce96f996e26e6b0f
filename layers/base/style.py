"""The one place for colours, labels and glyphs: what a mark looks like and what its words are."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from geo.model import labels
from geo.model.labels import BACKINGS as BACKINGS
from geo.model.labels import GLYPHS as GLYPHS
from geo.model.labels import STANDINGS as STANDINGS
from geo.model.labels import STATUSES as STATUSES
from geo.model.vocabulary import EventType, RouteKind, Side, Status, WaypointBasis
from geo.rules.planned import is_planned
from layers.base.theme import color
from layers.contract import Plate

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
        Fill of its marks, a reference to :mod:`layers.base.theme`.
    ink
        Colour of the glyph on that fill, likewise.
    actors_label
        Name of the actors of this side where it is not the mark's: what several sides did is
        switched with each of them.
    """

    label: str
    plate: Plate
    color: str
    ink: str
    actors_label: str


def _side(side: Side, plate: Plate) -> tuple[Side, SideStyle]:
    names = labels.SIDES[side], labels.ACTOR_SIDES[side]
    look = color(f"side-{side}"), color("on-side")
    return side, SideStyle(names[0], plate, *look, names[1])


SIDES: Mapping[Side, SideStyle] = MappingProxyType(
    dict(
        (
            _side(Side.US_COALITION, "circle"),
            _side(Side.IRAN_ALIGNED, "square"),
            _side(Side.SYRIAN_GOVERNMENT, "hexagon"),
            _side(Side.SYRIAN_OPPOSITION, "diamond"),
            _side(Side.ISLAMIC_STATE, "shield"),
            _side(Side.OTHER, "octagon"),
        )
    )
)

_GLYPH_BY_TYPE: Mapping[EventType, str] = MappingProxyType(
    {
        EventType.AIRSTRIKE: "airstrike",
        EventType.ROCKET_ATTACK: "munition",
        EventType.DRONE_ATTACK: "munition",
        EventType.SHOOT_DOWN: "munition",
        EventType.GROUND_OPERATION: "movement",
        EventType.TROOP_MOVEMENT: "movement",
        EventType.REDEPLOYMENT: "movement",
        EventType.ARMS_SHIPMENT: "supply",
        EventType.LEAFLET_DROP: "warning",
        EventType.WARNING: "warning",
        EventType.STATEMENT: "statement",
        EventType.POLICY: "statement",
        EventType.VISIT: "statement",
        EventType.BACKGROUND: "statement",
        EventType.CONTROL: "statement",
        EventType.ROUTE_CHANGE: "statement",
        EventType.PLANNED_OPERATION: "plan",
    }
)

TYPES: Mapping[EventType, tuple[str, str]] = MappingProxyType(
    {kind: (label, _GLYPH_BY_TYPE[kind]) for kind, label in labels.TYPES.items()}
)
"""Label and glyph of every type; see :func:`glyph_of` for planned events."""

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
