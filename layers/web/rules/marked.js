// Which events have a mark, where it is, and which of them wait for a request.
import { layerOn } from "./select.js";
import { reach_px } from "./spread.js";

const NARROW_PX = 640;
const STATEMENTS = "statements";

export const markAt = (event, state) => (state.stated_only ? event.stated_mark : event.mark);
export const markPlace = (event, state) => (state.stated_only ? event.stated_place : event.place);
export const isNarrow = ({ map }) => map.getSize().x <= NARROW_PX;
export const isStatement = (event) => event.glyph === "statement";
export const statementsOn = ({ atlas, store }) => layerOn(atlas, store.state, STATEMENTS);

// "drawn", "held" (has a mark that is drawn only on request) or "placeless".
export function markState(atlas, event, state) {
  if (!markAt(event, state)) return "placeless";
  const isWanted = !isStatement(event) || layerOn(atlas, state, STATEMENTS) ||
    event.id === state.event || event.id === state.current;
  return isWanted ? "drawn" : "held";
}

export const isMarked = ({ atlas, store }, event) => markState(atlas, event, store.state) === "drawn";

// What the layer of held marks is called.
export function statementsText({ layers }) {
  const layer = layers.find(({ id }) => id === STATEMENTS);
  return layer ? layer.label : STATEMENTS;
}

// An event's mark and its place, as spreadPlan takes them.
export function eventHome({ map, store: { state } }, event) {
  const at = markAt(event, state);
  return { id: event.id, place: markPlace(event, state), at, first: isStrike(event),
    point: map.project(at), reach_px: reach_px(map, at) };
}

const NOT_DONE = new Set(["planned", "forecast", "proposed"]);
export const isPlanned = (thing) => thing.planned ?? NOT_DONE.has(thing.status);

const STRIKES = new Set(["airstrike", "rocket-attack", "drone-attack"]);
export const isStrike = (event) => event.strike ?? (STRIKES.has(event.type) && event.status === "happened");
