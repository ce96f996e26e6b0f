// A pointer at the map's edge to the current event where it lies outside the view. The map itself
// stays where the reader put it; a click on the pointer goes there.
import { el, openLease } from "../base/index.js";
import { cardWidth_px, panBy } from "../state/index.js";

// Clear of the buttons above and of scale, key and credit below.
const MARGIN_PX = { x: 74, top: 64, bottom: 76 };

// The event the timeline stands at, or the one that is open, with its mark.
function target(view) {
  const { state } = view.store;
  const event = view.atlas.event[state.event || state.current];
  const mark = event && (state.stated_only ? event.stated_mark : event.mark);
  return mark ? { event, mark } : null;
}

function nameOf(view, event) {
  const id = view.store.state.stated_only ? event.stated_place : event.place;
  return view.atlas.place[id] ? view.atlas.place[id].name : event.title;
}

export function focus(view) {
  const lease = openLease();
  const { map, panes, store } = view;
  const pointer = el("button", "atlas-away", null, { type: "button" });
  const arrow = el("span", "atlas-away-arrow", "\u2192", { "aria-hidden": true });
  const name = el("bdi", "atlas-away-name");
  pointer.append(arrow, name);
  pointer.hidden = true;
  panes.stage.append(pointer);
  lease.add(() => pointer.remove());

  const draw = () => {
    const found = target(view);
    const isAway = found && !map.getBounds().contains(found.mark);
    pointer.hidden = !isAway;
    if (!isAway) return;
    const size = map.getSize();
    const width_px = cardWidth_px(view);
    const open = width_px >= size.x ? 0 : width_px;
    const at = map.latLngToContainerPoint(found.mark);
    const x = Math.min(Math.max(at.x, MARGIN_PX.x), Math.max(size.x - open - MARGIN_PX.x, MARGIN_PX.x));
    const y = Math.min(Math.max(at.y, MARGIN_PX.top), size.y - MARGIN_PX.bottom);
    const turn = Math.atan2(at.y - y, at.x - x);
    name.textContent = nameOf(view, found.event);
    pointer.setAttribute("aria-label", `Off the map: show ${name.textContent}`);
    pointer.style.left = `${Math.round(x)}px`;
    pointer.style.top = `${Math.round(y)}px`;
    arrow.style.transform = `rotate(${turn.toFixed(3)}rad)`;
  };
  lease.on(pointer, "click", () => {
    const found = target(view);
    if (!found) return;
    panBy(view, () =>
      map.latLngToContainerPoint(found.mark).subtract(map.getSize().divideBy(2)));
  });
  map.on("move zoomend resize", draw);
  lease.add(() => map.off("move zoomend resize", draw));
  lease.add(store.subscribe((_state, changed) => {
    if (["event", "current", "stated_only"].some((one) => changed.has(one))) draw();
  }));
  draw();
  return lease.end;
}
