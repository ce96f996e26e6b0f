// One stop of the Tab key for many things: arrow keys rove among them.
/** @import { Focusable, Lease } from "../types.js" */

export function rovingGroup() {
  /** @type {Focusable[]} */
  let order = [];
  /** @type {Focusable | null | undefined} */
  let stop = null;

  /**
   * Written only where it changes: every attribute written is style to be found anew.
   * @param {Focusable} element
   * @param {number} index
   */
  function turn(element, index) {
    if (element.tabIndex !== index) element.tabIndex = index;
  }

  /** @param {Focusable | undefined} element */
  function hold(element) {
    stop = element;
    for (const one of order) turn(one, one === stop ? 0 : -1);
  }

  /** @param {KeyboardEvent} press */
  function next(press) {
    const at = order.indexOf(/** @type {Focusable} */ (press.currentTarget));
    const to = at < 0 ? null : roveTo(press, at, order.length);
    if (to === null) return;
    press.preventDefault();
    press.stopPropagation();
    if (order[to]) order[to].focus({ preventScroll: true });
  }

  return {
    /** @param {Focusable} element */
    join(element) {
      element.tabIndex = -1;
      element.addEventListener("keydown", /** @type {EventListener} */ (next));
      element.addEventListener("focus", () => { if (order.includes(element)) hold(element); });
    },
    /**
     * The marks in order; the one that stood out keeps the stop, else `preferred`, else the first.
     * @param {Iterable<Focusable>} elements
     * @param {Focusable | null} [preferred]
     */
    update(elements, preferred) {
      const now = new Set(elements);
      for (const one of order) if (!now.has(one)) turn(one, -1);
      order = [...now];
      const held = stop && stop === document.activeElement ? stop : preferred || stop;
      hold(held && order.includes(held) ? held : order[0]);
    },
  };
}

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Where a key leads to from item `at` of `count`, beyond either end too; null for any other key.
 * `page` is the step of the page keys, none without.
 * @param {KeyboardEvent} press
 * @param {number} at
 * @param {number} count
 * @param {number} [page]
 * @returns {number | null}
 */
export function roveTo(press, at, count, page) {
  if (press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return null;
  if (press.key === "Home") return 0;
  if (press.key === "End") return count - 1;
  const steps = page ? { ...STEPS, PageUp: -page, PageDown: page } : STEPS;
  return press.key in steps ? at + steps[press.key] : null;
}

/**
 * One listener on `node` for all: what comes and goes in it needs none of its own. `itemsAt(item)`
 * gives the group of an element in order, none for what is no item; `page` is the step of the
 * page keys.
 * @param {Lease} lease
 * @param {HTMLElement | SVGElement} node
 * @param {(item: any) => Focusable[]} itemsAt
 * @param {number} [page]
 * @returns {void}
 */
export function rove(lease, node, itemsAt, page) {
  lease.on(node, "keydown", (press) => {
    const items = itemsAt(press.target);
    const at = items.indexOf(press.target);
    const to = at < 0 ? null : roveTo(press, at, items.length, page);
    if (to === null) return;
    press.preventDefault();
    press.stopPropagation();
    items[Math.max(0, Math.min(items.length - 1, to))].focus({ preventScroll: true });
  });
  // What has the focus keeps the stop.
  lease.on(node, "focusin", ({ target }) => {
    const items = itemsAt(target);
    if (!items.includes(target)) return;
    for (const one of items) if (one.tabIndex === 0 && one !== target) one.tabIndex = -1;
    target.tabIndex = 0;
  });
}
