// What the map does not show of the events now shown: those without a day, without a place, held back.
import { isDated } from "./count.js";
import { markState, statementsText } from "./marked.js";
import { inTime } from "./time-order.js";
/** @import { Atlas, AtlasEvent, State, Store, TrayLists } from "../types.js" */

/** @type {WeakMap<Atlas, AtlasEvent[]>} */
const inOrder = new WeakMap();

/**
 * All events in the order of time, once for a dataset.
 * @param {Atlas} atlas
 * @returns {AtlasEvent[]}
 */
function timeOrder(atlas) {
  if (!inOrder.has(atlas)) inOrder.set(atlas, [...atlas.events].sort(inTime));
  return /** @type {AtlasEvent[]} */ (inOrder.get(atlas));
}

/** @type {(atlas: Atlas) => Record<keyof TrayLists, string>} */
export const trayTitles = (atlas) => ({ undated: "Undated", placeless: "Without a place",
  held: `Not drawn: ${statementsText(atlas)} is off` });

/**
 * {undated, placeless, held}: rows {event, isDrawn} in the order of time. With what is drawn they
 * make up all that is shown; an event without day and place is in two of them. What is held back
 * is drawn while it is open: it keeps its row, for that is where it was opened from.
 * @param {Atlas} atlas
 * @param {State} state
 * @param {Store["shown"]} shown
 * @returns {TrayLists}
 */
export function trayLists(atlas, state, shown) {
  /** @type {TrayLists} */
  const lists = { undated: [], placeless: [], held: [] };
  const shut = { ...state, event: null, current: null };
  for (const event of timeOrder(atlas)) {
    if (!shown.has(event.id)) continue;
    const stands = markState(atlas, event, state);
    if (!isDated(event, state)) lists.undated.push({ event, isDrawn: false });
    if (stands === "placeless") lists.placeless.push({ event, isDrawn: false });
    else if (markState(atlas, event, shut) === "held") {
      lists.held.push({ event, isDrawn: stands === "drawn" });
    }
  }
  return lists;
}
