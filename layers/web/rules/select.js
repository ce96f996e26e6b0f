// Which events a selection shows, and how surely: the browser's twin of geo/selection/select.py.
import { dayNumber } from "../base/index.js";
import { finder } from "./find.js";
import { NAMES_USUAL } from "./names.js";
import { passing, setNames, setsOn } from "./facets.js";
import { isActor, isAnyOn, partsOn, rolesOf } from "./parts.js";

/** @import { Atlas, AtlasEvent, AtlasRoute, DayNumber, DaySpan, Match, State } from "../types.js" */
/** @import { FacetRow, Id } from "../base/payload.js" */

/** @type {(atlas: Atlas) => State} */
export function emptyState(atlas) {
  const sets = Object.fromEntries(setNames(atlas).map((name) => [name, null]));
  return /** @type {State} */ (/** @type {unknown} */ ({ role: rolesOf(atlas)[0], first_day: null, last_day: null,
    day_of: "happened", cursors: {}, imported_until: null, find: "", stated_only: false, ...sets, event: null,
    current: null, about: null, story: null, names: NAMES_USUAL, show: null, playing: false }));
}

// "certain", "possible" or null: the rules of geo/rules/spans.py.
/** @type {(span: Pick<DaySpan, "lasted" | "coreFirst" | "coreLast" | "hullFirst" | "hullLast">,
 *   first: DayNumber | null, last: DayNumber | null) => Match | null} */
export function matchSpan(span, first, last) {
  if (first === null && last === null) return "certain";
  const from = first === null ? -Infinity : first;
  const to = last === null ? Infinity : last;
  const hullFirst = span.hullFirst === null ? -Infinity : span.hullFirst;
  const hullLast = span.hullLast === null ? Infinity : span.hullLast;
  if (hullLast < from || hullFirst > to) return null;
  if (span.lasted) {
    // What lasted has a core, whose ends may be open.
    return /** @type {DayNumber} */ (span.coreFirst) <= to && /** @type {DayNumber} */ (span.coreLast) >= from
      ? "certain" : "possible";
  }
  return hullFirst >= from && hullLast <= to ? "certain" : "possible";
}

/** @type {(atlas: Atlas, state: State, articleId: Id, eventId: Id) => boolean} */
function reached(atlas, state, articleId, eventId) {
  const cursor = state.cursors[articleId];
  if (cursor === undefined) return true;
  const stop = atlas.stopOf[articleId][eventId];
  return stop === undefined || stop < cursor;
}

// Under "reported" an article's day counts, and that is always known.
/** @param {Pick<State, "day_of">} state */
export const isByReport = (state) => state.day_of === "reported";

/** @type {(atlas: Atlas, articleId: Id, first: DayNumber | null, last: DayNumber | null) => boolean} */
export function isReported(atlas, articleId, first, last) {
  const day = /** @type {DayNumber} */ (dayNumber(atlas.article[articleId].published_on));
  return (first === null || first <= day) && (last === null || day <= last);
}

// The articles that tell of an event: those of `on` (null for all) that have reached it.
/** @type {(atlas: Atlas, state: State, event: AtlasEvent, on: Set<Id> | null) => Id[]} */
export const tellingArticles = (atlas, state, event, on) => event.articles.filter(
  (id) => (!on || on.has(id)) && reached(atlas, state, id, event.id));

// Map of event id to "certain" or "possible", in the order of the payload.
/** @type {(atlas: Atlas, state: State) => Map<Id, Match>} */
export function select(atlas, state) {
  const on = setsOn(atlas, state);
  const first = dayNumber(state.first_day);
  const last = dayNumber(state.last_day);
  /** @type {Map<Id, Match>} */
  const shown = new Map();
  const isFound = finder(atlas, state.find);
  const isPassing = passing(atlas, on);
  for (const event of atlas.events) {
    if (!isFound(event.id)) continue;
    if (!isPassing(event)) continue;
    if (!isAnyOn(event.counting[state.role], on)) continue;
    const telling = tellingArticles(atlas, state, event, on.articles);
    if (!telling.length) continue;
    if (isByReport(state)) {
      if (telling.some((id) => isReported(atlas, id, first, last))) shown.set(event.id, "certain");
      continue;
    }
    const match = matchSpan(state.stated_only ? event.statedDays : event.days, first, last);
    if (match) shown.set(event.id, match);
  }
  return shown;
}

// What is on in a set unless the reader says otherwise.
/** @type {(atlas: Atlas, name: string) => Id[]} */
function standard(atlas, name) {
  const facet = atlas.facets.find((one) => one.name === name);
  return facet && facet.values ? facet.values.filter(({ on }) => on).map(({ id }) => id)
    : atlas.actors.map(({ id }) => id);
}

// Whether an id may stand in a set of the selection.
/** @type {(atlas: Atlas, facet: FacetRow, id: Id) => boolean} */
export const isKnown = (atlas, { values }, id) => (values ? values.some((value) => value.id === id)
  : isActor(atlas, id));

/** @type {(atlas: Atlas, state: State, name: string) => Set<Id>} */
export const onIn = (atlas, state, name) => new Set(state[name] ?? standard(atlas, name));

// A set of the selection with some of it switched; null for what is on anyway, so that links stay
// short.
/** @type {(atlas: Atlas, state: State, name: string, ids: Id[], on: boolean) => Id[] | null} */
export function turned(atlas, state, name, ids, on) {
  const next = onIn(atlas, state, name);
  for (const id of ids) next[on ? "add" : "delete"](id);
  const usual = standard(atlas, name);
  const isUsual = next.size === usual.length && usual.every((id) => next.has(id));
  return isUsual ? null : [...next].sort();
}

/** @type {(atlas: Atlas, state: State, layerId: string) => boolean} */
export function layerOn(atlas, state, layerId) {
  if (state.layers !== null) return state.layers.includes(layerId);
  const layer = atlas.layers.find((one) => one.id === layerId);
  return layer ? layer.on : true;
}

// Whether a route is drawn: the twin of geo/selection/shown_routes.py. It follows its layer; unless
// it stays
// whatever is chosen, also the events that name it, of which `shown` holds those there are, or,
// without such, its own actors and days.
/** @type {(atlas: Atlas, state: State, route: AtlasRoute, shown: Map<Id, Match>) => boolean} */
export function routeOn(atlas, state, route, shown) {
  if (!layerOn(atlas, state, route.layer)) return false;
  if (state.stated_only && !route.stated_places.length) return false;
  if (route.stays) return true;
  if (route.events.length) return route.events.some((id) => shown.has(id));
  if (route.parts.length && !isAnyOn(route.parts, partsOn(state))) return false;
  const [first, last] = [dayNumber(state.first_day), dayNumber(state.last_day)];
  const [began, ended] = [dayNumber(route.first_day), dayNumber(route.last_day)];
  if (isByReport(state) && (route.first_day || route.last_day)) {
    return route.claims.some(({ article }) => isReported(atlas, article, first, last));
  }
  const days = { lasted: true, coreFirst: began, coreLast: ended, hullFirst: began, hullLast: ended };
  return matchSpan(days, first, last) !== null;
}
