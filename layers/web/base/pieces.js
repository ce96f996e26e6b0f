// The small pieces that cards, tables and sheets are made of: sections, facts, lists, notes.
import { el } from "./dom.js";
import { traced } from "./provenance.js";
/** @import { Piece } from "../types.js" */
/** @import { ClaimRow, SourceText } from "./payload.js" */

/**
 * @param {string} title
 * @param {...(Piece | Piece[])} content What is nothing is left out.
 * @returns {HTMLElement | null}
 */
export function cardSection(title, ...content) {
  const kept = content.flat().filter(Boolean);
  if (!kept.length) return null;
  const section = el("section", "atlas-card-section");
  section.append(el("h3", "atlas-card-heading", title), ...kept);
  return section;
}

/**
 * A sentence and who stands behind it; nothing where nothing is said.
 * @param {string | null | undefined} text
 * @param {SourceText | null} [trace]
 * @param {ClaimRow[] | null} [claims]
 * @param {keyof HTMLElementTagNameMap} [tag]
 * @param {string} [className]
 * @returns {HTMLElement | null}
 */
export const sayLine = (text, trace, claims, tag = "p", className = "") =>
  (text ? traced(el(tag, className, text), trace, claims) : null);

/**
 * A term, a text or an element, and what is said of it; nothing where nothing is known.
 * @param {(Piece | Piece[])[][]} pairs Each a term first, then what is said of it.
 * @returns {HTMLElement | null}
 */
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
    name.append(/** @type {Node | string} */ (term));
    list.append(name, value);
  }
  return list.childElementCount ? list : null;
}

/** @type {(text: string | null | undefined) => HTMLElement | null} */
export const noteLine = (text) => (text ? el("p", "atlas-card-note", text) : null);

/**
 * @param {(Piece | Piece[])[]} items
 * @param {string} [className]
 * @returns {HTMLElement | null}
 */
export function bulletList(items, className) {
  const list = el("ul", `atlas-card-list ${className || ""}`.trim());
  for (const item of items) {
    const row = el("li");
    row.append(...[item].flat().filter(Boolean));
    list.append(row);
  }
  return items.length ? list : null;
}
