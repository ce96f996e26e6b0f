// The timeline: lanes, axis, player, count line.
export { timeline } from "./timeline.js";
export { importedSteps } from "./imported.js";
