// A move of the handle over imported events: only what lies between is asked again, and all is as if asked anew.
import assert from "node:assert/strict";
import { test } from "node:test";
import { stateOf } from "./cases.js";
import { dayNumber, pointsBetween, selectPoints, stepPoints } from "./modules.js";

const START = dayNumber("2017-05-01");
const DATED = 40;
const COUNT = 45;
const column = (of) => Int32Array.from({ length: COUNT }, (_, at) => of(at));
// Two a day in their order, every fourth over three days; the last five have no day.
const known = column((at) => (at < DATED ? START + Math.floor(at / 2) : -(2 ** 31)));
const last = column((at) => (at < DATED ? known[at] + (at % 4 ? 0 : 2) : 2 ** 31 - 1));
const SET = { count: COUNT, dated: DATED, hullFirst: known, hullLast: last, coreFirst: known, coreLast: last,
  reported: known, combination: Uint16Array.from(known, (_, at) => at % 3),
  flags: Uint8Array.from(known, (_, at) => Number(at % 5 === 0)), dayColumn: () => known,
  // One of them lacks a day, two of them a place.
  lacks: () => Uint8Array.from(known, (_, at) => (at < DATED ? 0 : 1) | (at % 7 ? 0 : 2)) };
const ALLOWED = Uint8Array.of(1, 0, 1);
const FOUND = Uint8Array.from(known, (_, at) => (at % 11 ? 255 : 0));
const day = (number) => (number === null ? null : new Date((START + number) * 86400000).toISOString().slice(0, 10));

test("a step of the handle leaves the matches and counts that asking all again would", () => {
  for (const found of [null, FOUND]) {
    for (const window of [{}, { first_day: day(3), last_day: day(12) }]) {
      for (const [from, to] of [[4, 5], [5, 4], [0, 19], [19, 0], [-3, 30], [null, 7], [7, null], [6, 6]]) {
        const at = (number) => stateOf({ ...window, imported_until: day(number) });
        const [stepped, anew] = [new Uint8Array(COUNT), new Uint8Array(COUNT)];
        const tally = selectPoints(SET, at(from), ALLOWED, found, stepped);
        const rows = pointsBetween(SET, at(to), day(from), day(to));
        const next = stepPoints(SET, at(to), ALLOWED, found, stepped, tally, rows);
        assert.deepEqual(next, selectPoints(SET, at(to), ALLOWED, found, anew), `${from} ${to}`);
        assert.deepEqual(stepped, anew, `${from} ${to}`);
        const all = new Uint8Array(COUNT);
        selectPoints(SET, at(to), ALLOWED, null, all);
        assert.deepEqual(anew, all.map((one, row) => (found && !found[row] ? 0 : one)), "what is not found is not shown");
      }
    }
  }
});

test("a step asks the rows between its two days alone, and by day of report it may be any", () => {
  const between = (from, to, more) => pointsBetween({ ...SET, ...more }, stateOf({}), day(from), day(to));
  assert.deepEqual(between(4, 5), [10, 12]);
  assert.deepEqual(between(5, 4), [10, 12]);
  assert.deepEqual(between(null, 18), [38, 40]);
  assert.deepEqual(between(-1, 0), [0, 2]);
  assert.equal(between(4, 5, { dated: null }), null);
  assert.equal(pointsBetween(SET, stateOf({ day_of: "reported" }), day(4), day(5)), null);
});

test("while imported events are off a step changes nothing", () => {
  const match = new Uint8Array(COUNT);
  const tally = { total: COUNT, shown: 0, possible: 0, undated: 0, placeless: 0 };
  assert.equal(stepPoints(SET, stateOf({ stated_only: true }), ALLOWED, null, match, tally, [10, 12]), tally);
  assert.ok(match.every((one) => one === 0));
});
