"""The checked data in memory, with lookups made once; and how it is loaded from a folder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from geo.model.models import (
    Actor,
    Article,
    Claim,
    Coverage,
    Event,
    EventPlace,
    Participant,
    Place,
    Relation,
    Route,
    Row,
)
from geo.model.problems import DataError
from geo.model.renamed import Renamed, Thing
from geo.model.spellings import Spelling
from geo.model.time_order import in_time_order
from geo.model.vocabulary import Extent, Match
from geo.reading.crosscheck import crosscheck
from geo.reading.folder import content_version, read_tables
from geo.reading.land import land_problems
from geo.reading.tables import Table

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from geo.selection.selection import Selection

DATA_FOLDER = Path(__file__).resolve().parent.parent / "data"

X = TypeVar("X", EventPlace, Claim, Participant)
R = TypeVar("R", bound=Row)


@dataclass(frozen=True, eq=False)
class Dataset:
    """
    Everything reported, or the part of it that a selection shows.

    Attributes
    ----------
    folder
        Where the data is.
    version
        First 12 hexadecimal digits of the SHA-256 of the data files.
    articles, actors, gazetteer
        Rows by id. A selection keeps them whole, for names.
    event_rows, route_rows
        Rows by id; a selection keeps those it shows.
    event_places, claims, participants, relations
        Rows; a selection keeps those of the events it shows, and claims about actors and about
        the places and routes it shows.
    coverage
        Rows, always all.
    place_ids
        Places and zones that are shown, in the order of the gazetteer.
    renamed
        What became of ids that were given up, by kind and id.
    spellings
        How the articles spell actors, always all.
    selection
        What was selected; ``None`` for the whole.
    matches
        Whether an event lies in the window, by event; empty for the whole.
    whole
        What this was selected from; ``None`` for the whole.
    """

    folder: Path
    version: str
    articles: dict[str, Article]
    actors: dict[str, Actor]
    gazetteer: dict[str, Place]
    event_rows: dict[str, Event]
    route_rows: dict[str, Route]
    event_places: tuple[EventPlace, ...]
    claims: tuple[Claim, ...]
    participants: tuple[Participant, ...]
    relations: tuple[Relation, ...]
    coverage: tuple[Coverage, ...]
    place_ids: tuple[str, ...]
    renamed: Mapping[Thing, Renamed] = field(default_factory=dict)
    spellings: tuple[Spelling, ...] = ()
    selection: "Selection | None" = None
    matches: Mapping[str, Match] = field(default_factory=dict)
    whole: "Dataset | None" = None

    def claims_of(self, event_id: str) -> tuple[Claim, ...]:
        """Return the claims about an event, of all articles, in order of the table."""
        return self._claims_by_event.get(event_id, ())

    def participants_of(self, event_id: str) -> tuple[Participant, ...]:
        """Return the participants of an event, in order of the table."""
        return self._participants_by_event.get(event_id, ())

    def places_of(self, event_id: str) -> tuple[EventPlace, ...]:
        """Return the places of an event, by their ``order``."""
        return self._places_by_event.get(event_id, ())

    def articles_of(self, event_id: str) -> tuple[str, ...]:
        """Return the articles that report an event, in order of publication."""
        return self._articles_by_event.get(event_id, ())

    def stops_of(self, article_id: str) -> tuple[str, ...]:
        """
        Return the stops of an article's slider: its dated events, in time order.

        An undated event has no stop and is always reached; an unknown article has none.
        """
        return self.stops_by_article.get(article_id, ())

    @cached_property
    def stops_by_article(self) -> dict[str, tuple[str, ...]]:
        """The stops of every article's slider, of the whole data."""
        if self.whole is not None:
            return self.whole.stops_by_article
        reported: dict[str, list[Event]] = {article_id: [] for article_id in self.articles}
        for event in self.event_rows.values():
            for article_id in self.articles_of(event.event_id):
                reported[article_id].append(event)
        return {article_id: in_time_order(events) for article_id, events in reported.items()}

    @cached_property
    def _claims_by_event(self) -> dict[str, tuple[Claim, ...]]:
        return self.whole._claims_by_event if self.whole else _grouped(self.claims)

    @cached_property
    def claims_about(self) -> dict[str, tuple[Claim, ...]]:
        """The claims about each thing shown that is no event, by ``kind:id``."""
        groups: dict[str, list[Claim]] = {}
        for claim in self.claims:
            if claim.about:
                groups.setdefault(claim.about, []).append(claim)
        return {about: tuple(claims) for about, claims in groups.items()}

    @cached_property
    def _participants_by_event(self) -> dict[str, tuple[Participant, ...]]:
        return self.whole._participants_by_event if self.whole else _grouped(self.participants)

    @cached_property
    def _places_by_event(self) -> dict[str, tuple[EventPlace, ...]]:
        if self.whole is not None:
            return self.whole._places_by_event
        return _grouped(sorted(self.event_places, key=lambda row: row.order))

    @cached_property
    def _articles_by_event(self) -> dict[str, tuple[str, ...]]:
        if self.whole is not None:
            return self.whole._articles_by_event
        ordered = sorted(self.articles.values(), key=lambda a: (a.published_on, a.article_id))
        rank = {article.article_id: at for at, article in enumerate(ordered)}
        return {
            event_id: tuple(sorted({claim.article_id for claim in claims}, key=rank.__getitem__))
            for event_id, claims in self._claims_by_event.items()
        }

    # Frames are made only when asked for: geopandas takes longer to import than to select.

    @cached_property
    def events(self) -> "GeoDataFrame":
        """Events shown, EPSG:4326; geometry is the mark, or none."""
        from geo.export import frames

        return frames.events_frame(self)

    @cached_property
    def movements(self) -> "GeoDataFrame":
        """Paths of the events shown, EPSG:4326; lines that join reported places."""
        from geo.export import frames

        return frames.movements_frame(self)

    @cached_property
    def places(self) -> "GeoDataFrame":
        """Places shown, EPSG:4326; a point, the area in which it may lie, or a line."""
        from geo.export import frames

        return frames.places_frame(self)

    @cached_property
    def routes(self) -> "GeoDataFrame":
        """Routes shown, EPSG:4326; lines through their waypoints."""
        from geo.export import frames

        return frames.routes_frame(self)

    @cached_property
    def zones(self) -> "GeoDataFrame":
        """Zones shown, EPSG:4326; circles clipped to their countries."""
        from geo.export import frames

        return frames.zones_frame(self)


