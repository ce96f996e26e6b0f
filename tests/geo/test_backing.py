"""Who backs an event: articles that relay one source, offices of one state, parties to it."""

from dataclasses import replace

import pytest

from geo.dataset import Dataset, load_dataset
from geo.model.models import Claim, Participant
from geo.model.vocabulary import Backing, Stance, Standing
from geo.rules.backing import Voice, backing, voice_name, voices, voices_text
from geo.rules.standing import standing
from geo.selection.select import select
from geo.selection.selection import Selection
from geo.sentences.backing_words import backing_said

WHOLE = load_dataset()
EVENT = "strike-2017-05-18"
PARTIES = {"us-military", "us-led-coalition", "iran-aligned-militias", "iraqi-militias"}


def given(*said: tuple[str, str], stance: str = "asserts", event: str = EVENT) -> Dataset:
    """The data with these claims on an event, an article each: voice and outlet, or neither."""
    articles = [*WHOLE.articles]
    claims = tuple(
        Claim.model_validate(
            dict.fromkeys(Claim.model_fields, "")
            | {
                "claim_id": f"c{number}",
                "event_id": event,
                "article_id": articles[number % len(articles)],
                "locus": "p1",
                "voice": voice,
                "via": via,
                "stance": stance,
                "account": "It happened.",
            }
        )
        for number, (voice, via) in enumerate(said)
    )
    others = tuple(claim for claim in WHOLE.claims if claim.event_id != event)
    return replace(WHOLE, claims=(*others, *claims))


OWN, REUTERS, CNN = ("", ""), ("", "reuters"), ("", "cnn")


@pytest.mark.parametrize(
    ("said", "count", "expected"),
    [
        pytest.param([OWN], 1, "one-voice", id="an article in its own voice"),
        pytest.param([OWN, OWN], 2, "several-voices", id="two articles in their own"),
        pytest.param([REUTERS, REUTERS], 1, "one-voice", id="two articles after one outlet"),
        pytest.param([REUTERS, CNN], 2, "several-voices", id="after two outlets"),
        pytest.param([("us-military", "")], 1, "parties-only", id="who did it"),
        pytest.param(
            [("us-military", ""), ("syrian-observatory", "")], 2, "several-voices", id="a stranger"
        ),
        pytest.param(
            [("us-military", ""), ("us-led-coalition", "")], 1, "parties-only", id="one side"
        ),
        pytest.param([("us-military", ""), ("hezbollah", "")], 2, "parties-only", id="two parties"),
        pytest.param(
            [("iraqi-officials", ""), ("saudi-arabia", "")], 2, "several-voices", id="no side"
        ),
        pytest.param(
            [("lloyd-austin", ""), ("john-kirby", "")], 1, "parties-only", id="offices of a party"
        ),
        pytest.param([("lloyd-austin", ""), OWN], 2, "several-voices", id="a party and an article"),
        pytest.param([("reuters", ""), REUTERS], 1, "one-voice", id="an outlet named or relayed"),
        pytest.param([("russia", "reuters")], 1, "one-voice", id="a stranger through an outlet"),
        pytest.param([], 0, "parties-only", id="nobody"),
    ],
)
def test_who_backs_an_event(said: list[tuple[str, str]], count: int, expected: str) -> None:
    data = given(*said)
    assert {one.actor_id for one in data.participants_of(EVENT)} >= PARTIES
    assert len(voices(data, EVENT)) == count
    assert backing(data, EVENT) == expected


def test_whoever_passes_a_report_on_took_no_part_in_what_it_tells() -> None:
    said = given(("reuters", ""))
    carried = Participant.model_validate(
        {"event_id": EVENT, "actor_id": "reuters", "role": "relayed", "side": "", "claim_id": "c"}
    )
    data = replace(said, participants=(*said.participants, carried))
    assert [voice.took_part for voice in voices(data, EVENT)] == [False]
    assert backing(data, EVENT) == "one-voice"


def test_whoever_denies_is_no_voice_for_it() -> None:
    denied = given(("syrian-government", ""), stance="denies")
    assert voices(denied, EVENT) == ()
    assert backing(denied, EVENT) == "contradicted"
    silent = given(("us-led-coalition", ""), stance="declines-to-confirm")
    assert (voices(silent, EVENT), backing(silent, EVENT)) == ((), "parties-only")


def test_that_something_was_said_is_the_report_of_whoever_tells_it() -> None:
    event = "mattis-statement-2017-05"
    said = given(("james-mattis", ""), ("james-mattis", "cnn"), event=event)
    assert [one.actor_ids for one in voices(said, event)] == [(), ("cnn",)]
    assert backing(said, event) == "several-voices"


