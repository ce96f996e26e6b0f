// The time axis above the lanes and the window of days on it: two handles that are sliders.
import { change, dayNumber, dayText, el, isoDay, openLease, svgEl, writeText } from "../base/index.js";
import { isByReport } from "../rules/index.js";
import { drawAxis } from "./axis.js";
import { handleDay, windowDays } from "./handle.js";

const STEP_DAYS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 7,
  PageDown: -7 };
const REACH_PX = 12;
const TREMBLE_PX = 3;
const APART_PX = 10;
const TEXT_APART_PX = 4;

/**
 * @typedef {import("../types.js").TimeScale} TimeScale
 * @typedef {{ scale: TimeScale, size: import("../types.js").LaneSize,
 *   written: ReturnType<typeof drawAxis> }} Room what stands for one width of the axis
 */

// The window in days, its open ends at the ends of the axis.
function windowOf(state, scale) {
  const within = (day) => Math.min(scale.max, Math.max(scale.min, day));
  return {
    first: state.first_day ? within(dayNumber(state.first_day)) : scale.min,
    last: state.last_day ? within(dayNumber(state.last_day)) : scale.max,
  };
}

const thumb = (end) => el("div", `atlas-window-thumb atlas-window-${end}`, null,
  { role: "slider", tabindex: "0" });

const dayAt = () => el("span", "atlas-window-day", null, { "aria-hidden": "true" });

// An end that reaches the end of the axis is no limit.
function moveEnd(store, scale, end, day) {
  const now = windowOf(store.state, scale);
  if (end === "first") {
    const first = Math.max(scale.min, Math.min(day, now.last));
    store.set({ first_day: first === scale.min ? null : isoDay(first) });
  } else {
    const last = Math.min(scale.max, Math.max(day, now.first));
    store.set({ last_day: last === scale.max ? null : isoDay(last) });
  }
}

/**
 * The two days under their handles, or both in one line where the handles are close.
 *
 * @param {Room} room
 */
function writeDays(days, room, now, x0, x1) {
  const { scale, size, written } = room;
  const [first, last] = [now.first, now.last].map((day) => handleDay(day, size.isShort));
  const joined = first === last ? first : `${first} – ${last}`;
  const { at, isOne } = windowDays({ x: x0, width_px: size.widthOf(first) },
    { x: x1, width_px: size.widthOf(last) }, size.widthOf(joined), scale.width_px, APART_PX);
  writeText(days.first, isOne ? joined : first);
  writeText(days.last, isOne ? "" : last);
  days.first.style.left = `${at[0]}px`;
  if (!isOne) days.last.style.left = `${at[1]}px`;
  const widths = (isOne ? [joined] : [first, last]).map(size.widthOf);
  for (const { text, from, to } of written) {
    const isUnder = at.some((x, index) => from < x + widths[index] / 2 + TEXT_APART_PX &&
      to > x - widths[index] / 2 - TEXT_APART_PX);
    change(text, "visibility", isUnder ? "hidden" : "visible");
  }
}

/**
 * A pointer takes hold of the handle that is nearer.
 *
 * @param {() => TimeScale | null} scaleNow
 */
function windowPointer(lease, node, thumbs, store, scaleNow) {
  /** @type {"first" | "last" | null} */
  let held = null;
  let tapped = false;
  let pressedAt_px = 0;
  const pixel = (event) => event.clientX - node.getBoundingClientRect().left;
  const release = () => { held = null; };

  lease.on(node, "pointerdown", (event) => {
    const scale = scaleNow();
    if (event.button !== 0 || !scale) return;
    const now = windowOf(store.state, scale);
    const px = pixel(event);
    const [toFirst, toLast] = [px - scale.x(now.first), px - scale.x(now.last + 1)];
    held = Math.abs(toFirst) <= Math.abs(toLast) ? "first" : "last";
    const off_px = Math.min(Math.abs(toFirst), Math.abs(toLast));
    tapped = event.pointerType === "touch" && off_px > REACH_PX;
    pressedAt_px = event.clientX;
    thumbs[held].focus({ preventScroll: true });
    event.preventDefault();
    // A finger may mean to scroll the page: it moves a handle when it slides along or lets go.
    if (event.pointerType === "touch") return;
    node.setPointerCapture(event.pointerId);
    if (off_px > REACH_PX) moveEnd(store, scale, held, scale.day(px, held));
  });
  lease.on(node, "pointermove", (event) => {
    const scale = scaleNow();
    if (!held || !scale || Math.abs(event.clientX - pressedAt_px) < TREMBLE_PX) return;
    pressedAt_px = Infinity;
    tapped = false;
    moveEnd(store, scale, held, scale.day(pixel(event), held));
  });
  lease.on(node, "pointerup", (event) => {
    const scale = scaleNow();
    if (held && scale && tapped) moveEnd(store, scale, held, scale.day(pixel(event), held));
    release();
  });
  for (const type of ["pointercancel", "lostpointercapture"]) lease.on(node, type, release);
}

