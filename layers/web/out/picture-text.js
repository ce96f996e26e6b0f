// Writes a page's text on a canvas, word by word where the page has set it, with its halo.
import { shadowsOf, surfaceMatrix } from "./picture-surface.js";

// Small capitals where a canvas knows none: as large as browsers make them.
const SMALL_CAPS = 0.7;

export const fontOf = ({ fontStyle, fontWeight, fontSize, fontFamily }, scale = 1) =>
  `${fontStyle} ${fontWeight} ${parseFloat(fontSize) * scale}px ${fontFamily}`;

const boxesOf = (range) => [...range.getClientRects()].filter(({ height }) => height);

function isOneLine(rects) {
  const [{ top, height }] = rects;
  return rects.every((one) => Math.abs(one.top - top) < height / 2);
}

const piece = (text, rects) =>
  ({ text, left: Math.min(...rects.map(({ left }) => left)), top: rects[0].top });

// {text, left, top} of every word where the page has set it, whatever lines, directions and spaces
// are between them; of a word that is broken, or all of them where asked for, of every letter.
function* piecesOf(node, isByLetter) {
  const range = document.createRange();
  const boxes = (from, text) => {
    range.setStart(node, from);
    range.setEnd(node, from + text.length);
    return boxesOf(range);
  };
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    const rects = boxes(index, word);
    if (!rects.length) continue;
    if (!isByLetter && isOneLine(rects)) yield piece(word, rects);
    else {
      let at = index;
      for (const letter of word) {
        const some = boxes(at, letter);
        if (some.length) yield piece(letter, some);
        at += letter.length;
      }
    }
  }
}

// Shadows to all sides are a halo, which a broad stroke under the letters is on paper.
export function haloOf({ textShadow }, scale) {
  const shadows = shadowsOf(textShadow);
  if (!shadows.length) return null;
  const reach = Math.max(...shadows.map(({ x, y, blur }) => Math.hypot(x, y) + blur / 4));
  return { color: shadows[0].color, width: 2 * reach * scale };
}

export function setType(context, look, scale) {
  const isSmallCaps = look.fontVariantCaps !== "normal";
  const knowsCaps = "fontVariantCaps" in context;
  context.font = fontOf(look, isSmallCaps && !knowsCaps ? scale * SMALL_CAPS : scale);
  if (knowsCaps) context.fontVariantCaps = look.fontVariantCaps;
  if ("letterSpacing" in context && look.letterSpacing !== "normal") {
    context.letterSpacing = `${parseFloat(look.letterSpacing) * scale}px`;
  }
  Object.assign(context, { direction: look.direction, textAlign: "left", lineJoin: "round",
    textBaseline: "alphabetic" });
  if ("textRendering" in context) context.textRendering = "geometricPrecision";
  return (text) => (isSmallCaps && !knowsCaps ? text.toUpperCase() : text);
}

// Browsers round, in the screen's pixels, how far letters rise above their line.
export function baseline(top, { fontBoundingBoxAscent: rise }, { ratio, y }, scale) {
  const rounded = (Math.round((rise / scale) * devicePixelRatio) / devicePixelRatio) * scale;
  return Math.round((top + rounded + y) * ratio) / ratio - y;
}

export function paintText(surface, node, look, scale) {
  const { context } = surface;
  const isSpacedByUs = look.letterSpacing !== "normal" && !("letterSpacing" in context);
  const pieces = [...piecesOf(node, isSpacedByUs)];
  if (!pieces.length) return;
  context.save();
  context.setTransform(surfaceMatrix(surface));
  const spell = setType(context, look, scale);
  const metrics = context.measureText("x");
  for (const one of pieces) {
    one.text = spell(one.text);
    one.at = baseline(one.top, metrics, surface, scale);
  }
  const halo = haloOf(look, scale);
  if (halo) {
    Object.assign(context, { strokeStyle: halo.color, lineWidth: halo.width });
    for (const { text, left, at } of pieces) context.strokeText(text, left, at);
  }
  context.fillStyle = look.color;
  for (const { text, left, at } of pieces) context.fillText(text, left, at);
  context.restore();
}
