"""Every sentence that can be shown, with its kind, its claims and their passages."""

import json
import re
from collections import Counter
from dataclasses import replace

import pytest

from geo.__main__ import main
from geo.dataset import load_dataset
from geo.model.labels import SIDES
from geo.model.vocabulary import Side
from geo.sentences.source import ALL, Kind, Source, of_claims, source_text
from geo.tracing.trace import as_json, as_text, sample, trace

WHOLE = load_dataset()
LINES = trace(WHOLE)


def test_nothing_is_an_articles_without_a_passage() -> None:
    assert [line for line in LINES if line.kind == Kind.ARTICLE and not line.passages] == []


def test_every_claim_and_every_passage_is_there() -> None:
    claims = {claim.claim_id for claim in WHOLE.claims}
    passages = {f"{row.article_id}:{row.locus}" for row in WHOLE.coverage}
    assert {one for line in LINES for one in line.claim_ids} <= claims
    assert {one for line in LINES for one in line.passages} <= passages


def test_every_claim_is_told_of() -> None:
    accounts = {(claim.account, claim.claim_id) for claim in WHOLE.claims}
    told = {(line.text, one) for line in LINES for one in line.claim_ids}
    assert accounts <= told


def test_a_heading_counts_the_claims_below_it_and_stands_over_none() -> None:
    articles = {claim.claim_id: claim.article_id for claim in WHOLE.claims}
    told: dict[str, set[str]] = {}
    heads: dict[str, list[tuple[int, int]]] = {}
    for line in LINES:
        thing, _, field = line.place.partition(": ")
        if field == "claim":
            told.setdefault(thing, set()).update(line.claim_ids)
        if field == "claims":
            claims, of = re.findall(r"(\d+) (?:claim|article)s?\b", line.text)
            heads.setdefault(thing, []).append((int(claims), int(of)))
    assert heads.keys() == told.keys()
    for thing, counts in heads.items():
        below = (len(told[thing]), len({articles[one] for one in told[thing]}))
        # A road has a second heading, over what is said of it; a claim may stand under both.
        assert max(counts) == below, thing
        assert min(counts) >= (1, 1), thing


def test_every_line_is_one_of_four_kinds_and_stands_once() -> None:
    assert {line.kind for line in LINES} == {str(kind) for kind in Kind}
    assert [line for line, count in Counter(LINES).items() if count > 1] == []
    assert all(line.text and line.text == line.text.strip() for line in LINES)


@pytest.mark.parametrize(
    ("text", "kind", "claims", "place"),
    [
        (
            "18 May 2017",
            "article",
            "mediaexpress-p4-a",
            "event strike-2017-05-18: when",
        ),
        (
            "Position of North-west of al-Tanf, strike of 18 May 2017: our inference",
            "inference",
            "",
            "event strike-2017-05-18: position",
        ),
        ("US military", "article", "guardian-p1-a", "event strike-2017-05-18: Carried out by"),
        (
            "An earlier report in The Guardian",
            "article",
            "guardian-p10-b",
            "event us-presence-north-east-2017: voice of a claim",
        ),
        ("About 140 miles south, as reported", "article", "guardian-p10-a", "shift: title"),
        ("Sinjar", "outside", "", "label: place"),
        ("stretch that we inferred", "ours", "", "key: sign"),
    ],
)
def test_a_line_names_its_source(text: str, kind: str, claims: str, place: str) -> None:
    found = [line for line in LINES if (line.text, line.place) == (text, place)]
    assert [(line.kind, " ".join(line.claim_ids)) for line in found] == [(kind, claims)]


def test_a_day_from_outside_is_no_articles() -> None:
    outside = [one for one in WHOLE.event_rows.values() if one.date_basis == "external"]
    assert outside
    for event in outside:
        kinds = {line.kind for line in LINES if line.place == f"event {event.event_id}: when"}
        assert "outside" in kinds


def test_only_an_article_speaks_of_legs() -> None:
    """What lies between waypoints has a word of ours: an article calls two towns legs."""
    found = [line for line in LINES if re.search(r"\blegs?\b", line.text, re.IGNORECASE)]
    assert {line.claim_ids for line in found} == {("guardian-p9-b",)}
    assert {line.kind for line in found} == {Kind.ARTICLE}


def test_a_side_is_named_as_one_and_not_as_an_actor() -> None:
    signs = [line for line in LINES if line.place.endswith(": sign of the side")]
    assert len(signs) == len(WHOLE.event_rows)
    grouped = [line for line in LINES if ": side of " in line.place]
    assert all(line.text.startswith("Side: ") for line in (*signs, *grouped))
    assert {line.kind for line in signs} == {Kind.INFERENCE}
    actors = {actor.name: actor for actor in WHOLE.actors.values()}
    # Of the Islamic State the side holds nobody else.
    alike = {SIDES[actor.side] for name, actor in actors.items() if name in SIDES.values()}
    assert alike == {SIDES[Side.ISLAMIC_STATE]}


def test_the_sign_of_a_side_rests_on_the_claims_of_who_did_it() -> None:
    for event_id in WHOLE.event_rows:
        place = f"event {event_id}: "
        did = {
            WHOLE.actors[row.actor_id].name
            for row in WHOLE.participants
            if (row.event_id, row.role) == (event_id, "initiator")
        }
        named = [line for line in LINES if line.place.startswith(place) and line.text in did]
        [sign] = [line for line in LINES if line.place == f"{place}sign of the side"]
        assert set(sign.claim_ids) <= {one for line in named for one in line.claim_ids}, event_id
        assert bool(sign.claim_ids) == bool(did), event_id


