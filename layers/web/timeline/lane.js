// One article's lane: a slider whose stops are the events the article reports, in time order.
import { change, dayNumber, dayText, el, openLease, shortDay, svgEl, writeText } from "../base/index.js";
import {
  isAnyOn, isByReport, isReported, partsOn, reachedStops, sideText, stopText,
} from "../rules/index.js";
import { moveToStop } from "../state/index.js";
import { laneDrag } from "./drag.js";
import { drawLane } from "./marks.js";

const PAGE_STOPS = 5;
const BEFORE_FIRST_PX = 12;

// Moves a key asks for, from stop k of n; null for keys the lane does not know.
function keyedStop(key, reached, n) {
  switch (key) {
    case "ArrowRight": case "ArrowUp": return reached + 1;
    case "ArrowLeft": case "ArrowDown": return reached - 1;
    case "PageUp": return reached + PAGE_STOPS;
    case "PageDown": return reached - PAGE_STOPS;
    case "Home": return 0;
    case "End": return n;
    default: return null;
  }
}

/**
 * @typedef {{ article: import("../types.js").Atlas["articles"][number],
 *   events: import("../types.js").AtlasEvent[], published: string, track: HTMLElement,
 *   art: import("./marks.js").LaneArt | null }} Lane `art` is null while there is no room to draw
 */

function skeleton(article) {
  const published = dayNumber(article.published_on);
  const day = published === null ? "" : shortDay(published, true);
  const play = el("button", "atlas-lane-play", null, { type: "button",
    "aria-label": `Play ${article.publisher}` });
  const name = el("span", "atlas-lane-name", article.publisher, { title: article.title });
  const count = el("span", "atlas-lane-count", null, { "aria-hidden": "true" });
  const label = el("div", "atlas-lane-label");
  label.append(play, name, el("span", "atlas-lane-day", day), count);
  const track = el("div", "atlas-lane-track", null, { role: "slider", tabindex: "0",
    "aria-label": `${article.publisher}, ${day}`, "aria-valuemin": 0,
    "aria-valuemax": article.stops.length, "aria-keyshortcuts": "Space" });
  const drawing = svgEl("svg", { class: "atlas-lane-drawing", "aria-hidden": "true" });
  track.append(drawing);
  const node = el("div", "atlas-lane", null, { "data-article": article.id });
  node.append(label, track);
  return { node, play, count, track, drawing };
}

/**
 * The stop that a pointer means, 0 before the first; along the track alone unless `byRow`.
 *
 * @param {Lane} lane
 */
function stopAt(lane, event, byRow) {
  const { art, events, track } = lane;
  if (!art || !events.length) return 0;
  const box = track.getBoundingClientRect();
  const px = event.clientX - box.left;
  if (px < art.left_px - BEFORE_FIRST_PX) return 0;
  const py = byRow ? event.clientY - box.top : null;
  return art.markAt(px, py).index + 1;
}

/**
 * What is said of the mark under a pointer.
 *
 * @param {Lane} lane
 */
function hoverLane(view, lane, tip, event) {
  const { atlas, store: { state } } = view;
  const { art, track, published } = lane;
  if (!art || !art.marks.length) return;
  const box = track.getBoundingClientRect();
  const px = event.clientX - box.left;
  const mark = art.markAt(px, event.clientY - box.top);
  const isThere = isAnyOn(mark.event.counting[state.role], partsOn(state));
  const over = isThere && px >= mark.x0 - 6 && px <= mark.x1 + 6;
  if (!over) {
    tip.hide();
    return;
  }
  const { side, standing } = mark.event;
  const more = [atlas.side[side] && sideText(atlas.side[side]), atlas.standing[standing]?.label]
    .filter(Boolean).join(", ");
  const among = art.among ? art.among(mark) : "";
  const text = `${stopText(mark.event, state, published)} (${more})${among}`;
  tip.show(text, box.left + mark.x, box.top);
}

