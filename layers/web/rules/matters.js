// Which places matter now: those of events that are drawn, of routes that are, of the open card.
import { isStrike, markPlace } from "./marked.js";
import { routeOn } from "./select.js";
/** @import { AtlasEvent, Board, Mattering } from "../types.js" */

/**
 * Sets of ids: `marks` have a mark on them, `strikes` one of a strike, `all` what paths and routes
 * join too. `drawn`: the events that have a mark now.
 * @param {Pick<Board, "atlas" | "store">} view
 * @param {Iterable<AtlasEvent>} drawn
 * @returns {Mattering}
 */
export function mattering({ atlas, store }, drawn) {
  const { state } = store;
  const marks = new Set();
  const all = new Set();
  const struck = new Set();
  for (const event of drawn) {
    const place = markPlace(event, state);
    if (place) marks.add(place);
    const path = (state.stated_only && event.stated_path_places) || event.path_places;
    for (const id of path) all.add(id);
    if (place && isStrike(event)) struck.add(place);
  }
  const open = state.event && atlas.event[state.event];
  if (open && store.shown.has(open.id)) for (const id of open.places) marks.add(id);
  if (state.about && state.about.kind === "place") marks.add(state.about.id);
  for (const id of marks) all.add(id);
  if (state.stated_only) {
    for (const id of all) if (!atlas.place[id].named) all.delete(id);
  }
  for (const route of atlas.routes) {
    if (!routeOn(atlas, state, route, store.shown)) continue;
    for (const id of state.stated_only ? route.stated_places : route.places) all.add(id);
  }
  return { all, events: all, marks, strikes: struck };
}
