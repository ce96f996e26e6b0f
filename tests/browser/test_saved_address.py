"""The address of a saved page: it holds what is seen, and leads back to it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from geo.dataset import load_dataset
from tests.browser.actions import ask, shown, state, told, view_of
from tests.browser.conftest import wait_for_map
from tests.browser.saved import NewContext, assert_closed, open_saved
from tests.browser.test_links import SEEN

WHOLE = load_dataset()


def test_its_address_keeps_what_is_seen(new_context: NewContext, whole: Path) -> None:
    page, _ = open_saved(new_context, whole, permissions=["clipboard-read", "clipboard-write"])
    ask(page, "view.store.set({ sides: ['us-coalition'], find: 'tanf', names: 'ar' })")
    ask(page, "view.store.set({ event: 'strike-2017-05-18' })")
    ask(page, "view.map.setView([34.2, 39.5], 7.5, { animate: false })")
    page.wait_for_function(
        "() => location.hash.includes('view=34.2') && location.hash.includes('ar')"
    )
    assert page.url.split("#")[0] == whole.as_uri()
    entries = page.evaluate("history.length")
    page.reload()
    wait_for_map(page)
    assert page.evaluate("history.length") == entries
    assert (state(page)["sides"], state(page)["find"]) == (["us-coalition"], "tanf")
    assert (state(page)["event"], state(page)["names"]) == ("strike-2017-05-18", "ar")
    assert view_of(page) == pytest.approx((34.2, 39.5, 7.5), abs=0.01)
    with told(page, "Copied"):
        page.get_by_role("button", name="Copy link").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{whole.as_uri()}#sides=us-coalition")
    again, watched = open_saved(new_context, whole, "#" + link.split("#")[1])
    assert ask(again, SEEN) == ask(page, SEEN)
    again.evaluate("location.hash = 'types=airstrike&view=33.0000,40.0000,7'")
    expect(again.locator(".atlas-card")).to_be_hidden()
    again.wait_for_function(
        f"() => {len(strikes())} === document.querySelectorAll('.atlas-pin').length"
    )
    assert set(shown(again)) == {
        key for key, event in WHOLE.event_rows.items() if event.type == "airstrike"
    }
    assert_closed(watched, whole)


def strikes() -> list[str]:
    """Return the air strikes with a mark."""
    from geo.rules.placement import mark

    rows = WHOLE.event_rows.items()
    return [key for key, event in rows if event.type == "airstrike" and mark(WHOLE, key)]


@pytest.mark.parametrize(
    "address",
    [
        "#event=constructor&current=__proto__&about=place.toString&story=..&names=xx",
        "#about=events.0&types=picnic&first_day=2017-13-45&cursors=..__..&view=99,999,99",
        "#%00%ff&&&=&find=%",
        "#first_day=2017-06-01&last_day=2017-05-01",
    ],
)
def test_what_an_address_says_amiss_is_left_out(
    new_context: NewContext, whole: Path, address: str
) -> None:
    page, _ = open_saved(new_context, whole, address)
    expect(page.locator(".atlas-card")).to_be_hidden()
    if "find" not in address:
        assert len(shown(page)) == len(WHOLE.event_rows)


def test_a_browser_that_keeps_the_history_to_itself_has_the_address_too(
    new_context: NewContext, whole: Path
) -> None:
    context, _ = new_context(offline=True)
    context.add_init_script(
        "history.replaceState = () => { throw new DOMException('no', 'SecurityError'); }"
    )
    page = context.new_page()
    page.goto(whole.as_uri())
    wait_for_map(page)
    entries = page.evaluate("history.length")
    view = view_of(page)
    ask(page, "view.store.set({ types: ['airstrike'] })")
    page.wait_for_function("() => location.hash === '#types=airstrike'")
    assert page.evaluate("history.length") == entries
    assert view_of(page) == view


def test_its_address_holds_whether_the_table_is_open(new_context: NewContext, whole: Path) -> None:
    page, _ = open_saved(new_context, whole)
    page.get_by_role("button", name="Show a table in place of the map").click()
    page.wait_for_function("() => location.hash.includes('show=table')")
    again, _ = open_saved(new_context, whole, "#" + page.url.split("#")[1])
    expect(again.locator(".atlas-table")).to_be_visible()
    other, _ = open_saved(new_context, whole, "#show=picnic")
    expect(other.locator(".atlas-table")).to_be_hidden()
