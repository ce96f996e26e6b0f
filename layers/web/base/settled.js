// Whether anything is still to come of what was done: data-settled on the map's root. All that puts
// work off says so here; the root is written to only where the answer changes, so steps stay cheap.
/** @import * as Leaflet from "leaflet" */
/** @import { Lease } from "../types.js" */

/** @type {WeakMap<HTMLElement, number>} */
const counts = new WeakMap();

/**
 * Something is put off; call what is returned once it is done or called off.
 * @param {HTMLElement} root
 * @returns {() => void}
 */
export function pending(root) {
  const count = counts.get(root) || 0;
  counts.set(root, count + 1);
  if (!count) root.dataset.settled = "no";
  let isOpen = true;
  return () => {
    if (!isOpen) return;
    isOpen = false;
    const left = (counts.get(root) || 0) - 1;
    counts.set(root, left);
    if (!left) root.dataset.settled = "yes";
  };
}

/**
 * The same for as long as a promise takes; returns the promise.
 * @template Value
 * @param {HTMLElement} root
 * @param {Promise<Value>} promise
 * @returns {Promise<Value>}
 */
export function during(root, promise) {
  const done = pending(root);
  promise.then(done, done);
  return promise;
}

/**
 * Work put off by a time, {set, stop}: set again it waits anew. The lease's end calls it off.
 * @param {HTMLElement} root
 * @param {Lease} lease
 * @param {() => unknown} work
 */
export function timer(root, lease, work) {
  /** @type {number | undefined} */
  let timer;
  /** @type {(() => void) | null} */
  let done = null;
  const stop = () => {
    clearTimeout(timer);
    done?.();
    done = null;
  };
  // What the work itself puts off is pending before this ends.
  const run = async () => {
    const now = done;
    done = null;
    try {
      await work();
    } finally {
      now?.();
    }
  };
  lease.add(stop);
  return {
    stop,
    /** @param {number} wait_ms */
    set(wait_ms) {
      clearTimeout(timer);
      done ??= pending(root);
      timer = setTimeout(run, wait_ms);
    },
  };
}

/**
 * Work put off to the next frame, or by more of them, {ask, stop}: once however often it is asked
 * for until then. The lease's end calls it off.
 * @param {HTMLElement} root
 * @param {Lease} lease
 * @param {() => unknown} work
 * @param {number} [frames]
 */
export function inFrame(root, lease, work, frames = 1) {
  let asked = 0;
  let left = 0;
  /** @type {(() => void) | null} */
  let done = null;
  const stop = () => {
    cancelAnimationFrame(asked);
    asked = 0;
    done?.();
    done = null;
  };
  const step = () => {
    left -= 1;
    if (left) {
      asked = requestAnimationFrame(step);
      return;
    }
    const now = done;
    asked = 0;
    done = null;
    try {
      work();
    } finally {
      now?.();
    }
  };
  lease.add(stop);
  return {
    stop,
    ask() {
      if (asked) return;
      left = frames;
      done = pending(root);
      asked = requestAnimationFrame(step);
    },
  };
}

/**
 * What a step need not wait for: a function that asks for `work` in the frame after the next
 * redraw, once however often it is called until then. The map goes first; lines of text and their
 * layout would make it wait.
 * @type {(root: HTMLElement, lease: Lease, work: () => unknown) => () => void}
 */
export const afterRedraw = (root, lease, work) => inFrame(root, lease, work, 2).ask;

/**
 * The map is on its way from the first sign of a move to Leaflet's word that it has ended.
 * @param {HTMLElement} root
 * @param {Leaflet.Map} map
 * @param {Lease} lease
 * @returns {void}
 */
export function followMoves(root, map, lease) {
  /** @type {(() => void) | null} */
  let done = null;
  const begun = () => { done ??= pending(root); };
  // Not at once: what other listeners put off at the end of a move is pending first.
  const ended = () => {
    if (done) queueMicrotask(done);
    done = null;
  };
  map.on("movestart zoomstart", begun);
  map.on("moveend", ended);
  lease.add(() => {
    map.off("movestart zoomstart", begun);
    map.off("moveend", ended);
    ended();
  });
}
