"""The key as a filter, names in Arabic, and the signs of who says so."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geo.dataset import load_dataset
from layers.payload.whole import payload
from tests.browser.actions import ask, pins, shown, state

WHOLE = payload(load_dataset())
EVENTS = {row["id"]: row for row in WHOLE["events"]}


def open_key(page: Page) -> None:
    page.locator(".atlas-key-summary").click()


def doing_sides(row: dict[str, Any]) -> set[str]:
    """Sides that did an event; what nobody named did is the others'."""
    return {part["side"] for part in row["parts"] if part["role"] == "did"} or {"other"}


@pytest.mark.parametrize("side", WHOLE["sides"], ids=lambda one: one["id"])
def test_a_side_of_the_key_hides_its_events_and_shows_them_again(
    page: Page, side: dict[str, str]
) -> None:
    open_key(page)
    before = shown(page)
    switch = page.locator(".atlas-key-switch", has_text=side["actors_label"])
    switch.click()
    gone = {key for key, row in EVENTS.items() if doing_sides(row) == {side["id"]}}
    assert shown(page) == {key: match for key, match in before.items() if key not in gone}
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.press("Enter")
    assert shown(page) == before
    assert state(page)["sides"] is None
    expect(switch).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("glyph", WHOLE["glyphs"], ids=lambda one: one["id"])
def test_a_glyph_of_the_key_hides_what_it_stands_for(page: Page, glyph: dict[str, str]) -> None:
    open_key(page)
    drawn = pins(page)
    page.locator(".atlas-key-switch", has_text=glyph["label"]).click()
    left = pins(page)
    assert not {key for key in left if EVENTS[key]["glyph"] == glyph["id"]}
    assert left == {key for key in drawn if EVENTS[key]["glyph"] != glyph["id"]}


def test_every_sign_of_the_key_that_is_a_button_changes_the_map(page: Page) -> None:
    open_key(page)
    switches = page.locator(".atlas-key-switch")
    assert switches.count() > 20
    for number in range(switches.count()):
        before = state(page)
        switches.nth(number).click()
        after = state(page)
        changed = [name for name in before if before[name] != after[name]]
        assert len(changed) == 1, switches.nth(number).inner_text()
        switches.nth(number).click()
        assert state(page) == before


def test_a_course_of_the_key_follows_the_layer_switch(page: Page) -> None:
    open_key(page)
    switch = page.locator(".atlas-key-switch", has_text="corridor, shifted course")
    ask(page, "view.store.set({ layers: ['corridor-original', 'labels'] })")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    assert state(page)["layers"] == ["corridor-original", "corridor-shifted", "labels"]


def test_a_mark_says_how_many_voices_say_so(page: Page) -> None:
    seen = 0
    for key in pins(page):
        row = EVENTS[key]
        signs = page.eval_on_selector_all(
            f'.atlas-pin[data-event="{key}"] .atlas-pin-badge',
            "(all) => all.map((one) => [one.getAttribute('transform'), one.textContent])",
        )
        corner = [text for at, text in signs if at == "translate(3 21)"]
        if row["backing"] == "several-voices":
            assert corner == [str(len(row["voices"]))]
            label = page.get_attribute(f'.atlas-pin[data-event="{key}"]', "aria-label")
            assert row["voices_text"] in str(label)
            seen += 1
        elif row["backing"] == "parties-only":
            assert corner == [""]
        else:
            assert corner == []
    assert seen >= 5


def test_names_in_english_arabic_or_both(page: Page) -> None:
    page.get_by_text("Map layers").click()
    site = page.locator(".atlas-label-site", has_text="Deir ez-Zor")
    expect(site).to_be_visible()
    page.get_by_label("Arabic", exact=True).check()
    expect(site).to_have_count(0)
    arabic = page.locator(".atlas-label-site [lang=ar][dir=rtl]", has_text="دير الزور")
    expect(arabic).to_be_visible()
    # What has no Arabic name with a source keeps its English one.
    expect(page.locator(".atlas-label-course", has_text="Shifted course")).to_be_visible()
    page.get_by_label("Both", exact=True).check()
    expect(site).to_be_visible()
    expect(site).to_contain_text("دير الزور")
    expect(page).to_have_url(re.compile("names=both"))
    page.get_by_label("English", exact=True).check()
    expect(page.locator(".atlas-map .atlas-label-arabic")).to_have_count(0)


@pytest.mark.parametrize("names", ["ar", "both"])
def test_no_name_lies_over_another_in_arabic_either(page: Page, names: str) -> None:
    ask(page, "view.store.set({ names: given })", names)
    boxes = page.eval_on_selector_all(
        ".atlas-map .atlas-label",
        """(all) => all.map((one) => one.getBoundingClientRect()).filter((box) => box.width)
          .map(({ left, top, right, bottom }) => [left, top, right, bottom])""",
    )
    assert len(boxes) > 15
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            apart = (
                one[2] <= other[0] + 1
                or other[2] <= one[0] + 1
                or one[3] <= other[1] + 1
                or other[3] <= one[1] + 1
            )
            assert apart, (one, other)