def test_a_spelling_rests_on_the_passages_that_have_it() -> None:
    found = {line.text: line for line in LINES if line.place == "actor us-allies: spelling"}
    assert list(found) == [
        "its allies",
        "Washington and its allies",
        "the United States and its allies",
    ]
    both = found["its allies"]
    assert both.passages == ("newarab-2017-05-31:p1", "mediaexpress-2017-06-02:p1")
    assert both.claim_ids == ("newarab-p1-a",)


def test_an_alias_that_no_article_spells_is_not_said_to_be_in_the_articles() -> None:
    kept = tuple(row for row in WHOLE.spellings if row.spelling != "its allies")
    lines = trace(replace(WHOLE, spellings=kept))
    found = [line.text for line in lines if line.place == "actor us-allies: spelling"]
    assert found == ["Washington and its allies", "the United States and its allies"]
    assert "its allies" in WHOLE.actors["us-allies"].aliases


def test_a_stated_day_rests_on_the_claims_that_state_it() -> None:
    claims = {claim.claim_id: claim for claim in WHOLE.claims}
    for event in WHOLE.event_rows.values():
        place = f"event {event.event_id}: when"
        for line in LINES:
            if (line.place, line.kind) == (place, Kind.ARTICLE):
                days = {(claims[one].first_day, claims[one].last_day) for one in line.claim_ids}
                assert days == {(event.first_day, event.last_day)}, event.event_id


def test_places_are_an_articles_where_its_claims_name_each_of_them() -> None:
    kinds = {line.place: line.kind for line in LINES if line.text == "Syria and al-Tanf"}
    assert kinds["event pentagon-statement-2017-06: where"] == Kind.INFERENCE
    [line] = [one for one in LINES if one.place == "event is-supply-routes-2017: where"]
    assert line.kind == Kind.ARTICLE


def test_what_joins_places_over_others_left_out_is_no_articles() -> None:
    [line] = [
        line
        for line in LINES
        if (line.text, line.place)
        == ("Damascus \N{EN DASH} Southern Lebanon", "route corridor-shifted: stretch")
    ]
    assert line.kind == Kind.INFERENCE
    [stated] = [
        line
        for line in LINES
        if (line.text, line.place)
        == ("Mayadeen (al-Mayadin) \N{EN DASH} Deir ez-Zor", "route corridor-shifted: stretch")
    ]
    assert stated.kind == Kind.ARTICLE


def test_what_no_claim_says_is_our_inference() -> None:
    assert of_claims([]).kind is Kind.INFERENCE


def test_all_claims_of_a_thing_are_written_short() -> None:
    source = Source(Kind.ARTICLE, ("a-b", "a-c"))
    assert source_text(source, ("a-b", "a-c")) == f"article {ALL}"
    assert source_text(source) == "article a-b a-c"
    assert source_text(Source(Kind.OURS), ()) == "ours"


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    assert sample(LINES, 60, 7) == sample(LINES, 60, 7) != sample(LINES, 60, 8)
    assert len(set(sample(LINES, 60, None))) == 60
    assert sample(LINES[:3], 60, 1) == LINES[:3]


def test_text_is_one_line_of_five_cells_each() -> None:
    written = list(as_text(LINES))
    assert len(written) == len(LINES)
    assert all(line.count("\t") == 4 and "\n" not in line for line in written)


def test_json_says_the_same() -> None:
    rows = json.loads(as_json(LINES))
    assert [row["text"] for row in rows] == [line.text for line in LINES]
    assert list(rows[0]) == ["text", "kind", "claims", "passages", "place"]
    assert [tuple(row["claims"]) for row in rows] == [line.claim_ids for line in LINES]


def test_the_command_writes_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace"]) == 0
    assert capsys.readouterr().out.splitlines() == list(as_text(LINES))
    assert main(["trace", "--sample", "60", "--seed", "3"]) == 0
    assert capsys.readouterr().out.splitlines() == list(as_text(sample(LINES, 60, 3)))
    assert main(["trace", "--format", "json", "--sample", "2", "--seed", "3"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(as_json(sample(LINES, 2, 3)))


@pytest.mark.parametrize("count", ["-1", "many", ""])
def test_a_sample_is_so_many_lines(count: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["trace", f"--sample={count}"])
    assert "is no number of lines" in capsys.readouterr().err


def test_no_measure_from_an_area_is_given_to_the_kilometre() -> None:
    texts = {line.text for line in LINES if line.place == "shift: measured"}
    area = WHOLE.gazetteer["kurdish-north-east-syria"]
    from_area = [text for text in texts if area.name in text]
    assert from_area and all("about" in text for text in from_area)
    assert (
        "Mayadeen (al-Mayadin) lies about 200 km (120 miles) farther south than Kurdish north-east "
        "of Syria and about 200 km (120 miles) from it in a straight line."
    ) in texts
    assert WHOLE.gazetteer["qamishli"].area_km == 0
    assert WHOLE.gazetteer["deconfliction-zone"].area_km == 55
