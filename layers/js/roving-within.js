// One stop of the Tab key for the buttons of a group: arrow keys go from one to the next.
(function (A) {
  "use strict";

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  // Where a key leads to from item `at` of `count`, beyond either end too; null for any other key.
  // `page` is the step of the page keys, none without.
  A.roveTo = function (press, at, count, page) {
    if (press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return null;
    if (press.key === "Home") return 0;
    if (press.key === "End") return count - 1;
    const steps = page ? { ...STEPS, PageUp: -page, PageDown: page } : STEPS;
    return press.key in steps ? at + steps[press.key] : null;
  };

  // One listener on `node` for all: what comes and goes in it needs none of its own. `itemsAt(item)`
  // gives the group of an element in order, none for what is no item; `page` is the step of the
  // page keys.
  A.rove = function (lease, node, itemsAt, page) {
    lease.on(node, "keydown", (press) => {
      const items = itemsAt(press.target);
      const at = items.indexOf(press.target);
      const to = at < 0 ? null : A.roveTo(press, at, items.length, page);
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
  };
})((globalThis.CorridorAtlas ??= {}));
