// The profile of a course: its way from left to right, days from top to bottom, events near it.
import {
  durationText, el, isoDay, numberText, plate, rove, shortDay, svgEl, traced, traceOf,
} from "../base/index.js";
import { distanceText, eventTimeText, sideText } from "../rules/index.js";
import { cardPatches } from "../state/index.js";
import { PROFILE_MARK_PX, profileNames, rowTop } from "./profile-layout.js";

const LABEL_PX = 46;
const RIGHT_PX = 8;
const TOP_PX = 24;
const UNDATED_PX = 20;
const NAME_PX = 13;
const LINE_PX = 12;
const RADIUS_PX = 4.3;
const BUTTON_PX = 16;
const KM_STEP = 500;

const text = (className, x, y, words, anchor) => {
  const node = svgEl("text", { class: `atlas-profile-text ${className}`, x, y,
    "text-anchor": anchor });
  node.textContent = words;
  return node;
};

const path = (className, d) => svgEl("path", { class: `atlas-profile-${className}`, d });

// Puts a word of the days' column where it stands clear of those put before.
function labeller() {
  const taken = [];
  return (className, y, words) => {
    if (taken.some((at) => Math.abs(at - y) < LINE_PX)) return [];
    taken.push(y);
    return [text(className, LABEL_PX - 5, y, words, "end")];
  };
}

// Days that have a mark, each with a line across; those long past by their year, or by month and
// year where days of that year follow.
function dayLines(rows, scale, box, put) {
  const past = scale.parts.filter(({ kind }) => kind === "earlier");
  const isPast = (day) => past.some(({ to }) => day < to);
  const yearOf = (day) => isoDay(day).slice(0, 4);
  const years = scale.parts.filter(({ kind }) => kind === "days").map(({ from }) => yearOf(from + 1));
  const pastText = (day) => (years.includes(yearOf(day))
    ? shortDay(day, true).replace(/^\d+ /, "") : yearOf(day));
  return [...new Set(rows.map(({ days: { first } }) => first))].sort((a, b) => a - b).flatMap((day) => {
    const at = TOP_PX + scale.mid(day);
    const words = isPast(day) ? pastText(day) : shortDay(day);
    return [path("day", `M${LABEL_PX} ${at}H${box.right}`), ...put("", at + 3.5, words)];
  });
}

// Breaks between runs of days, and the year where one begins.
function runs(scale, box, put) {
  let year = "";
  return scale.parts.flatMap(({ kind, from, to, x0, x1 }) => {
    const top = TOP_PX + x0;
    if (kind === "gap") {
      return [svgEl("rect", { class: "atlas-profile-gap", x: LABEL_PX, y: top,
        width: box.right - LABEL_PX, height: x1 - x0 }),
      text("atlas-profile-fold", (LABEL_PX + box.right) / 2, top + (x1 - x0) / 2 + 4,
        `${durationText(to - from)} left out`, "middle")];
    }
    const now = isoDay(from + 1).slice(0, 4);
    if (kind === "earlier" || now === year) return [];
    year = now;
    return put("atlas-profile-year", top - 3, now);
  });
}

function kilometres(length_km, box, x) {
  const made = [];
  for (let km = 0; km <= length_km; km += KM_STEP) {
    const isLast = km + KM_STEP > length_km;
    made.push(path("km", `M${x(km)} ${TOP_PX - 6}V${box.foot}`),
      text("", x(km), TOP_PX - 11, `${numberText(km)}${isLast ? " km" : ""}`, km ? "middle" : "start"));
  }
  return made;
}

function way(view, course, box, x) {
  const { atlas } = view;
  const names = profileNames(atlas, course.waypoints, x, box.width);
  const ends = course.waypoints.map(([, km]) => x(km));
  const made = names.map((one) => path("stem", `M${one.x} ${box.foot}V${box.foot + 6 + one.row * NAME_PX}`));
  made.push(path(`way atlas-profile-${course.route}`, `M${ends[0]} ${box.foot}H${ends[ends.length - 1]}`));
  for (const at of ends) made.push(svgEl("circle", { class: "atlas-profile-stop", cx: at, cy: box.foot, r: 2.4 }));
  for (const { text: name, place, from, to, row, rank } of names) {
    made.push(traced(text(rank === 1 ? "atlas-profile-site" : "", (from + to) / 2,
      box.foot + 16 + row * NAME_PX, name, "middle"), traceOf(atlas.place[place], "name")));
  }
  return { made, rows: Math.max(...names.map(({ row }) => row)) + 1 };
}

