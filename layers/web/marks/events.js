// One mark for an event: a pin on its place or beside it, and on request the area it may lie in.
import { rovingGroup } from "../base/index.js";
import {
  backingText, boxAround, eventTimeText, inTime, isMarked, isPlanned, markAt, markPlace, markScale,
  sideText,
} from "../rules/index.js";
import { eventBadges } from "./badges.js";
import { dressPin, movePin, PIN_PX, pinMaker } from "./pins.js";
import { eventRings } from "./rings.js";
import { spreadShown } from "./spread-shown.js";
import { eventTrails } from "./trails.js";

const ON_ITS_PLACE = { x: 0, y: 0 };

export function eventWords({ atlas, store }, event) {
  const { state } = store;
  const match = store.shown.get(event.id);
  const home = markPlace(event, state);
  const place = home && atlas.place[home];
  const where = state.stated_only && event.stated_where !== undefined ? event.stated_where
    : state.stated_only && place ? place.name : event.where;
  return [event.title,
    [eventTimeText(atlas, event, state), where].filter(Boolean).join("; "),
    [sideText(atlas.side[event.side]),
      backingText(atlas, event),
      event.standing === "reported" ? null : atlas.standing[event.standing].label,
      isPlanned(event) ? atlas.status[event.status].label : null,
      match === "possible" ? "possibly outside the days chosen" : null].filter(Boolean).join("; ")];
}

// Moves every pin to where it is found a spot; gives back the squares of the pins seen and the discs.
function stand(map, marks, wanted, { slots, within, discs }, scale) {
  const boxes = [];
  const take = (point) => boxes.push(boxAround(point.x, point.y, (PIN_PX / 2 + 1) * scale));
  for (const { id } of wanted) {
    const one = marks.get(id);
    const slot = slots.get(id) ?? ON_ITS_PLACE;
    const isWithin = within.has(id);
    movePin(one, slot, scale, isWithin);
    if (!isWithin) take(map.project(one.mark).add([slot.x, slot.y]));
  }
  for (const { spot } of discs) take(spot);
  return boxes;
}

// Every mark's pin or, for what a badge holds, the badge: in the order of time.
const stops = (byTime, marks, badges, within) => byTime.filter(({ id }) => marks.has(id)).map(({ id }) =>
  (within.has(id) ? badges.elementOf(within.get(id)) : marks.get(id).pin));

/** @returns {import("../types.js").EventMarks} */
export function eventMarks(board) {
  const { atlas, store } = board;
  const groups = {};
  const marks = new Map();
  const byTime = [...atlas.events].sort(inTime);
  const roving = rovingGroup();
  const words = (event) => eventWords(board, event);
  const open = (event) => store.set({ event: event.id, about: null });
  const trails = eventTrails(board, { groupOf: (event) => groups[event.side], open, hover, words });
  const badges = eventBadges(board, { open, join: roving.join, words });
  const makePin = pinMaker(board, { open, hover, join: roving.join, words });
  const spread = spreadShown(board);
  const rings = eventRings(board);
  let wanted = [];
  let boxes = [];
  let hovered = null;

  function draw(event) {
    const one = makePin(event);
    marks.set(event.id, one);
    groups[event.side].addLayer(one.marker);
    return one;
  }

  function erase(id) {
    const one = marks.get(id);
    groups[one.event.side].removeLayer(one.marker);
    board.tips.hide(one);
    trails.erase(one);
    marks.delete(id);
    if (hovered === id) hovered = null;
  }

  function hover(id) {
    hovered = id;
    circle();
  }

  // Only for the one under the pointer, else the open one.
  const circle = () => rings.circle(marks.get(hovered) || marks.get(store.state.event));

  return {
    layer(group, side) {
      groups[side] = group;
    },
    start: badges.start,
    drawn: () => wanted,
    boxes: () => boxes,
    // Which events have a mark now; only those that came, went or moved are touched.
    decide() {
      wanted = atlas.events.filter((event) => store.shown.has(event.id) && groups[event.side] &&
        isMarked(board, event));
      const ids = new Set(wanted.map((event) => event.id));
      for (const [id, one] of [...marks]) {
        if (!ids.has(id) || one.mark !== markAt(one.event, store.state)) erase(id);
      }
      for (const event of wanted) {
        const one = marks.get(event.id) || draw(event);
        trails.update(one);
        dressPin(board, one, words);
      }
      circle();
    },
    place() {
      const scale = markScale(board.map);
      const found = spread(wanted, scale);
      boxes = stand(board.map, marks, wanted, found, scale);
      badges.update(found.discs.map(({ key, places, ids }) => {
        const first = marks.get(ids[0]);
        return { key, ids, places, at: first.mark, slot: first.offset, scale };
      }));
      rings.lead(found.leaders.map(({ at, spot }) => [at, board.map.unproject(spot)]));
      const stop = marks.get(store.state.event) || marks.get(store.state.current);
      roving.update(stops(byTime, marks, badges, found.within), stop ? stop.pin : null);
    },
  };
}
