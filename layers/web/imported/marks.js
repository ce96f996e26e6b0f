// Single marks of imported events, written straight into the canvas's pixels. Copies of the picture
// are kept while nothing else is to be done, so that a step back need not draw all marks anew.
import { POINT_NONE, POINT_POSSIBLE } from "../rules/index.js";
import { pointSprites } from "./sprites.js";

const RED_BLUE = 0x00ff00ff;
const GREEN = 0x0000ff00;
const OUTSIDE = -1;
const NONE = POINT_NONE;
const POSSIBLE = POINT_POSSIBLE;
// Fewer marks than these are stamped again sooner than a picture is copied.
const COPY_FROM_MARKS = 500;
const COPIES_BYTES = 64 * 1024 * 1024;
// How near a pointer means a mark: on it, or the nearest one about it.
const MARK_PX = 5.5;
const REACH_PX = 11;

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

export function pointMarks(context) {
  // Pictures {image, pixels, match, key, upTo, standing}: what `match` shows, up to a place in the order
  // of drawing. One is worked on; the copies stand by the key of the selection they show.
  let work = null;
  const copies = new Map();
  // Memory of copies no longer of use: writing over it is faster than asking for more.
  let spare = [];
  let onCanvas = null;
  let copying = 0;
  let sprites = [];
  let madeFor = null;
  let size = 0;
  let spots = new Int32Array(0);
  let dirty = null;
  // The order of drawing: what no day is known of lies below, so that a step changes only the top.
  let count = 0;
  let undated = 0;
  const rowAt = (at) => (at < undated ? count - undated + at : at - undated);

  function blank({ width, height }) {
    const image = context.createImageData(width, height);
    return { image, pixels: new Uint32Array(image.data.buffer), match: new Uint8Array(count),
      key: null, upTo: -1, standing: 0 };
  }

  function fit(set, atlas, frame) {
    const { width, height, ratio, paint } = frame;
    const isOld = work && work.match.length === set.count && work.image.width === width &&
      work.image.height === height;
    count = set.count;
    if (!isOld) {
      [work, spare] = [blank(frame), []];
      copies.clear();
    }
    const key = `${width} ${ratio} ${frame.theme}`;
    if (madeFor && madeFor.set === set && madeFor.key === key) return;
    undated = set.dated === null ? 0 : count - set.dated;
    madeFor = { set, key };
    sprites = pointSprites(atlas, set.facets, width, ratio, paint);
    size = sprites.length ? sprites[0].size : 0;
  }

  // The canvas or the view changed: every spot is worked out anew. `frame`: {width, height, ratio,
  // world_px, left_px, top_px}, the world's width and the canvas's corner in it, in canvas pixels.
  function layout(set, atlas, frame) {
    fit(set, atlas, frame);
    if (spots.length !== count) spots = new Int32Array(count);
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
    forget();
  }

  function forget() {
    cancelIdleCallback(copying);
    spare.push(...copies.values());
    copies.clear();
    onCanvas = null;
    if (work) empty();
  }

  function empty() {
    work.pixels.fill(0);
    work.match.fill(NONE);
    Object.assign(work, { key: null, upTo: -1, standing: 0 });
  }

  function touch(at) {
    const y = Math.floor(at / work.image.width);
    const x = at - y * work.image.width;
    if (x < dirty.x0) dirty.x0 = x;
    if (x > dirty.x1) dirty.x1 = x;
    if (y < dirty.y0) dirty.y0 = y;
    if (y > dirty.y1) dirty.y1 = y;
  }

  // Whether all that a picture shows is shown alike, so that only marks above it are to be added.
  function lies(picture, match) {
    const before = picture.match;
    for (let at = 0; at <= picture.upTo; at += 1) {
      const row = rowAt(at);
      if (before[row] !== match[row]) return false;
    }
    return true;
  }

  function take(to, from) {
    to.pixels.set(from.pixels);
    to.match.set(from.match);
    Object.assign(to, { key: from.key, upTo: from.upTo, standing: from.standing });
  }

  // To the fullest copy that lies below what is wanted, or to an empty picture.
  function goBack(match) {
    let last = count - 1;
    while (last >= 0 && match[rowAt(last)] === NONE) last -= 1;
    const below = [...copies.values()].filter(({ upTo }) => upTo <= last)
      .sort((a, b) => b.upTo - a.upTo).find((copy) => lies(copy, match));
    if (below) take(work, below);
    else empty();
    onCanvas = null;
  }

  function putOn({ facet }, match, end) {
    const { pixels } = work;
    for (let at = work.upTo + 1; at < end; at += 1) {
      const row = rowAt(at);
      const shown = match[row];
      if (shown === NONE || spots[row] === OUTSIDE) continue;
      stamp(pixels, spots[row], sprites[2 * facet[row] + (shown === POSSIBLE ? 1 : 0)]);
      touch(spots[row]);
      work.standing += 1;
      work.upTo = at;
    }
    work.match.set(match);
  }

  // While nothing else is to be done, so that the way back is short.
  function keepCopy(key) {
    cancelIdleCallback(copying);
    if (work.standing < COPY_FROM_MARKS) return;
    copying = requestIdleCallback(() => {
      const most = Math.floor(COPIES_BYTES / work.pixels.byteLength);
      if (!most || onCanvas !== work) return;
      if (copies.size === most) {
        const [oldest] = copies.keys();
        spare.push(copies.get(oldest));
        copies.delete(oldest);
      }
      const copy = spare.pop() || blank(work.image);
      take(copy, work);
      copies.set(key, copy);
    });
  }

  // Brings the picture under work to what `match` shows.
  function bring(set, match, key, step) {
    // Where it is known what changed, nothing else is compared.
    const isKnown = step && step.since === work.key && undated + step.first > work.upTo;
    if (!isKnown && !lies(work, match)) goBack(match);
    putOn(set, match, isKnown ? undated + step.end : count);
    work.key = key;
  }

  // Draws what `match` shows, later rows over earlier ones; returns how many marks stand. `key` is
  // the same for the same selection; `step` is points.step. Where something else was drawn over the
  // marks, `isWhole` hands all of the picture over again.
  function draw(set, match, key, step, isWhole) {
    const kept = copies.get(key);
    if (kept) {
      copies.delete(key);
      copies.set(key, kept);
      onCanvas = kept;
      context.putImageData(kept.image, 0, 0);
      return kept.standing;
    }
    dirty = { x0: Infinity, y0: Infinity, x1: -1, y1: -1 };
    bring(set, match, key, step);
    if (isWhole || onCanvas !== work) context.putImageData(work.image, 0, 0);
    else if (dirty.x1 >= 0) {
      context.putImageData(work.image, 0, 0, dirty.x0, dirty.y0, dirty.x1 - dirty.x0 + size,
        dirty.y1 - dirty.y0 + size);
    }
    onCanvas = work;
    keepCopy(key);
    return work.standing;
  }

  // Rows whose marks lie under a point of the canvas, the topmost first; where there is none, the
  // nearest within reach.
  function under(match, px, py, ratio) {
    if (!work) return [];
    const { width } = work.image;
    const half = size / 2;
    const reach = REACH_PX * ratio;
    let least = reach;
    let nearest = null;
    const hits = [];
    for (let at = count - 1; at >= 0; at -= 1) {
      const row = rowAt(at);
      if (match[row] === NONE || spots[row] === OUTSIDE) continue;
      const dx = (spots[row] % width) + half - px;
      if (dx > reach || dx < -reach) continue;
      const far = Math.hypot(dx, Math.floor(spots[row] / width) + half - py);
      if (far <= MARK_PX * ratio) hits.push(row);
      if (far < least) [least, nearest] = [far, row];
    }
    return hits.length || nearest === null ? hits : [nearest];
  }

  return { layout, draw, under, forget };
}
