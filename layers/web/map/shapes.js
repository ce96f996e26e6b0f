// Shapes that open a card: hover text, click, and a stop of the Tab key with a name.
import { change } from "../base/index.js";
import { isPlanned, placeNames } from "../rules/index.js";
import { shiftWords } from "./shift-label.js";

const TIP_GAP_PX = 8;

export function attributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function tipText(board, kind, id) {
  const { atlas } = board;
  if (kind === "shift") return shiftWords(atlas.shift);
  if (kind === "route") {
    const route = atlas.route[id];
    const note = isPlanned(route) ? "proposed or planned, as reported"
      : "joins reported places; no surveyed road";
    return [route.name, note];
  }
  if (kind === "zone") return [atlas.zone[id].name, "radius from outside the five articles"];
  const place = atlas.place[id];
  const unsure = place.uncertainty_km
    ? `within about ${Math.round(place.uncertainty_km)} km` : null;
  const basis = place.basis === "inferred" ? "position inferred" : null;
  return [placeNames(place, board.store.state.names), [basis, unsure].filter(Boolean).join(", ") || null];
}

export const thingWords = tipText;

const nameOf = (board, kind, id) => tipText(board, kind, id).filter(Boolean).join(", ");

// Hover text, click and, once for each thing, a named stop of the Tab key.
export function boundShapes(board) {
  const shapes = [];
  const stops = new Map();

  function reach({ layer, kind, id }) {
    const element = layer.getElement();
    attributes(element, { tabindex: 0, role: "button",
      "aria-label": nameOf(board, kind, id) });
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

  function stopAt(shape) {
    stops.set(shape.key, shape.layer);
    reach(shape);
  }

  // What stays on the map of the same thing takes the stop over.
  function leave({ key, layer }) {
    if (stops.get(key) !== layer) return;
    stops.delete(key);
    const heir = shapes.find((other) => other.key === key && other.isReachable &&
      other.layer !== layer && board.map.hasLayer(other.layer));
    if (heir) stopAt(heir);
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
      const isReachable = kind !== "place" || layer.options.className === "atlas-site";
      const key = `${kind} ${id}`;
      const shape = { layer, kind, id, follows, key, isReachable };
      shapes.push(shape);
      board.tips.bind(layer, () => tipText(board, kind, id));
      layer.on("click", (event) => {
        board.L.DomEvent.stop(event);
        board.open(kind, id);
      });
      const added = () => {
        if (isReachable && !stops.has(key)) stopAt(shape);
        if (board.matters) see(shape, board.matters);
      };
      layer.on("add", added);
      layer.on("remove", () => leave(shape));
      if (board.map.hasLayer(layer)) added();
    },
    update() {
      for (const shape of shapes) see(shape, board.matters);
    },
    // A place in other words.
    rename() {
      for (const shape of shapes) {
        if (stops.get(shape.key) !== shape.layer) continue;
        change(shape.layer.getElement(), "aria-label", nameOf(board, shape.kind, shape.id));
      }
    },
  };
}
