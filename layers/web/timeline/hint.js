// A word on the first visit, beside the first article's handle: that it can be dragged.
import { el, hide, openLease, writeText } from "../base/index.js";

const TEXTS = ["Drag to move through this article’s events", "Drag to move in time"];
const USED = "corridor-atlas-slider-used";
const MOVED = ["cursors", "first_day", "last_day", "imported_until"];
const SLIDERS = ".atlas-lane-track, .atlas-window";
const APART_PX = 10;
// The button and the room around the words; see handle.css.
const AROUND_PX = 36;

// A browser may refuse to remember; then the word is there at every visit, until a slider is used.
function isKnown() {
  try {
    return localStorage.getItem(USED) !== null;
  } catch {
    return false;
  }
}

function remember() {
  try {
    localStorage.setItem(USED, "yes");
  } catch {
    // Nothing to do: see above.
  }
}

// Within another page it is that page's reader, who came for something else.
const isEmbedded = () => window.self !== window.top ||
  new URLSearchParams(location.search).get("embed") === "true";

// {layout(size), draw(), destroy()} of the word in the lane that is given; it takes no room of its
// own, so nothing moves when it goes.
export function timelineHint(view, lane) {
  const gone = { layout() {}, draw() {}, destroy() {} };
  if (!lane || isKnown() || isEmbedded()) return gone;
  const lease = openLease();
  const node = el("div", "atlas-slider-hint");
  const text = el("span", "atlas-slider-hint-text");
  const close = el("button", "atlas-slider-hint-close", "×", { type: "button",
    "aria-label": "Close this hint" });
  node.append(text, close);
  node.hidden = true;
  // Before the slider in the order of reading, and no part of it.
  lane.node.prepend(node);
  /** @type {import("../types.js").LaneSize | null} */
  let size = null;
  let placed = "";
  let touched = false;

  function end() {
    lease.end();
    node.remove();
  }

  function used() {
    remember();
    end();
  }

  function closed() {
    used();
    lane.track.focus({ preventScroll: true });
  }

  lease.on(close, "click", closed);
  lease.on(node, "keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    closed();
  });
  // A story or a link moves sliders too, without a hand on them.
  for (const type of ["pointerdown", "keydown"]) {
    lease.on(view.root, type, ({ target }) => {
      touched = Boolean(target.closest(SLIDERS));
    }, true);
  }
  lease.add(view.store.subscribe((_state, changed) => {
    if (touched && MOVED.some((name) => changed.has(name))) used();
  }));

  // Where the words are free of the handle's own, right of it or left; null for no room.
  function spot({ widthOf, lane_px }, { from, to }) {
    for (const words of TEXTS) {
      const width_px = widthOf(words) + AROUND_PX;
      if (to + APART_PX + width_px <= lane_px) return { words, left_px: to + APART_PX };
      const left_px = from - APART_PX - width_px;
      if (left_px >= 0) return { words, left_px };
    }
    return null;
  }

  function draw() {
    const place = size && lane.place();
    const at = size && place ? spot(size, place) : null;
    const now = at ? `${at.words} ${at.left_px}` : "";
    if (now === placed) return;
    placed = now;
    hide(node, !at);
    if (!at) return;
    writeText(text, at.words);
    node.style.left = `calc(var(--atlas-label) + ${at.left_px}px)`;
  }

  return {
    layout(newSize) {
      size = newSize;
    },
    draw,
    destroy: end,
  };
}
