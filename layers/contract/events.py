"""The shape of events."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from geo.model.contract import (
    CasualtyRow,
    ClaimRow,
    DifferenceRow,
    EventSentences,
    Id,
    IsoDay,
    Km,
    KmPair,
    LatLon,
    Named,
    SourceText,
)
from geo.model.vocabulary import (
    Backing,
    DateBasis,
    DatePrecision,
    EventType,
    LocationPrecision,
    ParticipantRole,
    PlaceBasis,
    RelationKind,
    Role,
    Side,
    Standing,
    Status,
)

Days = Annotated[
    list[IsoDay | None],
    Named("Days", "First and last day; null where that end is open or unknown."),
    Field(min_length=2, max_length=2),
]


class SpanRow(TypedDict):
    """The days of an event."""

    lasted: bool  # Whether it went on over its core, or was on one unknown day of it.
    core: Days  # What is known of it.
    hull: Days  # What it may reach, all told.
    dated: bool


class PartRow(TypedDict):
    """Who counts in an event where actors and sides are switched."""

    actor: Id
    side: Side
    role: Role  # The narrowest under which it counts.


class RoleRow(TypedDict):
    """An actor in an event, as a card names it."""

    actor: Id
    name: str
    role: ParticipantRole
    label: str  # What that role is called in this event.
    side: Side  # On which it stands there.
    trace: SourceText


class RelationRow(TypedDict):
    """How an event bears on another."""

    relation: RelationKind
    event: Id  # The other one.
    trace: SourceText


class VoiceRow(TypedDict):
    """Whoever says that an event happened; one source passed on twice is one voice."""

    name: str
    took_part: bool


class Placed(TypedDict):
    """Where the mark of an event is; null without one."""

    place: Id | None
    mark: LatLon | None
    uncertainty_km: Km | None  # Radius in which it may lie; the end of a path has none.
    place_basis: PlaceBasis | None  # Where the position comes from.
    place_source: str | None
    place_note: str | None


class StatedPlaced(TypedDict):
    """Where the mark of an event is while only the articles count; null without one."""

    stated_place: Id | None
    stated_mark: LatLon | None
    stated_uncertainty_km: Km | None  # Radius in which it may lie; the end of a path has none.
    stated_place_basis: PlaceBasis | None  # Where the position comes from.
    stated_place_source: str | None
    stated_place_note: str | None


StatedSentence = Literal[
    "stated_words",
    "stated_day_basis",
    "stated_sureness",
    "stated_position",
    "stated_way",
    "stated_how_many",
]
"""A sentence on an event while only the articles count."""


class StatedSentences(TypedDict, total=False):
    """What the sentences on an event are while only the articles count: those alone that differ."""

    stated_words: str | None
    stated_day_basis: str | None
    stated_sureness: str | None
    stated_position: str | None
    stated_way: str | None
    stated_how_many: str | None


class EventTrace(EventSentences, StatedSentences):
    """Sentences on an event, and where every sentence on its card comes from."""

    trace: dict[str, SourceText]  # By field of the card.
    stated_trace: dict[str, SourceText]  # Those that differ while only the articles count.


class EventRow(Placed, StatedPlaced, EventTrace):
    """One event, however many articles report it; "stated_" is while only the articles count."""

    id: Id
    type: EventType
    kind_text: str  # Type and status, at the head of its card.
    glyph: str  # Id of a glyph.
    title: str
    summary: str
    when: str
    stated_when: str
    date_precision: DatePrecision
    date_note: str
    date_basis: DateBasis | None
    first_day: IsoDay | None
    last_day: IsoDay | None
    span: SpanRow
    stated_span: SpanRow
    status: Status
    standing: Standing
    backing: Backing
    side: Side  # Of its mark.
    parts: list[PartRow]
    articles: list[Id]  # Those that report it.
    count: int | None  # How many incidents it stands for; null of a single one.
    note: str | None
    planned: bool  # Whether it is planned or foreseen.
    strike: bool  # Whether it is a single strike that happened.
    where: str
    stated_where: str
    places: list[Id]
    precision: LocationPrecision | None  # How finely the mark's place is known.
    path: list[LatLon] | None
    stated_path: list[LatLon] | None
    path_places: list[Id]
    stated_path_places: list[Id]
    routes: list[Id]
    courses: dict[str, KmPair]  # By course: from its main line, and along it to there.
    stated_courses: dict[str, KmPair]  # Likewise, of the stated mark.
    roles: list[RoleRow]
    facets: dict[str, list[str]]  # By filter: values that no other field holds.
    relations: list[RelationRow]
    casualties: list[CasualtyRow]
    voices: list[VoiceRow]
    voices_text: str
    backing_said: list[str]  # Who backs it, in two pieces.
    differences: list[DifferenceRow]
    claims: list[ClaimRow]


class TurnRow(TypedDict):
    """When the corridor was told to have moved, which decides the course that stands out."""

    id: Id  # The event.
    articles: list[Id]  # Those that tell it and have reached it.
    span: SpanRow
    stated_span: SpanRow
