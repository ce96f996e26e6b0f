// Paints live elements on a canvas as the page shows them, in the order in which they lie.
import { paintBox } from "./picture-box.js";
import { paintAsOne, surfaceMatrix } from "./picture-surface.js";
import { paintSvg } from "./picture-svg.js";
import { paintText } from "./picture-text.js";

// A canvas that holds a picture from elsewhere can no longer be saved.
function isReadable(image) {
  const { protocol, origin } = new URL(image.currentSrc || image.src, location.href);
  return protocol === "data:" || protocol === "blob:" || origin === location.origin ||
    image.crossOrigin !== null;
}

function paintImage(surface, image, source) {
  const isImage = source instanceof HTMLImageElement;
  if (isImage && !isReadable(source)) {
    surface.left.add(image);
    return;
  }
  const { context } = surface;
  const box = image.getBoundingClientRect();
  if (!box.width || !box.height || (isImage && !source.naturalWidth)) return;
  context.save();
  context.setTransform(surfaceMatrix(surface));
  context.imageSmoothingQuality = "high";
  context.drawImage(source, box.left, box.top, box.width, box.height);
  context.restore();
}

const levelOf = (node) =>
  (node.nodeType === Node.ELEMENT_NODE && Number(getComputedStyle(node).zIndex)) || 0;

function inOrder(element) {
  const nodes = [...element.childNodes].map((node) => ({ node, level: levelOf(node) }));
  return nodes.sort((a, b) => a.level - b.level).map(({ node }) => node);
}

const scaleOf = ({ transform }) => {
  if (!transform || transform === "none") return 1;
  const { a, b } = new DOMMatrix(transform);
  return Math.hypot(a, b);
};

function paintInside(surface, element, look, scale) {
  if (element instanceof HTMLImageElement) paintImage(surface, element, element);
  else if (element instanceof HTMLCanvasElement) {
    paintImage(surface, element, surface.instead.get(element) || element);
  } else if (element instanceof SVGSVGElement) paintSvg(surface, element, scale);
  else {
    paintBox(surface, element, look, scale);
    for (const node of inOrder(element)) {
      if (node.nodeType === Node.TEXT_NODE) paintText(surface, node, look, scale);
      else if (node.nodeType === Node.ELEMENT_NODE) paintElement(surface, node, scale);
    }
  }
}

// `scale` is what the elements around it have been scaled by.
export function paintElement(surface, element, scale = 1) {
  const look = getComputedStyle(element);
  if (look.display === "none" || look.visibility === "hidden" || look.opacity === "0") return;
  surface.painted.add(element);
  paintAsOne(surface, element, look, (onto) =>
    paintInside(onto, element, look, scale * scaleOf(look)));
}
