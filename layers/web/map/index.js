// The ground: base map, shapes, names.
export { basemap } from "./basemap.js";
export { frame } from "./frame.js";
export { labelLayer } from "./labels.js";
export { boundShapes, thingWords } from "./shapes.js";
export { shiftWords } from "./shift-label.js";
export { besideShift, ribbonHalf_px, shiftArrow } from "./shift-spots.js";
