// The filters at the left: sides and their actors, kinds, standings, voices, articles, layers.
import { afterRedraw, el, hide, openLease } from "../base/index.js";
import {
  filterNames, inLists, nameChoice, onIn, pointsOn, setNames, turned, usedValues,
} from "../rules/index.js";
import { filterActors } from "./actors.js";
import { filterBox, filterFold } from "./box.js";
import { filterCounts } from "./counts.js";
import { findBox } from "./find-box.js";

const ALSO_COUNTED_BY = ["layers", "stated_only", "first_day", "last_day", "day_of", "cursors",
  "imported_until", "event", "current"];

// One set of the selection as a list of boxes, {draw, count}; null stands for all on.
function flat({ atlas, store }, lease, parent, name, rows) {
  const turn = (ids, on) => store.set({ [name]: turned(atlas, store.state, name, ids, on) });
  const boxes = rows.map((row) => ({ ...row, ...filterBox(lease, parent, row.label, { isCounted: row.isCounted,
    change: (on) => turn([row.id], on), only: row.hasOnly && (() => store.set({ [name]: [row.id] })) }) }));
  return {
    draw() {
      const now = onIn(atlas, store.state, name);
      for (const one of boxes) {
        one.input.checked = now.has(one.id);
        if (one.isIdle) hide(one.line, one.isIdle());
      }
    },
    count({ shown, all }) {
      for (const { id, count } of boxes) if (count) count(shown[name].get(id) || 0, all[name].get(id) || 0);
    },
  };
}

// Counts are written in the frame after the map's, and only while somebody can see them.
function counting(view, lease, parts) {
  const { atlas, root, store, points } = view;
  const countedBy = [...filterNames(atlas), ...ALSO_COUNTED_BY];
  const isOpen = () => root.classList.contains("atlas-filters-open");
  const count = () => {
    const counts = filterCounts(view);
    for (const one of parts) one.count(counts);
  };
  const later = afterRedraw(root, lease, () => { if (isOpen()) count(); });
  const ask = () => { if (isOpen()) later(); };
  count();
  lease.on(root, "atlas-filters", count);
  lease.add(store.subscribe((_state, changed) => {
    if (countedBy.some((name) => changed.has(name))) ask();
  }));
  if (points) lease.add(points.subscribe(ask));
}

export function filters(view) {
  const lease = openLease();
  const { atlas, store } = view;
  const pane = view.panes.filters;
  const draws = [];
  const parts = [];
  const head = el("div", "atlas-filters-head");
  head.append(el("h2", "atlas-filters-title", "Show"));
  const close = el("button", "atlas-filters-close", "Done", { type: "button" });
  lease.on(close, "click", () => view.foldFilters(false));
  head.append(close);
  const find = findBox(view);
  lease.add(find.destroy);
  pane.append(head, find.node);

  const stated = filterBox(lease, pane, "Only what the five articles say", {
    change: (on) => store.set({ stated_only: on }) });
  stated.line.classList.add("atlas-line-stated");
  pane.append(el("p", "atlas-hint", "Hides days and stretches of routes that come from elsewhere or " +
    "that we inferred, and places that no article names."));
  draws.push(() => { stated.input.checked = store.state.stated_only; });

  const take = (part) => {
    parts.push(part);
    draws.push(part.draw);
  };
  take(filterActors(view, lease, filterFold(pane, "Sides and actors", true)));
  // What no event has gets no row.
  for (const facet of inLists(atlas)) {
    take(flat(view, lease, filterFold(pane, facet.label, false), facet.name,
      usedValues(atlas, facet).map(({ id, label }) => ({ id, label, isCounted: true, hasOnly: true }))));
  }
  const layers = filterFold(pane, "Map layers", false);
  const isIdle = () => !(view.points && view.points.set);
  take(flat(view, lease, layers, "layers", atlas.layers.map((layer) => ({ ...layer,
    isCounted: layer.counted, isIdle: layer.of_imports ? isIdle : null }))));

  const names = nameChoice(view);
  lease.add(names.destroy);
  layers.append(names.node);
  draws.push(names.draw);

  const empty = el("p", "atlas-empty", "No event is shown. Switch an actor, a kind or an article " +
    "on again, or widen the dates.", { role: "status" });
  view.panes.stage.append(empty);
  // Imported events are shown too; while they are searched nobody knows.
  const isAny = ({ tally, search }) => tally.shown > 0 ||
    (search.status === "searching" && pointsOn(store.state));
  const tell = () => hide(empty, store.shown.size > 0 || Boolean(view.points && isAny(view.points)));
  const draw = () => {
    for (const one of draws) one();
    tell();
  };
  draw();
  counting(view, lease, parts);
  // A step in time touches no box.
  lease.add(store.subscribe((_state, changed) => {
    const isMine = changed.has("stated_only") || changed.has("names") || changed.has("role") ||
      setNames(atlas).some((name) => changed.has(name));
    if (isMine) draw();
    else tell();
  }));
  if (view.points) lease.add(view.points.subscribe((isNew) => (isNew ? draw() : tell())));
  lease.add(() => {
    pane.replaceChildren();
    empty.remove();
  });
  return lease.end;
}
