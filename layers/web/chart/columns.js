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
  let held = { bins: [], scale: null, ticks: [], height_px: 0 };
  let tops = [];

  function ground(tallest, unit_px) {
    const { scale, ticks, height_px } = held;
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
    lines.replaceChildren(...rows);
  }

  // The number of the tallest column stands over it: what is sure, and what may come to it.
  function sayMost(index, sure, perhaps) {
    const { bins, scale } = held;
    if (index < 0) {
      most.replaceChildren();
      return;
    }
    const parts = [sure && ["sure", numberText(sure)],
      perhaps && ["perhaps", `${sure ? " + " : ""}${numberText(perhaps)} possible`]];
    most.replaceChildren(...parts.filter(Boolean).map(([name, text]) => {
      const part = svgEl("tspan", { class: `atlas-chart-most-${name}` });
      part.textContent = text;
      return part;
    }));
    const x = (bins[index].x0 + bins[index].x1) / 2;
    const half = most.getComputedTextLength() / 2;
    most.setAttribute("x", Math.min(scale.width_px - half, Math.max(half, x)));
    most.setAttribute("y", tops[index] - LABEL_GAP_PX);
  }

  function shapes(counts, unit_px) {
    const { bins, height_px } = held;
    const feet = bins.map(() => height_px - 1);
    for (const match of MATCHES) {
      sides.forEach((_side, side) => {
        const boxes = bins.map((bin, index) => {
          const count = counts[match][side * bins.length + index];
          if (!count) return "";
          const [left, right] = columnSides(bin);
          const box_px = count * unit_px;
          const seam_px = box_px > SEAM_FROM_PX ? 0.5 : 0;
          const y = feet[index];
          feet[index] -= box_px;
          return `M${left.toFixed(1)} ${y.toFixed(1)}H${right.toFixed(1)}` +
            `V${(y - box_px + seam_px).toFixed(1)}H${left.toFixed(1)}z`;
        });
        const d = boxes.join("");
        change(bright.paths[match][side], "d", d);
        change(grey.paths[match][side], "d", d);
      });
    }
    return feet;
  }

  return {
    layout(bins, scale, ticks, height_px) {
      held = { bins, scale, ticks, height_px };
      svg.setAttribute("width", scale.width_px);
      svg.setAttribute("height", height_px);
    },
    draw(counts) {
      const { bins, height_px } = held;
      const sum = (match, index) => sides.reduce((total, _side, side) =>
        total + counts[match][side * bins.length + index], 0);
      const sums = bins.map((_bin, index) => MATCHES.map((match) => sum(match, index)));
      const totals = sums.map(([sure, perhaps]) => sure + perhaps);
      const tallest = totals.reduce((best, total, index) =>
        (total > (totals[best] || 0) ? index : best), -1);
      const unit_px = (height_px - 1 - TOP_PX) / Math.max(1, totals[tallest] || 0);
      ground(totals[tallest] || 0, unit_px);
      tops = shapes(counts, unit_px);
      sayMost(tallest, ...(sums[tallest] || [0, 0]));
    },
    // The pixels of the window.
    cut(from_px, to_px) {
      setRect(inside.rects[0], from_px, to_px);
      setRect(outside.rects[0], 0, from_px);
      setRect(outside.rects[1], to_px, held.scale.width_px);
    },
    top_px: (index) => tops[index],
  };
}
