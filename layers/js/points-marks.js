// Single marks of imported events, written straight into the canvas's pixels. Copies of the picture
// are kept while nothing else is to be done, so that a step back need not draw all marks anew.
(function (A) {
  "use strict";

  const RED_BLUE = 0x00ff00ff;
  const GREEN = 0x0000ff00;
  const OUTSIDE = -1;
  const NONE = A.POINT_NONE;
  const POSSIBLE = A.POINT_POSSIBLE;
  // Fewer marks than these are stamped again sooner than a picture is copied.
  const COPY_FROM_MARKS = 2000;
  const COPIES_BYTES = 48 * 1024 * 1024;
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

  // Rows come by day and the undated ones last.
  function undatedFirst(set) {
    const days = set.dayColumn({ day_of: "happened" });
    let dated = set.count;
    while (dated && days[dated - 1] === A.FIRST_OPEN) dated -= 1;
    return Int32Array.from(days, (_day, at) => (at + dated) % set.count);
  }

  A.pointMarks = function (context) {
    let image = null;
    let pixels = null;
    let sprites = [];
    let madeFor = null;
    let size = 0;
    let spots = new Int32Array(0);
    // The order of drawing: what no day is known of lies below, so that a step changes only the top.
    let order = new Int32Array(0);
    // Copies of the picture {upTo, standing, pixels}: what it was with all marks up to a place in it.
    let copies = [];
    // Copies no longer of use: writing over memory is faster than asking for more.
    let spare = [];
    let copying = 0;
    let stood = null;
    let upTo = -1;
    let standing = 0;
    let dirty = null;

    function fit(set, atlas, { width, height, ratio }) {
      if (!image || image.width !== width || image.height !== height) {
        image = context.createImageData(width, height);
        pixels = new Uint32Array(image.data.buffer);
      }
      const key = `${width} ${ratio}`;
      if (madeFor && madeFor.set === set && madeFor.key === key) return;
      if (!madeFor || madeFor.set !== set) order = undatedFirst(set);
      madeFor = { set, key };
      sprites = A.pointSprites(atlas, set.facets, width, ratio);
      size = sprites.length ? sprites[0].size : 0;
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
      forget();
    }

    function touch(at) {
      const y = Math.floor(at / image.width);
      const x = at - y * image.width;
      if (x < dirty.x0) dirty.x0 = x;
      if (x > dirty.x1) dirty.x1 = x;
      if (y < dirty.y0) dirty.y0 = y;
      if (y > dirty.y1) dirty.y1 = y;
    }

    function forget() {
      stood = null;
      // The canvas may have another size by now.
      spare = [...spare, ...copies.map((copy) => copy.pixels)]
        .filter(({ length }) => pixels && length === pixels.length);
      copies = [];
      cancelIdleCallback(copying);
    }

    // The first place in the order that looks otherwise than it did; all below it stays as it is.
    function firstChanged(match) {
      const before = stood;
      let at = 0;
      while (at < order.length && before[order[at]] === match[order[at]]) at += 1;
      return at;
    }

    // Back to the last copy that holds nothing from that place on, or to an empty picture.
    function goBack(at) {
      while (copies.length && copies[copies.length - 1].upTo >= at) spare.push(copies.pop().pixels);
      const copy = copies[copies.length - 1];
      if (copy) pixels.set(copy.pixels);
      else pixels.fill(0);
      upTo = copy ? copy.upTo : -1;
      standing = copy ? copy.standing : 0;
      Object.assign(dirty, { x0: 0, y0: 0, x1: image.width - size, y1: image.height - size });
    }

    function putOn({ facet }, match) {
      for (let at = upTo + 1; at < order.length; at += 1) {
        const row = order[at];
        const shown = match[row];
        if (shown === NONE || spots[row] === OUTSIDE) continue;
        stamp(pixels, spots[row], sprites[2 * facet[row] + (shown === POSSIBLE ? 1 : 0)]);
        touch(spots[row]);
        standing += 1;
        upTo = at;
      }
    }

    // While nothing else is to be done, so that the way back is short.
    function keepCopy() {
      cancelIdleCallback(copying);
      const last = copies[copies.length - 1];
      if (standing - (last ? last.standing : 0) < COPY_FROM_MARKS) return;
      copying = requestIdleCallback(() => {
        if (!stood || (last && last.upTo >= upTo)) return;
        const most = Math.floor(COPIES_BYTES / pixels.byteLength);
        if (!most) return;
        if (copies.length === most) spare.push(copies.shift().pixels);
        const copy = spare.pop() || new Uint32Array(pixels.length);
        copy.set(pixels);
        copies.push({ upTo, standing, pixels: copy });
      });
    }

    // Draws what `match` shows, later rows over earlier ones; returns how many marks stand. Where
    // something else was drawn over the marks, `isWhole` hands all of the picture over again.
    function draw(set, match, isWhole) {
      dirty = { x0: Infinity, y0: Infinity, x1: -1, y1: -1 };
      const from = stood && stood.length === match.length ? firstChanged(match) : -1;
      if (from <= upTo) goBack(from);
      putOn(set, match);
      if (stood && stood.length === match.length) stood.set(match);
      else stood = match.slice();
      if (isWhole) context.putImageData(image, 0, 0);
      else if (dirty.x1 >= 0) {
        context.putImageData(image, 0, 0, dirty.x0, dirty.y0, dirty.x1 - dirty.x0 + size,
          dirty.y1 - dirty.y0 + size);
      }
      keepCopy();
      return standing;
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
      for (let at = order.length - 1; at >= 0; at -= 1) {
        const row = order[at];
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
  };
})((globalThis.CorridorAtlas ??= {}));
