// Paints the shapes of a live SVG on a canvas: their computed colours, widths, dashes and places.
import { isSeenThrough, paintAsOne, surfaceMatrix } from "./picture-surface.js";
import { fontOf } from "./picture-text.js";

const SHAPES = {
  path: (element) => new Path2D(element.getAttribute("d") || ""),
  circle({ cx, cy, r }) {
    const path = new Path2D();
    path.arc(cx.baseVal.value, cy.baseVal.value, r.baseVal.value, 0, 2 * Math.PI);
    return path;
  },
  rect({ x, y, width, height }) {
    const path = new Path2D();
    path.rect(x.baseVal.value, y.baseVal.value, width.baseVal.value, height.baseVal.value);
    return path;
  },
};
const ANCHORS = { start: "left", middle: "center", end: "right" };

const numbers = (text) => (text === "none" ? [] : text.split(/[\s,]+/).map(parseFloat));

const isNone = (paint) => paint === "none" || paint.startsWith("url") || isSeenThrough(paint);

function fill({ context }, path, matrix, look) {
  if (isNone(look.fill)) return;
  context.setTransform(matrix);
  context.globalAlpha = Number(look.fillOpacity);
  context.fillStyle = look.fill;
  context.fill(path, look.fillRule);
}

function stroke(surface, path, matrix, look) {
  const width = parseFloat(look.strokeWidth);
  if (isNone(look.stroke) || !width || look.strokeOpacity === "0") return;
  const { context } = surface;
  let line = path;
  if (look.vectorEffect === "non-scaling-stroke") {
    // The line is brought to the screen first, and its width is measured there.
    const screen = surfaceMatrix(surface);
    line = new Path2D();
    line.addPath(path, screen.inverse().multiply(matrix));
    context.setTransform(screen);
  } else context.setTransform(matrix);
  context.globalAlpha = Number(look.strokeOpacity);
  Object.assign(context, { strokeStyle: look.stroke, lineWidth: width, lineCap: look.strokeLinecap,
    lineJoin: look.strokeLinejoin, miterLimit: Number(look.strokeMiterlimit),
    lineDashOffset: parseFloat(look.strokeDashoffset) || 0 });
  context.setLineDash(numbers(look.strokeDasharray));
  context.stroke(line);
}

function write({ context }, element, matrix, look) {
  const [x, y] = [element.x, element.y].map(({ baseVal }) =>
    (baseVal.numberOfItems ? baseVal.getItem(0).value : 0));
  context.setTransform(matrix);
  context.font = fontOf(look);
  context.textAlign = ANCHORS[look.textAnchor] || "left";
  context.textBaseline = "alphabetic";
  context.globalAlpha = Number(look.fillOpacity);
  context.fillStyle = look.fill;
  context.fillText(element.textContent, x, y);
}

function paintShape(surface, element, base, look) {
  const make = SHAPES[element.localName];
  const own = make || element.localName === "text" ? element.getCTM() : null;
  if (!own) {
    for (const child of element.children) paint(surface, child, base);
    return;
  }
  const matrix = surfaceMatrix(surface).multiply(base).multiply(DOMMatrix.fromMatrix(own));
  surface.context.save();
  if (make) {
    const path = make(element);
    fill(surface, path, matrix, look);
    stroke(surface, path, matrix, look);
  } else write(surface, element, matrix, look);
  surface.context.restore();
}

function paint(surface, element, base) {
  const look = getComputedStyle(element);
  if (look.display === "none" || look.visibility === "hidden" || look.opacity === "0") return;
  surface.painted.add(element);
  paintAsOne(surface, element, look, (onto) => paintShape(onto, element, base, look));
}

// From a shape's own units to the page's pixels.
function baseOf(svg, scale) {
  const { left, top } = svg.getBoundingClientRect();
  return new DOMMatrix([scale, 0, 0, scale, left, top]);
}

export const shapeMatrix = (element) =>
  baseOf(element.ownerSVGElement, 1).multiply(DOMMatrix.fromMatrix(element.getCTM()));

export function paintSvg(surface, svg, scale) {
  const base = baseOf(svg, scale);
  for (const child of svg.children) paint(surface, child, base);
}
