// Which imported events are shown, how surely, and how many: by day, by combination, by what is found, by steps.
import assert from "node:assert/strict";
import { test } from "node:test";
import { stateOf } from "./cases.js";
import { FIRST_OPEN, LAST_OPEN, POINT_CERTAIN, POINT_NONE, POINT_POSSIBLE, allowedCombinations, dayNumber, isoDay,
  pointsBetween, pointsOn, selectPoints, stepPoints } from "./modules.js";

const START = dayNumber("2017-05-01");
const SIGNS = { [POINT_NONE]: "-", [POINT_CERTAIN]: "c", [POINT_POSSIBLE]: "p" };

// Days are counted from START, null for an open end; they come by day, and those without one after them.
const ROWS = [
  { name: "on one of some days", hull: [2, 9], reported: 20 },
  { name: "lasting", hull: [3, 12], core: [5, 8], reported: 21, placeless: true },
  { name: "on a day", hull: [6, 6], reported: 21 },
  { name: "on a later day", hull: [10, 10], reported: 22, other: true },
  { name: "up to a day", hull: [null, 11], reported: null },
  { name: "undated, without a place", hull: [null, null], reported: 23, placeless: true },
  { name: "undated", hull: [null, null], reported: null, other: true },
];
const DATED = 5;

const dayOf = (day, open) => (day === null ? open : START + day);
const isoOf = (day) => (day === null ? null : isoDay(START + day));
const days = (read, open) => Int32Array.from(ROWS, (row) => dayOf(read(row), open));
const known = { happened: days(({ hull: [first, last] }) => first ?? last, FIRST_OPEN),
  reported: days(({ reported }) => reported, FIRST_OPEN) };

const SET = { count: ROWS.length, dated: DATED,
  combination: Uint16Array.from(ROWS, ({ other }) => (other ? 1 : 0)),
  flags: Uint8Array.from(ROWS, ({ core }) => (core ? 1 : 0)),
  reported: known.reported,
  hullFirst: days(({ hull }) => hull[0], FIRST_OPEN), hullLast: days(({ hull }) => hull[1], LAST_OPEN),
  coreFirst: days(({ core }) => core?.[0] ?? null, LAST_OPEN), coreLast: days(({ core }) => core?.[1] ?? null, FIRST_OPEN),
  dayColumn: ({ day_of }) => known[day_of],
  lacks: ({ day_of }) => Uint8Array.from(ROWS, ({ placeless }, row) =>
    (known[day_of][row] === FIRST_OPEN ? 1 : 0) + (placeless ? 2 : 0)) };
const ALL = Uint8Array.of(1, 1);

const chosen = (from, to, until, more) => stateOf({ day_of: "happened", first_day: isoOf(from), last_day: isoOf(to),
  imported_until: isoOf(until), ...more });

// A sign for each row and the tally, however the room was left before.
function selected(state, allowed = ALL, found = null) {
  const match = new Uint8Array(ROWS.length).fill(3);
  const tally = selectPoints(SET, state, allowed, found, match);
  return { match, tally, signs: [...match].map((one) => SIGNS[one]).join("") };
}

for (const [[from, to, until], expected] of [
  [[null, null, null], "ccccccc"],
  [[null, null, 5], "cc---cc"],
  [[null, null, 6], "ccc--cc"],
  [[6, 6, null], "pcc-ppp"],
  [[8, null, null], "pc-cppp"],
  [[9, null, null], "pp-cppp"],
  [[10, null, null], "-p-cppp"],
  [[13, null, null], "-----pp"],
  [[null, 1, null], "----ppp"],
  [[null, 2, null], "p---ppp"],
  [[null, 4, null], "pp--ppp"],
  [[null, 5, null], "pc--ppp"],
  [[null, 9, null], "ccc-ppp"],
  [[null, 11, null], "cccccpp"],
  [[6, null, 3], "pc---pp"],
]) {
  test(`events of ${from} to ${to} up to ${until}: ${expected}`, () => {
    assert.equal(selected(chosen(from, to, until)).signs, expected);
  });
}

for (const [[from, to, until], expected] of [
  [[null, null, null], "ccccccc"],
  [[null, null, 21], "ccc-c-c"],
  [[21, 22, null], "-cccp-p"],
  [[21, null, null], "-cccpcp"],
  [[null, 21, null], "ccc-p-p"],
  [[20, null, 22], "ccccp-p"],
]) {
  test(`events reported from ${from} to ${to} up to ${until}: ${expected}`, () => {
    assert.equal(selected(chosen(from, to, until, { day_of: "reported" })).signs, expected);
  });
}

test("a combination that the filters leave out shows none of its events, by whichever day", () => {
  const some = Uint8Array.of(1, 0);
  assert.equal(selected(chosen(null, null, null), some).signs, "ccc-cc-");
  assert.equal(selected(chosen(6, 6, null), some).signs, "pcc-pp-");
  assert.equal(selected(chosen(null, null, null, { day_of: "reported" }), some).signs, "ccc-cc-");
  assert.equal(selected(chosen(21, null, null, { day_of: "reported" }), some).signs, "-cc-pc-");
});

