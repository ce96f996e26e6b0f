// The timeline: lanes, axis, player, count line.
export { timeline } from "./timeline.js";
export { importedLane, importedSteps } from "./imported.js";
