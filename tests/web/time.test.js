// The axis of time and its bins: days to pixels and back, over folds, and no day lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { countBins, dayNumber, drawnDays, timeBins, timeClusters, timeScale, unveiled } from "./modules.js";

const REPORTED = ["2017-05-18", "2021-02-26"].map(dayNumber);
const APART_PX = 4;

const daysFrom = (first, count, every = 1, hole = 0) => Array.from({ length: count }, (_, index) =>
  dayNumber(first) + index * every + (index > count / 2 ? hole : 0));

const scaleOf = (days, width_px, crowd = new Map()) =>
  timeScale(timeClusters([], REPORTED, crowd, days), width_px, APART_PX);

const gapsOf = ({ parts }) => parts.filter(({ kind }) => kind === "gap");

for (const width_px of [250, 1150]) {
  for (const [first, count, every, hole] of [["2017-05-18", 1, 1, 0], ["2017-01-01", 200, 1, 0],
    ["2014-02-10", 1000, 1, 100], ["2011-03-15", 3650, 1, 0], ["1990-01-01", 900, 45, 0]]) {
    const days = daysFrom(first, count, every, hole);
    const name = `${count} days from ${first}, ${width_px} px`;

    test(`bins hold every day once and span no fold: ${name}`, () => {
      const scale = scaleOf(days, width_px);
      const bins = timeBins(scale, days);
      const isIn = ({ from, to }) => (day) => day >= from && day < to;
      for (const day of days) assert.equal(bins.filter((bin) => isIn(bin)(day)).length, 1);
      for (const bin of bins) {
        assert.ok(days.some(isIn(bin)));
        assert.ok(!gapsOf(scale).some(({ from, to }) => bin.from < to && bin.to > from));
        assert.deepEqual([bin.x0, bin.x1], [scale.x(bin.from), scale.x(bin.to)]);
      }
      assert.ok(bins.length <= 120);
      assert.ok(gapsOf(scale).length <= 8);
      assert.ok(bins.length >= 20 || count === 1);
    });

    test(`a day's pixels lead back to it, from left to right: ${name}`, () => {
      const scale = scaleOf(days, width_px);
      let before_px = -Infinity;
      for (const day of days) {
        const px = scale.mid(day);
        assert.ok(px > before_px && px > 0 && px < width_px);
        const part = scale.parts.find(({ to }) => day < to);
        if (part.kind === "days") assert.equal(scale.day(px), day);
        before_px = px;
      }
      assert.ok(Math.abs(scale.parts.at(-1).x1 - width_px) < 1e-6);
    });

    test(`parts follow each other without a hole: ${name}`, () => {
      const { parts } = scaleOf(days, width_px);
      parts.slice(1).forEach((part, at) => {
        assert.equal(part.from, parts[at].to);
        assert.equal(part.x0, parts[at].x1);
      });
      assert.equal(parts[0].x0, 0);
    });
  }
}

test("over a fold a step goes in one go, and its pixels are of the day before or after", () => {
  const scale = scaleOf([], 1000);
  const [gap] = gapsOf(scale);
  assert.equal(scale.stepped(gap.from - 1, 1), gap.to);
  assert.equal(scale.stepped(gap.to, -1), gap.from - 1);
  assert.equal(scale.stepped(gap.to + 1, -1), gap.to);
  assert.equal(scale.stepped(scale.max, 1), scale.max);
  assert.equal(scale.stepped(scale.min, -1), scale.min);
  const middle_px = (gap.x0 + gap.x1) / 2;
  assert.deepEqual([scale.day(middle_px, "first"), scale.day(middle_px, "last")], [gap.to, gap.from - 1]);
});

test("beyond its ends the axis stays at them", () => {
  const scale = scaleOf([], 1000);
  assert.equal(scale.x(scale.min - 400), 0);
  assert.equal(scale.x(scale.max + 400), scale.parts.at(-1).x1);
  assert.equal(scale.day(-50), scale.min);
  assert.equal(scale.day(5000), scale.max);
});

test("a day with many stops is wider, and the others stay alike", () => {
  const days = daysFrom("2017-05-10", 20);
  const crowded = days[8];
  const scale = scaleOf(days, 600, new Map([[crowded, 12]]));
  const width_px = (day) => scale.x(day + 1) - scale.x(day);
  assert.ok(width_px(crowded) > 2 * width_px(days[3]));
  assert.ok(Math.abs(width_px(days[3]) - width_px(days[15])) < 1e-6);
});

test("what lies before the first report stands at even steps", () => {
  const early = ["2003-03-20", "2011-03-15", "2014-06-10"].map(dayNumber)
    .map((day) => ({ first: day, last: day }));
  const { parts, x } = timeScale(timeClusters(early, REPORTED), 1000, APART_PX);
  const widths = parts.filter(({ kind }) => kind === "earlier").map(({ x0, x1 }) => Math.round((x1 - x0) * 1e6));
  assert.equal(widths.length, 3);
  assert.equal(new Set(widths).size, 1);
  const spots = early.map(({ first }) => x(first));
  assert.deepEqual([...spots].sort((a, b) => a - b), spots);
});

test("a span is drawn from what is known of it", () => {
  const none = { dated: true, coreFirst: null, coreLast: null, hullFirst: null, hullLast: null };
  assert.equal(drawnDays({ ...none, dated: false, hullFirst: 3, hullLast: 5 }), null);
  assert.equal(drawnDays(none), null);
  assert.deepEqual(drawnDays({ ...none, hullFirst: 3, hullLast: 5 }), { first: 3, last: 5 });
  assert.deepEqual(drawnDays({ ...none, hullFirst: 3, coreFirst: 3, coreLast: 9 }), { first: 3, last: 9 });
  assert.deepEqual(drawnDays({ ...none, hullFirst: 3 }), { first: 3, last: 3 });
  assert.deepEqual(drawnDays({ ...none, hullLast: 5 }), { first: 5, last: 5 });
});

test("what is not veiled is the window, up to the handle", () => {
  const scale = scaleOf([], 1000);
  const window = { first_day: "2017-05-17", last_day: "2017-05-19" };
  const [from_px, to_px] = ["2017-05-17", "2017-05-20"].map((day) => scale.x(dayNumber(day)));
  assert.deepEqual(unveiled(window, scale, 1000), [from_px, to_px]);
  assert.deepEqual(unveiled(window, scale, from_px + 1), [from_px, from_px + 1]);
  assert.deepEqual(unveiled({ first_day: null, last_day: null }, scale, 1000), [0, 1000]);
});

test("each event counts in its bin and for its side; undated, left out and outside in none", () => {
  const bins = [{ from: 0, to: 2 }, { from: 5, to: 7 }];
  const days = [0, 1, 1, 3, 5, 6, 7, null, 6, -1];
  const sides = [0, 1, 1, 0, 0, -1, 0, 0, 1, 0];
  const counts = countBins(bins, 2, days.length, (row) => days[row], (row) => sides[row]);
  assert.deepEqual([...counts], [1, 1, 2, 1]);
});
