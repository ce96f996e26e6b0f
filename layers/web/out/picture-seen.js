// What occurs in a picture of the map, by the keys of its legend: drawn, and within its edges.
import { isPlanned } from "../rules/index.js";
import { shapeMatrix } from "./picture-svg.js";

const STEP_PX = 6;
// Nearer to the edge than this, nobody would look it up.
const INSIDE_PX = 3;

// Keys told by the class of a drawn shape.
const SHAPES = {
  ".atlas-shift-arrow": "shift",
  ".atlas-ring, .atlas-area.atlas-open, .atlas-strike-site.atlas-open": "ring",
  ".atlas-zone": "zone",
  ".atlas-leader": "leader",
  ".atlas-site": "site",
  ".atlas-dot, .atlas-waypoint": "dot",
  ".leaflet-atlas-corridor-original-pane .atlas-ribbon": "original",
  ".leaflet-atlas-corridor-shifted-pane .atlas-ribbon": "shifted",
  ".atlas-route-road": "road",
  ".atlas-track-stated": "stated",
  ".atlas-track-external": "external",
  ".atlas-track-inferred": "inferred",
  ".atlas-border-disputed": "disputed",
};
// Movements: thin where they are not done, in the colour of the side that moved.
const MOVED = ".atlas-trail, .atlas-track[class*=atlas-route-]:not(.atlas-route-road)";
const THIN_PX = 2;

const pointOf = (matrix, { x, y }) =>
  ({ x: matrix.a * x + matrix.c * y + matrix.e, y: matrix.b * x + matrix.d * y + matrix.f });

function edges(view) {
  const { left, top, right, bottom } = view.panes.map.getBoundingClientRect();
  return { left: left + INSIDE_PX, top: top + INSIDE_PX, right: right - INSIDE_PX,
    bottom: bottom - INSIDE_PX };
}

const holds = ({ left, top, right, bottom }, { x, y }) =>
  x >= left && x <= right && y >= top && y <= bottom;

// By its line and, for an area about the whole view, by the view's middle.
function isIn(room, path) {
  const box = path.getBoundingClientRect();
  if (box.right < room.left || box.left > room.right || box.bottom < room.top ||
    box.top > room.bottom) return false;
  const length = path.getTotalLength();
  if (!length) return false;
  if (holds(room, { x: box.left, y: box.top }) && holds(room, { x: box.right, y: box.bottom })) {
    return true;
  }
  const matrix = shapeMatrix(path);
  const step = STEP_PX / Math.hypot(matrix.a, matrix.b);
  for (let at = 0; at <= length; at += step) {
    if (holds(room, pointOf(matrix, path.getPointAtLength(at)))) return true;
  }
  const middle = pointOf(matrix.inverse(),
    { x: (room.left + room.right) / 2, y: (room.top + room.bottom) / 2 });
  return getComputedStyle(path).fill !== "none" && path.isPointInFill(new DOMPoint(middle.x, middle.y));
}

const middleOf = (element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
};

function* marks({ atlas, store }, pins) {
  for (const pin of pins) {
    const event = atlas.event[pin.dataset.event];
    yield `side:${event.side}`;
    yield `glyph:${event.glyph}`;
    yield `standing:${event.standing}`;
    yield `backing:${event.backing}`;
    if (store.shown.get(event.id) === "possible") yield "hollow";
    if (isPlanned(event)) yield "foreseen";
  }
}

function* importedKeys(seen) {
  for (const side of seen.sides) yield `side:${side}`;
  for (const kind of ["one", "hollow", "disc"]) if (seen[kind]) yield `imported-${kind}`;
}

// A set of keys. `painted` are the elements that were drawn, `seen` what of an imported set was.
export function pictureKeys(view, painted, seen) {
  const room = edges(view);
  const all = [...painted];
  const some = (css) => all.filter((element) => element.matches(css));
  const isAt = (element) => holds(room, middleOf(element));
  const keys = new Set([...marks(view, some(".atlas-pin").filter(isAt)),
    ...(seen ? importedKeys(seen) : [])]);
  if (some(".atlas-badge").some(isAt)) keys.add("badge");
  if (some(".atlas-label-dot").some(isAt)) keys.add("dot");
  for (const [css, key] of Object.entries(SHAPES)) {
    if (!keys.has(key) && some(css).some((path) => isIn(room, path))) keys.add(key);
  }
  for (const line of some(MOVED).filter((path) => isIn(room, path))) {
    keys.add(parseFloat(getComputedStyle(line).strokeWidth) < THIN_PX ? "planned" : "moved");
    const side = view.atlas.sides.find(({ color }) => color === line.getAttribute("stroke"));
    if (side) keys.add(`side:${side.id}`);
  }
  return keys;
}
