// Light or dark: colours by name, and the theme of the page around the map, followed as it changes.
/** @import { Lease } from "../types.js" */

const REFERENCE = /^var\((--atlas-[a-z-]+)\)$/;
const DARK_BELOW = 0.5;

/**
 * A colour of layers/base/theme.py, for whatever a style sheet reaches.
 * @type {(name: string) => string}
 */
export const themeColor = (name) => `var(--atlas-${name})`;

/**
 * For a canvas, which no style sheet reaches: a function from such a colour to what it is now.
 * @param {Element} element
 * @returns {(color: string) => string}
 */
export function paints(element) {
  const style = getComputedStyle(element);
  const found = new Map();
  return (color) => {
    if (!found.has(color)) {
      const [, name] = REFERENCE.exec(color) || [];
      found.set(color, name ? style.getPropertyValue(name).trim() : color);
    }
    return /** @type {string} */ (found.get(color));
  };
}

/**
 * Streamlit says its page's colours in custom properties; a page without it follows the system.
 * @param {Element} parent
 * @returns {boolean}
 */
function isDark(parent) {
  const page = getComputedStyle(parent).getPropertyValue("--st-background-color").trim();
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(page);
  if (!hex) return matchMedia("(prefers-color-scheme: dark)").matches;
  const [red, green, blue] = hex.slice(1).map((part) => parseInt(part, 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < DARK_BELOW;
}

/**
 * Keeps `root` in the theme of the page it stands on; what is drawn on a canvas hears "atlas-theme".
 * @param {HTMLElement} root
 * @param {Element} parent
 * @param {Lease} lease
 * @returns {void}
 */
export function followTheme(root, parent, lease) {
  const follow = () => {
    const theme = isDark(parent) ? "dark" : "light";
    if (root.dataset.theme === theme) return;
    root.dataset.theme = theme;
    root.dispatchEvent(new CustomEvent("atlas-theme"));
  };
  follow();
  const page = parent.closest(".stApp");
  const observer = new MutationObserver(follow);
  if (page) observer.observe(page, { attributes: true, attributeFilter: ["class"] });
  lease.add(() => observer.disconnect());
  lease.on(matchMedia("(prefers-color-scheme: dark)"), "change", follow);
}
