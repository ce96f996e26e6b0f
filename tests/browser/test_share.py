"""Copy link: what is copied leads a new browser to the same marks."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, expect

from geo.dataset import load_dataset
from tests.browser.actions import ask, pins, state, told, view_of
from tests.browser.conftest import open_atlas, wait_for_map
from tests.browser.server import Server

WHOLE = load_dataset()
NewContext = Callable[..., tuple[BrowserContext, Any]]


def test_a_copied_link_restores_what_was_seen(new_context: NewContext, server: Server) -> None:
    context, _ = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    open_atlas(page, server)
    patch = {"sides": ["us-coalition"], "find": "al-Tanf", "last_day": "2017-06-10"}
    ask(page, "view.store.set(given)", patch)
    ask(page, "CorridorAtlas.tellStory(view, 'guardian-2017-05-18.told', 'strike-2017-05-18')")
    ask(page, "view.map.setView([34.2, 39.5], 7.5, { animate: false })")
    with told(page, "Copied"):
        page.get_by_role("button", name="Copy link").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert f"data={WHOLE.version}" in urlsplit(link).query
    other, _ = new_context()
    again = other.new_page()
    again.goto(link)
    wait_for_map(again)
    assert pins(again) == pins(page)
    for name in ("sides", "find", "last_day", "story", "event"):
        assert state(again)[name] == state(page)[name], name
    # The same middle to the pixel: at this zoom one is 0.008 degrees.
    assert view_of(again) == pytest.approx((34.2, 39.5, 7.5), abs=0.01)
    expect(again.get_by_text("was not understood")).to_have_count(0)


def test_without_a_clipboard_the_link_is_shown(new_context: NewContext, server: Server) -> None:
    context, _ = new_context()
    context.add_init_script("delete Navigator.prototype.clipboard")
    page = context.new_page()
    open_atlas(page, server)
    link = ask(page, "CorridorAtlas.shareLink(view)")
    page.get_by_role("button", name="Copy link").click()
    shown = page.get_by_role("textbox", name="Link to what is seen")
    expect(shown).to_have_value(link)
    assert ask(page, "CorridorAtlas.shareLink(view)") == link, "nothing has shifted"


def test_a_link_from_other_data_says_so(new_context: NewContext, server: Server) -> None:
    context, _ = new_context()
    page = context.new_page()
    open_atlas(page, server, "data=0123456789ab")
    expect(page.get_by_text("made from another version of the data")).to_be_visible()
