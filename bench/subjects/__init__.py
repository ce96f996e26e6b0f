"""The subjects of the benchmark: this app, its peers, bare pages as floors, and an empty page."""

from bench.subjects.atlas import AtlasAsItOpens, AtlasSingleMarks
from bench.subjects.base import Subject
from bench.subjects.deck import Pydeck
from bench.subjects.floors import CanvasFloor, LeafletFloor
from bench.subjects.folium_timeline import FoliumTimeline
from bench.subjects.pages import EmptyPage, FiveArticles
from bench.subjects.st_folium import StFoliumGroup, StFoliumNaive

SUBJECTS: dict[str, type[Subject]] = {
    one.name: one
    for one in (
        AtlasSingleMarks,
        AtlasAsItOpens,
        LeafletFloor,
        CanvasFloor,
        StFoliumNaive,
        StFoliumGroup,
        Pydeck,
        FoliumTimeline,
        EmptyPage,
        FiveArticles,
    )
}
"""By the name that ``--subjects`` takes, in the order in which tables show them."""
