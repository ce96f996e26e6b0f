// The lane of the imported set of events: a slider over its days, drawn as bars.
import { change, dayNumber, el, isoDay, lastAtMost, openLease, svgEl } from "../base/index.js";
import { countBins, importedSets, timeBins, unveiled } from "../rules/index.js";
import { laneDrag } from "./drag.js";
import { handleDay } from "./handle.js";
import { histogram } from "./histogram.js";
import { writeWords } from "./imported-words.js";
import { laneGround } from "./marks.js";

const BARS_PX = 34;
const PLAYED = "imported";
const BEFORE_FIRST_PX = 12;
// What decides which events the bars count; time does not.
/** @param {import("../types.js").Atlas} atlas */
const countedBy = (atlas) => [...importedSets(atlas), "day_of"];

function skeleton() {
  const play = el("button", "atlas-lane-play", null, { type: "button" });
  const name = el("bdi", "atlas-lane-name");
  const undated = el("span", "atlas-lane-undated");
  const count = el("span", "atlas-lane-count", null, { "aria-hidden": "true" });
  const words = el("div", "atlas-imported-words");
  words.append(name, undated, count);
  const label = el("div", "atlas-lane-label");
  label.append(play, words);
  const track = el("div", "atlas-lane-track", null, { role: "slider", tabindex: "0",
    "aria-label": "Imported events", "aria-valuemin": 0, "aria-keyshortcuts": "Space" });
  const drawing = svgEl("svg", { class: "atlas-lane-drawing", "aria-hidden": "true" });
  track.append(drawing);
  const row = el("div", "atlas-lane atlas-lane-imported");
  row.append(label, track);
  return { row, play, name, undated, count, track, drawing };
}

// How many of the set's days have come, all of them without a day to stop at.
function reachedDays(days, until) {
  return until === null ? days.length : lastAtMost(days, dayNumber(until)) + 1;
}

// Days reached that a key asks for; null for keys the lane does not know. `ends` tells for each
// bin how many days have come by its end.
function keyedDays(key, reached, days, ends) {
  switch (key) {
    case "ArrowRight": case "ArrowUp": return reached + 1;
    case "ArrowLeft": case "ArrowDown": return reached - 1;
    case "PageUp": return ends[lastAtMost(ends, reached) + 1] ?? days.length;
    case "PageDown": return ends[lastAtMost(ends, reached - 1)] ?? 0;
    case "Home": return 0;
    case "End": return days.length;
    default: return null;
  }
}

// Bars, scale and handle of a set for one width.
function drawSet(svg, set, atlas, state, scale, ticks, size) {
  const days = set.days(state);
  const { fill, handle } = laneGround(svg, scale, ticks, size, null);
  const bins = timeBins(scale, days);
  const ends = bins.map(({ to }) => lastAtMost(days, to - 1) + 1);
  const bars = histogram(atlas.sides, scale.width_px, size.marks_px);
  handle.node.before(bars.node);
  const left_px = days.length ? scale.x(days[0]) : 0;
  handle.span(left_px, days.length ? scale.x(days[days.length - 1] + 1) : left_px);
  const dayOf = (index) => handleDay(days[index], size.isShort);
  /** @type {Record<string, any> | null} */
  let counted = null;

  // Made when asked for: a set may have a day for each of its events.
  function words(reached) {
    if (!days.length) return "";
    if (!reached) return `before ${dayOf(0)}`;
    return reached < days.length ? dayOf(reached - 1) : `${dayOf(reached - 1)}, all`;
  }

  return {
    set, days, bins, ends, bars, scale, left_px, handle,
    // Counts anew if a filter has changed since, or what is found: `found` is null for all.
    count(now, found) {
      const before = counted;
      const isSame = before && before.found === found;
      if (isSame && countedBy(atlas).every((name) => before[name] === now[name])) return;
      counted = { ...now, found };
      const allowed = set.allowed(now);
      const side = set.combinations.map((combination, index) =>
        (allowed[index] ? atlas.sides.findIndex(({ id }) => id === combination.side) : -1));
      const column = set.combination;
      bars.draw(bins, countBins(bins, atlas.sides.length, set.count,
        (i) => set.dayOf(i, now), (i) => (found && !found[i] ? -1 : side[column[i]])));
    },
    update(reached, now) {
      const x = reached ? scale.x(days[reached - 1] + 1) : left_px;
      handle.moveTo(x, words(reached));
      fill.setAttribute("width", x);
      const [from_px, to_px] = unveiled(now, scale, reached < days.length ? x : scale.width_px);
      bars.veil(from_px, to_px);
    },
  };
}

/** @typedef {ReturnType<typeof drawSet>} SetArt */

// Up to which day events show once `stop` of a set's days have come; null at the end.
const untilOf = (days, stop) => (!days.length || stop >= days.length ? null
  : isoDay(stop > 0 ? days[stop - 1] : days[0] - 1));

