// The canvas that shows imported events: follows the view and the selection, one drawing a frame.
import { el, hide, inFrame, paints } from "../base/index.js";
import { pointGather } from "./gather.js";
import { pointMarks } from "./marks.js";

const PANE = "atlas-points";
// As far as Leaflet's own canvas reaches beyond the view, so that small pans show no edge.
const PADDING = 0.1;
const MOST_RATIO = 2;

export const gathersPoints = ({ layers }) => layers === null || layers.includes("gathered");

// The canvas for the view as it is now: its corner `min` and its `box` in the map's own pixels, and
// the frame that marks and discs are laid out by, with `ratio` canvas pixels to one of the map's.
export function pointFrame(map, ratio) {
  const size = map.getSize();
  const pad = size.multiplyBy(PADDING).round();
  const min = map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
  const box = size.add(pad.multiplyBy(2));
  const origin = map.getPixelOrigin().add(min);
  const frame = { ratio, width: Math.round(box.x * ratio), height: Math.round(box.y * ratio),
    left_px: origin.x * ratio, top_px: origin.y * ratio,
    world_px: map.options.crs.scale(map.getZoom()) * ratio,
    theme: map.getContainer().closest(".atlas").dataset.theme, paint: paints(map.getContainer()) };
  return { min, box, frame };
}

// {canvas, hit, subscribe}: `hit` says what lies under a point of the map's container.
export function pointCanvas(board) {
  const { store, lease, view } = board;
  const { points } = view;
  const canvas = el("canvas", "atlas-points leaflet-zoom-animated", null, { "aria-hidden": "true" });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const marks = pointMarks(context);
  const gather = pointGather(context, board.atlas);
  let alone = new Uint8Array(0);
  let frame = null;
  let corner = null;
  let zoom = null;
  let covered = null;
  let isMoved = true;
  let wasCrowded = false;

  // The canvas's size and place for the view as it is now.
  function measure() {
    const { map, L } = board;
    const made = pointFrame(map, Math.min(MOST_RATIO, globalThis.devicePixelRatio || 1));
    const { min, box } = made;
    frame = made.frame;
    zoom = map.getZoom();
    corner = map.layerPointToLatLng(min);
    covered = L.bounds(min, min.add(box));
    if (canvas.width !== frame.width || canvas.height !== frame.height) {
      canvas.width = frame.width;
      canvas.height = frame.height;
      canvas.style.width = `${box.x}px`;
      canvas.style.height = `${box.y}px`;
    }
    L.DomUtil.setTransform(canvas, min, 1);
  }

  function show() {
    const { set, match, key, step } = points;
    if (!gathersPoints(store.state)) {
      gather.clear();
      const isUnder = wasCrowded;
      wasCrowded = false;
      return marks.draw(set, match, key, step, isUnder);
    }
    if (alone.length !== match.length) alone = new Uint8Array(match.length);
    const standing = gather.sort(set, match, alone);
    const isCrowded = gather.discs().length > 0;
    marks.draw(set, alone, key, null, isCrowded || wasCrowded);
    wasCrowded = isCrowded;
    gather.draw();
    return standing;
  }
  function draw() {
    const { set } = points;
    hide(canvas, !set);
    if (!set || !board.map.getSize().x) {
      points.drawn = 0;
      return;
    }
    if (isMoved) {
      measure();
      marks.layout(set, board.atlas, frame);
      gather.layout(set, frame);
      isMoved = false;
    }
    points.drawn = show();
  }

  const { ask, stop } = inFrame(view.root, lease, draw);
  const moved = () => {
    isMoved = true;
    ask();
  };

  // While a pan goes on the canvas moves along; it is drawn anew where its edge comes into view.
  function panned() {
    const { map, L } = board;
    if (!covered || map.getZoom() !== zoom) return;
    const min = map.containerPointToLayerPoint([0, 0]);
    if (!covered.contains(L.bounds(min, min.add(map.getSize())))) moved();
  }

  // While a zoom goes on the last drawing is stretched, as Leaflet does with its own.
  function stretched(to) {
    if (!corner) return;
    const { map, L } = board;
    const at = to.center
      ? map._latLngToNewLayerPoint(corner, to.zoom, to.center) : map.latLngToLayerPoint(corner);
    L.DomUtil.setTransform(canvas, at, map.getZoomScale(to.zoom ?? map.getZoom(), zoom));
  }

  const byEvent = { moveend: moved, viewreset: moved, resize: moved, move: panned,
    zoomanim: stretched, zoom: () => stretched({}) };

  // What lies there: {row, rows} for marks, topmost first, {disc} for a disc, or null.
  function hit({ x, y }) {
    if (!points.set || !frame || isMoved) return null;
    const at = board.map.containerPointToLayerPoint([x, y]).subtract(covered.min)
      .multiplyBy(frame.ratio);
    const disc = gather.under(at.x, at.y);
    if (disc) return { disc };
    const match = gathersPoints(store.state) ? alone : points.match;
    const rows = marks.under(match, at.x, at.y, frame.ratio);
    return rows.length ? { row: rows[0], rows } : null;
  }

  return {
    hit,
    rowsIn: (disc) => gather.rowsIn(points.match, disc),
    start() {
      const { map } = board;
      map.getPane(PANE).append(canvas);
      map.on(byEvent);
      lease.on(view.root, "atlas-theme", moved);
      lease.on(view.root, "atlas-fonts", ask);
      lease.on(view.root, "atlas-paper", () => {
        isMoved = true;
        stop();
        draw();
      });
      const end = points.subscribe((isNew) => {
        if (isNew) isMoved = true;
        ask();
      });
      lease.add(() => {
        end();
        map.off(byEvent);
        marks.forget();
        canvas.remove();
      });
      ask();
    },
  };
}
