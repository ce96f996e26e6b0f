// What Folium's script calls as L.atlas on a map without the app: words and signs for stock shapes.
(function (A) {
  "use strict";

  const { L } = globalThis;
  const MARK_PX = 22;
  const GONE = "atlas-gone";
  const FACE = "13px 'Atlas Sans'";

  const words = JSON.parse(document.getElementById("atlas-words").textContent);
  const view = A.standingView(words);
  const { atlas } = view;
  const board = { L, map: null, atlas, store: view.store, labels: { note: () => () => {} } };
  const cards = A.standingCards(view, board);

  // What goes with sides though it lies in another layer's group, once all are off: {layer, sides}.
  const followers = [];
  const sides = new Map();
  let placeNames = () => {};

  const elementsOf = (layer) => [layer.getElement?.(), layer.atlasHead?.getElement?.()].filter(Boolean);

  function follow() {
    const isOff = (side) => sides.has(side) && !board.map.hasLayer(sides.get(side));
    for (const { layer, sides: its } of followers) {
      const isGone = its.every(isOff);
      for (const element of elementsOf(layer)) element.classList.toggle(GONE, isGone);
    }
  }

  const marksSeen = () => followers.map(({ layer }) => layer).filter((layer) =>
    layer instanceof L.Marker && board.map.hasLayer(layer) &&
    !layer.getElement().classList.contains(GONE));

  function arrange() {
    follow();
    A.spreadMarks(board.map, marksSeen(), words.spots, MARK_PX);
    placeNames();
  }

  function dress(mark, event) {
    const look = { side: atlas.side[event.side], glyph: event.glyph, standing: event.standing,
      hollow: A.isPlanned(event) || view.store.shown.get(event.id) === "possible",
      planned: A.isPlanned(event), backing: event.backing, voices: event.voices.length };
    const put = () => {
      const element = mark.getElement();
      element.replaceChildren(A.pinIcon(look, MARK_PX));
      element.setAttribute("aria-label", cards.lines("event", event.id).join(". "));
    };
    mark.on("add", put);
    if (mark.getElement()) put();
  }

  function bind(layer, kind, id) {
    cards.bind(layer, kind, id);
    if (kind === "event" && layer instanceof L.Marker) {
      dress(layer, atlas.event[id]);
      followers.push({ layer, sides: [atlas.event[id].side] });
    }
    // A road that exists stays; a route goes with the events on it, else with whoever it is of.
    const route = kind === "route" && atlas.route[id];
    if (!route || route.stays) return;
    if (route.events.length) {
      followers.push({ layer, sides: route.events.map((event) => atlas.event[event].side) });
    } else if (route.actors.length) {
      followers.push({ layer, sides: [route.side] });
    }
  }

  L.Map.addInitHook(function () {
    board.map = this;
    this.getContainer().classList.add("atlas", "atlas-map");
    L.control.attribution({ prefix: false }).addAttribution(A.CREDIT).addTo(this);
    this.on("zoomend resize overlayadd overlayremove", arrange);
    // The first view is gone to step by step; names find their room at its end.
    A.followMoves(this.getContainer(), this, A.lease());
    // It sets out in the next frame.
    const begun = A.pending(this.getContainer());
    requestAnimationFrame(() => requestAnimationFrame(begun));
    // Once Folium has put every group on the map, which it does in one go; and in the typeface.
    queueMicrotask(arrange);
    A.during(this.getContainer(), document.fonts.load(FACE).then(arrange));
  });

  // Ground, groups and key are Folium's own here: what the app does with them is done already.
  const done = () => {};
  L.atlas = {
    bind,
    register: done,
    basemap: done,
    legend: done,
    events: (group, side) => sides.set(side, group),
    labels: (group) => { placeNames = A.standingLabels(board, atlas, group, marksSeen); },
    arrow: (line, size_px, isOpen) => { line.atlasHead = A.arrow(board, line, size_px, isOpen); },
  };
})((globalThis.CorridorAtlas ??= {}));
