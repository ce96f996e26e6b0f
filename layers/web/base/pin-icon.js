// The look of a mark: a plate whose shape and colour say the side, a glyph that says what happened.
import { svgEl } from "./dom.js";
import { themeColor } from "./theme.js";
/** @import { Look } from "../types.js" */

// Everything is drawn in a box of 24 by 24.
const PLATES = {
  circle: "M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20z",
  square: "M4.6 2.6h14.8a2 2 0 0 1 2 2v14.8a2 2 0 0 1-2 2H4.6a2 2 0 0 1-2-2V4.6a2 2 0 0 1 2-2z",
  hexagon: "M12 1.2L21.4 6.6v10.8L12 22.8L2.6 17.4V6.6z",
  diamond: "M12 .2L23.8 12L12 23.8L.2 12z",
  shield: "M3 2.6h18v9.6c0 5-4 8-9 10.2c-5-2.2-9-5.2-9-10.2z",
  octagon: "M8 2h8l6 6v8l-6 6H8l-6-6V8z",
};

/** @type {Record<string, { fill?: string, line?: string, turn?: number }>} */
const GLYPHS = {
  airstrike: { fill: "M12 4.6l1.2 4.6l5.2 4.2v1.7l-5-1.5l-.3 3.2l1.9 1.5v1.2l-3-.8l-3 .8v-1.2" +
    "l1.9-1.5l-.3-3.2l-5 1.5v-1.7l5.2-4.2z" },
  munition: { fill: "M12 4c1.9 1.9 2.4 4.2 2.4 6.6v4.6H9.6v-4.6C9.6 8.2 10.1 5.9 12 4z" +
    "M8.9 12.2v3.6l-2.3 1.9v-2.3zM15.1 12.2v3.6l2.3 1.9v-2.3z" +
    "M10.5 16.2h3L12 20z", turn: 45 },
  movement: { line: "M6.8 7.2l4.8 4.8l-4.8 4.8M12.4 7.2l4.8 4.8l-4.8 4.8" },
  supply: { fill: "M6 7h12v3.2H6zM6.9 11.4h3.6v2.2h3v-2.2h3.6v5.8H6.9z" },
  warning: { fill: "M10.5 5.4h3l-.6 8h-1.8zM12 15.1a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 1 1 0-3.4z" },
  statement: { fill: "M7 6.8h10a1.3 1.3 0 0 1 1.3 1.3v5.6a1.3 1.3 0 0 1-1.3 1.3h-4.5" +
    "l-3.3 3v-3H7a1.3 1.3 0 0 1-1.3-1.3V8.1A1.3 1.3 0 0 1 7 6.8z" },
  plan: { line: "M12 6.4a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 1 1 0-11.2M12 8.8V12l2.5 1.5" },
};

/**
 * @param {string} name
 * @param {string} color
 * @param {string} plate
 * @returns {SVGGElement}
 */
function glyph(name, color, plate) {
  const shape = GLYPHS[name] || GLYPHS.statement;
  const small = plate === "diamond" ? " translate(12 12) scale(.84) translate(-12 -12)" : "";
  const turn = shape.turn ? ` rotate(${shape.turn} 12 12)` : "";
  const group = svgEl("g", { transform: (small + turn).trim() || "rotate(0)" });
  if (shape.fill) group.append(svgEl("path", { d: shape.fill, fill: color }));
  if (shape.line) {
    group.append(svgEl("path", { d: shape.line, fill: "none", stroke: color, "stroke-width": 2,
      "stroke-linecap": "round", "stroke-linejoin": "round" }));
  }
  return group;
}

const ARROW = "M-3 0H2.6M.2-2.5L2.8 0L.2 2.5";
// Two who take part, and nobody else.
const PAIR = "M-2.2-1.6v3.2M2.2-1.6v3.2";
/** @type {Record<string, string>} */
const STANDING_SIGNS = { claimed: "?", disputed: "≠" };

export const SEVERAL_VOICES = "several-voices";
export const PARTIES_ONLY = "parties-only";

/** @typedef {{ x: number, y: number, sign?: string, d?: string }} Corner Where, and a sign or a path. */

/**
 * A small disc at a corner of the plate, with a sign or a path on it.
 * @param {Corner} corner
 * @returns {SVGGElement}
 */
function badge({ x, y, sign, d }) {
  const group = svgEl("g", { class: "atlas-pin-badge", transform: `translate(${x} ${y})` });
  group.append(svgEl("circle", { r: 6.2 }));
  if (d) group.append(svgEl("path", { d }));
  else {
    const isLong = Boolean(sign && sign.length > 1);
    const text = svgEl("text", { y: isLong ? 2.9 : 3.9, "text-anchor": "middle" });
    // Two letters are as wide as the disc.
    if (isLong) text.style.fontSize = "8px";
    text.textContent = sign ?? null;
    group.append(text);
  }
  return group;
}

/**
 * How it stands at the upper right, that it is not done at the lower right, who says so at the
 * lower left: the number of voices where there are several, or parties only.
 * @param {Omit<Look, "side">} look
 * @returns {Corner[]}
 */
export function pinCorners({ standing, planned, backing, voices }) {
  const made = [];
  if (standing && STANDING_SIGNS[standing]) made.push({ x: 21, y: 3, sign: STANDING_SIGNS[standing] });
  if (planned) made.push({ x: 21, y: 21, d: ARROW });
  if (backing === SEVERAL_VOICES) made.push({ x: 3, y: 21, sign: String(voices) });
  if (backing === PARTIES_ONLY) made.push({ x: 3, y: 21, d: PAIR });
  return made;
}

/**
 * An svg of `size_px` square. `look`: {side, glyph, hollow, standing, planned, backing, voices}, all
 * but side optional.
 * @param {Look} look
 * @param {number} size_px
 * @returns {SVGSVGElement}
 */
export function pinIcon(look, size_px) {
  const { side, hollow } = look;
  const svg = svgEl("svg", { class: "atlas-pin-icon", viewBox: "0 0 24 24", width: size_px,
    height: size_px, "aria-hidden": "true", focusable: "false" });
  const d = PLATES[side.plate] || PLATES.circle;
  svg.append(svgEl("path", { class: "atlas-pin-halo", d }));
  svg.append(svgEl("path", { class: hollow ? "atlas-pin-plate atlas-pin-hollow" : "atlas-pin-plate",
    d, fill: hollow ? themeColor("paper") : side.color,
    stroke: hollow ? side.color : themeColor("mark-line") }));
  if (look.glyph) svg.append(glyph(look.glyph, hollow ? side.color : side.ink, side.plate));
  svg.append(...pinCorners(look).map(badge));
  return svg;
}
