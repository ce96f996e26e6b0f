"""What kinds, sides and standings are called: plain, neutral English, one table for all."""

from collections.abc import Mapping
from types import MappingProxyType

from geo.model.vocabulary import Backing, EventType, Role, Side, Standing, Status

SIDES: Mapping[Side, str] = MappingProxyType(
    {
        Side.US_COALITION: "US and coalition",
        Side.IRAN_ALIGNED: "Iran and aligned forces",
        Side.SYRIAN_GOVERNMENT: "Syrian government and Russia",
        Side.SYRIAN_OPPOSITION: "Syrian opposition and the SDF",
        Side.ISLAMIC_STATE: "Islamic State",
        Side.OTHER: "Others, several or none named",
    }
)

ACTOR_SIDES: Mapping[Side, str] = MappingProxyType({**SIDES, Side.OTHER: "Others or none named"})
"""Names of the actors of a side: what several sides did is switched with each of them."""


def actor_side_text(side: Side) -> str:
    """
    Name the side of one actor.

    Parameters
    ----------
    side
        Of an actor, in an event or at all.

    Returns
    -------
    text
        As :func:`side_text`, where *several* means nothing.
    """
    return f"Side: {ACTOR_SIDES[side]}"


def side_text(side: Side) -> str:
    """
    Name a side as one: it is our grouping, and may be called as an actor in it is.

    Parameters
    ----------
    side
        Of a mark.

    Returns
    -------
    text
    """
    return f"Side: {SIDES[side]}"


TYPES: Mapping[EventType, str] = MappingProxyType(
    {
        EventType.AIRSTRIKE: "Air strike",
        EventType.ROCKET_ATTACK: "Rocket attack",
        EventType.DRONE_ATTACK: "Drone attack",
        EventType.SHOOT_DOWN: "Aircraft or drone shot down",
        EventType.GROUND_OPERATION: "Ground operation",
        EventType.TROOP_MOVEMENT: "Troop movement",
        EventType.REDEPLOYMENT: "Redeployment",
        EventType.ARMS_SHIPMENT: "Arms shipment",
        EventType.LEAFLET_DROP: "Leaflet drop",
        EventType.WARNING: "Warning",
        EventType.STATEMENT: "Statement",
        EventType.POLICY: "Policy",
        EventType.VISIT: "Visit",
        EventType.BACKGROUND: "Background",
        EventType.CONTROL: "Control of a place",
        EventType.ROUTE_CHANGE: "Change of route",
        EventType.PLANNED_OPERATION: "Planned operation",
    }
)

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
        Backing.PARTIES: "Only parties to it",
        Backing.CONTRADICTED: "Contradicted or denied",
    }
)

ROLES: Mapping[Role, str] = MappingProxyType(
    {Role.DID: "did it", Role.TARGET: "was its target too", Role.ANY: "had any part"}
)
"""Whose events are shown, after *Show an event of whoever*."""

ROLES_TOLD: Mapping[Role, str | None] = MappingProxyType(
    {
        Role.DID: None,
        Role.TARGET: "those who did it and its targets",
        Role.ANY: "all who had any part in it",
    }
)
"""The same after *Events are shown for*, where what is chosen is told; nothing of the first."""
