"""A saved page and a picture are set in our typeface, whatever fonts the reader's machine has."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import ask, settle
from tests.browser.conftest import open_atlas
from tests.browser.saved import NewContext, assert_closed, open_saved
from tests.browser.server import ROOT, Server

# Elements with words of their own, by a number that the inspector can find them by; Arabic is the
# system's.
NUMBERED = """() => {
  const isWord = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
  const found = [...document.querySelectorAll('.atlas *')].filter((element) =>
    [...element.childNodes].some(isWord) && !/\\p{Script=Arabic}/u.test(element.textContent) &&
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('select'));
  found.forEach((element, at) => { element.dataset.numbered = at; });
  return found.map((element) => element.textContent);
}"""
# As the atlas sets its text: without it a machine's hinting rounds each letter to whole pixels, and
# may round those of the two files apart.
WIDTHS = """async ({ family, weights, texts }) => {
  const context = document.createElement('canvas').getContext('2d');
  context.textRendering = 'geometricPrecision';
  const found = [];
  for (const weight of weights) {
    context.font = `${weight} 100px ${family}`;
    await document.fonts.load(context.font);
    for (const text of texts) found.push(context.measureText(text).width);
  }
  return found;
}"""
WEIGHTS = [400, 600, 650, 700]
TEXTS = [
    "Deir ez-Zor, al-Tanf and Mayadeen (al-Mayadin)",
    "AVATAR To We 0123456789 – “fi” → 226 km · ½",
    "Ḥimṣ, Dayr az-Zawr, ʿAyn, Ṭarṭūs, Şanlıurfa",
]
OF_ATLAS, OF_PAGE = '"Atlas Sans"', '"Source Sans"'
# Outlines are rounded to whole units at other weights: less than a pixel of the map's text.
MOST_APART = 0.002


@pytest.fixture
def opened(new_context: NewContext, whole: Path) -> Iterator[Page]:
    page, watched = open_saved(new_context, whole)
    yield page
    assert_closed(watched, whole)


def widths(page: Page, family: str) -> list[float]:
    given = {"family": family, "weights": WEIGHTS, "texts": TEXTS}
    return page.evaluate(WIDTHS, given)  # type: ignore[no-any-return]


def fonts_used(page: Page, count: int) -> list[dict[str, Any]]:
    """Ask the browser which fonts each numbered element was drawn with."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    used = []
    for at in range(count):
        asked = {"nodeId": root, "selector": f'[data-numbered="{at}"]'}
        node = session.send("DOM.querySelector", asked)["nodeId"]
        used.append(session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"])
    session.detach()
    return used


def test_every_latin_word_is_drawn_in_it(opened: Page) -> None:
    assert opened.evaluate("document.fonts.check('16px \"Atlas Sans\"')")
    opened.locator('.atlas-pin[data-event="strike-2021-02-25"]').press("Enter")
    expect(opened.locator(".atlas-card h2")).to_be_visible()
    opened.locator(".atlas-key summary").first.click()
    settle(opened)
    texts = opened.evaluate(NUMBERED)
    assert len(texts) > 200
    used = fonts_used(opened, len(texts))
    assert sum(map(bool, used)) > 200
    for text, fonts in zip(texts, used, strict=True):
        drawn = {(one["familyName"], one["isCustomFont"]) for one in fonts}
        assert drawn <= {("Atlas Sans", True)}, f"{text!r}: {drawn}"


def test_it_is_not_what_the_machine_has(opened: Page) -> None:
    for family in ("serif", "sans-serif", "monospace"):
        ours = widths(opened, f"{OF_ATLAS}, {family}")
        assert ours == widths(opened, OF_ATLAS)
        assert all(a != b for a, b in zip(ours, widths(opened, family), strict=True))


def test_it_is_as_wide_as_the_page_s_own(
    new_context: NewContext, server: Server, opened: Page
) -> None:
    context, _ = new_context()
    app = context.new_page()
    open_atlas(app, server)
    there, here = widths(app, OF_PAGE), widths(opened, OF_ATLAS)
    assert there != widths(app, "sans-serif")
    assert here == pytest.approx(there, rel=MOST_APART)


def test_its_licence_is_read_in_full(opened: Page) -> None:
    opened.get_by_text("About this copy").click()
    note = opened.locator(".atlas-saved")
    expect(note).to_contain_text("Atlas Sans, a Latin subset of Source Sans, © 2023 Adobe")
    full = note.locator(".atlas-saved-licence-text")
    expect(full).to_be_hidden()
    note.get_by_text("Licence of the typeface, in full").click()
    expect(full).to_be_visible()
    licence = (ROOT / "data" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert full.text_content() == licence
    box = note.locator(".atlas-saved-body").bounding_box()
    assert box and box["y"] + box["height"] <= opened.viewport_size["height"]  # type: ignore[index]


def test_a_picture_waits_for_the_faces_it_is_set_in(opened: Page) -> None:
    waits = """(() => {
      const { fonts } = document;
      const load = fonts.load.bind(fonts);
      window.asked = [];
      window.isMade = false;
      const held = new Promise((done) => { window.release = done; });
      fonts.load = async (font) => { window.asked.push(font); await held; return load(font); };
      CorridorAtlas.makePicture(view).then(() => { window.isMade = true; });
    })()"""
    ask(opened, waits)
    opened.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert opened.evaluate("isMade") is False
    asked = opened.evaluate("asked")
    assert {"400", "700"} <= {one.split(" 16px ")[0] for one in asked}
    family = opened.locator(".atlas").evaluate("(root) => getComputedStyle(root).fontFamily")
    assert all(one.endswith(family) for one in asked)
    opened.evaluate("release()")
    opened.wait_for_function("isMade")


def test_a_picture_is_made_without_a_face_that_cannot_be_had(opened: Page) -> None:
    fails = "(document.fonts.load = () => Promise.reject(new Error('no face')), 0)"
    ask(opened, fails)
    assert ask(opened, "CorridorAtlas.makePicture(view).then(({ isWhole }) => isWhole)") is True