test("of what days and filters let by only what is found stays, as sure as it was", () => {
  const found = Uint8Array.of(0, 255, 255, 0, 0, 255, 0);
  assert.equal(selected(chosen(6, 6, null), ALL, found).signs, "-cc--p-");
  assert.equal(selected(chosen(21, 22, null, { day_of: "reported" }), ALL, found).signs, "-cc----");
});

test("a tally counts what is shown, what of it is possible, undated, without a place", () => {
  const total = ROWS.length;
  assert.deepEqual(selected(chosen(null, null, null)).tally, { total, shown: 7, possible: 0, undated: 2, placeless: 2 });
  assert.deepEqual(selected(chosen(6, 6, null)).tally, { total, shown: 6, possible: 4, undated: 2, placeless: 2 });
  assert.deepEqual(selected(chosen(null, 2, null)).tally, { total, shown: 4, possible: 4, undated: 2, placeless: 1 });
  assert.deepEqual(selected(chosen(null, 2, null), Uint8Array.of(1, 0)).tally,
    { total, shown: 3, possible: 3, undated: 1, placeless: 1 });
  assert.deepEqual(selected(chosen(21, 22, null, { day_of: "reported" })).tally,
    { total, shown: 5, possible: 2, undated: 2, placeless: 1 });
});

test("imported events are on unless only the articles count or their layer is off; then none is shown", () => {
  assert.ok(pointsOn(stateOf({})));
  assert.ok(pointsOn(stateOf({ layers: ["relief", "imported"] })));
  const off = { total: ROWS.length, shown: 0, possible: 0, undated: 0, placeless: 0 };
  for (const more of [{ stated_only: true }, { layers: ["relief"] }, { layers: ["imported"], stated_only: true }]) {
    const state = chosen(6, 6, null, more);
    assert.ok(!pointsOn(state));
    const { signs, tally, match } = selected(state);
    assert.equal(signs, "-------");
    assert.deepEqual(tally, off);
    assert.equal(stepPoints(SET, state, ALL, null, match, tally, [0, ROWS.length]), tally);
    assert.deepEqual([...match], [...new Uint8Array(ROWS.length)]);
  }
});

test("between two days of the handle lie the events of those days, the later one's among them", () => {
  const state = chosen(null, null, null);
  for (const [before, until, rows] of [[null, 6, [3, 5]], [6, null, [3, 5]], [6, 3, [2, 3]], [3, 6, [2, 3]], [1, 2, [0, 1]],
    [0, 1, [0, 0]], [2, 10, [1, 4]], [null, null, [5, 5]], [0, null, [0, 5]]]) {
    assert.deepEqual(pointsBetween(SET, state, isoOf(before), isoOf(until)), rows);
  }
  assert.equal(pointsBetween(SET, { ...state, day_of: "reported" }, isoOf(3), isoOf(6)), null);
  assert.equal(pointsBetween({ ...SET, dated: null }, state, isoOf(3), isoOf(6)), null);
});

test("a step of the handle leaves what selecting anew would, whatever else is chosen", () => {
  const stops = [null, 1, 2, 5, 6, 10, 11, 14];
  const some = Uint8Array.of(255, 255, 0, 255, 0, 255, 255);
  for (const [allowed, found] of [[ALL, null], [Uint8Array.of(1, 0), null], [ALL, some]]) {
    for (const [from, to] of [[null, null], [6, 11]]) {
      for (const before of stops) {
        for (const until of stops) {
          const state = chosen(from, to, until);
          const { match, tally } = selected(chosen(from, to, before), allowed, found);
          const was = { ...tally };
          const rows = pointsBetween(SET, state, isoOf(before), isoOf(until));
          const stepped = stepPoints(SET, state, allowed, found, match, tally, rows);
          const anew = selected(state, allowed, found);
          assert.deepEqual([stepped, [...match]], [anew.tally, [...anew.match]]);
          assert.deepEqual(tally, was);
        }
      }
    }
  }
});

test("a combination passes with each of its columns on, and with one of its actors", () => {
  const facets = [{ name: "types", column: "type" }, { name: "sides", column: "side" }, { name: "layers", column: null }];
  const combinations = [{ type: "raid", side: "a" }, { type: "raid", side: "b" }, { type: "visit", side: "a" }];
  const lines = [["x", "y"], ["y"], []];
  const allowed = (state) => [...allowedCombinations({ facets }, combinations, lines,
    { types: null, sides: null, layers: null, actors: null, ...state })];
  assert.deepEqual(allowed({}), [1, 1, 1]);
  assert.deepEqual(allowed({ types: ["raid"] }), [1, 1, 0]);
  assert.deepEqual(allowed({ types: ["raid"], sides: ["a"] }), [1, 0, 0]);
  assert.deepEqual(allowed({ types: [] }), [0, 0, 0]);
  assert.deepEqual(allowed({ layers: [] }), [1, 1, 1], "no column, nothing to ask");
  assert.deepEqual(allowed({ actors: ["x"] }), [1, 0, 0]);
  assert.deepEqual(allowed({ actors: ["y", "z"] }), [1, 1, 0]);
  assert.deepEqual(allowed({ actors: ["y"], sides: ["b"] }), [0, 1, 0]);
  assert.deepEqual(allowed({ actors: [] }), [0, 0, 0]);
});
