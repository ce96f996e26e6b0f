// The words beside the shift's arrow; with the articles alone, between the two courses.
import { el, traced } from "../base/index.js";
import { boxAround, boxesMeet, COURSES, shiftOn } from "../rules/index.js";

const ARROW_STEPS = 14;
const ARROW_FROM = 0.05;
const ARROW_TO = 0.87;
const ARROW_HALF_PX = 6;
const PADDING_PX = 6;
const RIBBON_PX_AT_ZOOM_0 = 0.17;
// Along the arrow and away from it; to its right, then to its left.
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
const CLOSE_PX = [0, 8, 18];
const FAR_PX = [32, 50, 72];
const TAIL_PX = 4;
const MARK_PX = 13;

export const shiftWords = ({ said }) => [said.label, said.label_more];

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

export function shiftLabel(board) {
  const { atlas, store } = board;
  let element = null;
  let size = { form: null };
  let found = { form: null };
  let css = "";

  // Squares along a course, as broad as its ribbon.
  function ribbons(layer) {
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

  const arrow = () => (store.state.stated_only ? [] : shiftArrow(board));

  function between(width, height) {
    return (atlas.shift.between || []).map((at) => {
      const { x, y } = board.map.project(at);
      return boxAround(x, y, width / 2, height / 2);
    });
  }

  // Measured once for a form and a width of the map: it lays the whole page out. Whole, then short.
  function measured() {
    const form = `${store.state.stated_only} ${board.map.getSize().x}`;
    if (form === size.form) return size.px;
    element.classList.toggle("atlas-shift-stated", store.state.stated_only);
    write("display: block");
    const px = [false, true].map((isShort) => {
      element.classList.toggle("atlas-shift-short", isShort);
      return [element.offsetWidth, element.offsetHeight];
    });
    size = px[0][0] ? { form, px } : { form: null };
    return px;
  }

  function write(next) {
    if (next !== css) element.style.cssText = next;
    css = next;
  }

  // They hold for a zoom, wherever the map is moved to: for the whole words or for their head alone.
  function spots(isShort) {
    const px = measured();
    const form = `${size.form} ${board.map.getZoom()}`;
    if (!size.form || form !== found.form) found = { form, boxes: new Map() };
    if (!found.boxes.has(isShort)) {
      found.boxes.set(isShort, foundSpots(...px[Number(isShort)])
        .map((box) => Object.assign(box, { isShort })));
    }
    return found.boxes.get(isShort);
  }

  // From the best on, each with room about it: on no ribbon or, failing that, the grey one.
  function foundSpots(width, height) {
    const [wide, high] = [width + 2 * PADDING_PX, height + 2 * PADDING_PX];
    const all = store.state.stated_only ? between(wide, high) : besideShift(board, wide, high);
    const [grey, red] = COURSES.map(ribbons);
    const off = (courses, boxes) =>
      boxes.filter((box) => !courses.some((other) => boxesMeet(box, other)));
    const offRed = off(red, all);
    return [...off(grey, offRed), ...offRed];
  }

  // Nothing of an earlier spot stays with words that have none.
  function stand(box, origin) {
    element.classList.toggle("atlas-shift-short", Boolean(box && box.isShort));
    write(box ? `display: block; left: ${Math.round(box.x0 + PADDING_PX - origin.x)}px; ` +
      `top: ${Math.round(box.y0 + PADDING_PX - origin.y)}px` : "");
  }

  const isDue = () => element && shiftOn(atlas, store.state, store.shown);

  return {
    arrow,
    show(pane) {
      if (!atlas.shift || element) return;
      const [head, more] = shiftWords(atlas.shift);
      element = el("div", "atlas-shift-label", null, { "aria-hidden": "true" });
      const { trace } = atlas.shift;
      element.append(traced(el("div", "atlas-shift-head", head), trace.label),
        traced(el("div", "atlas-shift-more", more), trace.label_more));
      pane.append(element);
    },
    dim(isDim) {
      if (element) element.classList.toggle("atlas-dim", isDim);
    },
    // The spot the marks leave free, wherever the map is moved to.
    reserve(room, points) {
      if (!element) return null;
      const free = [false, true].flatMap(spots).filter(room.isFree);
      const holds = (box) => points.some(({ x, y }) => x > box.x0 - MARK_PX &&
        x < box.x1 + MARK_PX && y > box.y0 - MARK_PX && y < box.y1 + MARK_PX);
      return free.find((box) => !holds(box)) || free[0] || null;
    },
    place(room, isSeen, origin, first) {
      if (!isDue()) {
        if (element) stand(null, origin);
        return;
      }
      const suits = (each) => isSeen(each) && room.isFree(each);
      const box = first && suits(first) ? first
        : spots(false).find(suits) || spots(true).find(suits);
      stand(box, origin);
      if (box) room.take(box);
    },
    forget() {
      size = { form: null };
      found = { form: null };
    },
    remove() {
      if (element) element.remove();
    },
  };
}
