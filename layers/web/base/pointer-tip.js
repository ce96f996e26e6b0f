// The hover text of the timeline and of what is drawn beside it: one line of words above a mark.
import { el, hide } from "./dom.js";

const TIP_GAP_PX = 5;

/**
 * One for all marks in `host`, which it may scroll with.
 * @param {HTMLElement} host
 * @param {string} [className]
 */
export function pointerTip(host, className = "atlas-time-tip") {
  const node = el("div", className, null, { "aria-hidden": "true" });
  node.hidden = true;
  host.append(node);
  return {
    /**
     * @param {string} text
     * @param {number} clientX
     * @param {number} clientY
     */
    show(text, clientX, clientY) {
      const box = host.getBoundingClientRect();
      node.textContent = text;
      node.hidden = false;
      const half = node.offsetWidth / 2;
      const x = Math.min(Math.max(clientX - box.left, half + 4), box.width - half - 4);
      node.style.left = `${x}px`;
      const top = Math.max(clientY - box.top, node.offsetHeight + TIP_GAP_PX);
      node.style.top = `${top + host.scrollTop}px`;
    },
    hide() {
      hide(node, true);
    },
  };
}
