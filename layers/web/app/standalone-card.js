// The words of a map without the app: the atlas's own cards in Leaflet's popups, everything shown.
import { el, traced, traceRest } from "../base/index.js";
import { aboutCard, eventCard } from "../card/index.js";
import { thingWords } from "../map/index.js";
import { eventWords, tipLines } from "../marks/index.js";
import { emptyState, prepare } from "../rules/index.js";
import { cardPatches } from "../state/index.js";

const WIDTH_PX = 340;
const ROOM_PX = 138;
// Clear of the buttons at the map's upper edge.
const FROM_TOP_PX = 76;
const LEAST_HEIGHT_PX = 120;

// What a card takes from the app: the state that a link without a query has, and every event.
export function standingView({ payload, possible }) {
  const atlas = prepare(payload);
  const unsure = new Set(possible);
  const shown = new Map(atlas.events.map(({ id }) => [id, unsure.has(id) ? "possible" : "certain"]));
  // Nothing changes it here, so there is nothing to be told.
  // `stands`: distances along a course and the comparison of both need the room of the app's own card.
  return { stands: true, atlas, store: { state: emptyState(atlas), shown, subscribe: () => () => {} } };
}

function contentOf(view, kind, id) {
  const node = el("div", "atlas-card");
  const card = kind === "event" ? eventCard(view, view.atlas.event[id]) : aboutCard(view, { kind, id });
  if (!card) return node;
  const { kicker, title, trace, claims, body } = card;
  node.append(kicker, traced(el("h2", "atlas-card-title", title), trace, claims), ...body.filter(Boolean));
  return traceRest(node);
}

const linesOf = (view, kind, id) => (kind === "event" ? eventWords(view, view.atlas.event[id])
  : thingWords(view, kind, id)).filter(Boolean);

// Hover text and card of each thing drawn, {bind, lines}; a card leads on to others.
export function standingCards(view, board) {
  const drawn = new Map();
  const key = (kind, id) => `${kind} ${id}`;

  function node(popup, kind, id) {
    const made = contentOf(view, kind, id);
    made.addEventListener("click", ({ target }) => {
      const opener = target.closest("button");
      const patch = opener && cardPatches.get(opener);
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
      layer.bindTooltip(() => tipLines(linesOf(view, kind, id)),
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
      popup.setContent(el("div"));
    },
  };
}
