// The filters as the payload lists them: what each asks of an event, and lists of their names.

/** @import { Atlas, AtlasEvent, State } from "../types.js" */
/** @import { FacetRow, Id, ValueRow } from "../base/payload.js" */

// The values of an event for a filter whose rule is that one of them is on.
/** @type {(facet: FacetRow, event: AtlasEvent) => string[]} */
export function valuesOf({ name, row_field: field }, event) {
  /** @type {string | string[]} */
  const values = field ? /** @type {any} */ (event)[field] : event.facets[name];
  return Array.isArray(values) ? values : [values];
}

/** @type {(facets: FacetRow[]) => string[]} */
const names = (facets) => facets.map(({ name }) => name);

// The sets of the selection, in the order in which a link names them.
/** @param {Atlas} atlas */
export const setNames = (atlas) => names(atlas.facets);

// What leaves other events of the articles shown, the window and a step of time apart.
/** @param {Atlas} atlas */
export const filterNames = (atlas) => [...names(atlas.facets.filter((facet) => facet.limits_events)), "role", "find"];

// Actors are a tree, which imported events are asked for too.
/** @param {FacetRow} facet */
const isTree = (facet) => !facet.values;

// The sets that imported events are asked for.
/** @param {Atlas} atlas */
export const importedSets = (atlas) => names(atlas.facets.filter((facet) => facet.column || isTree(facet)));

/** @type {(atlas: Atlas, place: "list_at" | "words_at" | "column_at") => FacetRow[]} */
const placed = (atlas, place) => atlas.facets.filter((facet) => facet[place] !== null)
  .sort((a, b) => Number(a[place]) - Number(b[place]));

// Those with a list of their own, from top to bottom.
/** @param {Atlas} atlas */
export const inLists = (atlas) => placed(atlas, "list_at");

// Those that are told where what is chosen is put in words, in that order.
/** @param {Atlas} atlas */
export const inWords = (atlas) => placed(atlas, "words_at");

// Those that ask a column of imported tables, in the order in which the columns are shown.
/** @param {Atlas} atlas */
export const inColumns = (atlas) => placed(atlas, "column_at");

// Its values that some event has; all of one that asks otherwise.
/** @type {(atlas: Atlas, facet: FacetRow) => ValueRow[]} */
export function usedValues(atlas, facet) {
  const values = facet.values || [];
  if (!facet.rule) return values;
  const used = new Set(atlas.events.flatMap((event) => valuesOf(facet, event)));
  return values.filter(({ id }) => used.has(id));
}

// A test of whether an event passes every filter of which something is off: {name: Set or null}.
/** @type {(atlas: Atlas, on: Record<string, Set<string> | null>) => (event: AtlasEvent) => boolean} */
export function passing(atlas, on) {
  const asked = atlas.facets.flatMap((facet) => {
    const wanted = facet.rule ? on[facet.name] : null;
    return wanted ? [{ facet, wanted }] : [];
  });
  return (event) => asked.every(({ facet, wanted }) => valuesOf(facet, event).some((value) => wanted.has(value)));
}

// The sets of a state as Sets; null for all.
/** @type {(atlas: Atlas, state: State) => Record<string, Set<string> | null>} */
export const setsOn = (atlas, state) => Object.fromEntries(setNames(atlas)
  .map((name) => [name, state[name] === null ? null : new Set(state[name])]));
