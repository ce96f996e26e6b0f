// What Folium's script calls as L.atlas: layers that follow their switch, shapes that open a card.
(function (A) {
  "use strict";

  const COURSES = ["corridor-original", "corridor-shifted"];
  const TIP_GAP_PX = 8;
  // What changes no mark, line or name of the five articles.
  const ELSEWHERE = new Set(["imported_until", "playing", "show"]);

  // Until its route change is reached the corridor is where it was first reported; then it has moved.
  A.hasShifted = function (atlas, state) {
    const last = A.day(state.last_day);
    return atlas.events.some((event) => {
      if (event.type !== "route-change") return false;
      const { hullFirst } = state.stated_only ? event.statedDays : event.days;
      const byReport = A.byReport(state);
      if (!byReport && last !== null && hullFirst !== null && hullFirst > last) return false;
      return event.articles.some((id) => {
        if (byReport && !A.isReported(atlas, id, null, last)) return false;
        const cursor = state.cursors[id];
        const stop = atlas.stopOf[id][event.id];
        return cursor === undefined || stop === undefined || stop < cursor;
      });
    });
  };

  const suits = (when, state) => when === "always" || (when === "stated") === state.stated_only;

  // Groups on and off the map, by their layer, by "only what the articles say", by their routes.
  function switches(board) {
    const groups = [];
    const isOn = ({ layerId, when, routes }, state) => suits(when, state) &&
      (layerId === "always" || A.layerOn(board.atlas, state, layerId)) &&
      routes.every((id) => !board.atlas.route[id] ||
        A.routeOn(board.atlas, state, board.atlas.route[id]));
    // First what goes: a shape then finds its stop of the Tab key free.
    const follow = (some) => {
      const { state } = board.store;
      const stays = new Set(some.filter((one) => isOn(one, state)));
      for (const one of some) if (!stays.has(one) && board.map.hasLayer(one.group)) one.group.remove();
      for (const one of stays) if (!board.map.hasLayer(one.group)) one.group.addTo(board.map);
    };
    return {
      register(group, layerId, when = "always", ...routes) {
        const one = { group, layerId, when, routes };
        groups.push(one);
        follow([one]);
      },
      update() {
        follow(groups);
        const shifted = A.hasShifted(board.atlas, board.store.state);
        const dim = { [COURSES[0]]: shifted, [COURSES[1]]: !shifted, shift: !shifted };
        for (const [name, isDim] of Object.entries(dim)) {
          const pane = board.map.getPane(`atlas-${name}`);
          if (pane) pane.classList.toggle("atlas-dim", isDim);
        }
        board.labels.dimShift(!shifted);
      },
    };
  }

  // The places and routes of the open event, which stand out while it is open.
  function things({ atlas, store }) {
    const open = atlas.event[store.state.event];
    if (!open || !store.shown.has(open.id)) return new Set();
    return new Set([...open.places.map((id) => `place ${id}`), ...open.routes.map((id) => `route ${id}`)]);
  }

  function tipText(board, kind, id) {
    const { atlas } = board;
    if (kind === "shift") return A.shiftWords(atlas.shift);
    if (kind === "route") {
      const route = atlas.route[id];
      const note = A.isPlanned(route) ? "proposed or planned, as reported"
        : "joins reported places; no surveyed road";
      return [route.name, note];
    }
    if (kind === "zone") return [atlas.zone[id].name, "radius from outside the five articles"];
    const place = atlas.place[id];
    const unsure = place.uncertainty_km
      ? `within about ${Math.round(place.uncertainty_km)} km` : null;
    const basis = place.basis === "inferred" ? "position inferred" : null;
    return [A.placeNames(place, board.store.state.names), [basis, unsure].filter(Boolean).join(", ") || null];
  }

  // Hover text, click and, once for each thing, a named stop of the Tab key.
  function binder(board) {
    const shapes = [];
    const stops = new Map();

    function reach({ layer, kind, id }) {
      const element = layer.getElement();
      A.attributes(element, { tabindex: 0, role: "button",
        "aria-label": tipText(board, kind, id).filter(Boolean).join(", ") });
      element.addEventListener("keydown", (press) => {
        if (press.key !== "Enter" && press.key !== " ") return;
        press.preventDefault();
        press.stopPropagation();
        board.open(kind, id);
      });
      element.addEventListener("focus", () => {
        const at = layer.getBounds ? layer.getBounds().getCenter() : layer.getLatLng();
        if (!element.matches(":focus-visible") || !board.map.getBounds().contains(at)) return;
        board.tips.show(layer, tipText(board, kind, id), at, TIP_GAP_PX);
      });
      element.addEventListener("blur", () => board.tips.hide(layer));
    }

    function see({ follows, kind, id, layer }, matters) {
      const element = layer.getElement();
      if (!element) return;
      const seen = follows === "layer" || matters[follows].has(id);
      const { about } = board.store.state;
      element.classList.toggle("atlas-gone", !seen);
      element.classList.toggle("atlas-open", Boolean(about) && about.kind === kind &&
        about.id === id || board.openThings.has(`${kind} ${id}`));
    }

    return {
      bind(layer, kind, id, follows = "layer") {
        const shape = { layer, kind, id, follows };
        const key = `${kind} ${id}`;
        const isReachable = kind !== "place" || layer.options.className === "atlas-site";
        shapes.push(shape);
        board.tips.bind(layer, () => tipText(board, kind, id));
        layer.on("click", (event) => {
          board.L.DomEvent.stop(event);
          board.open(kind, id);
        });
        const added = () => {
          if (isReachable && !stops.has(key)) {
            stops.set(key, layer);
            reach(shape);
          }
          if (board.matters) see(shape, board.matters);
        };
        layer.on("add", added);
        layer.on("remove", () => { if (stops.get(key) === layer) stops.delete(key); });
        if (board.map.hasLayer(layer)) added();
      },
      update() {
        for (const shape of shapes) see(shape, board.matters);
      },
    };
  }

  A.attributes = function (element, attributes) {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  };

  // The functions of L.atlas for one view; nothing is drawn before the script has named it all.
  A.bindings = function (view) {
    const lease = A.lease();
    const board = { view, lease, atlas: view.atlas, store: view.store, openThings: new Set(),
      matters: null, ended: false,
      get map() { return view.map; },
      get L() { return view.L || globalThis.L; } };
    // Leaflet then moves things in the plane, not in space: else the browser gives every mark a layer
    // of its own, and a hundred of them slow every step.
    board.L.Browser.ie3d = true;
    board.open = (kind, id) => board.store.set({ event: null, about: { kind, id } });
    board.tips = A.tips(board);
    board.frame = A.frame(board);
    board.labels = A.labelLayer(board);
    board.events = A.eventMarks(board);
    board.points = A.pointPicks(board);
    const groups = switches(board);
    const shapes = binder(board);

    const place = () => {
      board.events.place();
      board.labels.place(board.events.boxes());
    };
    board.reframe = () => {
      board.frame.forget();
      place();
    };
    const update = () => {
      groups.update();
      board.events.decide();
      board.matters = A.mattering(board, board.events.drawn());
      board.openThings = things(board);
      shapes.update();
      place();
    };
    lease.add(board.store.subscribe((_state, changed) => {
      if ([...changed].some((name) => !ELSEWHERE.has(name))) update();
    }));
    lease.add(() => { board.ended = true; });
    queueMicrotask(() => {
      if (board.ended || !view.map) return;
      update();
      board.tips.start();
      board.events.start();
      board.points.start();
      view.map.on("moveend viewreset", place);
      view.map.on("resize", board.reframe);
      lease.add(() => {
        view.map.off("moveend viewreset", place);
        view.map.off("resize", board.reframe);
      });
    });

    return {
      register: groups.register,
      bind: shapes.bind,
      arrow: (line, size_px, isOpen, word) => A.arrow(board, line, size_px, isOpen, word),
      basemap: (group, part, ...bounds) => A.basemap(board, group, part, bounds),
      labels: (group) => board.labels.show(group),
      events: (group, side) => board.events.layer(group, side),
      legend: (map) => A.legend(board, map),
      destroy: lease.end,
    };
  };
})((globalThis.CorridorAtlas ??= {}));
