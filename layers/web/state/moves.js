// What several rooms move: an article to its stop, the map on the reader's behalf.
import { cardIsSheet } from "../base/index.js";

// Move one article to its k-th stop (0: before the first) and open the event found there; where
// the card is a sheet it would cover the lanes, so there the strip above them names the event.
export function moveToStop(view, article, reached, extra) {
  const { store } = view;
  const stop = Math.max(0, Math.min(article.stops.length, reached));
  const cursors = Object.assign({}, store.state.cursors);
  if (stop === article.stops.length) delete cursors[article.id];
  else cursors[article.id] = stop;
  const event = stop ? article.stops[stop - 1] : null;
  const open = cardIsSheet() ? null : event;
  store.set(Object.assign({ cursors, current: event, event: open, about: null }, extra));
}

const PAN_S = 0.25;
// Of each view: whether the map moves on the reader's behalf now, or is being stopped from it.
const [MOVING, STOPPING] = ["moving", "stopping"];
/** @type {WeakMap<object, string>} */
const ownMoves = new WeakMap();
// Of each view: what an open card takes, for a width of its map.
/** @type {WeakMap<object, {x: number, width_px: number}>} */
const cardWidths = new WeakMap();

// The map must not leave its bounds, or Leaflet would at once move it back.
function limited(map, { x, y }) {
  const { maxBounds } = map.options;
  if (!maxBounds) return [x, y];
  const view = map.getPixelBounds();
  const low = map.project(maxBounds.getNorthWest());
  const high = map.project(maxBounds.getSouthEast());
  const within = (by, least, most) => (least > most ? 0 : Math.min(most, Math.max(least, by)));
  return [within(x, low.x - view.min.x, high.x - view.max.x),
    within(y, low.y - view.min.y, high.y - view.max.y)];
}

// Move the map on the reader's behalf, by what `offset_px` asks once it stands still: such a
// move is no choice of a view.
export function panBy(view, offset_px) {
  const { map } = view;
  // To stop one that is under way ends in moves of its own.
  if (ownMoves.has(view)) {
    ownMoves.set(view, STOPPING);
    map.stop();
    ownMoves.delete(view);
  }
  const [x, y] = limited(map, offset_px()).map(Math.round);
  if (!x && !y) return;
  ownMoves.set(view, MOVING);
  map.panBy([x, y], { animate: !view.reducedMotion, duration: PAN_S });
}

// Whether the move that ends now is panBy's; it is then over, unless it was stopped for another.
export function endOwnMove(view) {
  const now = ownMoves.get(view);
  if (now === MOVING) ownMoves.delete(view);
  return now !== undefined;
}

// The reader has taken hold of the map: what moves it now is no longer panBy.
export const dropOwnMove = (view) => { ownMoves.delete(view); };

// What an open card takes of the map's width. Asked for once for a width of the map: to ask lays
// out the page, and its content does not change it.
export function cardWidth_px(view) {
  const { card } = view.panes;
  if (card.hidden) return 0;
  const { x } = view.map.getSize();
  const held = cardWidths.get(view);
  if (held && held.x === x) return held.width_px;
  const width_px = card.offsetWidth;
  cardWidths.set(view, { x, width_px });
  return width_px;
}
