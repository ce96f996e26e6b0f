// The hover text: one at a time, gone when a card opens, on Escape, on a click and on blur.
import { el } from "../base/index.js";

const NEAR_TOP_PX = 96;
const GAP_PX = 8;

export function tipLines(lines) {
  const box = el("div", "atlas-tip-lines");
  lines.filter(Boolean).forEach((line, index) =>
    box.append(el("div", index ? "atlas-tip-more" : "atlas-tip-head", line)));
  return box;
}

/** @returns {import("../types.js").Tips} */
export function tips(board) {
  const { lease } = board;
  /** @type {import("leaflet").Tooltip | null} */
  let tip = null;
  /** @type {object | null} */
  let source = null;

  function hide(from) {
    if (!source || (from && from !== source)) return;
    source = null;
    tip?.remove();
  }

  // `aside` is from the position to the middle of what the text stands over, in px.
  function show(from, lines, at, gap_px, aside = { x: 0, y: 0 }) {
    const { L, map } = board;
    const text = (tip ??= L.tooltip({ className: "atlas-tip", opacity: 1 }));
    const isLow = map.latLngToContainerPoint(at).y + aside.y > NEAR_TOP_PX;
    text.options.direction = isLow ? "top" : "bottom";
    text.options.offset = [aside.x, aside.y + (isLow ? -gap_px : gap_px)];
    if (source !== from) text.setContent(tipLines(lines));
    source = from;
    text.setLatLng(at);
    if (!map.hasLayer(text)) text.addTo(map);
  }

  // A shape's text follows the pointer.
  function bind(layer, lines) {
    layer.on("mouseover mousemove", ({ latlng }) => show(layer, lines(), latlng, GAP_PX));
    layer.on("mouseout click remove", () => hide(layer));
  }

  lease.add(() => { if (tip) tip.remove(); });
  lease.add(board.store.subscribe((_state, changed) => {
    if (changed.has("event") || changed.has("about")) hide();
  }));
  lease.on(document, "keydown", (press) => { if (press.key === "Escape") hide(); }, true);
  return {
    show,
    hide,
    bind,
    start() {
      const { map } = board;
      const end = () => hide();
      map.on("zoomstart dragstart", end);
      lease.add(() => map.off("zoomstart dragstart", end));
    },
  };
}
