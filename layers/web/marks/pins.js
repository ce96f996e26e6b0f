// The pin of an event: a marker whose root stays on the place and whose pin moves aside where room is
// short; a stop of the Tab key that tells what it stands for.
import { el } from "../base/index.js";
import { markAt } from "../rules/index.js";
import { markIcon } from "../state/index.js";

export const PIN_PX = 22;

/**
 * @typedef {object} Pin One event's mark as it stands now.
 * @property {import("../types.js").AtlasEvent} event
 * @property {HTMLElement} pin
 * @property {import("leaflet").Marker} marker
 * @property {any} path The trail that leads to it, if any, and where from.
 * @property {any} pathFrom
 * @property {any} mark Its place.
 * @property {import("../types.js").PixelSpot} offset How far aside of it the pin stands.
 * @property {string} css
 * @property {boolean} isWithin Whether a badge stands for it.
 * @property {string} look
 */

// Gives a function that makes the mark of an event. `open` opens a card, `hover` takes the id of the
// event under the pointer or null, `join` makes an element a stop among the marks.
export function pinMaker(board, { open, hover, join, words }) {
  const tell = (one) => board.tips.show(one, words(one.event), one.mark, PIN_PX / 2, one.offset);

  function listen(one) {
    const { event, pin } = one;
    pin.addEventListener("keydown", (press) => {
      if (press.key !== "Enter" && press.key !== " ") return;
      press.preventDefault();
      press.stopPropagation();
      open(event);
    });
    pin.addEventListener("focus", () => {
      hover(event.id);
      if (!pin.matches(":focus-visible")) return;
      board.map.panInside(one.mark, { padding: [60, 60], animate: false });
      tell(one);
    });
    pin.addEventListener("blur", () => {
      hover(null);
      board.tips.hide(one);
    });
    join(pin);
    one.marker.on("click", () => open(event));
    one.marker.on("mouseover", () => { hover(event.id); tell(one); });
    one.marker.on("mouseout", () => { hover(null); board.tips.hide(one); });
  }

  return function (event) {
    const { L, store } = board;
    const pin = el("div", "atlas-pin", null, { role: "button", "data-event": event.id });
    const mark = markAt(event, store.state);
    const icon = L.divIcon({ className: "atlas-pin-root", html: pin, iconSize: [0, 0] });
    const marker = L.marker(mark, { icon, keyboard: false, riseOnHover: true, bubblingMouseEvents: false });
    /** @type {Pin} */
    const one = { event, pin, marker, path: null, pathFrom: null, mark,
      offset: { x: 0, y: 0 }, css: "", isWithin: false, look: "" };
    listen(one);
    return one;
  };
}

// The sign, the words and the rank that the state gives it.
export function dressPin(board, one, words) {
  const { store } = board;
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

export function movePin(one, slot, scale, isWithin) {
  const css = `translate(${slot.x}px, ${slot.y}px) scale(${scale})`;
  one.offset = slot;
  if (one.css === css && one.isWithin === isWithin) return;
  one.css = css;
  one.isWithin = isWithin;
  one.pin.style.transform = css;
  one.pin.classList.toggle("atlas-gathered", isWithin);
}
