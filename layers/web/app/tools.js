// The map's few buttons: filters, whole corridor, full screen, story, table.
import { change, el, openLease, svgEl } from "../base/index.js";
import { tellStory } from "../story/index.js";
import { goWide } from "./home.js";

function button(parent, className, label, text) {
  const made = el("button", `atlas-tool ${className}`, text, { type: "button", title: label,
    "aria-label": label });
  parent.append(made);
  return made;
}

// The four corners of a screen: a word would take the room of a name on the map.
function corners() {
  const svg = svgEl("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" });
  svg.append(svgEl("path", { d: "M1 5V1h4M9 1h4v4M13 9v4H9M5 13H1V9" }));
  return svg;
}

// Shows the filters or hides them; "atlas-filters" tells it to whoever has to know.
export function foldFilters(view, isOpen) {
  view.root.classList.toggle("atlas-filters-open", isOpen);
  view.kept.filtersOpen = isOpen;
  view.root.dispatchEvent(new CustomEvent("atlas-filters"));
}

export function tools(view) {
  const lease = openLease();
  const { tools } = view.panes;
  const filters = button(tools, "atlas-tool-filters", "Show or hide the filters", "Filters");
  filters.setAttribute("aria-expanded", "false");
  const whole = button(tools, "atlas-tool-whole", "Show the whole corridor", "Whole corridor");
  const full = button(tools, "atlas-tool-full", "Full screen on or off");
  full.append(corners());
  const tell = button(tools, "atlas-tool-story", "Read event by event as a story", "Story");
  const table = button(tools, "atlas-tool-table", "Show a table in place of the map", "Table");
  const credit = el("p", "atlas-credit", view.atlas.credits.map);
  lease.add(() => tools.replaceChildren());

  const isOpen = () => view.root.classList.contains("atlas-filters-open");
  lease.on(view.root, "atlas-filters", () => filters.setAttribute("aria-expanded", String(isOpen())));
  foldFilters(view, view.kept.filtersOpen ?? view.root.clientWidth >= 900);
  lease.on(filters, "click", () => foldFilters(view, !isOpen()));
  lease.on(tell, "click", () => tellStory(view, "all.happened", view.store.state.event));
  lease.on(whole, "click", () => {
    view.store.set({ show: null });
    goWide(view, !view.reducedMotion);
  });
  const press = () => change(table, "aria-pressed", String(view.store.state.show === "table"));
  press();
  lease.on(table, "click", () =>
    view.store.set({ show: view.store.state.show === "table" ? null : "table" }));
  lease.add(view.store.subscribe((_state, changed) => { if (changed.has("show")) press(); }));
  view.panes.stage.append(credit);
  lease.add(() => credit.remove());
  full.hidden = !document.fullscreenEnabled;
  lease.on(full, "click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else view.root.requestFullscreen();
  });
  return lease.end;
}
