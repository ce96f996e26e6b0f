"""Articles do not tell things in the order in which they happened."""

import pytest

from geo.dataset import load_dataset
from geo.rules.told import told_order

WHOLE = load_dataset()


@pytest.mark.parametrize("article_id", WHOLE.articles)
def test_every_event_of_an_article_is_told_once(article_id: str) -> None:
    told = told_order(WHOLE, article_id)
    reported = {event for event in WHOLE.event_rows if article_id in WHOLE.articles_of(event)}
    assert sorted(told) == sorted(reported)
    dated = [event for event in told if event in WHOLE.stops_of(article_id)]
    assert dated != list(WHOLE.stops_of(article_id))


@pytest.mark.parametrize("article_id", WHOLE.articles)
def test_an_event_comes_where_it_is_first_spoken_of(article_id: str) -> None:
    passages = [row.locus for row in WHOLE.coverage if row.article_id == article_id]
    first = {
        event: min(
            passages.index(claim.locus)
            for claim in WHOLE.claims_of(event)
            if claim.article_id == article_id
        )
        for event in told_order(WHOLE, article_id)
    }
    assert list(first.values()) == sorted(first.values())
