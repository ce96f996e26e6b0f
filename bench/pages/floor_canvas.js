// The fastest canvas page we could write for the same marks: circles stamped as pixels into one
// image, in time order, and handed to the canvas as one rectangle for each step. When the page has
// nothing else to do it copies what it shows, so that coming back to it is handing over the copy.
//
// Measured on two cores without a graphics card, with other work on them: twenty steps of 5,000 of
// 100,000 marks, ten forward and ten back, ms from the input event to the frame made, median of all
// (forward / backward), six loads each but for the first two rows:
//   drawImage of sprites, all again when going back      164    (20 / 512)
//   stamped pixels, all again when going back             19     (6 / 33)
//   stamped, what each mark covered kept to undo it       12    (16 / 6)
//   stamped, the image copied within each step             8    (10 / 3)
//   stamped, the image copied when idle (this page)        5     (9 / 3)
// With 10,000 marks the last three take 4, 6 and 3 ms. `alpha: false`, `willReadFrequently`,
// `desynchronized` and `will-change` made no difference beyond noise.
// Not done, as it would draw nothing at a step: pictures made beforehand for places of the slider
// that nobody has been to, or one canvas for each of them, only shown or hidden.
(async () => {
  "use strict";

  const { input, map, COLORS, OUTLINE, RADIUS_PX } = Floor;
  const SPRITE_PX = 2 * RADIUS_PX + 3;
  const TILE_PX = 256;
  const OPAQUE = 0xfa;
  const MOST_KEPT = 32;

  // Marks that reach over the edge of the map are drawn in a margin that the page hides.
  const width = map.clientWidth + 2 * SPRITE_PX;
  const height = map.clientHeight + 2 * SPRITE_PX;
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  Object.assign(canvas.style, { position: "absolute", left: `${-SPRITE_PX}px`,
    top: `${-SPRITE_PX}px` });
  map.append(canvas);
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  const colors = ({ data }) => new Uint32Array(data.buffer);
  const pixels = colors(image);

  function sprite(color) {
    const one = new OffscreenCanvas(SPRITE_PX, SPRITE_PX);
    const brush = one.getContext("2d");
    brush.arc(SPRITE_PX / 2, SPRITE_PX / 2, RADIUS_PX, 0, 2 * Math.PI);
    brush.fillStyle = color;
    brush.fill();
    brush.strokeStyle = OUTLINE;
    brush.stroke();
    return new Uint32Array(brush.getImageData(0, 0, SPRITE_PX, SPRITE_PX).data.buffer);
  }

  // Every sprite has the same shape: first its opaque pixels, then those of its edge.
  const sprites = COLORS.map(sprite);
  const cells = [...sprites[0].keys()].filter((cell) => sprites[0][cell] >>> 24);
  const isOpaque = (cell) => sprites.every((one) => one[cell] >>> 24 >= OPAQUE);
  const shape = [...cells.filter(isOpaque), ...cells.filter((cell) => !isOpaque(cell))];
  const opaque = cells.filter(isOpaque).length;
  const size = shape.length;
  const offsets = Int32Array.from(shape,
    (cell) => Math.floor(cell / SPRITE_PX) * width + (cell % SPRITE_PX));
  const inks = sprites.map((one) => Uint32Array.from(shape,
    (cell, k) => (k < opaque ? one[cell] | 0xff000000 : one[cell])));

  const { n, lat, lon, day, side } = await Floor.events();
  const reached = Floor.reached(day);
  const left = new Int32Array(n);
  const top = new Int32Array(n);
  // By how many marks it shows: a copy of the image.
  const kept = new Map();
  let isBehind = false;
  let zoom = Floor.ZOOM;
  let centre = null;
  let shown = 0;

  const worldX = (one) => (TILE_PX * 2 ** zoom * (one + 180)) / 360;
  const worldY = (one) => TILE_PX * 2 ** zoom *
    (0.5 - Math.asinh(Math.tan((one * Math.PI) / 180)) / (2 * Math.PI));

  // Where each mark stands; marks outside have no left.
  function place() {
    const x0 = centre.x - width / 2 + SPRITE_PX / 2;
    const y0 = centre.y - height / 2 + SPRITE_PX / 2;
    for (let i = 0; i < n; i++) {
      const x = Math.round(worldX(lon[i]) - x0);
      const y = Math.round(worldY(lat[i]) - y0);
      const isInside = x >= 0 && y >= 0 && x <= width - SPRITE_PX && y <= height - SPRITE_PX;
      left[i] = isInside ? x : -1;
      top[i] = y;
    }
  }

  function blended(over, under) {
    const before = under >>> 24;
    if (!before) return over;
    const share = over >>> 24;
    const rest = 256 - share;
    const redBlue = ((over & 0xff00ff) * share + (under & 0xff00ff) * rest) >>> 8 & 0xff00ff;
    const green = ((over & 0xff00) * share + (under & 0xff00) * rest) >>> 8 & 0xff00;
    return (redBlue | green | (Math.max(share, before) << 24)) >>> 0;
  }

  function stamp(from, to) {
    for (let i = from; i < to; i++) {
      if (left[i] < 0) continue;
      const at = top[i] * width + left[i];
      const ink = inks[side[i]];
      for (let k = 0; k < opaque; k++) pixels[at + offsets[k]] = ink[k];
      for (let k = opaque; k < size; k++) {
        pixels[at + offsets[k]] = blended(ink[k], pixels[at + offsets[k]]);
      }
    }
  }

  // Hands over the smallest rectangle that holds all marks that came or went.
  function present(picture, from, to) {
    let [x0, y0, x1, y1] = [width, height, -1, -1];
    for (let i = from; i < to; i++) {
      if (left[i] < 0) continue;
      x0 = Math.min(x0, left[i]);
      x1 = Math.max(x1, left[i]);
      y0 = Math.min(y0, top[i]);
      y1 = Math.max(y1, top[i]);
    }
    if (x1 >= 0) {
      context.putImageData(picture, 0, 0, x0, y0, x1 - x0 + SPRITE_PX, y1 - y0 + SPRITE_PX);
    }
  }

  // Brings the working image to what is shown, or to the nearest copy below what is wanted.
  function rewind(most) {
    const count = Math.max(0, ...[...kept.keys()].filter((one) => one <= most));
    if (count) pixels.set(colors(kept.get(count)));
    else pixels.fill(0);
    isBehind = false;
    return count;
  }

  function keep() {
    if (isBehind) rewind(shown);
    if (kept.has(shown)) return;
    const [oldest] = kept.size < MOST_KEPT ? [] : kept.keys();
    const copy = kept.get(oldest) ?? new ImageData(width, height);
    kept.delete(oldest);
    colors(copy).set(pixels);
    kept.set(shown, copy);
  }

  function show() {
    const wanted = reached[input.value];
    const [from, to] = [Math.min(shown, wanted), Math.max(shown, wanted)];
    const copy = kept.get(wanted);
    if (copy) isBehind = true;
    else stamp(isBehind || wanted < shown ? rewind(wanted) : shown, wanted);
    shown = wanted;
    present(copy ?? image, from, to);
    requestIdleCallback(keep);
  }

  function look() {
    place();
    kept.clear();
    isBehind = false;
    pixels.fill(0);
    stamp(0, shown);
    context.putImageData(image, 0, 0);
    requestIdleCallback(keep);
  }

  function zoomIn() {
    zoom += 1;
    centre = { x: centre.x * 2, y: centre.y * 2 };
    look();
  }

  // While dragged the drawing moves along; it is made anew when let go, as Leaflet does.
  let pressed = null;
  const shift = (x_px, y_px) => { canvas.style.transform = `translate3d(${x_px}px,${y_px}px,0)`; };
  map.addEventListener("pointerdown", ({ clientX, clientY }) => { pressed = { clientX, clientY }; });
  addEventListener("pointermove", ({ clientX, clientY }) => {
    if (pressed) shift(clientX - pressed.clientX, clientY - pressed.clientY);
  });
  addEventListener("pointerup", ({ clientX, clientY }) => {
    if (!pressed) return;
    centre.x -= clientX - pressed.clientX;
    centre.y -= clientY - pressed.clientY;
    pressed = null;
    shift(0, 0);
    look();
  });
  map.addEventListener("wheel", ({ deltaY }) => { if (deltaY < 0) zoomIn(); }, { passive: true });

  centre = { x: worldX(Floor.CENTER[1]), y: worldY(Floor.CENTER[0]) };
  place();
  input.addEventListener("input", show);
  input.value = Floor.position;
  show();
  globalThis.benchPage = { input, map, zoomIn, drawn: () => shown, settled: () => true,
    view: () => [zoom, centre.y, centre.x] };
})();
