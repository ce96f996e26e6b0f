"""What Streamlit is given, without Streamlit: it mounts the map, or says that it cannot."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from geo.dataset import load_dataset
from layers.base import assets
from layers.base.ground import ground
from panels.map_host import drawing
from tests.browser.actions import ask
from tests.browser.conftest import Watched

NewContext = Callable[..., tuple[BrowserContext, Watched]]
CALL = """async ([loader, text]) => {
  const url = URL.createObjectURL(new Blob([loader], { type: "text/javascript" }));
  const component = (await import(url)).default;
  const given = { data: { text }, parentElement: document.body, setStateValue() {} };
  globalThis.again = () => { globalThis.end = component(given); };
  again();
}"""


def call(page: Page, code: dict[str, str], **more: Any) -> None:
    """Call the component as Streamlit does; it stays on the page, as ``again`` and ``end``."""
    page.set_content("<!doctype html><title>loader</title><body style='height:900px'></body>")
    initial = {"state": {}, "view": None, "query": ""}
    data = {"key": "atlas", "hash": "1", "code": code, "points": None, "initial": initial} | more
    page.evaluate(CALL, [assets.loader(), json.dumps(data)])


def call_with_all(page: Page) -> None:
    code = {"name": "all", "text": assets.code().content.decode()}
    drawn = drawing(load_dataset(), "code")
    call(page, code, drawing=drawn, assets={"basemap": ground(), "relief": None})
    page.evaluate("again()")
    expect(page.locator('.atlas[data-state="ready"]')).to_have_count(1)


def test_all_that_came_with_the_message_is_mounted_once(new_context: NewContext) -> None:
    page = new_context()[0].new_page()
    call_with_all(page)
    page.evaluate("again()")
    expect(page.locator(".atlas")).to_have_count(1)
    page.evaluate("end()")
    expect(page.locator(".atlas")).to_have_count(0)


def test_a_map_taken_away_while_it_zooms_says_nothing(new_context: NewContext) -> None:
    page = new_context()[0].new_page()
    call_with_all(page)
    ask(page, "globalThis.map = view.map")
    page.wait_for_function("!map._animatingZoom")
    page.evaluate("void map.zoomIn(1)")
    page.wait_for_function("map._animatingZoom")
    page.evaluate("end()")
    # By now, or by Leaflet's own word at the end of a zoom.
    page.wait_for_function("!map._animatingZoom")


@pytest.mark.parametrize("is_gone", [False, True])
def test_code_that_cannot_be_had_is_said_once(new_context: NewContext, is_gone: bool) -> None:
    context, watched = new_context()
    watched.expected = ("Failed to fetch", "ERR_")
    page = context.new_page()
    code = {"name": "none", "address": "http://127.0.0.1:9/none.js"}
    call(page, code, drawing="http://127.0.0.1:9/a", assets={"basemap": {}, "relief": None})
    said = page.get_by_role("alert")
    if is_gone:
        page.evaluate("end()")
        expect(said).to_have_count(0)
        return
    expect(said).to_contain_text("could not be loaded")
    page.evaluate("again()")
    expect(said).to_have_count(1)
    page.evaluate("end()")
    expect(said).to_have_count(0)
