"""What a saved picture shows, and how much it differs from the map on the page."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from tests.browser.actions import ask, told

# What lies over the map and is no part of it; hidden, not taken away, so that nothing shifts.
OVER = (
    ".leaflet-control-container *, .atlas-tools, .atlas-credit, .atlas-card, .atlas-away, "
    ".atlas-picture-said, .leaflet-tooltip-pane, .atlas-empty { visibility: hidden !important; }"
)
# The map's corner may lie between two pixels of the screen; the picture's never does.
SHIFTS_PX = (-1, 0, 1)
# Letters and edges are smoothed a little differently on a canvas, and a halo is a stroke there,
# not a blur. That is thin lines about letters: half a hundredth of the pixels at most, and an
# average difference of less than one part in a hundred. A pane that is missing is far more.
FAR = 48
MOST_FAR = 0.005
MOST_MEAN = 1.5
MADE = """async () => {
  const host = document.querySelector('.atlas').parentElement;
  const { view } = host[Symbol.for('corridor-atlas-host')];
  const { ratio, map, keys, canvas } = await CorridorAtlas.makePicture(view);
  const { node } = CorridorAtlas.pictureSheet(view, keys);
  return { ratio, map, keys: [...keys], size: [canvas.width, canvas.height],
    text: node.textContent, images: node.querySelectorAll('img').length };
}"""


@dataclass(frozen=True)
class Saved:
    """A picture as it was downloaded."""

    name: str
    image: Image.Image


def save(page: Page) -> Saved:
    """Press the button and read what comes down."""
    button = page.get_by_role("button", name="Save picture")
    with told(page, "Picture saved"), page.expect_download() as waiting:
        button.focus()
        page.keyboard.press("Enter")
    content = Path(waiting.value.path()).read_bytes()
    assert content.startswith(b"\x89PNG")
    expect(button).to_have_text("Save picture")
    return Saved(waiting.value.suggested_filename, Image.open(io.BytesIO(content)).convert("RGB"))


def made(page: Page) -> dict[str, Any]:
    """Say of a picture of the page as it is now: density, size, the map's place, words and keys."""
    return page.evaluate(MADE)  # type: ignore[no-any-return]


def difference(page: Page, saved: Saved, hidden: str = "") -> tuple[float, float]:
    """
    Compare a picture with the map on the page, which is drawn at the same density.

    Returns
    -------
    mean, far
        The average difference of a pixel, 0 to 255, and the share of those that differ by more
        than :data:`FAR`.
    """
    place = made(page)["map"]
    box = ask(page, "(({ x, y }) => [x, y])(view.panes.map.getBoundingClientRect())", None)
    ratio = page.evaluate("devicePixelRatio")
    shot = Image.open(io.BytesIO(page.screenshot(style=OVER + hidden))).convert("RGB")
    size = (place["width"], place["height"])
    drawn = saved.image.crop(_box((place["x"], place["y"]), size))
    found = []
    for right in SHIFTS_PX:
        for down in SHIFTS_PX:
            corner = (round(box[0] * ratio) + right, round(box[1] * ratio) + down)
            seen = shot.crop(_box(corner, size))
            counts = ImageChops.difference(drawn, seen).convert("L").histogram()
            mean = sum(value * count for value, count in enumerate(counts)) / sum(counts)
            found.append((mean, sum(counts[FAR + 1 :]) / sum(counts)))
    return min(found)


def assert_as_seen(page: Page, saved: Saved) -> None:
    """The map in the picture is the map on the page."""
    mean, far = difference(page, saved)
    assert mean < MOST_MEAN, f"the average pixel differs by {mean:.2f}"
    assert far < MOST_FAR, f"{far:.2%} of the pixels differ"


def _box(corner: tuple[int, int], size: tuple[int, int]) -> tuple[int, int, int, int]:
    return (*corner, corner[0] + size[0], corner[1] + size[1])
