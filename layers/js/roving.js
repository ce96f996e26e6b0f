// One stop of the Tab key for all marks: arrow keys go from mark to mark in the order of time.
(function (A) {
  "use strict";

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  A.roving = function () {
    let order = [];
    let stop = null;

    // Written only where it changes: every attribute written is style to be found anew.
    function turn(element, index) {
      if (element.tabIndex !== index) element.tabIndex = index;
    }

    function hold(element) {
      stop = element;
      for (const one of order) turn(one, one === stop ? 0 : -1);
    }

    function next(press) {
      if (press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return;
      const at = order.indexOf(press.currentTarget);
      const to = press.key === "Home" ? 0 : press.key === "End" ? order.length - 1
        : press.key in STEPS ? at + STEPS[press.key] : null;
      if (to === null || at < 0) return;
      press.preventDefault();
      press.stopPropagation();
      if (order[to]) order[to].focus({ preventScroll: true });
    }

    return {
      join(element) {
        element.tabIndex = -1;
        element.addEventListener("keydown", next);
        element.addEventListener("focus", () => { if (order.includes(element)) hold(element); });
      },
      // The marks in order; the one that stood out keeps the stop, else `preferred`, else the first.
      update(elements, preferred) {
        const now = new Set(elements);
        for (const one of order) if (!now.has(one)) turn(one, -1);
        order = [...now];
        const held = stop && stop === document.activeElement ? stop : preferred || stop;
        hold(order.includes(held) ? held : order[0]);
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));
