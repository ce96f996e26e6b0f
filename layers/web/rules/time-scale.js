// The time axis: days to pixels and back, with spans that hold no event folded into breaks.
import { dayNumber } from "../base/index.js";
/** @import { DayNumber, DayRun, DaySpan, State, TimeClusters, TimePart, TimeScale } from "../types.js" */

const FOLD_AFTER_DAYS = 20;
export const LONG_SPAN_DAYS = 62;
const MOST_RUNS = 9;
// The most of the axis that goes to widening days with many stops; more of it where an imported
// set fills the days between, which needs no dots there.
const CROWD_SHARE = 0.42;
const CROWD_SHARE_AMONG_SET = 0.62;
// More stops than that are bars, which need no room; see timeline/crowd.js.
const MOST_WIDENED = 60;

/**
 * Where a span is drawn. An open end stops at what is known: "since" at the last report of it.
 * @param {DaySpan} days
 * @returns {DayRun | null}
 */
export function drawnDays(days) {
  const first = days.hullFirst ?? days.coreFirst ?? days.hullLast;
  const last = days.hullLast ?? days.coreLast ?? first;
  if (!days.dated || first === null || first === undefined) return null;
  return { first, last: Math.max(first, /** @type {DayNumber} */ (last)) };
}

/**
 * Days a span asks the axis to keep readable: all of a short one, the two ends of a long one.
 * @param {DayRun} span
 * @returns {DayNumber[]}
 */
function daysKept({ first, last }) {
  if (last - first > LONG_SPAN_DAYS) return [first, last];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * Runs {first, last} of sorted days with no gap over so many days between them.
 * @param {DayNumber[]} days
 * @param {number} fold_after_days
 * @returns {DayRun[]}
 */
function runsOf(days, fold_after_days) {
  /** @type {DayRun[]} */
  const runs = [];
  for (const day of days) {
    const open = runs[runs.length - 1];
    if (open && day - open.last <= fold_after_days) open.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}

/**
 * {earlier, main, crowd, crowdShare}: runs of days with no gap over FOLD_AFTER_DAYS, or a longer
 * one where there would be too many; what lies before the first report is "earlier". `crowd` tells
 * how many stops one lane has to set on a day, `setDays` on which days imported events are.
 * @param {DayRun[]} spans
 * @param {DayNumber[]} publishedDays
 * @param {Map<DayNumber, number> | null} [crowd]
 * @param {DayNumber[]} [setDays]
 * @returns {TimeClusters}
 */
export function timeClusters(spans, publishedDays, crowd, setDays = []) {
  const days = [...new Set([...spans.flatMap(daysKept), ...publishedDays, ...setDays])]
    .sort((a, b) => a - b);
  const start = Math.min(...publishedDays, setDays[0] ?? Infinity);
  /** @type {DayRun[]} */
  let main = [];
  for (let fold = FOLD_AFTER_DAYS; !main.length || main.length > MOST_RUNS; fold *= 2) {
    main = runsOf(days, fold).filter(({ last }) => last >= start);
  }
  const earlier = days.filter((day) => day < main[0].first);
  return { earlier, main, crowd: crowd || new Map(),
    crowdShare: setDays.length ? CROWD_SHARE_AMONG_SET : CROWD_SHARE };
}

/**
 * Widths of days: the same for all, and more for a day whose stops would not fit.
 * @param {{ from: DayNumber, to: DayNumber }[]} runs
 * @param {TimeClusters} clusters
 * @param {number} width_px
 * @param {number} apart_px
 * @returns {(day: DayNumber) => number}
 */
function dayWidths(runs, { crowd, crowdShare }, width_px, apart_px) {
  const days = runs.flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, index) => from + index));
  const even_px = width_px / days.length;
  const wanted = new Map();
  for (const day of days) {
    const more_px = (Math.min(MOST_WIDENED, crowd.get(day) || 0) + 1) * apart_px - even_px;
    if (more_px > 0) wanted.set(day, more_px);
  }
  const sum_px = [...wanted.values()].reduce((sum, px) => sum + px, 0);
  const granted = sum_px ? Math.min(1, (width_px * crowdShare) / sum_px) : 0;
  const base_px = (width_px - sum_px * granted) / days.length;
  return (day) => base_px + (wanted.get(day) || 0) * granted;
}

/**
 * Linear pieces {kind, from, to, x0, x1} from left to right; `to` is the day after the last one.
 * A run of days also has `edges`, the pixel where each of its days begins.
 * @param {TimeClusters} clusters
 * @param {number} width_px
 * @param {number} apart_px
 * @returns {TimePart[]}
 */
