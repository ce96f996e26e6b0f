// Names on a map without the app: those that matter most first, beside the marks, none over another.
import { el } from "../base/index.js";
import { besideShift, ribbonHalf_px, shiftArrow, shiftWords } from "../map/index.js";
import { boxAround, roomAmong } from "../rules/index.js";

const GAP_PX = 3;
// From a dot to its name, no further than what still reads as its own; a site's clears a mark.
const FROM_DOT_PX = { site: [7, 20, 42], town: [7, 20] };
const AROUND = [[1, 0], [-1, 0], [0, -1], [0, 1]];

// Where a name stands: a course's beside the middle of its longest leg, any other at its place.
function placeOf({ leg, lat, lon }) {
  if (!leg) return [lat, lon];
  const [[a, b], [c, d]] = leg;
  return [(a + c) / 2, (b + d) / 2];
}

function elementOf(label) {
  const element = el("div", `atlas-label atlas-label-${label.kind}`, label.text,
    { "data-rank": label.rank });
  if (label.kind === "shift") element.classList.add("atlas-label-course");
  if (label.route) element.classList.add(`atlas-label-${label.route}`);
  if (label.more) element.append(el("div", "atlas-label-more", label.more));
  return element;
}

// A course's name above or below its ribbon, which may rise as it goes.
function offRibbon({ map }, { leg }, width, height) {
  const [a, b] = leg.map((one) => map.project(one));
  const rise = Math.abs((b.y - a.y) / (b.x - a.x || 1));
  const off = ribbonHalf_px(map) * Math.hypot(1, rise) + (rise * width) / 2 + height / 2 + GAP_PX;
  return [{ x: 0, y: -off }, { x: 0, y: off }];
}

// From the place, `at` in pixels, to the middle of the name, the best first.
function spotsOf(board, label, at, width, height) {
  const { kind, leg } = label;
  if (kind === "shift") {
    return besideShift(board, width, height)
      .map(({ x0, x1, y0, y1 }) => ({ x: (x0 + x1) / 2 - at.x, y: (y0 + y1) / 2 - at.y }));
  }
  const around = (gap) => AROUND.map(([x, y]) => ({ x: x * (width / 2 + gap), y: y * (height / 2 + gap) }));
  if (FROM_DOT_PX[kind]) return FROM_DOT_PX[kind].flatMap(around);
  return [...(leg ? offRibbon(board, label, width, height) : []), { x: 0, y: 0 },
    ...AROUND.slice(2).map(([x, y]) => ({ x, y: y * height }))];
}

// What was reported of the shift, beside its arrow.
function shiftLabel({ shift, place }) {
  if (!shift) return [];
  const leg = [place[shift.from_place], place[shift.to_place]].map(({ lat, lon }) => [lat, lon]);
  return [{ text: shiftWords(shift)[0], kind: "shift", rank: 0, route: "corridor-shifted", leg }];
}

// `boxes` gives what names keep clear of, in pixels of the zoomed world; returns what sets the
// names anew.
export function standingLabels(board, atlas, group, boxes) {
  const { L } = board;
  const names = [...shiftLabel(atlas), ...atlas.labels].sort((a, b) => a.rank - b.rank).map((label) => {
    const element = elementOf(label);
    const icon = L.divIcon({ className: "atlas-name", html: element, iconSize: [0, 0] });
    const marker = L.marker(placeOf(label), { icon, pane: "atlas-labels", interactive: false,
      keyboard: false });
    return { label, element, marker: marker.addTo(group) };
  });

  function place() {
    if (!board.map.hasLayer(group)) return;
    const room = roomAmong([...shiftArrow(board), ...boxes()]);
    for (const { label, element, marker } of names) {
      const { offsetWidth: width, offsetHeight: height } = element;
      const at = board.map.project(marker.getLatLng());
      const spot = spotsOf(board, label, at, width, height).find(({ x, y }) => {
        const [halfWidth, halfHeight] = [width / 2, height / 2];
        if (!room.isFree(boxAround(at.x + x, at.y + y, halfWidth + GAP_PX, halfHeight + GAP_PX))) {
          return false;
        }
        room.take(boxAround(at.x + x, at.y + y, halfWidth, halfHeight));
        return true;
      });
      element.style.visibility = spot ? "" : "hidden";
      if (spot) element.style.transform = `translate(${spot.x - width / 2}px, ${spot.y - height / 2}px)`;
    }
  }

  return place;
}
