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

test("a bin is the shortest length of days that is wide enough on the whole, of which there are few enough", () => {
  const from = dayNumber("2017-01-01");
  // A run has a day before its first and one after its last.
  const bins = (count, px, mean_px) => timeBins({ x: (day) => (day - from) * px,
    parts: [{ kind: "days", from: from - 1, to: from + count + 1, x0: -px, x1: (count + 1) * px }] },
  daysFrom("2017-01-01", count), mean_px);
  const lengths = (...given) => bins(...given).map((bin) => bin.to - bin.from);
  assert.deepEqual(lengths(6, 3), [1, 1, 1, 1, 1, 1]);
  assert.deepEqual(lengths(6, 2.9), [2, 2, 2]);
  assert.deepEqual(lengths(6, 3.5, 4), [2, 2, 2], "or as wide as is asked for");
  assert.deepEqual(lengths(6, 1), [3, 3]);
  // It was a Sunday.
  assert.deepEqual(lengths(16, 0.9), [2, 7, 7, 2], "a week begins on Monday, a run a day before its first and ends a day after");
  assert.deepEqual(lengths(60, 0.3), [31, 28, 2], "months are those of the calendar");
  assert.deepEqual(lengths(365, 0.05), [90, 91, 92, 92]);
  assert.deepEqual(lengths(120, 9), Array(120).fill(1));
  assert.deepEqual(lengths(121, 9).slice(0, 3), [2, 2, 2], "a hundred and twenty at most");
  assert.deepEqual(lengths(6, 0), [8], "nothing is wide enough: the longest");
  // The narrow ones of a run are made up for by one that is wide.
  const days = daysFrom("2017-01-01", 3);
  const x = (day) => [0, 1, 2, 9][day - from];
  const parts = [{ kind: "days", from: from - 1, to: from + 4, x0: 0, x1: 9 }];
  assert.equal(timeBins({ x, parts }, days).length, 3);
});

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

const D = dayNumber("2017-05-18");
const DAY = [{ first: D, last: D }];
const runsOf = ({ main }) => main.map(({ first, last }) => [first - D, last - D]);

test("days twenty apart are one run and more begin another; of a span over two months only the ends count", () => {
  const runs = (...days) => runsOf(timeClusters(days.map((day) => ({ first: D + day, last: D + day })), [D]));
  assert.deepEqual(runs(20, 40), [[0, 40]]);
  assert.deepEqual(runs(20, 41), [[0, 20], [41, 41]]);
  const span = (length) => runsOf(timeClusters([{ first: D, last: D + length }], [D]));
  assert.deepEqual(span(62), [[0, 62]]);
  assert.deepEqual(span(63), [[0, 0], [63, 63]]);
});

test("there are nine runs at most: where there would be more, longer gaps are left unfolded", () => {
  const every = (step, count) =>
    runsOf(timeClusters([], Array.from({ length: count }, (_, at) => D + step * at)));
  assert.equal(every(21, 9).length, 9);
  assert.deepEqual(every(21, 10), [[0, 189]]);
  assert.deepEqual(every(40, 10), [[0, 360]]);
  assert.deepEqual(every(41, 10), [[0, 369]]);
  assert.equal(every(81, 9).length, 9);
});

test("earlier is what lies before the first report and the first imported event", () => {
  const early = { first: D - 400, last: D - 400 };
  assert.deepEqual(timeClusters([early], [D + 500, D]).earlier, [D - 400]);
  assert.deepEqual(timeClusters([early], [D], null, [D - 300, D - 299]).earlier, [D - 400]);
  assert.deepEqual(timeClusters([early], [D], null, [D - 500, D - 400, D]).earlier, []);
  assert.deepEqual(timeClusters([], [], null, [D, D + 1]).earlier, []);
  // A run that goes on into the first report is none of it.
  assert.deepEqual(timeClusters([{ first: D - 10, last: D - 10 }], [D]).earlier, []);
});

test("a day is widened for its stops, by no more than a share of the axis, of sixty stops at most", () => {
  // Three days: the one with stops and those around it.
  const widths = (stops, width_px = 300, setDays = []) => {
    const scale = timeScale(timeClusters(DAY, [D], stops === null ? null : new Map([[D, stops]]), setDays), width_px, 4);
    return [D - 1, D, D + 1].map((day) => Math.round(100 * (scale.x(day + 1) - scale.x(day))) / 100);
  };
  assert.deepEqual(widths(null), [100, 100, 100]);
  assert.deepEqual(widths(24), [100, 100, 100]);
  assert.deepEqual(widths(30), [92, 116, 92]);
  assert.deepEqual(widths(50), [65.33, 169.33, 65.33], "104 more px for it");
  assert.deepEqual(widths(60), [58, 184, 58], "of 144 more px no more than 42 in a hundred of all");
  assert.deepEqual(widths(61), widths(60));
  assert.deepEqual(widths(60, 300, [D]), [52, 196, 52], "144 more px, which among imported events it may have");
  assert.deepEqual(widths(60, 150, [D]), [19, 112, 19]);
  assert.deepEqual(widths(null, 18), [6, 6, 6]);
});

test("breaks and what is long past take a little of the axis, on a narrow one less", () => {
  const early = [-900, -700, -500].map((day) => ({ first: D + day, last: D + day }));
  const parts = (width_px, ...published) => timeScale(timeClusters(early, published), width_px, 4).parts
    .map(({ kind, x0, x1 }) => [kind, Math.round(10 * (x1 - x0)) / 10]);
  const [step, rest] = [["earlier", 20.7], ["days", 938]];
  assert.deepEqual(parts(1000, D), [step, step, step, rest]);
  assert.deepEqual(parts(300, D).slice(0, 3), Array(3).fill(["earlier", 16]));
  const gap = (...given) => parts(...given).filter(([kind]) => kind === "gap").map(([, px]) => px);
  assert.deepEqual(gap(1000, D), []);
  assert.deepEqual(gap(1000, D, D + 100), [50]);
  assert.deepEqual(gap(1500, D, D + 100), [58]);
  assert.deepEqual(gap(500, D, D + 100), [36]);
  assert.deepEqual(gap(100, D, D + 100), [30]);
  assert.deepEqual(gap(100, D, D + 100, D + 200), [15, 15]);
  assert.deepEqual(parts(1000, D, D + 100).map(([kind]) => kind), ["earlier", "earlier", "earlier", "days", "gap", "days"]);
  // All days are as wide as each other: three before the break and three after it.
  assert.deepEqual(parts(1000, D, D + 100).filter(([kind]) => kind === "days"), [["days", 444], ["days", 444]]);
  assert.equal(timeScale(timeClusters(early, [D]), 1000, 4).min, D - 901);
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
