// What is painted on a canvas, before any is there: shapes of marks, their pixels, letters of a picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { baseline, fontOf, forWidth, haloOf, isSeenThrough, paintText, pinCorners, pixels,
  plateCorners, setType, shadowsOf } from "./modules.js";

const rounded = (number) => Math.round(number * 10) / 10 + 0;

test("the corners of a plate stand around its middle, one after the other", () => {
  const corners = (plate) => plateCorners(plate, 10).map((one) => one.map(rounded));
  assert.deepEqual(corners("square"), [[7.1, 7.1], [-7.1, 7.1], [-7.1, -7.1], [7.1, -7.1]]);
  assert.deepEqual(corners("diamond"), [[10, 0], [0, 10], [-10, 0], [0, -10]]);
  assert.deepEqual(corners("shield"), [[0, 10], [-8.7, -5], [8.7, -5]], "it stands on its point");
  assert.deepEqual(corners("hexagon"), [[8.7, 5], [0, 10], [-8.7, 5], [-8.7, -5], [0, -10], [8.7, -5]]);
  assert.deepEqual(corners("octagon"), [[9.2, 3.8], [3.8, 9.2], [-3.8, 9.2], [-9.2, 3.8], [-9.2, -3.8],
    [-3.8, -9.2], [3.8, -9.2], [9.2, -3.8]]);
  assert.deepEqual(corners("circle"), []);
});

test("at the corners of a pin stands how it stands, that it is not done, and who says so, each where it is to be said", () => {
  const said = (look) => pinCorners(look).map(({ x, y, sign, d }) => [x > 12 ? "right" : "left",
    y > 12 ? "lower" : "upper", sign ?? (d ? "a path" : "nothing")].join(" "));
  for (const [look, corners] of [
    [{}, []],
    [{ standing: "reported", planned: false, backing: "one-voice", voices: 1 }, []],
    [{ standing: null, backing: null }, []],
    [{ standing: "claimed" }, ["right upper ?"]],
    [{ standing: "disputed", planned: true }, ["right upper ≠", "right lower a path"]],
    [{ backing: "several-voices", voices: 3 }, ["left lower 3"]],
    [{ backing: "several-voices", voices: 12, planned: true }, ["right lower a path", "left lower 12"]],
    [{ backing: "parties-only", voices: 2 }, ["left lower a path"]],
  ]) assert.deepEqual(said(look), corners, JSON.stringify(look));
});

// Red, green, blue, alpha of each pixel, as a canvas hands them out.
const image = (width, ...colors) => ({ width, data: new Uint8ClampedArray(colors.flat()) });

test("of a painted mark the full pixels come first and wholly full, then its edge; next to nothing is nothing", () => {
  const ink = (alpha) => [2, 3, 4, alpha];
  const found = pixels(image(3, ink(0), ink(20), ink(21), ink(235), ink(236), ink(255)));
  assert.equal(found.size, 3);
  assert.equal(found.solid, 2);
  const color = (alpha) => alpha * 2 ** 24 + 0x040302;
  assert.deepEqual(found.cells, [{ x: 1, y: 1, color: color(255) }, { x: 2, y: 1, color: color(255) },
    { x: 2, y: 0, color: color(21) }, { x: 0, y: 1, color: color(235) }]);
});

test("a mark is stamped by how far its pixels lie from its corner on a canvas of that width", () => {
  const stamp = forWidth({ size: 3, solid: 1, cells: [{ x: 2, y: 1, color: 7 }, { x: 0, y: 2, color: 9 }] }, 100);
  assert.deepEqual(stamp, { size: 3, solid: 1, offsets: Int32Array.of(102, 200), inks: Uint32Array.of(7, 9) });
});

const LOOK = { fontStyle: "italic", fontWeight: "600", fontSize: "12.5px", fontFamily: "Face, sans-serif",
  fontVariantCaps: "normal", letterSpacing: "normal", direction: "ltr" };

test("a font is written as a canvas takes it, as large as what is around makes it", () => {
  assert.equal(fontOf(LOOK), "italic 600 12.5px Face, sans-serif");
  assert.equal(fontOf(LOOK, 2), "italic 600 25px Face, sans-serif");
});

