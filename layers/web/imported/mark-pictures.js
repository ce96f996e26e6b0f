// Pictures of single marks, written pixel by pixel, and the copies of them that are kept while nothing
// else is to be done, so that a step back need not draw all marks anew.
import { POINT_NONE, POINT_POSSIBLE } from "../rules/index.js";
import { OUTSIDE, rowAt } from "./mark-spots.js";

const RED_BLUE = 0x00ff00ff;
const GREEN = 0x0000ff00;
const NONE = POINT_NONE;
const POSSIBLE = POINT_POSSIBLE;
// Fewer marks than these are stamped again sooner than a picture is copied.
const COPY_FROM_MARKS = 500;
const COPIES_BYTES = 64 * 1024 * 1024;

/**
 * @typedef {object} Picture What `match` shows, up to a place in the order of drawing.
 * @property {ImageData} image
 * @property {Uint32Array} pixels The same memory.
 * @property {Uint8Array} match
 * @property {string | null} key Of the selection it shows.
 * @property {number} upTo
 * @property {number} standing How many marks it has.
 */

// A half-covered pixel over what is there; over nothing it keeps its own transparency.
function blended(over, under) {
  const covered = under >>> 24;
  if (covered === 0) return over;
  const share = over >>> 24;
  const rest = 256 - share;
  const redBlue = (((over & RED_BLUE) * share + (under & RED_BLUE) * rest) >>> 8) & RED_BLUE;
  const green = (((over & GREEN) * share + (under & GREEN) * rest) >>> 8) & GREEN;
  return (redBlue | green | (Math.max(share, covered) << 24)) >>> 0;
}

function stamp(pixels, at, sprite) {
  const { offsets, inks, solid } = sprite;
  for (let k = 0; k < solid; k += 1) pixels[at + offsets[k]] = inks[k];
  for (let k = solid; k < offsets.length; k += 1) {
    const to = at + offsets[k];
    pixels[to] = blended(inks[k], pixels[to]);
  }
}

/** @returns {Picture} */
export function blankPicture(context, { width, height }, count) {
  const image = context.createImageData(width, height);
  return { image, pixels: new Uint32Array(image.data.buffer), match: new Uint8Array(count),
    key: null, upTo: -1, standing: 0 };
}

export function emptyPicture(picture) {
  picture.pixels.fill(0);
  picture.match.fill(NONE);
  Object.assign(picture, { key: null, upTo: -1, standing: 0 });
}

export function copyPicture(to, from) {
  to.pixels.set(from.pixels);
  to.match.set(from.match);
  Object.assign(to, { key: from.key, upTo: from.upTo, standing: from.standing });
}

// Whether all that a picture shows is shown alike, so that only marks above it are to be added.
export function liesUnder({ match: before, upTo }, match, { undated, count }) {
  for (let at = 0; at <= upTo; at += 1) {
    const row = rowAt(at, undated, count);
    if (before[row] !== match[row]) return false;
  }
  return true;
}

function touch(dirty, at, width) {
  const y = Math.floor(at / width);
  const x = at - y * width;
  if (x < dirty.x0) dirty.x0 = x;
  if (x > dirty.x1) dirty.x1 = x;
  if (y < dirty.y0) dirty.y0 = y;
  if (y > dirty.y1) dirty.y1 = y;
}

// Adds what `match` shows above a picture, up to `end` in the order of drawing; `dirty` grows by it.
export function stampOn(picture, laid, combination, match, end, dirty) {
  const { pixels } = picture;
  const { spots, sprites, width, undated, count } = laid;
  for (let at = picture.upTo + 1; at < end; at += 1) {
    const row = rowAt(at, undated, count);
    const shown = match[row];
    const spot = spots[row];
    if (shown === NONE || spot === OUTSIDE) continue;
    stamp(pixels, spot, sprites[2 * combination[row] + (shown === POSSIBLE ? 1 : 0)]);
    touch(dirty, spot, width);
    picture.standing += 1;
    picture.upTo = at;
  }
  picture.match.set(match);
}

// Copies by the key of the selection that each shows.
export function pictureCopies(context) {
  /** @type {Map<string, Picture>} */
  const copies = new Map();
  // Memory of copies no longer of use: writing over it is faster than asking for more.
  /** @type {Picture[]} */
  let spare = [];
  let copying = 0;

  function keep(key, picture) {
    const most = Math.floor(COPIES_BYTES / picture.pixels.byteLength);
    if (!most) return;
    if (copies.size === most) {
      const [[oldest, copy]] = copies;
      spare.push(copy);
      copies.delete(oldest);
    }
    const copy = spare.pop() || blankPicture(context, picture.image, picture.match.length);
    copyPicture(copy, picture);
    copies.set(key, copy);
  }

  return {
    // What is asked for again goes last of all.
    get(key) {
      const kept = copies.get(key);
      if (!kept) return null;
      copies.delete(key);
      copies.set(key, kept);
      return kept;
    },
    // The fullest that lies below what is wanted, which ends at `last`.
    below: (match, laid, last) => [...copies.values()].filter(({ upTo }) => upTo <= last)
      .sort((a, b) => b.upTo - a.upTo).find((copy) => liesUnder(copy, match, laid)),
    // While nothing else is to be done, so that the way back is short; if `isStill` then says so.
    keepLater(key, picture, isStill) {
      cancelIdleCallback(copying);
      if (picture.standing < COPY_FROM_MARKS) return;
      copying = requestIdleCallback(() => { if (isStill()) keep(key, picture); });
    },
    // None shows the view any longer; their memory serves again.
    forget() {
      cancelIdleCallback(copying);
      spare.push(...copies.values());
      copies.clear();
    },
    // Another size: their memory is of no use either.
    drop() {
      spare = [];
      copies.clear();
    },
  };
}
