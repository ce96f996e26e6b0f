// A lane without a page: where its stops stand, which a pointer means, what is written at its handle.
import assert from "node:assert/strict";
import { test } from "node:test";
import { besideHandle, daysOf, dayNumber, handleDay, handleWords, isCrowded, laneHeight, nearestMark, placeStops,
  spreadStops, stopDay, windowDays } from "./modules.js";

const START = dayNumber("2017-05-01");
const SIZE = { dot_px: 4, apart_px: 4 };
const HAPPENED = { stated_only: false, day_of: "happened" };
const REPORTED = { ...HAPPENED, day_of: "reported" };

// Forty days from START, each so wide.
function scaleOf(day_px) {
  const x = (day) => (day - START) * day_px;
  return { x, mid: (day) => x(day) + day_px / 2, width_px: 40 * day_px, min: START };
}
const scale = scaleOf(10);

const dayText = (number) => (number === null ? null : new Date((START + number) * 86400000).toISOString().slice(0, 10));

// An event of these days, counted from START.
const event = (first, last = first, more = {}) => {
  const hull = [first, last].map(dayText);
  const days = daysOf({ lasted: false, dated: first !== null || last !== null, core: [null, null], hull, ...more });
  return { days, statedDays: days };
};
const lasting = (first, last) => event(first, last, { lasted: true });
const placed = (events, { state = HAPPENED, published = null, at = scale } = {}) =>
  placeStops(events, state, at, SIZE, published);

test("a day is a dot at its middle, and stops of one day stand around it in their order", () => {
  const marks = placed([event(3), event(3), event(10)]);
  assert.deepEqual(marks.map(({ x }) => x), [33, 37, 105]);
  assert.deepEqual(marks.map(({ x0, x1 }) => [x0, x1]), [[29, 37], [33, 41], [101, 109]]);
  assert.deepEqual(marks.map(({ index, bar, long, undated }) => [index, bar, long, undated]),
    [0, 1, 2].map((index) => [index, false, false, false]));
  assert.deepEqual(marks.map(({ day, last }) => [day - START, last - START]), [[3, 3], [3, 3], [10, 10]]);
});

test("dots stay inside the lane, with room for the handle before the first", () => {
  const [first, last] = placed([event(0), event(39)]);
  assert.deepEqual([first.x, last.x], [19, 395]);
  assert.deepEqual(placed([event(39), event(39)]).map(({ x }) => x), [391, 395]);
});

test("each stop keeps its number wherever its day lies among the others", () => {
  assert.deepEqual(placed([event(20), event(3)]).map(({ index, x }) => [index, x]), [[0, 205], [1, 35]]);
});

test("some days are a bar from the first to the last, never too short to be seen", () => {
  const [mark] = placed([event(5, 9)]);
  assert.deepEqual([mark.bar, mark.x, mark.x0, mark.x1, mark.long], [true, 55, 51, 99, false]);
  const narrow = placed([event(20, 21)], { at: scaleOf(1) })[0];
  assert.deepEqual([narrow.x0, narrow.x1], [16.5, 25.5]);
  assert.equal(placed([event(0, 62)])[0].long, false);
  assert.equal(placed([event(0, 63)])[0].long, true);
});

test("what lasts is drawn to the day of the article, which is all it can know", () => {
  const published = START + 12;
  const end = (one) => placed([one], { published })[0].last - START;
  assert.equal(end(lasting(5, 30)), 12);
  assert.equal(end(lasting(5, 9)), 9);
  assert.equal(end(lasting(20, 30)), 30, "after the article: the day it foretells");
  assert.equal(end(lasting(12, 30)), 12);
  assert.equal(end(event(5, 30)), 30, "one of these days, and the article does not know which");
  assert.equal(placed([lasting(5, 30)])[0].last - START, 30);
});

test("by day of report all stand at the article's day, none as a bar or with an open end", () => {
  const marks = placed([event(3), event(5, 9), event(null, 7)], { state: REPORTED, published: START + 20 });
  assert.deepEqual(marks.map(({ x }) => x), [201, 205, 209]);
  for (const { bar, tails, day } of marks) assert.deepEqual([bar, tails, day - START], [false, [0, 0], 20]);
  assert.equal(placed([event(3)], { state: REPORTED })[0].x, 35, "an article without a day leaves them their own");
});

test("an end that nobody states is a tail to its side, of dots alone", () => {
  const tails = (one) => placed([one])[0].tails;
  assert.deepEqual(tails(event(null, 10)), [14, 0]);
  assert.deepEqual(tails(event(10, null)), [0, 14]);
  assert.deepEqual(tails(event(10)), [0, 0]);
  assert.deepEqual(tails(event(10, null, { core: [dayText(10), dayText(14)] })), [0, 0]);
});

test("the days an article states count where only those are asked for", () => {
  const one = { ...event(3), statedDays: event(8).days };
  assert.equal(placed([one])[0].x, 35);
  assert.equal(placed([one], { state: { ...HAPPENED, stated_only: true } })[0].x, 85);
});

