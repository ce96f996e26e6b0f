// Where the marks of a map without the app stand: beside their places, none over another at any zoom.
(function (A) {
  "use strict";

  const LEADER_FROM_PX = 14;

  // Whether a mark of `size_px` finds room; those taken are kept by squares as wide as a mark.
  function room(size_px) {
    const squares = new Map();
    const key = (x, y) => `${Math.floor(x / size_px)} ${Math.floor(y / size_px)}`;
    return {
      isFree({ x, y }) {
        for (let i = -1; i <= 1; i += 1) {
          for (let j = -1; j <= 1; j += 1) {
            const near = squares.get(key(x + i * size_px, y + j * size_px)) || [];
            if (near.some((one) => Math.abs(one.x - x) < size_px && Math.abs(one.y - y) < size_px)) {
              return false;
            }
          }
        }
        return true;
      },
      take(at) {
        const square = key(at.x, at.y);
        squares.set(square, [...(squares.get(square) || []), at]);
      },
    };
  }

  // A thin line from the middle of a mark to its place.
  function leader({ x, y }, size_px) {
    const svg = A.svg("svg", { class: "atlas-stock-leader", width: size_px, height: size_px,
      "aria-hidden": "true" });
    const middle = size_px / 2;
    svg.append(A.svg("path", { class: "atlas-leader",
      d: `M${middle} ${middle}L${middle - x} ${middle - y}` }));
    return svg;
  }

  function move(mark, spot, size_px) {
    const element = mark.getElement();
    mark.atlasSpot = spot;
    element.style.marginLeft = `${spot.x - size_px / 2}px`;
    element.style.marginTop = `${spot.y - size_px / 2}px`;
    element.querySelector(".atlas-stock-leader")?.remove();
    if (Math.hypot(spot.x, spot.y) > LEADER_FROM_PX) element.prepend(leader(spot, size_px));
  }

  // `spots` as layers/stock_events.py lists them, the nearest first; what finds none stays.
  A.spreadMarks = function (map, marks, spots, size_px) {
    const taken = room(size_px);
    for (const mark of marks) {
      const at = map.latLngToLayerPoint(mark.getLatLng());
      const found = spots.find(([x, y]) => taken.isFree({ x: at.x + x, y: at.y + y }));
      const [x, y] = found || [0, 0];
      taken.take({ x: at.x + x, y: at.y + y });
      move(mark, { x, y }, size_px);
    }
  };
})((globalThis.CorridorAtlas ??= {}));
