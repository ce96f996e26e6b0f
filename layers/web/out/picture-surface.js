// What is painted on: a canvas with the page's pixels, opacity, filters and shadows.
import { el } from "../base/index.js";

// Beyond an element's own box: halos, shadows, strokes.
const AROUND_PX = 16;

// A surface: {context, ratio, x, y, width, height, instead, painted, left}. `x` and `y` are added to
// the page's pixels, `ratio` of the canvas's make one of them; `instead` holds canvases to be drawn
// for those of the page; `painted` takes every element that was drawn, `left` pictures that a
// browser lets nobody read.
export const surfaceMatrix = ({ ratio, x, y }) => new DOMMatrix([ratio, 0, 0, ratio, x * ratio, y * ratio]);

export const isSeenThrough = (color) => !color || color === "transparent" ||
  /^(rgba|hsla)\(.*,\s*0\)$|\/\s*0\)$/.test(color);

// "1px 2px 3px" with a colour before it, and such lists, as browsers write computed shadows.
export function shadowsOf(text) {
  if (!text || text === "none") return [];
  return text.split(/,(?![^(]*\))/).map((one) => {
    const color = /[a-z]+\([^)]*\)|#[0-9a-f]+/i.exec(one);
    const [x = 0, y = 0, blur = 0, spread = 0] =
      (one.replace(color ? color[0] : "", "").match(/-?[\d.]+(?=px)/g) || []).map(Number);
    return { color: color ? color[0] : "", x, y, blur, spread, isInset: /\binset\b/.test(one) };
  });
}

const dropShadow = (filter) => (/^drop-shadow\((.*)\)$/.exec(filter) || [])[1];

function roomOf({ width, height, x, y }, element) {
  const box = element.getBoundingClientRect();
  const whole = { x0: 0, y0: 0, x1: width, y1: height };
  if (!box.width || !box.height) return whole;
  return { x0: Math.max(0, Math.floor(box.left + x - AROUND_PX)),
    y0: Math.max(0, Math.floor(box.top + y - AROUND_PX)),
    x1: Math.min(width, Math.ceil(box.right + x + AROUND_PX)),
    y1: Math.min(height, Math.ceil(box.bottom + y + AROUND_PX)) };
}

// On a canvas of its own first: what overlaps within an element is one thing to its opacity.
export function paintAsOne(surface, element, look, paint) {
  const { opacity, filter, mixBlendMode: blend } = look;
  if (opacity === "1" && filter === "none" && blend === "normal") {
    paint(surface);
    return;
  }
  const { context, ratio } = surface;
  const room = roomOf(surface, element);
  const [width, height] = [room.x1 - room.x0, room.y1 - room.y0];
  if (width <= 0 || height <= 0) return;
  const canvas = el("canvas");
  [canvas.width, canvas.height] = [Math.ceil(width * ratio), Math.ceil(height * ratio)];
  paint(Object.assign({}, surface, { context: canvas.getContext("2d"), width, height,
    x: surface.x - room.x0, y: surface.y - room.y0 }));
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = Number(opacity);
  if (blend !== "normal") context.globalCompositeOperation = blend;
  const [shadow] = shadowsOf(dropShadow(filter));
  if (shadow) {
    // A filter gives the deviation, a canvas twice that.
    Object.assign(context, { shadowColor: shadow.color, shadowBlur: 2 * shadow.blur * ratio,
      shadowOffsetX: shadow.x * ratio, shadowOffsetY: shadow.y * ratio });
  } else if (filter !== "none") context.filter = filter;
  context.drawImage(canvas, Math.round(room.x0 * ratio), Math.round(room.y0 * ratio));
  context.restore();
}
