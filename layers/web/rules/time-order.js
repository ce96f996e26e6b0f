// The order of time, as in geo/stops.py.

// First and last day that an event is known from, one for the other where an end is open.
export const timeKey = ({ days }) => [days.hullFirst ?? days.hullLast ?? Infinity,
  days.hullLast ?? days.hullFirst ?? Infinity];

// The order of time, as in geo/stops.py; what no day is known of comes last.
export function inTime(a, b) {
  const [first, last] = timeKey(a);
  const [otherFirst, otherLast] = timeKey(b);
  // Two undated events differ by NaN, which decides nothing.
  return first - otherFirst || last - otherLast || (a.id < b.id ? -1 : 1);
}