def _grouped(rows: Iterable[X]) -> dict[str, tuple[X, ...]]:
    groups: dict[str, list[X]] = {}
    for row in rows:
        if row.event_id:
            groups.setdefault(row.event_id, []).append(row)
    return {event_id: tuple(group) for event_id, group in groups.items()}


def load_dataset(folder: Path = DATA_FOLDER) -> Dataset:
    """
    Read and check a folder of data.

    Parameters
    ----------
    folder
        Holds the tables, ``routes.geojson`` and ``basemap/land.geojson``.

    Returns
    -------
    dataset
        The whole data, every row checked.

    Raises
    ------
    DataError
        With all problems of all files.
    """
    tables, problems = read_tables(folder)
    problems += crosscheck(tables)
    problems += land_problems(folder, tables.gazetteer)
    if problems:
        raise DataError(problems)
    gazetteer = {x.row.place_id: x.row for x in tables.gazetteer.rows}
    return Dataset(
        folder=folder,
        version=content_version(folder),
        articles={x.row.article_id: x.row for x in tables.articles.rows},
        actors={x.row.actor_id: x.row for x in tables.actors.rows},
        gazetteer=gazetteer,
        event_rows={x.row.event_id: x.row for x in tables.events.rows},
        route_rows={x.row.route_id: x.row for x in tables.routes.rows},
        event_places=_rows(tables.event_places),
        claims=_rows(tables.claims),
        participants=_rows(tables.participants),
        relations=_rows(tables.relations),
        coverage=_rows(tables.coverage),
        place_ids=tuple(p.place_id for p in gazetteer.values() if p.extent is not Extent.NONE),
        renamed={x.row.old: x.row for x in tables.renamed.rows},
        spellings=_rows(tables.spellings),
    )


def _rows(table: Table[R]) -> tuple[R, ...]:
    return tuple(located.row for located in table.rows)
