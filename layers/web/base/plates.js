// A side's plate in small: its corners say the side where colour does not.
import { svgEl } from "./dom.js";

/**
 * Corners of a side's plate, so that colour never says the side alone; a circle has none.
 * @type {Record<string, [corners: number, turned_deg: number]>}
 */
const CORNERS = { square: [4, 45], diamond: [4, 0], hexagon: [6, 30], shield: [3, 90],
  octagon: [8, 22.5] };

/**
 * Where the corners of a plate are from its middle, so far away, one after the other around it.
 * @param {string} plate
 * @param {number} reach_px
 * @returns {[x: number, y: number][]}
 */
export function plateCorners(plate, reach_px) {
  const [corners, turned] = CORNERS[plate] || [0, 0];
  return Array.from({ length: corners }, (_, index) => {
    const angle = ((turned + (360 / corners) * index) * Math.PI) / 180;
    return [reach_px * Math.cos(angle), reach_px * Math.sin(angle)];
  });
}

/**
 * @param {string} className
 * @param {number} x
 * @param {number} y
 * @param {number} radius_px
 * @param {string} plate
 * @returns {SVGElement}
 */
export function plate(className, x, y, radius_px, plate) {
  const corners = plateCorners(plate, 1.2 * radius_px);
  if (!corners.length) return svgEl("circle", { class: className, cx: x, cy: y, r: radius_px });
  const points = corners.map(([right, down]) => `${x + right},${y + down}`);
  return svgEl("polygon", { class: className, points: points.join(" ") });
}
