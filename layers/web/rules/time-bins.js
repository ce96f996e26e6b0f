// Days in bins: few enough to be read one by one, none over a fold; how many events fall in each.
import { dayNumber, dayText, isoDay, lastAtMost, MONTHS } from "../base/index.js";
/** @import { TimeBin, DayNumber, TimePart, TimeScale } from "../types.js" */

const MOST_BINS = 120;
const LEAST_MEAN_PX = 3;
const MONTHS_A_YEAR = 12;

/**
 * Length of a bin: some days from the first one of a run, weeks from Monday, or whole months.
 * @type {{ days?: number, weeks?: number, months?: number }[]}
 */
const UNITS = [{ days: 1 }, { days: 2 }, { days: 3 }, { weeks: 1 }, { months: 1 }, { months: 3 },
  ...[1, 5, 10, 50, 100].map((years) => ({ months: years * MONTHS_A_YEAR }))];

/** @type {(day: DayNumber) => number[]} */
const dateOf = (day) => isoDay(day).split("-").map(Number);
/** @type {(year: number, month: number) => string} */
const isoOf = (year, month) => `${String(year).padStart(4, "0")}-${
  String(month).padStart(2, "0")}-01`;

/**
 * First day of the bin a day lies in and of the next one.
 * @param {{ days?: number, weeks?: number, months?: number }} unit
 * @param {DayNumber} day
 * @param {DayNumber} start
 * @returns {number[]}
 */
function unitAt(unit, day, start) {
  if (unit.months) {
    const [year, month] = dateOf(day);
    const from = Math.floor((year * MONTHS_A_YEAR + month - 1) / unit.months) * unit.months;
    return [from, from + unit.months].map((months) =>
      dayNumber(isoOf(Math.floor(months / MONTHS_A_YEAR), (months % MONTHS_A_YEAR) + 1)));
  }
  // 1970-01-01 was a Thursday.
  const length = unit.weeks ? 7 : /** @type {number} */ (unit.days);
  const origin = unit.weeks ? -3 : start;
  const from = origin + Math.floor((day - origin) / length) * length;
  return [from, from + length];
}

/**
 * @param {Pick<TimeScale, "parts" | "x">} scale
 * @param {DayNumber[]} days
 * @param {{ days?: number, weeks?: number, months?: number }} unit
 * @returns {TimeBin[] | null}
 */
function cut(scale, days, unit) {
  /** @type {TimeBin[]} */
  const bins = [];
  /** @type {TimePart | null | undefined} */
  let part = null;
  /** @type {{ from: DayNumber, to: DayNumber } | null} */
  let open = null;
  for (const day of days) {
    if (open && day < open.to) continue;
    if (!part || day >= part.to) part = scale.parts.find(({ to }) => day < to);
    if (!part) break;
    // Days long past stand at even steps: one bin for each step.
    const [from, to] = part.kind === "days" ? unitAt(unit, day, part.from + 1)
      : [part.from, part.to];
    open = { from: Math.max(from, part.from), to: Math.min(to, part.to) };
    bins.push(Object.assign(open, { x0: scale.x(open.from), x1: scale.x(open.to) }));
    if (bins.length > MOST_BINS && unit !== UNITS[UNITS.length - 1]) return null;
  }
  return bins;
}

/**
 * Bins {from, to, x0, x1} that hold the given days (sorted); `to` is the day after the last one.
 * None spans a fold, and there are few enough to be read and played one by one, `mean_px` wide or
 * more on the whole.
 * @param {Pick<TimeScale, "parts" | "x">} scale
 * @param {DayNumber[]} days
 * @param {number} [mean_px]
 * @returns {TimeBin[]}
 */
export function timeBins(scale, days, mean_px = LEAST_MEAN_PX) {
  /** @type {TimeBin[]} */
  let bins = [];
  for (const unit of UNITS) {
    const tried = cut(scale, days, unit);
    if (!tried) continue;
    bins = tried;
    const sum_px = bins.reduce((sum, { x0, x1 }) => sum + x1 - x0, 0);
    if (sum_px >= mean_px * bins.length) break;
  }
  return bins;
}

/**
 * How many of `count` events fall into each bin, side by side: [side * bins + bin]. `sideAt` gives
 * the side's index, -1 for an event that is filtered out; `dayAt` null for an undated one.
 * @param {{ from: DayNumber, to: DayNumber }[]} bins
 * @param {number} sides How many.
 * @param {number} count
 * @param {(row: number) => DayNumber | null} dayAt
 * @param {(row: number) => number} sideAt
 * @returns {Uint32Array<ArrayBuffer>}
 */
export function countBins(bins, sides, count, dayAt, sideAt) {
  const counts = new Uint32Array(bins.length * sides);
  let at = -1;
  for (let i = 0; i < count; i += 1) {
    const side = sideAt(i);
    const day = side < 0 ? null : dayAt(i);
    if (day === null) continue;
    // Events come in order of time, so most fall where the one before did.
    if (at < 0 || day < bins[at].from || day >= bins[at].to) {
      at = lastAtMost(bins, day, ({ from }) => from);
      if (at < 0 || day >= bins[at].to) continue;
    }
    counts[side * bins.length + at] += 1;
  }
  return counts;
}

/**
 * "12–18 May 2017", "29 May to 4 June 2017", "May 2017": the days from `from` up to before `to`.
 * @param {{ from: DayNumber, to: DayNumber }} bin
 * @returns {string}
 */
export function binText({ from, to }) {
  const last = to - 1;
  const [a, b] = [dateOf(from), dateOf(last)];
  const whole = a[2] === 1 && dateOf(to)[2] === 1;
  if (whole && a[1] === 1 && b[1] === MONTHS_A_YEAR) {
    return a[0] === b[0] ? `${a[0]}` : `${a[0]} to ${b[0]}`;
  }
  /** @type {(date: number[], withYear: boolean) => string} */
  const month = ([year, number], withYear) => `${MONTHS[number - 1]}${withYear ? ` ${year}` : ""}`;
  const oneYear = a[0] === b[0];
  if (whole && oneYear && a[1] === b[1]) return month(b, true);
  if (whole) return `${month(a, !oneYear)} to ${month(b, true)}`;
  if (from === last) return dayText(isoDay(from));
  if (oneYear && a[1] === b[1]) return `${a[2]}–${b[2]} ${month(b, true)}`;
  return `${a[2]} ${month(a, !oneYear)} to ${b[2]} ${month(b, true)}`;
}
