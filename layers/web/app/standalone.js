// What Folium's script calls as L.atlas on a map without the app: words and signs for stock shapes.
import { arrow, during, followMoves, followTheme, openLease, pending } from "../base/index.js";
import { tips } from "../marks/index.js";
import { standingCards, standingView } from "./standalone-card.js";
import { standingLabels } from "./standalone-labels.js";
import { standingMarks } from "./standalone-marks.js";

const { L } = globalThis;
const GONE = "atlas-gone";
const FACE = "13px 'Atlas Sans'";

/** @typedef {import("../types.js").StandingBoard} StandingBoard */

const text = /** @type {HTMLElement} */ (document.getElementById("atlas-words")).textContent;
const view = standingView(JSON.parse(text));
const { atlas } = view;
/** @type {import("../types.js").Begun<StandingBoard, "map" | "tips">} */
const begun = { L, map: null, atlas, store: view.store, lease: openLease(), tips: null,
  labels: { note: () => () => {} }, frame: { below_px: () => 0 } };
const board = /** @type {StandingBoard} */ (begun);
board.tips = tips(board);
const cards = standingCards(view, board);
const marks = standingMarks(board, { words: (id) => cards.lines("event", id), changed: arrange });

// What goes with sides though it lies in another layer's group, once all are off: {layer, sides}.
const followers = [];
const sides = new Map();
let placeNames = () => {};

const elementsOf = (layer) => [layer.getElement?.(), layer.atlasHead?.getElement?.()].filter(Boolean);

function follow() {
  const isOff = (side) => sides.has(side) && !board.map.hasLayer(sides.get(side));
  for (const { layer, sides: its } of followers) {
    const isGone = its.every(isOff);
    for (const element of elementsOf(layer)) element.classList.toggle(GONE, isGone);
  }
}

const isOn = (mark) => board.map.hasLayer(mark) && !mark.getElement().classList.contains(GONE);

function arrange() {
  follow();
  marks.arrange(isOn);
  placeNames();
}

function bind(layer, kind, id) {
  if (kind === "event" && layer instanceof L.Marker) {
    // Before its card, which is to open where the mark stands.
    marks.join(layer, id);
    followers.push({ layer, sides: [atlas.event[id].side] });
  }
  cards.bind(layer, kind, id);
  // A road that exists stays; a route goes with the events on it, else with whoever it is of.
  const route = kind === "route" && atlas.route[id];
  if (!route || route.stays) return;
  if (route.events.length) {
    followers.push({ layer, sides: route.events.map((event) => atlas.event[event].side) });
  } else if (route.actors.length) {
    followers.push({ layer, sides: [route.side] });
  }
}

/** @this {import("leaflet").Map} */
function begin() {
  board.map = this;
  const root = this.getContainer();
  root.classList.add("atlas", "atlas-map");
  followTheme(root, root.parentElement, board.lease);
  L.control.attribution({ prefix: false }).addAttribution(atlas.credits.map).addTo(this);
  board.tips.start();
  marks.start();
  this.on("zoomend resize overlayadd overlayremove", arrange);
  // The first view is gone to step by step; names find their room at its end.
  followMoves(root, this, board.lease);
  // It sets out in the next frame.
  const begun = pending(root);
  requestAnimationFrame(() => requestAnimationFrame(begun));
  // Once Folium has put every group on the map, which it does in one go; and in the typeface.
  queueMicrotask(arrange);
  during(root, document.fonts.load(FACE).then(arrange));
}

L.Map.addInitHook(begin);

// Ground, groups and key are Folium's own here: what the app does with them is done already.
const done = () => {};
Object.assign(L, { atlas: {
  bind,
  register: done,
  basemap: done,
  legend: done,
  events: (group, side) => sides.set(side, group),
  labels: (group) => { placeNames = standingLabels(board, atlas, group, marks.boxes); },
  arrow: (line, size_px, isOpen) => { line.atlasHead = arrow(board, line, size_px, isOpen); },
} });
