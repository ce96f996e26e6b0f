// The one state behind map, timeline, filters and card.
import { emptyState, isKnown, isNames, isRole, NAMES_USUAL, select, storyOf } from "../rules/index.js";

// What the choice of the articles' events does not depend on.
const TIMELESS = new Set(["event", "current", "about", "story", "names", "show", "playing",
  "imported_until"]);

/** @import { Atlas, State, Store } from "../types.js" */
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
