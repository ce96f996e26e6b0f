"""Check what must hold between tables: ids, trees, relations and figures."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

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
from geo.model.problems import Problem, nearest
from geo.model.renamed import Renamed, RenamedKind
from geo.model.spellings import Spelling
from geo.model.vocabulary import RelationKind, Status
from geo.reading import claim_checks, coverage, path_checks
from geo.reading.about_checks import about_problems
from geo.reading.renamed_checks import renamed_problems
from geo.reading.spelling_checks import spelling_problems
from geo.reading.tables import Table, empty_problems
from geo.reading.within import within_problems

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Tables:
    """Everything read from one folder, row by row with its line."""

    articles: Table[Article]
    actors: Table[Actor]
    gazetteer: Table[Place]
    events: Table[Event]
    event_places: Table[EventPlace]
    claims: Table[Claim]
    participants: Table[Participant]
    relations: Table[Relation]
    coverage: Table[Coverage]
    renamed: Table[Renamed]
    spellings: Table[Spelling]
    routes: Table[Route]


def crosscheck(tables: Tables) -> list[Problem]:
    """
    Find everything that does not hold between tables.

    Parameters
    ----------
    tables
        The rows that could be read.

    Returns
    -------
    problems
        In no particular order; empty when all holds.
    """
    found = list(_reference_problems(tables))
    found += _tree_problems(tables.actors, "parent_id", _parents(tables.actors))
    found += within_problems(tables.gazetteer)
    found += about_problems(
        tables.claims,
        {"actor": tables.actors, "place": tables.gazetteer, "route": tables.routes},
    )
    found += _relation_problems(tables)
    found += _event_problems(tables)
    found += _claim_owner_problems(tables)
    found += path_checks.order_problems(tables.event_places)
    found += path_checks.course_problems(tables.routes)
    found += empty_problems(tables.articles, "article")
    found += empty_problems(tables.events, "event")
    found += coverage.coverage_problems(tables.articles, tables.claims, tables.coverage)
    found += coverage.mention_problems(tables.gazetteer, tables.coverage)
    found += coverage.mention_problems(tables.spellings, tables.coverage)
    found += spelling_problems(tables.spellings, tables.actors)
    found += claim_checks.weekday_problems(tables.claims)
    found += claim_checks.hedge_problems(tables.claims)
    found += claim_checks.place_problems(tables.claims, tables.event_places, tables.gazetteer)
    found += claim_checks.title_problems(tables.events, tables.actors)
    found += renamed_problems(
        tables.renamed,
        {
            RenamedKind.EVENT: tables.events,
            RenamedKind.CLAIM: tables.claims,
            RenamedKind.PLACE: tables.gazetteer,
            RenamedKind.ACTOR: tables.actors,
            RenamedKind.ROUTE: tables.routes,
        },
    )
    return found


Reference = tuple[str, Callable[[R], Iterable[str | None]], Table[Any]]


def _unknown(table: Table[R], references: Iterable[Reference[R]]) -> Iterator[Problem]:
    for column, ids_of, target in references:
        known = target.ids
        for located in table.rows if known is not None else ():
            for used in ids_of(located.row):
                if used is not None and known is not None and used not in known:
                    name = target.file.rpartition("/")[2]
                    message = f"'{used}' is not in {name}{nearest(used, known)}"
                    yield Problem(table.file, located.line, column, message)


def _reference_problems(t: Tables) -> Iterator[Problem]:
    yield from _unknown(t.actors, [("parent_id", lambda r: [r.parent_id], t.actors)])
    yield from _unknown(
        t.gazetteer,
        [
            ("route_id", lambda r: [r.route_id], t.routes),
            ("within", lambda r: r.within, t.gazetteer),
            ("mentions", lambda r: [m.article_id for m in r.mentions], t.articles),
        ],
    )
    yield from _unknown(t.events, [("route_ids", lambda r: r.route_ids, t.routes)])
    yield from _unknown(
        t.event_places,
        [
            ("event_id", lambda r: [r.event_id], t.events),
            ("place_id", lambda r: [r.place_id], t.gazetteer),
        ],
    )
    yield from _unknown(
        t.claims,
        [
            ("event_id", lambda r: [r.event_id], t.events),
            ("article_id", lambda r: [r.article_id], t.articles),
            ("voice", lambda r: [r.voice], t.actors),
            ("via", lambda r: [r.via], t.actors),
            ("place_id", lambda r: [r.place_id], t.gazetteer),
        ],
    )
    yield from _unknown(
        t.participants,
        [
            ("event_id", lambda r: [r.event_id], t.events),
            ("actor_id", lambda r: [r.actor_id], t.actors),
            ("claim_id", lambda r: [r.claim_id], t.claims),
        ],
    )
    yield from _unknown(
        t.relations,
        [
            ("event_id", lambda r: [r.event_id], t.events),
            ("other_id", lambda r: [r.other_id], t.events),
            ("claim_id", lambda r: [r.claim_id], t.claims),
        ],
    )
    yield from _unknown(
        t.coverage,
        [
            ("article_id", lambda r: [r.article_id], t.articles),
            ("claim_ids", lambda r: r.claim_ids, t.claims),
        ],
    )
    yield from _unknown(
        t.spellings,
        [
            ("actor_id", lambda r: [r.actor_id], t.actors),
            ("mentions", lambda r: [m.article_id for m in r.mentions], t.articles),
        ],
    )
    yield from _unknown(
        t.routes,
        [
            ("actor_ids", lambda r: r.actor_ids, t.actors),
            ("claim_ids", lambda r: r.claim_ids, t.claims),
        ],
    )


def _parents(actors: Table[Actor]) -> dict[str, tuple[int, str]]:
    return {x.row.actor_id: (x.line, x.row.parent_id) for x in actors.rows if x.row.parent_id}


def _tree_problems(
    table: Table[R], column: str, parents: Mapping[str, tuple[int, str]]
) -> Iterator[Problem]:
    for start, (line, parent) in parents.items():
        seen = {start}
        above: str | None = parent
        while above is not None and above not in seen:
            seen.add(above)
            above = parents[above][1] if above in parents else None
        if above == start:
            message = f"'{parent}' leads back to '{start}'; a tree has no circle"
            yield Problem(table.file, line, column, message)


def _relation_problems(t: Tables) -> Iterator[Problem]:
    wholes: dict[str, tuple[int, str]] = {}
    for located in t.relations.rows:
        relation = located.row
        if relation.event_id == relation.other_id:
            message = f"'{relation.other_id}' is the event itself; name another"
            yield Problem(t.relations.file, located.line, "other_id", message)
        elif relation.relation is RelationKind.PART_OF:
            wholes[relation.event_id] = (located.line, relation.other_id)
    yield from _tree_problems(t.relations, "other_id", wholes)


def _event_problems(t: Tables) -> Iterator[Problem]:
    published = {x.row.article_id: x.row.published_on for x in t.articles.rows}
    reported: dict[str, set[str]] = {}
    for claim in t.claims.rows:
        reported.setdefault(claim.row.event_id or "", set()).add(claim.row.article_id)
    for located in t.events.rows:
        event = located.row
        articles = reported.get(event.event_id)
        if not articles and not t.claims.complete:
            continue
        if not articles:
            message = f"'{event.event_id}' has no claim in claims.csv; say which article reports it"
            yield Problem(t.events.file, located.line, "event_id", message)
            continue
        latest = max((published[a] for a in articles if a in published), default=None)
        begun = event.first_day if event.status is Status.HAPPENED else None
        if begun and latest and begun > latest:
            message = (
                f"'{begun}' is after its last report of {latest}; an event reported as happened "
                "has begun by then"
            )
            yield Problem(t.events.file, located.line, "first_day", message)


def _claim_owner_problems(t: Tables) -> Iterator[Problem]:
    owner = {x.row.claim_id: x.row.event_id or x.row.about or "" for x in t.claims.rows}
    for participant in t.participants.rows:
        row = participant.row
        belongs = owner.get(row.claim_id, row.event_id)
        if belongs != row.event_id:
            message = f"'{row.claim_id}' is a claim about '{belongs}', not '{row.event_id}'"
            yield Problem(t.participants.file, participant.line, "claim_id", message)
    for relation in t.relations.rows:
        link = relation.row
        belongs = owner.get(link.claim_id or "", link.event_id)
        if belongs not in (link.event_id, link.other_id):
            message = f"'{link.claim_id}' is a claim about '{belongs}', neither of the two events"
            yield Problem(t.relations.file, relation.line, "claim_id", message)
