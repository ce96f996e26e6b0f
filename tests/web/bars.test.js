// Bars where events are too many for dots: their shapes, what each says, which one a pixel means.
import assert from "node:assert/strict";
import { test } from "node:test";
import { amongText, barAt, barPaths, barText, countedBars, dayNumber } from "./modules.js";

const START = dayNumber("2017-05-01");
const bin = (x0, x1, from, to) => ({ x0, x1, from: START + from, to: START + to });
const SIDES = [{ id: "one", label: "One" }, { id: "two", label: "Two" }];
// A gap after the second; the last is less than a pixel wide.
const BINS = [bin(0, 10.4, 0, 7), bin(10.4, 20.6, 7, 14), bin(40, 43, 21, 22), bin(43, 43.4, 22, 23)];
const counted = countedBars(SIDES, BINS, [30, 0, 1, 0, 10, 0, 0, 1]);

test("a bar counts all sides, and the tallest is the most of any", () => {
  assert.deepEqual(counted.totals, [40, 0, 1, 1]);
  assert.equal(counted.tallest, 40);
  assert.deepEqual(countedBars(SIDES, [], []), { bins: [], counts: [], totals: [], tallest: 0 });
  const most = countedBars(SIDES, BINS, [1, 2, 0, 0, 0, 3, 4, 0]);
  assert.deepEqual([most.totals, most.tallest], [[1, 5, 4, 0], 5]);
});

test("sides are stacked from the foot in their order, each as high as its share, with a seam between", () => {
  // 45 pixels: one for the foot and four above leave forty for the tallest bar, one for each event.
  assert.deepEqual(barPaths(SIDES, counted, 45), [
    "M0 44.00H9.25v-29.50H0zM40 44.00H43v-1.00H40z",
    "M0 14.00H9.25v-9.50H0zM43 44.00H44v-1.00H43z",
  ]);
});

test("a share of a bar too low for a seam has none", () => {
  const sides = [1, 2, 3].map((id) => ({ id, label: "" }));
  // Half a pixel for each event.
  const shapes = barPaths(sides, countedBars(sides, [bin(0, 2, 0, 1)], [73, 3, 4]), 45);
  assert.deepEqual(shapes, ["M0 44.00H2v-36.00H0z", "M0 7.50H2v-1.50H0z", "M0 6.00H2v-1.50H0z"]);
});

test("a bar of few beside one of many is still a pixel high", () => {
  const some = countedBars([SIDES[0]], [bin(0, 10, 0, 1), bin(10, 20, 1, 2)], [1000, 1]);
  assert.deepEqual(barPaths([SIDES[0]], some, 25), ["M0 24.00H9.25v-19.50H0zM10 24.00H19.25v-1.00H10z"]);
});

test("a bar ends at a whole pixel, with a hair to the next unless it is too narrow, and is never nothing", () => {
  const ends = (x0, x1) => {
    const one = countedBars([SIDES[0]], [bin(x0, x1, 0, 1)], [1]);
    return barPaths([SIDES[0]], one, 45)[0].match(/^M([\d.]+) .*?H([\d.]+)v/).slice(1).map(Number);
  };
  for (const [x0, x1, left, right] of [[0, 3, 0, 3], [0, 4, 0, 3.25], [4.4, 8.6, 4, 8.25], [4.6, 5.4, 5, 6],
    [4.1, 4.2, 4, 5], [7, 7, 7, 8]]) assert.deepEqual(ends(x0, x1), [left, right], `${x0} ${x1}`);
});

test("a bar says its days, how many, of which sides, and how many the tallest holds", () => {
  assert.equal(barText(SIDES, counted, 0), "1–7 May 2017: 40 events. One 30, Two 10. Tallest bar: 40.");
  assert.equal(barText(SIDES, counted, 1), "8–14 May 2017: no event that passes the filters");
  assert.equal(barText(SIDES, counted, 2), "22 May 2017: 1 event. One. Tallest bar: 40.");
  assert.equal(barText(SIDES, counted, 3), "23 May 2017: 1 event. Two. Tallest bar: 40.");
  const many = countedBars(SIDES, BINS, [1234, 2310, 0, 0, 0, 0, 0, 0]);
  assert.equal(barText(SIDES, many, 0), "1–7 May 2017: 1,234 events. One. Tallest bar: 2,310.");
});

test("a pixel means the bin it lies in, and between two or beyond them none", () => {
  for (const [px, index] of [[-0.1, -1], [0, 0], [10.3, 0], [10.4, 1], [20.5, 1], [20.6, -1], [39.9, -1],
    [40, 2], [43.3, 3], [43.4, -1], [900, -1]]) assert.equal(barAt(counted, px), index, String(px));
  assert.equal(barAt(countedBars(SIDES, [], []), 5), -1);
});

test("of one event among several it is said among how many, of one alone nothing", () => {
  assert.deepEqual([-1, 0, 1, 2].map((index) => amongText(counted, index)),
    ["", ". One of 40 events of 1–7 May 2017", "", ""]);
  const two = countedBars(SIDES, BINS, [0, 1, 0, 0, 0, 1, 0, 0]);
  assert.equal(amongText(two, 1), ". One of 2 events of 8–14 May 2017");
});
