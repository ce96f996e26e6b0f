// The axis in words: the months above it and the days below it, at any width.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayNumber, isoDay, monthsOn, timeClusters, timeScale, timeTicks } from "./modules.js";

const LETTER_PX = 6;
const run = (first, last) => ({ first: dayNumber(first), last: dayNumber(last) });
const SPANS = [run("2017-04-20", "2017-06-15"), run("2021-02-15", "2021-02-26")];

const scaleOf = (width_px, spans = SPANS, published = [spans[0].first], crowd = null) =>
  timeScale(timeClusters(spans, published, crowd), width_px, 4);
const months = (width_px, spans) => monthsOn(scaleOf(width_px, spans), LETTER_PX);
const ticks = (width_px, ...more) => timeTicks(scaleOf(width_px, ...more), LETTER_PX);

test("each month that has days on the axis is there once, with all of its own days", () => {
  const found = months(1100);
  assert.deepEqual(found.map(({ name }) => name), ["April 2017", "May 2017", "June 2017", "February 2021"]);
  assert.deepEqual(found.map(({ first, end }) => [isoDay(first), isoDay(end - 1)]),
    [["2017-04-01", "2017-04-30"], ["2017-05-01", "2017-05-31"], ["2017-06-01", "2017-06-30"],
      ["2021-02-01", "2021-02-28"]]);
  // The day before a run and the one after it only hold the axis open.
  assert.deepEqual(months(1100, [run("2017-05-01", "2017-05-31")]).map(({ name }) => name), ["May 2017"]);
  assert.deepEqual(months(1100, [run("2016-12-31", "2017-01-01")]).map(({ name }) => name),
    ["December 2016", "January 2017"]);
});

test("a month is written out where its days have the room, and short elsewhere", () => {
  assert.deepEqual(months(500).map(({ text }) => text), ["Apr", "May 2017", "June 2017", "Feb"]);
  assert.deepEqual(months(150).map(({ text }) => text), ["Apr", "May", "Jun", "Feb"]);
});

test("where months find no room there are years, a year in several runs once, and then nothing", () => {
  assert.deepEqual(months(100).map(({ text, first, end }) => [text, isoDay(first), isoDay(end - 1)]),
    [["2017", "2017-01-01", "2017-12-31"], ["2021", "2021-01-01", "2021-12-31"]]);
  assert.deepEqual(months(60), []);
  const broken = [run("2017-02-01", "2017-02-20"), run("2017-11-01", "2017-11-20"), run("2018-03-01", "2018-03-20")];
  assert.deepEqual(months(90, broken).map(({ text }) => text), ["2017", "2018"]);
});

for (const width_px of [100, 150, 340, 500, 1100]) {
  test(`months lie side by side inside the axis, at ${width_px} px`, () => {
    const found = months(width_px);
    let free_px = 0;
    for (const { at, wide_px, text } of found) {
      assert.ok(at >= free_px - 1e-6 && at + wide_px <= width_px + 1e-6);
      assert.ok(wide_px >= text.length * LETTER_PX);
      free_px = at + wide_px + 2;
    }
    assert.ok(found.length > 1);
  });

  test(`days are written from left to right, none on another, at ${width_px} px`, () => {
    const found = ticks(width_px);
    const sorted = found.map(({ x }) => x).sort((a, b) => a - b);
    assert.deepEqual(found.map(({ x }) => x), sorted);
    let end_px = 0;
    for (const { at, text } of found) {
      const half = (text.length * LETTER_PX) / 2;
      assert.ok(at - half >= end_px - 1e-6 && at + half <= width_px + 1e-6, text);
      end_px = at + half;
    }
    assert.equal(found[0].kind, "year");
  });
}

test("each run begins with its year, and a break says how long it is", () => {
  const wide = ticks(1100);
  const of = (found, wanted) => found.filter(({ kind }) => kind === wanted).map(({ text }) => text);
  assert.deepEqual(of(wide, "year"), ["20 Apr 2017", "15 Feb 2021"]);
  assert.deepEqual(of(wide, "gap"), ["3½ years"]);
  assert.deepEqual(of(ticks(340), "year"), ["20 Apr 2017", "2021"]);
  assert.deepEqual(of(ticks(340), "gap"), ["3½ y"]);
  assert.deepEqual(of(wide, "earlier"), []);
  const before = ticks(1100, [run("2011-03-15", "2011-03-15"), ...SPANS], [dayNumber("2017-05-18")]);
  assert.deepEqual(of(before, "earlier"), ["earlier"]);
});

test("what lies before the first report is named once, in the middle of it, and where there is none nothing is", () => {
  const early = ["2003-03-20", "2011-03-15", "2014-06-10"].map((day) => run(day, day));
  for (const [count, width_px] of [[1, 1100], [3, 500], [3, 1100]]) {
    const scale = scaleOf(width_px, [...early.slice(0, count), ...SPANS], [dayNumber("2017-05-18")]);
    const parts = scale.parts.filter(({ kind }) => kind === "earlier");
    assert.equal(parts.length, count);
    const named = timeTicks(scale, LETTER_PX).filter(({ kind }) => kind === "earlier");
    assert.deepEqual(named.map(({ x, text, lines }) => [x, text, lines]),
      [[(parts[0].x0 + parts.at(-1).x1) / 2, "earlier", []]]);
  }
  assert.ok(!timeTicks(scaleOf(1100), LETTER_PX).some(({ kind, text }) => kind === "earlier" || text === "earlier"));
});

test("a written day stands at its own place; a wide one is framed", () => {
  for (const width_px of [340, 1100]) {
    const scale = scaleOf(width_px);
    const parts = scale.parts.filter(({ kind }) => kind === "days");
    const written = timeTicks(scale, LETTER_PX).filter(({ kind }) => kind === "day");
    for (const { x, at, lines, text } of written) {
      const day = scale.day(x);
      assert.equal(x, scale.mid(day));
      assert.equal(at, x);
      assert.match(text, new RegExp(`^${Number(isoDay(day).slice(8))} `));
      assert.ok(parts.some(({ from, to }) => day > from && day < to - 1));
      assert.deepEqual(lines, width_px > 1000 ? [scale.x(day), scale.x(day + 1)] : [scale.x(day)]);
    }
    assert.ok(written.length > 1);
    const years = timeTicks(scale, LETTER_PX).filter(({ kind }) => kind === "year");
    assert.deepEqual(years.map(({ x }) => x), SPANS.map(({ first }) => scale.mid(first)));
    assert.deepEqual(years.map(({ lines }) => lines[0]), SPANS.map(({ first }) => scale.x(first)));
  }
});

test("days go on at an even step, and a day with many stops is written before its neighbours", () => {
  const even = ticks(340).filter(({ kind }) => kind === "day").map(({ text }) => text);
  assert.deepEqual(even, ["18 May", "1 June"]);
  const crowd = new Map([[dayNumber("2017-05-16"), 18]]);
  const found = ticks(340, SPANS, [SPANS[0].first], crowd).map(({ text }) => text);
  assert.ok(found.includes("16 May"));
});
