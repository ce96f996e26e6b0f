// The tray over the map's foot: lists of the events that are shown but not drawn, folded and counted.
(function (A) {
  "use strict";

  const ICON_PX = 18;
  const ORDER = ["undated", "placeless", "held"];
  const OF_TIME = new Set(["cursors", "first_day", "last_day", "imported_until", "current", "event",
    "about", "story", "playing"]);
  const OPENED = "On the map while it is open";
  let made = 0;

  // One event: its mark, its title, when it was and whose it is.
  function row(view, event) {
    const { atlas, store: { state } } = view;
    const item = A.el("li", "atlas-tray-row");
    const button = A.el("button", "atlas-tray-open", null, { type: "button",
      "data-event": event.id });
    const words = A.el("span", "atlas-tray-words");
    const more = A.el("span", "atlas-tray-more",
      `${A.eventTimeText(atlas, event, state)} · ${A.sideText(atlas.side[event.side])}`);
    words.append(A.el("bdi", "atlas-tray-title", event.title), more);
    button.append(A.markIcon(view, event, ICON_PX), words);
    item.append(button);
    return { item, button, more };
  }

  // The rows of one list. What stays keeps its node, for one may have the focus.
  function trayList(view, name, title) {
    const { store } = view;
    const node = A.el("details", "atlas-tray-list", null, { "data-list": name });
    const summary = A.el("summary", "atlas-tray-summary", title);
    const count = A.el("span", "atlas-tray-count");
    const list = A.el("ul", "atlas-tray-rows");
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
      A.change(one.button, "aria-current", String(state.event === event.id));
      one.button.title = isDrawn ? OPENED : "";
      return one.item;
    }

    return {
      node,
      summary,
      draw(events) {
        A.write(count, String(events.filter(({ isDrawn }) => !isDrawn).length));
        A.hide(node, !events.length);
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

  // `openers`: the buttons of the count line, by list.
  A.tray = function (view, openers) {
    const { atlas, store, root } = view;
    const lease = A.lease();
    const id = `atlas-tray-${(made += 1)}`;
    const titles = A.trayTitles(atlas);
    const node = A.el("section", "atlas-tray", null, { id, "aria-labelledby": `${id}-title` });
    const head = A.el("div", "atlas-tray-head");
    const close = A.el("button", "atlas-tray-close", "×", { type: "button", "aria-label": "Close" });
    head.append(A.el("h2", "atlas-tray-heading", "Not on the map, or without a day",
      { id: `${id}-title` }), close);
    const none = A.el("p", "atlas-tray-none", "Every event now shown has a day and is on the map.");
    const lists = Object.fromEntries(ORDER.map((name) => [name, trayList(view, name, titles[name])]));
    const body = A.el("div", "atlas-tray-body");
    body.append(none, ...ORDER.map((name) => lists[name].node));
    node.append(head, body);
    node.hidden = true;
    // Before the card, which as a sheet lies over it.
    root.insertBefore(node, view.panes.card);
    let opener = null;

    function draw() {
      if (node.hidden) return;
      const found = A.trayLists(atlas, store.state, store.shown);
      for (const name of ORDER) lists[name].draw(found[name]);
      A.hide(none, ORDER.some((name) => found[name].length));
    }

    function mark() {
      for (const [name, button] of Object.entries(openers)) {
        A.change(button, "aria-expanded", String(!node.hidden && lists[name].node.open));
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
      button.setAttribute("aria-controls", id);
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
    const later = A.later(view.root, lease, draw);
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
  };
})((globalThis.CorridorAtlas ??= {}));
