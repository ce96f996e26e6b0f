// The table in place of the map.
export { table } from "./table.js";
