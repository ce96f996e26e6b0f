// Room on the map: boxes already taken, and where a mark stands best near the places it belongs to.
/** @import { Box, Point, Reach, Room } from "../types.js" */

const CELL_PX = 64;
const RING_STEP_PX = 6;
const FIRST_RING = 0.75;
/** @type {Record<string, number>} */
const DOT_HALF_PX = { site: 7, town: 4 };

/**
 * From the middle of a place's dot to its edge; undefined for what has none.
 * @type {(kind: string) => number | undefined}
 */
export const dotHalf_px = (kind) => DOT_HALF_PX[kind];

/** @type {(box: Box, other: Box) => boolean} */
const meet = (box, other) =>
  box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1;

export const boxesMeet = meet;

/**
 * Boxes {x0, y0, x1, y1} in pixels of the zoomed world, found again by the cells they touch.
 * @param {Box[]} [taken]
 * @returns {Room}
 */
export function roomAmong(taken = []) {
  /** @type {Map<string, Box[]>} */
  const cells = new Map();
  /** @type {(box: Box, visit: (key: string) => boolean | void) => boolean} */
  const each = (box, visit) => {
    for (let x = Math.floor(box.x0 / CELL_PX); x <= Math.floor(box.x1 / CELL_PX); x += 1) {
      for (let y = Math.floor(box.y0 / CELL_PX); y <= Math.floor(box.y1 / CELL_PX); y += 1) {
        if (visit(`${x} ${y}`) === false) return false;
      }
    }
    return true;
  };
  /** @type {Room} */
  const room = {
    take(box) {
      each(box, (key) => {
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key)?.push(box);
      });
    },
    isFree: (box) => each(box, (key) => !(cells.get(key) || []).some((other) => meet(box, other))),
    // How much of a box is taken, in square pixels.
    taken_px2(box) {
      /** @type {Set<Box>} */
      const others = new Set();
      each(box, (key) => { for (const one of cells.get(key) || []) others.add(one); });
      return [...others].filter((other) => meet(box, other)).reduce((sum, other) => sum +
        (Math.min(box.x1, other.x1) - Math.max(box.x0, other.x0)) *
        (Math.min(box.y1, other.y1) - Math.max(box.y0, other.y0)), 0);
    },
  };
  taken.forEach(room.take);
  return room;
}

/** @type {(x: number, y: number, halfWidth: number, halfHeight?: number) => Box} */
export const boxAround = (x, y, halfWidth, halfHeight = halfWidth) =>
  ({ x0: x - halfWidth, y0: y - halfHeight, x1: x + halfWidth, y1: y + halfHeight });

/**
 * Offsets from the middle outward to `reach_px`, ring by ring, each from its top clockwise.
 * @param {number} size_px
 * @param {number} reach_px
 * @returns {Point[]}
 */
function spiral(size_px, reach_px) {
  const spots = [{ x: 0, y: 0 }];
  const radii = [];
  for (let radius = RING_STEP_PX; radius < size_px * FIRST_RING; radius += RING_STEP_PX) radii.push(radius);
  for (let radius = size_px * FIRST_RING; radius < reach_px; radius += RING_STEP_PX) radii.push(radius);
  for (const radius of [...radii.filter((one) => one < reach_px), reach_px]) {
    const count = Math.max(16, Math.floor((8 * Math.PI * radius) / size_px));
    for (let k = 0; k < count; k += 1) {
      const angle = (k / count) * 2 * Math.PI - Math.PI / 2;
      spots.push({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    }
  }
  return spots;
}

/**
 * In the middle of points, so that the farthest of them are as near as can be.
 * @param {Point[]} points
 * @returns {Point}
 */
export function middleOf(points) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
}

/**
 * Points from where `homes`, each {point, reach_px}, are all within their reach; none if they are
 * too far apart. The nearest to their middle come first; one home gives the rings about it.
 * @param {Reach[]} homes
 * @param {number} size_px
 * @returns {Point[]}
 */
export function spotsOf(homes, size_px) {
  const middle = middleOf(homes.map(({ point }) => point));
  const reach_px = Math.min(...homes.map((home) => home.reach_px));
  return spiral(size_px, reach_px).map(({ x, y }) => ({ x: middle.x + x, y: middle.y + y }))
    .filter(({ x, y }) => homes.every(({ point, reach_px: most }) =>
      Math.hypot(x - point.x, y - point.y) <= most + 1e-6));
}

/** @type {(middle: Point, size_px: number) => Box} */
export const squareAt = ({ x, y }, size_px) => boxAround(x, y, size_px / 2 - 0.5);

/**
 * The first spot at which a mark covers nothing; null where there is none.
 * @type {(rooms: Pick<Room, "isFree">[], spots: Point[], size_px: number) => Point | null}
 */
export const freeSpot = (rooms, spots, size_px) => spots.find((spot) => {
  const box = squareAt(spot, size_px);
  return rooms.every((room) => room.isFree(box));
}) || null;

/**
 * The spot at which a mark covers least.
 * @param {Pick<Room, "taken_px2">} room
 * @param {Point[]} spots One at least.
 * @param {number} size_px
 * @returns {Point}
 */
export function leastSpot(room, spots, size_px) {
  /** @type {{ spot: Point, covered_px2: number } | null} */
  let best = null;
  for (const spot of spots) {
    const covered_px2 = room.taken_px2(squareAt(spot, size_px));
    if (!best || covered_px2 < best.covered_px2) best = { spot, covered_px2 };
    if (!covered_px2) break;
  }
  return /** @type {{ spot: Point }} */ (best).spot;
}
