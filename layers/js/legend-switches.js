// The key as a filter: a line is a button that hides what its sign stands for, and shows it again.
(function (A) {
  "use strict";

  // {row, draw, destroy}: `row` makes a line of the key; `which`: {name, ids}, a set of the selection
  // and what of it the sign stands for.
  A.keySwitches = function (board) {
    const { atlas, store } = board;
    const lease = A.lease();
    const rows = [];

    // A side is on while one of its actors is, as in the filters.
    const isOn = ({ name, ids }) => {
      if (name === "sides") return ids.some((id) => A.isSideOn(atlas, store.state, id));
      const on = A.onIn(atlas, store.state, name);
      return ids.some((id) => on.has(id));
    };

    function row(picture, text, which) {
      const line = A.el("li", "atlas-key-row");
      const button = A.el("button", "atlas-key-switch", null, { type: "button", "aria-pressed": "true" });
      button.append(picture, A.el("span", "atlas-key-text", text));
      line.append(button);
      rows.push({ button, which });
      lease.on(button, "click", () => {
        const { name, ids } = which;
        const on = !isOn(which);
        store.set(name === "sides" ? A.turnSide(atlas, store.state, ids[0], on)
          : { [name]: A.turned(atlas, store.state, name, ids, on) });
      });
      return line;
    }

    function draw() {
      for (const { button, which } of rows) A.change(button, "aria-pressed", String(isOn(which)));
    }

    lease.add(store.subscribe((_state, changed) => {
      if (A.SELECTION_SETS.some((name) => changed.has(name))) draw();
    }));
    return { row, draw, destroy: lease.end };
  };
})((globalThis.CorridorAtlas ??= {}));
