"""Where marks and discs stand on a map, as it is measured there, and what holds of it."""

from typing import Any

from playwright.sync_api import Frame, Page

REACH_PX = 44
REACH_KM = 50

# Of a map by itself, which the page has under a name of Folium's.
GROUND = "() => Object.values(globalThis).find((one) => one instanceof L.Map)"
MEASURED = """const measured = (map, marks, discs) => {
  const { left, top, width, height } = map.getContainer().getBoundingClientRect();
  const centre = (one) => {
    const box = one.getBoundingClientRect();
    return L.point((box.left + box.right) / 2 - left, (box.top + box.bottom) / 2 - top);
  };
  const ends = [...document.querySelectorAll(".atlas-leader")].flatMap((path) =>
    [...(path.getAttribute("d") || "").matchAll(/M([^ML]+)L([^ML]+)/g)]
      .map(([, from, to]) => [...from.trim().split(" "), ...to.trim().split(" ")].map(Number)));
  const isLed = (home, at) => {
    const [a, b] = [home, at].map((each) => map.containerPointToLayerPoint(each));
    return ends.some(([x0, y0, x1, y1]) =>
      Math.hypot(x0 - a.x, y0 - a.y) < 2 && Math.hypot(x1 - b.x, y1 - b.y) < 2);
  };
  const isInside = (one) => one.x > 0 && one.y > 0 && one.x < width && one.y < height;
  const stands = ({ element, homes, name }) => {
    const at = centre(element);
    return homes.map((home) => {
      const point = map.latLngToContainerPoint(home);
      const px = at.distanceTo(point);
      const isSeen = isInside(at) && isInside(point);
      return { name, px, km: map.distance(map.containerPointToLatLng(at), home) / 1000,
        led: px < 2 || !isSeen || isLed(point, at) };
    });
  };
  const boxOf = ({ element }) => {
    const box = (element.querySelector(".atlas-pin-plate") || element).getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom];
  };
  const overlap = (a, b) => Math.min(Math.min(a[2], b[2]) - Math.max(a[0], b[0]),
    Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  const shared = (boxes, others) => boxes.flatMap((a, i) =>
    (others || boxes.slice(0, i)).map((b) => overlap(a, b)));
  const [markBoxes, discBoxes] = [marks.map(boxOf), discs.map(boxOf)];
  return { single: marks.length,
    gathered: discs.map(({ element }) => Number(element.dataset.count)),
    written: discs.map(({ element }) => Number(element.textContent)),
    stands: [...marks, ...discs].flatMap(stands), onPins: Math.max(-99, ...shared(markBoxes)),
    onDiscs: Math.max(-99, ...shared(discBoxes), ...shared(markBoxes, discBoxes)) };
};"""
"""A function of the map, its marks and its discs, each ``{element, homes, name}``."""


def assert_stands(found: dict[str, Any]) -> None:
    """Everything ``wanted`` is counted once, stands near its place and has its line to it."""
    assert found["written"] == found["gathered"]
    assert found["single"] + sum(found["gathered"]) == found["wanted"]
    assert all(one > 1 for one in found["gathered"])
    far = [one for one in found["stands"] if one["px"] > REACH_PX or one["km"] > REACH_KM]
    assert far == []
    assert [one for one in found["stands"] if not one["led"]] == []
    assert found["onPins"] <= 1


def switch(frame: Page | Frame, label: str) -> None:
    """Turn a row of the LayerControl on or off."""
    box = frame.locator(".leaflet-control-layers-overlays label").filter(has_text=label)
    box.locator("input").evaluate("(input) => input.click()")


def go(page: Page, zoom: float) -> None:
    """Look at the middle of a map by itself, at a zoom."""
    moved = "(map, zoom) => { map.setView([33.9, 39.4], zoom, { animate: false }); }"
    page.evaluate_handle(GROUND).evaluate(moved, zoom)
