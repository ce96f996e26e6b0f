"""No serious or critical finding of axe-core on any page or panel, wide or narrow."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.actions import ask, settle
from tests.browser.conftest import DESKTOP, READY_MS, open_atlas
from tests.browser.server import Server

PHONE = {"width": 390, "height": 844}
GRAVE = ("serious", "critical")
# Of the rules that axe asks by itself.
OF_COLOUR = ["color-contrast", "link-in-text-block"]
# Of the map and of Streamlit's page, as far as they are there.
SCHEMES = """() => [
  ...[...document.querySelectorAll(".atlas")].map((one) => one.dataset.theme),
  ...[...document.querySelectorAll(".stApp")].map((one) => getComputedStyle(one).colorScheme)]"""
NewContext = Callable[..., tuple[BrowserContext, Any]]


def assert_accessible(page: Page, where: str) -> None:
    """Ask for all rules in light, and in dark for those of colour: a theme changes nothing else."""
    findings = []
    for scheme, options in (("light", {}), ("dark", {"runOnly": OF_COLOUR})):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        findings += grave(page, f"{where}, {scheme}", options)
        assert set(page.evaluate(SCHEMES)) == {scheme}
    page.emulate_media(color_scheme="light")
    assert not findings, "\n".join(findings)


def grave(page: Page, where: str, options: dict[str, Any]) -> list[str]:
    # What Streamlit draws anew fades in, and is pale while it does.
    settle(page)
    found = Axe().run(page, options={"resultTypes": ["violations"], **options}).response
    return [
        f"{where}: {rule['id']} ({rule['impact']}), {rule['help']}: "
        + "; ".join(" ".join(map(str, node["target"])) for node in rule["nodes"][:5])
        for rule in found["violations"]
        if rule["impact"] in GRAVE
    ]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_chart_tray_and_profiles_are_accessible(
    new_context: NewContext, server: Server, size: dict[str, int]
) -> None:
    context, _ = new_context(viewport=size, color_scheme="light")
    page = context.new_page()
    open_atlas(page, server)
    page.get_by_role("button", name="Chart", exact=True).click()
    page.locator(".atlas-chart-side").nth(2).click()
    page.locator(".atlas-chart-column").nth(30).press("Enter")
    assert_accessible(page, "chart")
    ask(page, "view.store.set({ first_day: null, last_day: null, sides: null })")
    page.get_by_role("button", name="undated").click()
    page.evaluate(
        "document.querySelectorAll('.atlas-tray-list').forEach((o) => { o.open = true; })"
    )
    expect(page.locator(".atlas-tray-open")).not_to_have_count(3)
    assert_accessible(page, "tray")
    page.locator(".atlas-tray-close").click()
    for kind, thing in (("shift", "corridor-shift"), ("route", "corridor-shifted")):
        ask(page, "view.store.set({ event: null, about: given })", {"kind": kind, "id": thing})
        page.locator(".atlas-profile-mark").first.focus()
        assert_accessible(page, f"profile in the card of a {kind}")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_page_and_panel_is_accessible(
    new_context: NewContext, server: Server, size: dict[str, int]
) -> None:
    context, _ = new_context(viewport=size, color_scheme="light")
    page = context.new_page()
    open_atlas(page, server)
    assert ask(page, "view.root.dataset.theme") == "light"
    assert_accessible(page, "as it opens")
    ask(page, "view.foldFilters(true)")
    page.evaluate("document.querySelectorAll('.atlas details').forEach((one) => one.open = true)")
    page.get_by_role("button", name="Actors of").first.click()
    page.get_by_role("searchbox", name="Find").fill("tanf")
    assert_accessible(page, "filters, key and search")
    ask(page, "(view.foldFilters(false), view.store.set({ find: '' }))")
    for about in ("{ event: 'strike-2021-02-25' }", "{ about: { kind: 'place', id: 'al-tanf' } }"):
        ask(page, f"view.store.set(Object.assign({{ event: null, about: null }}, {about}))")
        assert_accessible(page, about)
    for kind, thing in (("shift", "corridor-shift"), ("route", "corridor-shifted")):
        ask(page, "view.store.set({ event: null, about: given })", {"kind": kind, "id": thing})
        assert_accessible(page, f"card of a {kind}")
    ask(page, "CorridorAtlas.tellStory(view, 'all.told', null)")
    assert_accessible(page, "a story")
    ask(page, "view.store.set({ event: null, about: null, story: null })")
    page.get_by_role("button", name="Dates").click()
    assert_accessible(page, "typed days")
    page.get_by_text("Add events of your own").click()
    expect(page.locator("input[type=file]")).to_be_attached(timeout=READY_MS)
    settle(page)
    assert_accessible(page, "upload")
    page.get_by_role("button", name="Download", exact=True).click()
    page.get_by_role("button", name="Everything (").click()
    expect(page.get_by_text("in your browser's downloads")).to_be_visible()
    settle(page)
    assert_accessible(page, "downloads")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="About this map").click()
    expect(page.get_by_role("heading", name="About this map")).to_be_visible(timeout=READY_MS)
    settle(page)
    assert_accessible(page, "about")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_table_is_accessible(
    new_context: NewContext, server: Server, size: dict[str, int]
) -> None:
    context, _ = new_context(viewport=size, color_scheme="dark")
    page = context.new_page()
    open_atlas(page, server, "show=table")
    assert ask(page, "view.root.dataset.theme") == "dark"
    assert_accessible(page, "the table")
    page.locator(".atlas-grid-events thead button").nth(1).click()
    page.locator(".atlas-table").evaluate("(region) => region.scrollTo(0, region.scrollHeight)")
    assert_accessible(page, "the table, sorted, at its end")
    page.locator(".atlas-grid-places .atlas-card-open").first.click()
    expect(page.locator(".atlas-card")).to_be_visible()
    assert_accessible(page, "the table and a card")
    ask(page, "view.store.set({ event: null, about: null, actors: [] })")
    assert_accessible(page, "an empty table")
