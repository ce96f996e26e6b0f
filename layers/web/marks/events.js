// One mark for an event: a pin on its place or beside it, and on request the area it may lie in.
import { el, rovingGroup } from "../base/index.js";
import {
  backingText, boxAround, eventTimeText, isMarked, isPlanned, markAt, markPlace, markScale,
  sideText,
} from "../rules/index.js";
import { markIcon } from "../state/index.js";
import { eventBadges } from "./badges.js";
import { eventRings } from "./rings.js";
import { spreadShown } from "./spread-shown.js";
import { eventTrails } from "./trails.js";

const PIN_PX = 22;

export function eventWords({ atlas, store }, event) {
  const { state } = store;
  const match = store.shown.get(event.id);
  const place = atlas.place[markPlace(event, state)];
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

const inTime = ({ days }) => [days.hullFirst ?? days.hullLast ?? Infinity, days.hullLast ?? Infinity];

export function eventMarks(board) {
  const { atlas, store } = board;
  const groups = {};
  const marks = new Map();
  const byTime = [...atlas.events].sort((a, b) => {
    const [one, other] = [inTime(a), inTime(b)];
    return one[0] - other[0] || one[1] - other[1] || 0;
  });
  const roving = rovingGroup();
  const words = (event) => eventWords(board, event);
  const open = (event) => store.set({ event: event.id, about: null });
  const trails = eventTrails(board, { groupOf: (event) => groups[event.side], open, hover, words });
  const badges = eventBadges(board, { open, join: roving.join, words });
  const spread = spreadShown(board);
  const rings = eventRings(board);
  let wanted = [];
  let boxes = [];
  let hovered = null;

  function tell(one) {
    board.tips.show(one, words(one.event), one.mark, PIN_PX / 2, one.offset);
  }

  function button(event) {
    const pin = el("div", "atlas-pin", null, { role: "button", "data-event": event.id });
    pin.addEventListener("keydown", (press) => {
      if (press.key !== "Enter" && press.key !== " ") return;
      press.preventDefault();
      press.stopPropagation();
      open(event);
    });
    pin.addEventListener("focus", () => {
      hover(event.id);
      const one = marks.get(event.id);
      if (!one || !pin.matches(":focus-visible")) return;
      board.map.panInside(one.mark, { padding: [60, 60], animate: false });
      tell(one);
    });
    pin.addEventListener("blur", () => {
      hover(null);
      board.tips.hide(marks.get(event.id));
    });
    roving.join(pin);
    return pin;
  }

  // The marker's root stays on the place; the pin inside it moves aside where room is short.
  function marker(event) {
    const { L } = board;
    const pin = button(event);
    const mark = markAt(event, store.state);
    const icon = L.divIcon({ className: "atlas-pin-root", html: pin, iconSize: [0, 0] });
    const made = L.marker(mark, { icon, keyboard: false, riseOnHover: true, bubblingMouseEvents: false });
    const one = { event, pin, marker: made, path: null, pathFrom: null, mark,
      offset: { x: 0, y: 0 }, css: "", isWithin: false, look: "" };
    made.on("click", () => open(event));
    made.on("mouseover", () => { hover(event.id); tell(one); });
    made.on("mouseout", () => { hover(null); board.tips.hide(one); });
    return one;
  }

  function draw(event) {
    const one = marker(event);
    marks.set(event.id, one);
    groups[event.side].addLayer(one.marker);
  }

  function erase(id) {
    const one = marks.get(id);
    groups[one.event.side].removeLayer(one.marker);
    board.tips.hide(one);
    trails.erase(one);
    marks.delete(id);
    if (hovered === id) hovered = null;
  }

  function dress(one) {
    const { state } = store;
    const { event, pin } = one;
    const match = store.shown.get(event.id);
    const isOpen = event.id === state.event;
    const isCurrent = event.id === state.current;
    const look = `${match} ${isOpen} ${isCurrent} ${state.stated_only} ${state.day_of}`;
    if (look === one.look) return;
    if (!one.look.startsWith(match)) pin.replaceChildren(markIcon(board, event, PIN_PX));
    one.look = look;
    pin.classList.toggle("atlas-open", isOpen);
    pin.classList.toggle("atlas-current", isCurrent);
    pin.setAttribute("aria-label", words(event).filter(Boolean).join(". "));
    one.marker.setZIndexOffset(isOpen || isCurrent ? 1000 : 0);
  }

  function hover(id) {
    hovered = id;
    circle();
  }

  // Only for the one under the pointer, else the open one.
  const circle = () => rings.circle(marks.get(hovered) || marks.get(store.state.event));

  // Every mark's pin or, for what a badge holds, the badge: in the order of time.
  function rove(within) {
    const { state } = store;
    const elements = byTime.filter(({ id }) => marks.has(id)).map(({ id }) =>
      (within.has(id) ? badges.elementOf(within.get(id)) : marks.get(id).pin));
    const stop = marks.get(state.event) || marks.get(state.current);
    roving.update(elements, stop ? stop.pin : null);
  }

  function move(one, slot, scale, isWithin) {
    const css = `translate(${slot.x}px, ${slot.y}px) scale(${scale})`;
    one.offset = slot;
    if (one.css === css && one.isWithin === isWithin) return;
    one.css = css;
    one.isWithin = isWithin;
    one.pin.style.transform = css;
    one.pin.classList.toggle("atlas-gathered", isWithin);
  }

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
        if (!marks.has(event.id)) draw(event);
        const one = marks.get(event.id);
        trails.update(one);
        dress(one);
      }
      circle();
    },
    place() {
      const { map } = board;
      const scale = markScale(map);
      const found = spread(wanted, scale);
      boxes = [];
      const take = (point) => boxes.push(boxAround(point.x, point.y, (PIN_PX / 2 + 1) * scale));
      for (const { id } of wanted) {
        const one = marks.get(id);
        const slot = found.slots.get(id);
        const isWithin = found.within.has(id);
        move(one, slot, scale, isWithin);
        if (!isWithin) take(map.project(one.mark).add([slot.x, slot.y]));
      }
      badges.update(found.discs.map(({ key, places, ids, spot }) => {
        const first = marks.get(ids[0]);
        take(spot);
        return { key, ids, places, at: first.mark, slot: first.offset, scale };
      }));
      rings.lead(found.leaders.map(({ at, spot }) => [at, map.unproject(spot)]));
      rove(found.within);
    },
  };
}