const isOff = ({ articles }, article) => Boolean(articles) && !articles.includes(article.id);

/**
 * How many of the events up to a stop are on the map or in the table by this article, and the words
 * for it.
 *
 * @param {Lane} lane
 */
function laneCount(view, lane) {
  const { atlas, store } = view;
  const { article, events, published } = lane;
  const isUntold = (state) => isByReport(state) &&
    !isReported(atlas, article.id, dayNumber(state.first_day), dayNumber(state.last_day));
  const shownUpTo = (stop) => (isOff(store.state, article) || isUntold(store.state) ? 0
    : article.stops.slice(0, stop).filter((id) => store.shown.has(id)).length);
  return {
    shownUpTo,
    // "7 of 28"
    text: (stop) => (events.length ? `${shownUpTo(stop)} of ${events.length}` : "no dated event"),
    spoken(stop) {
      if (!events.length) return `${article.publisher}: no dated event`;
      const count = shownUpTo(stop);
      const some = count === stop ? "" : `, ${count} shown`;
      const off = isOff(store.state, article) ? " (article switched off)" : some;
      const at = stop ? stopText(events[stop - 1], store.state, published) : "before the first event";
      return `${article.publisher}: ${stop} of ${events.length}, ${at}${off}`;
    },
  };
}

/**
 * Pointer, keys and button of a lane.
 *
 * @param {Lane} lane
 */
function holdLane(view, lane, lease, play, player, tip) {
  const { article, events, track } = lane;
  const reached = () => reachedStops(article, view.store.state);
  const goTo = (stop) => {
    player.stop();
    moveToStop(view, article, stop);
  };

  function readCard(stop) {
    player.stop();
    moveToStop(view, article, stop, { event: article.stops[stop - 1] });
    view.root.dispatchEvent(new CustomEvent("atlas-read-card"));
  }

  laneDrag(lease, track, tip, { stopAt: (event, byRow) => stopAt(lane, event, byRow), reached, goTo,
    hover: (event) => hoverLane(view, lane, tip, event),
    handle: () => lane.art && lane.art.handle });
  lease.on(track, "keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const stop = keyedStop(event.key, reached(), events.length);
    if (stop !== null) goTo(stop);
    else if (event.key === " ") player.toggle(article.id);
    else if (event.key === "Enter") {
      if (reached()) readCard(reached());
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  lease.on(play, "click", () => player.toggle(article.id));
}

export function timelineLane(view, article, player, tip) {
  const { atlas, store } = view;
  const lease = openLease();
  const { node, play, count, track, drawing } = skeleton(article);
  /** @type {Lane} */
  const lane = { article, events: article.stops.map((id) => atlas.event[id]),
    published: dayText(article.published_on), track, art: null };
  const counts = laneCount(view, lane);
  holdLane(view, lane, lease, play, player, tip);

  return {
    node,
    track,
    // Where the handle stands with its words; null while there is no room for a lane.
    place: () => lane.art && lane.art.handle.place,
    layout(scale, ticks, size) {
      lane.art = drawLane(drawing, view, article, scale, ticks, size);
    },
    draw() {
      const { state } = store;
      const stop = reachedStops(article, state);
      change(track, "aria-valuenow", String(stop));
      change(track, "aria-valuetext", counts.spoken(stop));
      writeText(count, counts.text(stop));
      node.classList.toggle("atlas-is-off", isOff(state, article));
      node.classList.toggle("atlas-is-none", stop > 0 && !counts.shownUpTo(stop));
      const playing = state.playing === article.id;
      play.classList.toggle("atlas-is-playing", playing);
      change(play, "aria-disabled", String(!player.hasSteps(article.id)));
      change(play, "aria-label", `${playing ? "Pause" : "Play"} ${article.publisher}`);
      if (lane.art) lane.art.update(stop, store);
    },
    destroy() {
      lease.end();
      node.remove();
    },
  };
}
