// The movement of an event: an arrow along its path; thin, pale and open-headed where not done.
import { arc, arrow, themeColor } from "../base/index.js";
import { isPlanned, routeOn } from "../rules/index.js";

const BOW = 0.14;
const BOW_STEP = 0.09;
const HEAD_PX = 12;
const OPEN_HEAD_PX = 10;
const HIT_PX = 14;
const DONE = { weight: 3, opacity: 0.95 };
const NOT_DONE = { weight: 1.3, opacity: 0.5 };

// How sharply movements between the same places bend, so that none covers another.
function bows(atlas) {
  const seen = new Map();
  return Object.fromEntries(atlas.events.filter((event) => event.path).map((event) => {
    const key = event.path_places.join(" ");
    const rank = seen.get(key) || 0;
    seen.set(key, rank + 1);
    return [event.id, BOW + BOW_STEP * rank];
  }));
}

// Draws the path of an event into its side's group and gives back what to remove.
export function eventTrails(board, { groupOf, open, hover, words }) {
  const { atlas } = board;
  const bow = bows(atlas);

  function draw(event, path) {
    const { L, map } = board;
    const line = arc(map, path, bow[event.id] || BOW);
    const planned = isPlanned(event);
    const { color } = atlas.side[event.side];
    const style = { pane: "atlas-paths", interactive: false };
    const under = L.polyline(line, Object.assign({ color: themeColor("halo"), weight: planned ? 3 : 6,
      opacity: planned ? 0.4 : 0.75 }, style));
    const shaft = L.polyline(line, Object.assign({ color,
      className: planned ? "atlas-trail atlas-trail-planned" : "atlas-trail" },
    planned ? NOT_DONE : DONE, style));
    const hit = L.polyline(line, { pane: "atlas-paths", weight: HIT_PX, opacity: 0,
      className: "atlas-trail-hit", bubblingMouseEvents: false });
    hit.on("click", () => open(event));
    hit.on("mouseover", () => hover(event.id));
    hit.on("mouseout", () => hover(null));
    board.tips.bind(hit, () => words(event));
    arrow(board, shaft, planned ? OPEN_HEAD_PX : HEAD_PX, planned, planned ? event.status : null);
    return L.layerGroup([under, shaft, hit]);
  }

  // A route that is drawn shows the event's path already.
  const isRouted = (event) => event.routes.some((id) => atlas.route[id] &&
    routeOn(atlas, board.store.state, atlas.route[id], board.store.shown));

  function erase(one) {
    if (one.path) groupOf(one.event).removeLayer(one.path);
    one.path = null;
    one.pathFrom = null;
  }

  return {
    erase,
    update(one) {
      const { stated_only: stated } = board.store.state;
      const path = stated ? one.event.stated_path : one.event.path;
      const due = path && !isRouted(one.event) ? path : null;
      if (due === one.pathFrom) return;
      erase(one);
      if (!due) return;
      one.path = draw(one.event, due);
      one.pathFrom = due;
      groupOf(one.event).addLayer(one.path);
    },
  };
}
