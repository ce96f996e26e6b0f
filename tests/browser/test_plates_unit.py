"""A side has one shape: as a pin, as an imported mark, as a dot of the timeline."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from layers.base.style import SIDES
from tests.browser.conftest import watched_context
from tests.browser.parts import blank_page, content, mount

SMALL = ("imported", "hollow", "dot")
# Of each side, how much alike its small pictures and the plate of each pin are, from 0 to 1. All
# are brought to one area about one middle first; `upended` is the side's own pin upside down.
ALIKE = """() => {
  const A = CorridorAtlas;
  const SIZE = 120;
  const paint = (color) => (color.startsWith("var") ? "#123456" : color);
  const canvas = Object.assign(document.createElement("canvas"), { width: SIZE, height: SIZE });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const filled = (draw) => {
    context.reset();
    draw();
    const { data } = context.getImageData(0, 0, SIZE, SIZE);
    return Array.from({ length: SIZE * SIZE }, (_, at) => data[4 * at + 3] > 127);
  };
  const outlined = ({ d, middle }, unit, turned) => () => {
    context.translate(SIZE / 2, SIZE / 2);
    context.scale(unit, turned ? -unit : unit);
    context.translate(-middle, -middle);
    context.fill(new Path2D(d));
  };
  const area = (mask) => mask.reduce((sum, one) => sum + one, 0);
  const fitted = (shape, turned) => {
    const rough = area(filled(outlined(shape, 3, turned)));
    return filled(outlined(shape, 3 * Math.sqrt(2500 / rough), turned));
  };
  const alike = (a, b) => area(a.map((one, at) => one && b[at])) /
    area(a.map((one, at) => one || b[at]));

  const { atlas } = view;
  const pinPath = (side) => ({ middle: 12,
    d: A.pinIcon({ side }, 24).querySelector(".atlas-pin-plate").getAttribute("d") });
  const dotPath = (side) => {
    const points = A.plate("", 9, 9, 6, side.plate).getAttribute("points");
    return { middle: 9, d: points ? `M${points}z` : "M15 9a6 6 0 1 1-12 0a6 6 0 1 1 12 0z" };
  };
  const given = atlas.sides.map(({ id }) => ({ side: id }));
  const sprites = A.pointSprites(atlas, given, SIZE, 4, paint);
  const stamped = ({ size, offsets }) => filled(() => {
    const off = Math.floor((SIZE - size) / 2);
    for (const at of offsets) {
      context.fillRect(off + (at % SIZE), off + Math.floor(at / SIZE), 1, 1);
    }
  });
  const scaled = (mask) => {
    const grown = Math.sqrt(2500 / area(mask));
    const at = (x) => Math.round(SIZE / 2 + (x + 0.5 - SIZE / 2) / grown - 0.5);
    return mask.map((_, i) => mask[at(Math.floor(i / SIZE)) * SIZE + at(i % SIZE)] ?? false);
  };
  const pins = atlas.sides.map((side) => [side.id, fitted(pinPath(side))]);
  return Object.fromEntries(atlas.sides.map((side, at) => {
    const [full, hollow] = [stamped(sprites[2 * at]), stamped(sprites[2 * at + 1])];
    const all = [...pins, ["upended", fitted(pinPath(side), true)]];
    const likeness = (mask) => Object.fromEntries(all.map(([id, pin]) => [id, alike(mask, pin)]));
    return [side.id, { areas: [area(full), area(hollow)], imported: likeness(scaled(full)),
      hollow: likeness(scaled(hollow)), dot: likeness(fitted(dotPath(side))) }];
  }));
}"""


# Of each side, full and hollow: the ink in the middle of its imported mark, that next to where its
# outline ends, and how many pixels lie at the very edge of the small picture. A line is wide enough
# here to be seen.
INKS = """() => {
  const A = CorridorAtlas;
  const SIZE = 120;
  const given = { "var(--atlas-paper)": "#ffffff", "var(--atlas-mark-line)": "#000000" };
  const sides = view.atlas.sides.map((side) => ({ ...side, color: "#ff0000" }));
  const atlas = { side: Object.fromEntries(sides.map((side) => [side.id, side])) };
  const sprites = A.pointSprites(atlas, sides.map(({ id }) => ({ side: id })), SIZE, 7,
    (color) => given[color] ?? color);
  const seen = ({ size, offsets, inks }) => {
    const rgb = new Map([...offsets].map((at, index) =>
      [at, [0, 8, 16].map((bits) => (inks[index] >>> bits) & 255)]));
    const row = (size / 2) * SIZE;
    const along = Array.from({ length: size / 2 }, (_, x) => rgb.get(row + x)).filter(Boolean);
    const places = [...offsets].map((at) => [at % SIZE, Math.floor(at / SIZE)]);
    return { middle: rgb.get(row + size / 2), line: along[2],
      cut: places.filter((place) => place.includes(0) || place.includes(size - 1)).length };
  };
  return sides.map(({ id }, at) => [id, seen(sprites[2 * at]), seen(sprites[2 * at + 1])]);
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with watched_context(browser) as context:
        yield mount(blank_page(context), content())


@pytest.fixture(scope="module")
def alike(page: Page) -> dict[str, Any]:
    return page.evaluate(ALIKE)  # type: ignore[no-any-return]


@pytest.mark.parametrize("side", SIDES)
def test_a_small_picture_is_most_like_the_pin_of_its_side(alike: dict[str, Any], side: str) -> None:
    for picture in SMALL:
        pins = dict(alike[side][picture])
        own, upended = pins.pop(side), pins.pop("upended")
        assert own > max(pins.values()), picture
        assert own >= upended, picture


def test_imported_marks_of_all_sides_are_about_as_large(alike: dict[str, Any]) -> None:
    for number in (0, 1):
        areas = [one["areas"][number] for one in alike.values()]
        assert max(areas) < 1.2 * min(areas)


def test_an_imported_mark_is_its_sides_colour_within_a_line_and_hollow_the_other_way(
    page: Page,
) -> None:
    red, white, black = [255, 0, 0], [255, 255, 255], [0, 0, 0]
    inks = page.evaluate(INKS)
    assert len(inks) == len(SIDES)
    for side, full, hollow in inks:
        assert [full["middle"], full["line"]] == [red, black], side
        assert [hollow["middle"], hollow["line"]] == [white, red], side
        # The outermost of a sharp tip may be.
        assert full["cut"] == 0 and hollow["cut"] <= 2, side


def test_a_sign_of_two_letters_fits_its_disc_and_one_letter_is_larger(page: Page) -> None:
    signs = page.evaluate(
        """() => [3, 12].map((voices) => {
          const look = { side: view.atlas.sides[0], backing: "several-voices", voices };
          const icon = CorridorAtlas.pinIcon(look, 240);
          document.querySelector(".atlas").append(icon);
          const [disc, text] = ["circle", "text"].map((name) =>
            icon.querySelector(`.atlas-pin-badge ${name}`));
          const [disc_px, text_px] = [disc, text].map((one) => one.getBoundingClientRect().width);
          const size = parseFloat(getComputedStyle(text).fontSize);
          icon.remove();
          return { size, y: Number(text.getAttribute("y")), disc_px, text_px };
        })"""
    )
    one, two = signs
    assert one["size"] > two["size"]
    for sign in signs:
        assert sign["text_px"] < sign["disc_px"]
        # In the middle: a capital letter is about seven tenths of its size high.
        assert sign["y"] == pytest.approx(0.35 * sign["size"], rel=0.1)
