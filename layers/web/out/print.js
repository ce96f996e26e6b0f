// Makes the page ready for paper before it is printed, and puts back what was there.
import { openLease } from "../base/index.js";
import { printSheet } from "./print-sheet.js";
import { shareLink } from "./share.js";

const paper = matchMedia("print");

// What an observer sees of the page then is no size of the map on a screen.
export const isOnPaper = (view) => view.isOnPaper || paper.matches;

// The map takes the size it has now and a view that nobody chose: that is not remembered. Between
// its steps of zoom too, for it has to be as seen.
function fit(view, center, zoomOf) {
  const { map, home } = view;
  const { isMoving } = home;
  const { zoomSnap } = map.options;
  home.isMoving = true;
  map.options.zoomSnap = 0;
  map.invalidateSize({ animate: false, pan: false });
  map.setView(center, zoomOf(), { animate: false });
  map.options.zoomSnap = zoomSnap;
  home.isMoving = isMoving;
}

export function print(view) {
  const lease = openLease();
  const { root, map } = view;
  /**
   * @type {{center: import("leaflet").LatLng, zoom: number, theme: string | undefined,
   *   nodes: HTMLElement[]} | null}
   */
  let before = null;

  function prepare() {
    // A page that is not seen has no map to fit.
    if (before || !view.panes.map.clientWidth) return;
    const [center, zoom] = [map.getCenter(), map.getZoom()];
    const bounds = map.getBounds();
    const link = shareLink(view);
    before = { center, zoom, theme: root.dataset.theme, nodes: [] };
    view.isOnPaper = true;
    root.dataset.theme = "light";
    root.classList.add("atlas-on-paper");
    fit(view, center, () => map.getBoundsZoom(bounds));
    before.nodes = printSheet(view, link);
    root.append(...before.nodes);
    root.dispatchEvent(new CustomEvent("atlas-paper"));
  }

  function restore() {
    if (!before) return;
    const { center, zoom, theme, nodes } = before;
    for (const node of nodes) node.remove();
    root.classList.remove("atlas-on-paper");
    root.dataset.theme = theme;
    // The lanes first: they leave the map its room.
    root.dispatchEvent(new CustomEvent("atlas-paper"));
    fit(view, center, () => zoom);
    before = null;
    view.isOnPaper = false;
  }

  // Browsers tell of a print by one of these or by both.
  lease.on(globalThis, "beforeprint", prepare);
  lease.on(globalThis, "afterprint", restore);
  lease.on(paper, "change", () => (paper.matches ? prepare() : restore()));
  lease.add(restore);
  return lease.end;
}
