// One counted disc for what does not fit side by side at a place or at near ones, and its list.
import { el } from "../base/index.js";
import { eventTimeText } from "../rules/index.js";
import { markIcon } from "../state/index.js";

const ICON_PX = 20;
const GAP_PX = 14;
const MARGIN_PX = 6;
const FOOT_PX = 20;
const WIDTH_PX = 300;
// Four figures need smaller letters.
const LONG_FROM = 1000;

const isPress = (press) => press.key === "Enter" || press.key === " ";

// `open` opens an event's card; `join` makes an element a stop among the marks.
export function eventBadges(board, { open, join, words }) {
  const { atlas, lease } = board;
  const made = new Map();
  let list = null;

  const label = (one) => `${one.name}: ${one.ids.length} events`;

  function nameOf([first, ...others]) {
    const { name } = atlas.place[first];
    if (!others.length) return name;
    return others.length === 1 ? `${name} and ${atlas.place[others[0]].name}`
      : `${name} and ${others.length} other places`;
  }

  function close(isBack) {
    if (!list) return;
    const { element, badge } = list;
    list = null;
    const held = isBack || element.contains(document.activeElement);
    element.remove();
    badge.button.setAttribute("aria-expanded", "false");
    if (!held || !badge.button.isConnected) return;
    badge.button.focus({ preventScroll: true });
    board.tips.hide();
  }

  // With its place where the disc stands for several.
  function row(id, isAmongPlaces) {
    const event = atlas.event[id];
    const [title, whenAndWhere, more] = words(event);
    const when = isAmongPlaces ? whenAndWhere : eventTimeText(atlas, event, board.store.state);
    const button = el("button", "atlas-gather-row", null, { type: "button", "data-opens": id });
    const text = el("span", "atlas-gather-text");
    text.append(el("span", "atlas-gather-title", title),
      el("span", "atlas-gather-more", [when, more].join("; ")));
    button.append(markIcon(board, event, ICON_PX), text);
    button.addEventListener("click", () => {
      close(false);
      open(event);
    });
    return button;
  }

  // Beside the badge, on the side with more room, wholly on the map.
  function settle(element, badge) {
    const { map } = board;
    const size = map.getSize();
    const at = map.latLngToContainerPoint(badge.at).add([badge.slot.x, badge.slot.y]);
    const isRight = at.x < size.x / 2;
    const top = board.frame.below_px() + MARGIN_PX;
    element.style.maxWidth = `${Math.min(WIDTH_PX, size.x - 2 * MARGIN_PX)}px`;
    element.style.maxHeight = `${size.y - top - FOOT_PX}px`;
    const { offsetWidth: width, offsetHeight: height } = element;
    const within = (value, least, most) => Math.max(least, Math.min(value, most));
    const x = within(isRight ? at.x + GAP_PX : at.x - GAP_PX - width, MARGIN_PX,
      size.x - width - MARGIN_PX);
    const y = within(at.y - height / 2, top, size.y - height - FOOT_PX);
    element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  function unfold(badge) {
    const isSame = list && list.badge === badge;
    close(false);
    if (isSame) return;
    board.tips.hide();
    const { L, map } = board;
    const element = el("div", "atlas-gather", null, { role: "group", "aria-label": label(badge) });
    element.append(el("div", "atlas-gather-head", label(badge)), 
      ...badge.ids.map((id) => row(id, badge.places.length > 1)));
    L.DomEvent.disableClickPropagation(element);
    L.DomEvent.disableScrollPropagation(element);
    element.addEventListener("keydown", (press) => {
      if (press.key !== "Escape") return;
      press.preventDefault();
      press.stopPropagation();
      close(true);
    });
    map.getContainer().append(element);
    list = { element, badge };
    badge.button.setAttribute("aria-expanded", "true");
    settle(element, badge);
    element.querySelector("button").focus({ preventScroll: true });
  }

  function make(key) {
    const { L, map } = board;
    const button = el("div", "atlas-badge", null, { role: "button", "aria-haspopup": "true", "aria-expanded": "false" });
    const badge = { key, button, name: "", places: [], ids: [], at: null, slot: { x: 0, y: 0 }, look: "" };
    button.addEventListener("keydown", (press) => {
      if (!isPress(press)) return;
      press.preventDefault();
      press.stopPropagation();
      unfold(badge);
    });
    const show = () => board.tips.show(badge, [label(badge), "Open the list"], badge.at, GAP_PX, badge.slot);
    button.addEventListener("focus", () => { if (button.matches(":focus-visible")) show(); });
    button.addEventListener("blur", () => board.tips.hide(badge));
    join(button);
    const icon = L.divIcon({ className: "atlas-pin-root", html: button, iconSize: [0, 0] });
    badge.marker = L.marker([0, 0], { icon, keyboard: false, zIndexOffset: 500,
      bubblingMouseEvents: false });
    badge.marker.on("click", () => unfold(badge));
    badge.marker.on("mouseover", () => { if (!list) show(); });
    badge.marker.on("mouseout", () => board.tips.hide(badge));
    badge.marker.addTo(map);
    made.set(key, badge);
    return badge;
  }

  lease.add(() => {
    close(false);
    for (const badge of made.values()) badge.marker.remove();
    made.clear();
  });

  return {
    close,
    elementOf: (key) => (made.has(key) ? made.get(key).button : null),
    start() {
      const { map } = board;
      const end = () => close(false);
      map.on("click movestart zoomstart", end);
      lease.add(() => map.off("click movestart zoomstart", end));
      lease.add(board.store.subscribe(end));
    },
    // `wanted`: {key, places, ids, at, slot, scale} of every disc there is now.
    update(wanted) {
      const keys = new Set(wanted.map(({ key }) => key));
      for (const [key, badge] of [...made]) {
        if (keys.has(key)) continue;
        badge.marker.remove();
        made.delete(key);
      }
      for (const one of wanted) {
        const badge = made.get(one.key) || make(one.key);
        const look = JSON.stringify([one.ids, one.at, one.slot, one.scale]);
        if (look === badge.look) continue;
        Object.assign(badge, one, { look, name: nameOf(one.places) });
        badge.button.dataset.place = one.places[0];
        badge.button.dataset.places = one.places.join(" ");
        badge.button.dataset.count = String(one.ids.length);
        badge.marker.setLatLng(one.at);
        badge.button.textContent = String(one.ids.length);
        badge.button.classList.toggle("atlas-badge-long", one.ids.length >= LONG_FROM);
        badge.button.setAttribute("aria-label", label(badge));
        badge.button.style.transform =
          `translate(${one.slot.x}px, ${one.slot.y}px) scale(${one.scale})`;
      }
    },
  };
}
