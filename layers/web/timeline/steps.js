// The steps that play takes, and its neighbours back and on: what is shown, in one order of time.
import { dayNumber, isoDay } from "../base/index.js";
import { filterNames, inTime, isByReport, layerOn, reachedStops, select, timeKey } from "../rules/index.js";
import { importedSteps } from "./imported.js";

const ALSO_MADE_FROM = ["layers", "first_day", "last_day", "day_of", "stated_only"];

// One stop of the order: {event, day, articles}: whose cursors the event moves on.
function byDayHappened(atlas, articles) {
  const stops = new Map();
  for (const { id, stops: events } of articles) {
    for (const event of events) stops.set(event, [...(stops.get(event) || []), id]);
  }
  return [...stops.keys()].map((id) => atlas.event[id]).sort(inTime).map((event) =>
    ({ event: event.id, day: timeKey(event)[0], articles: stops.get(event.id) }));
}

// Article by article, as the reports came in: an event comes again with each that reports it.
const byArticle = (articles) => articles.flatMap(({ id, published_on: day, stops }) =>
  stops.map((event) => ({ event, day: dayNumber(day), articles: [id] })));

// Steps {event, day, articles, counts}: how many stops each article has reached at it. What the
// filters leave out is passed over.
function eventSteps(atlas, state, articles, order) {
  const shown = select(atlas, Object.assign({}, state, { cursors: {} }));
  const counts = Object.fromEntries(articles.map(({ id }) => [id, 0]));
  const steps = [];
  for (const stop of order) {
    for (const id of stop.articles) counts[id] += 1;
    if (shown.has(stop.event)) steps.push({ ...stop, counts: { ...counts } });
  }
  return steps;
}

// The days of the imported set among the events, first the set's day, then what happened on it;
// `until` is the day up to which imported events show.
function merged(steps, days, before, articles) {
  const made = [];
  let until = before;
  let counts = Object.fromEntries(articles.map(({ id }) => [id, 0]));
  let at = 0;
  const take = ({ day, imported_until }) => {
    until = imported_until;
    made.push({ event: null, day, articles: [], counts, until });
  };
  for (const step of steps) {
    for (; at < days.length && days[at].day <= step.day; at += 1) take(days[at]);
    counts = step.counts;
    made.push({ ...step, until });
  }
  for (; at < days.length; at += 1) take(days[at]);
  return made;
}

function importedDays(view) {
  const { atlas, store, points } = view;
  const { state } = store;
  const isOn = points && points.set && !state.stated_only && layerOn(atlas, state, "imported");
  const days = (isOn && importedSteps && importedSteps(view)) || [];
  return { days, before: days.length ? isoDay(points.set.days(state)[0] - 1) : undefined };
}

// At the last step nothing is held back any more.
function completed(steps, articles) {
  const last = steps[steps.length - 1];
  if (!last) return steps;
  last.counts = Object.fromEntries(articles.map(({ id, stops }) => [id, stops.length]));
  return steps;
}

function made(view, target) {
  const { atlas, store } = view;
  const { state } = store;
  if (target === "imported") return merged([], importedDays(view).days, undefined, []);
  const isAll = target === "all";
  const on = atlas.articles.filter(({ id }) => !state.articles || state.articles.includes(id));
  const articles = isAll ? on : [atlas.article[target]];
  const order = isAll && !isByReport(state) ? byDayHappened(atlas, articles) : byArticle(articles);
  const steps = eventSteps(atlas, state, articles, order);
  if (!isAll) return completed(steps, articles);
  const { days, before } = importedDays(view);
  return completed(days.length ? merged(steps, days, before, articles) : steps, articles);
}

// The number of the step at which the timeline stands, -1 before the first.
function placeIn(steps, view) {
  const { atlas, store } = view;
  const { state } = store;
  const ids = steps.length ? Object.keys(steps[0].counts) : [];
  const stands = ids.map((id) => reachedStops(atlas.article[id], state));
  const until = state.imported_until;
  const exact = steps.findIndex((step) => (step.until === undefined || step.until === until) &&
    ids.every((id, index) => step.counts[id] === stands[index]));
  if (exact >= 0) return exact;
  // Articles that were moved one by one stand at no step: go on from the event moved to last.
  const current = state.current && steps.findIndex(({ event, articles, counts }) =>
    event === state.current && articles.some((id) => counts[id] === stands[ids.indexOf(id)]));
  if (state.current && current >= 0) return current;
  return steps.findLastIndex((step) => ids.every((id, index) => step.counts[id] <= stands[index]) &&
    (step.until === undefined || until === null || (step.until !== null && step.until <= until)));
}

// {of(target) -> steps, placeIn(steps), forget()}; the steps are made anew when a filter changed.
export function timeSteps(view) {
  const madeOf = [...filterNames(view.atlas), ...ALSO_MADE_FROM];
  const held = new Map();
  let madeFrom = [];
  return {
    of(target) {
      const { state } = view.store;
      const { set, search } = view.points || {};
      const now = [set, search && search.found, ...madeOf.map((name) => state[name])];
      if (now.some((value, index) => value !== madeFrom[index])) held.clear();
      madeFrom = now;
      if (!held.has(target)) held.set(target, made(view, target));
      return held.get(target);
    },
    placeIn: (steps) => placeIn(steps, view),
    changedBy: (changed) => madeOf.some((name) => changed.has(name)),
    // The imported set's steps also depend on how wide its lane is.
    forget: () => held.clear(),
  };
}
