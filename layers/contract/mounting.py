"""The shape of what the component is mounted with, and of what a saved page begins with."""

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from geo.model.contract import Id, IsoDay, LatLon, Named
from geo.model.vocabulary import DayOf, Role
from layers.contract.facets import FacetSets
from layers.contract.payload import Drawing

Address = Annotated[str, Named("Address", "Where the server has a file."), Field(min_length=1)]


class TextSource(TypedDict):
    """A text: where the server has it, packed, or itself where nothing can be written."""

    address: NotRequired[Address]
    text: NotRequired[str]  # Where there is no address.


class CodeSource(TextSource):
    """The map's code."""

    name: str  # Says its content.


class PointsName(TypedDict):
    """An imported set of events."""

    id: str  # Says its content and that of the dataset.
    label: str  # What a reader knows it by.


class PointsSource(PointsName):
    """An imported set, and where its files are: each has an address, or all come inline."""

    events: NotRequired[Address]
    texts: NotRequired[Address]
    search: NotRequired[Address]
    events_inline: NotRequired[str]  # The file itself in base64, where nothing can be written.
    texts_inline: NotRequired[str]  # Likewise.
    search_inline: NotRequired[str]  # Likewise.


class GroundPath(TypedDict):
    """A line or an area of the base map."""

    d: str  # As SVG writes a path, in pixels of the world at the base map's zoom.
    disputed: NotRequired[Literal[True]]  # Only on a border that is.


class Ground(TypedDict):
    """The vectors of the base map."""

    zoom: int
    # Left, top, width and height, in pixels of the world at that zoom.
    box: Annotated[list[int], Field(min_length=4, max_length=4)]
    land: list[GroundPath]
    borders: list[GroundPath]
    coast: list[GroundPath]
    rivers: list[GroundPath]
    lakes: list[GroundPath]


class MapAssets(TypedDict):
    """What every map is drawn on."""

    basemap: Address | Ground  # Itself where nothing can be written.
    relief: Address  # Of the picture, or a data address.


class View(TypedDict):
    """The part of the map that is seen."""

    center: LatLon
    zoom: float


AboutKind = Literal["actor", "place", "route", "zone", "shift"]
"""What has a card beside an event."""

Names = Literal["en", "ar", "both"]
"""In which script names are written on the map."""

Show = Literal["table"]
"""What can stand in the map's place."""


class About(TypedDict):
    """A thing whose card is open."""

    kind: AboutKind
    id: Id


class SelectionState(FacetSets):
    """What the reader has chosen to see; null is everything, or an open end."""

    first_day: IsoDay | None
    last_day: IsoDay | None
    imported_until: IsoDay | None  # Up to which imported events are drawn.
    role: Role
    day_of: DayOf
    cursors: dict[Id, int]  # Stops reached, by article; an article that is absent is at its end.
    find: str
    stated_only: bool


class Opened(TypedDict, total=False):
    """What an address holds beside the selection; the browser keeps its own of what is left out."""

    event: Id  # Whose card is open.
    current: Id  # Where the last slider stands.
    about: About
    story: str  # An article or all, and the order: ARTICLE.told or ARTICLE.happened.
    names: Names
    show: Show


class InitialState(SelectionState, Opened):
    """What an address asks for."""


class Initial(TypedDict):
    """What the address asked for when the session began."""

    state: InitialState
    view: View | None
    query: str  # The selection as a link has it.


class MountData(TypedDict):
    """What the component is mounted with; it comes as the text of a MountText."""

    key: str  # Under which the browser keeps its state.
    hash: str  # Says the dataset and the code; another one is another map.
    code: CodeSource
    page: TextSource  # The shell of a saved page.
    drawing: Address | Drawing  # Itself where nothing can be written.
    assets: MapAssets
    points: PointsSource | None
    initial: Initial


class MountText(TypedDict):
    """What Streamlit hands over."""

    text: str  # MountData as JSON.


class LeftOut(TypedDict):
    """An imported set that was too large to go along."""

    label: str
    count: int


class SavedStart(TypedDict):
    """What a saved page begins with; page and command line write it alike."""

    query: str  # What was seen, as a link has it.
    saved_on: IsoDay
    data: str  # Version of the data.
    only_selected: bool  # Whether the file holds what was selected and nothing else.
    points: PointsName | None  # The imported set that the file holds.
    left_out: LeftOut | None  # The imported set that it does not.