/**
 * How many days have come by the one under a pointer.
 *
 * @param {SetArt} art
 */
function stopAt(art, track, clientX) {
  const px = clientX - track.getBoundingClientRect().left;
  if (px < art.left_px - BEFORE_FIRST_PX) return 0;
  const day = Math.max(art.days[0], art.scale.day(px, "last"));
  return lastAtMost(art.days, day) + 1;
}

/**
 * What is said of the bar under a pointer.
 *
 * @param {SetArt} art
 */
function hoverBar(art, track, tip, clientX) {
  const box = track.getBoundingClientRect();
  const index = art.bars.binAt(clientX - box.left);
  if (index < 0) {
    tip.hide();
    return;
  }
  const { x0, x1 } = art.bins[index];
  tip.show(art.bars.text(index), box.left + (x0 + x1) / 2, box.top);
}

// The lane of each view that has a set with days.
/** @type {WeakMap<object, { steps(): { day: number, imported_until: string | null }[],
 *   clientX(day: number): number }>} */
const lanes = new WeakMap();

// {steps, clientX}, or null: `clientX(day)` is the middle of a day on the page, where a pointer
// brings that day.
export const importedLane = (view) => lanes.get(view) || null;

// One step for each bin that holds an event the filters let by: the last of its days, and what to
// set for it. The last step stands at the end, where nothing holds events back.
export function importedSteps(view) {
  return importedLane(view)?.steps() || [];
}

/**
 * @param {SetArt} art
 * @param {HTMLElement} track
 */
const laneOf = (view, art, track) => ({
  clientX: (day) => track.getBoundingClientRect().left + art.scale.mid(day),
  steps() {
    art.count(view.store.state, view.points.search.found);
    const ends = art.ends.filter((_end, index) => art.bars.total(index));
    return ends.map((end, index) => ({ day: art.days[end - 1],
      imported_until: index === ends.length - 1 ? null : untilOf(art.days, end) }));
  },
});

/**
 * Pointer, keys and button of the lane.
 *
 * @param {() => SetArt | null} artNow
 */
function holdLane(view, lease, parts, player, tip, artNow) {
  const { store } = view;
  const { track, play } = parts;
  const goTo = (stop) => {
    player.stop();
    store.set({ imported_until: untilOf(artNow()?.days || [], stop) });
  };
  const reached = () => reachedDays(artNow()?.days || [], store.state.imported_until);

  laneDrag(lease, track, tip, { reached, goTo,
    stopAt({ clientX }) {
      const art = artNow();
      return art ? stopAt(art, track, clientX) : null;
    },
    hover({ clientX }) {
      const art = artNow();
      if (art) hoverBar(art, track, tip, clientX);
    },
    handle: () => artNow()?.handle });
  lease.on(track, "keydown", (event) => {
    const art = artNow();
    if (!art || event.altKey || event.ctrlKey || event.metaKey) return;
    const stop = keyedDays(event.key, reached(), art.days, art.ends);
    if (stop !== null) goTo(stop);
    else if (event.key === " ") player.toggle(PLAYED);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  lease.on(play, "click", () => player.toggle(PLAYED));
}

export function timelineImported(view, player, tip) {
  const { atlas, store, points } = view;
  const lease = openLease();
  const parts = skeleton();
  const { row, play, name, track, drawing } = parts;
  // The lane is on the page only while there is a set; its place is kept.
  const node = el("div", "atlas-imported");
  /** @type {SetArt | null} */
  let art = null;
  holdLane(view, lease, parts, player, tip, () => art);

  return {
    node,
    track,
    layout(scale, ticks, size) {
      const { set } = points;
      if (!set) row.remove();
      else if (!row.parentNode) node.append(row);
      art = set && drawSet(drawing, set, atlas, store.state, scale, ticks,
        { ...size, marks_px: BARS_PX });
      if (art && art.days.length) lanes.set(view, laneOf(view, art, track));
      else lanes.delete(view);
      if (!art) return;
      name.textContent = set.label;
      name.title = set.label;
      track.setAttribute("aria-label", `Imported events: ${set.label}`);
      track.setAttribute("aria-valuemax", String(art.days.length));
    },
    draw() {
      if (!art || points.set !== art.set) return;
      const { state } = store;
      const stop = reachedDays(art.days, state.imported_until);
      art.count(state, points.search.found);
      art.update(stop, state);
      writeWords(view, parts, art.days, stop);
      const playing = state.playing === PLAYED;
      play.classList.toggle("atlas-is-playing", playing);
      change(play, "aria-label", `${playing ? "Pause" : "Play"} imported events`);
    },
    destroy() {
      lanes.delete(view);
      lease.end();
      node.remove();
    },
  };
}
