// The chart's drawing: columns of events by day and side on the timeline's own scale, and their axis.
import { change, numberText, svgEl, themeColor } from "../base/index.js";

const TOP_PX = 17;
const WIDEST_PX = 15;
const APART_PX = 1;
const MOST_TICKS = 4;
const SEAM_FROM_PX = 4;
const LABEL_GAP_PX = 5;
const MATCHES = ["certain", "possible"];
let made = 0;

/**
 * @typedef {{ bins: import("../types.js").TimeBin[], scale: import("../types.js").TimeScale,
 *   ticks: import("../types.js").TimeTick[], height_px: number }} Laid what is laid out for a width
 */

// 1, 2, 5, 10, 20 …: whole events, so few lines that each can be read.
function tickStep(most) {
  for (let ten = 1; ; ten *= 10) {
    const found = [1, 2, 5].map((one) => one * ten).find((step) => most / step <= MOST_TICKS);
    if (found) return found;
  }
}

// A day that the axis widens for its many stops gets no wider column: its area would say more.
function columnSides({ x0, x1 }) {
  const width = Math.max(1, Math.min(WIDEST_PX, x1 - x0 - (x1 - x0 > 3 ? APART_PX : 0)));
  const left = (x0 + x1) / 2 - width / 2;
  return [left, left + width];
}

function clip(id, count) {
  const node = svgEl("clipPath", { id });
  const rects = Array.from({ length: count }, () => svgEl("rect", { x: 0, y: 0, width: 0,
    height: "100%" }));
  node.append(...rects);
  return { node, rects };
}

const setRect = (rect, from_px, to_px) => {
  change(rect, "x", String(from_px));
  change(rect, "width", String(Math.max(0, to_px - from_px)));
};

// One path for each side and match; `paint` gives the colour, null leaves it to the style sheet.
function columnPaths(sides, id, paint) {
  const group = svgEl("g", { "clip-path": `url(#${id})` });
  const paths = {};
  for (const match of MATCHES) {
    paths[match] = sides.map((side) => {
      const path = svgEl("path", { class: `atlas-chart-${match}`, "data-side": side.id });
      const color = paint(side);
      if (color) path.style.setProperty("--atlas-side", color);
      group.append(path);
      return path;
    });
  }
  return { group, paths };
}

/**
 * Lines and numbers behind the columns.
 *
 * @param {Laid} laid
 */
function groundRows(laid, tallest, unit_px) {
  const { scale, ticks, height_px } = laid;
  const foot = height_px - 0.5;
  const rows = [];
  for (const x of ticks.flatMap(({ lines: xs }) => xs)) {
    rows.push(svgEl("path", { class: "atlas-chart-day", d: `M${x} ${TOP_PX}V${foot}` }));
  }
  const step = tickStep(tallest);
  for (let count = step; count <= tallest; count += step) {
    const y = Math.round(foot - count * unit_px) + 0.5;
    rows.push(svgEl("path", { class: "atlas-chart-line", d: `M0 ${y}H${scale.width_px}` }));
    const text = svgEl("text", { class: "atlas-chart-tick", x: -3, y: y + 3.5,
      "text-anchor": "end" });
    text.textContent = numberText(count);
    rows.push(text);
  }
  for (const { kind, x0, x1 } of scale.parts) {
    rows.push(svgEl("path", { class: `atlas-chart-foot atlas-chart-foot-${kind}`,
      d: `M${x0} ${foot}H${x1}` }));
  }
  return rows;
}

/**
 * The number of the tallest column stands over it: what is sure, and what may come to it.
 *
 * @param {Laid} laid
 */