function pieces(clusters, width_px, apart_px) {
  const { earlier, main } = clusters;
  const gaps = main.length - 1;
  const earlier_px = earlier.length ? Math.min(width_px * 0.16, 26 + 12 * earlier.length) : 0;
  const gap_px = gaps
    ? Math.min(58, Math.max(36, width_px * 0.05), (width_px * 0.3) / gaps) : 0;
  const runs = main.map(({ first, last }) => ({ from: first - 1, to: last + 2 }));
  const left_px = Math.max(0, width_px - earlier_px - gap_px * gaps);
  const dayWidth = dayWidths(runs, clusters, left_px, apart_px);
  /** @type {TimePart[]} */
  const made = [];
  let x = 0;
  /** @type {(kind: TimePart["kind"], from: DayNumber, to: DayNumber, px: number) => void} */
  const add = (kind, from, to, px) => {
    made.push({ kind, from, to, x0: x, x1: x + px });
    x += px;
  };
  // Days long past stand at even steps: order is kept, distance is not.
  const knots = earlier.length ? [earlier[0] - 1, ...earlier.slice(1), runs[0].from] : [];
  for (let i = 1; i < knots.length; i += 1) {
    if (knots[i] > knots[i - 1]) {
      add("earlier", knots[i - 1], knots[i], earlier_px / (knots.length - 1));
    }
  }
  runs.forEach(({ from, to }, index) => {
    if (index) add("gap", runs[index - 1].to, from, gap_px);
    const edges = [x];
    for (let day = from; day < to; day += 1) edges.push(edges[edges.length - 1] + dayWidth(day));
    add("days", from, to, edges[edges.length - 1] - x);
    made[made.length - 1].edges = edges;
  });
  return made;
}

/**
 * @param {TimeClusters} clusters
 * @param {number} width_px
 * @param {number} apart_px Between two stops.
 * @returns {TimeScale}
 */
export function timeScale(clusters, width_px, apart_px) {
  const parts = pieces(clusters, width_px, apart_px);
  const min = parts[0].from;
  const max = parts[parts.length - 1].to - 1;

  /**
   * @param {DayNumber} day
   * @returns {number}
   */
  function x(day) {
    if (day <= min) return 0;
    if (day >= max + 1) return parts[parts.length - 1].x1;
    const part = /** @type {TimePart} */ (parts.find(({ to }) => day < to));
    if (part.edges) return part.edges[day - part.from];
    return part.x0 + ((day - part.from) / (part.to - part.from)) * (part.x1 - part.x0);
  }

  /**
   * The day under a pixel; inside a break the day before it or after it, as `end` asks.
   * @param {number} px
   * @param {"first" | "last"} [end]
   * @returns {DayNumber}
   */
  function day(px, end) {
    const part = parts.find(({ x1 }) => px < x1) || parts[parts.length - 1];
    if (part.kind === "gap") return end === "last" ? part.from - 1 : part.to;
    if (part.edges) {
      const index = part.edges.findLastIndex((edge) => edge <= px);
      return Math.min(part.to - 1, part.from + Math.max(0, index));
    }
    const share = Math.max(0, (px - part.x0) / (part.x1 - part.x0));
    return Math.min(part.to - 1, Math.floor(part.from + share * (part.to - part.from)));
  }

  /**
   * The day `step` days on, over a break in one go.
   * @param {DayNumber} from
   * @param {number} step
   * @returns {DayNumber}
   */
  function stepped(from, step) {
    const to = Math.min(max, Math.max(min, from + step));
    const part = parts.find(({ kind, from: start, to: end }) =>
      kind === "gap" && to >= start && to < end);
    if (!part) return to;
    return step > 0 ? part.to : part.from - 1;
  }

  return { parts, min, max, width_px, x, day, stepped,
    mid: (/** @type {DayNumber} */ d) => (x(d) + x(d + 1)) / 2 };
}

/**
 * The pixels that are not veiled: the window of days, up to where the handle stands.
 * @param {Pick<State, "first_day" | "last_day">} state
 * @param {TimeScale} scale
 * @param {number} handle_px
 * @returns {[from_px: number, to_px: number]}
 */
export function unveiled(state, scale, handle_px) {
  const [first, last] = [dayNumber(state.first_day), dayNumber(state.last_day)];
  return [first === null ? 0 : scale.x(first),
    Math.min(handle_px, last === null ? scale.width_px : scale.x(last + 1))];
}
