// The key as a filter: a line is a button that hides what its sign stands for, and shows it again.
import { change, el, openLease } from "../base/index.js";
import { isSideOn, onIn, setNames, turned, turnSide } from "../rules/index.js";

// {row, draw, destroy}: `row` makes a line of the key; `which`: {name, ids}, a set of the selection
// and what of it the sign stands for.
export function keySwitches(board) {
  const { atlas, store } = board;
  const lease = openLease();
  const rows = [];

  // A side is on while one of its actors is, as in the filters.
  const isOn = ({ name, ids }) => {
    if (name === "sides") return ids.some((id) => isSideOn(atlas, store.state, id));
    const on = onIn(atlas, store.state, name);
    return ids.some((id) => on.has(id));
  };

  function row(picture, text, which) {
    const line = el("li", "atlas-key-row");
    const button = el("button", "atlas-key-switch", null, { type: "button", "aria-pressed": "true" });
    button.append(picture, el("span", "atlas-key-text", text));
    line.append(button);
    rows.push({ button, which });
    lease.on(button, "click", () => {
      const { name, ids } = which;
      const on = !isOn(which);
      store.set(name === "sides" ? turnSide(atlas, store.state, ids[0], on)
        : { [name]: turned(atlas, store.state, name, ids, on) });
    });
    return line;
  }

  function draw() {
    for (const { button, which } of rows) change(button, "aria-pressed", String(isOn(which)));
  }

  lease.add(store.subscribe((_state, changed) => {
    if (setNames(atlas).some((name) => changed.has(name))) draw();
  }));
  return { row, draw, destroy: lease.end };
}
