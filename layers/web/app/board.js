// What Folium's script calls as L.atlas: layers that follow their switch, shapes that open a card.
import { arrow, followMoves, openLease } from "../base/index.js";
import { pointPicks } from "../imported/index.js";
import { legend } from "../legend/index.js";
import { basemap, boundShapes, frame, labelLayer } from "../map/index.js";
import { eventMarks, tips } from "../marks/index.js";
import { COURSES, hasShifted, layerOn, mattering, routeOn } from "../rules/index.js";

/** @typedef {import("../types.js").Board} Board */

// What changes no mark, line or name of the five articles.
const ELSEWHERE = new Set(["imported_until", "playing", "show"]);

const suits = (when, state) => when === "always" || (when === "stated") === state.stated_only;

// Groups on and off the map, by their layer, by "only what the articles say", by their routes.
export function switches(board) {
  const groups = [];
  const isOn = ({ layerId, when, routes }, state) => suits(when, state) &&
    (layerId === "always" || layerOn(board.atlas, state, layerId)) &&
    routes.every((id) => !board.atlas.route[id] ||
      routeOn(board.atlas, state, board.atlas.route[id], board.store.shown));
  // First what goes: a shape then finds its stop of the Tab key free.
  const follow = (some) => {
    const { state } = board.store;
    const stays = new Set(some.filter((one) => isOn(one, state)));
    for (const one of some) if (!stays.has(one) && board.map.hasLayer(one.group)) one.group.remove();
    for (const one of stays) if (!board.map.hasLayer(one.group)) one.group.addTo(board.map);
  };
  return {
    register(group, layerId, when = "always", ...routes) {
      const one = { group, layerId, when, routes };
      groups.push(one);
      follow([one]);
    },
    update() {
      follow(groups);
      const shifted = hasShifted(board.atlas, board.store.state);
      const dim = { [COURSES[0]]: shifted, [COURSES[1]]: !shifted, shift: !shifted };
      for (const [name, isDim] of Object.entries(dim)) {
        const pane = board.map.getPane(`atlas-${name}`);
        if (pane) pane.classList.toggle("atlas-dim", isDim);
      }
      board.labels.dimShift(!shifted);
    },
  };
}

// The places and routes of the open event, which stand out while it is open.
export function openThings({ atlas, store }) {
  const open = atlas.event[store.state.event];
  if (!open || !store.shown.has(open.id)) return new Set();
  return new Set([...open.places.map((id) => `place ${id}`), ...open.routes.map((id) => `route ${id}`)]);
}

function place(board) {
  board.events.place();
  board.labels.place(board.events.boxes());
}

// What is on a map and its parts, each made with those before it at hand.
function boardOf(view, lease) {
  /** @type {import("../types.js").Begun<Board, "tips" | "frame" | "labels" | "events" | "points">} */
  const begun = { view, lease, atlas: view.atlas, store: view.store, openThings: new Set(),
    matters: null, ended: false, typefaces: 0,
    get map() { return view.map; },
    get L() { return view.L || globalThis.L; },
    tips: null, frame: null, labels: null, events: null, points: null,
    open: (kind, id) => view.store.set({ event: null, about: { kind, id } }),
    reframe() {
      board.frame.forget();
      place(board);
    } };
  const board = /** @type {Board} */ (begun);
  // Leaflet then moves things in the plane, not in space: else the browser gives every mark a layer
  // of its own, and a hundred of them slow every step.
  Object.assign(board.L.Browser, { ie3d: true });
  board.tips = tips(board);
  board.frame = frame(board);
  board.labels = labelLayer(board);
  board.events = eventMarks(board);
  board.points = pointPicks(board);
  return board;
}

// The functions of L.atlas for one view; nothing is drawn before the script has named it all.
export function openBoard(view) {
  const lease = openLease();
  const board = boardOf(view, lease);
  const groups = switches(board);
  const shapes = boundShapes(board);

  const update = () => {
    groups.update();
    board.events.decide();
    board.matters = mattering(board, board.events.drawn());
    board.openThings = openThings(board);
    shapes.update();
    place(board);
  };
  lease.add(board.store.subscribe((_state, changed) => {
    if (changed.has("names")) shapes.rename();
    if ([...changed].some((name) => !ELSEWHERE.has(name))) update();
  }));
  lease.add(() => { board.ended = true; });
  lease.on(view.root, "atlas-fonts", () => {
    if (!view.map) return;
    board.typefaces += 1;
    board.labels.forget();
    board.reframe();
  });
  queueMicrotask(() => {
    if (board.ended || !view.map) return;
    update();
    board.tips.start();
    board.events.start();
    board.points.start();
    // The scale is as wide as its zoom and latitude make it: asked anew at every move, and before a
    // name looks for room at a zoom.
    view.map.on("zoomend", board.frame.forget);
    view.map.on("moveend viewreset resize", board.reframe);
    followMoves(view.root, view.map, lease);
    // A press gives the map the focus. Leaflet keeps the window from jumping then, but not what
    // else scrolls around it, and the press would miss what it was aimed at.
    const pane = view.panes.map;
    pane.focus = (options) =>
      HTMLElement.prototype.focus.call(pane, { preventScroll: true, ...options });
    lease.add(() => {
      delete pane.focus;
      view.map.off("zoomend", board.frame.forget);
      view.map.off("moveend viewreset resize", board.reframe);
    });
  });

  return {
    register: groups.register,
    bind: shapes.bind,
    arrow: (line, size_px, isOpen, word) => arrow(board, line, size_px, isOpen, word),
    basemap: (group, part, ...bounds) => basemap(board, group, part, bounds),
    labels: (group) => board.labels.show(group),
    events: (group, side) => board.events.layer(group, side),
    legend: (map) => legend(board, map),
    destroy: lease.end,
  };
}
