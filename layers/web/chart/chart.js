// The chart of events by day and side, between the axis and the lanes: folded at first, and a filter.
import {
  afterRedraw, change, el, hide, isoDay, lastAtMost, openLease, rove, svgEl, timeButton,
} from "../base/index.js";
import { filterNames, unveiled } from "../rules/index.js";
import { chartColumns } from "./columns.js";
import { chartBins, chartCounts, chartText } from "./counts.js";
import { chartKey } from "./key.js";

const TREMBLE_PX = 5;
const WEEK = 7;
const HEIGHT_PX = { wide: 132, narrow: 92 };
let made = 0;

/**
 * @typedef {{ bins: import("../types.js").TimeBin[], buttons: HTMLElement[],
 *   axis: { scale: import("../types.js").TimeScale, ticks: import("../types.js").TimeTick[],
 *     isNarrow: boolean } | null }} Room the columns of the width there is, null before the first
 */

const isWindow = ({ first_day: first, last_day: last }, { from, to }) =>
  first === isoDay(from) && last === isoDay(to - 1);

// A pointer on the columns: a click is a column's own; from the first step aside it is a span.
function dragging(lease, columns, tip, { binAt, span, hover }) {
  /** @type {{ px: number, bin: number, over: number | null } | null} */
  let start = null;
  let isSpan = false;
  const release = () => { start = null; };

  lease.on(columns, "pointerdown", (event) => {
    if (event.button !== 0) return;
    start = { px: event.clientX, bin: binAt(event), over: null };
    isSpan = false;
    tip.hide();
  });
  lease.on(columns, "pointermove", (event) => {
    if (!start) {
      if (event.pointerType === "mouse") hover(event);
      return;
    }
    if (!isSpan && Math.abs(event.clientX - start.px) <= TREMBLE_PX) return;
    if (!isSpan) columns.setPointerCapture(event.pointerId);
    isSpan = true;
    const over = binAt(event);
    if (over === start.over) return;
    start.over = over;
    span(Math.min(start.bin, over), Math.max(start.bin, over));
  });
  for (const type of ["pointerup", "pointercancel", "lostpointercapture"]) {
    lease.on(columns, type, release);
  }
  lease.on(columns, "pointerleave", () => tip.hide());
  // The click that ends a drag is none.
  return () => isSpan;
}

// The chart, folded, and the button that unfolds it.
function skeleton(key) {
  const id = `atlas-chart-${(made += 1)}`;
  const toggle = timeButton("atlas-chart-toggle", "Chart", { "aria-expanded": "false",
    "aria-controls": id, title: "Events by day and side" });
  const node = el("div", "atlas-chart", null, { id });
  const plot = el("div", "atlas-chart-plot", null, { role: "group",
    "aria-label": "Events by day and side: choose a day, or drag over several" });
  const svg = svgEl("svg", { class: "atlas-chart-drawing", "aria-hidden": "true" });
  const columns = el("div", "atlas-chart-columns");
  plot.append(svg, columns);
  node.append(key.node, plot);
  return { toggle, node, plot, svg, columns };
}

function columnButton({ x0, x1 }, index) {
  const button = el("button", "atlas-chart-column", null, { type: "button",
    tabindex: index ? -1 : 0 });
  button.style.left = `${x0}px`;
  button.style.width = `${x1 - x0}px`;
  return button;
}

/**
 * The columns of the width there is now, each with the button over it: {build, count, cut,
 * top_px}. While the chart is folded nothing is counted.
 *
 * @param {Room} room
 */