test("an event without a day stands by the stop before it, or before the first that has one", () => {
  const none = event(null);
  const after = placed([event(10), none, event(20)]);
  assert.deepEqual(after.map(({ x }) => x), [103, 107, 205]);
  assert.deepEqual([after[1].undated, after[1].day, after[1].last, after[1].bar], [true, null, null, false]);
  assert.deepEqual(placed([none, event(10), event(20)]).map(({ x }) => x), [103, 107, 205]);
  assert.deepEqual(placed([event(10), event(20), none]).map(({ x }) => x), [105, 203, 207]);
  assert.equal(placed([none])[0].x, 19);
});

test("dots that would cover each other take three rows in turn", () => {
  const rows = placed([event(3), event(3), event(3), event(3), event(3)]).map(({ row }) => row);
  assert.deepEqual(rows, [1, 0, 2, 1, 0]);
  assert.deepEqual(placed([event(3), event(4)]).map(({ row }) => row), [1, 1], "apart they share the middle one");
});

test("a dot keeps off a bar while there is a row without one", () => {
  assert.deepEqual(placed([event(5, 20), event(8), event(9)]).map(({ row }) => row), [1, 0, 0]);
  assert.deepEqual(placed([event(5, 20), event(21)]).map(({ row }) => row), [1, 1]);
  // In each row a bar: the next bar goes where the first of them ends, a dot where most room is left of it.
  const bars = [event(5, 20), event(6, 12), event(7, 25)];
  assert.deepEqual(placed([...bars, event(9, 30)]).map(({ row }) => row), [1, 0, 2, 0]);
  assert.deepEqual(placed([...bars, event(9)]).map(({ row }) => row), [1, 0, 2, 1]);
  // Not on the head of the third, though its row is free again soonest.
  const short = [event(5, 20), event(6, 12), event(7, 9), event(7, 30)];
  assert.deepEqual(placed(short).map(({ row }) => row), [1, 0, 2, 0]);
});

test("a tail keeps off the dots on its own side alone", () => {
  const rows = (...events) => placed(events).map(({ row }) => row);
  assert.deepEqual(rows(event(3), event(null, 5)), [1, 0], "it reaches back to the dot before");
  assert.deepEqual(rows(event(3), event(5, null)), [1, 1]);
  assert.deepEqual(rows(event(3, null), event(5)), [1, 0], "it reaches on to the dot behind");
  assert.deepEqual(rows(event(null, 3), event(5)), [1, 1]);
  assert.deepEqual(rows(event(3), event(null, 6)), [1, 1], "it ends before the dot");
});

test("where there is room for none, each still has one of the three rows", () => {
  const marks = placed(Array.from({ length: 30 }, (_, number) => event(number)), { at: scaleOf(1) });
  assert.deepEqual(marks.map(({ x }) => x), marks.map(({ x }) => x).sort((a, b) => a - b));
  assert.ok(marks.every(({ row, x }) => [0, 1, 2].includes(row) && x >= 19 && x <= 35));
  assert.equal(new Set(marks.map(({ row }) => row)).size, 3);
});

test("spread stops keep their order, their distance and their edges", () => {
  assert.deepEqual(spreadStops([], 4, 0, 100), []);
  assert.deepEqual(spreadStops([-20, 40, 130], 4, 0, 100), [0, 40, 100]);
  assert.deepEqual(spreadStops([0, 0, 0], 4, 0, 100), [0, 4, 8]);
  assert.deepEqual(spreadStops([100, 100, 100], 4, 0, 100), [92, 96, 100]);
  assert.deepEqual(spreadStops([50, 50, 50, 50, 50], 40, 10, 90), [10, 30, 50, 70, 90], "no room for so much");
  assert.deepEqual(spreadStops([50, 54, 58], 4, 0, 100), [50, 54, 58]);
  assert.deepEqual(spreadStops([40, 50, 51, 51], 10, 0, 100).map(Math.round), [33, 43, 53, 63]);
});

test("a pointer means the dot it is at, then the bar under it, then the nearest along the lane", () => {
  const rowTop = (row) => 10 + (row - 1) * 6.5;
  const [a, bar, c] = [{ x: 50, x0: 46, x1: 54, row: 1 }, { x: 100, x0: 96, x1: 200, row: 1, bar: true },
    { x: 150, x0: 146, x1: 154, row: 0 }];
  const marks = [a, bar, c];
  for (const [px, py, wanted] of [
    [52, 10, a], [160, 3.5, c], [180, 10, bar], [200, 15, bar], [180, 16, c], [180, 4, c], [201, 10, c],
    [180, null, c], [300, 10, c], [0, 10, a], [155, 10, c],
  ]) assert.equal(nearestMark(marks, px, py, rowTop), wanted, `${px} ${py}`);
  assert.equal(nearestMark([], 10, 10, rowTop), null);
  const [upper, lower] = [{ x: 50, row: 0 }, { x: 50, row: 2 }];
  assert.equal(nearestMark([upper, lower], 50, 12, rowTop), lower);
  assert.equal(nearestMark([upper, lower], 50, 8, rowTop), upper);
  const beside = { x: 52, row: 2 };
  assert.equal(nearestMark([upper, beside], 52, null, rowTop), beside, "along the track alone no row is meant");
});

