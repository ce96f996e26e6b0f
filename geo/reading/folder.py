"""Read every file of a data folder, and sum them up in a version."""

from hashlib import sha256
from pathlib import Path

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
)
from geo.model.problems import Problem
from geo.model.renamed import Renamed
from geo.model.spellings import Spelling
from geo.reading.crosscheck import Tables
from geo.reading.land import LAND_FILE
from geo.reading.routes import read_routes
from geo.reading.tables import read_table

TABLE_FILES = (
    "actors.csv",
    "articles.csv",
    "claims.csv",
    "coverage.csv",
    "event_places.csv",
    "events.csv",
    "gazetteer.csv",
    "participants.csv",
    "relations.csv",
    "renamed.csv",
    "spellings.csv",
)
ROUTES_FILE = "routes.geojson"
ALL_FILES = (*TABLE_FILES, ROUTES_FILE, LAND_FILE)

Stamp = tuple[tuple[str, int, int], ...]
"""Name, bytes and time of change in nanoseconds of each file that is there."""


def read_tables(folder: Path) -> tuple[Tables, list[Problem]]:
    """
    Read every file of a folder, each for itself.

    Parameters
    ----------
    folder
        The folder.

    Returns
    -------
    tables, problems
        What could be read, and what is wrong inside single files.
    """
    gazetteer = read_table(folder / "gazetteer.csv", Place, ("place_id",))
    tables = Tables(
        articles=read_table(folder / "articles.csv", Article, ("article_id",)),
        actors=read_table(folder / "actors.csv", Actor, ("actor_id",)),
        gazetteer=gazetteer,
        events=read_table(folder / "events.csv", Event, ("event_id",)),
        event_places=read_table(folder / "event_places.csv", EventPlace, ("event_id", "order")),
        claims=read_table(folder / "claims.csv", Claim, ("claim_id",)),
        participants=read_table(
            folder / "participants.csv", Participant, ("event_id", "actor_id", "role", "claim_id")
        ),
        relations=read_table(
            folder / "relations.csv", Relation, ("event_id", "relation", "other_id")
        ),
        coverage=read_table(folder / "coverage.csv", Coverage, ("article_id", "locus")),
        renamed=read_table(folder / "renamed.csv", Renamed, ("old_id", "kind")),
        spellings=read_table(folder / "spellings.csv", Spelling, ("actor_id", "spelling")),
        routes=read_routes(folder / ROUTES_FILE, gazetteer),
    )
    return tables, [p for table in vars(tables).values() for p in table.problems]


def content_version(folder: Path) -> str:
    """
    Sum up the data in a short word that changes whenever the data does.

    Parameters
    ----------
    folder
        The folder.

    Returns
    -------
    version
        First 12 hexadecimal digits of a SHA-256 over names and bytes of the files.
    """
    content = sha256()
    for name in ALL_FILES:
        path = folder / name
        if path.is_file():
            data = path.read_bytes()
            content.update(f"{name} {len(data)} ".encode() + data)
    return content.hexdigest()[:12]


def files_stamp(folder: Path) -> Stamp:
    """
    Tell cheaply whether the data may have changed, without reading it.

    Parameters
    ----------
    folder
        The folder.

    Returns
    -------
    stamp
        Differs whenever a file is written, added or taken away.
    """
    found = []
    for name in ALL_FILES:
        try:
            status = (folder / name).stat()
        except OSError:
            continue
        found.append((name, status.st_size, status.st_mtime_ns))
    return tuple(found)
