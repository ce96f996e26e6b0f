// Lines on the map: movements as gentle arcs, and arrow heads of one size at every zoom.
/** @import * as Leaflet from "leaflet" */
/** @import { Board, Labels } from "../types.js" */
/** @import { LatLon } from "./payload.js" */

const ARC_STEPS = 14;
const ARC_ZOOM = 12;

/**
 * A path as gentle arcs, so that movements between the same places lie side by side.
 * @param {Leaflet.Map} map
 * @param {LatLon[]} path
 * @param {number} bow How far it bows to a side, as a share of its length.
 * @returns {Leaflet.LatLng[]}
 */
export function arc(map, path, bow) {
  const { crs } = /** @type {Leaflet.MapOptions & { crs: Leaflet.CRS }} */ (map.options);
  const points = path.map((at) => crs.latLngToPoint(globalThis.L.latLng(at), ARC_ZOOM));
  const line = [];
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]];
    const middle = { x: (a.x + b.x) / 2 + (b.y - a.y) * bow, y: (a.y + b.y) / 2 - (b.x - a.x) * bow };
    for (let step = i > 1 ? 1 : 0; step <= ARC_STEPS; step += 1) {
      const t = step / ARC_STEPS;
      const [u, v, w] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
      line.push(crs.pointToLatLng(globalThis.L.point(
        u * a.x + v * middle.x + w * b.x, u * a.y + v * middle.y + w * b.y), ARC_ZOOM));
    }
  }
  return line;
}

/**
 * Corners of a head at the end of a line, for this zoom.
 * @param {Leaflet.Map} map
 * @param {Leaflet.LatLng[]} line
 * @param {number} size_px
 * @param {number} spread Half its angle, in radians.
 * @returns {Leaflet.LatLng[]}
 */
function headOf(map, line, size_px, spread) {
  const points = line.map((at) => map.project(at));
  const tip = points[points.length - 1];
  let before = points[points.length - 2];
  for (let i = points.length - 2; i >= 0 && tip.distanceTo(before) < size_px; i -= 1) {
    before = points[i];
  }
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  /** @type {(turn: number) => Leaflet.LatLng} */
  const corner = (turn) => map.unproject([tip.x - size_px * Math.cos(angle + turn),
    tip.y - size_px * Math.sin(angle + turn)]);
  return [corner(spread), map.unproject(tip), corner(-spread)];
}

/**
 * A head that goes with a line on and off the map. Open heads mean not done; `word` says what then.
 * @param {Pick<Board, "L" | "map"> & { labels: Pick<Labels, "note"> }} board
 * @param {Leaflet.Polyline} line
 * @param {number} size_px
 * @param {boolean} isOpen
 * @param {string | null} [word]
 * @returns {Leaflet.Polyline | Leaflet.Polygon}
 */
export function arrow(board, line, size_px, isOpen, word) {
  const { L, map } = board;
  const { color, pane, weight } = /** @type {Leaflet.PathOptions & { weight: number }} */ (line.options);
  const style = { pane, color, interactive: false };
  const head = isOpen
    ? L.polyline([], Object.assign(style, { weight: Math.max(1.6, weight), fill: false,
      className: "atlas-head atlas-head-open" }))
    : L.polygon([], Object.assign(style, { weight: 1, fillOpacity: 1, className: "atlas-head" }));
  const fit = () => head.setLatLngs(headOf(map, /** @type {Leaflet.LatLng[]} */ (line.getLatLngs()),
    size_px, isOpen ? 0.6 : 0.45));
  /** @type {(() => void) | null} */
  let note = null;
  const on = () => {
    fit();
    head.addTo(map);
    map.on("zoomend", fit);
    if (word) note = board.labels.note(line, word, color);
  };
  const off = () => {
    head.remove();
    map.off("zoomend", fit);
    if (note) note();
    note = null;
  };
  line.on("add", on);
  line.on("remove", off);
  if (map.hasLayer(line)) on();
  return head;
}
