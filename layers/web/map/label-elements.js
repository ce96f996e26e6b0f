// The names on the map as elements: made, written, measured and put where they stand.
import { el, traced, traceOf } from "../base/index.js";
import { writeName } from "../rules/index.js";

/**
 * @typedef {object} Name
 * @property {any} label A row of the payload's labels, or a word at the end of a line.
 * @property {HTMLElement | null} element
 * @property {HTMLElement | null} name
 * @property {HTMLElement | null} dot Of a town of the base map alone.
 * @property {number} width 0 until it is measured.
 * @property {number} height
 * @property {string | null} css Where it stands; empty for nowhere.
 * @property {string | null} dotCss
 */

/** @returns {Name} */
export const unmadeName = (label) =>
  ({ label, element: null, name: null, dot: null, width: 0, height: 0, css: "", dotCss: "" });

// The four sites and the two courses open their card, as their shapes do.
function opens(board, element, kind, id) {
  element.addEventListener("click", (click) => {
    click.stopPropagation();
    const { dragging } = board.map;
    if (!dragging || !dragging.moved()) board.open(kind, id);
  });
}

// A place of the gazetteer, a course, the word at a line's end, or a name of the base map.
function trace(atlas, label, name) {
  const place = atlas.place[label.place];
  const route = atlas.route[label.route];
  if (place) traced(name, traceOf(place, "name"));
  else if (route) traced(name, traceOf(route, "name"), route.claims);
  else traced(name, label.kind === "note" ? "ours" : "outside");
}

// Gives the name its element, in the box of them all.
export function makeName(board, box, one) {
  const { label } = one;
  const { atlas } = board;
  const element = el("div", `atlas-label atlas-label-${label.kind}`);
  const name = el("span");
  element.append(name);
  writeName(name, label, board.store.state.names);
  trace(atlas, label, name);
  element.dataset.rank = label.rank;
  if (label.route) {
    element.classList.add(`atlas-label-${atlas.route[label.route].layer}`);
    element.append(traced(el("div", "atlas-label-more", label.more), label.more_trace));
    opens(board, element, "route", label.route);
  }
  if (label.kind === "site") opens(board, element, "place", label.place);
  if (label.kind === "note") element.style.color = label.color;
  // A town of the base map has no mark of its own, so its label brings the dot.
  if (label.kind === "town" && !label.place) {
    one.dot = el("div", "atlas-label-dot");
    box.append(one.dot);
  }
  box.append(element);
  Object.assign(one, { element, name });
}

// Other names have other sizes, so all are measured anew.
export function rewriteNames(all, names) {
  for (const one of all) {
    if (!one.label.text_ar) continue;
    writeName(one.name, one.label, names);
    one.width = 0;
  }
}

// By its place, not moved there: what is moved is drawn on a layer of its own, and a map that
// has a hundred of them is slow at every step.
function write(element, key, css, one) {
  if (one[key] === css) return;
  one[key] = css;
  element.style.display = css ? "block" : "";
  [element.style.left, element.style.top] = css ? css.split(" ") : ["", ""];
}

// All that have no size yet at once: the page is laid out once for them, not for each.
export function measureNames(some) {
  const fresh = some.filter((one) => !one.width);
  for (const one of fresh) one.element.style.display = "block";
  for (const one of fresh) {
    one.width = one.element.offsetWidth;
    one.height = one.element.offsetHeight;
  }
  for (const one of fresh) {
    write(one.element, "css", "", Object.assign(one, { css: null }));
  }
}

export function hideName(one) {
  write(one.element, "css", "", one);
  if (one.dot) write(one.dot, "dotCss", "", one);
}

const shiftTo = (x, y, origin) =>
  `${Math.round(x - origin.x)}px ${Math.round(y - origin.y)}px`;

export const standName = (one, { x, y }, origin) =>
  write(one.element, "css", shiftTo(x, y, origin), one);

export const standDot = (one, { x, y }, origin) =>
  write(one.dot, "dotCss", shiftTo(x, y, origin), one);
