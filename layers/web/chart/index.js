// The chart of counts over time.
export { timelineChart } from "./chart.js";
export { chartCounts } from "./counts.js";
