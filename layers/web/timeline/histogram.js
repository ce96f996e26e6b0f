// Bars for events too many for dots: how many on which days, stacked by side, and a veil over them.
import { lastAtMost, numberText, svgEl } from "../base/index.js";
import { binText } from "../rules/index.js";

const TOP_PX = 4;
const LEAST_BAR_PX = 1;
const APART_FROM_PX = 3;
const APART_PX = 0.75;
const SEAM_PX = 0.5;

// Where a bar stands: all of its bin, from whole pixel to whole pixel, a hair from the next one.
function barSides({ x0, x1 }) {
  const left = Math.round(x0);
  const right = Math.max(left + 1, Math.round(x1));
  return [left, right - left > APART_FROM_PX ? right - APART_PX : right];
}

// One path for each side, the veil over both ends, and the lines around the bars.
function barShapes(sides, width_px, height_px) {
  const paths = sides.map((side) => {
    const path = svgEl("path", { class: "atlas-bars-side", "data-side": side.id });
    path.style.fill = side.color;
    return path;
  });
  const top = svgEl("path", { class: "atlas-bars-top", d: `M0 ${TOP_PX - 0.5}H${width_px}` });
  const tick = svgEl("text", { class: "atlas-bars-tick", x: 3, y: TOP_PX + 10 });
  const foot = svgEl("path", { class: "atlas-bars-foot" });
  const veils = [0, 1].map(() => svgEl("rect", { class: "atlas-bars-veil", x: 0, y: 0, width: 0,
    height: height_px }));
  const node = svgEl("g", { class: "atlas-bars" });
  node.append(top, ...paths, ...veils, foot, tick);
  return { node, paths, veils, foot, tick };
}

// The path of each side: its share of every bar, on top of those before it. `counted` holds what
// the histogram counted.
export function barPaths(sides, { bins, counts, totals, tallest }, height_px) {
  const room_px = height_px - 1 - TOP_PX;
  const shapes = sides.map(() => []);
  bins.forEach((bin, index) => {
    if (!totals[index]) return;
    const [left, right] = barSides(bin);
    const bar_px = Math.max(LEAST_BAR_PX, (totals[index] / tallest) * room_px);
    let y = height_px - 1;
    sides.forEach((_side, side) => {
      const share_px = (counts[side * bins.length + index] / totals[index]) * bar_px;
      if (!share_px) return;
      const seam_px = share_px > 3 * SEAM_PX ? SEAM_PX : 0;
      shapes[side].push(`M${left} ${y.toFixed(2)}H${right}v${(seam_px - share_px).toFixed(2)}` +
        `H${left}z`);
      y -= share_px;
    });
  });
  return shapes.map((shape) => shape.join(""));
}

// "12–18 May 2017: 1,234 events. Iran and aligned forces 1,000, … Tallest bar: 2,310."
export function barText(sides, { bins, counts, totals, tallest }, index) {
  const total = totals[index];
  const days = binText(bins[index]);
  if (!total) return `${days}: no event that passes the filters`;
  const shares = sides.map(({ label }, side) =>
    ({ label, count: counts[side * bins.length + index] })).filter(({ count }) => count);
  const split = shares.length > 1
    ? shares.map(({ label, count }) => `${label} ${numberText(count)}`).join(", ")
    : shares[0].label;
  return `${days}: ${numberText(total)} event${total === 1 ? "" : "s"}. ${split}. ` +
    `Tallest bar: ${numberText(tallest)}.`;
}

// How many events each bin has of all sides together, and the most of them. `counts` are side by side, of
// each side those of all bins.
/** @returns {{ bins: import("../types.js").TimeBin[], counts: ArrayLike<number>, totals: number[], tallest: number }} */
export function countedBars(sides, bins, counts) {
  const totals = bins.map((_bin, index) => sides.reduce((sum, _side, side) =>
    sum + counts[side * bins.length + index], 0));
  return { bins, counts, totals, tallest: totals.reduce((most, total) => Math.max(most, total), 0) };
}

// The bin that a pixel lies in, -1 between two and beyond them.
export function barAt({ bins }, px) {
  const index = lastAtMost(bins, px, ({ x0 }) => x0);
  return index >= 0 && px < bins[index].x1 ? index : -1;
}

// ". One of 123 events of 12–18 May 2017", after what is said of one of them.
export function amongText({ bins, totals }, index) {
  if (index < 0 || totals[index] < 2) return "";
  return `. One of ${numberText(totals[index])} events of ${binText(bins[index])}`;
}

// Bars in one path for each side, and the veil. A step moves the veil and nothing else.
export function histogram(sides, width_px, height_px) {
  const { node, paths, veils, foot, tick } = barShapes(sides, width_px, height_px);
  let counted = countedBars(sides, [], []);

  return {
    node,
    get tallest() {
      return counted.tallest;
    },
    total: (index) => counted.totals[index],
    draw(bins, counts) {
      counted = countedBars(sides, bins, counts);
      tick.textContent = counted.tallest ? numberText(counted.tallest) : "";
      const shapes = barPaths(sides, counted, height_px);
      paths.forEach((path, side) => path.setAttribute("d", shapes[side]));
      foot.setAttribute("d", bins.map(({ x0, x1 }) =>
        `M${x0.toFixed(1)} ${height_px - 0.5}H${x1.toFixed(1)}`).join(""));
    },
    // All but what lies from one pixel to the other is veiled.
    veil(from_px, to_px) {
      veils[0].setAttribute("width", String(Math.max(0, from_px)));
      veils[1].setAttribute("x", String(to_px));
      veils[1].setAttribute("width", String(Math.max(0, width_px - to_px)));
    },
    binAt: (px) => barAt(counted, px),
    among: (index) => amongText(counted, index),
    text: (index) => barText(sides, counted, index),
  };
}
