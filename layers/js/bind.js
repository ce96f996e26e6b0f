// What Folium's script calls as L.atlas: layers that follow their switch, shapes that open a card.
(function (A) {
  "use strict";

  const COURSES = ["corridor-original", "corridor-shifted"];

  // Until its route change is reached the corridor is where it was first reported; then it has moved.
  A.hasShifted = function (atlas, state) {
    const last = A.day(state.last_day);
    return atlas.events.some((event) => {
      if (event.type !== "route-change") return false;
      const { hullFirst } = state.stated_only ? event.statedDays : event.days;
      if (last !== null && hullFirst !== null && hullFirst > last) return false;
      return event.articles.some((id) => {
        const cursor = state.cursors[id];
        const stop = atlas.stopOf[id][event.id];
        return cursor === undefined || stop === undefined || stop < cursor;
      });
    });
  };

  const suits = (when, state) => when === "always" || (when === "stated") === state.stated_only;

  // Groups on and off the map, by their layer, by "only what the articles say", by their route.
  function switches(board) {
    const groups = [];
    const isOn = ({ layerId, when, routeId }, state) => suits(when, state) &&
      (layerId === "always" || A.layerOn(board.atlas, state, layerId)) &&
      (!routeId || A.routeOn(board.atlas, state, board.atlas.route[routeId]));
    const follow = (one) => {
      const on = isOn(one, board.store.state);
      if (on === board.map.hasLayer(one.group)) return;
      if (on) one.group.addTo(board.map);
      else one.group.remove();
    };
    return {
      register(group, layerId, when = "always", routeId = null) {
        const one = { group, layerId, when, routeId };
        groups.push(one);
        follow(one);
      },
      update() {
        groups.forEach(follow);
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

  // Ids of the places that matter now: where drawn events are, and what drawn routes join.
  function mattering(board) {
    const { atlas, store } = board;
    const all = new Set();
    const struck = new Set();
    const { state } = store;
    for (const event of board.events.drawn()) {
      const place = state.stated_only ? event.stated_place : event.place;
      if (place) all.add(place);
      for (const id of event.path_places) all.add(id);
      if (place && A.isStrike(event)) struck.add(place);
    }
    const open = atlas.event[state.event];
    if (open && store.shown.has(open.id)) for (const id of open.places) all.add(id);
    if (state.about && state.about.kind === "place") all.add(state.about.id);
    if (state.stated_only) {
      for (const id of all) if (!atlas.place[id].stated) all.delete(id);
    }
    for (const route of atlas.routes) {
      if (!A.routeOn(atlas, state, route)) continue;
      const joined = route.legs.flatMap((leg) => [leg.from, leg.to]);
      for (const id of state.stated_only ? route.stated_places : joined) all.add(id);
    }
    return { all, struck };
  }

  // The places and routes of the open event, which stand out while it is open.
  function things({ atlas, store }) {
    const open = atlas.event[store.state.event];
    if (!open || !store.shown.has(open.id)) return new Set();
    return new Set([...open.places.map((id) => `place ${id}`), ...open.routes.map((id) => `route ${id}`)]);
  }

  const STRIKES = new Set(["airstrike", "rocket-attack", "drone-attack"]);
  A.isStrike = (event) => STRIKES.has(event.type) && event.status === "happened";

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
    return [place.name, [basis, unsure].filter(Boolean).join(", ") || null];
  }

  A.tip = function (lines) {
    const box = A.el("div", "atlas-tip-lines");
    lines.filter(Boolean).forEach((line, index) =>
      box.append(A.el("div", index ? "atlas-tip-more" : "atlas-tip-head", line)));
    return box;
  };

  // Hover text, click and, once for each thing, a stop of the Tab key.
  function binder(board) {
    const shapes = [];
    const stops = new Set();
    const open = (kind, id) => board.store.set({ event: null, about: { kind, id } });

    function reach(layer, kind, id) {
      const element = layer.getElement();
      if (!element) return;
      A.attributes(element, { tabindex: 0, role: "button",
        "aria-label": tipText(board, kind, id).filter(Boolean).join(", ") });
      element.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        open(kind, id);
      });
    }

    function see(shape, matters) {
      const { follows, kind, id, layer } = shape;
      const element = layer.getElement();
      if (!element) return;
      const seen = follows === "layer" ||
        (follows === "strikes" ? matters.struck : matters.all).has(id);
      const { about } = board.store.state;
      element.classList.toggle("atlas-gone", !seen);
      element.classList.toggle("atlas-open", Boolean(about) && about.kind === kind &&
        about.id === id || board.openThings.has(`${kind} ${id}`));
    }

    return {
      bind(layer, kind, id, follows = "layer") {
        const shape = { layer, kind, id, follows };
        shapes.push(shape);
        layer.bindTooltip(() => A.tip(tipText(board, kind, id)),
          { sticky: true, className: "atlas-tip", direction: "top", offset: [0, -8], opacity: 1 });
        layer.on("click", (event) => {
          board.L.DomEvent.stop(event);
          open(kind, id);
        });
        const isReachable = kind !== "place" || layer.options.className === "atlas-site";
        const isStop = isReachable && !stops.has(`${kind} ${id}`);
        if (isStop) stops.add(`${kind} ${id}`);
        const added = () => {
          if (isStop) reach(layer, kind, id);
          if (board.matters) see(shape, board.matters);
        };
        layer.on("add", added);
        if (layer.getElement && layer.getElement()) added();
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
    const groups = switches(board);
    const shapes = binder(board);
    board.events = A.eventMarks(board);
    board.labels = A.labelLayer(board);

    const place = () => {
      board.labels.placeFirst();
      board.events.place();
      board.labels.placeRest();
    };
    const update = () => {
      groups.update();
      board.events.decide();
      board.matters = mattering(board);
      board.openThings = things(board);
      shapes.update();
      place();
    };
    lease.add(board.store.subscribe(update));
    lease.add(() => { board.ended = true; });
    queueMicrotask(() => {
      if (board.ended || !view.map) return;
      update();
      view.map.on("zoomend viewreset", place);
      lease.add(() => view.map.off("zoomend viewreset", place));
    });

    return {
      register: groups.register,
      bind: shapes.bind,
      arrow: (line, size_px, isOpen) => A.arrow(board, line, size_px, isOpen),
      basemap: (group, part, ...bounds) => A.basemap(board, group, part, bounds),
      labels: (group) => board.labels.show(group),
      shift: (group, lat, lon) => board.labels.shift(group, [lat, lon]),
      events: (group, side) => board.events.layer(group, side),
      legend: (map) => A.legend(board, map),
      destroy: lease.end,
    };
  };
})((globalThis.CorridorAtlas ??= {}));
