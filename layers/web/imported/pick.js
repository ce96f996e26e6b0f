// Pointing at imported events: hover tells, a click opens the card, a disc opens up.
import { themeColor } from "../base/index.js";
import { pointLatLng } from "../rules/index.js";
import { pointCanvas } from "./layer.js";

// What lies above the canvas and answers for itself.
const ABOVE = ".atlas-pin, .atlas-badge, .atlas-gather, .leaflet-control, .atlas-site, button, a";
const TREMBLE_PX = 4;
const TIP_PX = 7;
const SIDES_TOLD = 3;
const OTHERS_TOLD = 40;
const RING_PX = 9;

const counted = (count) => count.toLocaleString("en-GB");

/** @typedef {{disc?: any, row?: any, rows?: any}} Found What lies under the pointer. */

function discWords(atlas, { bySide, total }) {
  const sides = bySide.map((count, index) => ({ count, label: atlas.sides[index].label }))
    .filter(({ count }) => count).sort((a, b) => b.count - a.count);
  const told = sides.slice(0, SIDES_TOLD).map(({ count, label }) => `${label} ${counted(count)}`);
  if (sides.length > SIDES_TOLD) told.push("others");
  return [`${counted(total)} imported events`, told.join(", "), "Click to look closer"];
}

const isSame = (one, other) => (other.disc
  ? one.disc && one.disc.cell === other.disc.cell && one.disc.total === other.disc.total
  : one.row === other.row);

// A ring about the open event and, where it is known how far off it may lie, that area.
function openRing(board) {
  const { atlas, store, view: { points } } = board;
  /** @type {import("leaflet").Layer[]} */
  let drawn = [];

  function remove() {
    for (const one of drawn) one.remove();
    drawn = [];
  }

  return {
    remove,
    draw() {
      const { about } = store.state;
      const { set } = points;
      remove();
      if (!set || !about || about.kind !== "imported" || set.x[about.id] !== set.x[about.id]) return;
      const at = pointLatLng(set, about.id);
      const { color } = atlas.side[set.combinations[set.combination[about.id]].side];
      const style = { pane: "atlas-dots", interactive: false, color, weight: 1.5 };
      drawn.push(board.L.circleMarker(at, { ...style, color: themeColor("mark-ink"), weight: 2.5, radius: RING_PX,
        fill: false }).addTo(board.map));
      const radius_km = about.told.uncertainty_km;
      if (radius_km) {
        drawn.push(board.L.circle(at, { ...style, pane: "atlas-rings", radius: radius_km * 1000,
          fillOpacity: 0.08 }).addTo(board.map));
      }
    },
  };
}

// Gives what opens a row's card; `rows` are those at the same spot, itself among them.
function opener(points, store) {
  return async function (row, rows) {
    const { id } = points;
    const others = rows.filter((other) => other !== row);
    const [told, ...texts] = await Promise.all([row, ...others.slice(0, OTHERS_TOLD)]
      .map((one) => points.text(one)));
    if (points.id !== id) return;
    store.set({ event: null, about: { kind: "imported", id: row, told, rows: others.slice(0, 500),
      others: texts.map(({ title, when }) => ({ title, when })), more: others.length } });
  };
}

// The hover text: of what lies where the pointer is, until it leaves.
function hovering(board, locate) {
  const { atlas, view: { points, panes } } = board;
  /** @type {Found | null} */
  let under = null;

  function leave() {
    if (!under) return;
    board.tips.hide(under);
    under = null;
    panes.map.classList.remove("atlas-on-point");
  }

  async function tell(found, at) {
    if (found.disc) {
      board.tips.show(found, discWords(atlas, found.disc), at, TIP_PX);
      return;
    }
    const told = await points.text(found.row);
    if (under !== found) return;
    const more = found.rows.length - 1;
    board.tips.show(found, [told.title, [told.when, told.where].filter(Boolean).join("; "),
      more ? `and ${counted(more)} more here` : null], at, TIP_PX);
  }

  function hover(event) {
    const found = locate(event);
    if (!found) {
      leave();
      return;
    }
    // What lies below the canvas would answer as well.
    event.stopPropagation();
    if (under && isSame(under, found)) return;
    leave();
    under = found;
    panes.map.classList.add("atlas-on-point");
    tell(found, found.disc ? board.map.mouseEventToLatLng(event)
      : pointLatLng(points.set, found.row));
  }

  return { hover, leave };
}

// Closer, where that would part what a disc holds; else the list of what lies there.
function unfold(board, rows, open) {
  const { map, L, view } = board;
  const bounds = L.latLngBounds(rows.map((row) => pointLatLng(view.points.set, row)));
  const isSpot = bounds.getNorthEast().equals(bounds.getSouthWest(), 1e-4);
  if (isSpot || map.getZoom() >= map.getMaxZoom()) {
    open(rows[rows.length - 1], rows.reverse());
    return;
  }
  map.fitBounds(bounds, { padding: [60, 60], animate: !view.reducedMotion });
}

export function pointPicks(board) {
  const { store, lease, view } = board;
  const { points } = view;
  const layer = pointCanvas(board);
  const ring = openRing(board);
  const open = opener(points, store);
  points.open = open;
  const { hover, leave } = hovering(board, locate);
  /** @type {{x: number, y: number} | null} */
  let pressed = null;

  function locate(event) {
    if (!points.set || event.buttons || event.target.closest(ABOVE)) return null;
    const box = view.panes.map.getBoundingClientRect();
    return layer.hit({ x: event.clientX - box.left, y: event.clientY - box.top });
  }

  function click(event) {
    const from = pressed;
    pressed = null;
    if (!from || Math.hypot(event.clientX - from.x, event.clientY - from.y) > TREMBLE_PX) return;
    const found = locate(event);
    if (!found) return;
    event.stopPropagation();
    leave();
    if (found.disc) unfold(board, layer.rowsIn(found.disc), open);
    else open(found.row, found.rows);
  }

  return {
    start() {
      const { map } = view.panes;
      layer.start();
      for (const type of ["mousemove", "mouseover"]) lease.on(map, type, hover, true);
      lease.on(map, "mouseleave", leave);
      lease.on(map, "pointerdown", ({ clientX, clientY }) => {
        pressed = { x: clientX, y: clientY };
      }, true);
      lease.on(map, "click", click, true);
      lease.add(store.subscribe((_state, changed) => { if (changed.has("about")) ring.draw(); }));
      lease.add(points.subscribe(leave));
      lease.add(ring.remove);
    },
  };
}
