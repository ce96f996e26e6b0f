"""
The shape of what ``geo`` writes for the browser: claims, courses, sentences, and plain values.

``layers/contract`` holds the rest and makes the browser's types of all of it; a comment there and
here becomes a comment there.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import Field
from typing_extensions import TypedDict

from geo.model.vocabulary import Stance


@dataclass(frozen=True)
class Named:
    """
    What a plain value means; it has this name on both sides.

    Attributes
    ----------
    name
        Of the browser's type.
    meaning
        One sentence, with the unit.
    """

    name: str
    meaning: str


Id = Annotated[str, Named("Id", "A row's id, as in the tables and in links."), Field(min_length=1)]
IsoDay = Annotated[
    str, Named("IsoDay", "A day as YYYY-MM-DD."), Field(pattern=r"^\d{4}-\d\d-\d\d$")
]
Km = Annotated[float, Named("Km", "Kilometres.")]
Latitude = Annotated[float, Named("Latitude", "Degrees, WGS 84."), Field(ge=-90, le=90)]
Longitude = Annotated[float, Named("Longitude", "Degrees, WGS 84."), Field(ge=-180, le=180)]
LatLon = Annotated[
    list[float],
    Named("LatLon", "Latitude and longitude in degrees, WGS 84."),
    Field(min_length=2, max_length=2),
]
KmPair = Annotated[
    list[float],
    Named("KmPair", "Two distances in kilometres; what each is stands where it is used."),
    Field(min_length=2, max_length=2),
]
SourceText = Annotated[
    str,
    Named("SourceText", "The kind of a source, then the ids of its claims, or * for all of them."),
    Field(pattern=r"^(article|outside|inference|ours)( \S+)*$"),
]


class ClaimRow(TypedDict):
    """What one voice says in one passage, in plain text; null where it is silent."""

    id: Id
    article: Id
    locus: str  # Where it stands, as p3 or title.
    passage: str  # The same in words.
    voice: str | None  # Name of who says it; null for the article's own voice.
    via: str | None  # Name of the outlet that passes it on.
    hedge: str  # The article's word of doubt, or empty.
    stance: Stance
    account: str  # What is said, in our words.
    says_when: str  # The article's words for the day, or empty.
    first_day: IsoDay | None
    last_day: IsoDay | None
    place: str | None  # Name of the place.
    casualties: str | None


class MentionRow(TypedDict):
    """A passage that names a place."""

    article: Id
    locus: str  # Where it stands, as p3 or title.
    passage: str  # The same in words.


class CasualtyRow(TypedDict):
    """Figures that one voice gives for an event."""

    text: str  # The figures in words.
    source: str  # Who gives them, and where.
    said: str  # Both in one.
    claim: Id


class AnswerRow(TypedDict):
    """What some claims say of one thing."""

    text: str
    claims: list[Id]


class DifferenceRow(TypedDict):
    """Answers to one question that cannot hold together."""

    aspect: str  # The question, in a word.
    answers: list[AnswerRow]  # Two at least.


class CourseRow(TypedDict):
    """One course of the corridor, as both are compared; main line and branches."""

    route: Id  # The main line.
    length_km: Km  # Of the main line.
    basis_km: dict[str, Km]  # Of the main line, by what its legs rest on.
    said: list[str]  # Length and what it rests on, in words.
    waypoints: list[tuple[Id, Km]]  # Of the main line: the place, and how far along it.
    legs: int  # Of the main line.
    stated: int  # How many of the legs an article states.
    places: list[Id]  # All waypoints, those of branches last.


class ComparisonRow(TypedDict):
    """The two courses of the corridor side by side."""

    original: CourseRow
    shifted: CourseRow
    unsaid: list[str]  # What no article says of them.
    # For each place of the original course, for each of the shifted one: southward and straight.
    offsets: list[list[KmPair]]


EventSentence = Literal["words", "day_basis", "sureness", "position", "way", "how_many"]
"""A sentence on an event that is made of several facts."""

EVENT_SENTENCES: tuple[EventSentence, ...] = get_args(EventSentence)


class EventSentences(TypedDict):
    """What a card says of an event and makes of several facts; null without anything to say."""

    words: str | None  # The articles' words for the day.
    day_basis: str | None  # How the day is known.
    sureness: str | None  # How surely it is where it is drawn.
    position: str | None  # Where the mark's position comes from.
    way: str | None  # By way of which places.
    how_many: str | None  # Of several incidents reported together.


ShiftSentence = Literal["title", "reported", "southward", "straight", "pair", "label", "label_more"]
"""A sentence on the corridor's shift."""


class ShiftSentences(TypedDict):
    """What card, label and table say of the corridor's shift."""

    title: str
    reported: str  # The shift as reported.
    southward: str  # Measured along the meridian.
    straight: str  # Measured in a straight line.
    pair: str  # Whose inference the pair of places is.
    label: str  # On the map.
    label_more: str  # Below it.
