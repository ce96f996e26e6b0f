// An article's lane where its stops are too many for dots: bars by day, with the same stops.
import { change, lastAtMost, svgEl } from "../base/index.js";
import { countBins, emptyState, filterNames, select, timeBins, unveiled } from "../rules/index.js";
import { handleWords } from "./handle.js";
import { histogram } from "./histogram.js";

const CROWDED_BELOW_PX = 2;
const OUT_OF_PLACE_PX = 48;
// So few find room as dots, if not each at its day.
const FEW_STOPS = 60;
const BEFORE_FIRST_PX = 14;
const CURRENT_PX = 3;
const passing = new WeakMap();

// Ids of the events that pass all filters but those of time and of articles: one pass for all
// lanes of a store.
function passes(store) {
  const { state } = store;
  const held = passing.get(store);
  const countedBy = [...filterNames(store.atlas).filter((name) => name !== "articles"), "stated_only"];
  if (held && countedBy.every((name) => held.state[name] === state[name])) return held;
  const timeless = { ...emptyState(store.atlas), layers: state.layers };
  for (const name of countedBy) timeless[name] = state[name];
  const now = { state, ids: select(store.atlas, timeless) };
  passing.set(store, now);
  return now;
}

// Dots would touch one another, or stand so far off that their place said nothing of their day.
export function isCrowded(marks, scale) {
  if (marks.length <= FEW_STOPS) return false;
  if (scale.width_px / (marks.length - 1) < CROWDED_BELOW_PX) return true;
  return marks.some(({ x, day }) => day !== null &&
    (x < scale.x(day) - OUT_OF_PLACE_PX || x > scale.x(day + 1) + OUT_OF_PLACE_PX));
}

// Stops in order from left to right, those of a day spread over its width; one without a day
// stands by the stop before it. Sets `x` of each mark.
function spread(marks, scale) {
  const byDay = new Map();
  let before = (marks.find(({ day }) => day !== null) || { day: scale.min }).day;
  for (const mark of marks) {
    before = mark.day ?? before;
    if (!byDay.has(before)) byDay.set(before, []);
    byDay.get(before).push(mark);
  }
  const days = [...byDay.keys()].sort((a, b) => a - b);
  return days.flatMap((day) => {
    const [x0, x1] = [scale.x(day), scale.x(day + 1)];
    const here = byDay.get(day);
    here.forEach((mark, rank) => { mark.x = x0 + ((rank + 0.5) / here.length) * (x1 - x0); });
    return here;
  });
}

// The same for its lane as the dots of marks.js, at a cost that no number of stops
// changes: a step moves the handle, the veil and the ring of the current event.
export function drawCrowd(view, article, { fill, handle }, marks, scale, size) {
  const { atlas, store } = view;
  const order = spread(marks, scale);
  const days = [...new Set(marks.map(({ day }) => day))].filter((day) => day !== null)
    .sort((a, b) => a - b);
  const bins = timeBins(scale, days);
  const bars = histogram(atlas.sides, scale.width_px, size.marks_px);
  const ring = svgEl("circle", { class: "atlas-bars-current", cy: CURRENT_PX + 1,
    r: CURRENT_PX });
  handle.node.before(bars.node, ring);
  for (const mark of marks) {
    mark.bin = mark.day === null ? -1 : lastAtMost(bins, mark.day, ({ from }) => from);
    [mark.x0, mark.x1] = mark.bin < 0 ? [mark.x, mark.x] : [bins[mark.bin].x0, bins[mark.bin].x1];
  }
  const side = marks.map(({ event }) => atlas.sides.findIndex(({ id }) => id === event.side));
  const left_px = order.length ? order[0].x : BEFORE_FIRST_PX;
  handle.span(left_px - BEFORE_FIRST_PX,
    order.length ? order[order.length - 1].x : left_px);
  const words = handleWords(marks, size.isShort);
  let counted = null;

  function count() {
    const now = passes(store);
    if (counted === now) return;
    counted = now;
    bars.draw(bins, countBins(bins, atlas.sides.length, marks.length, (i) => marks[i].day,
      (i) => (now.ids.has(marks[i].event.id) ? side[i] : -1)));
  }

  return {
    marks,
    left_px,
    handle,
    markAt: (px) => order[Math.max(0, lastAtMost(order, px, ({ x }) => x))],
    // What stands with the stop that the pointer would go to.
    among: ({ bin }) => bars.among(bin),
    update(reached, { state }) {
      count();
      const x = reached ? marks[reached - 1].x : left_px - BEFORE_FIRST_PX;
      handle.moveTo(x, words[reached]);
      change(fill, "width", String(x));
      bars.veil(...unveiled(state, scale, reached < marks.length ? x : scale.width_px));
      const stops = atlas.stopOf[article.id];
      const current = stops[state.current] ?? stops[state.event] ?? reached - 1;
      // The handle itself marks the stop it stands at.
      ring.setAttribute("visibility", current === reached - 1 ? "hidden" : "visible");
      if (current !== reached - 1) ring.setAttribute("cx", marks[current].x);
    },
  };
}