// "Title: 18 May 2017; 7 km (4 miles) away, 1,041 km (647 miles) along; Side: Iran and aligned forces".
function words({ atlas, store: { state } }, { event, far_km, along_km, area_km, match }) {
  return `${event.title}: ${[eventTimeText(atlas, event, state),
    `${distanceText(far_km, area_km)} away, ${distanceText(along_km, area_km)} along`, sideText(atlas.side[event.side]),
    match === "possible" ? "possibly outside the days chosen" : null].filter(Boolean).join("; ")}`;
}

function mark(view, row, x, y) {
  const { event, match } = row;
  const side = view.atlas.side[event.side];
  const button = el("button", "atlas-profile-mark", null, { type: "button", tabindex: -1,
    "data-event": event.id, "aria-label": words(view, row) });
  const svg = svgEl("svg", { width: BUTTON_PX, height: BUTTON_PX, "aria-hidden": "true" });
  const hollow = match === "possible" ? " atlas-profile-hollow" : "";
  svg.append(plate(`atlas-profile-plate${hollow}`, BUTTON_PX / 2, BUTTON_PX / 2, RADIUS_PX,
    side.plate));
  button.style.setProperty("--atlas-side", side.color);
  button.style.left = `${x - BUTTON_PX / 2}px`;
  button.style.top = `${y - BUTTON_PX / 2}px`;
  button.append(svg);
  cardPatches.set(button, { event: event.id, about: null });
  return button;
}

// A span of days hangs from its mark: a week, a month, something that lasted.
function tail(view, { event, days, match }, x, y, scale) {
  const foot = TOP_PX + scale.x(days.last + 1) - 1;
  if (days.last === days.first || foot <= y) return [];
  const line = path(`span${match === "possible" ? " atlas-profile-hollow" : ""}`, `M${x} ${y}V${foot}`);
  line.style.setProperty("--atlas-side", view.atlas.side[event.side].color);
  return [line];
}

// The kilometres of `most_km` over the width left of the labels.
export const profileX = (width_px, most_km) => (km) =>
  LABEL_PX + 6 + (km / most_km) * (width_px - LABEL_PX - RIGHT_PX - 6);

// `plan`: {course, rows, stack, scale, most_km, name}; profiles of one `scale` and `most_km` can be
// read one under the other.
export function profile(view, { course, rows, stack, scale, most_km, name }, width_px) {
  const x = profileX(width_px, most_km);
  const without = rows.filter(({ days }) => !days);
  const dated = rows.filter(({ days }) => days);
  const undated_px = without.length ? UNDATED_PX + (stack.get(null) - 1) * PROFILE_MARK_PX : 0;
  const height_px = scale ? scale.width_px : 0;
  const box = { width: width_px, right: width_px - RIGHT_PX, foot: TOP_PX + height_px + undated_px + 4 };
  const y = (row) => (row.days ? TOP_PX + rowTop(row, scale, stack)
    : TOP_PX + height_px + UNDATED_PX / 2 + row.level * PROFILE_MARK_PX);
  const node = el("div", "atlas-profile", null, { role: "group", "aria-label": name });
  const svg = svgEl("svg", { class: "atlas-profile-drawing", width: width_px, "aria-hidden": "true" });
  const { made, rows: lines } = way(view, course, box, x);
  svg.setAttribute("height", box.foot + 8 + lines * NAME_PX);
  const put = labeller();
  if (scale) svg.append(...runs(scale, box, put), ...dayLines(dated, scale, box, put));
  svg.append(...kilometres(course.length_km, box, x), ...made, ...dated.flatMap((row) => tail(view, row, x(row.along_km), y(row), scale)));
  if (undated_px) {
    svg.append(text("atlas-profile-fold", LABEL_PX - 5, TOP_PX + height_px + 14, "undated", "end"));
  }
  const marks = rows.map((row) => mark(view, row, x(row.along_km), y(row)));
  if (marks.length) marks[0].tabIndex = 0;
  node.append(svg, ...marks);
  return node;
}

// The keys and the hover text of every profile that the card's body comes to hold.
export function profileKeys(lease, body, tip) {
  const isMark = (target) => target.matches(".atlas-profile-mark");
  const tell = (target) => {
    const box = target.getBoundingClientRect();
    tip.show(target.getAttribute("aria-label"), (box.left + box.right) / 2, box.top);
  };
  rove(lease, body, (target) =>
    (isMark(target) ? [...target.parentNode.querySelectorAll(".atlas-profile-mark")] : []), 5);
  lease.on(body, "pointerover", ({ target, pointerType }) => {
    const found = target.closest(".atlas-profile-mark");
    if (found && pointerType === "mouse") tell(found);
    else tip.hide();
  });
  lease.on(body, "pointerleave", () => tip.hide());
  lease.on(body, "focusin", ({ target }) => {
    if (!isMark(target)) return;
    target.scrollIntoView({ block: "nearest" });
    if (target.matches(":focus-visible")) tell(target);
  });
  lease.on(body, "focusout", () => tip.hide());
}
