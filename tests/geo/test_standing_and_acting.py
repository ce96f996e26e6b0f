"""Who says so, who did it, who is blamed: three different things, all derived."""

from dataclasses import replace

import pytest

from geo.acting import acting_actors, acting_side, common_side, route_side
from geo.dataset import Dataset
from geo.models import Claim, Participant
from geo.standing import standing
from geo.vocabulary import EventType, Side


def claim(
    voice: str = "", stance: str = "asserts", via: str = "", low: str = "", high: str = ""
) -> Claim:
    return Claim.model_validate(
        {
            "claim_id": "c",
            "event_id": "e",
            "article_id": "a",
            "locus": "p1",
            "voice": voice,
            "via": via,
            "stance": stance,
            "account": "It happened.",
            "says_when": "",
            "first_day": "",
            "last_day": "",
            "place_id": "",
            "fatalities_low": low,
            "fatalities_high": high,
            "wounded_low": "",
            "wounded_high": "",
        }
    )


def participant(actor_id: str, role: str) -> Participant:
    return Participant.model_validate(
        {"event_id": "e", "actor_id": actor_id, "role": role, "side": "", "claim_id": "c"}
    )


OWN, PARTY, RELAYED = claim(), claim("fars"), claim(via="cnn")
DENIAL, SILENCE = claim("syria", "denies"), claim("coalition", "declines-to-confirm")


@pytest.mark.parametrize(
    ("claims", "participants", "expected"),
    [
        pytest.param([OWN], [], "reported", id="an article in its own voice"),
        pytest.param([PARTY], [], "claimed", id="a named party alone"),
        pytest.param([PARTY, OWN], [], "reported", id="a party and an article"),
        pytest.param([RELAYED], [], "reported", id="an article in its own voice, after an outlet"),
        pytest.param([PARTY, SILENCE], [], "claimed", id="declining to confirm is no denial"),
        pytest.param([SILENCE], [], "claimed", id="nothing but silence"),
        pytest.param([OWN, DENIAL], [], "disputed", id="a party denies what an article says"),
        pytest.param([PARTY, DENIAL], [], "disputed", id="one party against another"),
        pytest.param(
            [claim(low="22"), claim("x", low="1", high="1")], [], "disputed", id="figures"
        ),
        pytest.param([claim(low="22"), claim("x", low="30")], [], "reported", id="at least, twice"),
        pytest.param([claim(low="22"), OWN], [], "reported", id="a figure and no figure"),
        pytest.param(
            [claim(high="3"), claim("x", low="4")], [], "disputed", id="up to 3, at least 4"
        ),
        pytest.param(
            [OWN],
            [participant("x", "claimant"), participant("y", "blamed")],
            "disputed",
            id="claimed by one and blamed on another",
        ),
        pytest.param(
            [OWN],
            [participant("x", "claimant"), participant("x", "blamed")],
            "reported",
            id="claimed by the one who is blamed",
        ),
        pytest.param([OWN], [participant("y", "blamed")], "reported", id="only blamed"),
        pytest.param([], [], "claimed", id="nothing"),
    ],
)
def test_how_an_event_stands(
    claims: list[Claim], participants: list[Participant], expected: str
) -> None:
    assert standing(claims, participants, EventType.AIRSTRIKE) == expected


@pytest.mark.parametrize("spoken", ["statement", "warning"])
def test_a_statement_in_its_speakers_voice_is_reported(spoken: str) -> None:
    kind = EventType(spoken)
    assert standing([claim("x")], [participant("x", "initiator")], kind) == "reported"
    assert standing([claim("y")], [participant("x", "initiator")], kind) == "claimed"
    assert standing([claim("x")], [participant("x", "target")], kind) == "claimed"
    assert standing([claim("x")], [participant("x", "initiator")], EventType.POLICY) == "claimed"


def test_the_side_is_that_of_those_who_act(small: Dataset) -> None:
    assert acting_side(small, "strike-2017-05-18") == "us-coalition"
    assert acting_side(small, "hezbollah-reinforcement-2017-05") == "iran-aligned"


def test_without_an_initiator_no_side_acts(small: Dataset) -> None:
    assert acting_side(small, "erbil-attack-2021-02-15") == "other"
    assert acting_side(small, "arms-2017-05") == "other"


def test_a_side_may_differ_in_one_event(small: Dataset) -> None:
    rows = tuple(
        row.model_copy(update={"side": "us-coalition"})
        if row.event_id == "hezbollah-reinforcement-2017-05"
        else row
        for row in small.participants
    )
    changed = replace(small, participants=rows)
    assert acting_side(changed, "hezbollah-reinforcement-2017-05") == "us-coalition"


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (["iran-aligned", "iran-aligned"], "iran-aligned"),
        (["iran-aligned", "syrian-government"], "other"),
        (["other", "iran-aligned"], "other"),
        ([], "other"),
    ],
)
def test_where_several_sides_act_none_is_shown(sides: list[str], expected: str) -> None:
    assert common_side(Side(side) for side in sides) == expected


def test_a_route_has_the_side_that_its_actors_share(small: Dataset) -> None:
    route = small.route_rows["corridor-shifted"].model_copy(update={"actor_ids": ("iran", "fars")})
    assert route_side(small, route) == "iran-aligned"
    mixed = route.model_copy(update={"actor_ids": ("iran", "syria")})
    assert route_side(small, mixed) == "other"
    assert route_side(small, route.model_copy(update={"actor_ids": ()})) == "other"


def test_initiators_come_before_targets(small: Dataset) -> None:
    assert acting_actors(small, "strike-2017-05-18") == ("us-military", "iran-backed-militias")


def test_a_claimant_and_the_blamed_do_not_act(small: Dataset) -> None:
    assert acting_actors(small, "erbil-attack-2021-02-15") == ("unnamed",)
