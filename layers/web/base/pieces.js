// The small pieces that cards, tables and sheets are made of: sections, facts, lists, notes.
import { el } from "./dom.js";
import { traced } from "./provenance.js";

export function cardSection(title, ...content) {
  const kept = content.flat().filter(Boolean);
  if (!kept.length) return null;
  const section = el("section", "atlas-card-section");
  section.append(el("h3", "atlas-card-heading", title), ...kept);
  return section;
}

// A sentence and who stands behind it; nothing where nothing is said.
export const sayLine = (text, trace, claims, tag = "p", className = "") =>
  (text ? traced(el(tag, className, text), trace, claims) : null);

// A term, a text or an element, and what is said of it; nothing where nothing is known.
export function factList(pairs) {
  const list = el("dl", "atlas-card-facts");
  for (const [term, ...said] of pairs) {
    const kept = said.flat().filter(Boolean);
    if (!kept.length) continue;
    const value = el("dd");
    for (const one of kept) {
      value.append(typeof one === "string" ? el("p", "", one) : one);
    }
    const name = el("dt");
    name.append(term);
    list.append(name, value);
  }
  return list.childElementCount ? list : null;
}

export const noteLine = (text) => (text ? el("p", "atlas-card-note", text) : null);

export function bulletList(items, className) {
  const list = el("ul", `atlas-card-list ${className || ""}`.trim());
  for (const item of items) {
    const row = el("li");
    row.append(...[item].flat().filter(Boolean));
    list.append(row);
  }
  return items.length ? list : null;
}
