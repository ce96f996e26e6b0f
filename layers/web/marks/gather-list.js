// The list that a counted disc unfolds: its events as rows, beside it and wholly on the map.
import { el } from "../base/index.js";
import { eventTimeText } from "../rules/index.js";
import { markIcon } from "../state/index.js";

const ICON_PX = 20;
const GAP_PX = 14;
const MARGIN_PX = 6;
const FOOT_PX = 20;
const WIDTH_PX = 300;

export const badgeLabel = ({ name, ids }) => `${name}: ${ids.length} events`;

// With its place where the disc stands for several.
function rowOf(board, event, [title, whenAndWhere, more], isAmongPlaces) {
  const when = isAmongPlaces ? whenAndWhere : eventTimeText(board.atlas, event, board.store.state);
  const button = el("button", "atlas-gather-row", null, { type: "button", "data-opens": event.id });
  const text = el("span", "atlas-gather-text");
  text.append(el("span", "atlas-gather-title", title),
    el("span", "atlas-gather-more", [when, more].join("; ")));
  button.append(markIcon(board, event, ICON_PX), text);
  return button;
}

// Beside the badge, on the side with more room, wholly on the map.
function settle(board, element, badge) {
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

// {close, unfold, isOpen}: one list at a time. `open` opens an event's card.
export function gatherList(board, { open, words }) {
  const { atlas } = board;
  /** @type {{element: HTMLElement, badge: any} | null} */
  let list = null;

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

  function row(id, isAmongPlaces) {
    const event = atlas.event[id];
    const button = rowOf(board, event, words(event), isAmongPlaces);
    button.addEventListener("click", () => {
      close(false);
      open(event);
    });
    return button;
  }

  function unfold(badge) {
    const isSame = list && list.badge === badge;
    close(false);
    if (isSame) return;
    board.tips.hide();
    const { L, map } = board;
    const element = el("div", "atlas-gather", null, { role: "group", "aria-label": badgeLabel(badge) });
    element.append(el("div", "atlas-gather-head", badgeLabel(badge)),
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
    settle(board, element, badge);
    element.querySelector("button")?.focus({ preventScroll: true });
  }

  return { close, unfold, isOpen: () => list !== null };
}
