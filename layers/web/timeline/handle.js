// A slider as it looks: a track under what it moves through, filled as far as it has come, and a
// round handle with the day it stands at beside it.
import { change, isoDay, sans, shortDay, svgEl } from "../base/index.js";

const RADIUS_PX = 7;
const DAY_SIZE_PX = 11;
// From the handle's middle to its day.
const DAY_FROM_PX = 12;
const DAY_BELOW_PX = 4;
const PAPER_AROUND_PX = 3;
// The track under the marks: its line, and all the room it takes.
const TRACK_BELOW_PX = 5;
const TRACK_ROOM_PX = 13;
const YEAR_DAYS = 364;
// Half of what a pointer or a finger may miss the handle by and still hold it.
const REACH_PX = { touch: 22, other: 12 };

// How wide a text is that is written at a handle, by a canvas: the page is not laid out for it. Its
// figures are as wide as each other on the page.
export function handleWidths() {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  context.font = sans(600, DAY_SIZE_PX);
  const held = new Map();
  return (text) => {
    const shape = text.replace(/\d/g, "0");
    if (!held.has(shape)) held.set(shape, Math.ceil(context.measureText(shape).width) + 1);
    return held.get(shape);
  };
}

export const laneHeight = ({ marks_px }) => marks_px + TRACK_ROOM_PX;

// "18 May 2017", where there is little room "18 May 17".
export function handleDay(day, isShort) {
  const year = isoDay(day).split("-")[0];
  return isShort ? `${shortDay(day)} ${year.slice(-2)}` : shortDay(day, true);
}

const isFirstOf = (day, part) => isoDay(day).endsWith(part);

// Whole months and years have no day, so none is written: "in May 2017", "from 2011".
function spanStart(first, last, isShort) {
  const [year, month] = isoDay(first).split("-");
  if (isFirstOf(first, "-01-01") && last - first >= YEAR_DAYS) {
    return isoDay(last + 1) === `${Number(year) + 1}-01-01` ? `in ${year}` : `from ${year}`;
  }
  if (!isFirstOf(first, "-01") || !isFirstOf(last + 1, "-01")) {
    return `from ${handleDay(first, isShort)}`;
  }
  const name = shortDay(first, true).replace(/^\d+ /, "");
  return isoDay(last).startsWith(`${year}-${month}`) ? `in ${name}` : `from ${name}`;
}

// The day a stop stands at: "18 May 2017"; of a span its first, "from 15 May 2017"; "by 15 June
// 2017" where only an end is known.
export function stopDay({ day, last, tails }, isShort) {
  if (day === null) return "undated";
  if (last > day) return spanStart(day, last, isShort);
  const said = tails[0] ? "by " : tails[1] ? "from " : "";
  return `${said}${handleDay(day, isShort)}`;
}

// What is written at the handle for 0, 1, … n stops reached; nothing where there is no stop.
export function handleWords(marks, isShort) {
  if (!marks.length) return [""];
  const days = marks.map((mark) => stopDay(mark, isShort));
  const before = days[0].replace(/^(by|in|from) /, "");
  const start = marks[0].day === null ? "before the first" : `before ${before}`;
  return [start, ...days.slice(0, -1), `${days[days.length - 1]}, all`];
}

// Where a day so wide is written at a handle: right of it, and left where the lane ends too soon. `from`
// and `to` are around both; `day_x` and `paper_x`, the day's edge and that of the paper under it, count
// from the handle.
export function besideHandle(px, words_px, width_px) {
  const reach_px = DAY_FROM_PX + words_px;
  return px + reach_px <= width_px
    ? { isRight: true, from: px - DAY_FROM_PX, to: px + reach_px, day_x: DAY_FROM_PX,
      paper_x: DAY_FROM_PX - PAPER_AROUND_PX }
    : { isRight: false, from: px - reach_px, to: px + DAY_FROM_PX, day_x: -DAY_FROM_PX,
      paper_x: -reach_px - PAPER_AROUND_PX };
}

// Track and handle of one lane, {fill, handle, moveTo(px, words), holds(px, py, type), place}: a
// step sets a few numbers and one text, and nothing is measured. `place` is where it stands:
// {x, from, to}, the last two around handle and words.
export function laneHandle(svg, scale, size) {
  const y = size.marks_px + TRACK_BELOW_PX;
  const line = { y1: y, y2: y };
  const track = svgEl("line", { class: "atlas-lane-rail", ...line });
  const filled = svgEl("line", { class: "atlas-lane-filled", ...line });
  const handle = svgEl("g", { class: "atlas-lane-handle" });
  const day = svgEl("text", { class: "atlas-lane-handle-day", y: y + DAY_BELOW_PX });
  // Its text is changed in place: a step makes no node.
  const said = document.createTextNode("");
  day.append(said);
  const paper = svgEl("rect", { class: "atlas-lane-handle-paper", y: y - DAY_SIZE_PX / 2,
    height: DAY_SIZE_PX });
  handle.append(paper, svgEl("path", { class: "atlas-lane-stem", d: `M0 1V${y - RADIUS_PX}` }),
    svgEl("circle", { class: "atlas-lane-knob", cx: 0, cy: y, r: RADIUS_PX }), day);
  svg.append(track, filled, handle);
  const place = { x: 0, from: 0, to: 0 };
  return {
    node: handle,
    place,
    // From where the handle stands before the first stop to where it stands at the last.
    span(from_px, to_px) {
      for (const one of [track, filled]) one.setAttribute("x1", from_px);
      track.setAttribute("x2", to_px);
    },
    moveTo(px, words) {
      const words_px = size.widthOf(words);
      const { isRight, from, to, day_x, paper_x } = besideHandle(px, words_px, scale.width_px);
      Object.assign(place, { x: px, from, to });
      change(handle, "transform", `translate(${px} 0)`);
      change(filled, "x2", String(px));
      change(day, "x", String(day_x));
      change(day, "text-anchor", isRight ? "start" : "end");
      change(paper, "x", String(paper_x));
      change(paper, "width", String(words_px + 2 * PAPER_AROUND_PX));
      if (said.data !== words) said.data = words;
    },
    // Whether a press takes hold of the handle, and not of a mark above it.
    holds(px, py, type) {
      const reach_px = REACH_PX[type] || REACH_PX.other;
      return py > size.marks_px - 3 && Math.abs(px - place.x) <= reach_px;
    },
  };
}

// Where two days {x, width_px} are written under the handles of a window: each at its handle and
// inside `room_px`; as one, null and a middle, where they would touch.
export function windowDays(first, last, joined_px, room_px, apart_px) {
  const inside = (x, width) => Math.min(Math.max(x, width / 2), room_px - width / 2);
  const at = [first, last].map(({ x, width_px }) => inside(x, width_px));
  const gap_px = at[1] - last.width_px / 2 - (at[0] + first.width_px / 2);
  if (gap_px >= apart_px) return { at, isOne: false };
  return { at: [inside((first.x + last.x) / 2, joined_px)], isOne: true };
}