function columnsOf(view, room, { svg, columns }, key) {
  const { atlas, store, kept } = view;
  const drawing = chartColumns(svg, atlas.sides);
  const isOpen = () => Boolean(kept.chart) && room.bins.length > 0;

  function cut() {
    if (!isOpen() || !room.axis) return;
    const { state } = store;
    const { scale } = room.axis;
    drawing.cut(...unveiled(state, scale, scale.width_px));
    room.bins.forEach((bin, index) =>
      change(room.buttons[index], "aria-pressed", String(isWindow(state, bin))));
  }

  function count() {
    if (!isOpen()) return;
    const { bins, buttons } = room;
    const counts = chartCounts(atlas, store.state, bins);
    drawing.draw(counts);
    key.draw();
    bins.forEach((_bin, index) => change(buttons[index], "aria-label",
      chartText(atlas, store.state, bins, counts, index)));
    cut();
  }

  return {
    cut,
    count,
    top_px: drawing.top_px,
    build() {
      if (!room.axis) return;
      const { scale, ticks, isNarrow } = room.axis;
      drawing.layout(room.bins, scale, ticks, isNarrow ? HEIGHT_PX.narrow : HEIGHT_PX.wide);
      room.buttons = room.bins.map(columnButton);
      columns.replaceChildren(...room.buttons);
      count();
    },
  };
}

/**
 * Pointer and keys on the columns: what is chosen is the window of days.
 *
 * @param {Room} room
 */
function holdColumns(lease, store, room, { plot, columns }, tip, top_px) {
  function choose(index) {
    const { bins } = room;
    const [from, to] = [isoDay(bins[index].from), isoDay(bins[index].to - 1)];
    store.set(isWindow(store.state, bins[index]) ? { first_day: null, last_day: null }
      : { first_day: from, last_day: to });
  }

  const binAt = ({ clientX }) => {
    const px = clientX - plot.getBoundingClientRect().left;
    return Math.max(0, lastAtMost(room.bins, px, ({ x0 }) => x0));
  };

  function tell(index) {
    const box = plot.getBoundingClientRect();
    const { x0, x1 } = room.bins[index];
    tip.show(room.buttons[index].getAttribute("aria-label"), box.left + (x0 + x1) / 2, box.top + top_px(index));
  }

  const wasSpan = dragging(lease, columns, tip, {
    binAt,
    span: (first, last) => store.set({ first_day: isoDay(room.bins[first].from),
      last_day: isoDay(room.bins[last].to - 1) }),
    hover: (event) => {
      const index = room.buttons.indexOf(event.target);
      if (index < 0) tip.hide();
      else tell(index);
    },
  });
  lease.on(columns, "click", ({ target, detail }) => {
    const index = room.buttons.indexOf(target);
    if (index >= 0 && !(detail && wasSpan())) choose(index);
  });
  rove(lease, columns, () => room.buttons, WEEK);
  lease.on(columns, "focusin", ({ target }) => {
    if (target.matches(":focus-visible")) tell(room.buttons.indexOf(target));
  });
  lease.on(columns, "focusout", () => tip.hide());
}

export function timelineChart(view, tip) {
  const { store, kept } = view;
  const lease = openLease();
  const key = chartKey(view, lease);
  const parts = skeleton(key);
  const { toggle, node } = parts;
  /** @type {Room} */
  const room = { axis: null, bins: [], buttons: [] };
  const columns = columnsOf(view, room, parts, key);
  holdColumns(lease, store, room, parts, tip, columns.top_px);

  function fold(open) {
    kept.chart = open;
    hide(node, !open);
    change(toggle, "aria-expanded", String(open));
    if (open && room.axis) columns.build();
    else parts.columns.replaceChildren();
  }

  lease.on(toggle, "click", () => fold(!kept.chart));
  lease.on(node, "keydown", (event) => {
    if (event.key !== "Escape") return;
    fold(false);
    toggle.focus();
    event.preventDefault();
    event.stopPropagation();
  });
  const later = afterRedraw(view.root, lease, columns.count);
  const filters = filterNames(view.atlas);
  lease.add(store.subscribe((_state, changed) => {
    if (filters.some((name) => changed.has(name))) columns.count();
    // A step of time draws the map first.
    else if (changed.has("cursors")) later();
    else if (changed.has("first_day") || changed.has("last_day")) columns.cut();
  }));
  fold(Boolean(kept.chart));

  return {
    toggle,
    node,
    layout(scale, ticks, isNarrow) {
      room.axis = { scale, ticks, isNarrow };
      room.bins = chartBins(scale);
      if (kept.chart) columns.build();
    },
    destroy() {
      lease.end();
      node.remove();
    },
  };
}
