"""The card alone, on a page without the app: its words, what opens and closes it."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import load_dataset
from geo.rules.corridor import shift_measure
from geo.rules.differences import differences
from geo.sentences.compare import comparison_row, course_rows
from geo.sentences.course_words import offset_text
from tests.browser.parts import HOSTILE, blank_page, content, mount

WHOLE = load_dataset()


@pytest.fixture
def blank(new_context: Callable[..., Any]) -> Page:
    """A page with our scripts and nothing drawn."""
    return blank_page(new_context()[0])


@pytest.fixture
def mounted(blank: Page) -> Page:
    """Timeline and card of the committed data."""
    return mount(blank, content())


def test_a_passage_is_named_in_the_words_of_the_payload(blank: Page) -> None:
    given = {"locus": "p7", "passage": "paragraph 7"}
    assert blank.evaluate("(x) => CorridorAtlas.passageText(x)", given) == "paragraph 7"


def test_the_words_of_a_card_are_those_of_the_payload(blank: Page) -> None:
    given = content()
    event = next(event for event in given["events"] if event["id"] == "strike-2017-05-18")
    event["roles"] = [event["roles"][0] | {"label": "Words for the role"}]
    words = {
        "position": "Words for where the position comes from",
        "place_note": "Words for the position.",
        "stated_position": "Words for the stated position",
        "stated_place_note": None,
        "note": "Words for the note.",
        "stated_when": "Words for the time",
        "stated_where": "near words for the place",
    }
    event.update(words)
    mount(blank, given)
    facts = blank.locator(".atlas-card-facts")
    blank.evaluate("view.store.set({ event: 'strike-2017-05-18' })")
    given_words = ("Words for the role", "Words for where the position comes from")
    for said in (*given_words, "Words for the position."):
        expect(facts).to_contain_text(said)
    expect(facts).to_contain_text("Words for the note.")
    blank.evaluate("view.store.set({ stated_only: true })")
    for said in ("Words for the time", "near words for the place", "Words for the stated position"):
        expect(facts).to_contain_text(said)
    expect(facts).not_to_contain_text("Words for the position.")


def test_a_standing_has_one_wording(mounted: Page) -> None:
    labels = mounted.evaluate("""view.atlas.events.map((event) => {
      view.store.set({ event: event.id });
      const said = view.panes.card.querySelector(".atlas-card-standing").textContent;
      return [said, view.atlas.standing[event.standing].label];
    })""")
    assert all(said == label for said, label in labels)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", "//x", None])
def test_only_web_addresses_become_links(blank: Page, url: str | None) -> None:
    assert blank.evaluate("(url) => CorridorAtlas.httpUrl(url)", url) is None


def test_enter_leads_into_the_card_and_escape_back_to_the_lane(mounted: Page) -> None:
    lane = mounted.locator(".atlas-lane-track").first
    lane.focus()
    mounted.keyboard.press("Enter")
    expect(mounted.locator(".atlas-card-title")).to_be_focused()
    mounted.keyboard.press("Escape")
    expect(lane).to_be_focused()
    expect(mounted.locator(".atlas-card")).to_be_hidden()


def test_the_card_counts_an_article_as_its_lane_does(mounted: Page) -> None:
    mounted.locator(".atlas-lane-track").first.press("ArrowLeft")
    said = mounted.locator(".atlas-lane-count").first.inner_text()
    expect(mounted.locator(".atlas-card-at")).to_contain_text(said.replace("/", " of "))
    undated = mounted.evaluate("""() => {
      const { atlas, store } = view;
      const article = atlas.articles[0];
      const event = atlas.events.find((one) =>
        one.articles[0] === article.id && !article.stops.includes(one.id));
      store.set({ event: event.id });
      return event.id;
    }""")
    assert undated
    expect(mounted.locator(".atlas-card-at")).to_contain_text("undated")


def test_what_a_statement_is_about_is_not_its_place(mounted: Page) -> None:
    mounted.evaluate("view.store.set({ event: 'us-saudi-reset-2017' })")
    facts = mounted.locator(".atlas-card-facts")
    expect(facts.locator("dt", has_text="Concerns")).to_have_count(1)
    expect(facts.locator("dt", has_text="Where")).to_have_count(0)
    expect(facts).not_to_contain_text("about Riyadh")


def test_a_course_has_no_radius(mounted: Page) -> None:
    mounted.evaluate("view.store.set({ event: 'push-to-mayadin-2017-05' })")
    facts = mounted.locator(".atlas-card-facts")
    expect(facts).to_contain_text("Course not stated")
    expect(facts).not_to_contain_text("within about")


def test_what_names_an_event_in_the_card_does_not_move_the_timeline(mounted: Page) -> None:
    mounted.locator(".atlas-lane-track").first.press("ArrowLeft")
    current = mounted.evaluate("view.store.state.current")
    mounted.evaluate("view.store.set({ event: 'strike-2021-02-25' })")
    mounted.locator(".atlas-card-open").last.click()
    assert mounted.evaluate("view.store.state.current") == current


@pytest.mark.parametrize("width_px", [1440, 390])
def test_hostile_text_is_shown_as_text(blank: Page, width_px: int) -> None:
    given = content()
    last = given["articles"][0]["stops"][-1]
    event = next(event for event in given["events"] if event["id"] == last)
    names = ("title", "summary", "when", "where", "note", "place_note", "place_source")
    event.update(dict.fromkeys(names, HOSTILE))
    event["roles"] = [role | {"label": HOSTILE, "name": HOSTILE} for role in event["roles"]]
    event["claims"] = [claim | {"passage": HOSTILE} for claim in event["claims"]]
    blank.set_viewport_size({"width": width_px, "height": 844})
    mount(blank, given)
    blank.locator(".atlas-lane-track").first.press("End")
    if width_px == 390:
        expect(blank.locator(".atlas-strip-title")).to_have_text(HOSTILE)
        blank.locator(".atlas-strip-open").click()
    expect(blank.locator(".atlas-card-title")).to_have_text(HOSTILE)
    expect(blank.locator(".atlas-claim-source").first).to_contain_text(HOSTILE)
    expect(blank.locator(".atlas img")).to_have_count(0)


def test_every_card_is_free_of_gaps(mounted: Page) -> None:
    odd = mounted.evaluate("""() => {
      const { atlas, store, panes } = view;
      const about = ["actor", "place", "route", "zone"]
        .flatMap((kind) => atlas[`${kind}s`].map(({ id }) => ({ kind, id })));
      const patches = [...atlas.events.map(({ id }) => ({ event: id, about: null })),
        ...[...about, { kind: "shift", id: "shift" }].map((one) => ({ event: null, about: one }))];
      return [false, true].flatMap((stated_only) => patches.filter((patch) => {
        store.set({ ...patch, stated_only });
        return panes.card.hidden || /undefined|null|NaN|\\[object/.test(panes.card.innerText);
      })).map((patch) => JSON.stringify(patch));
    }""")
    assert odd == []


def test_any_pair_of_waypoints_is_measured(mounted: Page) -> None:
    mounted.evaluate("view.store.set({ about: { kind: 'shift', id: 'corridor-shift' } })")
    said = mounted.locator(".atlas-card-section .atlas-card-strong[role=status]")
    expect(said).to_contain_text(
        "lies 226 km (140 miles) farther south than Qamishli and 236 km (147 miles) from it"
    )
    for origin, target in (("tehran", "damascus"), ("homs", "tehran")):
        mounted.get_by_role("combobox", name="Original course").select_option(origin)
        mounted.get_by_role("combobox", name="Shifted course").select_option(target)
        measure = shift_measure(WHOLE, origin, target)
        where = "south" if measure.offset_km > 0 else "north"
        expect(said).to_contain_text(f"{abs(measure.offset_km):.0f} km")
        expect(said).to_contain_text(f"farther {where} than {WHOLE.gazetteer[origin].name}")
        expect(said).to_contain_text(f"{measure.geodesic_km:,.0f} km")


def test_every_pair_of_waypoints_is_worded_as_in_python(mounted: Page) -> None:
    compared = comparison_row(WHOLE)
    assert compared is not None
    expected = [
        offset_text(offset, WHOLE.gazetteer[start], WHOLE.gazetteer[end])
        for start, row in zip(compared["original"]["places"], compared["offsets"], strict=True)
        for end, offset in zip(compared["shifted"]["places"], row, strict=True)
    ]
    said = mounted.evaluate("""() => {
      view.store.set({ about: { kind: 'shift', id: 'corridor-shift' } });
      const measure = view.panes.card.querySelector('.atlas-card-measure');
      const [start, end] = measure.querySelectorAll('select');
      const choose = (select, { value }) => {
        select.value = value;
        select.dispatchEvent(new Event('input', { bubbles: true }));
      };
      return [...start.options].flatMap((from) => [...end.options].map((to) => {
        choose(start, from);
        choose(end, to);
        return measure.querySelector('[role=status]').textContent;
      }));
    }""")
    assert said == expected
    assert any("lies about as far north as" in text for text in said)
    assert any(text.startswith("Both courses, as drawn, have") for text in said)


@pytest.mark.parametrize("way", [1, -1])
def test_which_lies_farther_north_is_said_where_both_together_are_sure(
    blank: Page, way: int
) -> None:
    given = content()
    compared = given["comparison"]
    original, shifted = (compared[name]["places"] for name in ("original", "shifted"))
    shift = given["shift"]
    start, end = shift["from_place"], shift["to_place"]
    unsure_km = {start: 30, end: 50}
    for place in given["places"]:
        if place["id"] in unsure_km:
            place |= {"area_km": 0, "uncertainty_km": unsure_km[place["id"]]}
    mount(blank, given)
    said = blank.evaluate(
        """([row, column, gaps]) => gaps.map((gap) => {
          view.atlas.comparison.offsets[row][column] = [gap, 400];
          view.store.set({ about: null });
          view.store.set({ about: { kind: 'shift', id: 'corridor-shift' } });
          return view.panes.card.querySelector('.atlas-card-measure [role=status]').textContent;
        })""",
        [original.index(start), shifted.index(end), [way * gap_km for gap_km in (0, 60, 80, 81)]],
    )
    assert ["about as far north" in text for text in said] == [True, True, True, False]
    assert f"81 km (50 miles) farther {'south' if way > 0 else 'north'} than" in said[-1]


def test_the_card_begins_at_the_top_for_another_subject_alone(mounted: Page) -> None:
    mounted.add_style_tag(content=".atlas-card-body { height: 60px; overflow: auto }")
    scrolled = """([patch, top]) => new Promise((done) => {
      const body = view.panes.card.querySelector('.atlas-card-body');
      view.store.set(patch);
      const found = body.scrollTop;
      if (found === top) return void done(found);
      body.addEventListener('scroll', () => done(found), { once: true });
      body.scrollTop = top;
    })"""

    def found_at(patch: dict[str, Any], then_to_px: int) -> int:
        return int(mounted.evaluate(scrolled, [patch, then_to_px]))

    assert found_at({"event": "strike-2017-05-18", "about": None}, 40) == 0
    assert found_at({"stated_only": True}, 40) == 40
    assert found_at({"stated_only": False}, 30) == 40
    assert found_at({"event": "strike-2017-06-08"}, 40) == 0
    place = {"kind": "place", "id": "al-tanf"}
    assert found_at({"event": None, "about": place}, 40) == 0
    assert found_at({"stated_only": True}, 40) == 40
    assert found_at({"about": {"kind": "place", "id": "mayadin"}}, 0) == 0


def test_events_near_a_course_come_in_the_order_of_its_way(mounted: Page) -> None:
    mounted.evaluate("view.store.set({ about: { kind: 'route', id: 'corridor-shifted' } })")
    near = mounted.locator(".atlas-card-section", has_text="Events near it, along its course")
    wide = near.locator("li").count()
    for within_km in (5, 120):
        near.get_by_label("Within km").fill(str(within_km))
        found = near.locator(".atlas-card-open").all_text_contents()
        rows = {e: course_rows(WHOLE, e).get("corridor-shifted") for e in WHOLE.event_rows}
        inside = {e: row for e, row in rows.items() if row and row[0] <= within_km}
        assert sorted(found) == sorted(WHOLE.event_rows[e].title for e in inside)
        along = {WHOLE.event_rows[e].title: row[1] for e, row in inside.items()}
        assert [along[title] for title in found] == sorted(along.values())
    assert 0 < wide < len(found)
    mounted.evaluate("view.store.set({ articles: [] })")
    near.get_by_label("Within km").fill("50")
    expect(near).to_contain_text("No event shown now is so near.")


def test_the_card_says_who_backs_an_event_and_what_each_answers(mounted: Page) -> None:
    mounted.evaluate("view.store.set({ event: 'strike-2021-02-25' })")
    backing = mounted.locator(".atlas-card-backing")
    expect(backing).to_have_text(
        "3 voices, one of which took part: Al-Mashareq and AFP; "
        "US Department of Defense (took part); Syrian Observatory for Human Rights."
    )
    mounted.evaluate("view.store.set({ event: 'us-arms-to-rebels-2017-05' })")
    expect(backing).to_have_text("Only parties to it: US-backed Syrian fighters, through Reuters.")
    hedged = mounted.locator('[data-claim="newarab-standfirst-a"] .atlas-claim-voice')
    expect(hedged).to_have_text("The article itself, in the article's word “reportedly”")


def test_the_card_shows_what_excludes_each_other_and_nothing_else(mounted: Page) -> None:
    found = mounted.evaluate("""Object.fromEntries(view.atlas.events.map(({ id }) => {
      view.store.set({ event: id });
      const list = view.panes.card.querySelector(".atlas-card-differences");
      return [id, list ? [...list.querySelectorAll("dt")].map((term) => [term.textContent,
        [...term.nextElementSibling.children].map((line) =>
          [line.firstChild.textContent, line.dataset.claims])]) : []];
    }))""")
    for event_id, shown in found.items():
        expected = [
            [one.aspect, [[answer.text, " ".join(answer.claim_ids)] for answer in one.answers]]
            for one in differences(WHOLE, event_id)
        ]
        assert shown == expected, event_id
    assert found["strike-2017-05-18"]
    mounted.evaluate("view.store.set({ event: 'strike-2017-05-18' })")
    answers = mounted.locator(".atlas-card-differences")
    expect(answers).to_contain_text("April 2017: Syrian opposition media in The New Arab")


def test_what_is_said_of_a_thing_stands_on_its_card(blank: Page) -> None:
    given = content()
    claim = next(event for event in given["events"] if event["claims"])["claims"][0]
    for rows, thing in (("actors", "iran"), ("places", "al-tanf"), ("routes", "corridor-shifted")):
        row = next(one for one in given[rows] if one["id"] == thing)
        row["said"] = [claim | {"account": HOSTILE, "passage": HOSTILE}]
    mount(blank, given)
    for kind, thing in (("actor", "iran"), ("place", "al-tanf"), ("route", "corridor-shifted")):
        blank.evaluate(
            "([kind, id]) => view.store.set({ event: null, about: { kind, id } })", [kind, thing]
        )
        section = blank.locator(".atlas-card-section", has_text="What is said of it: 1 claim in")
        expect(section.locator(".atlas-claim-account")).to_have_text(HOSTILE)
    expect(blank.locator(".atlas img")).to_have_count(0)


def test_an_actor_has_a_card_that_its_name_opens_and_a_link_keeps(mounted: Page) -> None:
    mounted.evaluate("view.store.set({ event: 'hezbollah-to-al-tanf-2017-05' })")
    mounted.locator(".atlas-card-actor .atlas-card-open", has_text="Hezbollah").click()
    expect(mounted.locator(".atlas-card-title")).to_have_text("Hezbollah")
    expect(mounted.locator(".atlas-card-kicker")).to_have_text("Armed group")
    expect(mounted.locator(".atlas-card-facts")).to_contain_text("Iran-aligned militias")
    events = mounted.locator(".atlas-card-section", has_text="Events in which it has a part")
    part = {row.event_id for row in WHOLE.participants if row.actor_id == "hezbollah"}
    expect(events.locator("li")).to_have_count(len(part))
    read = mounted.evaluate("""CorridorAtlas.fromAddress(view.atlas,
      CorridorAtlas.toAddress(view.atlas, view.store.state)).state.about""")
    assert read == {"kind": "actor", "id": "hezbollah"}
