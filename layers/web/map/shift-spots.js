// Where the words about the shift may stand: beside its arrow or, with the articles alone, between the
// two courses; and what they keep off.
import { boxAround, boxesMeet, COURSES } from "../rules/index.js";

const ARROW_STEPS = 14;
const ARROW_FROM = 0.05;
const ARROW_TO = 0.87;
const ARROW_HALF_PX = 6;
const RIBBON_PX_AT_ZOOM_0 = 0.17;
// Along the arrow and away from it; to its right, then to its left.
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
const CLOSE_PX = [0, 8, 18];
const FAR_PX = [32, 50, 72];
const TAIL_PX = 4;

export const ribbonHalf_px = (map) => RIBBON_PX_AT_ZOOM_0 * 2 ** map.getZoom();

const along = (a, b, share) => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });

const projected = ({ atlas, map }, id) => {
  const { lat, lon } = atlas.place[id];
  return map.project([lat, lon]);
};

const endsOf = (board) => {
  const { from_place, to_place } = board.atlas.shift;
  return [projected(board, from_place), projected(board, to_place)];
};

// The arrow as squares along it, in pixels of the zoomed world; none without a shift.
export function shiftArrow(board) {
  if (!board.atlas.shift) return [];
  const [a, b] = endsOf(board);
  return Array.from({ length: ARROW_STEPS }, (_, step) => {
    const { x, y } = along(a, b, ARROW_FROM + (ARROW_TO - ARROW_FROM) * ((step + 1) / ARROW_STEPS));
    return boxAround(x, y, ARROW_HALF_PX);
  });
}

// Where its words may stand, the best first: close beside the arrow, then over its tail, then
// further off.
export function besideShift(board, width, height) {
  const [a, b] = endsOf(board);
  const lean = Math.abs((b.x - a.x) / (b.y - a.y || 1)) * (height / 2);
  const at = (gap) => SHARES.flatMap((share) => [1, -1].map((side) => {
    const { x, y } = along(a, b, share);
    return boxAround(x + side * (width / 2 + ARROW_HALF_PX + gap + lean), y, width / 2, height / 2);
  }));
  const off = TAIL_PX + ribbonHalf_px(board.map) + height / 2;
  const over = [0, 0.3, -0.3, 0.5, -0.5].map((share) =>
    boxAround(a.x + share * width, a.y - off, width / 2, height / 2));
  return [...CLOSE_PX.flatMap(at), ...over, ...FAR_PX.flatMap(at)];
}

// Squares along a course, as broad as its ribbon.
function ribbons(board, layer) {
  const { atlas, store } = board;
  const half = ribbonHalf_px(board.map);
  const boxes = [];
  for (const route of atlas.routes) {
    if (route.layer !== layer) continue;
    const ids = store.state.stated_only ? route.stated_places : route.places;
    const points = ids.map((id) => projected(board, id));
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [points[i - 1], points[i]];
      const steps = Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / half) || 1;
      for (let step = 0; step <= steps; step += 1) {
        const { x, y } = along(a, b, step / steps);
        boxes.push(boxAround(x, y, half));
      }
    }
  }
  return boxes;
}

function between({ atlas, map }, width, height) {
  return (atlas.shift.between || []).map((at) => {
    const { x, y } = map.project(at);
    return boxAround(x, y, width / 2, height / 2);
  });
}

// From the best on, for words of this size: on no ribbon or, failing that, the grey one.
export function shiftSpots(board, width, height) {
  const all = board.store.state.stated_only ? between(board, width, height)
    : besideShift(board, width, height);
  const [grey, red] = COURSES.map((course) => ribbons(board, course));
  const off = (courses, boxes) =>
    boxes.filter((box) => !courses.some((other) => boxesMeet(box, other)));
  const offRed = off(red, all);
  return [...off(grey, offRed), ...offRed];
}
