// The ground of the map, from files beside it: land, coast, borders, rivers, lakes, relief. No tiles.
import { svgEl } from "../base/index.js";

const RELIEF_OPACITY = 0.38;
const RELIEF_FULL_ZOOM = 6.5;
const RELIEF_GONE_ZOOM = 7.5;
const LEAST_ZOOM = 4;
const LEAST_ZOOM_AT_MOST = 6;

// What each part draws, from the back to the front: collection of the assets, class, pane.
const PARTS = {
  land: [["land", "atlas-ground", "atlas-land"], ["coast", "atlas-coast", "atlas-land"]],
  rivers: [["rivers", "atlas-river", "atlas-rivers"], ["lakes", "atlas-lake", "atlas-rivers"]],
  borders: [["borders", "atlas-border", "atlas-borders"]],
};

// One picture for a part, drawn once and scaled by the browser: no line is projected or clipped
// as the map moves.
function ground(board, pane, [left, top, width, height], zoom) {
  const { L } = board;
  const svg = svgEl("svg", { class: "atlas-base leaflet-zoom-animated", preserveAspectRatio: "none",
    viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  const corner = L.point(left, top);
  const Ground = L.Layer.extend({
    options: { pane },
    onAdd() {
      this.getPane().append(svg);
      this.fit();
    },
    onRemove() {
      svg.remove();
    },
    getEvents() {
      return { viewreset: this.fit, zoom: this.fit, zoomanim: this.follow };
    },
    fit() {
      const scale = this._map.getZoomScale(this._map.getZoom(), zoom);
      svg.style.width = `${width * scale}px`;
      svg.style.height = `${height * scale}px`;
      L.DomUtil.setPosition(svg, corner.multiplyBy(scale).subtract(this._map.getPixelOrigin()));
    },
    // As Leaflet moves its own pictures while a zoom is animated.
    follow(to) {
      const map = this._map;
      const at = map._latLngToNewLayerPoint(map.options.crs.pointToLatLng(corner, zoom), to.zoom, to.center);
      L.DomUtil.setTransform(svg, at, map.getZoomScale(to.zoom));
    },
  });
  return { svg, layer: new Ground() };
}

function vectors(board, group, [name, className, pane]) {
  const { zoom, box, [name]: lines } = board.view.assets.basemap;
  const { svg, layer } = ground(board, pane, box, zoom);
  for (const { d, disputed } of lines) {
    svg.append(svgEl("path", { class: disputed ? `${className} ${className}-disputed` : className, d }));
  }
  group.addLayer(layer);
}

function reliefOpacity(zoom) {
  const share = (RELIEF_GONE_ZOOM - zoom) / (RELIEF_GONE_ZOOM - RELIEF_FULL_ZOOM);
  return RELIEF_OPACITY * Math.max(0, Math.min(1, share));
}

function relief(board, group, [south, west, north, east]) {
  const { assets } = board.view;
  const { map } = board;
  if (!assets.relief) return;
  const picture = board.L.imageOverlay(assets.relief, [[south, west], [north, east]], {
    pane: "atlas-relief", interactive: false, alt: "", opacity: reliefOpacity(map.getZoom()) });
  const fade = () => picture.setOpacity(reliefOpacity(map.getZoom()));
  group.addLayer(picture);
  map.on("zoomend", fade);
  board.lease.add(() => map.off("zoomend", fade));
}

// No further out than the ground reaches, unless the first view needs more.
function holdInside({ map, lease, view }) {
  const hold = () => {
    const { maxBounds } = map.options;
    if (!maxBounds || !map.getSize().x) return;
    const inside = map.getBoundsZoom(maxBounds, true);
    const home = view.home.bounds ? map.getBoundsZoom(view.home.bounds) : inside;
    map.setMinZoom(Math.max(LEAST_ZOOM, Math.min(inside, home, LEAST_ZOOM_AT_MOST)));
  };
  hold();
  map.on("resize", hold);
  lease.add(() => map.off("resize", hold));
}

export function basemap(board, group, part, bounds) {
  if (part === "land") holdInside(board);
  if (part === "relief") relief(board, group, bounds);
  else for (const one of PARTS[part] || []) vectors(board, group, one);
}
