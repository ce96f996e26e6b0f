// The table that stands in for the map: all that the map draws, for those who do not see it.
import { afterRedraw, el, hide, openLease } from "../base/index.js";
import { cardPatches } from "../state/index.js";
import { tableEvents } from "./events.js";
import { tableThings } from "./things.js";

const NOTHING = "Nothing of this is on the map now.";
const IMPORTED = "Imported events have a table of their own, below the map.";
// A step of time, or another card: the map goes first.
const STEPS = new Set(["cursors", "first_day", "last_day", "imported_until", "current", "event",
  "about", "story", "playing"]);

// The map keeps its size while it is out of sight, and so its view.
function freeze({ map }, isFrozen) {
  const size = isFrozen ? [`${map.clientWidth}px`, `${map.clientHeight}px`] : ["", ""];
  [map.style.width, map.style.height] = size;
}

function section(title, part) {
  const node = el("section", "atlas-table-section");
  const none = el("p", "atlas-table-note", NOTHING);
  node.append(el("h3", "atlas-table-heading", title), ...part.nodes, none);
  return { node, draw() {
    part.draw();
    hide(none, Boolean(part.count()));
  } };
}

export function table(view) {
  const lease = openLease();
  const { store, panes, root } = view;
  const pane = panes.table;
  const lost = () => pane.focus({ preventScroll: true });
  const events = tableEvents(view, lease, lost);
  const things = tableThings(view, lease, lost).map(([title, part]) => section(title, part));
  const imported = el("p", "atlas-table-note", IMPORTED);
  const save = el("button", "atlas-small atlas-table-save", "Save as CSV", { type: "button",
    title: "Save the events of this table as a CSV file" });
  const head = el("div", "atlas-table-head");
  head.append(el("h2", "atlas-table-title", "What is shown, as a table"));
  const first = el("section", "atlas-table-section");
  const line = el("div", "atlas-table-line");
  line.append(el("h3", "atlas-table-heading", "Events"), save);
  first.append(line, imported, ...events.nodes);
  pane.append(head, first, ...things.map(({ node }) => node));
  let isOpen = false;

  function draw() {
    if (!isOpen) return;
    events.draw();
    for (const one of things) one.draw();
    hide(imported, !(view.points && view.points.set));
  }

  function turn() {
    isOpen = store.state.show === "table";
    if (isOpen) freeze(panes, true);
    root.classList.toggle("atlas-shows-table", isOpen);
    hide(pane, !isOpen);
    if (!isOpen) freeze(panes, false);
    draw();
  }

  const later = afterRedraw(view.root, lease, draw);
  lease.on(save, "click", events.save);
  lease.on(pane, "click", ({ target }) => {
    const patch = cardPatches.get(target.closest("button"));
    if (patch) store.set(patch);
  });
  // Escape has closed the card if one was open; from the table or its button it leads to the map.
  lease.on(root, "keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !isOpen) return;
    if (!panes.stage.contains(document.activeElement)) return;
    event.preventDefault();
    panes.tools.querySelector(".atlas-tool-table").focus();
    store.set({ show: null });
  });
  lease.add(store.subscribe((_state, changed) => {
    if (changed.has("show")) turn();
    else if (!isOpen) return;
    else if ([...changed].every((name) => STEPS.has(name))) later();
    else draw();
  }));
  if (view.points) lease.add(view.points.subscribe(later));
  // Paper shows at once what would have waited for the map.
  lease.on(root, "atlas-paper", draw);
  turn();
  lease.add(() => {
    root.classList.remove("atlas-shows-table");
    freeze(panes, false);
    pane.replaceChildren();
  });
  return lease.end;
}