/**
 * The keys of the two sliders.
 *
 * @param {() => TimeScale | null} scaleNow
 */
function windowKeys(lease, thumbs, store, scaleNow) {
  for (const end of ["first", "last"]) {
    lease.on(thumbs[end], "keydown", (event) => {
      const scale = scaleNow();
      if (!scale || event.altKey || event.ctrlKey || event.metaKey) return;
      const now = windowOf(store.state, scale)[end];
      const step = STEP_DAYS[event.key];
      if (step) moveEnd(store, scale, end, scale.stepped(now, step));
      else if (event.key === "Home") moveEnd(store, scale, end, scale.min);
      else if (event.key === "End") moveEnd(store, scale, end, scale.max);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }
}

// What the two sliders say of themselves.
function sayWindow(thumbs, state, scale, now) {
  const what = isByReport(state) ? "day of reports shown" : "day shown";
  for (const end of ["first", "last"]) {
    const open = state[`${end}_day`] === null;
    const text = dayText(isoDay(now[end]));
    const min = end === "first" ? scale.min : now.first;
    const max = end === "last" ? scale.max : now.last;
    change(thumbs[end], "aria-label", `${end === "first" ? "First" : "Last"} ${what}`);
    change(thumbs[end], "aria-valuemin", String(min));
    change(thumbs[end], "aria-valuemax", String(max));
    change(thumbs[end], "aria-valuenow", String(now[end]));
    change(thumbs[end], "aria-valuetext", open ? `${text}, no limit` : text);
  }
}

export function timelineWindow(view) {
  const { store } = view;
  const lease = openLease();
  const node = el("div", "atlas-window", null, { role: "group", "aria-label": "Days shown" });
  const svg = svgEl("svg", { class: "atlas-axis", "aria-hidden": "true" });
  const bar = el("div", "atlas-window-bar");
  const thumbs = { first: thumb("first"), last: thumb("last") };
  const days = { first: dayAt(), last: dayAt() };
  node.append(svg, bar, thumbs.first, thumbs.last, days.first, days.last);
  /** @type {Room | null} */
  let room = null;
  let drawn = "";
  const scaleNow = () => room && room.scale;
  windowPointer(lease, node, thumbs, store, scaleNow);
  windowKeys(lease, thumbs, store, scaleNow);

  return {
    node,
    layout(scale, ticks, size) {
      drawn = "";
      room = { scale, size, written: drawAxis(svg, scale, ticks, size.letter_px) };
    },
    draw() {
      if (!room) return;
      const { scale } = room;
      const { state } = store;
      const now = windowOf(state, scale);
      const x0 = scale.x(now.first);
      const x1 = scale.x(now.last + 1);
      const place = `${x0} ${x1}`;
      if (place !== drawn) {
        drawn = place;
        bar.style.left = thumbs.first.style.left = `${x0}px`;
        bar.style.width = `${x1 - x0}px`;
        thumbs.last.style.left = `${x1}px`;
        writeDays(days, room, now, x0, x1);
      }
      sayWindow(thumbs, state, scale, now);
      node.classList.toggle("atlas-is-limited", state.first_day !== null || state.last_day !== null);
    },
    destroy() {
      lease.end();
      node.remove();
    },
  };
}
