"""Timeline and card alone, mounted on a page without the app."""

import json
from functools import cache
from typing import Any

from playwright.sync_api import Page

from geo.dataset import load_dataset
from layers.base.assets import LAYERS_FOLDER
from layers.base.theme import css_variables
from layers.payload.whole import payload
from tests.browser.typeface import add_typeface
from tests.web.bundle import whole

HOSTILE = "<img src=x onerror=alert(1)> {{7*7}}"
# JSON text, for what is handed over as objects Playwright walks, which takes seconds.
MOUNT = """(text) => {
  const A = globalThis.CorridorAtlas;
  const root = A.el("div", "atlas");
  const panes = { map: A.el("div"), card: A.el("aside", "atlas-card"), timeline: A.el("section") };
  root.append(panes.map, panes.card, panes.timeline);
  document.body.append(root);
  const atlas = A.prepare(JSON.parse(text));
  const lease = A.openLease();
  const store = A.openStore(atlas, {});
  const view = { root, panes, atlas, store, lease, kept: {}, home: A.firstView(),
    reducedMotion: true };
  view.points = A.points(view);
  globalThis.view = view;
  const ends = [A.timeline(view, A.timelineChart), A.card(view, A.storyChoice), lease.end];
  globalThis.endAll = () => ends.forEach((end) => end());
}"""
COUNT_LISTENERS = """
globalThis.held = 0;
for (const [name, step] of [["addEventListener", 1], ["removeEventListener", -1]]) {
  const own = EventTarget.prototype[name];
  EventTarget.prototype[name] = function (...rest) { held += step; return own.apply(this, rest); };
}"""


def blank_page(context: Any) -> Page:
    """Open a page with our scripts and nothing drawn."""
    page: Page = context.new_page()
    page.set_content("<!doctype html><title>parts</title><body style='margin:0'></body>")
    add_typeface(page)
    page.add_style_tag(content=own_styles())
    page.add_script_tag(content=own_scripts())
    return page


@cache
def own_styles() -> str:
    """Join our style sheets, without Leaflet's."""
    return f"{css_variables()}\n{(LAYERS_FOLDER / 'atlas.css').read_text(encoding='utf-8')}"


@cache
def own_scripts() -> str:
    """Join our modules and what counts the listeners they hold, without Leaflet."""
    return f"{COUNT_LISTENERS}\n{whole()}"


@cache
def _content_text() -> str:
    return json.dumps(payload(load_dataset()))


def content() -> dict[str, Any]:
    """Return the payload of the committed data, to be changed at will."""
    return json.loads(_content_text())  # type: ignore[no-any-return]


def mount(page: Page, given: dict[str, Any]) -> Page:
    """Draw timeline and card of a payload; ``view`` and ``endAll`` are left on the page."""
    page.evaluate(MOUNT, json.dumps(given))
    return page
