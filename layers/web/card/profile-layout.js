// Where things stand in the profile of a course: kilometres along it, days down it, names that fit.
import { dayNumber } from "../base/index.js";
import {
  areaOf, daysShown, drawnDays, inTime, isByReport, markPlace, tellingArticles, timeClusters,
  timeScale,
} from "../rules/index.js";

// The axis counts in steps so small that a day without a mark asks for none more.
const STEP_PX = 1.2;
const PAST_PX = 14;
const DAY_PX = 1.5;
const GAP_PX = 40;
const LEAST_PX = 90;
const MOST_PX = 340;
const CROWD_SHARE = 0.85;
const MARK_PX = 12;
const LETTER_PX = 5.3;
const NEAR_PX = 30;
const SIDE_GAP_PX = -3;
const NAME_GAP_PX = 7;
const NAME_ROWS = 3;
const LONGEST_NAME = 22;

export const PROFILE_MARK_PX = MARK_PX;

// First and last day on which an event is drawn; under "reported" that of its first report.
function daysOf(atlas, event, state, on) {
  if (!isByReport(state)) return drawnDays(daysShown(event, state));
  const days = tellingArticles(atlas, state, event, on).map((id) => dayNumber(atlas.article[id].published_on));
  const first = Math.min(...days);
  return { first, last: first };
}

// Rows {event, far_km, along_km, days, match} of the events shown whose mark lies so near a
// course, from its beginning to its end.
export function nearRows({ atlas, store: { state, shown } }, route_id, near_km) {
  const on = state.articles && new Set(state.articles);
  return atlas.events.flatMap((event) => {
    const at = ((state.stated_only ? event.stated_courses : event.courses) || {})[route_id];
    if (!at || at[0] > near_km || !shown.has(event.id)) return [];
    const days = daysOf(atlas, event, state, on);
    const area_km = areaOf(atlas, markPlace(event, state));
    return [{ event, far_km: at[0], along_km: at[1], area_km, days, match: shown.get(event.id) }];
  }).sort((a, b) => a.along_km - b.along_km || inTime(a.event, b.event));
}

// Marks of one day at nearly one place stand one below the other, in the day's own height: sets
// `level` of each row; gives back a Map of day to how many levels it needs.
export function stackRows(rows, x) {
  const days = new Map();
  for (const row of rows) {
    const day = row.days ? row.days.first : null;
    if (!days.has(day)) days.set(day, []);
    const levels = days.get(day);
    const at = x(row.along_km);
    row.level = levels.findIndex((end) => at - end >= MARK_PX);
    if (row.level < 0) row.level = levels.push(at) - 1;
    else levels[row.level] = at;
  }
  return new Map([...days].map(([day, levels]) => [day, levels.length]));
}

// The axis of days, folded as the timeline's is; null where no event has a day. `stacks` is a Map
// of day to levels for each profile that shares the axis.
export function profileDays(atlas, rows, stacks) {
  const spans = rows.map(({ days }) => days).filter(Boolean);
  if (!spans.length) return null;
  const crowd = new Map();
  for (const [day, count] of stacks.flatMap((stack) => [...stack])) {
    const steps = Math.ceil((count * MARK_PX) / STEP_PX);
    if (day !== null) crowd.set(day, Math.max(steps, crowd.get(day) || 0));
  }
  const report = Math.min(...atlas.articles.map((article) => dayNumber(article.published_on)));
  const firsts = spans.map(({ first }) => first);
  const late = firsts.filter((day) => day >= report);
  const clusters = { ...timeClusters(spans, [Math.min(...(late.length ? late : firsts))], crowd),
    crowdShare: CROWD_SHARE };
  const days = clusters.main.reduce((sum, { first, last }) => sum + last - first + 3, 0);
  const stacked_px = [...crowd.values()].reduce((sum, count) => sum + (count + 1) * STEP_PX, 0);
  const wished_px = stacked_px + days * DAY_PX + (clusters.main.length - 1) * GAP_PX +
    clusters.earlier.length * PAST_PX;
  const height_px = Math.round(Math.min(MOST_PX, Math.max(LEAST_PX, wished_px)));
  return timeScale(clusters, height_px, STEP_PX);
}

// How far down a row's mark stands, from the axis' top.
export function rowTop(row, scale, stack) {
  const { first } = row.days;
  const count = stack.get(first);
  const room_px = scale.x(first + 1) - scale.x(first);
  return scale.mid(first) + (row.level - (count - 1) / 2) * Math.min(MARK_PX, room_px / count);
}

// Where a name may stand to its line: its middle there, or an end, away from a neighbour that
// matters as much and is near.
function sidesOf(one, others) {
  const near = others.filter((other) => other !== one && other.rank <= one.rank &&
    Math.abs(other.x - one.x) < NEAR_PX).map((other) => Math.sign(other.x - one.x));
  if (near.includes(1) && !near.includes(-1)) return [-1, 0, 1];
  return near.includes(-1) && !near.includes(1) ? [1, 0, -1] : [0, -1, 1];
}

// Names of waypoints in rows below the axis, the ends first, then the sites; one that would meet
// another, or whose line up to the axis would cross one, is left out: {text, x, from, to, row}.
export function profileNames(atlas, waypoints, x, width_px) {
  const last = waypoints.length - 1;
  const rank = ([id], index) => (index === 0 || index === last ? 0 : atlas.place[id].site ? 1 : 2);
  const wished = waypoints.map((waypoint, index) => ({ x: x(waypoint[1]),
    place: waypoint[0], text: atlas.place[waypoint[0]].name.replace(/ \(.*/, ""), rank: rank(waypoint, index) }))
    .filter(({ text, rank: of }) => !of || text.length <= LONGEST_NAME)
    .sort((a, b) => a.rank - b.rank);
  const names = [];
  const isFree = (one) => names.every((other) => {
    if (other.row === one.row) return one.to + NAME_GAP_PX < other.from || one.from - NAME_GAP_PX > other.to;
    const [above, below] = other.row < one.row ? [other, one] : [one, other];
    return below.x < above.from - 1 || below.x > above.to + 1;
  });
  for (const one of wished) {
    const long_px = one.text.length * LETTER_PX;
    const spots = Array.from({ length: NAME_ROWS }, (_, row) => sidesOf(one, wished).map((side) => {
      const wish = one.x + ((side - 1) * long_px) / 2 + side * SIDE_GAP_PX;
      const from = Math.min(width_px - long_px, Math.max(0, wish));
      return { ...one, row, from, to: from + long_px };
    })).flat();
    const spot = spots.find(isFree);
    if (spot) names.push(spot);
  }
  return names;
}
