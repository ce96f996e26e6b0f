"""The sheet of a saved picture alone: its scale, for maps of any width."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.parts import blank_page, content, mount

BAR_PX = 110
M_IN_MILE = 1609.344
LINES = """(each_m) => each_m.map((bar_m) => {
  const map = { getSize: () => ({ x: 900, y: 600 }), containerPointToLatLng: (point) => point,
    distance: ([x0, y0], [x1, y1]) => (y0 === 300 && y1 === 300 ? (x1 - x0) * bar_m / 110 : NaN) };
  const keyOfMap = { notes: [], parts: () => [], imported: () => [] };
  const { node } = CorridorAtlas.pictureSheet({ ...view, map, keyOfMap }, new Set());
  return [...node.querySelectorAll(".atlas-picture-scale-line")]
    .map((line) => [line.textContent, parseFloat(line.style.width)]);
})"""
SAID = {
    1000: ("1 km", "0.5 miles"),
    4900: ("3 km", "3 miles"),
    5000: ("5 km", "3 miles"),
    99_900: ("50 km", "50 miles"),
    300_000: ("300 km", "100 miles"),
    2_000_000: ("2,000 km", "1,000 miles"),
    M_IN_MILE: ("1 km", "1 mile"),
    1.5 * M_IN_MILE: ("2 km", "1 mile"),
    2 * M_IN_MILE: ("3 km", "2 miles"),
}
"""What a map says whose middle is so many metres wide over the room of the scale."""


def test_a_scale_is_the_longest_round_one_that_has_room(new_context: Callable[..., Any]) -> None:
    page = mount(blank_page(new_context()[0]), content())
    for bar_m, said, lines in zip(
        SAID, SAID.values(), page.evaluate(LINES, list(SAID)), strict=True
    ):
        assert [text for text, _ in lines] == list(said)
        for (text, width_px), unit_m in zip(lines, (1000, M_IN_MILE), strict=True):
            length_m = float(text.split()[0].replace(",", "")) * unit_m
            assert width_px == pytest.approx(BAR_PX * length_m / bar_m, abs=0.6)
