// A side's plate in small: its corners say the side where colour does not.
import { svgEl } from "./dom.js";

/**
 * Corners of a side's plate, so that colour never says the side alone; a circle has none.
 * @type {Record<string, [corners: number, turned_deg: number]>}
 */
const CORNERS = { square: [4, 45], diamond: [4, 0], hexagon: [6, 30], shield: [3, 90],
  octagon: [8, 22.5] };

/**
 * @param {string} className
 * @param {number} x
 * @param {number} y
 * @param {number} radius_px
 * @param {string} plate
 * @returns {SVGElement}
 */
export function plate(className, x, y, radius_px, plate) {
  const [corners, turned] = CORNERS[plate] || [0, 0];
  if (!corners) return svgEl("circle", { class: className, cx: x, cy: y, r: radius_px });
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = ((turned + (360 / corners) * index) * Math.PI) / 180;
    return `${x + 1.2 * radius_px * Math.cos(angle)},${y + 1.2 * radius_px * Math.sin(angle)}`;
  });
  return svgEl("polygon", { class: className, points: points.join(" ") });
}