test("a lane is crowded where dots would touch or stand far from their day, and never with few", () => {
  const many = (count, x = () => 35, day = START + 3) => Array.from({ length: count }, () => ({ x: x(), day }));
  const wide = (width_px) => ({ ...scale, width_px });
  assert.ok(!isCrowded(many(60), wide(10)));
  assert.ok(isCrowded(many(61), wide(119)));
  assert.ok(!isCrowded(many(61), wide(120)));
  for (const [x, crowded] of [[-18, false], [-19, true], [88, false], [89, true]]) {
    assert.equal(isCrowded([...many(60), { x, day: START + 3 }], scale), crowded, String(x));
    assert.ok(!isCrowded([...many(60), { x, day: null }], scale));
  }
});

test("a span is written from its first day, and a month or a year without one", () => {
  const said = (first, last, before, after) =>
    stopDay({ day: dayNumber(first), last: dayNumber(last), tails: [before, after] }, false);
  for (const [days, words] of [
    [["2017-05-18", "2017-05-18", 0, 0], "18 May 2017"],
    [["2017-05-15", "2017-05-18", 0, 0], "from 15 May 2017"],
    [["2017-05-01", "2017-05-30", 0, 0], "from 1 May 2017"],
    [["2017-05-02", "2017-05-31", 0, 0], "from 2 May 2017"],
    [["2017-05-01", "2017-05-31", 0, 0], "in May 2017"],
    [["2017-01-01", "2017-05-31", 0, 0], "from Jan 2017"],
    [["2017-02-01", "2018-02-28", 0, 0], "from Feb 2017"],
    [["2015-01-01", "2015-12-31", 0, 0], "in 2015"],
    [["2015-01-01", "2015-12-30", 0, 0], "from 1 Jan 2015"],
    [["2015-01-01", "2016-12-31", 0, 0], "from 2015"],
    [["2011-01-01", "2017-05-18", 0, 0], "from 2011"],
    [["2017-06-15", "2017-06-15", 14, 0], "by 15 June 2017"],
    [["2017-06-15", "2017-06-15", 0, 14], "from 15 June 2017"],
    [[null, null, 0, 0], "undated"],
  ]) assert.equal(said(...days), words, days.join());
});

test("at the handle stands before which day, which day, and at the last that it is all", () => {
  const one = (number, more) => ({ day: START + number, last: START + number, tails: [0, 0], ...more });
  assert.deepEqual(handleWords([]), [""]);
  assert.deepEqual(handleWords([one(2), one(17)]), ["before 3 May 2017", "3 May 2017", "18 May 2017, all"]);
  assert.deepEqual(handleWords([one(2), one(17)], true), ["before 3 May 17", "3 May 17", "18 May 17, all"]);
  assert.deepEqual(handleWords([one(2, { tails: [14, 0] })]), ["before 3 May 2017", "by 3 May 2017, all"]);
  assert.deepEqual(handleWords([one(0, { last: START + 30 })]), ["before May 2017", "in May 2017, all"]);
  assert.deepEqual(handleWords([one(2, { last: START + 9 })]), ["before 3 May 2017", "from 3 May 2017, all"]);
  assert.deepEqual(handleWords([{ day: null, last: null, tails: [0, 0] }]), ["before the first", "undated, all"]);
  assert.equal(handleDay(dayNumber("2003-09-07"), true), "7 Sept 03");
});

test("the window's days stand at their handles inside the axis, and become one where they would touch", () => {
  const days = (x, y, room_px = 400) => windowDays({ x, width_px: 60 }, { x: y, width_px: 40 }, 120, room_px, 10);
  assert.deepEqual(days(100, 300), { at: [100, 300], isOne: false });
  assert.deepEqual(days(0, 400), { at: [30, 380], isOne: false });
  assert.deepEqual(days(100, 160), { at: [100, 160], isOne: false });
  assert.deepEqual(days(100, 159), { at: [129.5], isOne: true });
  assert.deepEqual(days(10, 20), { at: [60], isOne: true });
  assert.deepEqual(days(390, 400), { at: [340], isOne: true });
});

test("under its marks a lane has room for the track", () => {
  assert.equal(laneHeight({ marks_px: 20 }), 33);
});

test("a handle's day stands right of it, and left of it where the lane ends before the day would", () => {
  assert.deepEqual(besideHandle(100, 50, 200), { isRight: true, from: 88, to: 162, day_x: 12, paper_x: 9 });
  assert.deepEqual(besideHandle(138, 50, 200), { isRight: true, from: 126, to: 200, day_x: 12, paper_x: 9 });
  assert.deepEqual(besideHandle(139, 50, 200), { isRight: false, from: 77, to: 151, day_x: -12, paper_x: -65 });
});
