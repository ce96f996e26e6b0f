// Names on the map in English, in Arabic or in both, and the choice between them.
import { el, openLease } from "../base/index.js";
/** @import { View } from "../types.js" */

const CHOICES = { en: "English", ar: "Arabic", both: "Both" };
const USUAL = "en";

export const NAMES_USUAL = USUAL;
/** @type {(value: string) => boolean} */
export const isNames = (value) => Object.hasOwn(CHOICES, value);

/** @type {(tag: "span" | "div", className: string, text: string) => HTMLElement} */
const arabic = (tag, className, text) => el(tag, className, text,
  { lang: "ar", dir: "rtl", "data-kind": "outside" });

/**
 * What no source gives an Arabic name stays in English.
 * @param {Element} element
 * @param {{ text: string, text_ar?: string | null }} label
 * @param {string} names
 * @returns {void}
 */
export function writeName(element, { text, text_ar: ar }, names) {
  if (!ar || names === USUAL) element.replaceChildren(text);
  else if (names === "ar") element.replaceChildren(arabic("span", "atlas-label-arabic", ar));
  else element.replaceChildren(text, arabic("div", "atlas-label-arabic atlas-label-second", ar));
}

/**
 * @param {{ name: string, name_ar?: string | null }} place
 * @param {string} names
 * @returns {string}
 */
export function placeNames(place, names) {
  if (!place.name_ar || names === USUAL) return place.name;
  return names === "ar" ? place.name_ar : `${place.name} · ${place.name_ar}`;
}

/**
 * @param {Pick<View, "key" | "store">} view
 * @returns {{ node: HTMLElement, draw: () => void, destroy: () => void }}
 */
export function nameChoice(view) {
  const { store } = view;
  const lease = openLease();
  const node = el("fieldset", "atlas-names");
  node.append(el("legend", "atlas-names-title", "Names on the map"));
  const inputs = Object.entries(CHOICES).map(([value, text]) => {
    const label = el("label", "atlas-names-choice");
    const input = el("input", "atlas-box", null, { type: "radio", value,
      name: `atlas-names-${view.key}` });
    label.append(input, text);
    node.append(label);
    lease.on(input, "change", () => store.set({ names: value }));
    return input;
  });
  node.append(el("p", "atlas-hint atlas-names-hint",
    "A name without a sourced Arabic form stays in English."));
  return {
    node,
    draw() {
      for (const input of inputs) input.checked = input.value === store.state.names;
    },
    destroy: lease.end,
  };
}
