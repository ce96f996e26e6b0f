"""Every sentence and sign that a card says of an event, with its source."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.model import labels
from geo.model.contract import EVENT_SENTENCES
from geo.model.vocabulary import ParticipantRole, RelationKind
from geo.rules.event_facts import event_facts
from geo.rules.planned import event_when
from geo.rules.wording import day_text
from geo.sentences.backing_words import backing_said
from geo.sentences.event_sentences import event_sentences, kind_text, marked_place, sentence
from geo.sentences.event_sources import event_sources
from geo.sentences.passages import casualty_rows, claim_row
from geo.sentences.place_sources import published_source, whence
from geo.sentences.roles import event_parts, relation_source
from geo.sentences.route_sources import route_sources
from geo.sentences.source import OURS, Kind, Source, of_claims
from geo.sentences.where import where_text
from geo.tracing.differences import difference_lines

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.contract import ClaimRow
    from geo.model.models import Claim, Event

Told = tuple[str, str | None, Source]
"""As what it is shown, the text, and where it comes from."""

STANCES = {"denies": "denies", "declines-to-confirm": "would not confirm"}
RELATIONS = {
    RelationKind.PART_OF: ("Part of", "Includes"),
    RelationKind.RESPONSE_TO: ("In response to", "Led to"),
    RelationKind.REALISES: ("Carries out", "Carried out by"),
    RelationKind.FOLLOWS_UP: ("Follows", "Followed by"),
}
"""Words for a relation, as its event says it and as the other does."""


def event_lines(dataset: "Dataset", event: "Event") -> Iterator[Told]:
    """
    List what the card of an event can say, and what its mark stands for.

    Parameters
    ----------
    dataset
        What was reported.
    event
        One of its events.

    Yields
    ------
    field, text, source
    """
    yield from _mark(dataset, event)
    for only in (False, True):
        yield from _facts(dataset, event, only)
    yield from _by_report(dataset, event)
    yield from _parts(dataset, event)
    for row in casualty_rows(dataset, event.event_id):
        yield "casualties", row["said"], Source(Kind.ARTICLE, (row["claim"],))
    for route_id in event.route_ids:
        if route_id in dataset.route_rows:
            route = dataset.route_rows[route_id]
            yield "route", route.name, route_sources(dataset, route)["name"]
    yield "note", event.note, OURS
    yield from _related(dataset, event)
    yield from claim_lines(dataset, dataset.claims_of(event.event_id))
    yield from _backing(dataset, event)
    yield from difference_lines(dataset, event)


def claim_lines(
    dataset: "Dataset", claims: "tuple[Claim, ...]", title: str = "Who says it"
) -> Iterator[Told]:
    """
    List what a card says of claims, one by one.

    Parameters
    ----------
    dataset
        What was reported.
    claims
        Of an event, a route, the shift, or about a thing itself.
    title
        What stands over them.

    Yields
    ------
    field, text, source
    """
    for claim in claims:
        row = claim_row(dataset, claim)
        source = Source(Kind.ARTICLE, (claim.claim_id,))
        cited = Source(Kind.OURS, (claim.claim_id,))
        article = dataset.articles[claim.article_id]
        day = day_text(article.published_on)
        yield "passage of a claim", f"{article.publisher}, {day}, {row['passage']}", cited
        yield "voice of a claim", _voice_text(row, article.publisher), source
        yield "claim", claim.account, source
        quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{claim.says_when}\N{RIGHT DOUBLE QUOTATION MARK}"
        if claim.says_when:
            yield "time of a claim", f"Time in the article's words: {quoted}", source
        for word, text in (("Place named", row["place"]), ("Casualties", row["casualties"])):
            if text:
                yield f"{word.lower()} of a claim", f"{word}: {text}", source
        if article.published_note:
            text = f"Publication day, {article.publisher}: {article.published_note}"
            yield "day of an article", text, published_source(article)
    if claims:
        yield "claims", f"{title}: {_counted(claims)}", OURS


def _counted(claims: "tuple[Claim, ...]") -> str:
    articles = len({claim.article_id for claim in claims})
    claim_count = "1 claim" if len(claims) == 1 else f"{len(claims)} claims"
    article_count = "1 article" if articles == 1 else f"{articles} articles"
    return f"{claim_count} in {article_count}"


def _voice_text(row: "ClaimRow", publisher: str) -> str:
    quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{row['hedge']}\N{RIGHT DOUBLE QUOTATION MARK}"
    own = f"an earlier report in {publisher}"
    parts = (
        row["voice"] or (None if row["via"] else "the article itself"),
        own if row["via"] == publisher else row["via"] and f"through {row['via']}",
        STANCES.get(row["stance"]),
        f"in the article's word {quoted}" if row["hedge"] else None,
    )
    return sentence(", ".join(part for part in parts if part))


def _mark(dataset: "Dataset", event: "Event") -> Iterator[Told]:
    parts = event_parts(dataset, event)
    doing = tuple(
        dict.fromkeys(
            claim_id
            for part in parts
            if part.role is ParticipantRole.INITIATOR
            for claim_id in part.source.claim_ids
        )
    )
    side = labels.side_text(event_facts(dataset)[event.event_id].side)
    # Which side an actor belongs to is our grouping, and no statement of the articles.
    yield "sign of the side", side, Source(Kind.INFERENCE, doing)


def _facts(dataset: "Dataset", event: "Event", only: bool) -> Iterator[Told]:
    key = event.event_id
    sources = event_sources(dataset, event, only)
    sentences = event_sentences(dataset, event, only)
    how = event_facts(dataset)[key].standing
    place = marked_place(dataset, event, only)
    yield "title", event.title, sources["title"]
    yield "summary", event.summary, sources["summary"]
    yield "kind", kind_text(dataset, event), sources["kind"]
    yield "standing", labels.STANDINGS[how], sources["standing"]
    yield "when", event_when(dataset, event, stated_only=only), sources["when"]
    yield "note on the day", event.date_note, sources["date_note"]
    yield "where", _where_shown(where_text(dataset, key, only)), sources["where"]
    yield "note on the place", whence(place) if place else None, sources["place_note"]
    for field in EVENT_SENTENCES:
        yield field.replace("_", " "), sentences[field], sources.get(field, OURS)


def _where_shown(text: str) -> str:
    """Leave out what the card's own term says."""
    return text.removeprefix("Concerns: ")


