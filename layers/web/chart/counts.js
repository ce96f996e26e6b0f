// How many events lie on each day, by side, surely or perhaps: the figures behind the chart.
import { dayNumber, lastAtMost } from "../base/index.js";
import {
  binText, daysShown, isByReport, matchSpan, select, tellingArticles, timeBins,
} from "../rules/index.js";

const LEAST_MEAN_PX = 4;
const LEAST_PAST_PX = 6;

// The chart's columns {from, to, x0, x1}: each day of the axis, or the next longer unit that can be
// told apart and hit. Days at the ends of a run that only hold the axis open are none.
export function chartBins(scale) {
  const days = scale.parts.flatMap(({ kind, from, to }) =>
    (kind === "days" ? Array.from({ length: to - from - 2 }, (_, index) => from + 1 + index) : []));
  return [...longPast(scale), ...timeBins(scale, days, LEAST_MEAN_PX)];
}

// Days long past stand at even steps on the axis: a column for as many as make it wide enough.
function longPast(scale) {
  const bins = [];
  for (const { kind, from, to, x0, x1 } of scale.parts) {
    if (kind !== "earlier") continue;
    const open = bins[bins.length - 1];
    if (open && open.x1 - open.x0 < LEAST_PAST_PX) Object.assign(open, { to, x1 });
    else bins.push({ from, to, x0, x1 });
  }
  return bins;
}

// Bins on which one of an event's articles appeared; a report's day is always known.
function reportedIn(atlas, state, event, bins, on) {
  const days = tellingArticles(atlas, state, event, on)
    .map((id) => dayNumber(atlas.article[id].published_on));
  return bins.flatMap(({ from, to }, index) =>
    (days.some((day) => day >= from && day < to) ? [[index, "certain"]] : []));
}

// Bins on which an event lies or may lie. An undated one may lie on any: it is on none, and is
// listed with what is undated.
function happenedIn(span, bins) {
  if (!span.dated) return [];
  const found = [];
  let index = span.hullFirst === null ? 0
    : Math.max(0, lastAtMost(bins, span.hullFirst, ({ from }) => from));
  for (; index < bins.length; index += 1) {
    const { from, to } = bins[index];
    if (span.hullLast !== null && from > span.hullLast) break;
    const match = matchSpan(span, from, to - 1);
    if (match) found.push([index, match]);
  }
  return found;
}

// {certain, possible}: how many events of each side, [side * bins + bin]. The rule is the map's
// own: an event counts on a day as it would be shown with that day alone as the window. One known
// to the day counts on its day, one that lasted on every day on which it is known to have lasted;
// one of which a week or a month is known counts as possible on each of its days. So columns tell
// what was on a day and do not add up to the number of events. Of the filters only the window is
// left aside.
export function chartCounts(atlas, state, bins) {
  const sideAt = Object.fromEntries(atlas.sides.map(({ id }, index) => [id, index]));
  const counts = { certain: new Uint32Array(atlas.sides.length * bins.length),
    possible: new Uint32Array(atlas.sides.length * bins.length) };
  const on = state.articles && new Set(state.articles);
  const open = { ...state, first_day: null, last_day: null };
  for (const id of select(atlas, open).keys()) {
    const event = atlas.event[id];
    const found = isByReport(state) ? reportedIn(atlas, state, event, bins, on)
      : happenedIn(daysShown(event, state), bins);
    for (const [index, match] of found) {
      counts[match][sideAt[event.side] * bins.length + index] += 1;
    }
  }
  return counts;
}

// "18 May 2017: 5 events, 3 US and coalition, 2 Islamic State; 2 more may lie on this day".
export function chartText(atlas, state, bins, counts, index) {
  const of = (match) => atlas.sides.map(({ label }, side) =>
    ({ label, count: counts[match][side * bins.length + index] })).filter(({ count }) => count);
  const sum = (rows) => rows.reduce((total, { count }) => total + count, 0);
  const [sure, perhaps] = [of("certain"), of("possible")];
  const isDay = bins[index].to - bins[index].from === 1;
  const told = isByReport(state) ? " reported" : "";
  const events = (count) => `${count || "no"} event${count === 1 ? "" : "s"}${told}`;
  const where = isDay ? "on this day" : "in these days";
  const more = sum(sure) ? " more" : "";
  return [`${binText(bins[index])}: ${[events(sum(sure)),
    ...sure.map(({ label, count }) => `${count} ${label}`)].join(", ")}`,
  perhaps.length && `${sum(perhaps)}${more} may lie ${where}`].filter(Boolean).join("; ");
}
