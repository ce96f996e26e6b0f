// The marks of imported events as pixels: one small picture for each side, full and hollow.
import { plateCorners, themeColor } from "../base/index.js";

const RADIUS_PX = 4.4;
const OUTLINE_PX = 1;
const HOLLOW_PX = 1.7;
const SOLID_FROM = 236;
const EMPTY_TO = 20;
// By how many corners: they reach out so that every shape has about the area of the circle.
const REACH = { 3: 1.45, 4: 1.25, 6: 1.1, 8: 1.06 };

function outline(context, plate, centre) {
  const corners = plateCorners(plate, RADIUS_PX);
  const reach = REACH[corners.length];
  context.beginPath();
  if (!corners.length) context.arc(centre, centre, RADIUS_PX, 0, 2 * Math.PI);
  for (const [right, down] of corners) context.lineTo(centre + reach * right, centre + reach * down);
  context.closePath();
}

function picture(side, isHollow, size_px, ratio, paint) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.round(size_px * ratio);
  const context = /** @type {CanvasRenderingContext2D} */ (
    canvas.getContext("2d", { willReadFrequently: true }));
  context.scale(canvas.width / size_px, canvas.height / size_px);
  outline(context, side.plate, size_px / 2);
  context.fillStyle = paint(isHollow ? themeColor("paper") : side.color);
  context.fill();
  context.lineWidth = isHollow ? HOLLOW_PX : OUTLINE_PX;
  context.strokeStyle = paint(isHollow ? side.color : themeColor("mark-line"));
  context.stroke();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

// Every pixel that is not empty: first those to write outright, then those at the edge, to blend
// with what is there. `solid` counts the first kind.
export function pixels({ data, width }) {
  const colors = new Uint32Array(data.buffer);
  const solid = [];
  const soft = [];
  colors.forEach((color, index) => {
    const one = { x: index % width, y: Math.floor(index / width), color };
    const alpha = color >>> 24;
    if (alpha >= SOLID_FROM) solid.push({ ...one, color: (color | 0xff000000) >>> 0 });
    else if (alpha > EMPTY_TO) soft.push(one);
  });
  return { size: width, solid: solid.length, cells: [...solid, ...soft] };
}

// Offsets for a canvas `width` pixels wide; to be made anew when that changes.
export const forWidth = ({ size, solid, cells }, width) => ({
  size,
  solid,
  offsets: Int32Array.from(cells, ({ x, y }) => y * width + x),
  inks: Uint32Array.from(cells, ({ color }) => color),
});

// By 2 * combination + (1 if hollow): what to stamp on a canvas of this width and pixel ratio; `paint`
// says what a colour is now.
export function pointSprites(atlas, combinations, width, ratio, paint) {
  const size_px = 2 * Math.ceil(RADIUS_PX * 1.5 + 1);
  const made = {};
  const sprite = (id, isHollow) => (made[`${id} ${isHollow}`] ??=
    forWidth(pixels(picture(atlas.side[id], isHollow, size_px, ratio, paint)), width));
  return combinations.flatMap(({ side }) => [sprite(side, false), sprite(side, true)]);
}
