"""One typeface: Latin text has the same boxes whatever fonts a machine has, and none is cut."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.actions import ask, settle
from tests.browser.conftest import (
    FLAGS,
    READY_MS,
    RESET,
    Watched,
    chromium_path,
    open_atlas,
    wait_for_map,
)
from tests.browser.server import Server

FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
# Its files alone: to import it would ask for all of its book maker.
PACKAGE = find_spec("rinoh_typeface_liberationsansnarrow")
FAMILIES = {
    "DejaVu": ("DejaVuSans.ttf",),
    "Liberation": ("LiberationSans-Regular.ttf", "LiberationSansNarrow-Regular.ttf"),
}
CONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>"""
SIZES = ((1440, 900), (1024, 768), (390, 844))
FONT_FILE = re.compile("SourceSansVF-Upright")
# What the text of a page can be in, by what is done to `view` to see it.
SIGHTS = {
    "first view": "0",
    "filters": """(view.foldFilters(false),
      view.root.querySelectorAll('.atlas-filters details')
        .forEach((one) => { one.open = true; }), 0)""",
    "key": "(view.root.querySelector('.atlas-key').open = true, 0)",
    "chart": "(view.root.querySelector('.atlas-chart-toggle').click(), 0)",
    "card of an event": "(view.store.set({ event: 'strike-2017-05-18', about: null }), 0)",
    "card of a course": """(view.store.set({ event: null,
      about: { kind: 'route', id: 'corridor-shifted' } }), 0)""",
    "table": """([...view.root.querySelectorAll('.atlas-tools button')]
      .find((one) => one.textContent === 'Table').click(), 0)""",
}
# Every line of every text node without a letter of another script, and every control, in order.
BOXES = """() => {
  const isElsewhere = (text) => /\\p{L}/u.test(text.replace(/\\p{Script=Latin}/gu, ""));
  const found = [];
  const add = (text, { left, top, width, height }) => {
    if (width > 1) found.push([text, left, top, width, height]);
  };
  const root = document.querySelector(".atlas");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = node.data.trim();
    if (!text || isElsewhere(text) || !node.parentElement.checkVisibility()) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) add(text, box);
  }
  for (const one of root.querySelectorAll("button, input, select, textarea")) {
    if (!one.checkVisibility()) continue;
    add(`<${one.tagName} ${one.className}>`, one.getBoundingClientRect());
  }
  return found;
}"""
# Text that its own box cuts off. What only screen readers hear is cut to a pixel on purpose.
CUT = """() => [...document.querySelectorAll(".atlas *")].filter((one) =>
  one.checkVisibility() && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 &&
  getComputedStyle(one).overflowX !== "visible" && getComputedStyle(one).overflowX !== "auto" &&
  getComputedStyle(one).clipPath === "none" &&
  [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
  .map((one) => `${one.className}: ${one.textContent}`)"""
LINES = """(one) =>
  one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight)"""
# How wide this machine's own font sets it: no typeface of ours.
PROBE = """() => {
  const probe = document.createElement("span");
  probe.style.font = "40px sans-serif";
  probe.textContent = "corridor";
  document.body.append(probe);
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  return width;
}"""
Box = tuple[str, float, float, float, float]


def folder_of(files: tuple[str, ...]) -> Path | None:
    """Return where the first of these fonts lies, on this machine or in the package."""
    packed = PACKAGE.submodule_search_locations if PACKAGE else None
    folders = (*FOLDERS, *(Path(folder) for folder in packed or ()))
    found = (font for file in files for folder in folders for font in folder.rglob(file))
    return next((font.parent for font in found), None)


@pytest.fixture(scope="module")
def browsers(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Browser]]:
    """A Chromium for each family, which finds no other font on the machine."""
    opened = {}
    for name, files in FAMILIES.items():
        folder = folder_of(files)
        if folder is None:
            if os.environ.get("CI") == "true":
                pytest.fail(f"no {name} fonts found, and CI skips nothing: make test installs them")
            pytest.skip(f"no {name} fonts found")
        place = tmp_path_factory.mktemp(name)
        config = place / "fonts.conf"
        config.write_text(CONFIG.format(folder=folder, cache=place / "cache"), encoding="utf-8")
        opened[name] = browser.browser_type.launch(
            executable_path=chromium_path(browser.browser_type),
            args=FLAGS,
            env={**os.environ, "FONTCONFIG_FILE": str(config)},
        )
    yield opened
    for one in opened.values():
        one.close()


