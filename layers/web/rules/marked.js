// Which events have a mark, where it is, and which of them wait for a request.
import { layerOn } from "./select.js";
import { reach_px } from "./spread.js";
/** @import { Atlas, AtlasEvent, Board, MarkHome, MarkState, State } from "../types.js" */
/** @import { Id, LatLon } from "../base/payload.js" */

const NARROW_PX = 640;
const STATEMENTS = "statements";

/** @type {(event: AtlasEvent, state: State) => LatLon | null} */
export const markAt = (event, state) => (state.stated_only ? event.stated_mark : event.mark);
/** @type {(event: AtlasEvent, state: State) => Id | null} */
export const markPlace = (event, state) => (state.stated_only ? event.stated_place : event.place);
/** @type {(view: Pick<Board, "map">) => boolean} */
export const isNarrow = ({ map }) => map.getSize().x <= NARROW_PX;
/** @type {(event: { glyph: string }) => boolean} */
export const isStatement = (event) => event.glyph === "statement";
/** @type {(view: Pick<Board, "atlas" | "store">) => boolean} */
export const statementsOn = ({ atlas, store }) => layerOn(atlas, store.state, STATEMENTS);

/**
 * "drawn", "held" (has a mark that is drawn only on request) or "placeless".
 * @param {Atlas} atlas
 * @param {AtlasEvent} event
 * @param {State} state
 * @returns {MarkState}
 */
export function markState(atlas, event, state) {
  if (!markAt(event, state)) return "placeless";
  const isWanted = !isStatement(event) || layerOn(atlas, state, STATEMENTS) ||
    event.id === state.event || event.id === state.current;
  return isWanted ? "drawn" : "held";
}

/** @type {(view: Pick<Board, "atlas" | "store">, event: AtlasEvent) => boolean} */
export const isMarked = ({ atlas, store }, event) => markState(atlas, event, store.state) === "drawn";

/**
 * What the layer of held marks is called.
 * @param {Pick<Atlas, "layers">} atlas
 * @returns {string}
 */
export function statementsText({ layers }) {
  const layer = layers.find(({ id }) => id === STATEMENTS);
  return layer ? layer.label : STATEMENTS;
}

/**
 * An event's mark and its place, as spreadPlan takes them.
 * @param {Pick<Board, "map" | "store">} view
 * @param {AtlasEvent} event One that has a mark.
 * @returns {MarkHome}
 */
export function eventHome({ map, store: { state } }, event) {
  const at = /** @type {LatLon} */ (markAt(event, state));
  return { id: event.id, place: markPlace(event, state), at, first: isStrike(event),
    point: map.project(at), reach_px: reach_px(map, at) };
}

const NOT_DONE = new Set(["planned", "forecast", "proposed"]);
/** @type {(thing: { planned?: boolean, status: string }) => boolean} */
export const isPlanned = (thing) => thing.planned ?? NOT_DONE.has(thing.status);

const STRIKES = new Set(["airstrike", "rocket-attack", "drone-attack"]);
/** @type {(event: { strike?: boolean, type: string, status: string }) => boolean} */
export const isStrike = (event) => event.strike ?? (STRIKES.has(event.type) && event.status === "happened");
