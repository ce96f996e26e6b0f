// One counted badge for a place whose marks do not fit side by side, and the list it opens.
(function (A) {
  "use strict";

  const ICON_PX = 20;
  const GAP_PX = 14;
  const MARGIN_PX = 6;
  const FOOT_PX = 20;
  const WIDTH_PX = 300;

  const isPress = (press) => press.key === "Enter" || press.key === " ";

  // `open` opens an event's card; `join` makes an element a stop among the marks.
  A.badges = function (board, { open, join, words }) {
    const { atlas, lease } = board;
    const made = new Map();
    let list = null;

    const label = (one) => `${one.name}: ${one.ids.length} events`;

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

    function row(id) {
      const event = atlas.event[id];
      const [title, , more] = words(event);
      const button = A.el("button", "atlas-gather-row", null, { type: "button", "data-opens": id });
      const text = A.el("span", "atlas-gather-text");
      text.append(A.el("span", "atlas-gather-title", title),
        A.el("span", "atlas-gather-more", [A.eventTimeText(atlas, event, board.store.state), more].join("; ")));
      button.append(A.markIcon(board, event, ICON_PX), text);
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
      const element = A.el("div", "atlas-gather", null, { role: "group", "aria-label": label(badge) });
      element.append(A.el("div", "atlas-gather-head", label(badge)), ...badge.ids.map(row));
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

    function make(place) {
      const { L, map } = board;
      const button = A.el("div", "atlas-badge", null, { role: "button", "data-place": place,
        "aria-haspopup": "true", "aria-expanded": "false" });
      const badge = { place, button, name: "", ids: [], at: null, slot: { x: 0, y: 0 }, look: "" };
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
      made.set(place, badge);
      return badge;
    }

    lease.add(() => {
      close(false);
      for (const badge of made.values()) badge.marker.remove();
      made.clear();
    });

    return {
      close,
      elementOf: (place) => (made.has(place) ? made.get(place).button : null),
      start() {
        const { map } = board;
        const end = () => close(false);
        map.on("click movestart zoomstart", end);
        lease.add(() => map.off("click movestart zoomstart", end));
        lease.add(board.store.subscribe(end));
      },
      // `wanted`: {place, ids, at, slot, scale} of every badge there is now.
      update(wanted) {
        const places = new Set(wanted.map(({ place }) => place));
        for (const [place, badge] of [...made]) {
          if (places.has(place)) continue;
          badge.marker.remove();
          made.delete(place);
        }
        for (const one of wanted) {
          const badge = made.get(one.place) || make(one.place);
          const look = JSON.stringify([one.ids, one.at, one.slot, one.scale]);
          if (look === badge.look) continue;
          Object.assign(badge, one, { look, name: atlas.place[one.place].name });
          badge.marker.setLatLng(one.at);
          badge.button.textContent = String(one.ids.length);
          badge.button.setAttribute("aria-label", label(badge));
          badge.button.style.transform =
            `translate(${one.slot.x}px, ${one.slot.y}px) scale(${one.scale})`;
        }
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));
