"""What hedges, outlets, silence and sides make of the five articles: the events they decide."""

import pytest

from geo.dataset import Dataset
from geo.rules.backing import backing, voice_name, voices, voices_text
from geo.rules.standing import is_own_voice, other_outlet, speakers, standing, unconfirmed_in

US = "US military, US defence official and US-led coalition"


@pytest.mark.parametrize(
    ("event_id", "stands", "backed", "names"),
    [
        (
            "us-arms-to-rebels-2017-05",
            *("claimed", "parties-only", ["US-backed Syrian fighters, through Reuters"]),
        ),
        ("syrian-strike-2017-06-06", "claimed", "one-voice", ["CNN"]),
        ("ground-clash-risk-2017-06", "claimed", "one-voice", ["Reuters"]),
        ("iraq-border-control-2017", "claimed", "one-voice", ["Reuters"]),
        (
            "sdf-eastern-syria-2017",
            *("claimed", "one-voice", ["others, not named by The New Arab"]),
        ),
        ("hezbollah-to-al-tanf-2017-05", "claimed", "parties-only", ["Fars news agency"]),
        (
            "strike-2017-05-18",
            *("reported", "several-voices"),
            ["The Guardian", US, "Syrian opposition media", "The Media Express"],
        ),
    ],
)
def test_the_events_that_a_rule_decides(
    committed: Dataset, event_id: str, stands: str, backed: str, names: list[str]
) -> None:
    assert standing(committed, event_id) == stands
    assert backing(committed, event_id) == backed
    assert [voice_name(committed, one) for one in voices(committed, event_id)] == names


def test_the_strike_of_18_may_2017_has_four_voices(committed: Dataset) -> None:
    found = voices(committed, "strike-2017-05-18")
    assert voices_text(found) == "4 voices, one of which took part"
    assert [one.took_part for one in found] == [False, True, False, False]


def test_what_is_reported_an_article_says_itself_and_no_doer_leaves_unconfirmed(
    committed: Dataset,
) -> None:
    for event_id, event in committed.event_rows.items():
        if standing(committed, event_id) != "reported":
            continue
        own = speakers(committed.participants_of(event_id), event.type)
        said = [one for one in committed.claims_of(event_id) if one.stance == "asserts"]
        assert any(is_own_voice(committed, one, own) for one in said), event_id
        assert not unconfirmed_in(committed, event_id), event_id


def test_an_outlet_that_cites_itself_relays_nobody(committed: Dataset) -> None:
    cited = {claim.claim_id: claim for claim in committed.claims if claim.via == "the-guardian"}
    assert set(cited) == {"guardian-p10-a", "guardian-p10-b"}
    for claim in cited.values():
        assert claim.event_id and standing(committed, claim.event_id) == "reported"
        assert [voice.actor_ids for voice in voices(committed, claim.event_id)] == [()]
        assert other_outlet(committed, claim) is None
        elsewhere = claim.model_copy(update={"article_id": "newarab-2017-05-31"})
        assert other_outlet(committed, elsewhere) == "the-guardian"


def test_a_hedge_withholds_what_an_article_would_say_itself(committed: Dataset) -> None:
    hedged = {claim.claim_id: claim for claim in committed.claims if claim.hedge}
    assert {"newarab-title-a", "newarab-standfirst-a", "newarab-p10-c"} <= set(hedged)
    assert all(not claim.voice and not claim.via for claim in hedged.values())
