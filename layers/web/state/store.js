// The one state behind map, timeline, filters and card, and its form in the page's address.
import {
  emptyState, isByReport, isKnown, isNames, isRole, NAMES_USUAL, select, setNames, storyOf, tellsRole,
} from "../rules/index.js";

// What the choice of the articles' events does not depend on.
const TIMELESS = new Set(["event", "current", "about", "story", "names", "show", "playing",
  "imported_until"]);

/** @import { Atlas, Seen, State, Store } from "../types.js" */
/** @import { Id } from "../base/payload.js" */

/** @type {(a: unknown, b: unknown) => boolean} */
const same = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** @type {(atlas: Atlas, initial?: Partial<State> | null) => Store} */
export function openStore(atlas, initial) {
  /** @type {Set<(state: State, changed: Set<string>) => void>} */
  const listeners = new Set();
  /** @type {Store} */
  const store = {
    atlas,
    state: Object.assign(emptyState(atlas), initial || {}),
    shown: new Map(),
    // Take a patch; everyone who listens is told at once, in the same frame.
    set(patch) {
      /** @type {Set<string>} */
      const changed = new Set();
      const next = Object.assign({}, store.state);
      for (const [name, value] of Object.entries(patch)) {
        if (!same(next[name], value)) {
          next[name] = value;
          changed.add(name);
        }
      }
      if (!changed.size) return;
      store.state = next;
      if ([...changed].some((name) => !TIMELESS.has(name))) {
        store.shown = select(atlas, next);
      }
      for (const listener of [...listeners]) listener(next, changed);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  store.shown = select(atlas, store.state);
  return store;
}

// A state made for other data, cut down to what this data knows.
/** @type {(atlas: Atlas, state: Partial<State>) => State} */
export function fitState(atlas, state) {
  /** @type {State} */
  const fit = Object.assign(emptyState(atlas), state, { cursors: {} });
  for (const facet of atlas.facets) {
    /** @type {Id[] | null} */
    const ids = state[facet.name];
    if (ids) fit[facet.name] = ids.filter((id) => isKnown(atlas, facet, id));
  }
  for (const [id, cursor] of Object.entries(state.cursors || {})) {
    if (atlas.article[id] && cursor < atlas.article[id].stops.length) fit.cursors[id] = cursor;
  }
  if (!isRole(atlas, fit.role)) fit.role = emptyState(atlas).role;
  if (!isNames(fit.names)) fit.names = NAMES_USUAL;
  if (fit.story && !storyOf(atlas, fit.story)) fit.story = null;
  if (fit.show !== "table") fit.show = null;
  for (const name of ["event", "current"]) if (!atlas.event[fit[name]]) fit[name] = null;
  const about = fit.about && /** @type {Record<string, any>} */ (atlas)[fit.about.kind];
  if (fit.about && fit.about.kind !== "shift" && !(about && about[fit.about.id])) fit.about = null;
  return fit;
}

/** @param {Id[]} ids */
const named = (ids) => (ids.length ? [...ids].sort().join(".") : "none");

/** @type {(atlas: Atlas, cursors: Record<Id, number>) => string} */
function cursorText(atlas, cursors) {
  const pairs = [];
  for (const article of atlas.articles) {
    const cursor = cursors[article.id];
    if (cursor === undefined || cursor >= article.stops.length) continue;
    pairs.push(`${article.id}.${cursor > 0 ? article.stops[cursor - 1] : "none"}`);
  }
  return pairs.sort().join("_");
}

// The selection as the query of a link; geo/selection/link.py reads it back.
/** @type {(atlas: Atlas, state: State) => string} */
export function toQuery(atlas, state) {
  const parts = [];
  for (const name of setNames(atlas)) {
    if (state[name] !== null) parts.push(`${name}=${named(state[name])}`);
  }
  if (tellsRole(atlas, state)) parts.push(`role=${state.role}`);
  for (const name of ["first_day", "last_day", "imported_until"]) {
    if (state[name]) parts.push(`${name}=${state[name]}`);
  }
  if (isByReport(state)) parts.push(`day_of=${state.day_of}`);
  const cursors = cursorText(atlas, state.cursors);
  if (cursors) parts.push(`cursors=${cursors}`);
  if (state.find) parts.push(`find=${encodeURIComponent(state.find)}`);
  if (state.stated_only) parts.push("stated_only=1");
  return parts.join("&");
}

// What the address also carries but the selection does not: what is open, where the last slider
// stands, names and the view. An imported event is no part of any link: others lack its file.
/** @type {(atlas: Atlas, state: State, view?: Seen | null) => string} */
export function toAddress(atlas, state, view) {
  const parts = [toQuery(atlas, state)].filter(Boolean);
  const { about, current, event } = state;
  if (event) parts.push(`event=${event}`);
  if (event && state.story) parts.push(`story=${state.story}`);
  if (current) parts.push(`current=${current}`);
  if (about && about.kind !== "imported") parts.push(`about=${about.kind}.${about.id}`);
  if (state.names !== NAMES_USUAL) parts.push(`names=${state.names}`);
  if (state.show) parts.push(`show=${state.show}`);
  if (view) parts.push(`view=${view.center.map((x) => x.toFixed(4)).join(",")},${view.zoom}`);
  return parts.join("&");
}
