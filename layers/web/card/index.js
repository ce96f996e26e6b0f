// The card of what is open.
export { aboutCard } from "./about.js";
export { card } from "./card.js";
export { eventCard } from "./event.js";
