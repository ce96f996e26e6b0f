// A button that makes a file in the browser and hands it to the reader; nothing is sent anywhere.
import { el } from "./dom.js";
import { openLease } from "./lease.js";
import { pending } from "./settled.js";
/** @import { Lease } from "../types.js" */

const SAID_FOR_MS = 4000;
const KEPT_FOR_MS = 10000;
const BUSY = "Saving …";

/** @type {() => Promise<number>} */
export const nextFrame = () => new Promise((done) => { requestAnimationFrame(done); });

/**
 * @param {Blob} blob
 * @param {string} name
 * @param {Lease} lease
 * @returns {void}
 */
export function handOver(blob, name, lease) {
  const address = URL.createObjectURL(blob);
  el("a", null, null, { href: address, download: name }).click();
  const timer = setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
  lease.add(() => {
    clearTimeout(timer);
    URL.revokeObjectURL(address);
  });
}

/**
 * "Save" is heard everywhere and seen where there is room for it.
 * @param {HTMLElement} button
 * @param {string | Node} what
 */
function write(button, what) {
  button.replaceChildren(el("span", "atlas-saving-verb", "Save "), what);
}

/**
 * A button "Save `what`" on the map's root: `make` returns {blob, name, said}; `failed` is what to say where it cannot.
 * @param {object} options
 * @param {HTMLElement} options.root
 * @param {string} options.className
 * @param {string} options.what
 * @param {string} [options.hint]
 * @param {string} options.failed
 * @param {() => Promise<{ blob: Blob, name: string, said: string }>} options.make
 * @returns {{ node: HTMLElement, destroy: () => void }}
 */
export function saveButton({ root, className, what, hint, make, failed }) {
  const lease = openLease();
  const node = el("div", `atlas-saving ${className}`);
  const button = el("button", "atlas-small", null, { type: "button", title: hint });
  write(button, what);
  const told = el("span", `atlas-saving-said ${className}-said`, null, { role: "status" });
  node.append(told, button);
  /** @type {number | undefined} */
  let timer;
  let isBusy = false;

  /** @type {(text: string, isFailed?: boolean) => void} */
  const say = (text, isFailed) => {
    told.textContent = text;
    clearTimeout(timer);
    if (text && !isFailed) timer = setTimeout(() => { told.textContent = ""; }, SAID_FOR_MS);
  };

  lease.on(button, "click", async () => {
    if (isBusy) return;
    isBusy = true;
    const done = pending(root);
    button.textContent = BUSY;
    button.setAttribute("aria-disabled", "true");
    say("");
    try {
      // The word first: the work that follows holds the page.
      await nextFrame();
      await nextFrame();
      const { blob, name, said } = await make();
      handOver(blob, name, lease);
      say(said);
    } catch (error) {
      console.warn(error);
      say(failed, true);
    }
    isBusy = false;
    write(button, what);
    button.removeAttribute("aria-disabled");
    done();
  });
  lease.add(() => clearTimeout(timer));
  return { node, destroy: lease.end };
}