def _by_report(dataset: "Dataset", event: "Event") -> Iterator[Told]:
    """Write when it was reported, by whichever of its articles are on."""
    for only in (False, True):
        source = event_sources(dataset, event, only)["reported"]
        when = event_when(dataset, event, stated_only=only)
        for article_id in dataset.articles_of(event.event_id):
            day = day_text(dataset.articles[article_id].published_on)
            same = when in (day, f"as reported on {day}")
            text = f"reported {day}" if same else f"reported {day} ({when})"
            yield f"when, by report of {article_id}", text, source


def _parts(dataset: "Dataset", event: "Event") -> Iterator[Told]:
    by_label: dict[str, dict[str, None]] = {}
    for part in event_parts(dataset, event):
        yield part.label, part.name, part.source
        if labels.ACTOR_SIDES[part.side] != part.name:
            yield f"side of {part.name}, {part.role}", labels.actor_side_text(part.side), OURS
        by_label.setdefault(part.label, {}).update(dict.fromkeys(part.source.claim_ids))
    for label, claim_ids in by_label.items():
        yield "role", label, Source(Kind.ARTICLE, tuple(claim_ids))


def _related(dataset: "Dataset", event: "Event") -> Iterator[Told]:
    for row in dataset.relations:
        if event.event_id not in (row.event_id, row.other_id):
            continue
        own = row.event_id == event.event_id
        other = dataset.event_rows.get(row.other_id if own else row.event_id)
        if other:
            yield "relation", RELATIONS[row.relation][0 if own else 1], relation_source(row)
            yield "related event", other.title, of_claims(dataset.claims_of(other.event_id))


def _backing(dataset: "Dataset", event: "Event") -> Iterator[Told]:
    text = "".join(backing_said(dataset, event.event_id))
    yield "backing", text, event_sources(dataset, event)["backing"]
