// The words beside the shift's arrow; with the articles alone, between the two courses.
import { el, traced } from "../base/index.js";
import { shiftOn } from "../rules/index.js";
import { shiftArrow, shiftSpots } from "./shift-spots.js";

const PADDING_PX = 6;
const MARK_PX = 13;

export const shiftWords = ({ said }) => [said.label, said.label_more];

function wordsElement({ shift }) {
  const [head, more] = shiftWords(shift);
  const { trace } = shift;
  const element = el("div", "atlas-shift-label", null, { "aria-hidden": "true" });
  element.append(traced(el("div", "atlas-shift-head", head), trace.label),
    traced(el("div", "atlas-shift-more", more), trace.label_more));
  return element;
}

// {stand, spots, forget, ...} of the element with the words: whole, or their head alone.
function shiftElement(board, element) {
  const { store } = board;
  /** @type {{form: string, px: number[][]} | null} */
  let size = null;
  /** @type {{form: string, boxes: Map<boolean, any[]>} | null} */
  let found = null;
  let css = "";

  function write(next) {
    if (next !== css) element.style.cssText = next;
    css = next;
  }

  // Measured once for a form and a width of the map: it lays the whole page out. Whole, then short.
  // Without a size while nothing of the page is laid out.
  function measured() {
    const form = `${store.state.stated_only} ${board.map.getSize().x}`;
    if (size && form === size.form) return size;
    element.classList.toggle("atlas-shift-stated", store.state.stated_only);
    write("display: block");
    const px = [false, true].map((isShort) => {
      element.classList.toggle("atlas-shift-short", isShort);
      return [element.offsetWidth, element.offsetHeight];
    });
    size = px[0][0] ? { form, px } : null;
    return { form: size ? form : null, px };
  }

  // They hold for a zoom, wherever the map is moved to: for the whole words or for their head alone.
  function spots(isShort) {
    const { form: its, px } = measured();
    const form = `${its} ${board.map.getZoom()}`;
    if (!its || !found || form !== found.form) found = { form, boxes: new Map() };
    const held = found.boxes.get(isShort);
    if (held) return held;
    const [width, height] = px[Number(isShort)];
    const boxes = shiftSpots(board, width + 2 * PADDING_PX, height + 2 * PADDING_PX)
      .map((box) => Object.assign(box, { isShort }));
    found.boxes.set(isShort, boxes);
    return boxes;
  }

  // Nothing of an earlier spot stays with words that have none.
  function stand(box, origin) {
    element.classList.toggle("atlas-shift-short", Boolean(box && box.isShort));
    write(box ? `display: block; left: ${Math.round(box.x0 + PADDING_PX - origin.x)}px; ` +
      `top: ${Math.round(box.y0 + PADDING_PX - origin.y)}px` : "");
  }

  return { element, spots, stand, forget() { size = found = null; } };
}

export function shiftLabel(board) {
  const { atlas, store } = board;
  /** @type {ReturnType<typeof shiftElement> | null} */
  let words = null;

  return {
    arrow: () => (store.state.stated_only ? [] : shiftArrow(board)),
    show(pane) {
      if (!atlas.shift || words) return;
      words = shiftElement(board, wordsElement(atlas));
      pane.append(words.element);
    },
    dim(isDim) {
      if (words) words.element.classList.toggle("atlas-dim", isDim);
    },
    // The spot the marks leave free, wherever the map is moved to.
    reserve(room, points) {
      if (!words) return null;
      const free = [false, true].flatMap(words.spots).filter(room.isFree);
      const holds = (box) => points.some(({ x, y }) => x > box.x0 - MARK_PX &&
        x < box.x1 + MARK_PX && y > box.y0 - MARK_PX && y < box.y1 + MARK_PX);
      return free.find((box) => !holds(box)) || free[0] || null;
    },
    place(room, isSeen, origin, first) {
      if (!words) return;
      if (!shiftOn(atlas, store.state, store.shown)) {
        words.stand(null, origin);
        return;
      }
      const suits = (each) => isSeen(each) && room.isFree(each);
      const box = first && suits(first) ? first
        : words.spots(false).find(suits) || words.spots(true).find(suits);
      words.stand(box, origin);
      if (box) room.take(box);
    },
    forget() {
      if (words) words.forget();
    },
    remove() {
      if (words) words.element.remove();
    },
  };
}
