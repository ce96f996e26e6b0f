"""The Folium map opened by itself, from disk and in a notebook's frame, without a network."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from geo.dataset import Dataset, load_dataset
from geo.model.vocabulary import Side
from geo.rules.event_facts import event_facts
from geo.rules.placement import mark
from layers import build
from layers.base.style import SIDES
from layers.draw.stock_events import is_statement
from layers.payload.whole import payload
from tests.browser.actions import settle
from tests.browser.conftest import Watched
from tests.browser.saved import assert_closed
from tests.browser.server import ROOT
from tests.browser.standing import go, switch
from tests.browser.traced import SAID, unlisted
from tests.layers.conftest import HOSTILE, poisoned

NewContext = Callable[..., tuple[BrowserContext, Watched]]
ZOOMS = (6, 8, 10)
NOTEBOOK = "notebook.html"
SETTLED = '.folium-map[data-settled="yes"]'
MARK = ".atlas-stock:not(.atlas-gone)"
# Paths that Folium drew and that are on the map, by class.
COUNT = "(all) => all.filter((one) => one.isConnected && one.getAttribute('d') !== 'M0 0').length"


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load_dataset()


@pytest.fixture(scope="module")
def hostile(dataset: Dataset) -> Dataset:
    """Every event, claim and place hostile; publishers and all names with them."""
    rows = ("articles", "actors", "gazetteer", "event_rows", "route_rows")
    tables = {
        name: {key: poisoned(row) for key, row in getattr(dataset, name).items()} for name in rows
    }
    return replace(dataset, **tables, claims=tuple(poisoned(row) for row in dataset.claims))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the example saves."""
    file = tmp_path_factory.mktemp("folium") / "map.html"
    subprocess.run(
        [sys.executable, ROOT / "examples" / "map.py", file],
        check=True,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    return file


def opened(new_context: NewContext, file: Path) -> tuple[Page, Watched]:
    context, watched = new_context(offline=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(file.as_uri())
    if file.name != NOTEBOOK:
        page.wait_for_selector(SETTLED)
        settle(page)
    return page, watched


def notebook(dataset: Dataset | None, folder: Path) -> Path:
    """A page with the map as a notebook's output shows it."""
    file = folder / NOTEBOOK
    text = build(dataset)._repr_html_()
    file.write_text(f"<!doctype html><meta charset=utf-8><title>notebook</title>{text}", "utf-8")
    return file


def frame_of(page: Page) -> Frame:
    element = page.locator("iframe").element_handle()
    frame = element.content_frame() if element else None
    assert frame
    frame.wait_for_selector(SETTLED)
    return frame


def wanted_marks(dataset: Dataset, side: Side | None = None, *, statements: bool = False) -> int:
    facts = event_facts(dataset)
    return sum(
        mark(dataset, key) is not None
        and (statements or not is_statement(event))
        and side in (None, facts[key].side)
        for key, event in dataset.event_rows.items()
    )


def assert_drawn(frame: Page | Frame, dataset: Dataset) -> None:
    """As many marks and paths as the data has, with the atlas's signs on the marks."""
    expect(frame.locator(MARK)).to_have_count(wanted_marks(dataset))
    expect(frame.locator(f"{MARK} svg.atlas-pin-icon")).to_have_count(wanted_marks(dataset))
    rows = payload(dataset)["routes"]
    legs = {
        basis: sum(leg["basis"] == basis for row in rows for leg in row["legs"])
        for basis in ("stated", "external", "inferred")
    }
    for basis, count in legs.items():
        assert frame.locator(f"path.atlas-track-{basis}").evaluate_all(COUNT) == count, basis
    assert frame.locator("path.atlas-shift-arrow").evaluate_all(COUNT) == 1
    assert frame.locator("path.atlas-head").evaluate_all(COUNT) >= len(rows) - 4
    assert frame.locator("path.atlas-zone").evaluate_all(COUNT) >= 1
    assert frame.locator("path.atlas-ribbon").evaluate_all(COUNT) >= 2
    assert frame.locator(".leaflet-atlas-land-pane path").evaluate_all(COUNT) > 5
    assert frame.locator(".leaflet-atlas-borders-pane path").evaluate_all(COUNT) > 5
    relief = frame.locator(".leaflet-atlas-relief-pane img")
    assert relief.evaluate("(image) => image.decode().then(() => image.naturalWidth)") > 100
    assert frame.locator(".atlas-name .atlas-label").count() > 50


def test_the_saved_file_draws_everything_and_fetches_nothing(
    new_context: NewContext, saved: Path, dataset: Dataset
) -> None:
    page, watched = opened(new_context, saved)
    assert_drawn(page, dataset)
    assert_closed(watched, saved)
    assert page.evaluate("typeof globalThis.jQuery") == "undefined"


def test_the_notebook_draws_the_same(
    new_context: NewContext, dataset: Dataset, tmp_path: Path
) -> None:
    file = notebook(None, tmp_path)
    page, watched = opened(new_context, file)
    assert_drawn(frame_of(page), dataset)
    for url in watched.requests:
        assert url == file.as_uri() or url.startswith(("data:", "about:srcdoc")), url


def others_legs(dataset: Dataset, side: Side) -> int:
    """Count the legs in a side's colour that events of other sides keep; roads have no side's."""
    rows = payload(dataset)

    def stays(route: dict[str, Any]) -> bool:
        sides = {one["side"] for one in rows["events"] if route["id"] in one["routes"]}
        return bool(sides - {side})

    own = [one for one in rows["routes"] if one["layer"] == "routes" and one["side"] == side]
    return sum(len(one["legs"]) for one in own if not one["stays"] and stays(one))


@pytest.mark.parametrize("side", Side)
def test_a_side_switched_off_leaves_nothing_it_did(
    side: Side, new_context: NewContext, saved: Path, dataset: Dataset
) -> None:
    page, _ = opened(new_context, saved)
    switch(page, "Statements and policies")
    everything = wanted_marks(dataset, statements=True)
    expect(page.locator(MARK)).to_have_count(everything)
    own = wanted_marks(dataset, side, statements=True)
    lines = f'path[class*="atlas-track"][stroke="var(--atlas-side-{side})"]:not(.atlas-gone)'
    tracks = page.locator('path[class*="atlas-track"]:not(.atlas-gone)').count()
    moved = page.locator(lines).count()
    switch(page, SIDES[side].label)
    expect(page.locator(MARK)).to_have_count(everything - own)
    assert page.locator(lines).count() == others_legs(dataset, side)
    left = page.locator('path[class*="atlas-track"]:not(.atlas-gone)').count()
    assert moved == 0 or left < tracks
    switch(page, SIDES[side].label)
    expect(page.locator(MARK)).to_have_count(everything)
    assert page.locator('path[class*="atlas-track"]:not(.atlas-gone)').count() == tracks


def test_a_layer_switched_off_goes(new_context: NewContext, saved: Path) -> None:
    page, _ = opened(new_context, saved)
    tracks = page.locator(".leaflet-atlas-corridor-original-pane path")
    assert tracks.count() > 0
    switch(page, "Corridor, original course")
    expect(tracks).to_have_count(0)
    switch(page, "Labels")
    expect(page.locator(".atlas-name")).to_have_count(0)


def test_no_name_lies_over_another_or_over_a_mark_or_disc(
    new_context: NewContext, saved: Path
) -> None:
    page, _ = opened(new_context, saved)
    # As it opens, and closer.
    for zoom in (None, *ZOOMS):
        if zoom:
            go(page, zoom)
        boxes = page.evaluate(
            """() => [...document.querySelectorAll('.atlas-label, .atlas-pin-plate, .atlas-badge')]
              .filter((one) => getComputedStyle(one).visibility !== 'hidden')
              .map((one) => ({ name: one.textContent, isMark: !one.matches('.atlas-label'),
                box: one.getBoundingClientRect().toJSON() }))"""
        )
        names = [one for one in boxes if not one["isMark"]]
        assert len(names) > 30
        for i, one in enumerate(names):
            for other in [*names[:i], *(each for each in boxes if each["isMark"])]:
                a, b = one["box"], other["box"]
                across = a["left"] < b["right"] and b["left"] < a["right"]
                meet = across and a["top"] < b["bottom"] and b["top"] < a["bottom"]
                assert not meet, (zoom, one, other)


def test_a_mark_opens_who_says_so_and_leads_on(
    new_context: NewContext, saved: Path, dataset: Dataset
) -> None:
    page, _ = opened(new_context, saved)
    rows = {row["id"]: row for row in payload(dataset)["events"]}
    row = rows["strike-2017-05-18"]
    pin = page.locator(f'{MARK}[aria-label^="{row["title"]}"]')
    pin.locator("svg.atlas-pin-icon").hover()
    expect(page.locator(".atlas-tip .atlas-tip-head")).to_have_text(row["title"])
    pin.press("Enter")
    card = page.locator(".leaflet-popup .atlas-card")
    expect(card.locator("h2")).to_have_text(row["title"])
    expect(card).to_contain_text(row["summary"])
    expect(card).to_contain_text(row["when"])
    expect(card.locator(".atlas-claim")).to_have_count(len(row["claims"]))
    for claim in row["claims"]:
        told = card.locator(f'[data-claim="{claim["id"]}"]')
        publisher = dataset.articles[claim["article"]].publisher
        for text in (publisher, claim["passage"], claim["account"]):
            expect(told).to_contain_text(text)
    page.evaluate(f"() => {{{SAID}}}")
    said = card.evaluate("(node) => said(node)")
    assert len(said) > 30
    assert unlisted(said) == []
    card.locator("button.atlas-card-open").first.click()
    # The first fades out while the next opens.
    expect(page.locator(".leaflet-popup .atlas-card h2").last).not_to_have_text(row["title"])


@pytest.mark.parametrize("form", ["file", "notebook"])
def test_hostile_text_is_only_text(
    form: str, new_context: NewContext, hostile: Dataset, tmp_path: Path
) -> None:
    file = tmp_path / "map.html"
    if form == "file":
        build(hostile).save(str(file))
    else:
        file = notebook(hostile, tmp_path)
    page, _ = opened(new_context, file)
    frame = page if form == "file" else frame_of(page)
    frame.locator(MARK).first.wait_for()
    title = payload(hostile)["events"][0]["title"]
    assert HOSTILE in title
    frame.locator(MARK).first.press("Enter")
    expect(frame.locator(".leaflet-popup h2")).to_be_visible()
    assert HOSTILE in (frame.locator(".leaflet-popup h2").text_content() or "")
    assert frame.locator("img:not(.leaflet-image-layer)").count() == 0
    assert frame.locator(".atlas-label").filter(has_text="{{7*7}}").count() > 0
    assert "49zq" not in frame.locator("body").inner_text()
