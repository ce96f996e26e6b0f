// An article's stops: where they stand on its lane, and which of them a pointer means.
import { daysShown, drawnDays, isByReport, LONG_SPAN_DAYS } from "../rules/index.js";

const ROWS = [1, 0, 2];
const BAR_MIN_PX = 9;
// How far a mark reaches towards an end that nobody states: "by 31 May", "not before 2 June".
const TAIL_PX = 14;
// Room for the handle where it stands before the first stop.
const BEFORE_FIRST_PX = 14;

// Nearest positions that keep the order and stand `apart_px` from each other (least squares).
export function spreadStops(wanted, apart_px, from_px, to_px) {
  const apart = Math.min(apart_px, (to_px - from_px) / Math.max(1, wanted.length - 1));
  const blocks = [];
  wanted.forEach((px, index) => {
    blocks.push({ sum: px - index * apart, count: 1 });
    while (blocks.length > 1) {
      const last = blocks[blocks.length - 1];
      const before = blocks[blocks.length - 2];
      if (before.sum / before.count <= last.sum / last.count) break;
      before.sum += last.sum;
      before.count += last.count;
      blocks.pop();
    }
  });
  const highest = to_px - (wanted.length - 1) * apart;
  const placed = [];
  for (const { sum, count } of blocks) {
    const start = Math.min(highest, Math.max(from_px, sum / count));
    for (let i = 0; i < count; i += 1) placed.push(start + placed.length * apart);
  }
  return placed;
}

// A row where the mark's head is free, one without a bar running through it if there is one.
function freeRow(heads, tails, start, bar) {
  const open = ROWS.filter((row) => heads[row] <= start);
  const clear = open.find((row) => tails[row] <= start);
  if (clear !== undefined) return clear;
  const among = open.length ? open : ROWS;
  const ends = bar ? tails : heads;
  return among.reduce((best, row) => (ends[row] < ends[best] ? row : best));
}

// On the day it was reported a stop stands where its article does, with all others of it.
const reportedOn = (published) => ({ first: published, last: published });

// What still lasts is drawn up to the article's own day, which is all it can know.
function spanIn(event, state, published) {
  if (isByReport(state) && published !== null) return reportedOn(published);
  const days = daysShown(event, state);
  const span = drawnDays(days);
  if (!span || !days.lasted || published === null || span.first > published) return span;
  return { first: span.first, last: Math.min(span.last, published) };
}

// Each stop's place {index, x} from left to right, by its first day; without a day it stands
// by the stop before it.
function stopPlaces(spans, scale, size) {
  const wished = spans.map((span) => (span ? scale.mid(span.first) : null));
  const start = wished.find((px) => px !== null) ?? 0;
  wished.forEach((px, index) => {
    if (px === null) wished[index] = index ? wished[index - 1] : start;
  });
  const order = wished.map((px, index) => index).sort((a, b) => wished[a] - wished[b]);
  const edge_px = size.dot_px + 1;
  const placed = spreadStops(order.map((index) => wished[index]), size.apart_px,
    edge_px + BEFORE_FIRST_PX, scale.width_px - edge_px);
  return order.map((index, rank) => ({ index, x: placed[rank] }));
}

// Marks {event, index, x, x0, x1, bar, long, tails, row, day, last}: `x` is the stop's place on the
// lane, `day` and `last` the days it is drawn from and to, `tails` how far the mark reaches beyond it to either side where that end is open.
export function placeStops(events, state, scale, size, published) {
  const spans = events.map((event) => spanIn(event, state, published));
  const heads = [-Infinity, -Infinity, -Infinity];
  const tails = [-Infinity, -Infinity, -Infinity];
  const marks = [];
  for (const { index, x } of stopPlaces(spans, scale, size)) {
    const span = spans[index];
    const bar = Boolean(span) && span.last > span.first;
    const days = daysShown(events[index], state);
    const isOpen = (end) => Boolean(span) && !bar && !isByReport(state) && days[end] === null;
    const open = [isOpen("hullFirst") ? TAIL_PX : 0, isOpen("hullLast") ? TAIL_PX : 0];
    const x0 = x - size.dot_px;
    const x1 = bar ? Math.max(x0 + BAR_MIN_PX, scale.x(span.last + 1) - 1) : x + size.dot_px;
    const row = freeRow(heads, tails, x0 - open[0], bar);
    heads[row] = Math.max(heads[row], x + size.dot_px + 1);
    tails[row] = Math.max(tails[row], x1 + open[1] + 1);
    const long = bar && span.last - span.first > LONG_SPAN_DAYS;
    marks[index] = { event: events[index], index, x, x0, x1, bar, long, row, tails: open,
      undated: !span, day: span ? span.first : null,
      last: span ? span.last : null };
  }
  return marks;
}

// The mark a pointer means: dots before bars, then whatever stop lies nearest along the lane.
export function nearestMark(marks, px, py, rowTop_px) {
  const reach_px = 13;
  let best = null;
  let least = Infinity;
  for (const mark of marks) {
    const dy = py === null ? 0 : (py - rowTop_px(mark.row)) * 0.8;
    const distance = Math.hypot(px - mark.x, dy);
    if (distance < least) [best, least] = [mark, distance];
  }
  if (least > reach_px && py !== null) {
    const bar = marks.find((mark) => mark.bar && px >= mark.x0 && px <= mark.x1 &&
      Math.abs(py - rowTop_px(mark.row)) <= 5);
    if (bar) return bar;
  }
  return best;
}
