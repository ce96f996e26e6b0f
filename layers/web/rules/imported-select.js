// Which imported events a selection shows: the rules of select.js over columns, in one pass.
import { dayNumber, lastAtMost } from "../base/index.js";
import { FIRST_OPEN, LAST_OPEN } from "./packed.js";

/** @import { Atlas, DayNumber, State } from "../types.js" */
/** @import { CombinationRow, Id } from "../base/payload.js" */

/**
 * An imported set as readPoints makes it: a column of each kind, an entry for each event.
 * @typedef {{ count: number, combination: Uint16Array, flags: Uint8Array, reported: Int32Array, hullFirst: Int32Array,
 *   hullLast: Int32Array, coreFirst: Int32Array, coreLast: Int32Array, dated: number | null,
 *   dayColumn(state: Pick<State, "day_of">): Int32Array, lacks(state: State): Uint8Array }} PointColumns
 */
/** @typedef {{ isOpen: boolean, from: DayNumber, to: DayNumber, until: DayNumber }} Limits */
/** @typedef {{ total: number, shown: number, possible: number, undated: number, placeless: number }} PointTally */

export const POINT_NONE = 0;
export const POINT_CERTAIN = 1;
export const POINT_POSSIBLE = 2;
const LASTED = 1;

// For each combination of what filters ask, actors among it: whether they let it by.
/** @type {(atlas: Atlas, combinations: CombinationRow[], lines: Id[][], state: State) => Uint8Array} */
export function allowedCombinations(atlas, combinations, lines, state) {
  const asked = atlas.facets.flatMap(({ name, column }) =>
    (column && state[name] !== null ? [{ column, on: new Set(state[name]) }] : []));
  const actors = state.actors && new Set(state.actors);
  return Uint8Array.from(combinations, (combination, index) => Number(
    asked.every(({ column, on }) => on.has(/** @type {any} */ (combination)[column])) &&
    (!actors || lines[index].some((id) => actors.has(id)))));
}

// Bounds as numbers that compare with a column's: an open end lies beyond every day.
/** @type {(state: State) => Limits} */
function limits(state) {
  return {
    isOpen: state.first_day === null && state.last_day === null,
    from: dayNumber(state.first_day) ?? FIRST_OPEN,
    to: dayNumber(state.last_day) ?? LAST_OPEN,
    until: dayNumber(state.imported_until) ?? LAST_OPEN,
  };
}

/** @type {(set: PointColumns, allowed: Uint8Array, limit: Limits, match: Uint8Array) => void} */
function byDayReported({ combination, reported, count }, allowed, { isOpen, from, to, until }, match) {
  for (let i = 0; i < count; i += 1) {
    const day = reported[i];
    if (!allowed[combination[i]]) match[i] = POINT_NONE;
    else if (day === FIRST_OPEN) match[i] = isOpen ? POINT_CERTAIN : POINT_POSSIBLE;
    else match[i] = day >= from && day <= to && day <= until ? POINT_CERTAIN : POINT_NONE;
  }
}

// Undated events have the smallest day there is, so the handle never hides them.
/** @type {(set: PointColumns, allowed: Uint8Array, limit: Limits, match: Uint8Array, first?: number, end?: number) =>
 *   void} */
function byDayHappened(set, allowed, limit, match, first = 0, end = set.count) {
  const { isOpen, from, to, until } = limit;
  const { combination, hullFirst, hullLast, coreFirst, coreLast, flags } = set;
  const known = set.dayColumn({ day_of: "happened" });
  if (isOpen) {
    for (let i = first; i < end; i += 1) match[i] = allowed[combination[i]] & Number(known[i] <= until);
    return;
  }
  for (let i = first; i < end; i += 1) {
    if (!allowed[combination[i]] || known[i] > until) match[i] = POINT_NONE;
    else if (hullLast[i] < from || hullFirst[i] > to) match[i] = POINT_NONE;
    else {
      const sure = flags[i] & LASTED ? coreFirst[i] <= to && coreLast[i] >= from
        : hullFirst[i] >= from && hullLast[i] <= to;
      match[i] = sure ? POINT_CERTAIN : POINT_POSSIBLE;
    }
  }
}

// Counted without a branch: a filter over 100,000 events is a matter of a tenth of a millisecond.
/** @type {(set: PointColumns, match: Uint8Array, state: State, first?: number, end?: number) => PointTally} */
function tallyOf(set, match, state, first = 0, end = set.count) {
  const lacks = set.lacks(state);
  let [certain, possible, undated, placeless] = [0, 0, 0, 0];
  for (let i = first; i < end; i += 1) {
    const one = match[i];
    const shown = (one + 1) >> 1;
    certain += one & 1;
    possible += one >> 1;
    undated += shown & lacks[i];
    placeless += shown & (lacks[i] >> 1);
  }
  return { total: set.count, shown: certain + possible, possible, undated, placeless };
}

// Whether imported events are shown at all.
/** @param {State} state */
export const pointsOn = (state) => !state.stated_only &&
  (state.layers === null || state.layers.includes("imported"));

// The rows whose match a move of the handle may change, [first, end); null where that may be any.
/** @type {(set: PointColumns, state: State, before: string | null, until: string | null) =>
 *   [number, number] | null} */
export function pointsBetween(set, state, before, until) {
  const { dated } = set;
  if (state.day_of === "reported" || dated === null) return null;
  const days = set.dayColumn(state).subarray(0, dated);
  const ends = [before, until].map((day) =>
    (day === null ? dated : lastAtMost(days, /** @type {DayNumber} */ (dayNumber(day))) + 1));
  return [Math.min(...ends), Math.max(...ends)];
}

// Of what filters and days let by, only what is found: 255 keeps a match, 0 takes it.
/** @type {(found: Uint8Array | null, match: Uint8Array, first?: number, end?: number) => void} */
function keepFound(found, match, first = 0, end = match.length) {
  if (found) for (let i = first; i < end; i += 1) match[i] &= found[i];
}

// As selectPoints, where only those rows can have changed; `tally` is what it was.
/** @type {(set: PointColumns, state: State, allowed: Uint8Array, found: Uint8Array | null, match: Uint8Array,
 *   tally: PointTally, rows: [number, number]) => PointTally} */
export function stepPoints(set, state, allowed, found, match, tally, [first, end]) {
  if (!pointsOn(state)) return tally;
  const was = tallyOf(set, match, state, first, end);
  byDayHappened(set, allowed, limits(state), match, first, end);
  keepFound(found, match, first, end);
  const is = tallyOf(set, match, state, first, end);
  const next = { ...tally };
  for (const name of /** @type {const} */ (["shown", "possible", "undated", "placeless"])) {
    next[name] += is[name] - was[name];
  }
  return next;
}

// Fills `match` (one byte an event) and returns the tally. `allowed` comes from set.allowed,
// `found` from pointFinder.
/** @type {(set: PointColumns, state: State, allowed: Uint8Array, found: Uint8Array | null, match: Uint8Array) =>
 *   PointTally} */
export function selectPoints(set, state, allowed, found, match) {
  if (!pointsOn(state)) match.fill(POINT_NONE);
  else {
    (state.day_of === "reported" ? byDayReported : byDayHappened)(
      set, allowed, limits(state), match);
    keepFound(found, match);
  }
  return tallyOf(set, match, state);
}
