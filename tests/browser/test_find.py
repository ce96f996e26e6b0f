"""Search in the browser: the twin of geo/selection/find.py, and the box over the filters."""

import json
import random

from playwright.sync_api import Page, expect

from geo.dataset import load_dataset
from geo.selection.folding import consonants, tidy, words
from geo.selection.select import select
from geo.selection.selection import Selection
from tests.browser.actions import ask, pins, settle, shown, state

WHOLE = load_dataset()
ODD = [
    "Deir ez-Zor", "Dayr az-Zawr", "دير الزور", "أَلْبُو كَمَال", "Kataʾib Ḥizb Allāh", "l’article",
    "ÀÉÎÕÜ straße İstanbul ǅ", "a\u200fb\u200dc", "tab\tnul\u0000end", "  spaces  ", "١٢٣ 123 Ⅷ ²",
    "ـــ", "عـــراق", "🙂 emoji 👩‍🚀", "x" * 200, "al", "ez", "'", "-", "", "q & <b>{{7*7}}</b>",
    "Qassem Kassem", "ΣΊΣΥΦΟΣ", "ﷺ ﻻ", "کرمانشاه ی",
]  # fmt: skip


def texts(count: int) -> list[str]:
    chance = random.Random(11)
    known = [row.name for row in WHOLE.gazetteer.values()]
    known += [alias for row in WHOLE.actors.values() for alias in row.aliases]
    known += [event.title for event in WHOLE.event_rows.values()]
    made = []
    for _ in range(count):
        picked = " ".join(chance.choice(known).split()[:2])
        made.append(picked[: chance.randrange(1, 14)] if chance.random() < 0.6 else picked)
    return made


def test_browser_and_python_fold_alike(page: Page) -> None:
    found = ask(
        page,
        "given.map((one) => [CorridorAtlas.tidy(one), CorridorAtlas.foldedWords(one), "
        "CorridorAtlas.consonants(one)])",
        [*ODD, *texts(200)],
    )
    for text, (tidied, folded, bare) in zip([*ODD, *texts(200)], found, strict=True):
        assert (tidied, folded, bare) == (tidy(text), list(words(text)), consonants(text)), text


def test_browser_and_python_find_the_same_events(page: Page) -> None:
    asked = [*ODD, *texts(200)]
    found = ask(
        page,
        "given.map((one) => [...CorridorAtlas.select(view.atlas, "
        "Object.assign(CorridorAtlas.emptyState(view.atlas), "
        "{ find: CorridorAtlas.tidy(one) })).keys()])",
        asked,
    )
    some = 0
    for text, events in zip(asked, found, strict=True):
        chosen = set(select(WHOLE, Selection(find=text)).event_rows)
        assert set(events) == chosen, text
        some += 0 < len(chosen) < len(WHOLE.event_rows)
    assert some > 100


def test_what_is_typed_filters_map_lanes_and_table_and_stays_in_the_link(page: Page) -> None:
    before = pins(page)
    box = page.get_by_role("searchbox", name="Find")
    page.locator(".atlas-lane-track").first.focus()
    page.keyboard.press("/")
    expect(box).to_be_focused()
    box.fill("دير الزور")
    expected = set(select(WHOLE, Selection(find="دير الزور")).event_rows)
    assert set(shown(page)) == expected
    assert pins(page) < before
    said = page.locator(".atlas-find-said")
    expect(said).to_contain_text(f"{len(expected)} events found")
    expect(page.locator(".atlas-time-count")).to_contain_text(f"{len(expected)} of")
    settle(page)
    assert "find=" in page.url
    page.get_by_role("button", name="Download", exact=True).click()
    expect(page.get_by_role("button", name=f"What is shown ({len(expected)} ev")).to_be_visible()
    page.keyboard.press("Escape")
    again = page.context.new_page()
    again.goto(page.url)
    expect(again.get_by_role("searchbox", name="Find")).to_have_value("دير الزور")
    assert set(shown(again)) == expected
    again.close()
    page.locator(".atlas-found-open").first.click()
    expect(page.locator(".atlas-card h2")).to_contain_text("Deir ez-Zor")
    box.press("Escape")
    expect(box).to_have_value("")
    assert state(page)["find"] == ""
    assert pins(page) == before


def test_what_nobody_says_is_said_to_be_missing(page: Page) -> None:
    box = page.get_by_role("searchbox", name="Find")
    box.fill("<img src=x onerror=alert(1)> zq{{7*7}}")
    expect(page.locator(".atlas-find-said")).to_contain_text("0 events found")
    expect(page.locator(".atlas-empty")).to_be_visible()
    expect(page.locator(".atlas-time-count")).to_contain_text("No events found for “<img src=x")
    assert page.locator("img[src='x']").count() == 0
    assert json.dumps(state(page)["find"]) in json.dumps(state(page))


def test_letters_typed_are_letters(page: Page) -> None:
    """Streamlit's own shortcuts, and the timeline's, stay out of the box."""
    box = page.get_by_role("searchbox", name="Find")
    box.press_sequentially("c,r.")
    expect(box).to_have_value("c,r.")
    assert page.locator("[role=dialog]").count() == 0
    assert state(page)["cursors"] == {}
