// The tray over the map's foot: lists of the events that are shown but not drawn, folded and counted.
import { afterRedraw, change, el, hide, openLease, writeText } from "../base/index.js";
import { eventTimeText, sideText, trayLists, trayTitles } from "../rules/index.js";
import { markIcon } from "../state/index.js";

const ICON_PX = 18;
const ORDER = ["undated", "placeless", "held"];
const OF_TIME = new Set(["cursors", "first_day", "last_day", "imported_until", "current", "event",
  "about", "story", "playing"]);
const OPENED = "On the map while it is open";
let made = 0;

// One event: its mark, its title, when it was and whose it is.
function row(view, event) {
  const { atlas, store: { state } } = view;
  const item = el("li", "atlas-tray-row");
  const button = el("button", "atlas-tray-open", null, { type: "button",
    "data-event": event.id });
  const words = el("span", "atlas-tray-words");
  const more = el("span", "atlas-tray-more",
    `${eventTimeText(atlas, event, state)} · ${sideText(atlas.side[event.side])}`);
  words.append(el("bdi", "atlas-tray-title", event.title), more);
  button.append(markIcon(view, event, ICON_PX), words);
  item.append(button);
  return { item, button, more };
}

// The rows of one list. What stays keeps its node, for one may have the focus.
function trayList(view, name, title) {
  const { store } = view;
  const node = el("details", "atlas-tray-list", null, { "data-list": name });
  const summary = el("summary", "atlas-tray-summary", title);
  const count = el("span", "atlas-tray-count");
  const list = el("ul", "atlas-tray-rows");
  const rows = new Map();
  summary.append(count);
  node.append(summary, list);

  function rowOf({ event, isDrawn }) {
    const { state, shown } = store;
    const look = [shown.get(event.id), state.stated_only, state.day_of, state.articles].join(" ");
    let one = rows.get(event.id);
    if (!one || one.look !== look) {
      one = Object.assign(row(view, event), { look });
      rows.set(event.id, one);
    }
    change(one.button, "aria-current", String(state.event === event.id));
    one.button.title = isDrawn ? OPENED : "";
    return one.item;
  }

  return {
    node,
    summary,
    draw(events) {
      writeText(count, String(events.filter(({ isDrawn }) => !isDrawn).length));
      hide(node, !events.length);
      if (!node.open) return;
      const items = events.map(rowOf);
      const wanted = new Set(items);
      const active = document.activeElement;
      for (const old of [...list.children]) if (!wanted.has(old)) old.remove();
      items.forEach((item, index) => {
        if (list.children[index] !== item) list.insertBefore(item, list.children[index] || null);
      });
      // A row that went with the focus in it hands it on.
      if (active && active.matches(".atlas-tray-open") && !active.isConnected) summary.focus();
    },
  };
}

// The tray with its lists, closed.
function skeleton(view) {
  const id = `atlas-tray-${(made += 1)}`;
  const titles = trayTitles(view.atlas);
  const node = el("section", "atlas-tray", null, { id, "aria-labelledby": `${id}-title` });
  const head = el("div", "atlas-tray-head");
  const close = el("button", "atlas-tray-close", "×", { type: "button", "aria-label": "Close" });
  head.append(el("h2", "atlas-tray-heading", "Not on the map, or without a day",
    { id: `${id}-title` }), close);
  const none = el("p", "atlas-tray-none", "Every event now shown has a day and is on the map.");
  const lists = Object.fromEntries(ORDER.map((name) => [name, trayList(view, name, titles[name])]));
  const body = el("div", "atlas-tray-body");
  body.append(none, ...ORDER.map((name) => lists[name].node));
  node.append(head, body);
  node.hidden = true;
  return { node, close, none, lists, body };
}

// `openers`: the buttons of the count line, by list.
export function timelineTray(view, openers) {
  const { atlas, store, root } = view;
  const lease = openLease();
  const { node, close, none, lists, body } = skeleton(view);
  // Before the card, which as a sheet lies over it.
  root.insertBefore(node, view.panes.card);
  /** @type {HTMLElement | null} */
  let opener = null;

  function draw() {
    if (node.hidden) return;
    const found = trayLists(atlas, store.state, store.shown);
    for (const name of ORDER) lists[name].draw(found[name]);
    hide(none, ORDER.some((name) => found[name].length));
  }

  function mark() {
    for (const [name, button] of Object.entries(openers)) {
      change(button, "aria-expanded", String(!node.hidden && lists[name].node.open));
    }
  }

  function shut() {
    const held = node.contains(document.activeElement) || document.activeElement === opener;
    node.hidden = true;
    mark();
    if (held && opener) opener.focus({ preventScroll: true });
  }

  function open(name) {
    if (!node.hidden && lists[name].node.open) {
      shut();
      return;
    }
    opener = openers[name];
    if (node.hidden) for (const one of ORDER) lists[one].node.open = one === name;
    lists[name].node.open = true;
    node.hidden = false;
    draw();
    mark();
    lists[name].summary.focus({ preventScroll: true });
    lists[name].summary.scrollIntoView({ block: "nearest" });
  }

  for (const [name, button] of Object.entries(openers)) {
    button.setAttribute("aria-controls", node.id);
    lease.on(button, "click", () => open(name));
    lease.on(lists[name].node, "toggle", () => {
      draw();
      mark();
    });
  }
  lease.on(close, "click", shut);
  lease.on(body, "click", ({ target }) => {
    const button = target.closest(".atlas-tray-open");
    if (button) store.set({ event: button.dataset.event, about: null });
  });
  // Escape closes the card first, unless one is reading here.
  lease.on(root, "keydown", (event) => {
    const { state } = store;
    if (event.key !== "Escape" || node.hidden || event.defaultPrevented) return;
    if (!node.contains(event.target) && (state.event || state.about)) return;
    event.preventDefault();
    shut();
  });
  const later = afterRedraw(view.root, lease, draw);
  lease.add(store.subscribe((_state, changed) => {
    if (node.hidden) return;
    // A step of time draws the map first.
    if ([...changed].every((name) => OF_TIME.has(name))) later();
    else draw();
  }));
  return {
    destroy() {
      lease.end();
      node.remove();
    },
  };
}
