// What the packed columns of imported events say of open days and of places.

export const FIRST_OPEN = -2147483648;
export const LAST_OPEN = 2147483647;

export function pointLatLng({ x, y }, row) {
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y[row]))) * 180) / Math.PI;
  return [latitude, x[row] * 360 - 180];
}
