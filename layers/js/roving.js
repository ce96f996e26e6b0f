// One stop of the Tab key for all marks: arrow keys go from mark to mark in the order of time.
(function (A) {
  "use strict";

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
      const at = order.indexOf(press.currentTarget);
      const to = at < 0 ? null : A.roveTo(press, at, order.length);
      if (to === null) return;
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
