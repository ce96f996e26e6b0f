"""What the map's labels and its key say is what `python -m geo trace` lists."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.actions import settle
from tests.browser.traced import SAID, unlisted

VIEW = "document.querySelector('.atlas').parentElement[Symbol.for('corridor-atlas-host')].view"
WORDS = """(selector) => [...document.querySelectorAll(selector)].flatMap((node) => said(node))"""


def _said(page: Page, selector: str) -> list[list[Any]]:
    page.evaluate(f"() => {{{SAID}}}")
    said: list[list[Any]] = page.evaluate(WORDS, selector)
    return said


@pytest.mark.parametrize("names", ["en", "ar", "both"])
def test_every_label_is_listed(page: Page, names: str) -> None:
    page.evaluate(f"(names) => {VIEW}.store.set({{ names }})", names)
    settle(page)
    said = _said(page, ".atlas-labels, .atlas-shift-label")
    assert len(said) > 100
    assert unlisted(said) == []


def test_every_sign_of_the_key_is_listed(page: Page) -> None:
    said = _said(page, ".atlas-key")
    assert len(said) > 40
    assert unlisted(said) == []
