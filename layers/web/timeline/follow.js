// Follow: while it is on, the map moves as little as it must for the current event to be in sight.
import { change, openLease, timeButton } from "../base/index.js";
import { cardWidth_px, dropOwnMove, endOwnMove, panBy } from "../state/index.js";

// Clear of the buttons above, of the key and the scale below, and of a mark's own size.
const ROOM_PX = { left: 44, top: 62, right: 44, bottom: 48 };
const CARD_GAP_PX = 30;

// How far a point lies outside from..to, 0 inside; where there is no room, off the middle.
function beyond(at, from, to) {
  if (to <= from) return at - (from + to) / 2;
  return at < from ? at - from : at > to ? at - to : 0;
}

// What an open card, or one that this step opens, takes of the map's right side.
function covered_px(view, size) {
  const width = cardWidth_px(view);
  return !width || width + 2 * CARD_GAP_PX >= size.x ? 0 : width + CARD_GAP_PX;
}

export function timelineFollow(view) {
  const { atlas, store } = view;
  const { kept } = view;
  kept.follow ??= true;
  const lease = openLease();
  const button = timeButton("atlas-time-follow", "Follow",
    { title: "Keep the current event in sight" });
  let size = null;

  function bringIn() {
    const event = atlas.event[store.state.current];
    const mark = event && (store.state.stated_only ? event.stated_mark : event.mark);
    const { map } = view;
    if (!mark || !map) return;
    panBy(view, () => {
      const at = map.latLngToContainerPoint(mark);
      const room = map.getSize();
      const right = room.x - ROOM_PX.right - covered_px(view, room);
      return { x: beyond(at.x, ROOM_PX.left, right),
        y: beyond(at.y, ROOM_PX.top, room.y - ROOM_PX.bottom) };
    });
  }

  function draw() {
    change(button, "aria-pressed", String(kept.follow));
  }

  function turn(isOn) {
    kept.follow = isOn;
    draw();
    if (isOn) bringIn();
  }

  // Whatever else moves the map, by hand or by a button, is a view the reader chose.
  function chosen() {
    if (kept.follow && !view.home.isMoving) turn(false);
  }

  function moved() {
    const now = view.map.getSize();
    const isResized = !now.equals(size);
    size = now;
    if (!endOwnMove(view) && !isResized) chosen();
  }

  function taken() {
    if (view.home.isMoving) return;
    dropOwnMove(view);
    chosen();
  }

  lease.on(button, "click", () => turn(!kept.follow));
  lease.add(store.subscribe((state, changed) => {
    // A story leads from place to place, whatever view it finds.
    if (!(kept.follow || state.story) || !changed.has("current") || state.current === null) return;
    // Once the card stands, which hides a part of the map.
    queueMicrotask(() => { if (kept.follow || state.story) bringIn(); });
  }));
  // The map comes after its timeline, and its first view is no choice either.
  /** @type {import("leaflet").Map | null} */
  let followed = null;
  let ended = false;
  queueMicrotask(() => {
    if (ended || !view.map) return;
    const { map } = view;
    followed = map;
    size = map.getSize();
    map.on("moveend", moved);
    map.on("dragstart zoomstart", taken);
  });
  lease.add(() => {
    ended = true;
    followed?.off("moveend", moved);
    followed?.off("dragstart zoomstart", taken);
  });
  draw();
  return { node: button, draw, destroy: lease.end };
}
