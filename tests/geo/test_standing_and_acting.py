"""Who says so, who did it, who is blamed: three different things, all derived."""

from dataclasses import replace

import pytest

from geo.dataset import Dataset, load_dataset
from geo.model.models import Claim, Participant
from geo.model.vocabulary import EventType, Side
from geo.rules.acting import acting_actors, acting_side, common_side, route_side
from geo.rules.standing import standing

WHOLE = load_dataset()
EVENT = "strike-2017-05-18"


def claim(
    voice: str = "",
    stance: str = "asserts",
    via: str = "",
    hedge: str = "",
    low: str = "",
    high: str = "",
) -> dict[str, str]:
    return {
        "voice": voice,
        "via": via,
        "hedge": hedge,
        "stance": stance,
        "fatalities_low": low,
        "fatalities_high": high,
    }


def participant(actor_id: str, role: str, side: str = "") -> Participant:
    return Participant.model_validate(
        {"event_id": EVENT, "actor_id": actor_id, "role": role, "side": side, "claim_id": "c"}
    )


def given(
    claims: list[dict[str, str]], participants: list[Participant], kind: str = "airstrike"
) -> Dataset:
    """The data with these claims and participants alone on an event of this kind."""
    rows = tuple(
        Claim.model_validate(
            dict.fromkeys(Claim.model_fields, "")
            | {"claim_id": f"c{number}", "event_id": EVENT, "article_id": "guardian-2017-05-18"}
            | {"locus": "p1", "account": "It happened."}
            | one
        )
        for number, one in enumerate(claims)
    )
    event = WHOLE.event_rows[EVENT].model_copy(update={"type": EventType(kind)})
    return replace(
        WHOLE,
        claims=rows,
        participants=tuple(participants),
        event_rows=WHOLE.event_rows | {EVENT: event},
    )


OWN, PARTY, RELAYED = claim(), claim("fars-news"), claim(via="cnn")
HEDGED = claim(hedge="reportedly")
DENIAL = claim("syrian-government", "denies")
SILENCE = claim("us-led-coalition", "declines-to-confirm")
US = participant("us-military", "initiator")


@pytest.mark.parametrize(
    ("claims", "participants", "expected"),
    [
        pytest.param([OWN], [], "reported", id="an article in its own voice"),
        pytest.param([PARTY], [], "claimed", id="a named party alone"),
        pytest.param([PARTY, OWN], [], "reported", id="a party and an article"),
        pytest.param([RELAYED], [], "claimed", id="an outlet that the article relays"),
        pytest.param([RELAYED, OWN], [], "reported", id="an outlet and an article"),
        pytest.param([HEDGED], [], "claimed", id="an article that hedges"),
        pytest.param([HEDGED, OWN], [], "reported", id="one hedges and one does not"),
        pytest.param([PARTY, SILENCE], [], "claimed", id="declining to confirm is no denial"),
        pytest.param([SILENCE], [], "claimed", id="nothing but silence"),
        pytest.param([OWN, SILENCE], [], "reported", id="a stranger declines to confirm"),
        pytest.param([OWN, SILENCE], [US], "claimed", id="one of the doers' side declines"),
        pytest.param(
            [OWN, claim("lloyd-austin", "declines-to-confirm")],
            [US],
            "claimed",
            id="one of the doers' tree declines",
        ),
        pytest.param(
            [OWN, claim("iraqi-officials", "declines-to-confirm")],
            [participant("saudi-arabia", "initiator")],
            "reported",
            id="the side 'other' is no side in common",
        ),
        pytest.param(
            [OWN, SILENCE],
            [participant("us-military", "target")],
            "reported",
            id="a target declines to confirm",
        ),
        pytest.param(
            [OWN, SILENCE],
            [participant("popular-mobilization-units", "initiator", "us-coalition")],
            "claimed",
            id="the side that a doer has in this event",
        ),
        pytest.param([OWN, DENIAL], [], "disputed", id="a party denies what an article says"),
        pytest.param([PARTY, DENIAL], [], "disputed", id="one party against another"),
        pytest.param(
            [claim(low="22"), claim("iran", low="1", high="1")], [], "disputed", id="figures"
        ),
        pytest.param(
            [claim(low="22"), claim("iran", low="30")], [], "reported", id="at least, twice"
        ),
        pytest.param([claim(low="22"), OWN], [], "reported", id="a figure and no figure"),
        pytest.param(
            [claim(high="3"), claim("iran", low="4")], [], "disputed", id="up to 3, at least 4"
        ),
        pytest.param(
            [OWN],
            [participant("awliyaa-al-dam", "claimant"), participant("iran", "blamed")],
            "disputed",
            id="claimed by one and blamed on another",
        ),
        pytest.param(
            [OWN],
            [participant("iran", "claimant"), participant("iran", "blamed")],
            "reported",
            id="claimed by the one who is blamed",
        ),
        pytest.param([OWN], [participant("iran", "blamed")], "reported", id="only blamed"),
        pytest.param([], [], "claimed", id="nothing"),
    ],
)
def test_how_an_event_stands(
    claims: list[dict[str, str]], participants: list[Participant], expected: str
) -> None:
    assert standing(given(claims, participants), EVENT) == expected


@pytest.mark.parametrize("spoken", ["statement", "warning"])
def test_a_statement_in_its_speakers_voice_is_reported(spoken: str) -> None:
    he, said = "james-mattis", claim("james-mattis")
    speaks = [participant(he, "initiator")]
    assert standing(given([said], speaks, spoken), EVENT) == "reported"
    assert standing(given([claim("john-kirby")], speaks, spoken), EVENT) == "claimed"
    assert standing(given([said], [participant(he, "target")], spoken), EVENT) == "claimed"
    assert standing(given([said], speaks, "policy"), EVENT) == "claimed"
    assert standing(given([claim(he, via="al-monitor")], speaks, spoken), EVENT) == "claimed"
    assert standing(given([claim(he, hedge="is said to")], speaks, spoken), EVENT) == "claimed"


def test_that_a_thing_was_said_needs_no_confirmation_by_those_who_said_it() -> None:
    speaks = [participant("ryan-dillon", "initiator")]
    said = [claim("ryan-dillon"), claim("adrian-rankine-galloway", "declines-to-confirm")]
    assert standing(given(said, speaks, "statement"), EVENT) == "reported"


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
