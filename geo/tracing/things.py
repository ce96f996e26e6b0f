"""Every sentence and sign that a card says of places, routes and the shift, and every label."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from geo.model import labels
from geo.model.vocabulary import Extent
from geo.rules.attributes import attributes_of
from geo.rules.corridor import legs, shift_measure
from geo.rules.wording import day_text
from geo.selection.shown_routes import stated_route
from geo.sentences.actor_sources import actor_source, spelling_sources
from geo.sentences.compare import comparison_row, course_rows
from geo.sentences.course_words import COURSE_LABELS, offset_text, proposed_source, proposed_text
from geo.sentences.distance import distance_text
from geo.sentences.event_sentences import marked_place, sentence
from geo.sentences.leg_sources import leg_source, leg_text, length_text
from geo.sentences.passages import locus_text
from geo.sentences.place_sources import coordinates_text, place_sources, unsure_texts
from geo.sentences.route_sources import (
    claims_title,
    route_claims,
    route_sources,
    route_when,
    who_sources,
)
from geo.sentences.shift_words import shift_sentences, shift_sources
from geo.sentences.source import OURS, Kind, Source
from geo.tracing.events import Told, claim_lines

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Actor, Place, Route

LABELS_FILE = Path(__file__).parents[2] / "data" / "basemap" / "labels.csv"
_OTHER_SPELLING = re.compile(r" \(.*")


def place_lines(dataset: "Dataset", place: "Place") -> Iterator[Told]:
    """
    List what the card of a place, or of a zone, can say.

    Parameters
    ----------
    dataset
        What was reported.
    place
        A row of its gazetteer.

    Yields
    ------
    field, text, source
    """
    sources = place_sources(dataset, place)
    yield "name", place.name, sources["name"]
    yield "Arabic name", place.name_ar, sources["name_ar"]
    yield "kind", sentence(place.kind), OURS
    if place.lat is not None and place.lon is not None:
        at = ", ".join(repr(value).removesuffix(".0") for value in (place.lat, place.lon))
        yield "position", f"{at} (latitude, longitude)", sources["position"]
    for text in unsure_texts(place):
        yield "position", text, OURS
    yield "coordinates", coordinates_text(place), sources["position"]
    yield "coordinates", place.source, sources["position"]
    if place.extent is Extent.CIRCLE:
        yield "source", place.source, Source(Kind.OUTSIDE)
    yield "note", place.note, OURS
    for article_id in dict.fromkeys(mention.article_id for mention in place.mentions):
        article = dataset.articles[article_id]
        found = [one.locus for one in place.mentions if one.article_id == article_id]
        passages = ", ".join(locus_text(locus) for locus in found)
        text = f"{article.publisher}, {day_text(article.published_on)}: {passages}."
        yield "passages", text, sources["passages"]
    yield from _said(dataset, "place", place.place_id)


def actor_lines(dataset: "Dataset", actor: "Actor") -> Iterator[Told]:
    """
    List what the card of an actor can say.

    Parameters
    ----------
    dataset
        What was reported.
    actor
        A row of the table.

    Yields
    ------
    field, text, source
    """
    source = actor_source(dataset, actor.actor_id)
    yield "name", actor.name, source
    yield "Arabic name", actor.name_ar, Source(Kind.OUTSIDE)
    yield "kind", sentence(actor.kind.replace("-", " ")), OURS
    yield "side", labels.ACTOR_SIDES[actor.side], OURS
    for spelling, where in spelling_sources(dataset, actor, source).items():
        yield "spelling", spelling, where
    yield "note", actor.note, OURS
    yield from _said(dataset, "actor", actor.actor_id)


def route_lines(dataset: "Dataset", route: "Route") -> Iterator[Told]:
    """
    List what the card of a route can say.

    Parameters
    ----------
    dataset
        What was reported.
    route
        One of its routes.

    Yields
    ------
    field, text, source
    """
    sources = route_sources(dataset, route)
    yield "name", route.name, sources["name"]
    yield "kind", sentence(f"{route.kind} · {route.status}"), sources["kind"]
    yield "when", route_when(dataset, route), sources["when"]
    for actor_id, who in zip(route.actor_ids, who_sources(dataset, route), strict=True):
        yield "who", dataset.actors[actor_id].name, who
    yield "note", route.note, OURS
    for kept in (route, stated_route(route)):
        if kept is None:
            continue
        length = length_text(dataset, kept)
        yield "length", f"{length}, straight from waypoint to waypoint", OURS
        for leg in legs(kept):
            ends = (dataset.gazetteer[one].name for one in (leg.from_id, leg.to_id))
            source = leg_source(route, leg)
            yield "stretch", " \N{EN DASH} ".join(ends), source
            yield "stretch", leg_text(route, leg), source
    title = claims_title(dataset, route)
    yield from claim_lines(dataset, route_claims(dataset, route), title)
    yield from _said(dataset, "route", route.route_id)


def shift_lines(dataset: "Dataset") -> Iterator[Told]:
    """
    List what the card of the shift, and both courses compared, can say.

    Parameters
    ----------
    dataset
        What was reported.

    Yields
    ------
    field, text, source
        None without both courses and the two places between which the shift is measured.
    """
    compared = comparison_row(dataset)
    if compared is None or not {"qamishli", "mayadin"} <= dataset.gazetteer.keys():
        return
    measure = shift_measure(dataset)
    said = shift_sentences(dataset, measure)
    for sentence_of, source in shift_sources(measure).items():
        yield sentence_of.replace("_", " "), said[sentence_of], source
    if measure.claim_id:
        whole = dataset.whole or dataset
        claims = tuple(one for one in whole.claims if one.claim_id == measure.claim_id)
        yield from claim_lines(dataset, claims)
    for course in (compared["original"], compared["shifted"]):
        for text in course["said"]:
            yield "length of a course", text, OURS
    for text in compared["unsaid"]:
        yield "what no article says", text, OURS
    for start, row in zip(compared["original"]["places"], compared["offsets"], strict=True):
        for end, offset in zip(compared["shifted"]["places"], row, strict=True):
            pair = dataset.gazetteer[start], dataset.gazetteer[end]
            yield "measured", offset_text(offset, *pair), OURS
    yield from _near(dataset)


def label_lines(dataset: "Dataset") -> Iterator[Told]:
    """
    List what can be written on the map: places, courses and the names of the base map.

    Parameters
    ----------
    dataset
        What was reported.

    Yields
    ------
    field, text, source
    """
    for place in dataset.gazetteer.values():
        sources = place_sources(dataset, place)
        yield "place", place.name, sources["name"]
        yield "place", _OTHER_SPELLING.sub("", place.name), sources["name"]
        yield "place", place.name_ar, sources["name_ar"]
    for course, text in COURSE_LABELS.items():
        if course in dataset.route_rows:
            yield "course", text, route_sources(dataset, dataset.route_rows[course])["name"]
            yield "course", proposed_text(dataset), proposed_source(dataset)
    with LABELS_FILE.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield "base map", row["text"], Source(Kind.OUTSIDE)
            yield "base map", row["text_ar"], Source(Kind.OUTSIDE)


def _said(dataset: "Dataset", kind: str, thing_id: str) -> Iterator[Told]:
    claims = attributes_of(dataset.whole or dataset, kind, thing_id)
    return claim_lines(dataset, claims, "What is said of it")


def _near(dataset: "Dataset") -> Iterator[Told]:
    """List how far events lie from a course, and where along it."""
    for event_id, event in dataset.event_rows.items():
        for only in (False, True):
            place = marked_place(dataset, event, only)
            area_km = place.area_km if place else 0
            for measured in course_rows(dataset, event_id, only).values():
                far, along = (distance_text(km, area_km) for km in measured)
                yield "near a course", f"{far} away, {along} along", OURS
