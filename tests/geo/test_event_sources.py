"""A sentence on an event rests on the claims that say it, not on all there are of the event."""

from collections.abc import Iterable

import pytest

from geo.dataset import Dataset, load_dataset
from geo.model.models import Claim, Event
from geo.rules.event_facts import event_facts
from geo.rules.planned import event_when
from geo.rules.wording import UNDATED_TEXT
from geo.sentences.event_sources import event_sources
from geo.sentences.source import OURS, Kind
from geo.sentences.where import NOWHERE_TEXT, where_text

WHOLE = load_dataset()
ROWS = [(event, only) for event in WHOLE.event_rows.values() for only in (False, True)]
CLAIMS = {claim.claim_id: claim for claim in WHOLE.claims}


def speaks_of_time(claim: Claim) -> bool:
    return bool(claim.first_day or claim.last_day or claim.says_when)


def names(claim: Claim, places: Iterable[str]) -> bool:
    mentioned = {
        (one.article_id, one.locus) for each in places for one in WHOLE.gazetteer[each].mentions
    }
    return claim.place_id in places or (claim.article_id, claim.locus) in mentioned


def names_a_place(event: Event, claim: Claim) -> bool:
    return names(claim, {row.place_id for row in WHOLE.places_of(event.event_id)})


def told(field: str) -> list[tuple[Event, list[Claim]]]:
    """Return each event with the claims behind a sentence that is an article's."""
    found = []
    for event, only in ROWS:
        source = event_sources(WHOLE, event, only)[field]
        if source.kind is Kind.ARTICLE:
            found.append((event, [CLAIMS[one] for one in source.claim_ids]))
    return found


@pytest.mark.parametrize("field", ["where", "way"])
def test_where_it_was_rests_on_claims_that_name_a_place(field: str) -> None:
    rows = told(field)
    assert rows
    for event, claims in rows:
        assert claims, event.event_id
        assert all(names_a_place(event, claim) for claim in claims), event.event_id


@pytest.mark.parametrize(("field", "named"), [("where", 0), ("way", 0), ("way", 1)])
def test_where_not_every_place_is_named_it_is_inferred(
    field: str, named: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = {event.event_id: claims for event, claims in told(field)}
    ways = {key: facts.all_sources.path for key, facts in event_facts(WHOLE).items()}
    monkeypatch.setattr(
        Dataset,
        "claims_of",
        lambda _, event_id: tuple(
            claim.model_copy(
                update={"place_id": ways[event_id][0] if named else None, "locus": "p99"}
            )
            for claim in articles.get(event_id, ())
        ),
    )
    for event_id in articles:
        source = event_sources(WHOLE, WHOLE.event_rows[event_id], False)[field]
        assert source.kind is not Kind.ARTICLE, event_id


def test_what_no_source_says_is_our_own_words() -> None:
    count = dict.fromkeys(("when", "where"), 0)
    for event, only in ROWS:
        sources = event_sources(WHOLE, event, only)
        said = {
            "when": event_when(WHOLE, event, stated_only=only) == UNDATED_TEXT,
            "where": where_text(WHOLE, event.event_id, only) == NOWHERE_TEXT,
        }
        for field, is_silent in said.items():
            assert (sources[field] == OURS) is is_silent, event.event_id
            count[field] += is_silent
    assert all(count.values())


def test_a_claim_that_names_no_place_is_not_behind_where_it_was() -> None:
    silent = [
        event.event_id
        for event, claims in told("where")
        if len(claims) < len(WHOLE.claims_of(event.event_id))
    ]
    assert len(silent) > 5


def test_when_it_was_rests_on_claims_that_speak_of_time() -> None:
    rows = told("when")
    assert rows
    for event, claims in rows:
        assert all(map(speaks_of_time, claims)), event.event_id
        days = (event.first_day, event.last_day)
        given = [(one.first_day, one.last_day) == days for one in claims]
        assert all(given) or not any(given), event.event_id


def test_what_we_worked_out_rests_on_what_speaks_of_time_where_there_is_such() -> None:
    rows = 0
    for event, only in ROWS:
        source = event_sources(WHOLE, event, only)["when"]
        timed = [one.claim_id for one in WHOLE.claims_of(event.event_id) if speaks_of_time(one)]
        if source.kind is Kind.INFERENCE and timed:
            assert list(source.claim_ids) == timed, event.event_id
            rows += len(timed) < len(WHOLE.claims_of(event.event_id))
    assert rows


def test_every_claim_behind_a_sentence_is_one_of_the_event() -> None:
    for event, only in ROWS:
        own = {claim.claim_id for claim in WHOLE.claims_of(event.event_id)}
        for field, source in event_sources(WHOLE, event, only).items():
            assert set(source.claim_ids) <= own | {"*"}, (event.event_id, field)
