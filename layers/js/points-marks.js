// Single marks of imported events, written straight into the canvas's pixels, and what each of them
// covered, so that the newest come off again without drawing the others anew.
(function (A) {
  "use strict";

  const RED_BLUE = 0x00ff00ff;
  const GREEN = 0x0000ff00;
  const OUTSIDE = -1;
  // Marks that can be taken off singly; below them all are drawn anew. 28 MB at the most.
  const MOST_KEPT = 65536;
  const MOST_KEPT_WORDS = 7 * 1024 * 1024;
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

  // The sprite onto the pixels; what it covers goes into `kept` from `slot` on.
  function stamp(pixels, at, { offsets, inks, solid }, kept, slot) {
    for (let k = 0; k < solid; k += 1) {
      const to = at + offsets[k];
      kept[slot + k] = pixels[to];
      pixels[to] = inks[k];
    }
    for (let k = solid; k < offsets.length; k += 1) {
      const to = at + offsets[k];
      const under = pixels[to];
      kept[slot + k] = under;
      pixels[to] = blended(inks[k], under);
    }
  }

  function lift(pixels, at, { offsets }, kept, slot) {
    for (let k = 0; k < offsets.length; k += 1) pixels[at + offsets[k]] = kept[slot + k];
  }

  A.pointMarks = function (context) {
    let image = null;
    let pixels = null;
    let sprites = [];
    let madeFor = null;
    let size = 0;
    let spots = new Int32Array(0);
    // The newest marks, as a ring: which row each is, and the pixels below it.
    let most = 0;
    let words = 0;
    let rows = new Int32Array(0);
    let kept = new Uint32Array(0);
    let oldest = 0;
    let newest = 0;
    let stood = null;
    let dirty = null;

    function fit(set, atlas, { width, height, ratio }) {
      if (!image || image.width !== width || image.height !== height) {
        image = context.createImageData(width, height);
        pixels = new Uint32Array(image.data.buffer);
      }
      const key = `${width} ${ratio}`;
      if (madeFor && madeFor.set === set && madeFor.key === key) return;
      madeFor = { set, key };
      sprites = A.pointSprites(atlas, set.facets, width, ratio);
      size = sprites.length ? sprites[0].size : 0;
      words = Math.max(1, ...sprites.map(({ offsets }) => offsets.length));
      most = Math.max(1, Math.min(set.count, MOST_KEPT, Math.floor(MOST_KEPT_WORDS / words)));
      rows = new Int32Array(most);
      kept = new Uint32Array(most * words);
    }

    // The canvas or the view changed: every spot is worked out anew. `frame`: {width, height, ratio,
    // world_px, left_px, top_px}, the world's width and the canvas's corner in it, in canvas pixels.
    function layout(set, atlas, frame) {
      fit(set, atlas, frame);
      if (spots.length !== set.count) spots = new Int32Array(set.count);
      const { x, y, count } = set;
      const { width, height, world_px } = frame;
      const [left, top] = [frame.left_px + size / 2, frame.top_px + size / 2];
      const [right, bottom] = [width - size, height - size];
      for (let i = 0; i < count; i += 1) {
        const px = Math.round(x[i] * world_px - left);
        const py = Math.round(y[i] * world_px - top);
        // Without a place both are NaN, and no comparison holds.
        spots[i] = px >= 0 && py >= 0 && px <= right && py <= bottom ? py * width + px : OUTSIDE;
      }
      stood = null;
    }

    const spriteOf = ({ facet }, row, match) =>
      sprites[2 * facet[row] + (match[row] === A.POINT_POSSIBLE ? 1 : 0)];

    function touch(at) {
      const y = Math.floor(at / image.width);
      const x = at - y * image.width;
      if (x < dirty.x0) dirty.x0 = x;
      if (x > dirty.x1) dirty.x1 = x;
      if (y < dirty.y0) dirty.y0 = y;
      if (y > dirty.y1) dirty.y1 = y;
    }

    // Takes off every mark from row `from` on, newest first; false if the ring does not reach so far.
    function takeOff(set, from) {
      while (newest > oldest) {
        const slot = (newest - 1) % most;
        const row = rows[slot];
        if (row < from) return true;
        lift(pixels, spots[row], spriteOf(set, row, stood), kept, slot * words);
        touch(spots[row]);
        newest -= 1;
      }
      return oldest === 0;
    }

    function clear() {
      pixels.fill(0);
      [oldest, newest] = [0, 0];
      Object.assign(dirty, { x0: 0, y0: 0, x1: image.width - size, y1: image.height - size });
    }

    // The first row that looks otherwise than it did; all before it stay as they are.
    function firstChanged(match) {
      let row = 0;
      while (row < match.length && stood[row] === match[row]) row += 1;
      return row;
    }

    function putOn(set, match, from) {
      for (let row = from; row < match.length; row += 1) {
        if (match[row] === A.POINT_NONE || spots[row] === OUTSIDE) continue;
        const slot = newest % most;
        rows[slot] = row;
        stamp(pixels, spots[row], spriteOf(set, row, match), kept, slot * words);
        touch(spots[row]);
        newest += 1;
        if (newest - oldest > most) oldest += 1;
      }
    }

    // Draws what `match` shows, later rows over earlier ones; returns how many marks stand. Where
    // something else was drawn over the marks, `isWhole` hands all of the picture over again.
    function draw(set, match, isWhole) {
      dirty = { x0: Infinity, y0: Infinity, x1: -1, y1: -1 };
      let from = stood && stood.length === match.length ? firstChanged(match) : -1;
      const isAll = newest > 0 && oldest === 0 && rows[0] >= from;
      if (from < 0 || isAll || (from < match.length && !takeOff(set, from))) {
        clear();
        from = 0;
      }
      putOn(set, match, from);
      if (stood && stood.length === match.length) stood.set(match);
      else stood = match.slice();
      if (isWhole) context.putImageData(image, 0, 0);
      else if (dirty.x1 >= 0) {
        context.putImageData(image, 0, 0, dirty.x0, dirty.y0, dirty.x1 - dirty.x0 + size,
          dirty.y1 - dirty.y0 + size);
      }
      return newest;
    }

    // Rows whose marks lie under a point of the canvas, the topmost first; where there is none, the
    // nearest within reach.
    function under(match, px, py, ratio) {
      if (!image) return [];
      const { width } = image;
      const half = size / 2;
      const reach = REACH_PX * ratio;
      let least = reach;
      let nearest = null;
      const hits = [];
      for (let row = match.length - 1; row >= 0; row -= 1) {
        if (match[row] === A.POINT_NONE || spots[row] === OUTSIDE) continue;
        const dx = (spots[row] % width) + half - px;
        if (dx > reach || dx < -reach) continue;
        const far = Math.hypot(dx, Math.floor(spots[row] / width) + half - py);
        if (far <= MARK_PX * ratio) hits.push(row);
        if (far < least) [least, nearest] = [far, row];
      }
      return hits.length || nearest === null ? hits : [nearest];
    }

    return { layout, draw, under };
  };
})((globalThis.CorridorAtlas ??= {}));
