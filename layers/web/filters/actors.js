// The tree of sides and actors, and the switch that says whose part in an event it is about.
import { el, hide } from "../base/index.js";
import {
  actingLeaves, actorLabel, actorOf, howMuchOn, itself, leavesOf, leavesOn, onlyActor, onlySide,
  rolesOf, turnActor, turnSide,
} from "../rules/index.js";
import { filterBox, filterId } from "./box.js";
import { partKey } from "./counts.js";

// A side's line, with a button that unfolds its actors: a box within a summary would be one
// control in another, which screen readers cannot tell apart.
function unfolding(lease, side) {
  const id = filterId();
  const group = el("div", "atlas-side", null, { "data-side": side.id });
  const title = el("div", "atlas-side-title");
  const button = el("button", "atlas-side-toggle", null, { type: "button",
    "aria-expanded": "false", "aria-controls": id, "aria-label": `Actors of ${side.actors_label}` });
  const below = el("div", "atlas-side-actors", null, { id });
  below.hidden = true;
  title.append(button);
  group.append(title, below);
  lease.on(button, "click", () => {
    below.hidden = !below.hidden;
    button.setAttribute("aria-expanded", String(!below.hidden));
  });
  return { group, title, below };
}

// The rows below a side, {id, leaves, depth}, a parent before its children: whoever has a part on
// that side in some event, with those of the side above them. Who acts on another side than its own
// has a row below both. One with others below it has a row of its own among them.
function rowsOf(atlas, side) {
  const acting = new Set(rolesOf(atlas).flatMap((role) => actingLeaves(atlas, side, role)));
  const isHere = (id) => atlas.actor[id].side === side;
  const known = new Set();
  for (const leaf of acting) {
    const { id } = actorOf(atlas, leaf);
    known.add(id);
    for (let up = atlas.actor[id].parent; up; up = atlas.actor[up].parent) if (isHere(up)) known.add(up);
  }
  const above = (id) => {
    let up = atlas.actor[id].parent;
    while (up && !known.has(up)) up = atlas.actor[up].parent;
    return up || null;
  };
  const rows = [];
  const branch = (id, depth) => {
    const below = atlas.actors.filter((one) => known.has(one.id) && above(one.id) === id);
    const row = { id, depth, leaves: leavesOf(atlas, id).filter((leaf) => acting.has(leaf)) };
    rows.push(row);
    if (below.length && acting.has(itself(id))) {
      rows.push({ id: itself(id), depth: depth + 1, leaves: [itself(id)] });
    }
    for (const one of below) branch(one.id, depth + 1);
  };
  for (const { id } of atlas.actors) if (known.has(id) && !above(id)) branch(id, 1);
  return rows;
}

function roleChoice({ atlas, store }, lease, parent) {
  const name = filterId();
  const group = el("div", "atlas-roles", null, { role: "radiogroup", "aria-labelledby": `${name}-lead` });
  group.append(el("span", "atlas-roles-lead", "Show an event of whoever", { id: `${name}-lead` }));
  const inputs = atlas.roles.map(({ id: role, label: text }) => {
    const label = el("label", "atlas-role");
    const input = el("input", "atlas-role-input", null, { type: "radio", name, value: role });
    label.append(input, el("span", null, text));
    group.append(label);
    lease.on(input, "change", () => store.set({ role }));
    return input;
  });
  parent.append(group);
  return () => {
    for (const input of inputs) input.checked = input.value === store.state.role;
  };
}

function allOrNone({ store }, lease, parent) {
  const buttons = el("div", "atlas-filters-buttons");
  const all = el("button", "atlas-small", "All actors", { type: "button" });
  const none = el("button", "atlas-small", "No actors", { type: "button" });
  lease.on(all, "click", () => store.set({ actors: null, sides: null }));
  lease.on(none, "click", () => store.set({ actors: [], sides: null }));
  buttons.append(all, none);
  parent.append(buttons);
}

const dress = ({ input }, much) => {
  input.checked = much === "all";
  input.indeterminate = much === "some";
};

// {draw, count}: `draw` what is on, `count` what filterCounts found.
export function filterActors(view, lease, parent) {
  const { atlas, store } = view;
  const drawRoles = roleChoice(view, lease, parent);
  allOrNone(view, lease, parent);
  const sides = atlas.sides.map((side) => {
    const { group, title, below } = unfolding(lease, side);
    const made = filterBox(lease, title, side.actors_label, { swatch: side.color, isCounted: true,
      change: (on) => store.set(turnSide(atlas, store.state, side.id, on)),
      only: () => store.set(onlySide(side.id)) });
    made.line.classList.add("atlas-line-side");
    title.prepend(made.line);
    const rows = rowsOf(atlas, side.id).map((row) => {
      const made = filterBox(lease, below, actorLabel(atlas, row.id), { isCounted: true,
        change: (on) => store.set(turnActor(atlas, store.state, side.id, row.id, on)),
        only: () => store.set(onlyActor(atlas, side.id, row.id)) });
      made.line.style.setProperty("--depth", row.depth);
      return { ...row, ...made };
    });
    parent.append(group);
    return { ...made, id: side.id, group, rows };
  });
  return {
    draw() {
      const { state } = store;
      const on = leavesOn(atlas, state);
      drawRoles();
      for (const side of sides) {
        const acting = actingLeaves(atlas, side.id, state.role);
        const isActing = new Set(acting);
        dress(side, howMuchOn(atlas, state, side.id, acting, on));
        for (const row of side.rows) {
          dress(row, howMuchOn(atlas, state, side.id, row.leaves.filter((leaf) => isActing.has(leaf)), on));
        }
      }
    },
    count({ shown, all }) {
      for (const side of sides) {
        const total = all.sides.get(side.id) || 0;
        side.count(shown.sides.get(side.id) || 0, total);
        hide(side.group, !total);
        for (const row of side.rows) {
          const key = partKey(side.id, row.id);
          const ofRow = all.parts.get(key) || 0;
          // Who counts only for a wider role has no row until that is chosen.
          hide(row.line, !ofRow);
          row.count(shown.parts.get(key) || 0, ofRow);
        }
      }
    },
  };
}
