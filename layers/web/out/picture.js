// Save picture: the map as it is seen now, with its legend and credit, as a PNG made in the browser.
import { el, fontsCame, isoDay, nextFrame, saveButton } from "../base/index.js";
import { daysShown } from "../rules/index.js";
import { paintElement } from "./picture-paint.js";
import { pictureKeys } from "./picture-seen.js";
import { pictureSheet } from "./picture-sheet.js";

const LEAST_RATIO = 2;
// What every browser's canvas can hold: pixels in all, and along one side.
const MOST_PIXELS = 36e6;
const MOST_SIDE = 16000;
const MOST_WAIT_MS = 2000;
const FAILED = "The picture could not be made. Make the window smaller and try again.";

// Not in the middle of a zoom or a fade: the picture is of the view that they lead to.
async function atRest({ map, panes }) {
  // Also what the sheet is set in and the page has not asked for yet.
  await fontsCame();
  await document.fonts.ready;
  const until = performance.now() + MOST_WAIT_MS;
  const isMoving = () => map._animatingZoom || (map._panAnim && map._panAnim._inProgress) ||
    panes.map.getAnimations({ subtree: true }).some(({ playState }) => playState === "running");
  while (isMoving() && performance.now() < until) await nextFrame();
}

export function ratioFor({ width, height }) {
  const wanted = Math.max(LEAST_RATIO, devicePixelRatio);
  return Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)),
    MOST_SIDE / Math.max(width, height));
}

/** @type {(canvas: HTMLCanvasElement) => CanvasRenderingContext2D} */
const contextOf = (canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));

// On a canvas of the map alone: what it shows decides what the legend beside it tells.
function paintMap(view, ratio) {
  const map = view.panes.map;
  const box = map.getBoundingClientRect();
  const { x: width, y: height } = view.map.getSize();
  const canvas = el("canvas");
  [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  const points = view.points.picture(ratio);
  const own = map.querySelector("canvas.atlas-points");
  const surface = { context: contextOf(canvas), ratio, x: -box.left, y: -box.top, width, height,
    instead: new Map(points && own ? [[own, points.canvas]] : []), painted: new Set(), left: new Set() };
  surface.context.fillStyle = getComputedStyle(map).backgroundColor;
  surface.context.fillRect(0, 0, canvas.width, canvas.height);
  paintElement(surface, view.map.getPane("mapPane"));
  return { canvas, painted: surface.painted, left: surface.left, seen: points && points.seen };
}

function paintSheet(node, ratio) {
  const box = node.getBoundingClientRect();
  const canvas = el("canvas");
  [canvas.width, canvas.height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
  const surface = { context: contextOf(canvas), ratio, x: -box.left, y: -box.top,
    width: box.width, height: box.height, instead: new Map(), painted: new Set(), left: new Set() };
  paintElement(surface, node);
  return canvas;
}

// All in one go, so that nothing in it can have changed on the way.
function paint(view) {
  const draft = pictureSheet(view, { has: () => true });
  view.root.append(draft.node);
  const ratio = ratioFor(draft.node.getBoundingClientRect());
  draft.node.remove();
  const map = paintMap(view, ratio);
  const keys = pictureKeys(view, map.painted, map.seen);
  const { node, slot } = pictureSheet(view, keys);
  view.root.append(node);
  try {
    const canvas = paintSheet(node, ratio);
    const [sheet, room] = [node, slot].map((one) => one.getBoundingClientRect());
    const at = { x: Math.round((room.left - sheet.left) * ratio), y: Math.round((room.top - sheet.top) * ratio) };
    contextOf(canvas).drawImage(map.canvas, at.x, at.y);
    return { canvas, ratio, keys, map: { ...at, width: map.canvas.width, height: map.canvas.height },
      isWhole: !map.left.size };
  } finally {
    node.remove();
  }
}

// {canvas, ratio, keys, map, isWhole}: `keys` are what its legend tells of, `map` is where on the
// canvas the map lies. What comes from another site no browser lets a page save: not whole without.
export async function makePicture(view) {
  await atRest(view);
  return paint(view);
}

// By the days shown or, in all time, by the day of the open event.
export function pictureName({ atlas, store: { state } }) {
  const { first_day: first, last_day: last } = state;
  const event = atlas.event[state.event];
  const opened = event ? isoDay(daysShown(event, state).hullFirst) : null;
  const days = first && last ? (first === last ? first : `${first}-to-${last}`)
    : first ? `from-${first}` : last ? `to-${last}` : opened;
  return `${["corridor-atlas", days].filter(Boolean).join("-")}.png`;
}

async function make(view) {
  const name = pictureName(view);
  const { canvas, isWhole } = await makePicture(view);
  const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
  if (!blob) throw new Error("the canvas gave no picture");
  return { blob, name,
    said: isWhole ? "Picture saved" : "Picture saved, without what comes from another site" };
}

export const pictureButton = (view) => saveButton({ root: view.root, className: "atlas-picture", what: "picture",
  hint: undefined, make: () => make(view), failed: FAILED });
