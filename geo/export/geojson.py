"""GeoJSON of what is shown: events, movements, places, routes and zones in one collection."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, TextIO

from shapely.geometry import LineString, Point

from geo import corridor, frames, placement
from geo.acting import acting_actors
from geo.backing import backing
from geo.dataset import Dataset
from geo.export.base import Exporter
from geo.export.writer import feature, write_collection
from geo.models import Claim, Event
from geo.selection import Selection
from geo.standing import standing
from geo.stated import reading
from geo.vocabulary import Extent

LICENCE = "CC-BY-4.0"
ATTRIBUTION = (
    "Corridor Atlas. Places: GeoNames (CC BY 4.0) and the sources named. "
    "Borders: Natural Earth (public domain). Events as reported by the articles cited."
)

Feature = dict[str, Any]


class GeoJsonExporter(Exporter):
    """GeoJSON as RFC 7946 has it."""

    name = "geojson"
    label = "GeoJSON"
    suffix = ".geojson"
    media_type = "application/geo+json"

    def write(self, dataset: Dataset, stream: TextIO) -> None:
        """Write one FeatureCollection with the foreign member ``atlas``."""
        write(dataset, stream)


def write(dataset: Dataset, stream: TextIO) -> None:
    """
    Write what a dataset shows as GeoJSON.

    Parameters
    ----------
    dataset
        Whole or selected; a download is what the map shows.
    stream
        Receives text.
    """
    features = list(_features(dataset))
    counts = Counter(each["properties"]["kind"] for each in features)
    selection = dataset.selection or Selection()
    atlas = {
        "version": dataset.version,
        "selection": selection.to_query(dataset.whole or dataset),
        "counts": {kind: counts[kind] for kind in ("event", "movement", "place", "route", "zone")},
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
    }
    write_collection(stream, features, {"atlas": atlas})


def _features(dataset: Dataset) -> Iterator[Feature]:
    stated_only = dataset.selection is not None and dataset.selection.stated_only
    for event in dataset.event_rows.values():
        yield _event(dataset, event, stated_only)
    for event in dataset.event_rows.values():
        line = placement.path_coordinates(dataset, event.event_id, stated_only)
        if line:
            yield _movement(dataset, event, line, stated_only)
    yield from _places(dataset)
    yield from _routes(dataset)


def _event(dataset: Dataset, event: Event, stated_only: bool) -> Feature:
    event_id = event.event_id
    claims = dataset.claims_of(event_id)
    participants = dataset.participants_of(event_id)
    mark = placement.mark(dataset, event_id, stated_only)
    read = reading(dataset, event_id, stated_only)
    properties = {
        "event_id": event_id,
        "kind": "event",
        "type": event.type,
        "title": event.title,
        "summary": event.summary,
        "first_day": _iso(read.first_day),
        "last_day": _iso(read.last_day),
        "span": read.kind,
        "date_precision": read.precision,
        "status": event.status,
        "standing": standing(claims, participants, event.type),
        "backing": backing(dataset, event_id),
        "place_id": mark.place_id if mark else None,
        "place": dataset.gazetteer[mark.place_id].name if mark else None,
        "location_precision": mark.location_precision if mark else None,
        "uncertainty_km": mark.uncertainty_km if mark else None,
        "actor_ids": list(acting_actors(dataset, event_id)),
        "article_ids": list(dataset.articles_of(event_id)),
        "actors": [
            {
                "actor_id": p.actor_id,
                "name": dataset.actors[p.actor_id].name,
                "side": p.side or dataset.actors[p.actor_id].side,
                "role": p.role,
            }
            for p in participants
        ],
        "fatalities": _fatalities(dataset, claims),
        "sources": [_source(dataset, claim) for claim in claims],
    }
    return feature(f"event:{event_id}", Point(mark.lon, mark.lat) if mark else None, properties)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _fatalities(dataset: Dataset, claims: tuple[Claim, ...]) -> dict[str, Any] | None:
    counted = [c for c in claims if c.fatalities_low is not None or c.fatalities_high is not None]
    if not counted:
        return None
    # A number belongs to whoever gave it: a named voice before an article that repeats it.
    first = min(counted, key=lambda claim: claim.voice is None)
    return {
        "low": first.fatalities_low,
        "high": first.fatalities_high,
        "source": _name(dataset, first.voice or first.via)
        or dataset.articles[first.article_id].publisher,
    }


def _name(dataset: Dataset, actor_id: str | None) -> str | None:
    return dataset.actors[actor_id].name if actor_id else None


def _source(dataset: Dataset, claim: Claim) -> dict[str, Any]:
    article = dataset.articles[claim.article_id]
    return {
        "article_id": claim.article_id,
        "publisher": article.publisher,
        "published_on": article.published_on.isoformat(),
        "locus": claim.locus,
        "voice": _name(dataset, claim.voice),
        "via": _name(dataset, claim.via),
        "stance": claim.stance,
        "account": claim.account,
        "url": article.url,
    }


def _movement(
    dataset: Dataset, event: Event, line: tuple[tuple[float, float], ...], stated_only: bool
) -> Feature:
    properties = {
        "event_id": event.event_id,
        "kind": "movement",
        "type": event.type,
        "title": event.title,
        "status": event.status,
        "place_ids": list(placement.path(dataset, event.event_id, stated_only)),
    }
    return feature(f"movement:{event.event_id}", LineString(line), properties)


def _places(dataset: Dataset) -> Iterator[Feature]:
    for place_id in dataset.place_ids:
        place = dataset.gazetteer[place_id]
        kind = "zone" if place.extent is Extent.CIRCLE else "place"
        properties = {
            "place_id": place_id,
            "kind": kind,
            "name": place.name,
            "name_ar": place.name_ar,
            "place_kind": place.kind,
            "extent": place.extent,
            "uncertainty_km": place.uncertainty_km,
            "radius_km": place.radius_km,
            "country": list(place.country),
            "geonames_id": place.geonames_id,
            "basis": place.basis,
            "source": place.source,
            "mentions": [mention.model_dump() for mention in place.mentions],
        }
        yield feature(f"{kind}:{place_id}", frames.place_geometry(dataset, place), properties)


def _routes(dataset: Dataset) -> Iterator[Feature]:
    for route in dataset.route_rows.values():
        properties = {
            "route_id": route.route_id,
            "kind": "route",
            "name": route.name,
            "route_kind": route.kind,
            "status": route.status,
            "first_day": _iso(route.first_day),
            "last_day": _iso(route.last_day),
            "actor_ids": list(route.actor_ids),
            "claim_ids": list(route.claim_ids),
            "waypoints": [waypoint.model_dump() for waypoint in route.waypoints],
        }
        yield feature(f"route:{route.route_id}", corridor.route_line(route), properties)
