"""The drawing on a page without the app: the whole map of the committed data, mounted alone."""

import json
from functools import cache
from typing import Any

from playwright.sync_api import BrowserContext, Page

from geo.dataset import Dataset
from layers.base import assets
from layers.page.figure import script
from layers.payload.whole import payload
from tests.browser.typeface import add_typeface
from tests.web.bundle import whole

HOSTILE = "<img src=x onerror=alert(1)> {{7*7}}"
# Both come as JSON text: Playwright walks what is handed over as objects, which takes seconds.
MOUNT = """([payloadText, basemapText]) => {
  const [payload, basemap] = [JSON.parse(payloadText), JSON.parse(basemapText)];
  const A = globalThis.CorridorAtlas;
  const root = A.el("div", "atlas");
  const panes = { map: A.el("div", "atlas-map") };
  root.append(panes.map);
  document.body.append(root);
  const atlas = A.prepare(payload);
  const view = { root, panes, atlas, store: A.openStore(atlas, {}), kept: {}, reducedMotion: true,
    assets: { basemap, relief: null }, lease: A.openLease(),
    home: A.firstView() };
  view.points = A.points(view);
  globalThis.view = view;
  const local = Object.create(globalThis.L);
  local.map = (_id, options) => {
    view.map = globalThis.L.map(panes.map, Object.assign(options, { zoomAnimation: false,
      fadeAnimation: false }));
    return view.map;
  };
  local.atlas = A.openBoard(view);
  view.L = local;
  draw(local);
  globalThis.end = () => {
    local.atlas.destroy();
    view.lease.end();
    view.map.remove();
  };
}"""
BOXES = """(all) => all.map((one) => one.getBoundingClientRect())
  .filter((box) => box.width).map((box) => [box.left, box.top, box.right, box.bottom])"""
SEEN_MARKS = ".atlas-pin:not(.atlas-gathered) .atlas-pin-icon, .atlas-badge"


def mount(context: BrowserContext, dataset: Dataset, other: str | None = None) -> Page:
    """Draw the map, or another payload's; one title and one place name of it are hostile."""
    page: Page = context.new_page()
    page.set_content("<!doctype html><title>map</title><body style='margin:0'></body>")
    add_typeface(page)
    page.add_style_tag(content=assets.style_sheet())
    page.add_style_tag(content=".atlas { display: block; height: 900px }")
    page.add_script_tag(content=f"{assets.leaflet_script()}\n{whole()}")
    draw, content = drawn(dataset)
    page.add_script_tag(content=draw)
    page.evaluate(MOUNT, [other or content, assets.basemap().content.decode()])
    page.locator(".atlas-pin").first.wait_for()
    return page


@cache
def drawn(dataset: Dataset) -> tuple[str, str]:
    """Return the script that draws a dataset and its payload as JSON, made once for each."""
    content = json.loads(json.dumps(payload(dataset)))
    for rows, item_id, field in (
        ("events", "strike-2021-02-25", "title"),
        ("places", "mayadin", "name"),
    ):
        next(row for row in content[rows] if row["id"] == item_id)[field] = HOSTILE
    return f"globalThis.draw = function (L) {{\n{script(dataset)}\n}};", json.dumps(content)


def state(page: Page, patch: dict[str, Any]) -> None:
    page.evaluate("(patch) => view.store.set(patch)", patch)


def pins(page: Page) -> set[str]:
    return set(page.eval_on_selector_all(".atlas-pin", "(all) => all.map((o) => o.dataset.event)"))


def overlaps(boxes: list[list[float]]) -> list[tuple[int, int]]:
    return [
        (i, j)
        for i, a in enumerate(boxes)
        for j, b in enumerate(boxes[:i])
        if a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1
    ]
