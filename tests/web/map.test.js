// The map without a page: which of its layers are on, where a name may stand, what a sign of its key switches.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fiveArticles, stateOf } from "./cases.js";
import { labelSpots, openThings, select, switches, switchOf } from "./modules.js";

const atlas = fiveArticles();
const usual = atlas.layers.filter(({ on }) => on).map(({ id }) => id);

// A map that keeps in order what comes and goes; groups by name.
function mapped({ isBare = false } = {}) {
  const on = new Set();
  const told = [];
  const dims = {};
  const map = { hasLayer: (group) => on.has(group), getPane: (name) => (name.startsWith("atlas-") && !isBare
    ? { classList: { toggle(_class, isDim) { dims[name] = isDim; } } } : null) };
  const group = (name) => ({ name,
    addTo() { on.add(this); told.push(`+${name}`); }, remove() { on.delete(this); told.push(`-${name}`); } });
  const labels = { dimShift(isDim) { dims.words = isDim; } };
  const board = { atlas, map, labels, store: {} };
  const show = (chosen) => {
    const state = stateOf(chosen);
    board.store = { state, shown: select(atlas, state) };
  };
  show({});
  const groups = switches(board);
  return { groups, told, dims, group, change(chosen) { show(chosen); told.length = 0; groups.update(); return [...told]; } };
}

test("a layer of the map is there from the first while it is on, and comes and goes with its switch", () => {
  const { groups, group, told, change } = mapped();
  groups.register(group("rivers"), "rivers");
  groups.register(group("statements"), "statements");
  groups.register(group("frame"), "always");
  assert.deepEqual(told, ["+rivers", "+frame"]);
  assert.deepEqual(change({}), []);
  // What goes goes first.
  assert.deepEqual(change({ layers: ["statements"] }), ["-rivers", "+statements"]);
  assert.deepEqual(change({ layers: ["statements"] }), []);
  assert.deepEqual(change({ layers: usual }), ["-statements", "+rivers"]);
});

test("what only the articles say has groups of its own, and so has what else is known", () => {
  const { groups, group, told, change } = mapped();
  for (const when of ["stated", "full", "always"]) groups.register(group(when), "always", when);
  assert.deepEqual(told, ["+full", "+always"]);
  assert.deepEqual(change({ stated_only: true }), ["-full", "+stated"]);
  assert.deepEqual(change({}), ["-stated", "+full"]);
});

test("a group of routes is on while each of them that there is is drawn", () => {
  const { groups, group, told, change } = mapped();
  groups.register(group("both"), "always", "always", "corridor-original", "corridor-shifted");
  groups.register(group("one"), "always", "always", "corridor-original", "nowhere");
  assert.deepEqual(told, ["+both", "+one"]);
  const without = (id) => usual.filter((one) => one !== id);
  assert.deepEqual(change({ layers: without("corridor-shifted") }), ["-both"]);
  assert.deepEqual(change({ layers: without("corridor-original") }), ["-one"]);
});

test("of the two courses that is dim which the corridor does not follow", () => {
  const { dims, change } = mapped();
  change({});
  const moved = { "atlas-corridor-original": true, "atlas-corridor-shifted": false, "atlas-shift": false, words: false };
  assert.deepEqual(dims, moved);
  const bare = mapped({ isBare: true });
  bare.change({});
  assert.deepEqual(bare.dims, { words: false }, "a map without them has none to dim");
  change({ last_day: "2000-01-01" });
  assert.deepEqual(dims, Object.fromEntries(Object.entries(moved).map(([name, isDim]) => [name, !isDim])));
});

test("a sign of the key switches the kinds of event it stands for; that of plans what is not done", () => {
  for (const { id } of atlas.glyphs) {
    const { name, ids } = switchOf(atlas, id);
    if (id === "plan") {
      assert.deepEqual([name, [...ids].sort()], ["statuses", ["forecast", "planned"]]);
    } else {
      assert.equal(name, "types");
      assert.ok(ids.length, id);
      for (const type of atlas.types) assert.equal(ids.includes(type.id), type.glyph === id, `${id} ${type.id}`);
    }
  }
});

// A map on which a degree is a hundred pixels.
const flat = { project([lat, lon]) {
  const point = { x: 100 * lon, y: -100 * lat };
  return { ...point, distanceTo: ({ x, y }) => Math.hypot(point.x - x, point.y - y) };
}, getZoom: () => 7 };
const spots = (label, { stated_only = false, width = 40, height = 12 } = {}) =>
  labelSpots({ map: flat, store: { state: { stated_only } } }, { label, width, height });
const middle = ({ x0, y0, x1, y1 }) => [(x0 + x1) / 2, (y0 + y1) / 2].map((one) => Math.round(10 * one) / 10 + 0);

const sizeOf = ({ x0, x1, y0, y1 }) => [x1 - x0, y1 - y0].map((one) => Math.round(10 * one) / 10);

