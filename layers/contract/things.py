"""The shape of articles, actors, places, labels, and of the words that name kinds of things."""

from enum import StrEnum
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from geo.model.contract import (
    ClaimRow,
    Id,
    IsoDay,
    Km,
    Latitude,
    LatLon,
    Longitude,
    MentionRow,
    SourceText,
)
from geo.model.vocabulary import ActorKind, EventType, Extent, PlaceBasis, PlaceKind, Side

Plate = Literal["circle", "square", "hexagon", "diamond", "shield", "octagon"]
"""Outline of a mark; it says the side again."""


class SideLook(TypedDict):
    """A side: its name and how its marks look."""

    id: Side
    label: str
    actors_label: str  # Name of its actors, where that is another.
    color: str  # Fill of its marks, a CSS value.
    ink: str  # Colour of the glyph on that fill, a CSS value.
    plate: Plate


class TypeLook(TypedDict):
    """A type of event."""

    id: EventType
    label: str
    glyph: str  # Id of a glyph.


class Word(TypedDict):
    """A word of a closed list and its name for readers."""

    id: str
    label: str


class ArticleRow(TypedDict):
    """A news article: cited, never copied."""

    id: Id
    title: str
    publisher: str
    published_on: IsoDay
    published_text: str  # The same day in words.
    published_note: str
    published_trace: SourceText
    url: str | None
    stops: list[Id]  # Its events, in the order of time: the stops of its slider.
    told: list[Id]  # Its events, in the order in which it tells them.


class ActorRow(TypedDict):
    """A state, group, person, office or medium; the last one stands for nobody named."""

    id: Id
    name: str
    name_ar: str | None
    aliases: list[str]
    # For each alias that articles spell: its index, then indices among the claims of the name.
    spelled: list[list[int]]
    side: Side
    parent: Id | None  # The actor above it in the tree.
    kind: ActorKind | Literal[""]
    note: str
    said: list[ClaimRow]  # What is said of it itself.
    trace: NotRequired[dict[str, SourceText]]  # By field of the card; not where nobody is named.


class PlaceTrace(TypedDict):
    """How surely a place is where it is drawn, and where what is said of it comes from."""

    unsure: list[str]  # How surely, and as what it is drawn, in words.
    coordinates: str  # What kind of source gives its position.
    trace: dict[str, SourceText]  # By field of the card.


class PlaceRow(PlaceTrace):
    """A place of the gazetteer."""

    id: Id
    name: str
    name_ar: str | None
    aliases: list[str]
    kind: PlaceKind
    lat: Latitude | None
    lon: Longitude | None
    uncertainty_km: Km | None  # How far from its position it may lie.
    area_km: Km  # Radius of the area that it is; 0 of a point.
    extent: Extent  # As what it is drawn.
    site: bool  # Whether it is one of the four sites.
    basis: PlaceBasis  # Where its position comes from.
    named: bool  # Whether an article names it.
    source: str
    note: str
    mentions: list[MentionRow]
    said: list[ClaimRow]  # What is said of it itself.


class ZoneRow(TypedDict):
    """A place that is drawn as a circle with a radius of its own."""

    id: Id
    name: str
    source: str
    note: str
    mentions: list[MentionRow]


class LabelKind(StrEnum):
    """What a label names; a course has a label of its own shape."""

    COUNTRY = "country"
    SITE = "site"
    TOWN = "town"
    AREA = "area"
    RIVER = "river"
    SEA = "sea"


class PlaceLabel(TypedDict):
    """The label of a place, or of a country, river or sea of the base map."""

    text: str
    text_ar: str | None
    lat: Latitude
    lon: Longitude
    kind: LabelKind
    rank: int  # A low rank goes before a high one.
    # Whose label is drawn only where the place matters to what is shown; null on the base map.
    place: Id | None


class CourseLabel(TypedDict):
    """The label of one course of the corridor."""

    text: str
    text_ar: None
    more: str  # Below it: that it was proposed.
    more_trace: SourceText
    lat: Latitude
    lon: Longitude
    kind: Literal["course"]
    rank: int  # A low rank goes before a high one.
    place: None
    route: Id
    leg: list[LatLon]  # Its longest leg.
    stated_leg: list[LatLon]  # The longest of those the articles state.


LabelRow = PlaceLabel | CourseLabel


class RenamedRow(TypedDict):
    """What became of an id that links made earlier may hold."""

    kind: str | None  # Of what opens instead; null where nothing does.
    id: Id | None
    became: str  # In a sentence, or empty.
