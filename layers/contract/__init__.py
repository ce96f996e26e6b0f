"""
The contract with the browser: the shape of all that Python hands it, and its types there.

Here stand the shapes alone; ``python -m layers.contract`` writes the browser's types from them.
What ``geo`` writes is in :mod:`geo.model.contract`.
"""

from geo.model.contract import LatLon, SourceText
from layers.contract.events import (
    EventRow,
    EventTrace,
    Placed,
    RoleRow,
    SpanRow,
    StatedSentence,
    StatedSentences,
    TurnRow,
)
from layers.contract.facets import CreditRow, FacetRow, LayerRow, RoleWords, ValueRow
from layers.contract.imported import (
    ColumnKind,
    CombinationRow,
    ImportedTexts,
    PackedColumn,
    PackedColumns,
    PackedHeader,
)
from layers.contract.mounting import (
    About,
    AboutKind,
    CodeSource,
    Ground,
    GroundPath,
    Initial,
    InitialState,
    MapAssets,
    MountData,
    MountText,
    Names,
    Opened,
    PointsSource,
    SavedStart,
    SelectionState,
    Show,
    TextSource,
    View,
)
from layers.contract.payload import Drawing, Payload, StandaloneWords
from layers.contract.routes import RouteLine, RouteRow, ShiftRow
from layers.contract.things import (
    ActorRow,
    ArticleRow,
    CourseLabel,
    LabelKind,
    LabelRow,
    PlaceLabel,
    PlaceRow,
    PlaceTrace,
    Plate,
    RenamedRow,
    ZoneRow,
)

HANDED_OVER = (
    MountText,
    MountData,
    Drawing,
    StandaloneWords,
    Ground,
    SavedStart,
    PackedHeader,
    ImportedTexts,
)
"""All that the browser reads as JSON: every other shape is within one of these."""

__all__ = [
    "HANDED_OVER",
    "About",
    "AboutKind",
    "ActorRow",
    "ArticleRow",
    "CodeSource",
    "ColumnKind",
    "CombinationRow",
    "CourseLabel",
    "CreditRow",
    "Drawing",
    "EventRow",
    "EventTrace",
    "FacetRow",
    "Ground",
    "GroundPath",
    "ImportedTexts",
    "Initial",
    "InitialState",
    "LabelKind",
    "LabelRow",
    "LatLon",
    "LayerRow",
    "MapAssets",
    "MountData",
    "MountText",
    "Names",
    "Opened",
    "PackedColumn",
    "PackedColumns",
    "PackedHeader",
    "Payload",
    "PlaceLabel",
    "PlaceRow",
    "PlaceTrace",
    "Placed",
    "Plate",
    "PointsSource",
    "RenamedRow",
    "RoleRow",
    "RoleWords",
    "RouteLine",
    "RouteRow",
    "SavedStart",
    "SelectionState",
    "ShiftRow",
    "Show",
    "SourceText",
    "SpanRow",
    "StandaloneWords",
    "StatedSentence",
    "StatedSentences",
    "TextSource",
    "TurnRow",
    "ValueRow",
    "View",
    "ZoneRow",
]
