// Where on the canvas the single marks of imported events lie, what is stamped there, and which of them
// lies under a point.
import { POINT_NONE } from "../rules/index.js";
import { pointSprites } from "./sprites.js";

export const OUTSIDE = -1;
// How near a pointer means a mark: on it, or the nearest one about it.
const MARK_PX = 5.5;
const REACH_PX = 11;

/**
 * @typedef {object} Laid A set laid out on a canvas.
 * @property {number} count
 * @property {number} undated How many rows no day is known of.
 * @property {number} width Of the canvas, in its pixels.
 * @property {Int32Array} spots By row: the pixel of its mark's corner, or OUTSIDE.
 * @property {ReturnType<typeof pointSprites>} sprites
 * @property {number} size Of a mark, in canvas pixels.
 * @property {object | null} set For which, and for which look, the sprites were made.
 * @property {string} key
 */

/** @returns {Laid} */
export const nothingLaid = () =>
  ({ count: 0, undated: 0, width: 0, spots: new Int32Array(0), sprites: [], size: 0, set: null, key: "" });

// The order of drawing: what no day is known of lies below, so that a step changes only the top.
export const rowAt = (at, undated, count) => (at < undated ? count - undated + at : at - undated);

function fit(laid, set, atlas, { width, ratio, paint, theme }) {
  laid.count = set.count;
  laid.width = width;
  const key = `${width} ${ratio} ${theme}`;
  if (laid.set === set && laid.key === key) return;
  laid.undated = set.dated === null ? 0 : set.count - set.dated;
  laid.sprites = pointSprites(atlas, set.combinations, width, ratio, paint);
  laid.size = laid.sprites.length ? laid.sprites[0].size : 0;
  Object.assign(laid, { set, key });
}

// The canvas or the view changed: every spot is worked out anew. `frame`: {width, height, ratio,
// world_px, left_px, top_px}, the world's width and the canvas's corner in it, in canvas pixels.
export function layOut(laid, set, atlas, frame) {
  fit(laid, set, atlas, frame);
  const { count, size } = laid;
  if (laid.spots.length !== count) laid.spots = new Int32Array(count);
  const { spots } = laid;
  const { x, y } = set;
  const { width, height, world_px } = frame;
  const [left, top] = [frame.left_px + size / 2, frame.top_px + size / 2];
  const [right, bottom] = [width - size, height - size];
  for (let i = 0; i < count; i += 1) {
    const px = Math.round(x[i] * world_px - left);
    const py = Math.round(y[i] * world_px - top);
    // Without a place both are NaN, and no comparison holds.
    spots[i] = px >= 0 && py >= 0 && px <= right && py <= bottom ? py * width + px : OUTSIDE;
  }
}

// Rows whose marks lie under a point of the canvas, the topmost first; where there is none, the
// nearest within reach.
export function rowsUnder(laid, match, px, py, ratio) {
  const { count, undated, spots, size, width } = laid;
  const half = size / 2;
  const reach = REACH_PX * ratio;
  let least = reach;
  let nearest = -1;
  const hits = [];
  for (let at = count - 1; at >= 0; at -= 1) {
    const row = rowAt(at, undated, count);
    if (match[row] === POINT_NONE || spots[row] === OUTSIDE) continue;
    const dx = (spots[row] % width) + half - px;
    if (dx > reach || dx < -reach) continue;
    const far = Math.hypot(dx, Math.floor(spots[row] / width) + half - py);
    if (far <= MARK_PX * ratio) hits.push(row);
    if (far < least) [least, nearest] = [far, row];
  }
  return hits.length || nearest < 0 ? hits : [nearest];
}
