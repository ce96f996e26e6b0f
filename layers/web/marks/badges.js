// One counted disc for what does not fit side by side at a place or at near ones.
import { el } from "../base/index.js";
import { badgeLabel, gatherList } from "./gather-list.js";

const GAP_PX = 14;
// Four figures need smaller letters.
const LONG_FROM = 1000;

const isPress = (press) => press.key === "Enter" || press.key === " ";

function nameOf(atlas, [first, ...others]) {
  const { name } = atlas.place[first];
  if (!others.length) return name;
  return others.length === 1 ? `${name} and ${atlas.place[others[0]].name}`
    : `${name} and ${others.length} other places`;
}

// `wanted`: {key, places, ids, at, slot, scale}; the disc is left alone where nothing of it changed.
function dress(atlas, badge, wanted) {
  const look = JSON.stringify([wanted.ids, wanted.at, wanted.slot, wanted.scale]);
  if (look === badge.look) return;
  Object.assign(badge, wanted, { look, name: nameOf(atlas, wanted.places) });
  const { button, marker, ids, places, at, slot, scale } = badge;
  button.dataset.place = places[0];
  button.dataset.places = places.join(" ");
  button.dataset.count = String(ids.length);
  marker.setLatLng(at);
  button.textContent = String(ids.length);
  button.classList.toggle("atlas-badge-long", ids.length >= LONG_FROM);
  button.setAttribute("aria-label", badgeLabel(badge));
  button.style.transform = `translate(${slot.x}px, ${slot.y}px) scale(${scale})`;
}

// `open` opens an event's card; `join` makes an element a stop among the marks.
export function eventBadges(board, { open, join, words }) {
  const { atlas, lease } = board;
  const made = new Map();
  const list = gatherList(board, { open, words });

  function make(key) {
    const { L, map } = board;
    const button = el("div", "atlas-badge", null, { role: "button", "aria-haspopup": "true", "aria-expanded": "false" });
    const icon = L.divIcon({ className: "atlas-pin-root", html: button, iconSize: [0, 0] });
    const marker = L.marker([0, 0], { icon, keyboard: false, zIndexOffset: 500, bubblingMouseEvents: false });
    const badge = { key, button, marker, name: "", places: [], ids: [], at: null, slot: { x: 0, y: 0 }, scale: 1,
      look: "" };
    button.addEventListener("keydown", (press) => {
      if (!isPress(press)) return;
      press.preventDefault();
      press.stopPropagation();
      list.unfold(badge);
    });
    const show = () =>
      board.tips.show(badge, [badgeLabel(badge), "Open the list"], badge.at, GAP_PX, badge.slot);
    button.addEventListener("focus", () => { if (button.matches(":focus-visible")) show(); });
    button.addEventListener("blur", () => board.tips.hide(badge));
    join(button);
    marker.on("click", () => list.unfold(badge));
    marker.on("mouseover", () => { if (!list.isOpen()) show(); });
    marker.on("mouseout", () => board.tips.hide(badge));
    marker.addTo(map);
    made.set(key, badge);
    return badge;
  }

  lease.add(() => {
    list.close(false);
    for (const badge of made.values()) badge.marker.remove();
    made.clear();
  });

  return {
    close: list.close,
    elementOf: (key) => (made.has(key) ? made.get(key).button : null),
    start() {
      const { map } = board;
      const end = () => list.close(false);
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
      for (const one of wanted) dress(atlas, made.get(one.key) || make(one.key), one);
    },
  };
}
