// The order of time, as in geo/model/time_order.py.
/** @import { DaySpan } from "../types.js" */
/** @import { Id } from "../base/payload.js" */

/**
 * First and last day that an event is known from, one for the other where an end is open.
 * @type {(thing: { days: DaySpan }) => [first: number, last: number]}
 */
export const timeKey = ({ days }) => [days.hullFirst ?? days.hullLast ?? Infinity,
  days.hullLast ?? days.hullFirst ?? Infinity];

/**
 * The order of time, as in geo/model/time_order.py; what no day is known of comes last.
 * @param {{ id: Id, days: DaySpan }} a
 * @param {{ id: Id, days: DaySpan }} b
 * @returns {number}
 */
export function inTime(a, b) {
  const [first, last] = timeKey(a);
  const [otherFirst, otherLast] = timeKey(b);
  // Two undated events differ by NaN, which decides nothing.
  return first - otherFirst || last - otherLast || (a.id < b.id ? -1 : 1);
}
