// The words of a map without the app: the atlas's own cards in Leaflet's popups, everything shown.
(function (A) {
  "use strict";

  const card = A.cardParts;
  const WIDTH_PX = 340;
  const ROOM_PX = 138;
  // Clear of the buttons at the map's upper edge.
  const FROM_TOP_PX = 76;
  const LEAST_HEIGHT_PX = 120;

  // What a card takes from the app: the state that a link without a query has, and every event.
  A.standingView = function ({ payload, possible }) {
    const atlas = A.prepare(payload);
    const unsure = new Set(possible);
    const shown = new Map(atlas.events.map(({ id }) => [id, unsure.has(id) ? "possible" : "certain"]));
    // Nothing changes it here, so there is nothing to be told.
    return { atlas, store: { state: A.emptyState(), shown, subscribe: () => () => {} } };
  };

  // Distances along a course and the comparison of both need the room of the app's own card.
  card.nearby = () => null;
  card.comparison = () => [];

  function contentOf(view, kind, id) {
    const { kicker, title, trace, claims, body } = kind === "event" ? A.eventCard(view, view.atlas.event[id])
      : A.aboutCard(view, { kind, id });
    const node = A.el("div", "atlas-card");
    node.append(kicker, A.traced(A.el("h2", "atlas-card-title", title), trace, claims), ...body.filter(Boolean));
    return A.traceRest(node);
  }

  const linesOf = (view, kind, id) => (kind === "event" ? A.eventWords(view, view.atlas.event[id])
    : A.thingWords(view, kind, id)).filter(Boolean);

  // Hover text and card of each thing drawn, {bind, lines}; a card leads on to others.
  A.standingCards = function (view, board) {
    const drawn = new Map();
    const key = (kind, id) => `${kind} ${id}`;

    function node(popup, kind, id) {
      const made = contentOf(view, kind, id);
      made.addEventListener("click", ({ target }) => {
        const opener = target.closest("button");
        const patch = opener && card.patches.get(opener);
        if (!patch) return;
        if (patch.event) open(popup, "event", patch.event);
        else open(popup, patch.about.kind, patch.about.id);
      });
      return made;
    }

    // Where it is drawn, else where the reader is.
    function open(popup, kind, id) {
      const layer = drawn.get(key(kind, id));
      if (layer && layer.getPopup() !== popup && board.map.hasLayer(layer)) layer.openPopup();
      else popup.setContent(node(popup, kind, id));
    }

    return {
      lines: (kind, id) => linesOf(view, kind, id),
      bind(layer, kind, id) {
        if (!drawn.has(key(kind, id))) drawn.set(key(kind, id), layer);
        layer.bindTooltip(() => A.tip(linesOf(view, kind, id)),
          { className: "atlas-tip", sticky: true, opacity: 1 });
        const popup = board.L.popup({ className: "atlas-words", maxWidth: WIDTH_PX, minWidth: 0,
          autoPanPaddingTopLeft: [5, FROM_TOP_PX] });
        layer.bindPopup(popup);
        // Made when asked for: a card holds everything that is said of a thing.
        layer.on("popupopen", () => {
          const height_px = Math.max(LEAST_HEIGHT_PX, board.map.getSize().y - ROOM_PX);
          popup.options.maxHeight = height_px;
          popup.setContent(node(popup, kind, id));
        });
        popup.setContent(A.el("div"));
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));
