// The axis in words and lines: which days are labelled, where years begin, what a break spans.
import { durationText, isoDay, shortDay, svgEl } from "../base/index.js";

const TICK_STEPS_DAYS = [1, 2, 3, 7, 14, 28, 91, 182, 365];
const LABEL_BELOW_PX = 16;
const DAY_HAIR_FROM_PX = 5;
const FRAMED_FROM_PX = 13;

export const AXIS_BAR_Y_PX = 9;

// Keeps labels off each other: what is put first stays.
function labeller(scale, letter_px) {
  const taken = [];
  const labels = [];
  const put = (label, fromStart) => {
    const half = (label.text.length * letter_px) / 2;
    const wish = fromStart ? label.x - 3 + half : label.x;
    const at = Math.min(Math.max(wish, half), Math.max(half, scale.width_px - half));
    if (taken.some(([from, to]) => at - half < to && at + half > from)) return false;
    taken.push([at - half - letter_px / 2, at + half + letter_px / 2]);
    labels.push({ lines: [], ...label, at });
    return true;
  };
  return { labels, put };
}

// A day's label; a wide day is framed by lines at both its ends.
function dayLabel(scale, day, kind, text) {
  const [from, to] = [scale.x(day), scale.x(day + 1)];
  const lines = to - from >= FRAMED_FROM_PX ? [from, to] : [from];
  return { x: scale.mid(day), text, kind, lines };
}

// Labels {x, at, text, kind, lines}: years first, breaks, days with many stops, then the rest.
export function timeTicks(scale, letter_px) {
  const { labels, put } = labeller(scale, letter_px);
  const of = (wanted) => scale.parts.filter(({ kind }) => kind === wanted);
  const runs = of("days");
  for (const { from, x0, x1 } of runs) {
    const roomy = x1 - x0 >= 13 * letter_px;
    const text = roomy ? shortDay(from + 1, true) : isoDay(from + 1).slice(0, 4);
    put(dayLabel(scale, from + 1, "year", text), true);
  }
  for (const part of of("gap")) {
    const x = (part.x0 + part.x1) / 2;
    const text = durationText(part.to - part.from);
    const short = text.replace(/ (\w).*/, " $1");
    if (!put({ x, text, kind: "gap" })) put({ x, text: short, kind: "gap" });
  }
  const earlier = of("earlier");
  if (earlier.length) {
    put({ x: earlier[earlier.length - 1].x1 / 2, text: "earlier", kind: "earlier" });
  }
  for (const part of runs) wideDays(part, scale, put);
  for (const part of runs) evenDays(part, letter_px, scale, put);
  return labels.sort((a, b) => a.x - b.x);
}

function wideDays({ from, to }, scale, put) {
  const width = (day) => scale.x(day + 1) - scale.x(day);
  const days = Array.from({ length: to - from }, (_, index) => from + index);
  for (const day of days.filter((one) => width(one) >= FRAMED_FROM_PX)
    .sort((a, b) => width(b) - width(a))) {
    put(dayLabel(scale, day, "day", shortDay(day)));
  }
}

function evenDays(part, letter_px, scale, put) {
  const day_px = (part.x1 - part.x0) / (part.to - part.from);
  const step = TICK_STEPS_DAYS.find((days) => days * day_px >= letter_px * 8) || 365;
  for (let day = part.from + 1 + step; day < part.to - 1; day += step) {
    put(dayLabel(scale, day, "day", shortDay(day)));
  }
}

// A hair at each midnight, where days are wide enough to tell them apart.
function dayHairs({ kind, edges, from, to, x0, x1 }) {
  if (kind !== "days" || (x1 - x0) / (to - from) < DAY_HAIR_FROM_PX) return "";
  return edges.map((x) => `M${x} ${AXIS_BAR_Y_PX}v4`).join("");
}

// Gives back what is written, {text, from, to}: it makes way for the days of the window, which stand
// in the same line.
export function drawAxis(svg, scale, ticks, letter_px) {
  svg.replaceChildren();
  const written = [];
  svg.setAttribute("width", scale.width_px);
  svg.setAttribute("height", AXIS_BAR_Y_PX + LABEL_BELOW_PX + 3);
  const y = AXIS_BAR_Y_PX;
  for (const part of scale.parts) {
    svg.append(
      svgEl("line", { class: `atlas-axis-rail atlas-axis-${part.kind}`, x1: part.x0, x2: part.x1,
        y1: y, y2: y }),
      svgEl("path", { class: "atlas-axis-hairs", d: dayHairs(part) }));
  }
  for (const tick of ticks) {
    for (const x of tick.lines) {
      svg.append(svgEl("line", { class: "atlas-axis-tick", x1: x, x2: x, y1: y, y2: y + 6 }));
    }
    const text = svgEl("text", { class: `atlas-axis-text atlas-axis-text-${tick.kind}`,
      x: tick.at, y: y + LABEL_BELOW_PX, "text-anchor": "middle" });
    text.textContent = tick.text;
    svg.append(text);
    const half = (tick.text.length * letter_px) / 2;
    written.push({ text, from: tick.at - half, to: tick.at + half });
  }
  return written;
}
