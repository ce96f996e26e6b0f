// What a part takes hold of, given back by one call.
/** @import { Lease } from "../types.js" */

/**
 * Listeners, timers and observers of one part, all taken back by one call.
 * @returns {Lease}
 */
export function openLease() {
  /** @type {(() => void)[]} */
  const ends = [];
  return {
    on(target, type, handler, options) {
      target.addEventListener(type, handler, options);
      ends.push(() => target.removeEventListener(type, handler, options));
    },
    add(end) {
      if (end) ends.push(end);
    },
    end() {
      while (ends.length) ends.pop()?.();
    },
  };
}
