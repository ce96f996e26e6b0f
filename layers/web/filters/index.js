// The filters and the search box.
export { filters } from "./filters.js";
