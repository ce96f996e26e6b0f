// One mark for an event: a pin on its place or beside it, its path, and on request its uncertainty.
(function (A) {
  "use strict";

  const PIN_PX = 22;
  const SLOT_PX = 26;
  const LEADER_FROM_PX = 14;
  const SMALL_BELOW_ZOOM = 5.5;
  const SMALL_SCALE = 0.7;
  const BOW = 0.14;
  const BOW_STEP = 0.09;
  const HEAD_PX = 10;
  const HIT_PX = 14;

  const isStatement = (event) => event.glyph === "statement";

  const at = (event, state) => (state.stated_only ? event.stated_mark : event.mark);
  const pathOf = (event, state) => (state.stated_only ? event.stated_path : event.path);

  function words(board, event, match) {
    const { atlas, store } = board;
    const standing = atlas.standing[event.standing];
    const place = atlas.place[store.state.stated_only ? event.stated_place : event.place];
    const where = store.state.stated_only && place ? place.name : event.where;
    return [event.title,
      [A.whenText(event, store.state), where].filter(Boolean).join("; "),
      [atlas.side[event.side].label, event.standing === "reported" ? null : standing.label,
        A.isPlanned(event) ? atlas.status[event.status].label : null,
        match === "possible" ? "possibly outside the days chosen" : null].filter(Boolean).join("; ")];
  }

  // How sharply movements between the same places bend, so that none covers another.
  function bows(atlas) {
    const seen = new Map();
    return Object.fromEntries(atlas.events.filter((event) => event.path).map((event) => {
      const key = event.path_places.join(" ");
      const rank = seen.get(key) || 0;
      seen.set(key, rank + 1);
      return [event.id, BOW + BOW_STEP * rank];
    }));
  }

  A.eventMarks = function (board) {
    const { atlas, store, lease } = board;
    const groups = {};
    const marks = new Map();
    const bow = bows(atlas);
    let wanted = [];
    let leaders = null;
    let ring = null;
    let hovered = null;

    function isWanted(event) {
      const { state } = store;
      if (!store.shown.has(event.id) || !groups[event.side] || !at(event, state)) return false;
      return !isStatement(event) || A.layerOn(atlas, state, "statements") ||
        event.id === state.event || event.id === state.current;
    }

    const open = (event) => store.set({ event: event.id, about: null });

    function button(event) {
      const pin = A.el("div", "atlas-pin", null, { role: "button", tabindex: 0, "data-event": event.id });
      pin.style.setProperty("--atlas-side", atlas.side[event.side].color);
      pin.addEventListener("keydown", (press) => {
        if (press.key !== "Enter" && press.key !== " ") return;
        press.preventDefault();
        press.stopPropagation();
        open(event);
      });
      pin.addEventListener("focus", () => {
        hover(event.id);
        const { map } = board;
        const mark = at(event, store.state);
        if (mark && pin.matches(":focus-visible")) map.panInside(mark, { padding: [40, 40] });
      });
      pin.addEventListener("blur", () => hover(null));
      return pin;
    }

    // The marker's root stays on the place; the pin inside it moves aside where room is short.
    function marker(event) {
      const { L } = board;
      const pin = button(event);
      const mark = at(event, store.state);
      const icon = L.divIcon({ className: "atlas-pin-root", html: pin, iconSize: [0, 0] });
      const made = L.marker(mark, { icon, keyboard: false, riseOnHover: true, bubblingMouseEvents: false });
      made.on("click", () => open(event));
      made.on("mouseover", () => hover(event.id));
      made.on("mouseout", () => hover(null));
      made.bindTooltip(() => A.tip(words(board, event, store.shown.get(event.id))),
        { className: "atlas-tip", direction: "top", opacity: 1 });
      return { event, pin, marker: made, path: null, mark, offset: { x: 0, y: 0 }, scale: 1, look: "" };
    }

    // A route that is drawn shows the event's path already.
    const isRouted = (event) => event.routes.some((id) => A.routeOn(atlas, store.state, atlas.route[id]));

    function trail(one) {
      const path = pathOf(one.event, store.state);
      const isDue = Boolean(path) && !isRouted(one.event);
      if (isDue === Boolean(one.path)) return;
      if (!isDue) {
        untrail(one);
        return;
      }
      const { L, map } = board;
      const line = A.arc(map, path, bow[one.event.id] || BOW);
      const planned = A.isPlanned(one.event);
      const { color } = atlas.side[one.event.side];
      const style = { pane: "atlas-paths", interactive: false };
      const under = L.polyline(line, Object.assign({ color: "#fbf9f4", weight: 5, opacity: 0.75 }, style));
      const shaft = L.polyline(line, Object.assign({ color, weight: planned ? 1.5 : 2.5,
        className: "atlas-trail" }, style));
      const hit = L.polyline(line, { pane: "atlas-paths", weight: HIT_PX, opacity: 0,
        className: "atlas-trail-hit", bubblingMouseEvents: false });
      hit.on("click", () => open(one.event));
      hit.on("mouseover", () => hover(one.event.id));
      hit.on("mouseout", () => hover(null));
      hit.bindTooltip(() => A.tip(words(board, one.event, store.shown.get(one.event.id))),
        { className: "atlas-tip", sticky: true, direction: "top", offset: [0, -8], opacity: 1 });
      one.path = L.layerGroup([under, shaft, hit]);
      A.arrow(board, shaft, HEAD_PX, planned);
      groups[one.event.side].addLayer(one.path);
    }

    function untrail(one) {
      if (one.path) groups[one.event.side].removeLayer(one.path);
      one.path = null;
    }

    function draw(event) {
      const one = marker(event);
      marks.set(event.id, one);
      groups[event.side].addLayer(one.marker);
    }

    function erase(id) {
      const one = marks.get(id);
      groups[one.event.side].removeLayer(one.marker);
      untrail(one);
      marks.delete(id);
      if (hovered === id) hovered = null;
    }

    function dress(one) {
      const { state } = store;
      const { event, pin } = one;
      const match = store.shown.get(event.id);
      const isOpen = event.id === state.event;
      const isCurrent = event.id === state.current;
      const look = `${match} ${isOpen} ${isCurrent} ${state.stated_only}`;
      if (look === one.look) return;
      if (!one.look.startsWith(match)) {
        pin.replaceChildren(A.pinIcon({ side: atlas.side[event.side], glyph: event.glyph,
          hollow: match === "possible", standing: event.standing, planned: A.isPlanned(event) }, PIN_PX));
      }
      one.look = look;
      pin.classList.toggle("atlas-open", isOpen);
      pin.classList.toggle("atlas-current", isCurrent);
      pin.setAttribute("aria-label", words(board, event, match).filter(Boolean).join(". "));
      one.marker.setZIndexOffset(isOpen || isCurrent ? 1000 : 0);
    }

    function hover(id) {
      hovered = id;
      circle();
    }

    // The area in which the event may lie: only for the one under the pointer, else the open one.
    function circle() {
      const one = marks.get(hovered) || marks.get(store.state.event);
      const { L, map } = board;
      if (!one || !one.event.uncertainty_km) {
        if (ring) ring.remove();
        return;
      }
      const { color } = atlas.side[one.event.side];
      ring ??= L.circle(one.mark, { pane: "atlas-rings", interactive: false, className: "atlas-ring" });
      ring.setLatLng(one.mark).setRadius(one.event.uncertainty_km * 1000);
      ring.setStyle({ color, weight: 1.5, opacity: 0.9, fillColor: color, fillOpacity: 0.08 });
      if (!map.hasLayer(ring)) ring.addTo(map);
    }

    // Thin lines from the pins that stand aside to the places they belong to, all in one path.
    function lead(lines) {
      const { L, map } = board;
      leaders ??= L.polyline([], { pane: "atlas-rings", interactive: false, className: "atlas-leader",
        weight: 1 });
      leaders.setLatLngs(lines);
      if (!map.hasLayer(leaders)) leaders.addTo(map);
    }

    lease.add(() => {
      if (ring) ring.remove();
      if (leaders) leaders.remove();
    });

    return {
      layer(group, side) {
        groups[side] = group;
      },
      drawn: () => wanted,
      // Which events have a mark now; only those that came, went or moved are touched.
      decide() {
        wanted = atlas.events.filter(isWanted);
        const ids = new Set(wanted.map((event) => event.id));
        for (const [id, one] of [...marks]) {
          if (!ids.has(id) || one.mark !== at(one.event, store.state)) erase(id);
        }
        for (const event of wanted) {
          if (!marks.has(event.id)) draw(event);
          const one = marks.get(event.id);
          trail(one);
          dress(one);
        }
        circle();
      },
      place() {
        const { map } = board;
        const scale = map.getZoom() < SMALL_BELOW_ZOOM ? SMALL_SCALE : 1;
        const free = A.fan(board.room, SLOT_PX * scale);
        const lines = [];
        for (const { id } of wanted) {
          const one = marks.get(id);
          const point = map.project(one.mark);
          const slot = free(point);
          if (slot.x !== one.offset.x || slot.y !== one.offset.y || scale !== one.scale) {
            one.offset = slot;
            one.scale = scale;
            one.pin.style.transform = `translate(${slot.x}px, ${slot.y}px) scale(${scale})`;
            one.marker.getTooltip().options.offset = [slot.x, slot.y - PIN_PX / 2];
          }
          if (Math.hypot(slot.x, slot.y) > LEADER_FROM_PX) {
            lines.push([one.mark, map.unproject([point.x + slot.x, point.y + slot.y])]);
          }
        }
        lead(lines);
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));