def test_every_event_has_one_and_contradiction_is_what_standing_says() -> None:
    found = {event: backing(WHOLE, event) for event in WHOLE.event_rows}
    assert set(found.values()) == set(Backing)
    for event_id in WHOLE.event_rows:
        stands = standing(WHOLE, event_id)
        assert (found[event_id] == "contradicted") == (stands is Standing.DISPUTED)
        assert found[event_id] == "contradicted" or voices(WHOLE, event_id)


def test_a_selection_keeps_those_chosen() -> None:
    parts = [set(select(WHOLE, Selection(backings=frozenset({one}))).event_rows) for one in Backing]
    assert sum(map(len, parts)) == len(set.union(*parts)) == len(WHOLE.event_rows)
    assert not select(WHOLE, Selection(backings=frozenset())).event_rows


@pytest.mark.parametrize(
    ("taking_part", "expected"),
    [
        ([], ""),
        ([False], "1 voice"),
        ([True], "1 voice, which took part"),
        ([False, False], "2 voices"),
        ([True, True], "2 voices, both of which took part"),
        ([True, False, False, False], "4 voices, one of which took part"),
        ([True, True, False], "3 voices, 2 of which took part"),
        ([True, True, True], "3 voices, all of which took part"),
    ],
)
def test_voices_are_counted_in_words(taking_part: list[bool], expected: str) -> None:
    found = [Voice((), "guardian-2017-05-18", took_part=one) for one in taking_part]
    assert voices_text(found) == expected


@pytest.mark.parametrize(
    ("event_id", "expected"),
    [
        ("corridor-shift", ("One voice", ": The Guardian.")),
        ("sdf-eastern-syria-2017", ("One voice", ", not named by The New Arab.")),
        ("us-arab-concern-2017", ("2 voices", ": The Guardian; The New Arab.")),
        (
            "us-arms-to-rebels-2017-05",
            ("Only parties to it", ": US-backed Syrian fighters, through Reuters."),
        ),
    ],
)
def test_who_backs_an_event_is_told_once(event_id: str, expected: tuple[str, str]) -> None:
    assert backing_said(WHOLE, event_id) == expected


def test_a_contradicted_event_names_all_who_say_that_it_happened() -> None:
    head, rest = backing_said(WHOLE, "erbil-attack-2021-02-15")
    assert head == "Contradicted or denied"
    assert rest.startswith(". 4 voices, 2 of which took part: Al-Mashareq and AFP; ")
    assert rest.count("(took part)") == 2


def names(dataset: Dataset) -> list[str]:
    return [voice_name(dataset, one) for one in voices(dataset, EVENT)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("us-backed-rebels", "reuters")], ["US-backed Syrian fighters, through Reuters"]),
        (
            [("us-backed-rebels", "reuters"), ("us-backed-rebels", "")],
            ["US-backed Syrian fighters"],
        ),
        ([("john-kirby", ""), ("us-department-of-defense", "")], ["US Department of Defense"]),
        ([("iran", ""), ("hezbollah", "")], ["Iran and Hezbollah"]),
        ([REUTERS], ["Reuters"]),
        ([OWN], [WHOLE.articles["guardian-2017-05-18"].publisher]),
    ],
)
def test_a_voice_is_named_by_all_who_speak_as_it(
    said: list[tuple[str, str]], expected: list[str]
) -> None:
    assert names(given(*said)) == expected


def hedged(dataset: Dataset) -> Dataset:
    """Let every claim on the event be hedged by its article."""
    rows = tuple(
        row.model_copy(update={"hedge": "reportedly"}) if row.event_id == EVENT else row
        for row in dataset.claims
    )
    return replace(dataset, claims=rows)


def test_an_article_that_hedges_stands_for_those_it_does_not_name() -> None:
    alone = hedged(given(OWN))
    publisher = alone.articles[alone.claims_of(EVENT)[0].article_id].publisher
    assert names(alone) == [f"others, not named by {publisher}"]
    assert backing(alone, EVENT) == "one-voice"
    assert names(hedged(given(OWN, ("hezbollah", "")))) == ["Hezbollah"]


def test_an_article_that_tells_of_silence_says_it_on_the_word_of_others() -> None:
    told = given(OWN, ("hezbollah", ""))
    silence = told.claims_of(EVENT)[0].model_copy(
        update={"voice": "us-led-coalition", "stance": Stance.DECLINES_TO_CONFIRM}
    )
    assert names(told) == ["The Guardian", "Hezbollah"]
    assert names(replace(told, claims=(*told.claims, silence))) == ["Hezbollah"]


def test_whoever_is_only_helped_is_a_party_without_its_kin() -> None:
    helped = "us-backed-rebels"
    assert helped in {one.actor_id for one in WHOLE.participants_of(EVENT)}
    assert backing(given((helped, "")), EVENT) == "parties-only"
    assert backing(given(("maghawir-al-thawra", "")), EVENT) == "parties-only"
    assert backing(given(("opposition-media", "")), EVENT) == "one-voice"