test("letters are set on a canvas as on the page, with what the canvas knows", () => {
  const plain = {};
  assert.equal(setType(plain, LOOK, 2)("Tanf"), "Tanf");
  assert.deepEqual(plain, { font: "italic 600 25px Face, sans-serif", direction: "ltr", textAlign: "left",
    lineJoin: "round", textBaseline: "alphabetic" });
  const able = { fontVariantCaps: "", letterSpacing: "0px", textRendering: "auto" };
  const small = { ...LOOK, fontVariantCaps: "small-caps", letterSpacing: "1.5px", direction: "rtl" };
  assert.equal(setType(able, small, 2)("Tanf"), "Tanf");
  assert.deepEqual(able, { font: "italic 600 25px Face, sans-serif", fontVariantCaps: "small-caps",
    letterSpacing: "3px", textRendering: "geometricPrecision", direction: "rtl", textAlign: "left",
    lineJoin: "round", textBaseline: "alphabetic" });
  const apart = { letterSpacing: "0px" };
  setType(apart, LOOK, 2);
  assert.equal(apart.letterSpacing, "0px");
});

test("where a canvas knows no small capitals they are capitals, smaller", () => {
  const plain = {};
  assert.equal(setType(plain, { ...LOOK, fontSize: "20px", fontVariantCaps: "small-caps" }, 2)("Tanf"), "TANF");
  assert.equal(plain.font, "italic 600 28px Face, sans-serif");
});

test("shadows all round are a halo as wide as they reach to both sides", () => {
  assert.equal(haloOf({ textShadow: "none" }, 2), null);
  assert.deepEqual(haloOf({ textShadow: "rgb(1, 2, 3) 3px 4px 0px, rgb(4, 5, 6) -1px 0px 8px" }, 1),
    { color: "rgb(1, 2, 3)", width: 10 });
  assert.deepEqual(haloOf({ textShadow: "rgb(1, 2, 3) 0px 0px 8px" }, 3), { color: "rgb(1, 2, 3)", width: 12 });
});

test("shadows are read as browsers write them", () => {
  const plain = { spread: 0, isInset: false };
  assert.deepEqual(shadowsOf(""), []);
  assert.deepEqual(shadowsOf("none"), []);
  assert.deepEqual(shadowsOf("rgba(1, 2, 3, 0.5) 1px -2.5px 3px, #abc 0px 0px 4px 5px inset"), [
    { ...plain, color: "rgba(1, 2, 3, 0.5)", x: 1, y: -2.5, blur: 3 },
    { color: "#abc", x: 0, y: 0, blur: 4, spread: 5, isInset: true },
  ]);
  assert.deepEqual(shadowsOf("1px"), [{ ...plain, color: "", x: 1, y: 0, blur: 0 }]);
});

// A page that sets each letter 10 wide and each line 20 below the one before, as `placed` says of each letter:
// the number of its line, null for one that is not drawn; and a canvas that keeps what is done to it.
function written(data, placed, look, more) {
  const rect = (from, to, line) => ({ left: 10 * from, top: 20 * line, height: 16, width: 10 * (to - from) });
  const range = {
    setStart: (_node, at) => Object.assign(range, { from: at }),
    setEnd: (_node, at) => Object.assign(range, { to: at }),
    // One box for each line that it lies on, the last line first: that of letters from right to left is.
    getClientRects() {
      const lines = new Map();
      for (let at = range.from; at < range.to; at += 1) {
        if (placed[at] !== null) lines.set(placed[at], [lines.get(placed[at])?.[0] ?? at, at + 1]);
      }
      return [...[...lines].map(([line, [from, to]]) => rect(from, to, line)), { ...rect(0, 0, 0), height: 0 }];
    },
  };
  Object.assign(globalThis, { devicePixelRatio: 1, document: { createRange: () => range },
    DOMMatrix: class { constructor(numbers) { this.numbers = numbers; } } });
  const done = [];
  const note = (name) => (...args) => done.push([name, ...args]);
  const context = { save: note("save"), restore: note("restore"), strokeText: note("stroke"), fillText: note("fill"),
    setTransform: ({ numbers }) => done.push(["matrix", ...numbers]),
    measureText: () => ({ fontBoundingBoxAscent: 12 }), ...more };
  paintText({ context, ratio: 2, x: 3, y: 4 }, { data }, { ...LOOK, textShadow: "none", color: "ink", ...look }, 1);
  for (const name of ["devicePixelRatio", "document", "DOMMatrix"]) delete globalThis[name];
  return { done, context };
}

