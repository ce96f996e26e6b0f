// The events of the articles on the map.
export { eventBadges } from "./badges.js";
export { eventMarks, eventWords } from "./events.js";
export { eventRings } from "./rings.js";
export { tipLines, tips } from "./tips.js";
