"""Only what excludes each other is a difference; what is coarser is none."""

from dataclasses import replace

import pytest

from geo.dataset import Dataset, load_dataset
from geo.model.models import Claim, Participant
from geo.rules.differences import differences

WHOLE = load_dataset()
EVENT = "strike-2021-02-25"

Said = dict[str, str]


def days(first: str, last: str) -> Said:
    return {"first_day": first, "last_day": last}


def place(place_id: str) -> Said:
    return {"place_id": place_id}


def killed(low: str, high: str) -> Said:
    return {"fatalities_low": low, "fatalities_high": high}


def given(*said: Said, participants: tuple[tuple[str, str], ...] = ()) -> Dataset:
    """The data with these claims on an event, and nobody in it but these."""
    claims = tuple(
        Claim.model_validate(
            dict.fromkeys(Claim.model_fields, "")
            | {"claim_id": f"c{number}", "event_id": EVENT, "article_id": "almashareq-2021-02-26"}
            | {"locus": "p1", "stance": "asserts", "account": "It happened."}
            | one
        )
        for number, one in enumerate(said)
    )
    rows = tuple(
        Participant.model_validate(
            {"event_id": EVENT, "actor_id": actor, "role": role, "side": "", "claim_id": f"c{at}"}
        )
        for at, (actor, role) in enumerate(participants)
    )
    return replace(WHOLE, claims=claims, participants=rows)


def found(dataset: Dataset) -> list[tuple[str, list[str]]]:
    return [
        (one.aspect, [answer.text for answer in one.answers]) for one in differences(dataset, EVENT)
    ]


MAY = days("2017-05-01", "2017-05-31")
APRIL = days("2017-04-01", "2017-04-30")
DAY = days("2017-05-18", "2017-05-18")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param([], [], id="nothing is said"),
        pytest.param([DAY, {}], [], id="one is silent"),
        pytest.param([DAY, MAY], [], id="a month that holds the day"),
        pytest.param([DAY, APRIL], [("Time", ["18 May 2017", "April 2017"])], id="another month"),
        pytest.param(
            [DAY, APRIL, MAY],
            [("Time", ["18 May 2017", "April 2017", "May 2017"])],
            id="the month before excludes both",
        ),
        pytest.param([DAY, days("2017-05-01", "")], [], id="an open end that holds it"),
        pytest.param(
            [DAY, days("2017-05-19", "")],
            [("Time", ["18 May 2017", "since 19 May 2017"])],
            id="an open end after it",
        ),
        pytest.param(
            [DAY, days("", "2017-05-17")],
            [("Time", ["18 May 2017", "up to 17 May 2017"])],
            id="an open beginning before it",
        ),
        pytest.param([killed("22", ""), killed("30", "30")], [], id="at least as many"),
        pytest.param(
            [killed("22", ""), killed("1", "17")],
            [("Killed", ["at least 22 killed", "1–17 killed"])],
            id="fewer",
        ),
        pytest.param([killed("0", "0"), killed("", "2")], [], id="none, and up to two"),
        pytest.param([place("al-tanf"), place("syria")], [], id="a country that holds it"),
        pytest.param([place("al-tanf"), place("south-east-syria")], [], id="a region that does"),
        pytest.param(
            [place("albu-kamal"), place("border-control-point")], [], id="near, as far as told"
        ),
        pytest.param([place("south-east-syria"), place("syrian-desert")], [], id="areas that meet"),
        pytest.param([place("al-tanf"), place("middle-east")], [], id="no one position"),
        pytest.param(
            [place("al-tanf"), place("raqqa"), place("syria")],
            [("Place", ["al-Tanf", "Raqqa"])],
            id="two towns, and the country of both",
        ),
        pytest.param([place("syria"), place("iraq")], [], id="neighbours, as coarse as they are"),
        pytest.param(
            [{"stance": "asserts"}, {"stance": "denies"}],
            [("Whether it happened", ["yes", "no, it is denied"])],
            id="a denial",
        ),
        pytest.param([{"stance": "asserts"}, {"stance": "declines-to-confirm"}], [], id="silence"),
    ],
)
def test_what_excludes_each_other(said: list[Said], expected: list[tuple[str, list[str]]]) -> None:
    assert found(given(*said)) == expected


def test_the_stations_of_a_way_are_no_two_answers() -> None:
    event = "arms-shipment-2021-02"
    named = {claim.place_id for claim in WHOLE.claims_of(event)}
    assert {"unofficial-crossing", "al-mazare", "west-euphrates-region"} <= named
    assert differences(WHOLE, event) == ()


def test_one_who_claims_it_and_another_who_is_blamed() -> None:
    both = given({}, {}, participants=(("awliyaa-al-dam", "claimant"), ("iran", "blamed")))
    who = [("Who did it", ["Awliyaa al-Dam (claims it)", "Iran (blamed)"])]
    assert found(both) == who
    assert found(given({}, participants=(("iran", "blamed"),))) == []
    assert found(given({}, {}, participants=(("iran", "claimant"), ("iran", "blamed")))) == []


def test_an_answer_names_all_who_give_it() -> None:
    (difference,) = differences(given(DAY, APRIL, DAY), EVENT)
    assert [answer.claim_ids for answer in difference.answers] == [("c0", "c2"), ("c1",)]


def test_the_articles_differ_on_one_day_and_one_of_them_on_who_did_it() -> None:
    told = {
        event_id: [one.aspect for one in differences(WHOLE, event_id)]
        for event_id in WHOLE.event_rows
        if differences(WHOLE, event_id)
    }
    assert told == {"strike-2017-05-18": ["Time"], "erbil-attack-2021-02-15": ["Who did it"]}
