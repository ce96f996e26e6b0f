// What the packed columns of imported events say of open days and of places.
/** @import { LatLon } from "../base/payload.js" */

export const FIRST_OPEN = -2147483648;
export const LAST_OPEN = 2147483647;

/**
 * @param {{ x: ArrayLike<number>, y: ArrayLike<number> }} set Fractions of the world from the west and from the north.
 * @param {number} row
 * @returns {LatLon}
 */
export function pointLatLng({ x, y }, row) {
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y[row]))) * 180) / Math.PI;
  return [latitude, x[row] * 360 - 180];
}
