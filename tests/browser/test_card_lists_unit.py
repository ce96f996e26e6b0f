"""What the cards list, all of it and nothing else, and the way from card to card."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.dataset import load_dataset
from geo.sentences.actor_sources import actor_source, spelling_sources
from tests.browser.conftest import watched_context
from tests.browser.parts import blank_page, content, mount

WHOLE = load_dataset()
# By id of the thing and by heading: the titles of what is listed there, and the claims told there.
LISTS = """([kind, ids]) => Object.fromEntries(ids.map((id) => {
  view.store.set({ event: null, about: { kind, id } });
  const sections = view.panes.card.querySelectorAll(".atlas-card-section");
  return [id, Object.fromEntries([...sections].map((one) => [
    one.querySelector(".atlas-card-heading").textContent,
    [...one.querySelectorAll(".atlas-card-open, .atlas-claim")]
      .map((part) => part.dataset.claim ?? part.textContent)]))];
}))"""


@pytest.fixture(scope="module")
def drawn(browser: Browser) -> Iterator[Page]:
    """One page for all these tests."""
    with watched_context(browser) as context:
        yield mount(blank_page(context), content())


@pytest.fixture
def page(drawn: Page) -> Page:
    drawn.evaluate("view.store.set(CorridorAtlas.emptyState(view.atlas))")
    return drawn


def listed(page: Page, kind: str, heading: str) -> dict[str, list[str]]:
    """Return what stands under a heading of every card of a kind, sorted."""
    ids = [row["id"] for row in content()[f"{kind}s"]]
    cards: dict[str, Any] = page.evaluate(LISTS, [kind, ids])
    return {one: sorted(lists.get(heading, [])) for one, lists in cards.items()}


def titles(event_ids: set[str]) -> list[str]:
    return sorted(WHOLE.event_rows[one].title for one in event_ids)


def test_a_place_lists_the_events_that_were_there(page: Page) -> None:
    found = listed(page, "place", "Events there")
    for place_id, events in found.items():
        there = {row.event_id for row in WHOLE.event_places if row.place_id == place_id}
        assert events == titles(there), place_id
    assert any(found.values()) and not all(found.values())


def test_an_actor_lists_the_events_in_which_it_has_a_part(page: Page) -> None:
    found = listed(page, "actor", "Events in which it has a part")
    for actor_id, events in found.items():
        own = {row.event_id for row in WHOLE.participants if row.actor_id == actor_id}
        assert events == titles(own), actor_id
    assert any(found.values())


def test_a_route_lists_the_events_on_it(page: Page) -> None:
    found = listed(page, "route", "Events on it")
    for route_id, events in found.items():
        own = {key for key, event in WHOLE.event_rows.items() if route_id in event.route_ids}
        assert events == titles(own), route_id
    assert any(found.values())


def test_the_change_of_course_leads_to_both_courses_and_to_no_other_route(page: Page) -> None:
    page.evaluate("view.store.set({ about: { kind: 'shift', id: 'corridor-shift' } })")
    opens = page.locator(".atlas-card dt:text-is('Courses') + dd .atlas-card-open")
    courses = [row["name"] for row in content()["routes"] if "corridor" in str(row["layer"])]
    assert 2 <= len(courses) < len(content()["routes"])
    assert sorted(opens.all_text_contents()) == sorted(courses)


def test_a_zone_says_what_its_place_does(page: Page) -> None:
    zones = [row["id"] for row in content()["zones"]]
    both = [page.evaluate(LISTS, [kind, zones]) for kind in ("zone", "place")]
    assert zones
    assert both[0] == both[1]


def opened_by_facts(page: Page, kind: str, item_id: str) -> dict[str, list[str]]:
    """Return what can be opened from each fact of a card, as it is called there."""
    page.evaluate("(about) => view.store.set({ about })", {"kind": kind, "id": item_id})
    found: dict[str, list[str]] = page.evaluate("""Object.fromEntries([...view.panes.card
      .querySelectorAll(".atlas-card-facts dt")].map((term) => {
        const held = [];
        for (let one = term.nextElementSibling; one?.tagName === "DD";
          one = one.nextElementSibling) held.push(...one.querySelectorAll(".atlas-card-open"));
        return [term.textContent, held.map((opens) => opens.textContent)];
      }))""")
    return found


def test_a_route_names_all_whose_it_is_in_their_order(page: Page) -> None:
    several = 0
    for route_id, route in WHOLE.route_rows.items():
        facts = opened_by_facts(page, "route", route_id)
        names = [WHOLE.actors[actor_id].name for actor_id in route.actor_ids]
        assert facts.get("Who", []) == names, route_id
        several += len(names) > 1
    assert several


def test_an_actor_names_the_one_above_it_and_those_below(page: Page) -> None:
    for actor_id, actor in WHOLE.actors.items():
        facts = opened_by_facts(page, "actor", actor_id)
        above = WHOLE.actors.get(actor.parent_id or "")
        assert facts.get("Part of", []) == ([above.name] if above else []), actor_id
        below = [one.name for one in WHOLE.actors.values() if one.parent_id == actor_id]
        assert sorted(facts.get("Includes", [])) == sorted(below), actor_id


def test_an_actor_lists_its_spellings_each_with_the_claims_where_it_stands(page: Page) -> None:
    found: dict[str, list[list[str]]] = page.evaluate("""Object.fromEntries(
      view.atlas.actors.map(({ id }) => {
        view.store.set({ about: { kind: "actor", id } });
        const spelled = view.panes.card.querySelectorAll(".atlas-card-spellings > *");
        return [id, [...spelled].map((one) => [one.textContent, one.dataset.claims ?? ""])];
      }))""")
    for actor_id, actor in WHOLE.actors.items():
        sources = spelling_sources(WHOLE, actor, actor_source(WHOLE, actor_id))
        expected = [[text, " ".join(source.claim_ids)] for text, source in sources.items()]
        assert found[actor_id] == expected, actor_id
    assert any(found.values()) and not all(found.values())


@pytest.mark.parametrize(
    ("patch", "note"),
    [
        ({}, None),
        ({"first_day": "2017-05-18", "last_day": "2017-05-18"}, None),
        ({"first_day": "2017-05-19"}, "Not among the events shown now"),
        ({"types": []}, "Not among the events shown now"),
    ],
)
def test_an_event_says_that_it_is_not_shown(
    page: Page, patch: dict[str, Any], note: str | None
) -> None:
    page.evaluate("(patch) => view.store.set(patch)", {"event": "strike-2017-05-18", **patch})
    notes = page.locator(".atlas-card").get_by_text("Not among the events shown now")
    expect(notes).to_have_count(1 if note else 0)
    expect(page.locator(".atlas-card").get_by_text("May lie outside")).to_have_count(0)


def test_an_event_that_only_may_lie_within_the_days_says_so(page: Page) -> None:
    page.evaluate("""() => {
      view.store.set({ first_day: "2017-05-10", last_day: "2017-05-20" });
      const [[id]] = [...view.store.shown].filter(([, match]) => match === "possible");
      view.store.set({ event: id });
    }""")
    card = page.locator(".atlas-card")
    expect(card.get_by_text("May lie outside the days shown.")).to_have_count(1)
    expect(card.get_by_text("Not among the events shown now")).to_have_count(0)


def test_an_open_card_is_made_anew_only_where_its_event_is_matched_otherwise(page: Page) -> None:
    """What is read, marked or focused in it stays while others come and go."""
    page.evaluate("view.store.set({ event: 'strike-2017-05-18' })")
    steps: list[tuple[dict[str, Any], bool]] = [
        ({"types": ["airstrike"]}, False),  # It is shown as before,
        ({"last_day": "2017-05-18"}, False),
        ({"layers": []}, False),
        ({"first_day": "2017-05-10", "last_day": "2017-05-17"}, True),  # not any more,
        ({"types": []}, False),  # nor now,
        ({"types": ["airstrike"], "first_day": None, "last_day": None}, True),  # and again.
    ]
    for patch, anew in steps:
        found = page.evaluate(
            """(patch) => {
              const before = view.panes.card.querySelector(".atlas-card-summary");
              view.store.set(patch);
              return before !== view.panes.card.querySelector(".atlas-card-summary");
            }""",
            patch,
        )
        assert found is anew, patch


# The card of an imported event: its head, its facts, its links, what else lies at the spot.
IMPORTED = """([told, others, more]) => {
  const { points } = view;
  let opened = null;
  view.points = { set: { label: "own.csv" }, open: (...given) => { opened = given; } };
  const about = { kind: "imported", id: 7, told, rows: [3, 5], others, more };
  view.store.set({ event: null, about });
  const { card } = view.panes;
  const texts = (within, name) => [...within.querySelectorAll(name)].map((one) => one.textContent);
  card.querySelectorAll(".atlas-card-body .atlas-card-open")[1]?.click();
  view.points = points;
  return { head: texts(card, ".atlas-card-kicker, .atlas-card-title"),
    facts: [...card.querySelectorAll("dt")].map((one) =>
      [one.textContent, texts(one.nextElementSibling, "p, a")]),
    links: [...card.querySelectorAll("a")].map((one) => one.href),
    there: texts(card, ".atlas-card-section .atlas-card-heading, .atlas-card-section li"),
    left_out: texts(card, ".atlas-card-section .atlas-card-note"), opened };
}"""


def test_the_card_of_an_imported_event_says_all_that_its_file_says(page: Page) -> None:
    told = {
        "title": "A strike",
        "type": "air strike",
        "status": "happened",
        "standing": "disputed",
        "side": "US-led coalition",
        "when": "18 May 2017",
        "where": "al-Tanf",
        "uncertainty_km": 12,
        "actors": ["One", "Two"],
        "source": "A paper",
        "url": "https://example.org/a",
        "note": "Seen from afar",
    }
    others = [{"title": "Second", "when": "19 May 2017"}, {"title": "Third", "when": ""}]
    found = page.evaluate(IMPORTED, [told, others, 1234])
    assert found["head"] == ["Air strike · imported", "A strike"]
    assert found["facts"] == [
        ["When", ["18 May 2017"]],
        ["Where", ["al-Tanf", "Within about 12 km (7 miles)"]],
        ["Who", ["One, Two"]],
        ["Side", ["US-led coalition"]],
        ["Status", ["happened"]],
        ["Standing", ["disputed"]],
        ["Source", ["A paper", "Open the source"]],
        ["Note", ["Seen from afar"]],
        ["File", ["own.csv"]],
    ]
    assert found["links"] == ["https://example.org/a"]
    assert found["there"] == ["1,234 more at this spot", "Second 19 May 2017", "Third"]
    assert found["left_out"] == ["1,232 of them are not listed here."]
    assert found["opened"] == [5, [7, 3, 5]]
    bare = page.evaluate(IMPORTED, [{"title": "Bare", "url": "javascript:alert(1)"}, [], 0])
    assert bare["head"] == ["Imported", "Bare"]
    assert bare["facts"] == [["File", ["own.csv"]]]
    assert bare["links"] == bare["there"] == []
    assert page.evaluate(IMPORTED, [{"title": "One more"}, others, 2])["left_out"] == []


ARTICLE = next(iter(WHOLE.articles))
# The events of an article in the order of its steps; those without a day come last.
ORDER = "(id) => CorridorAtlas.orderHappened(view.atlas, view.atlas.article[id])"


def test_next_and_previous_lead_through_all_events_of_an_article(page: Page) -> None:
    order = page.evaluate(ORDER, ARTICLE)
    assert sorted(order) == sorted(e for e in WHOLE.event_rows if ARTICLE in WHOLE.articles_of(e))
    page.evaluate("(event) => view.store.set({ event })", order[0])
    for button, ids in (("Next ›", order), ("‹ Previous", [*reversed(order)])):
        step = page.get_by_role("button", name=button)
        for event_id in ids[1:]:
            expect(step).to_be_enabled()
            step.click()
            assert page.evaluate("view.store.state.event") == event_id
        expect(step).to_be_disabled()
    # It had passed all its stops, and stepping back and forth in the card left it there.
    assert page.evaluate("view.store.state.cursors") == {}


@pytest.mark.parametrize(
    ("cursor", "at", "button", "after"),
    [
        (1, 0, "Next ›", 2),  # Who stands at its handle takes it along,
        (5, 4, "‹ Previous", 4),
        (2, 1, "‹ Previous", 1),
        (1, 3, "Next ›", 5),  # and so does who is ahead of it;
        (3, 4, "‹ Previous", 4),
        (6, 1, "Next ›", 6),  # who looks at what it has passed leaves it.
        (6, 2, "‹ Previous", 6),
        (6, 6, "‹ Previous", 6),
    ],
)
def test_a_step_takes_the_lane_along_that_stands_there_or_behind(
    page: Page, cursor: int, at: int, button: str, after: int
) -> None:
    order = page.evaluate(ORDER, ARTICLE)
    given = {"event": order[at], "cursors": {ARTICLE: cursor}}
    page.evaluate("(given) => view.store.set(given)", given)
    page.get_by_role("button", name=button).click()
    state = page.evaluate("() => view.store.state")
    assert state["event"] == order[at + (1 if button == "Next ›" else -1)]
    assert state["cursors"] == {ARTICLE: after}
