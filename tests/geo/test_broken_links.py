"""What does not hold between two tables is named where it stands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.geo.breaking import assert_named

Load = Callable[[Path], list[str]]

# test id: file, text to replace, replacement, problem expected (its beginning)
LINKS = {
    "unknown actor": (
        "participants.csv",
        "g1\nstrike-2017-05-18,iran-backed-militias",
        "g1\nstrike-2017-05-18,iran-backed-militas",
        "small/participants.csv line 3: actor_id 'iran-backed-militas' is not in actors.csv; "
        "nearest is 'iran-backed-militias'",
    ),
    "unknown place": (
        "event_places.csv",
        "1,albu-kamal",
        "1,abu-kamal",
        "small/event_places.csv line 8: place_id 'abu-kamal' is not in gazetteer.csv; "
        "nearest is 'albu-kamal'",
    ),
    "unknown event": (
        "relations.csv",
        "response-to,erbil-attack-2021-02-15",
        "response-to,erbil-attack-2021-02-16",
        "small/relations.csv line 2: other_id 'erbil-attack-2021-02-16' is not in events.csv; "
        "nearest is 'erbil-attack-2021-02-15'",
    ),
    "unknown voice": (
        "claims.csv",
        "p4,fars,",
        "p4,farz,",
        "small/claims.csv line 6: voice 'farz' is not in actors.csv; nearest is 'fars'",
    ),
    "unknown outlet": (
        "claims.csv",
        "syria-rebels,reuters",
        "syria-rebels,reuter",
        "small/claims.csv line 10: via 'reuter' is not in actors.csv; nearest is 'reuters'",
    ),
    "unknown route": (
        "events.csv",
        "corridor-original|corridor-shifted",
        "corridor-orignal|corridor-shifted",
        "small/events.csv line 5: route_ids 'corridor-orignal' is not in routes.geojson; "
        "nearest is 'corridor-original'",
    ),
    "unknown parent": (
        "actors.csv",
        "us-coalition,us-coalition-led",
        "us-coalition,us-coalition-ded",
        "small/actors.csv line 3: parent_id 'us-coalition-ded' is not in actors.csv; "
        "nearest is 'us-coalition-led'",
    ),
    "unknown claim of a participant": (
        "participants.csv",
        "supported,us-coalition,n3",
        "supported,us-coalition,n4",
        "small/participants.csv line 7: claim_id 'n4' is not in claims.csv; nearest is 'n",
    ),
    "gap in coverage": (
        "coverage.csv",
        "guardian-2017-05-18,p2,g2|g3,\n",
        "",
        "small/coverage.csv line 4: locus 'p3' of 'guardian-2017-05-18' leaves a gap; add p2",
    ),
    "article without coverage": (
        "coverage.csv",
        "mediaexpress-2017-06-02,p1,m1,\nmediaexpress-2017-06-02,p2,m2,\n",
        "",
        "small/articles.csv line 4: article_id 'mediaexpress-2017-06-02' has no paragraph in "
        "coverage.csv; begin with p1",
    ),
    "claim at a passage that is not covered": (
        "coverage.csv",
        "newarab-2017-05-31,p2,n2,\n",
        "",
        "small/claims.csv line 9: locus 'p2' of 'newarab-2017-05-31' is not in coverage.csv; "
        "add a row for it there",
    ),
    "claim that coverage forgets": (
        "coverage.csv",
        "g5|g6",
        "g5",
        "small/claims.csv line 7: claim_id 'g6' is not listed in coverage.csv; "
        "add it at guardian-2017-05-18 p4",
    ),
    "claim listed where it does not stand": (
        "coverage.csv",
        "newarab-2017-05-31,p2,n2",
        "newarab-2017-05-31,p2,n2|g4",
        "small/coverage.csv line 8: claim_ids 'g4' is coded from guardian-2017-05-18 p3; "
        "list it there",
    ),
    "coverage of a claim that is not there": (
        "coverage.csv",
        "p2,m2,",
        "p2,m2|m-unheard-of,",
        "small/coverage.csv line 10: claim_ids 'm-unheard-of' is not in claims.csv",
    ),
    "mention of a passage that is not there": (
        "gazetteer.csv",
        "almashareq-2021-02-26:p2",
        "almashareq-2021-02-26:p9",
        "small/gazetteer.csv line 3: mentions 'almashareq-2021-02-26:p9' is not a passage",
    ),
    "spelling in a passage that is not there": (
        "spellings.csv",
        "newarab-2017-05-31:p1",
        "newarab-2017-05-31:p9",
        "small/spellings.csv line 3: mentions 'newarab-2017-05-31:p9' is not a passage",
    ),
    "spelling of an unknown actor": (
        "spellings.csv",
        "kataib-hizballah",
        "kataib-hizbala",
        "small/spellings.csv line 4: actor_id 'kataib-hizbala' is not in actors.csv; "
        "nearest is 'kataib-hizballah'",
    ),
    "spelling in an unknown article": (
        "spellings.csv",
        "newarab-2017-05-31:p1",
        "newarab-2017-05-30:p1",
        "small/spellings.csv line 3: mentions 'newarab-2017-05-30' is not in articles.csv",
    ),
    "spelling that is no alias": (
        "spellings.csv",
        "US planes",
        "US aeroplanes",
        "small/spellings.csv line 3: spelling 'US aeroplanes' is no alias of 'us-military'",
    ),
    "spelling that no passage has": (
        "spellings.csv",
        "newarab-2017-05-31:p1",
        "",
        "small/spellings.csv line 3: mentions is empty; a spelling that no passage has",
    ),
    "spelling that stands twice": (
        "spellings.csv",
        "US planes",
        "US jets",
        "small/spellings.csv line 3: actor_id spelling 'us-military' 'US jets' is already on "
        "line 2",
    ),
    "event without a claim": (
        "events.csv",
        "\nleaflets-2017-05,",
        "\nunheard-of,x,T,,,,,undated,,,happened,,,\nleaflets-2017-05,",
        "small/events.csv line 6: type 'x' is not one of the words allowed here",
    ),
    "event that is reported before it happened": (
        "events.csv",
        "2021-02-15,2021-02-15",
        "2021-03-15,2021-03-15",
        "small/events.csv line 10: first_day '2021-03-15' is after its last report of 2021-02-26",
    ),
    "participant with the claim of another event": (
        "participants.csv",
        "initiator,,g5",
        "initiator,,g4",
        "small/participants.csv line 5: claim_id 'g4' is a claim about 'corridor-shift-2017-05', "
        "not 'hezbollah-reinforcement-2017-05'",
    ),
    "event related to itself": (
        "relations.csv",
        "response-to,erbil-attack-2021-02-15",
        "response-to,strike-2021-02-25",
        "small/relations.csv line 2: other_id 'strike-2021-02-25' is the event itself",
    ),
    "parts that contain each other": (
        "relations.csv",
        "strike-2021-02-25,response-to,erbil-attack-2021-02-15,a1\n",
        "strike-2021-02-25,part-of,erbil-attack-2021-02-15,a1\n"
        "erbil-attack-2021-02-15,part-of,strike-2021-02-25,a1\n",
        "small/relations.csv line 2: other_id 'erbil-attack-2021-02-15' leads back to "
        "'strike-2021-02-25'",
    ),
    "actor above itself": (
        "actors.csv",
        "us-coalition,,\nus-military",
        "us-coalition,us-military,\nus-military",
        "small/actors.csv line 2: parent_id 'us-military' leads back to 'us-coalition-led'",
    ),
    "path that runs backwards": (
        "event_places.csv",
        "1,iraq,from",
        "4,iraq,from",
        "small/event_places.csv line 10: order '4' puts 'from' after 'to'",
    ),
    "order twice": (
        "event_places.csv",
        "strike-2017-05-18,2,al-tanf",
        "strike-2017-05-18,1,al-tanf",
        "small/event_places.csv line 3: event_id order 'strike-2017-05-18' '1' is already on "
        "line 2",
    ),
    "zone in a country without outline": (
        "gazetteer.csv",
        "circle,55,,SY",
        "circle,55,,XX",
        "small/gazetteer.csv line 18: country 'XX' is not a country of basemap/land.geojson",
    ),
    "point outside its country": (
        "gazetteer.csv",
        "51.42151,20,point,,,IR",
        "51.42151,20,point,,,SY",
        "small/gazetteer.csv line 9: country 'SY' is 830 km from [51.42151, 35.69439]; give the "
        "country in which the point lies, or another point",
    ),
    "point farther outside its country than it is unsure": (
        "gazetteer.csv",
        "34.45226,40.91854,3,point",
        "34.45226,41.31854,3,point",
        "small/gazetteer.csv line 3: country 'SY' is",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "expected"), LINKS.values(), ids=LINKS)
def test_a_broken_link_is_named_with_what_would_be_right(
    folder: Path, problems_of: Load, file: str, old: str, new: str, expected: str
) -> None:
    assert_named(folder, problems_of, (file, old, new), expected)
