// Names on the map: sites first, then courses, countries, towns that matter; none over another.
import { el } from "../base/index.js";
import { boxAround, dotHalf_px, markAt, roomAmong, routeOn } from "../rules/index.js";
import {
  hideName, makeName, measureNames, rewriteNames, standDot, standName, unmadeName,
} from "./label-elements.js";
import { labelSpots } from "./label-spots.js";
import { shiftLabel } from "./shift-label.js";

const KIND_ORDER = ["site", "course", "note", "country", "sea", "town", "area", "river"];
const TOWN_FROM_ZOOM = { 1: 5.25, 2: 6.75, 3: 8 };
const COUNTRY_FROM_ZOOM = { 1: 0, 2: 4.5, 3: 4.5, 4: 7 };
const RIVER_FROM_ZOOM = { 1: 5.75, 2: 6.5, 3: 6, 4: 8 };
const AREA_FROM_ZOOM = { 2: 5.5, 3: 6.75 };
// Named together or not at all.
const TOGETHER = ["Israel", "Palestine"];

function fromZoom(label) {
  if (label.place) return label.kind === "area" ? AREA_FROM_ZOOM[label.rank] : 0;
  const steps = { town: TOWN_FROM_ZOOM, country: COUNTRY_FROM_ZOOM, river: RIVER_FROM_ZOOM,
    sea: COUNTRY_FROM_ZOOM }[label.kind] || {};
  return steps[label.rank] ?? 8;
}

const PLACE_OF = Object.fromEntries(KIND_ORDER.map((kind, index) => [kind, index]));
const inOrder = (a, b) => PLACE_OF[a.label.kind] - PLACE_OF[b.label.kind] ||
  a.label.rank - b.label.rank;

// A dot off the map needs no name.
function isOff(map, { label }, isSeen) {
  if (!dotHalf_px(label.kind)) return false;
  const { x, y } = map.project([label.lat, label.lon]);
  return !isSeen(boxAround(x, y, 1));
}

// At the first spot that is free and wholly on the map; nowhere if there is none.
function put(board, one, { room, isSeen, origin }) {
  const chosen = isOff(board.map, one, isSeen) ? null
    : labelSpots(board, one).find((each) => isSeen(each) && room.isFree(each));
  if (!chosen) {
    hideName(one);
    return;
  }
  room.take(chosen);
  standName(one, { x: chosen.x0 + 1, y: chosen.y0 }, origin);
  if (one.dot) {
    const point = board.map.project([one.label.lat, one.label.lon]);
    room.take(boxAround(point.x, point.y, 3));
    standDot(one, point, origin);
  }
}

const isNameDue = (board, label) => board.map.getZoom() >= fromZoom(label) &&
  (!label.place || label.kind === "site" || board.matters.all.has(label.place));

const isDue = (board, { label }) => (label.route
  ? routeOn(board.atlas, board.store.state, board.atlas.route[label.route], board.store.shown)
  : isNameDue(board, label));

const squares = (map, names, half_px) => names.map(({ label }) => {
  const point = map.project([label.lat, label.lon]);
  return boxAround(point.x, point.y, half_px);
});

const isTown = ({ label }) => label.kind === "town" && label.place;

// Where one of those named together found no room, none of them is named.
function hideHalves(labels) {
  const pair = labels.filter(({ label }) => label.kind === "country" && TOGETHER.includes(label.text));
  if (pair.some(({ css }) => !css)) pair.forEach(hideName);
}

// Names after the sites', by rank, where there is room: towns, countries and the rest, and notes.
function putRest(board, rest, notes, at) {
  const due = new Set(rest.filter((one) => isDue(board, one)));
  // No name lies over the dot of another place.
  squares(board.map, [...due].filter(isTown), 3).forEach(at.room.take);
  for (const one of [...notes, ...rest].sort(inOrder)) {
    if (notes.has(one) || due.has(one)) put(board, one, at);
    else hideName(one);
  }
}

// Where names find room among what is given; each takes its own.
function reserved(board, names, room) {
  const spots = [];
  for (const one of names) {
    const spot = labelSpots(board, one).find(room.isFree);
    if (!spot) continue;
    room.take(spot);
    spots.push(spot);
  }
  return spots;
}

// Words at the ends of lines: each stands for as long as its line does; adding one gives back its end.
function noteAdder(atlas, notes) {
  return function (line, word, color) {
    const status = atlas.status[word];
    const one = unmadeName({ kind: "note", rank: 0, color, line: line.getLatLngs(),
      text: (status ? status.label : word).toLowerCase() });
    notes.add(one);
    return () => {
      notes.delete(one);
      if (one.element) one.element.remove();
    };
  };
}

/** @returns {import("../types.js").Labels} */
export function labelLayer(board) {
  const { atlas, lease } = board;
  const shift = shiftLabel(board);
  const notes = new Set();
  /** @type {HTMLElement | null} */
  let box = null;
  let isOn = false;
  let shiftSpot = null;
  let written = board.store.state.names;
  const labels = atlas.labels.map(unmadeName);
  labels.sort(inOrder);
  const sites = labels.filter(({ label }) => label.kind === "site");
  const others = labels.filter(({ label }) => label.kind !== "site");
  const siteDots = () => squares(board.map, sites, dotHalf_px("site"));

  function rename() {
    const { names } = board.store.state;
    if (names !== written) rewriteNames(labels, names);
    written = names;
  }

  lease.add(() => {
    shift.remove();
    if (box) box.remove();
  });

  return {
    show(group) {
      const pane = board.map.getPane("atlas-labels");
      const made = el("div", "atlas-labels leaflet-zoom-hide", null, { "aria-hidden": "true" });
      box = made;
      for (const one of labels) makeName(board, made, one);
      pane.append(made);
      shift.show(pane);
      isOn = board.map.hasLayer(group);
      group.on("add", () => { isOn = true; });
      group.on("remove", () => { isOn = false; });
    },
    dimShift: shift.dim,
    // What was measured in another typeface.
    forget() {
      for (const one of [...labels, ...notes]) one.width = 0;
      shift.forget();
    },
    note: noteAdder(atlas, notes),
    // What marks go round, wherever the map is moved to: the sites' names and the shift's words; the
    // sites' dots and the arrow. `onDot_px`: how wide a mark is that may cover a site's dot, else 0.
    reserve(onDot_px) {
      const dots = [...shift.arrow(), ...siteDots()];
      if (!box) return { names: [], dots };
      box.classList.remove("atlas-gone");
      const room = roomAmong([...dots, ...(onDot_px ? squares(board.map, sites, onDot_px / 2) : [])]);
      rename();
      measureNames(labels);
      const names = reserved(board, sites, room);
      const { state } = board.store;
      const points = atlas.events.map((event) => markAt(event, state)).filter(Boolean)
        .map((at) => board.map.project(at));
      shiftSpot = shift.reserve(room, points);
      if (shiftSpot) names.push(shiftSpot);
      return { names, dots };
    },
    place(marks) {
      if (!box) return;
      const { fixed, isSeen } = board.frame.now();
      const room = roomAmong([...fixed, ...shift.arrow(), ...siteDots(), ...marks]);
      const at = { room, isSeen, origin: board.map.getPixelOrigin() };
      box.classList.toggle("atlas-gone", !isOn);
      rename();
      if (isOn) measureNames(labels);
      if (isOn) for (const one of sites) put(board, one, at);
      shift.place(room, isSeen, at.origin, shiftSpot);
      if (!isOn) return;
      for (const one of notes) if (!one.element) makeName(board, box, one);
      measureNames([...notes]);
      putRest(board, others, notes, at);
      hideHalves(labels);
    },
  };
}