test("a text is written word by word where the page has set it, and nothing where it has set none", () => {
  const { done, context } = written("  ab c  d", [0, 0, 0, 0, 0, 0, 1, 1, 1], {});
  assert.deepEqual(done, [["save"], ["matrix", 2, 0, 0, 2, 6, 8], ["fill", "ab", 20, 12], ["fill", "c", 50, 12],
    ["fill", "d", 80, 32], ["restore"]]);
  assert.equal(context.fillStyle, "ink");
  assert.deepEqual(written("  ", [0, 0], {}).done, []);
  assert.deepEqual(written("a b", [null, 0, 0], {}).done.slice(2, -1), [["fill", "b", 20, 12]]);
  assert.deepEqual(written("a", [null], {}).done, []);
});

test("a broken word is written letter by letter, and so is all where a canvas cannot set letters apart", () => {
  const letters = [["fill", "a", 0, 12], ["fill", "b", 10, 12], ["fill", "c", 20, 32]];
  assert.deepEqual(written("abc", [0, 0, 1], {}).done.slice(2, -1), letters);
  const whole = [["fill", "ab", 0, 12]];
  const apart = { letterSpacing: "2px" };
  assert.deepEqual(written("ab", [0, 0], apart).done.slice(2, -1), letters.slice(0, 2));
  assert.deepEqual(written("ab", [0, 0], apart, { letterSpacing: "0px" }).done.slice(2, -1), whole);
  assert.deepEqual(written("ab", [0, 0], {}).done.slice(2, -1), whole);
  assert.deepEqual(written("abc", [0, null, 1], {}).done.slice(2, -1), [letters[0], letters[2]]);
});

test("a word is whole while its boxes are within half a line of each other, and begins where the leftmost does", () => {
  const words = (...lines) => written("ab", lines, {}).done.slice(2, -1).map(([, text, left]) => [text, left]);
  assert.deepEqual(words(1, 1), [["ab", 0]]);
  assert.deepEqual(words(1, 1.39), [["ab", 0]]);
  assert.deepEqual(words(1, 0.61), [["ab", 0]]);
  assert.deepEqual(words(1, 1.4), [["a", 0], ["b", 10]]);
});

test("small capitals that a canvas does not know are written as capitals", () => {
  assert.deepEqual(written("ab", [0, 0], { fontVariantCaps: "small-caps" }).done[2], ["fill", "AB", 0, 12]);
});

test("a halo lies under all letters", () => {
  const textShadow = "rgb(1, 2, 3) 0px 0px 8px";
  const { done, context } = written("a b", [0, 0, 0], { textShadow });
  assert.deepEqual(done.map(([name, text]) => [name, text]).slice(2, -1),
    [["stroke", "a"], ["stroke", "b"], ["fill", "a"], ["fill", "b"]]);
  assert.deepEqual(done[2].slice(2), done[4].slice(2));
  assert.deepEqual([context.strokeStyle, context.lineWidth], ["rgb(1, 2, 3)", 4]);
});

test("a colour is seen through where nothing of it would be painted", () => {
  for (const color of ["", "transparent", "rgba(0, 0, 0, 0)", "rgb(1 2 3 / 0)", "hsla(1, 2%, 3%, 0)"]) {
    assert.ok(isSeenThrough(color), color);
  }
  for (const color of ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0.5)", "rgb(1, 2, 0)", "#000"]) {
    assert.ok(!isSeenThrough(color), color);
  }
});

test("letters stand on a pixel of the canvas, their line risen by whole pixels of the screen", (t) => {
  const screen = (ratio) => Object.assign(globalThis, { devicePixelRatio: ratio });
  t.after(() => delete globalThis.devicePixelRatio);
  const at = (top, rise, { ratio = 1, y = 0, scale = 1 } = {}) =>
    baseline(top, { fontBoundingBoxAscent: rise }, { ratio, y }, scale);
  screen(1);
  assert.equal(at(10, 9.4), 19);
  assert.equal(at(10, 9.6), 20);
  assert.equal(at(10, 9.4, { scale: 4 }), 18, "2.35 pixels, of which two are left, four times");
  assert.equal(at(10.3, 9, { ratio: 2 }), 19.5);
  assert.equal(at(10.3, 9, { y: 0.5 }), 19.5, "the surface's own place is of the canvas");
  screen(2);
  assert.equal(at(10, 9.3, { ratio: 2 }), 19.5);
  assert.equal(at(10, 9.7, { ratio: 2 }), 19.5);
  assert.equal(at(10, 12.4, { ratio: 2, scale: 4 }), 22);
});
