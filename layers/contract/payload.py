"""The shape of the payload: all text of the map."""

from typing_extensions import TypedDict

from geo.model.contract import ComparisonRow, Id
from layers.contract.events import EventRow, TurnRow
from layers.contract.facets import CreditRow, FacetRow, LayerRow, RoleWords
from layers.contract.routes import RouteRow, ShiftRow
from layers.contract.things import (
    ActorRow,
    ArticleRow,
    LabelRow,
    PlaceRow,
    RenamedRow,
    SideLook,
    TypeLook,
    Word,
    ZoneRow,
)


class Payload(TypedDict):
    """All that the browser shows of a dataset; every text is plain."""

    version: str  # Of the data.
    sides: list[SideLook]
    types: list[TypeLook]
    glyphs: list[Word]
    layers: list[LayerRow]  # From the bottom of the map to its top.
    facets: list[FacetRow]  # The filters, in the order in which a link names them.
    roles: list[RoleWords]  # From the fewest to all that take part.
    credits: CreditRow
    articles: list[ArticleRow]  # By day of publication.
    actors: list[ActorRow]
    places: list[PlaceRow]
    routes: list[RouteRow]
    zones: list[ZoneRow]
    shift: ShiftRow | None  # Null where a place of the pair, or a course, is missing.
    comparison: ComparisonRow | None  # Null without both courses.
    events: list[EventRow]
    turns: list[TurnRow]
    labels: list[LabelRow]
    renamed: dict[str, dict[Id, RenamedRow]]  # By kind and old id.


class Drawing(TypedDict):
    """The map as it is drawn: the script without any text from data, and the text."""

    script: str  # The Leaflet calls that Folium rendered.
    payload: Payload


class StandaloneWords(TypedDict):
    """The text of a map that stands by itself."""

    payload: Payload
    possible: list[Id]  # Events that may lie outside the days selected.
