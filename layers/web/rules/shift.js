// Whether the corridor's course has moved, and whether its shift is on the map.
import { dayNumber } from "../base/index.js";
import { isByReport, isReported, layerOn, routeOn } from "./select.js";
/** @import { Atlas, State, Store } from "../types.js" */

export const COURSES = ["corridor-original", "corridor-shifted"];
const LAYER = "corridor-shift";

/**
 * Both courses have to be there for a shift from one to the other.
 * @param {Atlas} atlas
 * @param {State} state
 * @param {Store["shown"]} shown
 * @returns {boolean}
 */
export function shiftOn(atlas, state, shown) {
  return layerOn(atlas, state, LAYER) && COURSES.every((id) =>
    !atlas.route[id] || routeOn(atlas, state, atlas.route[id], shown));
}

/**
 * Until its route change is reached the corridor is where it was first reported; then it has moved.
 * @param {Atlas} atlas
 * @param {State} state
 * @returns {boolean}
 */
export function hasShifted(atlas, state) {
  const last = dayNumber(state.last_day);
  return atlas.turns.some((event) => {
    const { hullFirst } = state.stated_only ? event.statedDays : event.days;
    const byReport = isByReport(state);
    if (!byReport && last !== null && hullFirst !== null && hullFirst > last) return false;
    return event.articles.some((id) => {
      if (byReport && !isReported(atlas, id, null, last)) return false;
      const cursor = state.cursors[id];
      const stop = atlas.stopOf[id][event.id];
      return cursor === undefined || stop === undefined || stop < cursor;
    });
  });
}
