"""One frozen model for a row of each table, with what must hold inside the row."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator

from geo.model import vocabulary as v
from geo.model.cells import (
    Address,
    Day,
    Id,
    Ids,
    Kilometres,
    Locus,
    MaybeDay,
    MaybeId,
    MaybeText,
    MaybeWhole,
    NeededText,
    Text,
    Texts,
    Whole,
    maybe,
    word_of,
)
from geo.model.places import Mention, Place, Route, RouteLeg, Waypoint
from geo.model.row import Fault, Row, days_fit_span, days_in_order, words_within
from geo.model.things import MaybeAbout

__all__ = [
    "Actor",
    "Article",
    "Claim",
    "Coverage",
    "Event",
    "EventPlace",
    "Mention",
    "Participant",
    "Place",
    "Relation",
    "Route",
    "RouteLeg",
    "Row",
    "Waypoint",
]

SUMMARY_WORDS = 25
SAYS_WHEN_WORDS = 4
HEDGE_WORDS = 4


class Article(Row):
    """A news article: cited, never copied."""

    article_id: Id
    title: NeededText
    publisher: NeededText
    publisher_note: Text
    author: Text
    published_on: Day
    published_basis: Annotated[v.PublishedBasis, BeforeValidator(word_of(v.PublishedBasis))]
    published_note: Text
    url: Address


class Actor(Row):
    """A state, group, person, office or medium that acts or speaks."""

    actor_id: Id
    name: NeededText
    name_ar: MaybeText
    aliases: Texts
    kind: Annotated[v.ActorKind, BeforeValidator(word_of(v.ActorKind))]
    side: Annotated[v.Side, BeforeValidator(word_of(v.Side))]
    parent_id: MaybeId
    note: Text


class Event(Row):
    """One real-world event, however many articles report it: our reading of its claims."""

    event_id: Id
    type: Annotated[v.EventType, BeforeValidator(word_of(v.EventType))]
    title: NeededText
    summary: Text
    first_day: MaybeDay
    last_day: MaybeDay
    span: Annotated[v.SpanKind | None, BeforeValidator(maybe(word_of(v.SpanKind)))]
    date_precision: Annotated[v.DatePrecision, BeforeValidator(word_of(v.DatePrecision))]
    date_basis: Annotated[v.DateBasis | None, BeforeValidator(maybe(word_of(v.DateBasis)))]
    date_note: Text
    status: Annotated[v.Status, BeforeValidator(word_of(v.Status))]
    count: MaybeWhole
    route_ids: Ids
    note: Text

    def faults(self) -> Iterator[Fault]:
        """Yield faults of days, span and length."""
        yield from days_in_order(self.first_day, self.last_day)
        yield from words_within("summary", self.summary, SUMMARY_WORDS)
        if self.date_precision is v.DatePrecision.UNDATED:
            for column, day in (("first_day", self.first_day), ("last_day", self.last_day)):
                if day:
                    yield column, f"'{day}' is given; date_precision 'undated' leaves it empty"
            return
        yield from self._span_faults()
        if self.date_basis is None:
            yield "date_basis", "is empty; a dated event says how its day is known"
        one_day = self.date_precision is v.DatePrecision.DAY
        if one_day and self.first_day and self.last_day and self.first_day != self.last_day:
            yield (
                "last_day",
                f"'{self.last_day}' is not first_day '{self.first_day}'; "
                "date_precision 'day' means one day",
            )

    def _span_faults(self) -> Iterator[Fault]:
        if self.span is None:
            yield "span", "is empty; a dated event says within, throughout, since or until"
            return
        yield from days_fit_span(self.span, self.first_day, self.last_day)


class EventPlace(Row):
    """What a place is to an event."""

    event_id: Id
    order: Whole
    place_id: Id
    role: Annotated[v.PlaceRole, BeforeValidator(word_of(v.PlaceRole))]
    location_precision: Annotated[
        v.LocationPrecision | None, BeforeValidator(maybe(word_of(v.LocationPrecision)))
    ]
    uncertainty_km: Kilometres


class Claim(Row):
    """What one voice says of one event, or of one thing, in one passage; empty means silent."""

    claim_id: Id
    event_id: MaybeId
    about: MaybeAbout
    article_id: Id
    locus: Locus
    voice: MaybeId
    via: MaybeId
    hedge: Text
    stance: Annotated[v.Stance, BeforeValidator(word_of(v.Stance))]
    account: NeededText
    says_when: Text
    first_day: MaybeDay
    last_day: MaybeDay
    place_id: MaybeId
    fatalities_low: MaybeWhole
    fatalities_high: MaybeWhole
    wounded_low: MaybeWhole
    wounded_high: MaybeWhole

    def faults(self) -> Iterator[Fault]:
        """Yield faults of subject, days, length and figures."""
        if not self.event_id and not self.about:
            yield "event_id", "is empty, and so is about; a claim is about an event or a thing"
        if self.event_id and self.about:
            yield "about", f"'{self.about}' is given beside event_id '{self.event_id}'; keep one"
        yield from words_within("hedge", self.hedge, HEDGE_WORDS)
        yield from days_in_order(self.first_day, self.last_day)
        yield from words_within("says_when", self.says_when, SAYS_WHEN_WORDS)
        for what in ("fatalities", "wounded"):
            low, high = getattr(self, f"{what}_low"), getattr(self, f"{what}_high")
            if low is not None and high is not None and high < low:
                yield (
                    f"{what}_high",
                    f"'{high}' is below {what}_low '{low}'; the higher figure is not the smaller",
                )


class Participant(Row):
    """What an actor is to an event, and the claim that says so."""

    event_id: Id
    actor_id: Id
    role: Annotated[v.ParticipantRole, BeforeValidator(word_of(v.ParticipantRole))]
    side: Annotated[v.Side | None, BeforeValidator(maybe(word_of(v.Side)))]
    claim_id: Id


class Relation(Row):
    """How one event bears on another, and the claim that says so."""

    event_id: Id
    relation: Annotated[v.RelationKind, BeforeValidator(word_of(v.RelationKind))]
    other_id: Id
    claim_id: MaybeId


class Coverage(Row):
    """A passage of an article, with the claims coded from it or why there are none."""

    article_id: Id
    locus: Locus
    claim_ids: Ids
    reason: Text

    def faults(self) -> Iterator[Fault]:
        """Yield a fault when neither claims nor a reason are given."""
        if not self.claim_ids and not self.reason:
            yield "reason", "is empty; a passage without claims says why"
