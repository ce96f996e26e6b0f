// The ground: base map, shapes, names.
export { CREDIT, basemap } from "./basemap.js";
export { frame } from "./frame.js";
export { labelLayer } from "./labels.js";
export { boundShapes, thingWords } from "./shapes.js";
export { besideShift, ribbonHalf_px, shiftArrow, shiftWords } from "./shift-label.js";
