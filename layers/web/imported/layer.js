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

// Where the canvas lies: as the view was when it was last measured, whatever the view is now.
function canvasPlace(board, canvas) {
  /** @type {{frame: any, corner: any, zoom: number, covered: import("leaflet").Bounds} | null} */
  let placed = null;

  return {
    // The canvas's size and place for the view as it is now; gives the frame.
    measure() {
      const { map, L } = board;
      const { min, box, frame } = pointFrame(map, Math.min(MOST_RATIO, devicePixelRatio));
      placed = { frame, zoom: map.getZoom(), corner: map.layerPointToLatLng(min),
        covered: L.bounds(min, min.add(box)) };
      if (canvas.width !== frame.width || canvas.height !== frame.height) {
        canvas.width = frame.width;
        canvas.height = frame.height;
        canvas.style.width = `${box.x}px`;
        canvas.style.height = `${box.y}px`;
      }
      L.DomUtil.setTransform(canvas, min, 1);
      return frame;
    },
    // Whether a pan has brought its edge into view.
    isLeft() {
      const { map, L } = board;
      if (!placed || map.getZoom() !== placed.zoom) return false;
      const min = map.containerPointToLayerPoint([0, 0]);
      return !placed.covered.contains(L.bounds(min, min.add(map.getSize())));
    },
    // While a zoom goes on the last drawing is stretched, as Leaflet does with its own.
    stretch(to) {
      if (!placed) return;
      const { corner, zoom } = placed;
      const { map, L } = board;
      const at = to.center
        ? map._latLngToNewLayerPoint(corner, to.zoom, to.center) : map.latLngToLayerPoint(corner);
      L.DomUtil.setTransform(canvas, at, map.getZoomScale(to.zoom ?? map.getZoom(), zoom));
    },
    // {x, y, ratio} of a point of the map's container, in canvas pixels.
    at(x, y) {
      if (!placed) return null;
      const { frame: { ratio }, covered } = placed;
      const at = board.map.containerPointToLayerPoint([x, y]).subtract(covered.min).multiplyBy(ratio);
      return { x: at.x, y: at.y, ratio };
    },
  };
}

// What stands on the canvas: single marks and, where near ones are gathered, discs.
function drawing(context, atlas) {
  const marks = pointMarks(context);
  const gather = pointGather(context, atlas);
  let alone = new Uint8Array(0);
  let wasCrowded = false;

  return {
    layout(set, frame) {
      marks.layout(set, atlas, frame);
      gather.layout(set, frame);
    },
    // Returns how many events stand there, each by itself or in a disc.
    draw({ set, match, key, step }, isGathered) {
      if (!isGathered) {
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
    },
    // {row, rows} for marks, topmost first, {disc} for a disc, or null.
    under(match, { x, y, ratio }, isGathered) {
      const disc = gather.under(x, y);
      if (disc) return { disc };
      const rows = marks.under(isGathered ? alone : match, x, y, ratio);
      return rows.length ? { row: rows[0], rows } : null;
    },
    rowsIn: gather.rowsIn,
    forget: marks.forget,
  };
}

// {hit, rowsIn, start}: `hit` says what lies under a point of the map's container.
export function pointCanvas(board) {
  const { store, lease, view } = board;
  const { points } = view;
  const canvas = el("canvas", "atlas-points leaflet-zoom-animated", null, { "aria-hidden": "true" });
  const place = canvasPlace(board, canvas);
  const drawn = drawing(canvas.getContext("2d", { willReadFrequently: true }), board.atlas);
  let isMoved = true;

  function draw() {
    const { set } = points;
    hide(canvas, !set);
    if (!set || !board.map.getSize().x) {
      points.drawn = 0;
      return;
    }
    if (isMoved) drawn.layout(set, place.measure());
    isMoved = false;
    points.drawn = drawn.draw(points, gathersPoints(store.state));
  }

  const { ask, stop } = inFrame(view.root, lease, draw);
  const moved = () => {
    isMoved = true;
    ask();
  };
  // While a pan goes on the canvas moves along; it is drawn anew where its edge comes into view.
  const panned = () => { if (place.isLeft()) moved(); };
  const byEvent = { moveend: moved, viewreset: moved, resize: moved, move: panned,
    zoomanim: place.stretch, zoom: () => place.stretch({}) };

  return {
    hit({ x, y }) {
      const at = points.set && !isMoved ? place.at(x, y) : null;
      return at && drawn.under(points.match, at, gathersPoints(store.state));
    },
    rowsIn: (disc) => drawn.rowsIn(points.match, disc),
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
        drawn.forget();
        canvas.remove();
      });
      ask();
    },
  };
}
