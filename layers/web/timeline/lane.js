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

export function timelineLane(view, article, player, tip) {
  const { atlas, store } = view;
  const lease = openLease();
  const events = article.stops.map((id) => atlas.event[id]);
  const published = dayText(article.published_on);
  const { node, play, count, track, drawing } = skeleton(article);
  let art = null;

  const reached = () => reachedStops(article, store.state);
  const goTo = (stop) => {
    player.stop();
    moveToStop(view, article, stop);
  };

  function readCard(stop) {
    player.stop();
    moveToStop(view, article, stop, { event: article.stops[stop - 1] });
    view.root.dispatchEvent(new CustomEvent("atlas-read-card"));
  }

  function stopAt(event, byRow) {
    if (!art || !events.length) return 0;
    const box = track.getBoundingClientRect();
    const px = event.clientX - box.left;
    if (px < art.left_px - BEFORE_FIRST_PX) return 0;
    const py = byRow ? event.clientY - box.top : null;
    return art.markAt(px, py).index + 1;
  }

  function hover(event) {
    if (!art || !art.marks.length) return;
    const box = track.getBoundingClientRect();
    const px = event.clientX - box.left;
    const mark = art.markAt(px, event.clientY - box.top);
    const { state } = store;
    const isThere = isAnyOn(mark.event.counting[state.role], partsOn(state));
    const over = isThere && px >= mark.x0 - 6 && px <= mark.x1 + 6;
    if (!over) return tip.hide();
    const { side, standing } = mark.event;
    const more = [atlas.side[side] && sideText(atlas.side[side]), atlas.standing[standing]?.label]
      .filter(Boolean).join(", ");
    const among = art.among ? art.among(mark) : "";
    const text = `${stopText(mark.event, state, published)} (${more})${among}`;
    tip.show(text, box.left + mark.x, box.top);
  }

  laneDrag(lease, track, tip, { stopAt, reached, goTo, hover,
    handle: () => art && art.handle });
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

  const isOff = ({ articles }) => Boolean(articles) && !articles.includes(article.id);

  // How many of the events up to the handle are on the map or in the table by this article.
  const isUntold = ({ first_day: first, last_day: last }) => isByReport(store.state) &&
    !isReported(atlas, article.id, dayNumber(first), dayNumber(last));
  const shownUpTo = (stop) => (isOff(store.state) || isUntold(store.state) ? 0
    : article.stops.slice(0, stop).filter((id) => store.shown.has(id)).length);

  // "7 of 28"
  const countText = (stop) => (events.length ? `${shownUpTo(stop)} of ${events.length}` : "no dated event");

  function spoken(stop) {
    if (!events.length) return `${article.publisher}: no dated event`;
    const count = shownUpTo(stop);
    const some = count === stop ? "" : `, ${count} shown`;
    const off = isOff(store.state) ? " (article switched off)" : some;
    const at = stop ? stopText(events[stop - 1], store.state, published) : "before the first event";
    return `${article.publisher}: ${stop} of ${events.length}, ${at}${off}`;
  }

  return {
    node,
    track,
    // Where the handle stands with its words; null while there is no room for a lane.
    place: () => art && art.handle.place,
    layout(scale, ticks, size) {
      art = drawLane(drawing, view, article, scale, ticks, size);
    },
    draw() {
      const stop = reached();
      const { state } = store;
      change(track, "aria-valuenow", String(stop));
      change(track, "aria-valuetext", spoken(stop));
      const text = countText(stop);
      writeText(count, text);
      node.classList.toggle("atlas-is-off", isOff(state));
      node.classList.toggle("atlas-is-none", stop > 0 && !shownUpTo(stop));
      const playing = state.playing === article.id;
      play.classList.toggle("atlas-is-playing", playing);
      change(play, "aria-disabled", String(!player.hasSteps(article.id)));
      change(play, "aria-label", `${playing ? "Pause" : "Play"} ${article.publisher}`);
      if (art) art.update(stop, store);
    },
    destroy() {
      lease.end();
      node.remove();
    },
  };
}
