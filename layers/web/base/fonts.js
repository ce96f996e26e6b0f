// The one typeface: asked for before anything is measured in it, and measured anew where it came late.
/** @import { Lease } from "../types.js" */

// The weights that the style sheets set. A variable font answers all of them with one file.
const WEIGHTS = [400, 600, 650, 700];
// Streamlit asks for it before anything else, so it is mostly there; a map is worth more than this.
const WAIT_MS = 1500;

const stack = () =>
  getComputedStyle(document.documentElement).getPropertyValue("--atlas-sans").trim();

/** @type {(family: string) => string} */
const unquoted = (family) => family.trim().replace(/^(["'])(.*)\1$/, "$2");

/**
 * For a canvas, which knows no custom property.
 * @type {(weight: number, size_px: number) => string}
 */
export const sans = (weight, size_px) => `${weight} ${size_px}px ${stack()}`;

/**
 * Settles once every face of the stack that the page declares is there, failed, or kept us waiting.
 * @returns {Promise<unknown>}
 */
export function fontsCame() {
  const faces = WEIGHTS.map((weight) => document.fonts.load(sans(weight, 16)));
  const waited = new Promise((done) => { setTimeout(done, WAIT_MS); });
  return Promise.race([Promise.allSettled(faces), waited]);
}

/**
 * A face that comes after the first drawing, or in the place of one that failed: whatever holds a
 * measure hears "atlas-fonts" on the view's root and takes it anew.
 * @param {{ root: HTMLElement, lease: Lease }} view
 * @returns {void}
 */
export function followFonts({ root, lease }) {
  lease.on(document.fonts, "loadingdone", (/** @type {FontFaceSetLoadEvent} */ { fontfaces }) => {
    const ours = new Set(stack().split(",").map(unquoted));
    if (!fontfaces.some(({ family }) => ours.has(unquoted(family)))) return;
    root.dispatchEvent(new CustomEvent("atlas-fonts"));
  });
}
