// What a lane shows: dots for days, bars for spans, and its slider under them.
import { change, dayNumber, plate, svgEl, themeColor } from "../base/index.js";
import { isAnyOn, partsOn } from "../rules/index.js";
import { drawCrowd, isCrowded } from "./crowd.js";
import { handleWords, laneHandle, laneHeight } from "./handle.js";
import { nearestMark, placeStops } from "./stops.js";

const BEFORE_FIRST_PX = 14;
// Where the first stop would be on a lane that has none.
const FIRST_PX = 8 + BEFORE_FIRST_PX;

const upright = (className, x, size) =>
  svgEl("line", { class: className, x1: x, x2: x, y1: 0, y2: size.marks_px });

// Filled part, breaks and slider, from the back to the front.
export function laneGround(svg, scale, ticks, size, published) {
  const middle = size.marks_px / 2;
  svg.setAttribute("width", scale.width_px);
  svg.setAttribute("height", laneHeight(size));
  const fill = svgEl("rect", { class: "atlas-lane-fill", x: 0, y: 0, height: size.marks_px });
  svg.replaceChildren(fill);
  for (const x of ticks.flatMap(({ lines }) => lines)) {
    svg.append(upright("atlas-lane-grid", x, size));
  }
  for (const part of scale.parts) {
    if (part.kind !== "gap") continue;
    const x = (part.x0 + part.x1) / 2;
    const half = Math.min(9, (part.x1 - part.x0) / 2 - 2);
    const wave = [-1, -0.5, 0, 0.5, 1].map((step, index) =>
      `${x + step * half},${middle + (index % 2 ? -4 : index === 0 || index === 4 ? 0 : 4)}`);
    svg.append(
      svgEl("rect", { class: "atlas-lane-break", x: part.x0, y: 0, width: part.x1 - part.x0,
        height: size.marks_px }),
      svgEl("polyline", { class: "atlas-lane-zigzag", points: wave.join(" ") }));
  }
  if (published !== null) {
    svg.append(upright("atlas-lane-published", scale.mid(published), size));
  }
  return { fill, handle: laneHandle(svg, scale, size) };
}

// A bar with a cap where its stop is; a span of months is a thin one.
function bar(mark, y, size) {
  const thick_px = mark.long ? size.bar_px / 2 : size.bar_px;
  const [cap, half] = [2.5, size.dot_px + 0.5];
  const [top, low] = [y - thick_px / 2, y + thick_px / 2];
  return svgEl("path", { class: "atlas-mark-body", d: `M${mark.x0} ${y - half}h${cap}V${top}` +
    `H${mark.x1}V${low}H${mark.x0 + cap}V${y + half}H${mark.x0}z` });
}

function shape(mark, size, y, side) {
  const group = svgEl("g", { class: "atlas-mark", "data-event": mark.event.id });
  group.style.setProperty("--atlas-side", side ? side.color : themeColor("side-other"));
  const halo = svgEl("circle", { class: "atlas-mark-halo", cx: mark.x, cy: y,
    r: size.dot_px + 2.5 });
  const [before, after] = mark.tails;
  if (before || after) {
    group.append(svgEl("line", { class: "atlas-mark-tail", x1: mark.x - before,
      x2: mark.x + after, y1: y, y2: y }));
  }
  group.append(halo, mark.bar ? bar(mark, y, size)
    : plate("atlas-mark-body", mark.x, y, size.dot_px, side && side.plate));
  return group;
}

/**
 * @typedef {{ marks: any[], left_px: number, handle: ReturnType<typeof laneHandle>,
 *   markAt(px: number, py: number | null): any, among?(mark: any): string,
 *   update(reached: number, store: import("../types.js").Store): void }} LaneArt
 */

/**
 * Draw a lane once for a width; `update` afterwards touches only the marks that changed.
 *
 * @returns {LaneArt}
 */
export function drawLane(svg, view, article, scale, ticks, size) {
  const { atlas, store } = view;
  const events = article.stops.map((id) => atlas.event[id]);
  const published = dayNumber(article.published_on);
  const { fill, handle } = laneGround(svg, scale, ticks, size, published);
  const marks = placeStops(events, store.state, scale, size, published);
  if (isCrowded(marks, scale)) {
    return drawCrowd(view, article, { fill, handle }, marks, scale, size);
  }
  const rowTop = (row) => size.marks_px / 2 + (row - 1) * size.row_px;
  const groups = marks.map((mark) =>
    shape(mark, size, rowTop(mark.row), atlas.side[mark.event.side]));
  for (const bars of [true, false]) {
    marks.forEach((mark, index) => {
      if (mark.bar === bars) svg.append(groups[index]);
    });
  }
  const drawn = marks.map(() => "");

  const places = marks.map(({ x }) => x);
  const left_px = marks.length ? Math.min(...places) : FIRST_PX;
  handle.span(left_px - BEFORE_FIRST_PX, Math.max(left_px, ...places));
  const words = handleWords(marks, size.isShort);

  return {
    marks,
    left_px,
    handle,
    // Under the marks no row is meant, only a place along the track.
    markAt: (px, py) => nearestMark(marks, px, py !== null && py > size.marks_px ? null : py, rowTop),
    update(reached, { state, shown }) {
      const x = reached ? marks[reached - 1].x : left_px - BEFORE_FIRST_PX;
      handle.moveTo(x, words[reached]);
      change(fill, "width", String(x));
      // Of what those who are switched off did nothing is left.
      const on = partsOn(state);
      marks.forEach((mark, index) => {
        const match = shown.get(mark.event.id);
        const look = ["atlas-mark",
          index < reached ? "atlas-is-reached" : "atlas-is-ahead",
          index < reached && !match ? "atlas-is-out" : "",
          isAnyOn(mark.event.counting[state.role], on) ? "" : "atlas-is-gone",
          match === "possible" ? "atlas-is-possible" : "",
          mark.undated ? "atlas-is-undated" : "",
          state.current === mark.event.id || state.event === mark.event.id
            ? "atlas-is-current" : ""].filter(Boolean).join(" ");
        if (look === drawn[index]) return;
        drawn[index] = look;
        groups[index].setAttribute("class", look);
      });
    },
  };
}