test("a name stands about its dot, first to its right, and further out where a pin may be", () => {
  const found = spots({ kind: "site", lat: 0, lon: 0 });
  assert.equal(found.length, 16);
  for (const { x0, x1, y0, y1 } of found) assert.deepEqual([x1 - x0, y1 - y0], [42, 12]);
  assert.deepEqual(found.slice(0, 8).map(middle), [[29, 0], [-29, 0], [0, -12], [0, 12],
    [24.2, -12], [24.2, 12], [-24.2, -12], [-24.2, 12]]);
  assert.deepEqual(found.slice(8, 12).map(middle), [[41, 0], [-41, 0], [0, -24], [0, 24]]);
  // None covers the dot.
  for (const { x0, x1, y0, y1 } of found) assert.ok(x0 >= 7 || x1 <= -7 || y0 >= 5 || y1 <= -5);
  assert.deepEqual(spots({ kind: "sea", lat: 1, lon: 2 }).map(middle), [[200, -100]]);
});

test("a broad country's name may stand up to a degree aside, any other in its middle alone", () => {
  const found = spots({ kind: "country", text: "Syria", lat: 1, lon: 2 });
  const aside = found.map(middle).map(([x, y]) => [x - 200, y + 100]);
  const around = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]];
  assert.deepEqual(aside, [[0, 0], ...[50, 100].flatMap((px) => around.map(([x, y]) => [x * px + 0, y * px + 0]))]);
  for (const box of found) assert.deepEqual(sizeOf(box), [42, 12]);
  assert.deepEqual(spots({ kind: "country", text: "Jordan", lat: 1, lon: 2 }).map(middle), [[200, -100]]);
});

test("a course is named beside its longest leg, below or above, from its middle outward and clear of the line", () => {
  const label = { kind: "course", leg: [[1, 2], [1, 12]], stated_leg: [[1, 2], [-4, 7]] };
  const found = spots(label);
  for (const box of found) assert.deepEqual(sizeOf(box), [42, 12]);
  assert.deepEqual(found.map((box) => middle(box)[0] - 200),
    [50, 42, 58, 34, 66, 26, 74, 18, 82].flatMap((share) => [10 * share, 10 * share]));
  const [below, above] = found.map((box) => (box.y0 + box.y1) / 2 + 100);
  const ribbon_px = below - 6;
  assert.ok(ribbon_px > 0);
  assert.ok(Math.abs(above + below) < 1e-6);
  assert.deepEqual(found.map((box) => middle(box)[1]), found.map((_one, at) => middle(found[at % 2])[1]));
  // Along a slope it stands as far off as its corners ask.
  const sloping = spots(label, { stated_only: true }).map((box) => [(box.x0 + box.x1) / 2 - 200, (box.y0 + box.y1) / 2 + 100]);
  for (const [at, share, way] of [[0, 0.5, 1], [1, 0.5, -1], [2, 0.42, 1]]) {
    const [x, y] = sloping[at];
    assert.ok(Math.abs(x - 500 * share) < 1e-6);
    assert.ok(Math.abs(y - 500 * share - way * (ribbon_px * Math.SQRT2 + 20 + 6)) < 1e-6);
  }
  // Straight up there is no slope to reckon with.
  const up = spots({ ...label, leg: [[1, 2], [3, 2]] });
  assert.ok(up.every((box) => Object.values(box).every(Number.isFinite)));
});

test("a note stands beside its line, from the tip backward over its corners, on both sides", () => {
  // Its tip is 100 px right of where it begins, its corner 30 px before that, and it comes from below.
  const line = [[-4, 10.7], [-3, 10.7], [-3, 11]];
  const found = spots({ kind: "note", line }, { width: 20, height: 10 });
  const seen = found.map(middle).map(([x, y]) => [x - 1000, y - 300]);
  assert.deepEqual(seen.slice(0, 4), [[84, -9], [84, 9], [70, -9], [70, 9]]);
  assert.deepEqual(seen.slice(4), [16, 34, 56, 82].flatMap((down) => [[56, down], [84, down]]));
  for (const box of found) assert.deepEqual(sizeOf(box), [20, 10]);
  const long = spots({ kind: "note", line: [[0, 0], [0, 5]] });
  assert.deepEqual(long.map((box) => 500 - middle(box)[0]), [16, 30, 46, 64, 86, 112, 144].flatMap((px) => [px, px]));
});

test("places and routes of the open event stand out while it is shown", () => {
  const event = atlas.events.find(({ places, routes }) => places.length && routes.length);
  const standingOut = (chosen) => {
    const state = stateOf(chosen);
    return [...openThings({ atlas, store: { state, shown: select(atlas, state) } })];
  };
  assert.deepEqual(standingOut({ event: event.id }),
    [...event.places.map((id) => `place ${id}`), ...event.routes.map((id) => `route ${id}`)]);
  assert.deepEqual(standingOut({}), []);
  assert.deepEqual(standingOut({ event: event.id, types: [] }), []);
});
