// Paints an element's own box on a canvas: its rings, ground and border.
import { isSeenThrough, shadowsOf, surfaceMatrix } from "./picture-surface.js";

const SIDES = ["Top", "Right", "Bottom", "Left"];

function radius_px({ borderTopLeftRadius: radius }, width, scale) {
  const value = parseFloat(radius) || 0;
  return radius.endsWith("%") ? (value / 100) * width : value * scale;
}

// A box grown by so much to every side, its corners with it.
function rounded(path, box, radius, grown) {
  const [width, height] = [box.width + 2 * grown, box.height + 2 * grown];
  if (width <= 0 || height <= 0) return;
  const round = radius ? Math.max(0, Math.min(radius + grown, width / 2, height / 2)) : 0;
  path.roundRect(box.left - grown, box.top - grown, width, height, round);
}

function between(box, radius, outer, inner) {
  const path = new Path2D();
  rounded(path, box, radius, outer);
  rounded(path, box, radius, inner);
  return path;
}

// Rings only: a shadow that is spread, not blurred, about the box and never under it.
function rings(context, box, radius, look, scale) {
  for (const { color, blur, spread, isInset } of shadowsOf(look.boxShadow).reverse()) {
    if (blur || isInset || spread <= 0) continue;
    context.fillStyle = color;
    context.fill(between(box, radius, spread * scale, 0), "evenodd");
  }
}

function edge(context, box, side, width, color) {
  const { left, top, right, bottom } = box;
  const [x, y] = [side === "Right" ? right - width : left, side === "Bottom" ? bottom - width : top];
  const isFlat = side === "Top" || side === "Bottom";
  context.fillStyle = color;
  context.fillRect(x, y, isFlat ? right - left : width, isFlat ? width : bottom - top);
}

function border(context, box, radius, look, scale) {
  const edges = SIDES.map((side) => ({ side, color: look[`border${side}Color`],
    width: look[`border${side}Style`] === "none" ? 0
      : parseFloat(look[`border${side}Width`]) * scale }));
  const [{ width, color }] = edges;
  if (edges.every((one) => one.width === width && one.color === color)) {
    if (!width) return;
    context.fillStyle = color;
    context.fill(between(box, radius, 0, -width), "evenodd");
    return;
  }
  for (const one of edges) if (one.width) edge(context, box, one.side, one.width, one.color);
}

export function paintBox(surface, element, look, scale) {
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height) return;
  const { context } = surface;
  const radius = radius_px(look, box.width, scale);
  context.save();
  context.setTransform(surfaceMatrix(surface));
  rings(context, box, radius, look, scale);
  if (!isSeenThrough(look.backgroundColor)) {
    const path = new Path2D();
    rounded(path, box, radius, 0);
    context.fillStyle = look.backgroundColor;
    context.fill(path);
  }
  border(context, box, radius, look, scale);
  context.restore();
}