def boxes(page: Page) -> list[Box]:
    """Return text, left, top, width, height of all Latin text and controls, once they rest."""
    settle(page)
    return boxes_now(page)


def boxes_now(page: Page) -> list[Box]:
    """Return the same of a page that may still be waiting for something."""
    return [tuple(one) for one in page.evaluate(BOXES)]


def seen(
    browsers: Iterable[Browser], server: Server, size: tuple[int, int]
) -> list[dict[str, list[Box]]]:
    """Return for each browser the boxes of each sight, and the machine's own as ``probe``."""
    contexts = [
        browser.new_context(viewport={"width": size[0], "height": size[1]}) for browser in browsers
    ]
    watched = [Watched(context) for context in contexts]
    pages = [context.new_page() for context in contexts]
    found: list[dict[str, list[Box]]] = [{} for _ in pages]
    try:
        # Side by side: most of a load is spent waiting.
        for page in pages:
            page.goto(server.url, wait_until="commit")
        for page in pages:
            wait_for_map(page)
        for name, act in SIGHTS.items():
            for page in pages:
                page.evaluate(RESET)
                ask(page, act)
            for page, sights in zip(pages, found, strict=True):
                sights[name] = boxes(page)
                assert page.evaluate(CUT) == [], name
        for page, sights in zip(pages, found, strict=True):
            sights["probe"] = [("corridor", 0, 0, page.evaluate(PROBE), 0)]
    finally:
        for context in contexts:
            context.close()
    assert not any(one.faults for one in watched)
    return found


def unlike(one: list[Box], other: list[Box]) -> list[tuple[Box, Box]]:
    """Return the pairs that are not the same text, or lie more than half a pixel apart."""
    pairs = zip(one, other, strict=True)
    return [
        (a, b)
        for a, b in pairs
        if a[0] != b[0] or any(abs(x - y) > 0.5 for x, y in zip(a[1:], b[1:], strict=True))
    ]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_latin_text_has_the_same_boxes_whatever_the_machines_fonts(
    browsers: dict[str, Browser], server: Server, size: tuple[int, int]
) -> None:
    one, other = seen((browsers[name] for name in FAMILIES), server, size)
    assert unlike(one.pop("probe"), other.pop("probe")), "the two machines have the same fonts"
    for name, found in one.items():
        assert len(found) > 50, name
        assert [text for text, *_ in found] == [text for text, *_ in other[name]], name
        assert unlike(found, other[name]) == [], name


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_shift_and_the_country_in_the_middle_have_their_words(
    new_context: Callable[..., Any], server: Server, size: tuple[int, int]
) -> None:
    page = new_context(viewport={"width": size[0], "height": size[1]})[0].new_page()
    open_atlas(page, server)
    expect(page.locator(".atlas-shift-head")).to_be_visible()
    expect(page.locator(".atlas-label-country", has_text="Syria")).to_be_visible()
    lines = page.locator(".atlas-standfirst").evaluate(LINES)
    assert round(lines) <= {1440: 1, 1024: 2, 390: 3}[size[0]]


def test_a_typeface_that_comes_late_leaves_no_measure_of_another(
    new_context: Callable[..., Any], server: Server
) -> None:
    context, _ = new_context()
    usual = context.new_page()
    open_atlas(usual, server)
    expected = boxes(usual)
    late = new_context()[0].new_page()
    held: list[Route] = []
    late.route(FONT_FILE, lambda route: held.append(route))
    late.goto(server.url, wait_until="commit")
    wait_for_map(late)
    assert held, "the map stands before its typeface"
    unset = boxes_now(late)
    assert unset != expected
    for route in held:
        route.continue_()
    late.wait_for_function("() => document.fonts.check('16px \"Source Sans\"')", timeout=READY_MS)
    found = boxes(late)
    assert [text for text, *_ in found] == [text for text, *_ in expected]
    assert unlike(found, expected) == []


def test_the_map_stands_without_its_typeface(
    new_context: Callable[..., Any], server: Server
) -> None:
    context, watched = new_context()
    watched.expected = ("net::ERR_FAILED",)
    page = context.new_page()
    page.route(FONT_FILE, lambda route: route.abort())
    open_atlas(page, server)
    expect(page.locator(".atlas-shift-head")).to_be_visible()
