"""Stories: every article and the whole collection, event by event, in either order."""

from playwright.sync_api import Page, expect

from geo.dataset import load_dataset
from geo.model.time_order import in_time_order
from geo.rules.told import told_order
from tests.browser.actions import ask, settle, shown, state
from tests.browser.conftest import open_atlas
from tests.browser.server import Server
from tests.browser.test_follow import IN_SIGHT, rest

WHOLE = load_dataset()
ARTICLE = "breitbart-2017-06-15"


def choose(page: Page, label: str) -> None:
    page.locator(".atlas-card-story select").select_option(label=label)


def test_orders_are_those_of_the_tables(page: Page) -> None:
    happened = ask(page, "CorridorAtlas.storyOf(view.atlas, 'all.happened').ids")
    dated = in_time_order(WHOLE.event_rows.values())
    assert tuple(happened[: len(dated)]) == dated
    assert sorted(happened) == sorted(WHOLE.event_rows)
    for article_id in WHOLE.articles:
        story = ask(page, "CorridorAtlas.storyOf(view.atlas, given)", f"{article_id}.told")
        assert tuple(story["ids"]) == told_order(WHOLE, article_id)
        dated = WHOLE.stops_of(article_id)
        assert tuple(story["happened"][: len(dated)]) == dated
        assert sorted(story["happened"]) == sorted(story["ids"])
    told = ask(page, "CorridorAtlas.storyOf(view.atlas, 'all.told').ids")
    assert sorted(told) == sorted(WHOLE.event_rows)
    assert told[0] == told_order(WHOLE, "guardian-2017-05-18")[0]
    for odd in ("all.sung", "nobody.told", "", "told", "__proto__.told"):
        assert ask(page, "CorridorAtlas.storyOf(view.atlas, given)", odd) is None


def test_a_story_leads_through_its_events_and_the_map_follows(page: Page) -> None:
    page.locator(".atlas-lane-track").first.press("Home")
    page.get_by_role("button", name="Read event by event as a story").click()
    assert (state(page)["story"], state(page)["cursors"]) == ("all.happened", {})
    assert len(shown(page)) == len(WHOLE.event_rows)
    choose(page, "Breitbart News, as told")
    told = told_order(WHOLE, ARTICLE)
    assert state(page)["event"] == told[0]
    # A view that a reader chose is left for the next event all the same.
    ask(page, "view.map.setView([36, 60], 7, { animate: false })")
    at = page.locator(".atlas-card-at")
    back, on = (page.get_by_role("button", name=name) for name in ("‹ Previous", "Next ›"))
    expect(back).to_be_disabled()
    seen_places = 0
    for number, event in enumerate(told[1:8], start=2):
        on.press("Enter")
        assert (state(page)["event"], state(page)["current"]) == (event, event)
        expect(page.locator(".atlas-card-title")).to_have_text(WHOLE.event_rows[event].title)
        expect(at).to_contain_text(f"{number} of {len(told)} as told; number ")
        rest(page)
        if ask(page, "view.atlas.event[given].mark", event):
            assert ask(page, IN_SIGHT)
            seen_places += 1
    assert seen_places
    back.click()
    assert state(page)["event"] == told[6]
    choose(page, "Breitbart News, as it happened")
    assert state(page)["event"] == told[6], "the order changes, the event stays"
    page.keyboard.press("Escape")
    assert (state(page)["event"], state(page)["story"]) == (None, None)


def test_a_link_leads_to_any_step(page: Page, server: Server) -> None:
    ask(page, "(CorridorAtlas.tellStory(view, 'all.told', 'strike-2021-02-25'), 0)")
    settle(page)
    assert "story=all.told" in page.url
    again = page.context.new_page()
    again.goto(page.url)
    expect(again.locator(".atlas-card-title")).to_have_text(
        WHOLE.event_rows["strike-2021-02-25"].title
    )
    expect(again.locator(".atlas-card-at")).to_contain_text("of 94 as told")
    again.get_by_role("button", name="Next ›").click()
    assert state(again)["story"] == "all.told"
    open_atlas(again, server, "event=strike-2021-02-25&story=nobody.told")
    expect(again.get_by_text("there is no such story")).to_be_visible()
    assert state(again)["story"] is None
    again.close()


def test_an_event_outside_the_story_says_so(page: Page) -> None:
    ask(page, f"(CorridorAtlas.tellStory(view, '{ARTICLE}.told'), 0)")
    ask(page, "view.store.set({ event: 'strike-2021-02-25' })")
    expect(page.locator(".atlas-card-at")).to_have_text("Not in this story")
    choose(page, "Along the article's lane")
    expect(page.locator(".atlas-card-at")).to_contain_text("Al-Mashareq and AFP")