function sayMost(most, laid, index, top_px, sure, perhaps) {
  if (index < 0) {
    most.replaceChildren();
    return;
  }
  const parts = [["sure", sure, numberText(sure)],
    ["perhaps", perhaps, `${sure ? " + " : ""}${numberText(perhaps)} possible`]];
  most.replaceChildren(...parts.filter(([, count]) => count).map(([name, , text]) => {
    const part = svgEl("tspan", { class: `atlas-chart-most-${name}` });
    part.textContent = text;
    return part;
  }));
  const { x0, x1 } = laid.bins[index];
  const x = (x0 + x1) / 2;
  const half = most.getComputedTextLength() / 2;
  most.setAttribute("x", Math.min(laid.scale.width_px - half, Math.max(half, x)));
  most.setAttribute("y", top_px - LABEL_GAP_PX);
}

/**
 * The shape of each match and side, those of a column on top of one another; and where each column
 * ends: {shapes, tops}.
 *
 * @param {Laid} laid
 */
function stacked(laid, sides, counts, unit_px) {
  const { bins, height_px } = laid;
  const tops = bins.map(() => height_px - 1);
  const shapes = {};
  for (const match of MATCHES) {
    shapes[match] = sides.map((_side, side) => bins.map((bin, index) => {
      const count = counts[match][side * bins.length + index];
      if (!count) return "";
      const [left, right] = columnSides(bin);
      const box_px = count * unit_px;
      const seam_px = box_px > SEAM_FROM_PX ? 0.5 : 0;
      const y = tops[index];
      tops[index] -= box_px;
      return `M${left.toFixed(1)} ${y.toFixed(1)}H${right.toFixed(1)}` +
        `V${(y - box_px + seam_px).toFixed(1)}H${left.toFixed(1)}z`;
    }).join(""));
  }
  return { shapes, tops };
}

// What lies in the window in the sides' colours, what it leaves out in grey: drawn twice and cut,
// so that a window on the move changes the cut and no column.
export function chartColumns(svg, sides) {
  made += 1;
  const inside = clip(`atlas-chart-in-${made}`, 1);
  const outside = clip(`atlas-chart-out-${made}`, 2);
  const lines = svgEl("g");
  const grey = columnPaths(sides, outside.node.id, () => themeColor("outside"));
  const bright = columnPaths(sides, inside.node.id, (side) => side.color);
  const most = svgEl("text", { class: "atlas-chart-most" });
  const defs = svgEl("defs");
  defs.append(inside.node, outside.node);
  svg.replaceChildren(defs, lines, grey.group, bright.group, most);
  /** @type {Laid | null} */
  let laid = null;
  let tops = [];

  return {
    layout(bins, scale, ticks, height_px) {
      laid = { bins, scale, ticks, height_px };
      svg.setAttribute("width", scale.width_px);
      svg.setAttribute("height", height_px);
    },
    draw(counts) {
      if (!laid) return;
      const { bins, height_px } = laid;
      const sum = (match, index) => sides.reduce((total, _side, side) =>
        total + counts[match][side * bins.length + index], 0);
      const sums = bins.map((_bin, index) => MATCHES.map((match) => sum(match, index)));
      const totals = sums.map(([sure, perhaps]) => sure + perhaps);
      const tallest = totals.reduce((best, total, index) =>
        (total > (totals[best] || 0) ? index : best), -1);
      const unit_px = (height_px - 1 - TOP_PX) / Math.max(1, totals[tallest] || 0);
      lines.replaceChildren(...groundRows(laid, totals[tallest] || 0, unit_px));
      const drawn = stacked(laid, sides, counts, unit_px);
      tops = drawn.tops;
      for (const match of MATCHES) {
        drawn.shapes[match].forEach((d, side) => {
          change(bright.paths[match][side], "d", d);
          change(grey.paths[match][side], "d", d);
        });
      }
      const [sure, perhaps] = sums[tallest] || [0, 0];
      sayMost(most, laid, tallest, tops[tallest], sure, perhaps);
    },
    // The pixels of the window.
    cut(from_px, to_px) {
      if (!laid) return;
      setRect(inside.rects[0], from_px, to_px);
      setRect(outside.rects[0], 0, from_px);
      setRect(outside.rects[1], to_px, laid.scale.width_px);
    },
    top_px: (index) => tops[index],
  };
}
