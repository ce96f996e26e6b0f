// A reader's own events, packed.
export { pointPicks } from "./pick.js";
export { points } from "./points.js";
